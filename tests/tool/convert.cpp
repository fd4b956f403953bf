// The output of `dynabackup convert`.
#include "../catch.hpp"
#include "../rounds.hpp"
#include "run.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

namespace tool_convert_test {

using namespace tool_test;

namespace {

outcome convert(std::string const& to, std::string const& in, std::vector<std::string> args = {}) {
    args.insert(args.begin(), {"convert", "--to", to});
    return tool_test::run(std::move(args), {.in = in});
}

/// Returns the output of a conversion without findings.
std::string converted(std::string const& to, std::string const& in, std::vector<std::string> args = {}) {
    auto const ran = convert(to, in, std::move(args));
    CHECK(ran.status == 0);
    CHECK(ran.err.empty());
    return ran.out;
}

/// A summary in AWS's own bytes.
std::string backup(std::string_view name) {
    return R"({"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-0a1b2c3d",)"
           R"("BackupCreationDateTime":1.717200000123E9,"BackupName":")" +
           std::string(name) + R"(","BackupStatus":"AVAILABLE","BackupType":"USER","TableName":"Orders"})";
}

std::string page(std::string_view backups, std::string_view behind = "") {
    return R"({"BackupSummaries":[)" + std::string(backups) + "]" + std::string(behind) + "}";
}

std::string const go_on =
    R"(,"LastEvaluatedBackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/T/backup/1-2")";

std::string const details =
    R"({"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/T/backup/1-2",)"
    R"("BackupCreationDateTime":1.5E9,"BackupName":"now","BackupStatus":"CREATING","BackupType":"USER"})";

std::string const description =
    R"({"BackupDetails":)" + details +
    R"(,"SourceTableDetails":{"KeySchema":[{"AttributeName":"test","KeyType":"HASH"}],"ProvisionedThroughput":)"
    R"({"ReadCapacityUnits":5,"WriteCapacityUnits":5},"TableCreationDateTime":1.515545800237E9,)"
    R"("TableId":"d4f0100b-96ea-4429-8cf4-53cce61719dd","TableName":"T"},"SourceTableFeatureDetails":{}})";

bool has(std::string const& text, std::string_view part) { return text.find(part) != text.npos; }

} // namespace

TEST_CASE("convert: the bytes of the service are restored exactly", "[tool][convert]") {
    for (std::string const& document :
         {page(backup("a")), page(""), page(backup("a") + "," + backup("b\\\"\\\\\\u001B\u20AC/")),
          R"({"BackupDetails":)" + details + "}", R"({"BackupDescription":)" + description + "}", description,
          details,
          std::string(R"({"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/T/backup/1-2"})"),
          std::string(R"({"BackupType":"ALL","Limit":3,"TimeRangeLowerBound":1.0E-6})"),
          std::string(
              R"({"__type":"com.amazonaws.dynamodb.v20120810#BackupNotFoundException","message":"No"})"),
          std::string(R"({"errors":[{"error_code":404,"error_message":"none"}]})"),
          std::string(R"({"_etag":"5d","account_native_id":"111122223333","billing_mode":null,)"
                      R"("start_timestamp":"2024-06-01T00:00:00.250Z"})"),
          std::string(R"({"_embedded":{"items":[{"id":"1","start_timestamp":"2024-06-01T00:00:00Z"}]},)"
                      R"("_links":{"_self":{"href":"/x"}},"current_count":1,"limit":100,"start":"1"})")}) {
        CHECK(converted("wire", document) == document);
        CHECK(converted("wire", converted("cli", document)) == document);
    }
}

TEST_CASE("convert: samples of real responses are restored byte for byte", "[tool][convert]") {
    std::filesystem::path const samples = DYNABACKUP_SOURCE_DIR "/../shared/samples/A-aws-wire-exact";
    if (!std::filesystem::exists(samples)) return;
    for (auto const& file : std::filesystem::directory_iterator(samples)) {
        std::ifstream in(file.path(), std::ios::binary);
        std::string const text{std::istreambuf_iterator<char>(in), {}};
        INFO(file.path());
        CHECK(converted("wire", "", {file.path()}) == text);
    }
}

TEST_CASE("convert: the output of the AWS command line is restored", "[tool][convert]") {
    std::string const text = R"({
    "BackupSummaries": [
        {
            "TableName": "Orders",
            "BackupArn": "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-0a1b2c3d",
            "BackupName": "a",
            "BackupCreationDateTime": "2024-06-01T00:00:00.123000+00:00",
            "BackupStatus": "AVAILABLE",
            "BackupType": "USER"
        },
        {}
    ]
}
)";
    CHECK(converted("cli", text) == text);
    CHECK(converted("cli", page(backup("a") + ",{}")) == text);
    CHECK(converted("cli", page("")) == "{\n    \"BackupSummaries\": []\n}\n");
    auto const cut = text.substr(0, text.size() - 3) + ",\n    \"NextToken\": \"eyJ\\u001b\"\n}\n";
    auto const ran = convert("cli", cut);
    CHECK(ran.out == cut);
    CHECK(ran.status == 0);
    CHECK(has(ran.err, "[dump.incomplete-listing]"));
    CHECK(convert("wire", cut).out == page(backup("a") + ",{}"));
}

