/// `dynabackup map`: one answer for each line.

#include "catch.hpp"
#include "scaling.hpp"

#include <simdjson.h>

#include <algorithm>

namespace tool_map_test {

using namespace scaling_test;

namespace {

outcome map(std::string const& in, std::vector<std::string> args = {}) {
    args.insert(args.begin(), "map");
    return run(std::move(args), {.in = in});
}

/// Returns the answer to the only line.
std::string answer(std::string const& line, std::vector<std::string> args = {}) {
    auto const out = lines_of(map(line, std::move(args)).out);
    REQUIRE(out.size() == 1);
    return out.front();
}

bool has(std::string const& text, std::string_view part) { return text.find(part) != text.npos; }

std::uint64_t number(simdjson::dom::element const& of, std::string_view name) {
    return std::uint64_t(of.at_key(name));
}

} // namespace

TEST_CASE("map: the answer to a backup is one line", "[tool][map]") {
    auto const line = summary(3);
    auto const r = map(line + '\n');
    CHECK(r.status == 0);
    CHECK(r.err.empty());
    CHECK(
        r.out ==
        R"({"ok":true,"bytes":)" + std::to_string(line.size() + 1) +
            R"(,"documents":1,"records":1,"rejected":0,"shapes":{"BackupSummary":1},"backups":[{"record":0,)"
            R"("system":"aws","id":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000003-0a1b2c3d",)"
            R"("name":"backup-3","table":"Orders","region":"eu-west-1","account":"123456789012",)"
            R"("created":"2024-06-01T00:00:00.003Z","expires":null,"size":21,"status":"AVAILABLE","type":"USER"}],)"
            R"("findings":[]})"
            "\n");
}

TEST_CASE("map: findings are in the line", "[tool][map]") {
    auto const r = map(summary(1, "Orders", "X") + "\n{\"BackupArn\":\n");
    CHECK(r.status == 1);
    auto const out = lines_of(r.out);
    REQUIRE(out.size() == 2);
    CHECK(out[0].starts_with(R"({"ok":false,)"));
    CHECK(has(out[0], R"("rejected":0,)"));
    CHECK(has(
        out[0],
        R"("findings":[{"record":0,"rule":"enum.unknown-value","severity":"error","path":"/BackupStatus",)"));
    CHECK(out[1].starts_with(R"({"ok":false,"bytes":14,"documents":1,"records":1,"rejected":1,)"));
    CHECK(has(out[1], R"("backups":[],"findings":[{"record":0,"rule":"json.syntax",)"));
    CHECK(map("{", {"--data-errors-exit-zero"}).status == 0);
}

TEST_CASE("map: lines without a document, and lines with several, are answered", "[tool][map]") {
    for (auto const* blank : {"\n", " \t\r\n"}) {
        CHECK(has(answer(blank), R"({"ok":true,)"));
        CHECK(has(answer(blank),
                  R"("documents":0,"records":0,"rejected":0,"shapes":{},"backups":[],"findings":[]})"));
    }
    CHECK(map("").out.empty());
    auto const page = answer(as_page({summary(1), "7", summary(2)}));
    CHECK(has(
        page,
        R"("documents":1,"records":3,"rejected":1,"shapes":{"ListBackupsOutput":1},"backups":[{"record":0,)"));
    CHECK(has(page, R"(},{"record":2,)"));
    CHECK(has(answer(summary(1) + summary(2)),
              R"("documents":2,"records":2,"rejected":0,"shapes":{"BackupSummary":2})"));
    CHECK(has(answer(summary(1) + "\r\n"), R"({"ok":true,)"));
}

