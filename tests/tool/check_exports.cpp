#include "table_export/export_files.hpp"
#include "tool/run.hpp"

#include <string>
#include <vector>

namespace tool_check_exports_test {

using namespace tool_test;
using Catch::Matchers::Contains;
using exports_fixtures::full_export;

namespace {

std::string const one_record = R"({"BackupName":"a","BackupStatus":"AVAILABLE","BackupType":"USER"})";

void write_to(folder const& f, exports_fixtures::files const& all) {
    for (auto const& [path, bytes] : all) f.write(path, bytes);
}

} // namespace

TEST_CASE("an export below a directory is checked, and its items are counted", "[tool][exports]") {
    folder const f;
    write_to(f, full_export());
    auto const r = check({"--summary", "-", f.string()});
    CHECK(r.status == 0);
    CHECK_THAT(r.out, Contains("0 records, 3 items: 0 errors"));
    CHECK_THAT(r.err, Contains("\"records\":0,\"rejected\":0,") && Contains("\"items\":3,"));
}

TEST_CASE("findings about whole files name the file", "[tool][exports]") {
    folder const f;
    auto all = full_export();
    auto const md5 = "AWSDynamoDB/" + exports_fixtures::id + "/manifest-files.md5";
    all[md5] = "x";
    write_to(f, all);
    auto const r = check({"--format", "ndjson", f.string()});
    CHECK(r.status == 1);
    auto const lines = lines_of(r.out);
    REQUIRE(lines.size() == 1);
    CHECK_THAT(lines[0],
               Contains("\"file\":\"" + f / md5 + '"') && Contains("\"rule\":\"export.checksum-file\""));
    CHECK_THAT(check({f.string()}).out, Contains("manifest-files.md5: error: "));
    CHECK(check({"--format", "sarif", f.string()}).status == 1);
    CHECK(check({"--disable", "export.*", f.string()}).status == 0);
}

TEST_CASE("a manifest that is named is checked with its checksum", "[tool][exports]") {
    folder const f;
    write_to(f, full_export());
    auto const r =
        check({"--format", "ndjson", f / ("AWSDynamoDB/" + exports_fixtures::id + "/manifest-summary.json")});
    CHECK_THAT(r.out, Contains("export.incomplete") && !Contains("export.checksum-missing"));
}

TEST_CASE("items are checked from standard input, and with a key", "[tool][exports]") {
    auto const line = exports_fixtures::item_line(1);
    CHECK(check({}, {.in = line}).status == 0);
    CHECK(check({"--key", "pk:S"}, {.in = line}).status == 0);
    auto const r = check({"--key", "pk:S,sk:N", "--format", "ndjson"}, {.in = line});
    CHECK(r.status == 1);
    CHECK_THAT(r.out, Contains("\"rule\":\"item.key\"") && Contains("\"path\":\"/Item/sk\""));
    CHECK(check({"--key", "pk:S", "--history"}, {.in = line + line}).status == 1);
    CHECK(check({"--max-item-bytes", "5"}, {.in = line}).status == 1);
    for (auto const* key : {"", "pk", "pk:T", "pk:S,pk:N"}) {
        auto const wrong = check({"--key", key}, {.in = line});
        CHECK(wrong.status == 2);
        CHECK_THAT(wrong.err, Contains("--key"));
    }
}

TEST_CASE("the other commands do not count items as backups", "[tool][exports]") {
    std::string const item = R"({"Item":{"pk":{"S":"a"}}})"
                             "\n";
    CHECK_THAT(run({"map"}, {.in = item}).out,
               Contains(R"("records":0,"rejected":0,"items":1,)") && Contains(R"("backups":[],)"));
    auto const csv = run({"convert", "--to", "csv"}, {.in = one_record + '\n' + item});
    CHECK(lines_of(csv.out).size() == 2);
    CHECK_THAT(csv.err, Contains("1 document has no backup"));
    CHECK(run({"convert", "--to", "ndjson"}, {.in = item}).out == item);
    folder const f;
    auto const summary = f / "summary.json";
    CHECK(check({"--summary", summary}, {.in = item}).status == 0);
    CHECK_THAT(run({"merge", summary, summary}).out, Contains(R"("items":2,)"));
}

TEST_CASE("a partition without an item is not a problem for any command", "[tool][exports]") {
    folder const f;
    auto all = full_export();
    all["AWSDynamoDB/" + exports_fixtures::id + "/data/empty.json.gz"] = compress_test::gzip("");
    write_to(f, all);
    for (auto const& command : {std::vector<std::string>{"stats"}, {"convert", "--to", "ndjson"}}) {
        auto args = command;
        args.push_back(f.string());
        CHECK(run(std::move(args)).status == 0);
    }
}

TEST_CASE("all commands read Ion", "[tool][exports]") {
    folder const f;
    f.write("data/x.ion.gz", compress_test::gzip("$ion_1_0 {Item:{pk:\"a\",n:1.50}}\n$ion_1_0 {Item:{pk\n"));
    auto const data = f / "data";
    auto const r = check({data, "--format", "ndjson"});
    CHECK(r.status == 1);
    CHECK_THAT(r.out, Contains(R"("line":2,)") && Contains("json.syntax"));
    CHECK(run({"convert", "--to", "plain", data}).out == "{\"pk\":\"a\",\"n\":1.50}\n");
    CHECK_THAT(run({"stats", data}).out, Contains("2 items (1 rejected)"));
    CHECK_THAT(run({"fingerprint", data}).out, Contains("1 item"));
}

} // namespace tool_check_exports_test
