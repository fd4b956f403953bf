// Compiles the library. The other files of the tool, and most tests, only declare it.
// clang-format off: src.hpp comes first
#include <dynabackup/src.hpp>
// clang-format on

#include <dynabackup/aws/canonical_bytes.hpp>
#include <dynabackup/table_export/apply_changes.hpp>
#include <dynabackup/table_export/check_export.hpp>
#include <dynabackup/table_export/write_state.hpp>
#include <dynabackup/testing/conformance.hpp>
#include <dynabackup/testing/generate.hpp>
#include <dynabackup/testing/generate_export.hpp>
#include <dynabackup/testing/generate_invalid.hpp>
#include <dynabackup/testing/printing.hpp>
