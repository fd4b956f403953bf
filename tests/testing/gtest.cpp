// The matchers for GoogleTest are tested in a separate program, since some of its tests must fail.
#include "catch.hpp"
#include "tool/run.hpp"

#include <string>

namespace testing_gtest_test {

using Catch::Matchers::Contains;

namespace {

tool_test::outcome matchers(std::string const& filter) {
    return tool_test::run_program({DYNABACKUP_GTEST_MATCHERS, "--gtest_filter=" + filter});
}

/// Returns the output of a failing test.
std::string said(std::string const& test) {
    auto const ran = matchers("Fails." + test);
    CAPTURE(test, ran.out, ran.err);
    CHECK(ran.status == 1);
    CHECK_THAT(ran.out, Contains("1 FAILED TEST"));
    return ran.out;
}

} // namespace

TEST_CASE("GoogleTest: matchers accept expected values", "[testing]") {
    auto const ran = matchers("Accepted.*");
    CAPTURE(ran.out);
    CHECK(ran.status == 0);
    CHECK_THAT(ran.out, Contains("5 tests"));
}

TEST_CASE("GoogleTest: a failure of an export names its files", "[testing]") {
    CHECK_THAT(said("Export"), Contains("manifest-files.json:") && Contains("[export.item-count]"));
}

TEST_CASE("GoogleTest: a failure shows every finding with its place", "[testing]") {
    for (auto const* name : {"Text", "Matches", "Elsewhere", "Negated"}) {
        auto const text = said(name);
        CHECK_THAT(text, Contains("\n1:16: error: ") && Contains("[string.length]\n") &&
                             Contains("\n    1 | {\"BackupName\": \"w\",\n      |                ^~~\n"
                                      "      = /BackupName, record 0\n"));
        CHECK_THAT(text, Contains("\n2:22: error: ") && Contains("[number.out-of-range]\n") &&
                             Contains("\n    2 |   \"BackupSizeBytes\": -5, \"Extra\": 1}\n"
                                      "      |                      ^~\n"
                                      "      = /BackupSizeBytes, record 0\n"));
    }
    CHECK_THAT(said("NoSuchFinding"), Contains("number.out-of-range") && Contains("no findings"));
}

TEST_CASE("GoogleTest: a failure shows a model as JSON, and findings in it", "[testing]") {
    auto const text = said("Model");
    CHECK_THAT(text, Contains("\n    \"BackupName\": \"w\",\n"));
    CHECK_THAT(text, Contains("\n2:19: error: ") && Contains("[string.length]\n") &&
                         Contains("\n    2 |     \"BackupName\": \"w\",\n      |                   ^~~\n"));
}

TEST_CASE("GoogleTest: a failure names missing and unexpected findings", "[testing]") {
    CHECK_THAT(said("Others"), Contains("unexpected: string.length at /BackupName, json.unknown-member") &&
                                   Contains("missing: json.syntax\n"));
}

TEST_CASE("GoogleTest: a rule that no document of the shape can violate always fails the test", "[testing]") {
    for (auto const* name : {"UnknownId", "UnknownIdNegated"})
        CHECK_THAT(said(name), Contains("'number.out-of-rang'") && Contains("number.out-of-range?"));
    CHECK_THAT(said("RuleOfAnotherShape"), Contains("'key-schema.hash-first'"));
}

TEST_CASE("GoogleTest: a round trip that fails shows the reason", "[testing]") {
    CHECK_THAT(said("Lost"), Contains("1:2: note: ") && Contains("[json.unknown-member]"));
}

TEST_CASE("GoogleTest: values of the library are shown", "[testing]") {
    CHECK_THAT(said("Models"),
               Contains("\"BackupStatus\": \"AVAILABLE\"\n}\n") && Contains("Which is: {}\n"));
    CHECK_THAT(said("Values"), Contains("Which is: (AVAILABLE)\n") && Contains("Which is: CREATING\n") &&
                                   Contains("Which is: (2024-02-16T03:47:25.570Z)\n"));
    CHECK_THAT(said("Report"), Contains("3 findings:") && Contains("\nno findings"));
}

} // namespace testing_gtest_test
