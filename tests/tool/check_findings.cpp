/// The forms of findings: text and JSON.

#include "catch.hpp"
#include "run.hpp"

#include <simdjson.h>

namespace tool_check_findings_test {

using namespace tool_test;
using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;
using Catch::Matchers::StartsWith;

namespace {

/// The parts of the first finding in the text form.
struct shown {
    std::string head, source, marker, place;
};

shown first_of(std::string const& in, std::vector<std::string> args = {}) {
    args.insert(args.begin(), {"--fail-on", "never"});
    auto const r = check(args, {.in = in});
    CAPTURE(r.out, r.err);
    auto const lines = lines_of(r.out);
    REQUIRE(lines.size() >= 5);
    CHECK(lines[4].empty());
    auto const behind = [](std::string const& line, char const* separator) {
        auto const at = line.find(separator);
        REQUIRE(at == 6); // the number of the line, and a space
        return line.substr(at + 2);
    };
    return {lines[0], behind(lines[1], "| "), behind(lines[2], "| "), behind(lines[3], "= ")};
}

/// Returns the number of columns of a text. Each of its characters takes one column.
std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// Returns whether the mark is below the first place of that text.
bool marks(shown const& s, std::string_view text) {
    auto const at = s.source.find(text);
    return at != std::string::npos && s.marker.find('^') == width(std::string_view(s.source).substr(0, at));
}

} // namespace

TEST_CASE("a finding has its place, severity, message and rule, the line, and the path", "[tool]") {
    auto const s = first_of("{\n  \"BackupSummaries\": \"none\"\n}\n");
    CHECK_THAT(s.head, StartsWith("<stdin>:2:22: error: ") && EndsWith(" [json.wrong-type]"));
    CHECK(s.source == "  \"BackupSummaries\": \"none\"");
    CHECK(s.marker == "                     ^~~~~~");
    CHECK(s.place == "/BackupSummaries");
}

TEST_CASE("the last line has the counts of files, records and findings, with correct plurals", "[tool]") {
    auto const last = [](std::string const& in) { return lines_of(check({}, {.in = in}).out).back(); };
    CHECK_THAT(last(clean), StartsWith("1 file, 1 document, 0 records: 0 errors, 0 warnings, 0 notes in "));
    CHECK_THAT(last(one_error),
               StartsWith("1 file, 1 document, 0 records: 1 error, 0 warnings, 0 notes in "));
    CHECK_THAT(last(one_warning + one_note),
               StartsWith("1 file, 2 documents, 0 records: 0 errors, 1 warning, 1 note in "));
    CHECK_THAT(last("{\"BackupSummaries\":[{\"BackupArn\":tru}]}"),
               Contains("1 record (1 rejected): 1 error,"));
}

TEST_CASE("tabs, wide and combining characters do not move the mark", "[tool]") {
    CHECK(marks(first_of("{\t\t\"BackupSummaries\":\t7}"), "7"));
    CHECK(first_of("{\t\"BackupSummaries\":7}").source == "{   \"BackupSummaries\":7}");
    CHECK(marks(first_of(R"({"ResponseMetadata":"ä€","BackupSummaries":7})"), "7"));
    auto const wide = first_of(R"({"ResponseMetadata":"漢字","BackupSummaries":7})");
    CHECK(wide.marker == std::string(45, ' ') + '^'); // two columns each
    auto const combining = first_of("{\"ResponseMetadata\":\"a\xCC\x88\",\"BackupSummaries\":7}");
    CHECK(combining.marker == std::string(42, ' ') + '^');
    auto const value = first_of(R"({"BackupSummaries":"漢字"})");
    CHECK(value.marker == std::string(19, ' ') + "^~~~~~");
    CHECK(first_of("{\"BackupSummaries\":7}\r\n").source == R"({"BackupSummaries":7})");
}

TEST_CASE("the part of a long line around the value is shown", "[tool]") {
    std::string const filler(3'000, 'x');
    auto const middle = first_of(R"({"BackupSummaries":7,"Extra":")" + filler + "\"}");
    CHECK_THAT(middle.source, StartsWith("{\"BackupSummaries\"") && EndsWith("x…"));
    CHECK(marks(middle, "7"));

    auto const right = first_of(R"({"NextToken":")" + filler + R"(","BackupSummaries":7})");
    CHECK_THAT(right.source, StartsWith("…x") && EndsWith(":7}"));
    CHECK(marks(right, "7}"));

    std::string const accents = [] {
        std::string text;
        for (int i = 0; i < 1'000; ++i) text += "é";
        return text;
    }();
    auto const both =
        first_of(R"({"NextToken":")" + accents + R"(","BackupSummaries":7,"Extra":")" + accents + "\"}");
    CHECK_THAT(both.source, StartsWith("…é") && EndsWith("é…"));
    CHECK(marks(both, "7,"));
    for (auto const& s : {middle, right, both}) CHECK(width(s.source) <= 100 - 8);

    auto const long_value = first_of(R"({"BackupSummaries":")" + filler + "\"}");
    CHECK(width(long_value.marker) <= 100 - 8);
    CHECK_THAT(long_value.marker, EndsWith("~~~~"));
}

