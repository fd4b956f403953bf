/// \file
/// `dynabackup check` on the output of other programs: spellings, requests and responses, empty files, UTF-16.

#include "catch.hpp"
#include "run.hpp"

#include <string>

namespace tool_check_programs_test {

using namespace tool_test;
using Catch::Matchers::Contains;

namespace {

std::string const camel = R"({"backupSummaries":[{"tableName":"Music","backupSizeBytes":5}]})";
std::string const request = R"({"Limit":1})";
std::string const page = R"({"BackupSummaries":[{"TableName":"Music"},{"TableName":"Music"}]})";

std::string ids(outcome const& r) {
    std::string all;
    for (auto const& line : lines_of(r.out)) {
        auto const at = line.find("\"rule\":\"") + 8;
        all += line.substr(at, line.find('"', at) - at) + ' ';
    }
    return all;
}
outcome found(std::vector<std::string> args, std::string const& in = {}) {
    args.insert(args.begin(), {"--format", "ndjson"});
    return check(args, {.in = in});
}

} // namespace

TEST_CASE("the tool reads names in any spelling by default", "[tool]") {
    CHECK(ids(found({}, camel)) == "document.spelling ");
    CHECK(found({}, camel).status == 0);
    CHECK(ids(found({"--names", "exact"}, camel)) == "document.unrecognized ");
    CHECK(ids(found({"--names", "any", "--shape", "ListBackupsOutput"}, camel)) == "document.spelling ");
    auto const time = R"({"TimeRangeLowerBound":"2024-06-01 00:00:00"})";
    CHECK(ids(found({}, time)) == "timestamp.format ");
    CHECK(ids(found({"--times", "any"}, time)) == "document.times ");
    CHECK(found({"--names", "some"}).status == 2);
}

TEST_CASE("responses are checked against their request", "[tool][request]") {
    folder const here;
    here.write("request.json", request);
    here.write("page.json", page);
    here.write("good.json", R"({"BackupSummaries":[{"TableName":"Music"}]})");
    auto const both = found({"--request", here / "request.json", here / "good.json", here / "page.json"});
    CHECK(both.status == 1);
    CHECK(ids(both) == "list.limit ");
    CHECK_THAT(both.out, Contains("page.json"));
    CHECK(found({"--request", here / "request.json", here / "good.json"}).status == 0);
    CHECK(found({"--request", here / "none.json", here / "good.json"}).status == 2);
    CHECK(found({"--request", here / "request.json", here / "none.json"}).status == 2);
    here.write("wrong.json", R"({"Limit":500})");
    CHECK(ids(found({"--request", here / "wrong.json", here / "good.json"})) == "number.out-of-range ");
    auto const compared = found({"--request", here / "request.json", here / "good.json"});
    CHECK(compared.err.find("not compared") == std::string::npos);
    auto const swapped = found({"--request", here / "good.json", here / "request.json"});
    CHECK(swapped.status == 0);
    CHECK_THAT(swapped.err, Contains("request.json: ") && Contains("not compared"));
}

TEST_CASE("pairs of requests and responses are checked line by line", "[tool][request]") {
    folder const here;
    auto const pair = [](std::string const& a, std::string const& b) {
        return R"({"request":)" + a + R"(,"response":)" + b + "}\n";
    };
    here.write("pairs.ndjson", pair(request, R"({"BackupSummaries":[]})") + "\n" + pair(request, page) +
                                   pair(R"({"Limit":500})", page) + R"({"Foo":1})");
    auto const r = found({"--request", here / "pairs.ndjson", "--summary", here / "summary"});
    CHECK(ids(r) == "list.limit number.out-of-range document.unrecognized ");
    auto const lines = lines_of(r.out);
    REQUIRE(lines.size() == 3);
    CHECK_THAT(lines[0], Contains(R"("document":1,)") && Contains(R"("line":3,)") &&
                             Contains(R"("path":"/response/BackupSummaries")"));
    CHECK_THAT(lines[1], Contains(R"("line":4,"column":21,)") && Contains(R"("path":"/request/Limit")"));
    CHECK_THAT(lines[2], Contains(R"("line":5,)"));
    auto const name = "\"file\":\"" + (here / "pairs.ndjson") + '"';
    for (auto const& line : lines) CHECK_THAT(line, Contains(name));
    here.write("none.ndjson", request);
    CHECK_THAT(found({"--request", here / "none.ndjson"}).err, Contains("nothing was compared"));
    CHECK_THAT(here.read("summary"), Contains(R"("documents":4)"));
}

TEST_CASE("an empty file and a directory without files are problems", "[tool]") {
    folder const here;
    here.write("empty.json", "");
    CHECK(found({here / "empty.json"}).status == 2);
    CHECK_THAT(found({here / "empty.json"}).err, Contains("empty"));
    CHECK(found({here / "empty.json"}).out.empty());
    CHECK(found({"--allow-empty", here / "empty.json"}).status == 0);
    CHECK(found({}, "").status == 2);
    CHECK(found({"--allow-empty"}, "").status == 0);
    CHECK(found({}, "[]").status == 0);
    here.write("other/read.txt", "x");
    CHECK(found({here / "other"}).status == 2);
    CHECK(found({"--allow-empty", here / "other"}).status == 0);
}

TEST_CASE("UTF-16 is read, with a warning", "[tool]") {
    std::string text = "\xFF\xFE";
    for (char c : camel) (text += c) += '\0';
    auto const r = found({}, text);
    CHECK(ids(r) == "document.spelling ");
    CHECK_THAT(r.err, Contains("UTF-16"));
    CHECK_THAT(check({}, {.in = "PK\x03\x04"}).err, Contains("zip"));
}

} // namespace tool_check_programs_test
