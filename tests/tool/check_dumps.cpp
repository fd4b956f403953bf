/// Dumps of any size on the command line: compressed, read by several threads, damaged, or too large for memory.

#include "catch.hpp"
#include "dump/compress.hpp"
#include "rounds.hpp"
#include "run.hpp"

#include <algorithm>

namespace tool_check_dumps_test {

using namespace tool_test;
using namespace compress_test;
using Catch::Matchers::Contains;

namespace {

/// A backup that is valid except for its status, if that is not AVAILABLE.
std::string backup(std::string const& status = "AVAILABLE", std::string const& name = "nightly") {
    return R"({"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-0a1b2c3d",)"
           R"("BackupCreationDateTime":1717200000.123,"BackupName":")" +
           name + R"(","BackupStatus":")" + status + R"(","BackupType":"USER","TableName":"Orders"})";
}

/// One document of that many backups. Every thousandth backup has a status that does not exist.
std::string large_page(std::size_t backups, std::string const& between = "") {
    std::string text = "{\"BackupSummaries\":[";
    for (std::size_t i = 0; i < backups; ++i) {
        if (i) text += ',' + between;
        text += backup(i % 1000 == 500 ? "X" + std::to_string(i) : "AVAILABLE");
    }
    return text + "]}";
}

/// Returns the whole output of the checker except for the time that it took.
std::string without_time(outcome const& r) {
    auto text = r.out;
    if (text.ends_with(" s\n")) text.resize(text.rfind(" in "));
    return text + r.err;
}

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t n = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++n;
    return n;
}

} // namespace

TEST_CASE("a directory may have plain and compressed files", "[tool][dump]") {
    folder const f;
    f.write("a.json", clean);
    f.write("b.ndjson.gz", gzip(one_error));
    f.write("c.jsonl.zst", zstd(clean + '\n' + one_error));
    f.write("d.json.gz", one_error); // its name does not matter
    f.write("e.json", gzip(clean) + gzip(one_error));
    f.write("f.gz", gzip(one_error)); // could be anything, so it is not read
    auto const r = check({"--format", "ndjson", "--summary", "-", f.string()});
    CHECK(r.status == 1);
    CHECK(lines_of(r.out).size() == 4);
    for (auto const* place : {"b.ndjson.gz\",\"document\":0,\"record\":null,\"line\":1,\"column\":20,",
                              "c.jsonl.zst\",\"document\":1,\"record\":null,\"line\":2,\"column\":20,",
                              "d.json.gz\",\"document\":0,", "e.json\",\"document\":1,"})
        CHECK_THAT(r.out, Contains(place));
    auto const size = 4 * one_error.size() + 3 * clean.size() + 1;
    CHECK_THAT(r.err, Contains("{\"files\":5,\"bytes\":" + std::to_string(size) + ','));
}

TEST_CASE("standard input may be compressed", "[tool][dump]") {
    for (auto const& in : {gzip(one_error), zstd(one_error)}) {
        auto const r = check({}, {.in = in});
        CHECK(r.status == 1);
        CHECK_THAT(r.out, Contains("<stdin>:1:20: error: ") && Contains("1 | " + one_error));
    }
}