TEST_CASE("a value of several lines is marked up to the end of its first line", "[tool]") {
    auto const s = first_of("{\"BackupSummaries\": {\n  \"a\": 1 }\n}");
    CHECK(s.source == "{\"BackupSummaries\": {");
    CHECK(s.marker == std::string(20, ' ') + '^');
}

TEST_CASE("the mark is at the end of a text that ends too early", "[tool]") {
    auto const s = first_of("{\"BackupSummaries\":");
    CHECK(s.source == "{\"BackupSummaries\":");
    CHECK(s.marker == std::string(19, ' ') + '^');
    CHECK(first_of("\n\n").marker == "^");
}

TEST_CASE("a document cannot act on the terminal", "[tool]") {
    std::string const escape = "\x1B[2J\x07\x7F", c1 = "\xC2\x9B", turned = "\xE2\x80\xAE",
                      bad = "\xFF\xC0\x80";
    for (std::string const& in :
         {"{\"BackupSummaries\":\"" + escape + "\"}", "{\"BackupSummaries\":\"" + c1 + turned + "\"}",
          "{\"BackupSummaries\":\"" + bad + "\"}", escape + bad, "{\"" + escape + "\":1}",
          std::string(R"({"BackupSummaries":[],"\u001b[2J\u009b\u202e":1})"),
          "{\"\x7F" + c1 + "\":1,\"BackupSummaries\":[]}", std::string("{\"BackupSummaries\":\0}", 21)}) {
        auto const r = check({}, {.in = in});
        CHECK(r.status <= 1);
        CHECK_FALSE(r.out.empty());
        for (auto const& part : {std::string("\x1B"), std::string("\x07"), std::string("\x7F"), c1, turned,
                                 std::string("\xFF"), std::string("\xC0"), std::string(1, '\0')})
            CHECK(r.out.find(part) == std::string::npos);
    }
    CHECK(first_of(R"({"BackupSummaries":[],"\u001b":1})").place == "/<U+001B>");
    CHECK(first_of("{\"BackupSummaries\":\"\xFF\"}").source == R"({"BackupSummaries":"<FF>"})");
}

TEST_CASE("ndjson has these members in this order", "[tool]") {
    auto const r = check({"--format", "ndjson"}, {.in = clean + "\n\n " + one_error + '\n' +
                                                        R"({"TableName":"abc","BackupName":"n\u0001"})"});
    auto const lines = lines_of(r.out);
    REQUIRE(lines.size() >= 2);
    simdjson::dom::parser parser;
    for (auto const& line : lines) {
        std::vector<std::string> keys;
        for (auto const& field : simdjson::dom::object(parser.parse(line))) keys.emplace_back(field.key);
        CHECK(keys == std::vector<std::string>{"file", "document", "record", "line", "column", "offset",
                                               "path", "shape", "rule", "severity", "message", "value",
                                               "cite"});
    }
    CHECK_THAT(lines[0],
               StartsWith(R"({"file":"<stdin>","document":1,"record":null,"line":3,"column":21,"offset":44,)"
                          R"("path":"/BackupSummaries","shape":"ListBackupsOutput","rule":"json.wrong-type",)"
                          R"("severity":"error","message":")"));
    CHECK_THAT(lines[0], Contains(R"("value":"7","cite":"https://)"));

    auto const missing =
        check({"--format", "ndjson"}, {.in = R"({"BackupDescription":{"BackupDetails":{}}})"});
    CHECK_THAT(missing.out, Contains(R"("record":0,)") && Contains(R"("value":null,)"));
}

TEST_CASE("ndjson is JSON for any bytes in the input", "[tool]") {
    folder const f;
    simdjson::dom::parser parser;
    std::string every;
    for (int c = 1; c < 256; ++c) every += static_cast<char>(c);
    std::string const in = "{\"BackupSummaries\":\"" + every + "\",\n\"" + every + "\":" + every + "}\n" +
                           every + R"({"BackupSummaries":[],"\u0000\ud83d\ude00\u001b\"\\":"\u0000"})";
    auto name = every;
    std::erase(name, '/');
    for (std::string const& text :
         {in, std::string("\0\0\0", 3), std::string("\xF0\x9F\x98"), std::string("\xEF\xBB\xBF{}")}) {
        auto const path = f.write(name.substr(0, 120), text);
        auto const r = check({"--format", "ndjson", path});
        CHECK(r.status == 1);
        auto const lines = lines_of(r.out);
        CHECK_FALSE(lines.empty());
        for (auto const& line : lines) {
            CAPTURE(line);
            simdjson::dom::element found;
            CHECK(parser.parse(line).get(found) == simdjson::SUCCESS);
            CHECK(std::uint64_t(found["offset"]) <= text.size());
        }
    }
}

TEST_CASE("a place in text and in ndjson is the same", "[tool]") {
    auto const in = "[" + clean + ",\n\t" + one_error + "]";
    auto const text = lines_of(check({}, {.in = in}).out);
    auto const json = check({"--format", "ndjson"}, {.in = in}).out;
    CHECK_THAT(text.at(0), StartsWith("<stdin>:2:21: "));
    CHECK_THAT(json, Contains(R"("line":2,"column":21,"offset":45,)"));
    CHECK(text.at(3) == "      = /BackupSummaries, document 1");
}

} // namespace tool_check_findings_test
