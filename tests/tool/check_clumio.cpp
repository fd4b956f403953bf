/// Clumio's documents on the command line.

#include "catch.hpp"
#include "run.hpp"

namespace tool_check_clumio_test {

using namespace tool_test;
using Catch::Matchers::Contains;

namespace {

std::string const backup =
    R"({"account_native_id":"111122223333","start_timestamp":"2024-06-01T00:00:00Z","type":"tape"})";

/// Returns the first finding of a text that is read as this shape.
std::string found_as(std::string const& shape, std::string const& text) {
    return check({"--format", "ndjson", "--shape", shape}, {.in = text}).out;
}

} // namespace

TEST_CASE("Clumio's backups are checked together with those of AWS", "[tool][clumio]") {
    folder const here;
    auto const r =
        check({"--format", "ndjson", "--summary", here / "summary"}, {.in = backup + clean + backup});
    CHECK(r.status == 1);
    auto const lines = lines_of(r.out);
    REQUIRE(lines.size() == 2);
    CHECK_THAT(lines[1], Contains(R"("document":2,"record":1,)"));
    CHECK_THAT(lines[1],
               Contains(R"("path":"/type","shape":"DynamoDBTableBackup","rule":"enum.unknown-value")"));
    CHECK_THAT(here.read("summary"), Contains(R"("DynamoDBTableBackup":2)"));
    CHECK_THAT(here.read("summary"), Contains(R"("ListBackupsOutput":1)"));
}

TEST_CASE("shapes with the same name are distinguished by --shape", "[tool][clumio]") {
    std::string const of_aws = R"({"ProjectionType":"ALL"})", of_clumio = R"({"projection_type":"ALL"})";
    for (auto const* shape : {"Projection", "aws.Projection"}) {
        CHECK(found_as(shape, of_aws).empty());
        CHECK_THAT(found_as(shape, of_clumio), Contains("document.spelling"));
    }
    CHECK(found_as("clumio.Projection", of_clumio).empty());
    CHECK_THAT(found_as("clumio.Projection", of_aws), Contains("document.spelling"));
    for (auto const* shape : {"DynamoDBTableBackup", "clumio.DynamoDBTableBackup"})
        CHECK_THAT(found_as(shape, backup), Contains("enum.unknown-value"));
    auto const wrong = check({"--shape", "clumio.Projections"});
    CHECK(wrong.status == 2);
    CHECK_THAT(wrong.err, Contains("did you mean clumio.Projection?"));
}

} // namespace tool_check_clumio_test
