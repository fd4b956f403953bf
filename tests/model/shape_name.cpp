#include <dynabackup/aws/backup_summary.hpp>
#include <dynabackup/model/shape.hpp>

#include "catch.hpp"

namespace model_shape_name_test {

using dynabackup::shape_name;
using dynabackup::detail::last_name;

TEST_CASE("a shape has the name of its struct, however the compiler spells a function", "[model]") {
    CHECK(shape_name<dynabackup::aws::BackupSummary>() == "BackupSummary");
    // GCC, Clang and MSVC.
    CHECK(last_name(
              "constexpr std::string_view dynabackup::shape_name() [with T = dynabackup::aws::BackupSummary; "
              "std::string_view = std::basic_string_view<char>]") == "BackupSummary");
    CHECK(last_name("std::string_view dynabackup::shape_name() [T = dynabackup::aws::BackupSummary]") ==
          "BackupSummary");
    CHECK(last_name("std::string_view dynabackup::shape_name() [T = Summary]") == "Summary");
    CHECK(last_name("class std::basic_string_view<char,struct std::char_traits<char> > __cdecl "
                    "dynabackup::shape_name<struct dynabackup::aws::BackupSummary>(void)") ==
          "BackupSummary");
    CHECK(last_name("class std::basic_string_view<char,struct std::char_traits<char> > __cdecl "
                    "dynabackup::shape_name<struct Summary>(void) noexcept") == "Summary");
    CHECK(last_name("auto __cdecl dynabackup::shape_name<enum dynabackup::aws::BackupType>(void)") ==
          "BackupType");
}

} // namespace model_shape_name_test
