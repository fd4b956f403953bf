#include <dynabackup/check.hpp>
#include <dynabackup/display/finding_text.hpp>

#include "fixtures.hpp"

namespace display_finding_text_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

std::string text_of(finding const& f, std::string_view name = {}, std::size_t width = 60) {
    std::string out;
    display::append_finding(out, name, f, width);
    return out;
}

check_options with_lines() {
    check_options chosen;
    chosen.excerpt_bytes = display::excerpt_reach(60);
    return chosen;
}

} // namespace

TEST_CASE("a finding has its place, rule, line, mark and path", "[display]") {
    auto const found = check<aws::BackupSummary>("{\n  \"BackupName\": \"w\"}", with_lines());
    REQUIRE(found.size() == 1);
    CHECK(text_of(found[0], "dump.json") == "dump.json:2:17: error: " + found[0].message +
                                                " [string.length]\n"
                                                "    2 |   \"BackupName\": \"w\"}\n"
                                                "      |                 ^~~\n"
                                                "      = /BackupName, record 0\n");
    CHECK(text_of(found[0]).starts_with("2:17: error: "));
}

TEST_CASE("a finding may be shown without an excerpt", "[display]") {
    auto const found = check<aws::BackupSummary>(R"({"BackupName": "w"})");
    REQUIRE(found.size() == 1);
    CHECK(text_of(found[0], {}, 0) ==
          "1:16: error: " + found[0].message + " [string.length]\n      = /BackupName, record 0\n");
}

TEST_CASE("a finding in a model has no place", "[display]") {
    aws::BackupSummary model;
    model.backup_name = "w";
    auto const found = validate(model);
    REQUIRE(found.size() == 1);
    CHECK(text_of(found[0]) == "error: " + found[0].message + " [string.length]\n      = /BackupName\n");
}

TEST_CASE("the parts of a finding can be coloured", "[display]") {
    auto const found = check<aws::BackupSummary>(R"({"BackupName": "w"})", with_lines());
    REQUIRE(found.size() == 1);
    std::string out;
    display::append_finding(out, "x", found[0], 60,
                            [](std::string& to, display::part part, std::string_view text, severity) {
                                if (part == display::part::message) to += "<message>";
                                else to += '<' + std::string(text) + '>';
                            });
    CHECK(out == "<x:1:16:> <error:> <message> [string.length]\n"
                 "    1 | {\"BackupName\": \"w\"}\n"
                 "      |                <^~~>\n"
                 "      = /BackupName, record 0\n");
}

TEST_CASE("the texts of a finding cannot act on a terminal", "[display]") {
    auto const found =
        check<aws::BackupSummary>("{\"\\u001b[2J\": 1, \"a\x7F\": \"\x1B[31m\"}", with_lines());
    REQUIRE(!found.empty());
    for (auto const& f : found) {
        CHECK(text_of(f, "\x1B]0;name").find('\x1B') == std::string::npos);
        CHECK(text_of(f).find('\x7F') == std::string::npos);
    }
}

TEST_CASE("a report is shown as its findings, or as a text if there are none", "[display]") {
    CHECK(display::report_text(report{}, 60) == "no findings");
    auto const found =
        check<aws::BackupSummary>(R"({"BackupName": "w", "BackupSizeBytes": -1})", with_lines());
    REQUIRE(found.size() == 2);
    CHECK(display::report_text(found, 60) + '\n' == "2 findings:\n" + text_of(found[0]) + text_of(found[1]));
}

} // namespace display_finding_text_test