TEST_CASE("map: each line has one answer, whatever it contains", "[tool][map]") {
    random_bits random(7);
    std::vector<std::string> lines;
    for (std::size_t id = 0; id < 400; ++id) lines.push_back(any_line(random, id));
    auto const r = map(as_lines(lines));
    CHECK(r.status == 1);
    CHECK(r.err.empty());
    auto const out = lines_of(r.out);
    REQUIRE(out.size() == lines.size());
    simdjson::dom::parser parser;
    for (std::size_t i = 0; i < out.size(); ++i) {
        INFO(i << ": " << lines[i]);
        simdjson::dom::element read;
        REQUIRE(parser.parse(out[i]).get(read) == simdjson::SUCCESS);
        CHECK(number(read, "bytes") == lines[i].size() + 1);
        auto const backups = simdjson::dom::array(read["backups"]).size();
        CHECK(number(read, "records") == number(read, "rejected") + backups);
    }

    SECTION("which does not depend on other lines") {
        std::vector<std::size_t> order(lines.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::shuffle(order.begin(), order.end(), random);
        std::vector<std::string> moved, expected;
        for (auto const i : order) {
            moved.push_back(lines[i]);
            expected.push_back(out[i]);
        }
        CHECK(lines_of(map(as_lines(moved)).out) == expected);
        CHECK(map(as_lines(lines), {"--line-buffered"}).out == r.out);
    }
    SECTION("and the sum of all counts is that of check") {
        for (std::size_t i = 0; i < 40; ++i) {
            if (lines[i].find_first_not_of(" \t\r") == std::string::npos) continue;
            auto const one = check({"--summary", "-"}, {.in = lines[i]});
            auto const counts = one.err.substr(one.err.find(R"("documents":)"));
            CHECK(has(out[i], counts.substr(0, counts.find(R"(,"findings")"))));
        }
    }
}

TEST_CASE("map: lines that are too long are skipped", "[tool][map]") {
    std::string const longest(summary(1));
    auto const size = std::to_string(longest.size());
    auto const r = map(longest + '\n' + longest + " \n" + std::string(5'000'000, 'x') + '\n' + longest,
                       {"--max-record-bytes", size});
    auto const out = lines_of(r.out);
    REQUIRE(out.size() == 4);
    CHECK(has(out[0], R"("ok":true)"));
    for (std::size_t const i : {1u, 2u}) {
        CHECK(has(out[i], R"("documents":1,"records":1,"rejected":1,)"));
        CHECK(has(
            out[i],
            R"("findings":[{"record":0,"rule":"document.record-too-large","severity":"error","path":"","offset":0)"));
    }
    CHECK(has(out[2], R"("bytes":5000001,)"));
    CHECK(has(out[3], R"({"ok":true,"bytes":)" + size + ','));
}

TEST_CASE("map: answers have keys for shuffles", "[tool][map]") {
    CHECK(answer(summary(1), {"--key", "table"}).starts_with("Orders\t{\"ok\":true,"));
    CHECK(answer(summary(1), {"--key", "account"}).starts_with("123456789012\t{"));
    CHECK(answer(summary(1), {"--key", "status"}).starts_with("AVAILABLE\t{"));
    CHECK(answer(summary(1), {"--key", "arn"}).starts_with("arn:aws:dynamodb:"));
    CHECK(answer("{", {"--key", "table"}).starts_with("\t{\"ok\":false,"));
    CHECK(answer("\n", {"--key", "table"}).starts_with("\t{\"ok\":true,"));
    CHECK(answer(as_page({summary(1), summary(2)}), {"--key", "table"}).starts_with("Orders\t{"));
    CHECK(answer(as_page({summary(1), summary(2, "Songs"), summary(3)}), {"--key", "table"})
              .starts_with("\t{"));
    CHECK(answer(summary(1, "a\\tb\\n"), {"--key", "table"}).starts_with("a\\tb\\n\t{"));
    CHECK(map("", {"--key", "colour"}).status == 2);
}

TEST_CASE("map: the options of checking are supported", "[tool][map]") {
    auto const unknown = R"({"Unknown":1,)" + summary(1).substr(1);
    CHECK(has(answer(unknown), R"({"ok":true,)"));
    CHECK(has(answer(unknown, {"--strict"}), R"({"ok":false,)"));
    CHECK(has(answer(summary(1, "Orders", "X"), {"--disable", "enum.*"}), R"("findings":[]})"));
    CHECK(has(answer(summary(1, "Orders", "X"), {"--only", "key-schema.*"}), R"("findings":[]})"));
    CHECK(has(answer("7", {"--shape", "BackupSummary"}), R"("rejected":1)"));
    CHECK(map("", {"--shape", "Backup"}).status == 2);
    CHECK(has(answer(summary(1), {"--edition", "2017-11-29"}), R"("rule":"json.unknown-member")"));
}

TEST_CASE("map: it ends if the reader has gone", "[tool][map]") {
    random_bits random(1);
    auto const r = run({"map"}, {.in = as_lines(summaries(2000, random)), .close_out = true});
    CHECK(r.err.empty());
    CHECK((r.status == 0 || r.status == 1));
}

} // namespace tool_map_test