TEST_CASE("the rest of a compressed file that is cut off or damaged is checked", "[tool][dump]") {
    folder const f;
    auto const text = one_error + '\n' + varied_text(300'000);
    for (auto const& packed : {gzip(text), zstd(text)}) {
        auto const cut = f.write("a.json.gz", packed.substr(0, packed.size() / 2));
        auto const good = f.write("b.json", one_error);
        auto const r = check({"--only", "json.wrong-type", cut, good});
        CHECK(r.status == 2);
        CHECK_THAT(r.err, Contains("a.json.gz: ") && Contains("ends too early"));
        CHECK_THAT(r.out, Contains("a.json.gz:1:20: error") && Contains("b.json:1:20: error"));
        CHECK_THAT(r.out, Contains("1 file, 1 unreadable"));
    }
    auto const tail = check({"--only", "json.*", f.write("c.gz", gzip(one_error) + "tail")});
    CHECK(tail.status == 2);
    CHECK_THAT(tail.err, Contains("c.gz: "));
    CHECK(count_of(tail.out, "error: ") == 1);
}

TEST_CASE("findings do not depend on the number of threads", "[tool][dump][jobs]") {
    folder const f;
    f.write("a.json", large_page(20'000)); // one line
    // Many findings, and more than a chunk.
    auto const many = varied_text(is_slow ? 200'000U : 3'000'000U) + large_page(9'000) + '\n';
    f.write("b.ndjson", many + one_error + '\n' + varied_text(is_slow ? 20'000 : 100'000));
    f.write("c.json", "");
    f.write("d.json.gz", gzip(large_page(9'000, "\r\n  ")));
    auto damaged = large_page(12'000);
    damaged.erase(damaged.size() / 2, 40);
    damaged.pop_back();
    f.write("e.json", damaged +
                          R"(,"LastEvaluatedBackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Or)"
                          R"(ders/backup/01717200000123-0a1b2c3d"})");
    f.write("f.json", one_note);
    for (auto const* format : {"text", "ndjson"}) {
        std::vector<std::string> said;
        for (auto const* jobs : {"1", "2", "7"}) {
            auto const r = check({"--format", format, "--jobs", jobs, f.string(), f / "missing.json"});
            CHECK(r.status == 2);
            said.push_back(without_time(r));
        }
        CHECK(count_of(said[0], "enum.unknown-value") == 20 + 9 + 9 + 12);
        CHECK((said[1] == said[0] && said[2] == said[0])); // too long to be shown
    }
    CHECK(check({"--jobs", "0", f / "c.json"}).status == 2);
}

TEST_CASE("a document that is larger than memory is read record by record", "[tool][dump]") {
    auto const text = large_page(20'000);
    auto const r = check({"--format", "ndjson", "--summary", "-"}, {.in = text});
    CHECK(lines_of(r.out).size() == 20);
    CHECK_THAT(r.out, Contains("\"path\":\"/BackupSummaries/19500/BackupStatus\""));
    CHECK_THAT(r.out, Contains("\"offset\":" + std::to_string(text.find("\"X19500")) + ','));
    CHECK_THAT(r.err, Contains("\"bytes\":" + std::to_string(text.size()) +
                               ",\"documents\":1,\"records\":20000,"
                               "\"rejected\":0,"));
    auto const shown = check({}, {.in = text}).out; // the line around it, which is never in memory as a whole
    CHECK_THAT(shown, Contains("\"BackupStatus\":\"X19500\",\"BackupType\":"));
}

TEST_CASE("a large dump is read as the shape of --shape", "[tool][dump]") {
    std::string lines;
    for (int i = 0; i < 10'000; ++i) lines += backup() + "\r\n";
    lines += backup("NONE") + "\r\n";
    auto const as = [&](std::string const& shape) {
        return lines_of(check({"--format", "ndjson", "--only", "enum.*", "--only", "json.unknown-member",
                               "--shape", shape, "--jobs", "3", "--max-findings", "100"},
                              {.in = lines})
                            .out);
    };
    auto const found = as("BackupSummary");
    REQUIRE(found.size() == 1);
    CHECK_THAT(found[0], Contains("\"line\":10001,"));
    CHECK(as("BackupDetails").size() == 100); // it has no TableName
}

TEST_CASE("the largest record that is read has the size of the option --max-record-bytes", "[tool][dump]") {
    auto const small = backup(), large = backup("AVAILABLE", std::string(200, 'n'));
    auto const in = "{\"BackupSummaries\":[" + small + ',' + large + ',' + small + "]}";
    auto const found = [&](std::size_t most) {
        return check({"--format", "ndjson", "--max-record-bytes", std::to_string(most), "--summary", "-"},
                     {.in = in});
    };
    CHECK(found(large.size()).out.empty());
    auto const r = found(large.size() - 1);
    CHECK(r.status == 1);
    CHECK(lines_of(r.out).size() == 1);
    CHECK_THAT(r.out, Contains("\"path\":\"/BackupSummaries/1\"") && Contains("document.record-too-large"));
    CHECK_THAT(r.err, Contains("\"records\":3,\"rejected\":1,"));
    CHECK(check({"--max-record-bytes", "0"}, {.in = in}).status == 2);
}

TEST_CASE("an incomplete listing is a finding of the file with its last page", "[tool][dump]") {
    folder const f;
    auto const page = R"({"BackupSummaries":[],"NextToken":"abc"})";
    f.write("a.json", clean);
    f.write("b.json", page);
    f.write("c.json", one_note);
    auto const last = [&](std::vector<std::string> const& names) {
        std::vector<std::string> args{"--only", "dump.*"};
        for (auto const& name : names) args.push_back(f / name);
        auto const r = check(args);
        CHECK_THAT(r.out, Contains("files, "));
        return r.out;
    };
    CHECK_THAT(last({"a.json", "b.json"}),
               Contains("b.json:1:35: warning") && Contains("\"NextToken\":\"abc\""));
    CHECK_THAT(last({"b.json", "a.json"}), !Contains("warning: "));
    f.write("c.json", R"({"Limit":5})");
    CHECK_THAT(last({"a.json", "b.json", "c.json"}), Contains("b.json:1:35: warning"));
}

TEST_CASE("empty, unreadable and broken files keep their places", "[tool][dump]") {
    folder const f;
    f.write("1.json", one_error);
    f.write("2.json", "");
    f.write("3.json", "\r\n" + one_error + "\r\n");
    std::filesystem::create_symlink("nowhere", f / "2b.json");
    for (auto const* jobs : {"1", "3"}) {
        auto const r = check({"--jobs", jobs, f.string()});
        CHECK(r.status == 2);
        CHECK_THAT(r.err,
                   Contains("2b.json: No such file or directory\n") && Contains("2.json: it is empty"));
        auto const one = r.out.find("1.json:1:20: "), three = r.out.find("3.json:2:20: ");
        CHECK((one < three && three != std::string::npos));
        CHECK_THAT(r.out, Contains("2 files, 2 unreadable, 2 documents"));
        CHECK_THAT(r.out, !Contains("2b.json"));
    }
}

TEST_CASE("checking stops before the end of a dump if the reader has gone", "[tool][dump]") {
    std::string many;
    for (int i = 0; i < 50'000; ++i) many += one_error + '\n';
    for (auto const* jobs : {"1", "3"}) {
        auto const gone = check({"--jobs", jobs}, {.in = many, .close_out = true});
        CHECK(gone.status == 1);
        CHECK(gone.err.empty());
        auto const full = check({"--jobs", jobs}, {.in = many, .out_file = "/dev/full"});
        CHECK(full.status == 2);
        CHECK_THAT(full.err, Contains("No space left"));
    }
}

TEST_CASE("the progress of compressed files is counted in bytes on disk", "[tool][dump]") {
    folder const f;
    auto const packed = gzip(varied_text(is_slow ? 200'000 : 2'000'000));
    auto const r = check({"--progress", "always", f.write("a.json.gz", packed)});
    CHECK_THAT(r.err, Contains("100 %"));
    CHECK_THAT(check({"--progress", "always"}, {.in = packed}).err, !Contains("%"));
}

} // namespace tool_check_dumps_test
