#include "table_export/export_files.hpp"
#include "tool/run.hpp"

#include <string>
#include <vector>

namespace tool_exports_test {

using namespace tool_test;
using namespace std::literals;
using Catch::Matchers::Contains;
using exports_fixtures::change_line;
using exports_fixtures::item_line;

namespace {

std::string const rich =
    R"({"Item":{"pk":{"S":"=1+1"},"n":{"N":"-5"},"big":{"N":"12345678901234567890.10"},"tags":{"SS":["a","b"]},)"
    R"("photo":{"B":"AQ=="},"m":{"M":{"x":{"NULL":true}}},"ok":{"BOOL":true},"none":{"NULL":true}}})"
    "\n";

outcome convert(std::vector<std::string> args, std::string const& in) {
    args.insert(args.begin(), "convert");
    return run(args, {.in = in});
}

} // namespace

TEST_CASE("convert: items become plain JSON with every digit, and values without their types are counted",
          "[tool][exports]") {
    auto const r = convert({"--to", "plain"}, rich + item_line(1));
    CHECK(r.status == 0);
    CHECK(
        r.out ==
        R"({"pk":"=1+1","n":-5,"big":12345678901234567890.10,"tags":["a","b"],"photo":"AQ==","m":{"x":null},)"
        R"("ok":true,"none":null})"
        "\n"
        R"({"pk":"song#1","plays":10})"
        "\n");
    CHECK_THAT(r.err, Contains("2 values are"));
    auto const change = convert({"--to", "plain"}, change_line("7", R"(,"NewImage":{"pk":{"S":"a"}})"));
    CHECK(change.out == R"({"Metadata":{"WriteTimestampMicros":7},"Keys":{"pk":"a"},"NewImage":{"pk":"a"}})"
                        "\n");
    CHECK(change.err.empty());
}

TEST_CASE("convert: documents without an item are counted, and manifests are not", "[tool][exports]") {
    folder const f;
    for (auto const& [path, bytes] : exports_fixtures::full_export()) f.write(path, bytes);
    auto const r = run({"convert", "--to", "plain", f.string()});
    CHECK(lines_of(r.out).size() == 3);
    CHECK(r.err.empty());
    CHECK_THAT(convert({"--to", "plain"}, R"({"BackupSummaries":[{"BackupName":"a"}]})").err,
               Contains("has no item"));
}

TEST_CASE("convert: damaged items are reported, and are not in plain JSON", "[tool][exports]") {
    auto const r =
        convert({"--to", "plain"}, R"({"Item":{"pk":{"S":"a"},"x":{"Q":"1"},"l":{"L":[{"S":1},{"S":"b"}]}}})"
                                   "\n{\"Item\":\n" +
                                       item_line(1));
    CHECK(r.status == 1);
    CHECK(r.out == R"({"pk":"a","l":["b"]})"
                   "\n"
                   R"({"pk":"song#1","plays":10})"
                   "\n");
    CHECK_THAT(r.err, Contains("item.attribute-type") && Contains("json.syntax"));
}

TEST_CASE("convert: items are restored from plain JSON with a file of types", "[tool][exports]") {
    folder const f;
    auto const types = f.write("types.json", convert({"--to", "types"}, rich).out);
    CHECK(f.read("types.json") == "{\"/photo\":\"B\",\n \"/tags\":\"SS\"}\n");
    auto const plain = convert({"--to", "plain"}, rich).out;
    CHECK(convert({"--to", "dynamodb", "--types", types}, plain).out == rich);
    CHECK_THAT(convert({"--to", "dynamodb"}, plain).out, Contains(R"("photo":{"S":"AQ=="})"));
    CHECK_THAT(convert({"--to", "dynamodb", "--key", "photo:B"}, plain).out,
               Contains(R"("photo":{"B":"AQ=="})"));
    CHECK(convert({"--to", "dynamodb", "--types", f.write("wrong.json", "{\"a\":\"Q\"}")}, plain).status ==
          2);
    CHECK(convert({"--to", "dynamodb", "--types", f / "none.json"}, plain).status == 2);
    CHECK_THAT(convert({"--to", "types"}, R"({"Item":{"a":{"S":"x"}}}{"Item":{"a":{"B":"AQ=="}}})").err,
               Contains("/a: "));
}

TEST_CASE("convert: plain changes become changes again, with their types", "[tool][exports]") {
    folder const f;
    auto const changes =
        change_line("5", R"(,"NewImage":{"pk":{"S":"a"},"b":{"B":"AQ=="},"t":{"SS":["x"]}})") +
        change_line("6", R"(,"OldImage":{"pk":{"S":"a"},"c":{"BS":["AQ=="]}})") + change_line("7", "");
    auto const types = f.write("types.json", convert({"--to", "types"}, changes).out);
    auto const plain = convert({"--to", "plain"}, changes).out;
    CHECK(convert({"--to", "dynamodb", "--types", types}, plain).out == changes);
    for (std::string const item :
         {R"({"Metadata":{"WriteTimestampMicros":"5"},"Keys":{}})",
          R"({"Metadata":{"WriteTimestampMicros":5},"Keys":1})",
          R"({"Metadata":{"WriteTimestampMicros":5},"Keys":{},"x":1})", R"({"Metadata":{},"Keys":{}})"})
        CHECK(convert({"--to", "dynamodb"}, item).out.starts_with("{\"Item\":{"));
}

TEST_CASE("convert: lines that are not plain JSON are reported with their place", "[tool][exports]") {
    auto const r =
        convert({"--to", "dynamodb", "--max-record-bytes", "40"},
                "{\"a\":1}\r\n\n  \n{\"a\":01}\n{\"b\":\"" + std::string(40, 'x') + "\"}\n{\"c\":null}");
    CHECK(r.status == 1);
    CHECK(r.out == "{\"Item\":{\"a\":{\"N\":\"1\"}}}\n{\"Item\":{\"c\":{\"NULL\":true}}}\n");
    CHECK_THAT(r.err, Contains("<stdin>:4:1") && Contains("<stdin>:5:1") && Contains("record-too-large"));
}

TEST_CASE("convert: a byte order mark before plain JSON is skipped", "[tool][exports]") {
    auto const r = convert({"--to", "dynamodb"}, "\xEF\xBB\xBF{\"a\":1}\n{\"a\":2}\n");
    CHECK(r.status == 0);
    CHECK(r.out == "{\"Item\":{\"a\":{\"N\":\"1\"}}}\n{\"Item\":{\"a\":{\"N\":\"2\"}}}\n");
    CHECK(convert({"--to", "dynamodb"}, "{\"a\":1}\n\xEF\xBB\xBF{\"a\":2}\n").status == 1);
}

TEST_CASE("convert: the attributes of items are the columns of a table", "[tool][exports]") {
    folder const f;
    auto const file = f.write("items.json", rich + item_line(1));
    auto const all = run({"convert", "--to", "csv", file});
    CHECK(all.status == 0);
    CHECK(lines_of(all.out) ==
          std::vector{"big,m,n,none,ok,photo,pk,plays,tags\r"s,
                      R"(12345678901234567890.10,"{""x"":null}",-5,,true,AQ==,'=1+1,,"[""a"",""b""]")"
                      "\r"s,
                      ",,,,,,song#1,10,\r"s});
    CHECK_THAT(all.err, Contains("4 values are"));
    auto const some = convert({"--to", "csv", "--columns", "plays,pk,x"}, item_line(1) + rich);
    CHECK(some.out == "plays,pk,x\r\n10,song#1,\r\n,'=1+1,\r\n");
    CHECK(some.err.empty());
}

TEST_CASE("apply: refuses an input without a manifest that can be read only once", "[tool][exports]") {
    auto const r = run({"apply"}, {.in = item_line(1)});
    CHECK(r.status == 2);
    CHECK_THAT(r.err, Contains("<stdin>"));
}

TEST_CASE("convert: items that can be read only once need the names of their columns", "[tool][exports]") {
    auto const without = convert({"--to", "csv"}, item_line(1));
    CHECK(without.status == 2);
    CHECK(without.out.empty());
    CHECK_THAT(without.err, Contains("--columns"));
    CHECK(convert({"--to", "csv", "--columns", "pk"}, item_line(1)).status == 0);
    // In a table of backups, an item has no columns.
    auto const mixed = convert({"--to", "csv"}, R"({"BackupName":"b","BackupArn":"a","TableName":"t"})"
                                                "\n" +
                                                    item_line(1));
    CHECK(mixed.status == 0);
    CHECK(lines_of(mixed.out).size() == 2);
    CHECK_THAT(mixed.err, Contains("1 document "));
}

TEST_CASE("convert: invalid numbers count as values without their type", "[tool][exports]") {
    std::string const text = R"({"Item":{"n":{"N":"seven"},"l":{"L":[{"N":"8"},{"N":"nine"}]}}})"
                             "\n";
    auto const plain = convert({"--to", "plain"}, text);
    CHECK(plain.out == "{\"n\":\"seven\",\"l\":[8,\"nine\"]}\n");
    CHECK_THAT(plain.err, Contains("2 values are"));
    CHECK_THAT(convert({"--to", "csv", "--columns", "n"}, text).err, Contains("1 value is"));
}

TEST_CASE("convert: a table of changes has their times and kinds", "[tool][exports]") {
    folder const f;
    auto const file =
        f.write("changes.json", change_line("5", R"(,"NewImage":{"pk":{"S":"a"},"n":{"N":"1"}})") +
                                    change_line("6", R"(,"OldImage":{"pk":{"S":"a"}})"));
    CHECK(run({"convert", "--to", "csv", file}).out ==
          "$written,$change,n,pk\r\n5,put,1,a\r\n6,delete,,a\r\n");
    CHECK(run({"convert", "--to", "csv", "--columns", "pk,$change", file}).out ==
          "pk,$change\r\na,put\r\na,delete\r\n");
}

TEST_CASE("convert: ndjson has the unchanged lines of an export", "[tool][exports]") {
    auto const odd = R"({"Item": {"pk":{"S":"\u0061"}, "n":{"N":"1E0"}}})"
                     "\n"s;
    CHECK(convert({"--to", "ndjson"}, odd).out == odd);
}

TEST_CASE("fingerprint: it depends only on the items", "[tool][exports]") {
    auto const of = [](std::string const& text) { return run({"fingerprint"}, {.in = text}); };
    auto const r = of(item_line(1) + item_line(2));
    CHECK(r.status == 0);
    CHECK(r.out == of(item_line(2) + item_line(1)).out);
    CHECK(r.out != of(item_line(1)).out);
    CHECK_THAT(r.out, Contains("  2 items\n"));
    CHECK(r.out.find("  ") == 32);
    auto const damaged = of(item_line(1) + "{\"Item\":{\n");
    CHECK(damaged.status == 1);
    CHECK_THAT(damaged.err, Contains("json.syntax"));
    CHECK(run({"fingerprint", "/nonexistent"}).status == 2);
}

TEST_CASE("diff: items that only one export has, and items that differ, are printed", "[tool][exports]") {
    folder const f;
    auto const a = f.write("a.json", item_line(1) + item_line(2)),
               b = f.write("b.json", item_line(2) + item_line(3));
    auto const r = run({"diff", "--key", "pk:S", a, b});
    CHECK(r.status == 1);
    CHECK(lines_of(r.out) == std::vector{R"({"OldImage":{"pk":{"S":"song#1"},"plays":{"N":"10"}}})"s,
                                         R"({"NewImage":{"pk":{"S":"song#3"},"plays":{"N":"30"}}})"s});
    CHECK_THAT(r.err, Contains("1 unchanged, 1 added, 1 removed, 0 changed"));
    CHECK(run({"diff", "--key", "pk:S", "--memory", "1", a, b}).out == r.out);
    CHECK(run({"diff", "--key", "pk:S", a, a}).status == 0);
    CHECK(run({"diff", "--key", "pk:S", f.string(), a}).status == 1); // every item twice
    CHECK(run({"diff", "--key", "id:S", a, a}).status == 2);
    CHECK(run({"diff", "--key", "pk:S", a}).status == 2);
    CHECK(run({"diff", a, b}).status == 2);
    CHECK(run({"diff", "--key", "pk:S", a, f / "none"}).status == 2);
}

TEST_CASE("stats: items are counted, and so are backups in the same input", "[tool][exports]") {
    auto const items =
        item_line(1) + item_line(2) + change_line("3600000000", R"(,"OldImage":{"pk":{"S":"a"}})");
    auto const json = run({"stats", "--format", "json"}, {.in = items});
    CHECK(json.status == 0);
    CHECK_THAT(json.out, Contains(R"("items":3,"rejected":0)") &&
                             Contains(R"("items":{"items":2,"changes":1,)") &&
                             Contains(R"("pk":{"items":2,"bytes":16,"types":{"S":2}})") &&
                             Contains(R"("hours":{"1970-01-01T01Z":{"created":0,"changed":0,"deleted":1}})"));
    auto const text = run({"stats"}, {.in = items}).out;
    CHECK_THAT(text, Contains("2 items after 1 change, ") && Contains("pk  S") && !Contains("of backups"));
    auto const both = R"({"BackupName":"a","BackupStatus":"AVAILABLE","BackupType":"USER"})" + items;
    CHECK_THAT(run({"stats"}, {.in = both}).out,
               Contains("2 items after 1 change, ") && Contains("of backups"));
    auto const html = run({"stats", "--format", "html"}, {.in = R"({"Item":{"<b>":{"S":"<i>"}}})"}).out;
    CHECK_THAT(html, Contains("&lt;b&gt;") && !Contains("<b>") && !Contains("<i>") &&
                         Contains("Items by size") &&
                         Contains("<h1>DynamoDB items</h1>\n<p class=\"soft\">1 item in "));
    CHECK_THAT(run({"stats", "--format", "html"}, {.in = both}).out,
               Contains("<h1>DynamoDB backups</h1>\n<p class=\"soft\">1 record, 3 items in "));
    CHECK_THAT(run({"stats", "--format", "json"}, {.in = "{}"}).out, !Contains("\"items\""));
}

TEST_CASE("apply: the state is printed, and inputs that do not fit are reported", "[tool][exports]") {
    folder const f;
    auto const full = f.write("full.json", item_line(1) + item_line(2));
    auto const changes = f.write(
        "changes.json",
        R"({"Metadata":{"WriteTimestampMicros":{"N":"1"}},"Keys":{"pk":{"S":"song#1"}},"NewImage":{"pk":{"S":"song#1"}}})");
    auto const r = run({"apply", changes, full});
    CHECK(r.status == 0);
    CHECK(r.out == "{\"Item\":{\"pk\":{\"S\":\"song#1\"}}}\n" + item_line(2));
    CHECK_THAT(r.err, Contains("2 items: 0 added, 1 replaced; 0 deleted"));
    CHECK(run({"apply", "--output", f / "state.json", changes, full}).out.empty());
    CHECK(f.read("state.json") == r.out);
    CHECK(run({"apply", "--output", full, changes, full}).status == 2);
    CHECK(run({"apply", f / "none"}).status == 2);
    CHECK(run({"apply", f.write("odd.json", change_line("x", "")), full}).status == 1);
}

TEST_CASE("generate: an export and its changes may be in one folder, and a state is also an export",
          "[tool][exports]") {
    folder const f;
    auto const made = run({"generate", "--export", f / "all", "--items", "40", "--seed", "7"});
    CHECK(made.status == 0);
    CHECK(made.out.empty());
    CHECK_THAT(made.err, Contains("40 items in 4 files; the key is "));
    CHECK(run({"generate", "--export", f / "all", "--items", "16", "--seed", "7", "--incremental"}).status ==
          0);
    CHECK(run({"check", f / "all"}).status == 0);
    auto const state = run({"apply", f / "all", "--export", f / "state"});
    CHECK(state.status == 0);
    CHECK(state.out.empty());
    CHECK_THAT(state.err, Contains("40 items: 4 added, 8 replaced; 4 deleted"));
    CHECK(run({"check", f / "state"}).status == 0);
    CHECK(run({"fingerprint", f / "state"}).out ==
          run({"fingerprint"}, {.in = run({"apply", f / "all"}).out}).out);
    // Nothing is overwritten.
    CHECK(run({"apply", f / "all", "--export", f / "state"}).status == 2);
    CHECK(run({"generate", "--export", f / "all", "--items", "40", "--seed", "7"}).status == 2);
}

TEST_CASE("generate: an export violates the rule that is named", "[tool][exports]") {
    folder const f;
    CHECK(run({"generate", "--export", f / "a", "--invalid", "export.item-count"}).status == 0);
    auto const found = run({"check", f / "a", "--format", "ndjson"});
    CHECK(found.status == 1);
    CHECK_THAT(found.out, Contains(R"("rule":"export.item-count")"));
    CHECK(lines_of(found.out).size() == 1);
}

TEST_CASE("generate, apply: options that contradict each other are wrong usage", "[tool][exports]") {
    folder const f;
    for (auto const& args : std::vector<std::vector<std::string>>{
             {"generate", "--items", "5"},
             {"generate", "--incremental"},
             {"generate", "--export", f / "x", "--records", "5"},
             {"generate", "--export", f / "x", "--layout", "page"},
             {"generate", "--export", f / "x", "--shape", "ListBackupsOutput"},
             {"generate", "--export", f / "x", "--invalid", "backup.expired"},
             {"apply", f / "nothing", "--export", f / "x", "--output", f / "y"}}) {
        CAPTURE(args);
        CHECK(run(args).status == 2);
    }
}

TEST_CASE("convert: items of pages are converted like lines of exports", "[tool][exports][pages]") {
    auto const page =
        R"({"Items":[{"pk":{"S":"a"},"n":{"N":"1.50"}}, {"pk":{"S":"b"}}],"Count":2,"ScannedCount":2})"s;
    auto const printed =
        "{\n    \"Items\": [\n        {\n            \"pk\": {\n                \"S\": \"a\"\n"
        "            }\n        }\n    ],\n    \"Count\": 1,\n    \"ScannedCount\": 1,\n"
        "    \"ConsumedCapacity\": null\n}\n"s;
    CHECK(convert({"--to", "plain"}, page).out == "{\"pk\":\"a\",\"n\":1.50}\n{\"pk\":\"b\"}\n");
    CHECK(convert({"--to", "csv", "--columns", "n,pk"}, page).out == "n,pk\r\n1.50,a\r\n,b\r\n");
    CHECK(convert({"--to", "ndjson"}, page).out ==
          "{\"Item\":{\"pk\":{\"S\":\"a\"},\"n\":{\"N\":\"1.50\"}}}\n{\"Item\":{\"pk\":{\"S\":\"b\"}}}\n");
    CHECK(convert({"--to", "ndjson"}, printed).out == "{\"Item\":{\"pk\":{\"S\":\"a\"}}}\n");
    CHECK(convert({"--to", "wire"}, page).out ==
          R"({"Items":[{"pk":{"S":"a"},"n":{"N":"1.50"}},{"pk":{"S":"b"}}]})");
    auto const get =
        convert({"--to", "plain"}, R"({"Item":{"pk":{"S":"a"}},"ConsumedCapacity":{"CapacityUnits":1}})");
    CHECK(get.out == "{\"pk\":\"a\"}\n");
    CHECK(get.err.empty());
}

TEST_CASE("check, stats, map and split take pages of items", "[tool][exports][pages]") {
    auto const page = R"({"Items":[{"pk":{"S":"a"}},{"pk":{"B":"x"}}],"Count":2,"ScannedCount":2})"s;
    auto const checked = run({"check", "--format", "ndjson", "--summary", "-"}, {.in = page});
    CHECK(checked.status == 1);
    CHECK_THAT(checked.out, Contains(R"("path":"/Items/1/pk/B")") && Contains(R"("rule":"item.binary")"));
    CHECK_THAT(checked.err, Contains(R"("items":2)") && Contains(R"("ScanOutput":1)"));
    CHECK_THAT(run({"stats", "--format", "json"}, {.in = page}).out, Contains("\"items\""));
    CHECK_THAT(run({"map"}, {.in = page + '\n'}).out, Contains("\"items\":2"));
    folder const f;
    CHECK(run({"split", "--records", "1", "--output", f.string() + "/parts"}, {.in = page}).status == 0);
    CHECK(f.read("parts/part-00001.ndjson") == "{\"Item\":{\"pk\":{\"B\":\"x\"}}}\n");
}

} // namespace tool_exports_test