TEST_CASE("convert: pages are joined into one, which is incomplete only if the last one is",
          "[tool][convert]") {
    auto const a = backup("a"), b = backup("b"), c = backup("c");
    auto const all = page(a + "," + b + "," + c);
    for (std::string const& in :
         {page(a, go_on) + page(b + "," + c), "[" + page(a + "," + b, go_on) + ",\n" + page(c) + "]",
          page("", go_on) + page(a, go_on) + page(b + "," + c, go_on) + page("")})
        CHECK(converted("wire", in) == all);
    auto const cut = convert("wire", page(a) + page(b + "," + c, go_on));
    CHECK(cut.out == page(a + "," + b + "," + c, go_on));
    CHECK(cut.status == 0);
    CHECK(has(cut.err, "[dump.incomplete-listing]"));
    CHECK(converted("wire", page(a) + b + c) == all);              // separate records
    CHECK(convert("wire", page(a, go_on) + b + c).out == cut.out); // they are not a page
}

TEST_CASE("convert: pages of Clumio are joined into one", "[tool][convert][clumio]") {
    auto const item = [](char id) {
        return R"({"id":")" + std::string(1, id) + R"(","start_timestamp":"2024-06-01T00:00:00Z"})";
    };
    auto const items = [&](std::string const& all, std::string const& behind) {
        return R"({"_embedded":{"items":[)" + all + "]}" + behind + "}";
    };
    auto const counted = R"(,"current_count":1,"limit":1,"start":"1")";
    auto const links = R"(,"_links":{"_next":{"href":"/n"},"_self":{"href":"/s"}})";
    auto const next = R"(,"_links":{"_next":{"href":"/n"}})";
    CHECK(converted("wire", items(item('1'), std::string(links) + counted) + items(item('2'), counted)) ==
          items(item('1') + "," + item('2'), ""));
    auto const cut =
        convert("wire", items(item('1'), counted) + items(item('2'), std::string(links) + counted));
    CHECK(cut.out == items(item('1') + "," + item('2'), next));
    CHECK(converted("cli", items(item('1'), "")) == R"({
    "_embedded": {
        "items": [
            {
                "id": "1",
                "start_timestamp": "2024-06-01T00:00:00+00:00"
            }
        ]
    }
}
)");
}

TEST_CASE("convert: other documents are written one after another", "[tool][convert]") {
    std::string const error = R"({"message":"No"})", typed = R"({"__type":"x#y","message":"No"})";
    auto const described = R"({"BackupDescription":)" + description + "}";
    CHECK(converted("wire", page(backup("a")) + typed + described + page(backup("b"))) ==
          page(backup("a")) + "\n" + typed + "\n" + described + "\n" + page(backup("b")));
    CHECK(converted("cli", R"({"Limit":1} {"Limit":2})") ==
          "{\n    \"Limit\": 1\n}\n{\n    \"Limit\": 2\n}\n");
    CHECK(converted("wire", "[]").empty());
    CHECK(converted("wire", error, {"--shape", "ErrorBody"}) == error);
    CHECK(converted("wire", R"([{"AttributeName":"a","KeyType":"HASH"}])", {"--shape", "KeySchemaElement"}) ==
          R"({"AttributeName":"a","KeyType":"HASH"})");
    CHECK(converted("wire", R"({"items":[{"id":"1"},{"id":"2"}]})",
                    {"--shape", "DynamoDBTableBackupListEmbedded"}) == "{\"id\":\"1\"}\n{\"id\":\"2\"}");
}

