/// \file
/// Checks that a text has a finding json.syntax if and only if simdjson's own parser refuses it. There are two
/// exceptions: numbers that fit neither a double nor a 64-bit integer are JSON (tests/random_json.hpp gives them to
/// simdjson with fewer digits), and so is a text after a byte order mark, which is skipped.

#include <dynabackup/aws/describe_backup.hpp>
#include <dynabackup/check.hpp>

#include "../tests/random_json.hpp"
#include "judge.hpp"

using namespace fuzz;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view text(reinterpret_cast<char const*>(data), size);
    if (text.starts_with("\xEF\xBB\xBF")) return 0;
    check_options chosen;
    chosen.max_depth = 1'000'000; // simdjson's limit is 1024; texts that it refuses for it are not compared
    chosen.only = {"json.syntax"};
    bool const refused = !check<aws::DescribeBackupInput>(text, chosen).empty();
    if (reading_test::is_too_deep(text)) return 0;
    require(refused != reading_test::is_well_formed(text), "simdjson says otherwise");
    return 0;
}
