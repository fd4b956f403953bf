/// `dynabackup merge`: sums of the counts of other commands.

#include "catch.hpp"
#include "scaling.hpp"

#include <algorithm>

namespace tool_merge_test {

using namespace scaling_test;

namespace {

outcome merge(std::vector<std::string> args, std::string const& in = "") {
    args.insert(args.begin(), "merge");
    return run(std::move(args), {.in = in});
}

std::string map(std::string const& in) { return run({"map"}, {.in = in}).out; }

/// A sum without the list of its parts.
std::string without_parts(std::string const& sum) {
    auto const parts = sum.find(R"(,"parts":[)");
    REQUIRE(parts != sum.npos);
    return sum.substr(0, parts) + "}\n";
}
std::string parts_of(std::string const& sum) { return sum.substr(sum.find(R"("parts":)")); }

std::string stats(std::string const& in, std::vector<std::string> args = {}) {
    args.insert(args.begin(), {"stats", "--format", "json"});
    return run(std::move(args), {.in = in}).out;
}

/// Lines of every kind that fits on one line, so that adjacent lines are not joined.
std::string some_lines(std::uint64_t seed, std::size_t count) {
    random_bits random(seed);
    auto records = summaries(count, random);
    for (std::size_t i = 0; i < count; i += 9) records[i] = records[i].substr(0, records[i].size() / 2);
    return as_lines(records);
}

} // namespace

TEST_CASE("merge: answers add up to the statistics of all lines", "[tool][merge]") {
    auto const lines = some_lines(1, 300);
    auto const sum = merge({}, map(lines));
    CHECK(sum.status == 0);
    CHECK(sum.err.empty());
    CHECK(without_parts(sum.out) == stats(lines));
    CHECK(parts_of(sum.out).starts_with(R"("parts":[{"name":null,"records":300,"rejected":34,"bytes":)"));
    auto const keyed = run({"map", "--key", "table"}, {.in = lines}).out;
    CHECK(without_parts(merge({}, keyed).out) == stats(lines));
}

TEST_CASE("merge: items of exports are counted, and are records of their part", "[tool][merge]") {
    folder const f;
    std::string const items = R"({"Item":{"pk":{"S":"a"}}})"
                              "\n"
                              R"({"Item":{"pk":{"N":"x"}}})"
                              "\n"
                              R"({"Item":{"pk":{"S":")"
                              "\n";
    auto const sum = merge({"--name", "part-00000.ndjson"}, map(items));
    CHECK(sum.out.find(R"("records":0,"items":3,"rejected":1,)") != sum.out.npos);
    auto const bytes = std::to_string(items.size());
    CHECK(parts_of(sum.out) ==
          R"("parts":[{"name":"part-00000.ndjson","records":3,"rejected":1,"bytes":)" + bytes + "}]}\n");
    auto const again = merge({f.write("sum", sum.out)});
    CHECK(again.out == sum.out);

    auto const export_lines = f.write("export.ndjson", items.substr(0, 2 * (items.find('\n') + 1)));
    CHECK(run({"split", "--bytes", "1M", "--output", f / "parts", export_lines}).status == 0);
    auto const counted =
        f.write("counted", merge({"--name", "part-00000.ndjson"}, map(f.read("export.ndjson"))).out);
    CHECK(merge({"--manifest", f / "parts/manifest.json", counted}).status == 0);
    auto const half = f.write("half", merge({"--name", "part-00000.ndjson"}, map(R"({"Item":{}})")).out);
    CHECK(merge({"--manifest", f / "parts/manifest.json", half}).status == 1);
}