TEST_CASE("convert: ndjson has one record per line, whatever contained it", "[tool][convert]") {
    auto const clumio = std::string(R"({"account_native_id":"7","start_timestamp":"2024-06-01T00:00:00Z"})");
    auto const lines =
        backup("a") + "\n" + backup("b") + "\n" + description + "\n" + details + "\n" + clumio + "\n";
    CHECK(converted("ndjson", page(backup("a"), go_on) + page(backup("b")) + R"({"BackupDescription":)" +
                                  description + "}" + R"({"BackupDetails":)" + details + "}" +
                                  R"({"_embedded":{"items":[)" + clumio + "]}}") == lines);
    CHECK(converted("ndjson", lines) == lines);
    CHECK(converted("ndjson", page("")).empty());
    auto const ran = convert("ndjson", R"({"Limit":1})" + backup("a"));
    CHECK(ran.out == backup("a") + "\n");
    CHECK(ran.status == 0);
    CHECK_FALSE(ran.err.empty()); // a request is not a record
}

namespace {

/// A backup in which each member is present or absent, as chosen.
std::string some_members(unsigned choice) {
    constexpr std::string_view members[] = {
        R"("BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/T/backup/01717200000123-0a1b2c3d")",
        R"("BackupName":"now")",
        R"("BackupStatus":"AVAILABLE")",
        R"("BackupType":"USER")",
        R"("BackupCreationDateTime":1.717200000123E9)",
        R"("BackupSizeBytes":7)",
        R"("TableName":"T")",
        R"("TableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/T")",
        R"("Other":1)"};
    std::string out = "{";
    for (unsigned i = 0; i < std::size(members); ++i)
        if (choice >> i & 1) out += (out.size() > 1 ? "," : "") + std::string(members[i]);
    return out + '}';
}

/// Returns how many records a text has, and how many of its documents were not recognised.
std::pair<std::string, std::string> counted(std::string const& text) {
    auto const ran = tool_test::run({"check", "--summary", "-", "--fail-on", "never", "--format", "ndjson",
                                     "--only", "document.unrecognized", "--allow-empty"},
                                    {.in = text});
    auto const from = ran.err.find("\"records\":");
    return {ran.err.substr(from, ran.err.find(',', from) - from), ran.out};
}

} // namespace

TEST_CASE("convert: each line of ndjson is read as the original record", "[tool][convert][property]") {
    for (unsigned choice = 0; choice < 512; choice += every(7)) {
        auto const record = some_members(choice);
        auto const text = page(record + "," + backup("b")) + "\n" +
                          R"({"BackupDescription":{"BackupDetails":)" + record + "}}\n" +
                          R"({"BackupDetails":)" + record + "}\n" + R"({"log":[)" + page(record) + "]}\n";
        CAPTURE(text);
        auto const lines = convert("ndjson", text).out;
        CAPTURE(lines);
        CHECK(counted(lines) == std::pair(counted(text).first, std::string()));
        CHECK(convert("ndjson", lines).out == lines);
    }
}

TEST_CASE("convert: csv has one header, and lines of both systems", "[tool][convert]") {
    auto const lines = lines_of(converted(
        "csv",
        page(backup("a,\\\"b\\\"")) + details + description +
            R"({"id":"7","account_native_id":"111122223333","aws_region":"eu-central-1","item_count":3,)"
            R"("expiration_timestamp":"2024-07-01T02:00:00+02:00","size":9,"table_name":"Music",)"
            R"("type":"clumio_backup","start_timestamp":"2024-06-01T00:00:00Z"})"));
    REQUIRE(lines.size() == 5);
    CHECK(lines[0] ==
          "system,id,name,table,table_id,table_arn,region,account,created,expires,size_bytes,items,status,"
          "type\r");
    CHECK(lines[1] ==
          "aws,arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-0a1b2c3d,"
          "\"a,\"\"b\"\"\",Orders,,,eu-west-1,123456789012,2024-06-01T00:00:00.123Z,,,,AVAILABLE,USER\r");
    CHECK(has(lines[3], ",d4f0100b-96ea-4429-8cf4-53cce61719dd,"));
    CHECK(lines[4] ==
          "clumio,7,,Music,,,eu-central-1,111122223333,2024-06-01T00:00:00Z,2024-07-01T00:00:00Z,9,3,,"
          "clumio_backup\r");
    for (auto const& line : {lines[1], lines[2], lines[3], lines[4]})
        CHECK(std::ranges::count(line, ',') == (line == lines[1] ? 14 : 13));
    CHECK(lines_of(converted("csv", page(""))).size() == 1);
}

