/// The options of `dynabackup check` for rules, and rules over several files.

#include "catch.hpp"
#include "run.hpp"

#include <simdjson.h>

#include <string>
#include <string_view>
#include <vector>

namespace tool_check_rules_test {

using namespace tool_test;
using Catch::Matchers::Contains;

namespace {

using list = std::vector<std::string>;

/// Returns `severity rule path file`, the file without its directory.
list found(list args, how const& how = {}) {
    args.insert(args.begin(), {"--format", "ndjson"});
    auto const r = check(args, how);
    REQUIRE(r.status >= 0);
    REQUIRE(r.status <= 1);
    list lines;
    simdjson::dom::parser parser;
    for (auto const& line : lines_of(r.out)) {
        simdjson::dom::element const f = parser.parse(line);
        auto const text = [&](char const* key) { return std::string(std::string_view(f[key])); };
        auto const file = text("file");
        lines.push_back(text("severity") + ' ' + text("rule") + ' ' + text("path") + ' ' +
                        file.substr(file.rfind('/') + 1));
    }
    return lines;
}

void wrong(list args, std::string const& message) {
    CAPTURE(args);
    args.insert(args.begin(), "check");
    auto const r = run(args, {.in = clean});
    CHECK(r.status == 2);
    CHECK_THAT(r.err, Contains(message));
}

std::string record(std::string_view status) {
    return R"({"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d",)"
           R"("BackupStatus":")" +
           std::string(status) + R"(","TableName":"Orders"})";
}

/// A SYSTEM backup that expires that many milliseconds late.
std::string late(int milliseconds) {
    auto text = std::to_string(1'720'224'000'000 + milliseconds);
    text.insert(text.size() - 3, ".");
    return R"({"BackupSummaries":[{"BackupCreationDateTime":1717200000,"BackupExpiryDateTime":)" + text +
           R"(,"BackupType":"SYSTEM"}]})";
}

std::string const page_to_go_on = R"({"BackupSummaries":[],"NextToken":"eyJ9"})";

} // namespace

TEST_CASE("the option --severity changes the severity of rules, and with it the exit status", "[tool]") {
    auto const of = [](list const& args) { return found(args, {.in = one_error}); };
    auto const as = [](std::string const& level) {
        return list{level + " json.wrong-type /BackupSummaries <stdin>"};
    };
    CHECK(of({}) == as("error"));
    CHECK(of({"--severity", "json.wrong-type=warning"}) == as("warning"));
    CHECK(of({"--severity", "json.*=note"}) == as("note"));
    CHECK(of({"--severity", "json.*=note", "--severity=json.wrong-type=warning"}) == as("warning"));
    CHECK(of({"--severity", "json.wrong-type=note", "--severity", "json.*=warning"}) == as("warning"));
    CHECK(of({"--severity", "json.wrong-type=note", "-"}) == as("note")); // one rule, then a file
    CHECK(check({"--severity", "json.*=warning"}, {.in = one_error}).status == 0);
    CHECK(check({"--severity", "json.*=error"}, {.in = one_note}).status == 1);
    wrong({"--severity", "json.wrong-type"}, "not of the form RULE=error");
    wrong({"--severity", "json.sintax=error"}, "did you mean json.syntax?");
    wrong({"--severity", "json.syntax=eror"}, "did you mean error?");
    wrong({"--severity", "json.syntax="}, "not one of error, warning, note");
    wrong({"--severity", "jsn.*=note"}, "did you mean json.*?");
}

TEST_CASE("the option --expiry-tolerance is a number of seconds", "[tool]") {
    list const bad{"error backup.system-expiry /BackupSummaries/0/BackupExpiryDateTime <stdin>"};
    auto const of = [](int milliseconds, list args) {
        args.insert(args.end(), {"--only", "backup.system-expiry"});
        return found(args, {.in = late(milliseconds)});
    };
    CHECK(of(1000, {}) == list{});
    CHECK(of(1001, {}) == bad);
    CHECK(of(500, {"--expiry-tolerance", "0.5"}) == list{});
    CHECK(of(501, {"--expiry-tolerance", "0.5"}) == bad);
    CHECK(of(0, {"--expiry-tolerance", "0"}) == list{});
    CHECK(of(1, {"--expiry-tolerance", "0"}) == bad);
    CHECK(of(3'600'000, {"--expiry-tolerance", "3600"}) == list{});
    for (std::string const given : {"x", "-1", "1s", "1e99", " 1"})
        wrong({"--expiry-tolerance=" + given}, "not a number of seconds");
}

TEST_CASE("the option --now takes an RFC 3339 time", "[tool]") {
    for (auto const* given : {"2026-01-31T12:00:00Z", "2026-01-31 12:00:00.5+01:00"})
        CHECK(check({"--now", given}, {.in = clean}).status == 0);
    wrong({"--now", "today"}, "'today' is not a time like 2026-01-31T12:00:00Z");
    wrong({"--now", "2026-02-30T12:00:00Z"}, "is not a time like");
    wrong({"--now", "2026-01-31T12:00:00"}, "offset");
    wrong({"--now", "1600-01-01T00:00:00Z"}, "before 1677-09-21");
}

TEST_CASE("the option --history compares the records of all files", "[tool]") {
    folder const f;
    auto const a = f.write("a.ndjson", record("DELETED")), b = f.write("b.ndjson", record("AVAILABLE"));
    list const back{"warning lifecycle.status-regression /BackupStatus b.ndjson"};
    CHECK(found({"--history", a, b}) == back);
    CHECK(found({"--history", f.string()}) == back);
    CHECK(found({"--history", "--shape", "BackupSummary", a, b}) == back);
    CHECK(found({"--history", b, a}) == list{});
    CHECK(found({a, b}) == list{});
    CHECK(found({"--history"}, {.in = record("AVAILABLE") + '\n' + record("CREATING")}).size() == 1);
}

TEST_CASE("a listing continues in the files that follow", "[tool]") {
    folder const f;
    auto const first = f.write("1.json", page_to_go_on), last = f.write("2.json", clean);
    auto const other = f.write("3.json", one_error);
    list const incomplete{"warning dump.incomplete-listing /NextToken 1.json"};
    CHECK(found({first}) == incomplete);
    CHECK(found({first, last}) == list{});
    CHECK(found({last, first}) == incomplete);
    CHECK(found({first, first, last}) == list{});
    CHECK(found({first, other, last}).size() == 1);
    CHECK(found({"--shape", "ListBackupsOutput", first, first}) == incomplete);

    auto const request = f.write("4.json", R"({"Limit":500})");
    CHECK(found({first, request}) ==
          list{"error number.out-of-range /Limit 4.json", incomplete[0]}); // known after everything was read
    auto const text = check({first, request});
    CHECK_THAT(text.out, Contains("1.json:1:35: warning: ") && Contains("\"NextToken\":\"eyJ9\"}\n"));
    CHECK_THAT(text.out, Contains("1 error, 1 warning, 0 notes"));
    CHECK(check({"--fail-on", "warning", first}).status == 1);
    CHECK(check({"--fail-on", "warning", first, last}).status == 0);
    auto const hidden = check({"--max-findings", "1", first, request});
    CHECK_THAT(hidden.out, Contains("1 more finding is not shown") && !Contains("1.json"));
}

TEST_CASE("the options for rules are in the help", "[tool]") {
    auto const help = check({"--help"});
    for (auto const* text :
         {"--severity RULE=LEVEL", "--now TIME", "--expiry-tolerance SECONDS", "--history"})
        CHECK_THAT(help.out, Contains(text));
}

} // namespace tool_check_rules_test
