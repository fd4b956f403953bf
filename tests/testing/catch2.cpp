// The matchers for Catch2 are tested in a separate program, since some of its tests must fail.
#include "catch.hpp"
#include "tool/run.hpp"

#include <string>

namespace testing_catch2_test {

using Catch::Matchers::Contains;
using tool_test::outcome;

namespace {

/// Runs one test case of the program.
outcome matchers(std::string const& test_case) {
    return tool_test::run_program({DYNABACKUP_CATCH2_MATCHERS, test_case});
}

/// Returns the output of a failing test case.
std::string said(std::string const& test_case) {
    auto const ran = matchers("fails: " + test_case);
    CAPTURE(test_case, ran.out, ran.err);
    CHECK(ran.status > 0); // Catch2 2: the number of failures
    CHECK_THAT(ran.out, Contains("FAILED:"));
    return ran.out;
}

/// Returns a text without spaces. Catch2 breaks lines at 80 columns, and the places depend on the length of a path.
std::string without_spaces(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    return text;
}

} // namespace

TEST_CASE("Catch2: matchers accept expected values", "[testing]") {
    for (auto const* test : {"accepted", "accepted: items, changes and pages", "accepted: exports"}) {
        auto const ran = matchers(test);
        CAPTURE(test, ran.out);
        CHECK(ran.status == 0);
    }
}

TEST_CASE("Catch2: a failure of an export names its files", "[testing]") {
    CHECK_THAT(without_spaces(said("export")),
               Contains("manifest-files.json:") && Contains("[export.item-count]"));
    CHECK_THAT(without_spaces(said("no export")), Contains("no/such/folder"));
    CHECK_THAT(without_spaces(said("unknown id of exports")), Contains("didyoumean"));
}

TEST_CASE("Catch2: a failure shows every finding with its place", "[testing]") {
    auto const text = said("text");
    CHECK_THAT(text, Contains("  1:16: error: ") && Contains("[string.length]\n") &&
                         Contains("\n      1 | {\"BackupName\": \"w\",\n        |                ^~~\n"
                                  "        = /BackupName, record 0\n"));
    CHECK_THAT(text, Contains("\n  2:22: error: ") && Contains("[number.out-of-range]\n") &&
                         Contains("\n      2 |   \"BackupSizeBytes\": -5, \"Extra\": 1}\n"
                                  "        |                      ^~\n"
                                  "        = /BackupSizeBytes, record 0\n"));
    CHECK_THAT(text, Contains(": note: ") && Contains("[json.unknown-member]\n"));
    for (auto const* name : {"elsewhere", "negated", "combined"})
        CHECK_THAT(said(name), Contains("\n  2:22: error: ") && Contains("[number.out-of-range]\n"));
    CHECK_THAT(said("no such finding"), Contains("number.out-of-range") && Contains("no findings"));
}

TEST_CASE("Catch2: a failure shows a model as JSON, and findings in it", "[testing]") {
    auto const text = said("model");
    CHECK_THAT(text, Contains("\n      \"BackupName\": \"w\",\n"));
    CHECK_THAT(text,
               Contains("\n  2:19: error: ") && Contains("[string.length]\n") &&
                   Contains("\n      2 |     \"BackupName\": \"w\",\n        |                   ^~~\n"));
}

TEST_CASE("Catch2: a failure names missing and unexpected findings", "[testing]") {
    CHECK_THAT(said("others"), Contains("unexpected: string.length at /BackupName, json.unknown-member") &&
                                   Contains("missing: json.syntax\n"));
}

TEST_CASE("Catch2: a rule that no document of the shape can violate always fails the test", "[testing]") {
    for (auto const* name : {"unknown id", "unknown id, negated", "unknown id, exactly"})
        CHECK_THAT(said(name), Contains("'number.out-of-rang'") && Contains("number.out-of-range?"));
    CHECK_THAT(said("rule of another shape"), Contains("'key-schema.hash-first'"));
}

TEST_CASE("Catch2: a round trip that fails shows the reason", "[testing]") {
    CHECK_THAT(said("lost"), Contains("1:2: note: ") && Contains("[json.unknown-member]"));
    CHECK_THAT(said("unreadable"), Contains("1:16: error: ") && Contains("= /BackupName"));
}

TEST_CASE("Catch2: values of the library are shown", "[testing]") {
    CHECK_THAT(said("models"), Contains("\"BackupStatus\": \"AVAILABLE\"\n  }\n  ==\n  {}\n"));
    CHECK_THAT(said("values"), Contains("  AVAILABLE == CREATING\n") &&
                                   Contains("  2024-02-16T03:47:25.570Z\n  ==\n  1970-01-01T00:00:00Z\n") &&
                                   !Contains("{?}"));
    CHECK_THAT(said("report"), Contains("3 findings:") && Contains("no findings"));
}

} // namespace testing_catch2_test