TEST_CASE("convert: no cell of csv begins with a formula", "[tool][convert]") {
    for (auto const& [name, cell] :
         {std::pair{"=1+1", ",'=1+1,"}, std::pair{"-5", ",'-5,"}, std::pair{"+5", ",'+5,"},
          std::pair{"@a", ",'@a,"}, std::pair{"\\ta", ",'\ta,"}, std::pair{"\\ra", ",\"'\ra\","},
          std::pair{"a=1", ",a=1,"}})
        CHECK(has(converted("csv", page(backup(name))), cell));
    CHECK(has(converted("csv", R"({"BackupName":"a","BackupArn":"x","BackupSizeBytes":-5,"TableName":"T"})"),
              ",-5,"));
}

TEST_CASE("convert: damaged records are reported and left out, and the rest is written", "[tool][convert]") {
    auto const damaged = page(backup("a") + R"(,{"BackupName":"b",,},)" + backup("c"));
    auto const ran = convert("wire", damaged);
    CHECK(ran.status == 1);
    CHECK(ran.out == page(backup("a") + "," + backup("c")));
    CHECK(has(ran.err, "<stdin>:1:"));
    CHECK(has(ran.err, "[json.syntax]"));
    CHECK(lines_of(convert("ndjson", damaged).out).size() == 2);

    auto const unreadable = convert("wire", page(R"({"BackupName":"b","BackupSizeBytes":"x"})"));
    CHECK(unreadable.status == 1);
    CHECK(unreadable.out == page(R"({"BackupName":"b"})"));
    CHECK(has(unreadable.err, "[json.wrong-type]"));

    auto const cut = convert("wire", page(backup("a"), go_on) + R"({"BackupSummaries":[)" + backup("b"));
    CHECK(cut.status == 1);
    CHECK(cut.out ==
          page(backup("a") + "," + backup("b"))); // it is not known whether the last page has a next page

    auto const nothing = convert("wire", R"({"BackupDescription":7})");
    CHECK(nothing.status == 1);
    CHECK(nothing.out.empty());
    auto const envelope = convert("wire", R"({"BackupDetails":)" + details + R"(,"X":tru})");
    CHECK(envelope.status == 1);
    CHECK(envelope.out == details);
    CHECK(convert("wire", R"({"Backups":[]})").status == 1);
}

TEST_CASE("convert: absent members are not written", "[tool][convert]") {
    auto const old = R"({"BackupDetails":{"BackupArn":"arn","BackupName":"now"}})";
    CHECK(converted("wire", old) == old);
    CHECK(has(converted("csv", old), ",,,,,,,\r\n"));
    CHECK(converted("wire", page(R"({"BackupSizeBytes":-1,"BackupType":"NEW"})")) ==
          page(R"({"BackupSizeBytes":-1,"BackupType":"NEW"})")); // violates a limit, but is not damaged
}

TEST_CASE("convert: members that the model does not know are counted", "[tool][convert]") {
    auto const ran = convert("wire", page(R"({"BackupName":"b","Colour":"red","Taste":[{}]})"));
    CHECK(ran.status == 0);
    CHECK(ran.out == page(R"({"BackupName":"b"})"));
    CHECK(has(ran.err, "2 members"));
    CHECK(has(convert("wire", page(backup("b")), {"--edition", "2017-11-29"}).err, "1 member "));
}