TEST_CASE("merge: statistics of items add up, however the items are divided", "[tool][merge]") {
    folder const f;
    // Sizes from 0 bytes to 300 KiB, attributes of several types, more large items than the limit, changes of three hours.
    std::vector<std::string> lines{R"({"Item":{}})"};
    for (int i = 0; i < 250; ++i) {
        auto const n = std::to_string(i);
        auto const more = i % 3
                              ? R"("v":{"S":")" + std::string(static_cast<std::size_t>(i * i), 'x') + R"("})"
                              : R"("v":{"NULL":true},"w )" + n + R"(":{"L":[]})";
        lines.push_back(R"({"Item":{"pk":{"N":")" + n + R"("},)" + more + "}}");
        lines.push_back(R"({"Metadata":{"WriteTimestampMicros":{"N":")" +
                        std::to_string(1'717'200'000 + 40 * i) + R"(000000"}},"Keys":{"pk":{"N":")" + n +
                        R"("}})" + (i % 4 ? R"(,"NewImage":{"pk":{"N":")" + n + R"("}})" : "") +
                        (i % 5 ? R"(,"OldImage":{"pk":{"N":")" + n + R"("}})" : "") + "}");
    }
    lines.push_back(R"({"Item":{"big":{"S":")" + std::string(300 * 1024, 'x') + R"("}}})");
    auto const all = stats(as_lines(lines));
    CHECK(all.find(R"("hours":{"2024-06-01T00Z":)") != all.npos);
    CHECK(all.find(R"("262143":0,"524287":1)") != all.npos);
    random_bits random(7);
    std::shuffle(lines.begin(), lines.end(), random);
    std::vector<std::string> parts(4), files;
    for (auto const& line : lines) parts[random() % 4] += line + '\n';
    for (auto const& part : parts)
        files.push_back(f.write("part-" + std::to_string(files.size()), stats(part)));
    auto const sum = merge({f.write("left", merge({files[2], files[0]}).out), files[3], files[1]});
    CHECK(sum.status == 0);
    auto const counts = [](std::string const& text) { return text.substr(text.find(R"("bytes")")); };
    CHECK(counts(without_parts(sum.out)) == counts(all));

    for (auto const& [from, to] : {std::pair{R"("524287":1)", R"("524288":1)"},
                                   {R"("types":{"N")", R"("types":{"X")"},
                                   {R"("2024-06-01T00Z")", R"("2024-06-01T")"},
                                   {R"("write_units":)", R"("units":)"}}) {
        auto bad = all;
        bad.replace(bad.find(from), std::string_view(from).size(), to);
        CAPTURE(to);
        CHECK(merge({f.write("bad", bad)}).status == 2);
    }
}

TEST_CASE("merge: a sum of sizes that is too large stays at the limit", "[tool][merge]") {
    folder const f;
    std::string const most = R"({"BackupSummaries":[{"BackupSizeBytes":9223372036854775807}]})";
    auto const whole = stats(most + '\n' + most);
    CHECK(whole.find(R"("bytes_are_more":true)") != whole.npos);
    auto const sum = merge({f.write("many", whole), f.write("one", stats(summary(1)))});
    CHECK(sum.out.find(R"("bytes_are_more":true)") != sum.out.npos);
}

TEST_CASE("merge: order and grouping do not matter", "[tool][merge]") {
    folder const f;
    std::vector<std::string> files;
    std::string all;
    for (std::size_t i = 0; i < 6; ++i) {
        auto const lines = some_lines(10 + i, 50);
        all += lines;
        auto const sum = i % 2 ? stats(lines) : map(lines);
        files.push_back(f.write("part-" + std::to_string(i), sum));
    }
    auto const whole = merge(files);
    CHECK(whole.status == 0);
    random_bits random(3);
    for (int round = 0; round < 5; ++round) {
        std::shuffle(files.begin(), files.end(), random);
        CHECK(merge(files).out == whole.out);
        auto const cut = files.begin() + 1 + static_cast<std::ptrdiff_t>(random() % 5);
        auto const left = f.write("left", merge({files.begin(), cut}).out);
        auto const right = f.write("right", merge({cut, files.end()}).out);
        CHECK(merge({right, left}).out == whole.out);
    }
    auto const expected = stats(all); // except for the number of files
    CHECK(without_parts(whole.out).substr(whole.out.find(R"("bytes")")) ==
          expected.substr(expected.find(R"("bytes")")));
}

TEST_CASE("merge: summaries of check add up", "[tool][merge]") {
    folder const f;
    std::string const a = some_lines(1, 40), b = some_lines(2, 30);
    for (auto const& [name, text] : {std::pair{"a", a}, {"b", b}, {"ab", a + b}})
        check({"--summary", f / name, "-"}, {.in = text});
    auto const sum = merge({f / "b", f / "a"});
    CHECK(sum.status == 0);
    auto const whole = f.read("ab");
    auto const counts =
        whole.substr(whole.find(R"("bytes")"), whole.find(R"("seconds")") - whole.find(R"("bytes")"));
    CHECK(sum.out.starts_with(R"({"files":2,)" + counts + R"("seconds":)"));
    CHECK(parts_of(sum.out).starts_with(R"("parts":[{"name":")" + (f / "a") + R"(","records":40,)"));
    f.write("sum", sum.out);
    CHECK(merge({f / "sum"}).out == sum.out);
}

TEST_CASE("merge: the time of reports is kept if all have the same time", "[tool][merge]") {
    std::string const at = R"("at":{"now":"2026-06-01T00:00:00Z")";
    auto const a = stats(summary(1), {"--now", "2026-06-01T00:00:00Z"});
    auto const b = stats(summary(2), {"--now", "2026-06-02T00:00:00Z"});
    REQUIRE(a.find(at) != a.npos);
    CHECK(merge({}, a + a).out.find(at) != std::string::npos);
    CHECK(merge({}, a + b).out.find(R"("at")") == std::string::npos);
    CHECK(merge({}, a + map(summary(1))).out.find(R"("at")") == std::string::npos);
    CHECK(merge({}, map(summary(1)) + a).out.find(R"("at")") == std::string::npos);
}

