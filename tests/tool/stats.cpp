/// `dynabackup stats` as text, and its errors. tool/stats.py tests its JSON and its page.

#include "catch.hpp"
#include "run.hpp"

namespace tool_stats_test {

using namespace tool_test;
using Catch::Matchers::Contains;

namespace {

outcome stats(std::vector<std::string> args, how const& how = {}) {
    args.insert(args.begin(), "stats");
    return run(std::move(args), how);
}

/// A backup of that table, of that many bytes.
std::string backup(std::string const& table, std::string const& bytes, std::string const& more = "") {
    return R"({"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/)" + table +
           R"(/backup/01767571200000-0a1b2c3d","BackupCreationDateTime":1767571200,"BackupName":"nightly",)"
           R"("BackupSizeBytes":)" +
           bytes + R"(,"BackupStatus":"AVAILABLE","TableName":")" + table + '"' + more + "}\n";
}

std::string const expiring =
    backup("Orders", "2000000", R"(,"BackupExpiryDateTime":1770595200)"); // 2026-02-09

/// Returns the line with that beginning after its indentation.
std::string line_with(std::string const& text, std::string const& begin) {
    for (auto const& line : lines_of(text))
        if (line.find_first_not_of(' ') != line.npos &&
            line.substr(line.find_first_not_of(' ')).starts_with(begin))
            return line;
    return {};
}

} // namespace

TEST_CASE("backups are counted by their fields", "[tool][stats]") {
    auto const r = stats({}, {.in = expiring + backup("Music", "1000000") + backup("Orders", "1000000")});
    CHECK(r.status == 0);
    CHECK(r.err.empty());
    CHECK_THAT(r.out, Contains("3 records in 3 documents of 1 file"));
    CHECK_THAT(line_with(r.out, "AVAILABLE"), Contains(" 3  100 %  ####"));
    CHECK_THAT(line_with(r.out, "(not given)"), Contains(" 3  100 %")); // the type
    CHECK_THAT(line_with(r.out, "Orders  eu-west-1  123456789012"), Contains(" 2   3.0 MB  ####"));
    CHECK_THAT(line_with(r.out, "2026-02-09"), Contains(" 1  ####"));
    CHECK(r.out.find("Orders  eu") < r.out.find("Music  eu"));
    CHECK_THAT(r.out, !Contains("Age on"));
}

TEST_CASE("the user sets the time of the report", "[tool][stats]") {
    auto const r = stats({"--now", "2026-03-01T00:00:00Z"}, {.in = expiring});
    CHECK_THAT(r.out, Contains("Age on 2026-03-01"));
    CHECK_THAT(line_with(r.out, "up to 90 days"), Contains(" 1  ####"));
    CHECK_THAT(r.out, Contains("1 backup expired before 2026-03-01 and has not been deleted"));
    CHECK_THAT(line_with(r.out, "warning  backup.expired"), Contains(" 1"));
    CHECK_THAT(stats({"--now", "2026-02-09T23:00:00Z"}, {.in = expiring}).out,
               Contains("0 backups expired before 2026-02-09"));
}

TEST_CASE("the requested number of tables is shown", "[tool][stats]") {
    auto const r = stats({"--top", "1"}, {.in = expiring + backup("Music", "1")});
    CHECK_THAT(r.out, Contains("1 of 2") && Contains("Orders  eu"));
    CHECK_THAT(r.out, !Contains("Music  eu"));
}

TEST_CASE("colours and blocks are only used on terminals", "[tool][stats]") {
    auto const plain = stats({}, {.in = expiring, .env = {"LANG=en_US.UTF-8"}}).out;
    CHECK(plain.find('\x1B') == plain.npos);
    CHECK(plain.find("█") == plain.npos);
    auto const drawn = stats({"--color", "always"}, {.in = expiring}).out;
    CHECK_THAT(drawn, Contains("\x1B[36m█"));
}

TEST_CASE("names from a dump cannot act on the terminal", "[tool][stats]") {
    auto const r = stats({}, {.in = backup("a\\u001b[31m\\u202eb", "7")});
    CHECK(r.out.find('\x1B') == r.out.npos);
    CHECK_THAT(r.out, Contains("a<U+001B>[31m<U+202E>b"));
}

TEST_CASE("an input without anything to count is not an error", "[tool][stats]") {
    auto const r = stats({}, {.in = clean});
    CHECK(r.status == 0);
    CHECK_THAT(r.out, Contains("0 records in 1 document"));
    CHECK_THAT(stats({}, {.in = "{"}).out, Contains("1 record (1 rejected)"));
}

TEST_CASE("files that cannot be read are reported, and the rest is counted", "[tool][stats]") {
    folder const f;
    auto const r = stats({f / "missing.json", f.write("a.json", expiring)});
    CHECK(r.status == 2);
    CHECK_THAT(r.err, Contains("missing.json"));
    CHECK_THAT(r.out, Contains("1 record in 1 document of 1 file"));
    CHECK(stats({"--format", "htm"}).status == 2);
    CHECK_THAT(stats({"--format", "htm"}).err, Contains("html"));
    CHECK(stats({"--now", "today"}).status == 2);
}

} // namespace tool_stats_test
