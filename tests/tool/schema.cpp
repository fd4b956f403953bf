/// `dynabackup schema`. tool/schema/schema.py and json_schema.cpp test the contents of the schemas.

#include "catch.hpp"
#include "run.hpp"

namespace tool_schema_test {

using namespace tool_test;
using Catch::Matchers::Contains;

namespace {

outcome schema(std::vector<std::string> args) {
    args.insert(args.begin(), "schema");
    return run(std::move(args));
}

} // namespace

TEST_CASE("the schema of a shape is printed for each of its names", "[tool][schema]") {
    auto const plain = schema({"Projection"});
    CHECK(plain.status == 0);
    CHECK(plain.err.empty());
    CHECK(plain.out == schema({"aws.Projection"}).out);
    CHECK_THAT(plain.out, Contains(R"("urn:dynabackup:schema:aws.Projection:latest")"));
    CHECK_THAT(schema({"clumio.Projection"}).out,
               Contains(R"("urn:dynabackup:schema:clumio.Projection:latest")"));
}

TEST_CASE("a schema depends on the edition, the level and the disabled rules", "[tool][schema]") {
    auto const out =
        schema({"Projection", "--edition", "2018-08-06", "--level", "warning", "--disable", "list.size"}).out;
    CHECK_THAT(out, Contains(R"(:2018-08-06:warning:-list.size")"));
    CHECK_THAT(out, Contains("projection.duplicate-attribute"));
    CHECK_THAT(out, !Contains(R"("list.size")"));
    CHECK_THAT(schema({"Projection"}).out, !Contains("additionalProperties"));
    CHECK_THAT(schema({"Projection", "--strict"}).out, Contains(R"("additionalProperties": false)"));
}

TEST_CASE("for a shape or rule that does not exist, similar ones are suggested", "[tool][schema]") {
    auto const shape = schema({"ListBackupOutput"});
    CHECK(shape.status == 2);
    CHECK(shape.out.empty());
    CHECK_THAT(shape.err, Contains("ListBackupsOutput"));
    auto const rule = schema({"Projection", "--disable", "list.sise"});
    CHECK(rule.status == 2);
    CHECK_THAT(rule.err, Contains("list.size"));
    CHECK(schema({}).status == 2);
    CHECK(schema({"Projection", "--edition", "yesterday"}).status == 2);
}

} // namespace tool_schema_test