TEST_CASE("merge: a part that is missing, duplicated or incomplete is reported", "[tool][merge]") {
    folder const f;
    random_bits random(5);
    f.write("dump", as_lines(summaries(100, random)));
    REQUIRE(run({"split", "--records", "30", "--output", f / "parts", f / "dump"}).status == 0);
    auto const manifest = f / "parts/manifest.json";
    std::vector<std::string> sums;
    for (auto const* name :
         {"part-00000.ndjson", "part-00001.ndjson", "part-00002.ndjson", "part-00003.ndjson"})
        sums.push_back(f.write(std::string("sums/") + name,
                               merge({"--name", name}, map(f.read(std::string("parts/") + name))).out));
    auto with = [&](std::vector<std::string> args, std::vector<std::string> const& files) {
        args.insert(args.end(), files.begin(), files.end());
        return merge(args);
    };
    auto const whole = with({"--manifest", manifest, "--expect", "4"}, sums);
    CHECK(whole.status == 0);
    CHECK(whole.err.empty());

    SECTION("missing") {
        std::vector<std::string> const some{sums[0], sums[3]};
        auto const r = with({"--manifest", manifest}, some);
        CHECK(r.status == 1);
        CHECK(lines_of(r.err).size() == 2);
        CHECK(r.err.find("part-00001.ndjson") != r.err.npos);
        CHECK(r.err.find("part-00002.ndjson") != r.err.npos);
        CHECK(with({"--expect", "4"}, some).status == 1);
        CHECK(with({"--expect", "2"}, some).status == 0);
    }
    SECTION("twice") {
        auto twice = sums;
        twice.push_back(sums[1]);
        for (auto const& args : {std::vector<std::string>{}, {"--manifest", manifest}, {"--expect", "4"}}) {
            auto const r = with(args, twice);
            CHECK(r.status == 1);
            CHECK(lines_of(r.err).size() == 1);
            CHECK(r.err.find("part-00001.ndjson") != r.err.npos);
        }
        auto const sum = f.write("twice", with({}, twice).out); // the duplicate stays known
        CHECK(merge({sum}).status == 1);
    }
    SECTION("incomplete or damaged") {
        auto const part = f.read("parts/part-00002.ndjson");
        for (auto const& text : {part.substr(0, part.rfind('{')), part.substr(0, part.size() - 20)}) {
            f.write("sums/part-00002.ndjson", merge({"--name", "part-00002.ndjson"}, map(text)).out);
            auto const r = with({"--manifest", manifest}, sums);
            CHECK(r.status == 1);
            CHECK(r.err.find("part-00002.ndjson") != r.err.npos);
        }
    }
    SECTION("of another dump, or without a name") {
        f.write("sums/part-00000.ndjson", map(summary(1)));
        auto const r = with({"--manifest", manifest}, sums);
        CHECK(r.status == 1);
        CHECK(lines_of(r.err).size() == 2); // one is missing, one is unknown
        CHECK(merge({"--expect", "1"}, map(summary(1))).status == 1);
    }
}

TEST_CASE("merge: a part may be empty", "[tool][merge]") {
    auto const r = merge({"--name", "p", "--expect", "1"});
    CHECK(r.status == 0);
    CHECK(parts_of(r.out) == R"("parts":[{"name":"p","records":0,"rejected":0,"bytes":0}]})"
                             "\n");
    CHECK(without_parts(merge({}).out).find(R"("records":0)") != std::string::npos);
}

TEST_CASE("merge: a sum that would be wrong is not printed", "[tool][merge]") {
    folder const f;
    auto const good = f.write("good", map(summary(1)));
    check({"--summary", f / "summary", "-"}, {.in = summary(1)});
    auto const answer = map(summary(1));
    auto changed = [&](std::string const& from, std::string const& to) {
        auto text = answer;
        text.replace(text.find(from), from.size(), to);
        return text;
    };
    for (auto const& bad :
         {std::string("{"), std::string("[]"), std::string("{}"), f.read("summary"), answer + "x\n",
          changed(R"("records":1)", R"("records":-1)"), changed(R"("records":1)", R"("records":1e99)"),
          changed(R"("rejected":0,)", ""), changed(R"("backups":[)", R"("backups":[7,)"),
          changed(R"("created":"2)", R"("created":"x)")}) {
        INFO(bad);
        auto const r = merge({good, f.write("bad", bad)});
        CHECK(r.status == 2);
        CHECK(r.out.empty());
        CHECK(r.err.find("bad:") != r.err.npos);
    }
    CHECK(merge({good, f / "missing"}).status == 2);
    CHECK(merge({good, f / "missing"}).out.empty());
    CHECK(merge({"--manifest", good, good}).status == 2);
    CHECK(merge({"--expect", "0"}).status == 2);
}

} // namespace tool_merge_test