TEST_CASE("convert: the number of threads does not matter", "[tool][convert]") {
    std::string in, lists, all, lines;
    for (int p = 0; p < 40; ++p) {
        std::string backups;
        for (int i = 0; i < 330; ++i) {
            auto const one = backup("backup-" + std::to_string(p) + "-" + std::to_string(i));
            backups += (i ? "," : "") + one;
            lines += one + "\n";
        }
        all += (p ? "," : "") + backups;
        lists += page(backups, p < 39 ? go_on : "");
        in += page(backups, p < 39 ? go_on : "") + "\n" + R"({"BackupDescription":)" + description + "}\n";
        lines += description + "\n";
    }
    REQUIRE(in.size() > 3'000'000);
    for (char const* const jobs : {"1", "3"}) {
        auto const ran = convert("ndjson", in, {"--jobs", jobs});
        CHECK((ran.status == 0 && ran.out == lines));
        auto const pages = convert("wire", in, {"--jobs", jobs});
        CHECK((pages.status == 0 && pages.out + "\n" == in));
        CHECK(convert("wire", lists, {"--jobs", jobs}).out == page(all)); // one list
        auto const pretty = convert("cli", in, {"--jobs", jobs});
        auto const back = tool_test::run({"convert", "--to", "ndjson", "--jobs", jobs}, {.in = pretty.out});
        CHECK((back.status == 0 && back.out == lines));
    }
}

TEST_CASE("convert: the output is a file that is not one of the inputs", "[tool][convert]") {
    folder const here;
    auto const in = here.write("in.json", page(backup("a")));
    auto const out = here.write("out.json", std::string(5000, 'x'));
    CHECK(converted("wire", "", {"--output", out, in}).empty());
    CHECK(here.read("out.json") == page(backup("a")));
    std::filesystem::create_hard_link(in, here / "link.json");
    for (auto const& same : {in, here / "link.json"}) {
        auto const ran = convert("wire", "", {"--output", same, in});
        CHECK(ran.status == 2);
        CHECK_FALSE(ran.err.empty());
    }
    CHECK(tool_test::run({"convert", "--to", "wire", in}, {.out_file = in}).status == 2);
    CHECK(convert("wire", "", {"--output", in, here.string()}).status == 2);
    CHECK(here.read("in.json") == page(backup("a")));
    CHECK(convert("wire", page(""), {"--output", here / "none/out.json"}).status == 2);
}

TEST_CASE("convert: the status is 2 if something cannot be read or written", "[tool][convert]") {
    folder const here;
    auto const in = here.write("in.json", page(backup("a")));
    auto const ran = convert("wire", "", {here / "none.json", in});
    CHECK(ran.status == 2);
    CHECK(ran.out == page(backup("a")));
    CHECK(has(ran.err, "none.json"));
    auto const full = tool_test::run({"convert", "--to", "csv", in}, {.out_file = "/dev/full"});
    CHECK(full.status == 2);
    CHECK_FALSE(full.err.empty());
    auto const gone = tool_test::run({"convert", "--to", "csv", in}, {.close_out = true});
    CHECK(gone.status == 2);
    CHECK(gone.err.empty());
    CHECK(convert("yaml", "").status == 2);
    CHECK(tool_test::run({"convert"}).status == 2);
}

TEST_CASE("convert: text that acts on a terminal is not written to one", "[tool][convert]") {
    auto const in = page(backup("a\x7F\u0085\u202E\U000E0001\u20AC\\u001b"));
    for (auto const& [to, name] : {std::pair{"wire", R"("a\u007f\u0085\u202e\udb40\udc01)"
                                                     "\u20AC"
                                                     R"(\u001B")"},
                                   std::pair{"cli", R"("a\u007f\u0085\u202e\udb40\udc01)"
                                                    "\u20AC"
                                                    R"(\u001b")"},
                                   std::pair{"csv", ",a<U+007F><U+0085><U+202E><U+E0001>\u20AC<U+001B>,"}}) {
        int const terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
        REQUIRE(terminal >= 0);
        REQUIRE((::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0));
        auto const ran = tool_test::run({"convert", "--to", to}, {.in = in, .out_file = ::ptsname(terminal)});
        CHECK(ran.status == 0);
        std::string shown(4096, '\0');
        auto const size = ::read(terminal, shown.data(), shown.size());
        REQUIRE(size > 0);
        shown.resize(static_cast<std::size_t>(size));
        ::close(terminal);
        CHECK(has(shown, name));
        CHECK(shown.ends_with("\r\n")); // the line break of the terminal
        std::erase(shown, '\r');
        std::erase(shown, '\n');
        CHECK(std::ranges::none_of(shown, [](unsigned char c) { return c < 0x20 || c == 0x7F; }));
    }
}

} // namespace tool_convert_test
