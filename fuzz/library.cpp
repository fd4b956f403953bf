// The library, which most fuzzers only declare.
// clang-format off: src.hpp comes first
#include <dynabackup/src.hpp>
// clang-format on

#include <dynabackup/table_export/check_export.hpp>
