// Compiles the library. The fuzzers only declare it.
// clang-format off: src.hpp comes first
#include <dynabackup/src.hpp>
// clang-format on

#include <dynabackup/table_export/check_export.hpp>
