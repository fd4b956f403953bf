#include <dynabackup/aws/aws.hpp>
#include <dynabackup/check_documents.hpp>

#include "catch.hpp"
#include "reading.hpp"
#include "rounds.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace aws_documents_test {

using namespace reading_test;

namespace {

struct collector final : finding_sink {
    std::vector<finding> all;
    void take(finding&& f) override { all.push_back(std::move(f)); }
};

/// The result of reading a text.
struct outcome {
    explicit outcome(std::string_view text, check_options const& chosen = reading_only())
        : counts(check_documents(exact(text), chosen, sink)) {}
    collector sink;
    summary counts;

    lines found() const {
        lines all;
        for (auto const& f : sink.all) all.push_back(line(f));
        return all;
    }
};

/// The shapes of the documents of a text, with `-` for each that is unrecognised.
lines shapes_of(std::string_view text) {
    outcome const o(text);
    lines out;
    for (auto const& [shape, n] : o.counts.shapes) out.insert(out.end(), n, std::string(shape));
    for (auto const& f : o.sink.all)
        if (f.rule == &reading::unrecognized) {
            CHECK(f.shape.empty());
            out.emplace_back("-");
        }
    CHECK(o.counts.documents == out.size());
    return out;
}

std::string object(std::vector<std::string> const& names) {
    std::string out = "{";
    for (auto const& name : names) {
        if (out.size() > 1) out += ',';
        out += '"' + name + "\":";
        bool const list = name == "BackupSummaries";
        bool const nested = name == "BackupDescription" || name == "BackupDetails" ||
                            name == "SourceTableDetails" || name == "SourceTableFeatureDetails";
        out += list ? "[]" : nested ? "{}" : "\"x\"";
    }
    return out + '}';
}

/// Checks the shape for every order of the members.
void is(std::vector<std::string> names, std::string const& shape) {
    std::ranges::sort(names);
    do {
        CAPTURE(names);
        CHECK(shapes_of(object(names)) == lines{shape});
    } while (std::ranges::next_permutation(names).found);
}

std::string const summary_line = compact(summary_text);
std::string const describe_line = "{\"BackupDescription\":" + compact(description_text()) + "}";
std::string const list_line = "{\"BackupSummaries\":[" + summary_line + "," + summary_line + "]}";

} // namespace

TEST_CASE("documents are recognised by their members, whatever their order", "[documents]") {
    is({"BackupSummaries"}, "ListBackupsOutput");
    is({"BackupSummaries", "LastEvaluatedBackupArn"}, "ListBackupsOutput");
    is({"BackupSummaries", "NextToken", "ResponseMetadata"}, "ListBackupsOutput");
    is({"BackupDescription"}, "DescribeBackupOutput");
    is({"BackupDescription", "ResponseMetadata"}, "DescribeBackupOutput");
    is({"BackupDetails", "SourceTableDetails"}, "BackupDescription");
    is({"BackupDetails", "SourceTableFeatureDetails"}, "BackupDescription");
    is({"BackupDetails", "SourceTableDetails", "SourceTableFeatureDetails"}, "BackupDescription");
    is({"BackupDetails"}, "CreateBackupOutput");
    is({"BackupDetails", "ResponseMetadata"}, "CreateBackupOutput");
    for (auto table : {"TableName", "TableArn", "TableId"})
        for (auto backup : {"BackupName", "BackupStatus", "BackupCreationDateTime"})
            is({"BackupArn", backup, table}, "BackupSummary");
    for (auto backup :
         {"BackupStatus", "BackupSizeBytes", "BackupCreationDateTime", "BackupExpiryDateTime"}) {
        is({backup}, "BackupSummary");
        is({backup, "TableName"}, "BackupSummary");
    }
    is({"BackupName", "BackupType"}, "BackupSummary");
    is({"BackupName", "BackupArn"}, "BackupSummary");
    is({"BackupArn", "BackupName", "BackupType", "BackupStatus"}, "BackupSummary"); // a member is missing
    is({"BackupArn", "BackupName", "BackupType", "BackupStatus", "BackupCreationDateTime"}, "BackupDetails");
    is({"BackupArn", "BackupName", "BackupType", "BackupStatus", "BackupCreationDateTime", "TableId"},
       "BackupSummary");
    is({"BackupArn"}, "DescribeBackupInput");
    is({"TableName", "BackupName"}, "CreateBackupInput");
    for (auto name :
         {"Limit", "TimeRangeLowerBound", "TimeRangeUpperBound", "ExclusiveStartBackupArn", "BackupType"}) {
        is({name}, "ListBackupsInput");
        is({name, "TableName"}, "ListBackupsInput");
    }
    is({"__type"}, "ErrorBody");
    is({"__type", "message"}, "ErrorBody");
    is({"__type", "Message"}, "ErrorBody");
}

TEST_CASE("if two documents match, the first one in the table is read", "[documents]") {
    is({"BackupSummaries", "BackupDescription"}, "ListBackupsOutput");
    is({"BackupSummaries", "BackupArn", "BackupName", "TableName"}, "ListBackupsOutput");
    is({"BackupSummaries", "__type"}, "ListBackupsOutput");
    is({"BackupDescription", "BackupDetails", "SourceTableDetails"}, "DescribeBackupOutput");
    is({"BackupDescription", "BackupArn"}, "DescribeBackupOutput");
    is({"BackupDetails", "SourceTableDetails", "BackupArn", "BackupName"}, "BackupDescription");
    is({"BackupDetails", "BackupArn", "BackupName", "TableName"}, "CreateBackupOutput");
    is({"BackupArn", "BackupName", "TableName", "Limit"}, "BackupSummary");
    is({"BackupArn", "BackupName", "__type"}, "BackupSummary");
    is({"BackupArn", "TableName"}, "DescribeBackupInput");
    is({"TableName", "BackupName", "BackupType"}, "BackupSummary");
    is({"Limit", "__type"}, "ErrorBody"); // many other APIs have Limit
}

TEST_CASE("a text that matches no document is unrecognised", "[documents]") {
    for (auto text : {"{}", "{\"TableName\":\"x\"}", "{\"BackupName\":\"x\"}", "{\"message\":\"x\"}",
                      "{\"Foo\":1}", "{\"SourceTableDetails\":{}}", "{\"X\":{\"Limit\":5}}", "5",
                      "\"BackupArn\"", "{\"backuparn\":\"x\"}"}) {
        CAPTURE(text);
        outcome const o(text);
        CHECK(o.found() == lines{"document.unrecognized  @0"});
        CHECK(o.counts.documents == 1);
        CHECK(o.counts.records == 0);
    }
    CHECK(outcome("[[{}]]").found() == lines{"document.unrecognized  @2"});
    CHECK(outcome("{\"Foo\":tru}").found() == lines{"json.syntax /Foo @7"});
    outcome const nothing("null");
    CHECK(nothing.found() == lines{});
    CHECK(nothing.counts.documents == 0);
}

TEST_CASE("names with escapes are recognised", "[documents]") {
    CHECK(shapes_of(R"({"\u0042ackupSummaries":[]})") == lines{"ListBackupsOutput"});
}

TEST_CASE("documents are read in any layout", "[documents]") {
    auto const twice = [](std::string_view text, std::size_t documents, std::size_t records) {
        CAPTURE(text);
        outcome const o(text);
        CHECK(o.found() == lines{});
        CHECK(o.counts.documents == documents);
        CHECK(o.counts.records == records);
        CHECK(o.counts.rejected == 0);
    };
    auto const pretty = "{ \"BackupDescription\": " + description_text() + " }";
    twice(summary_line, 1, 1);
    twice(list_line + describe_line, 2, 3);                                       // concatenated
    twice(list_line + "\n" + describe_line + "\n", 2, 3);                         // one per line
    twice("\n\n" + list_line + "\r\n\r\n" + describe_line + "\r\n \t\r\n", 2, 3); // blank lines
    twice("[" + list_line + "," + describe_line + "]", 2, 3);                     // an array
    twice("[\n  " + pretty + ",\n  " + list_line + "\n]\n", 2, 3);                // pretty-printed
    twice("\xEF\xBB\xBF" + list_line + "\n" + describe_line, 2, 3);               // byte order mark
    twice("\xEF\xBB\xBF[" + summary_line + "]", 1, 1);
    twice(pretty + "\n" + pretty + "\n" + std::string(summary_text), 3, 3);
    twice("[]", 0, 0);
    twice("[ ]\n[" + summary_line + "][" + summary_line + "]" + summary_line, 3, 3);
    twice(summary_line + "[" + summary_line + "," + summary_line + "]\n" + list_line, 4, 5);
}

TEST_CASE("findings have the indexes of their document and record", "[documents]") {
    auto const bad = replaced(summary_line, "4096", "-1");
    auto const text = summary_line + "\n{\"BackupSummaries\":[" + summary_line + "," + bad + "]}\n{}\n" + bad;
    outcome const o(text);
    REQUIRE(o.sink.all.size() == 3);
    CHECK(o.sink.all[0].path == "/BackupSummaries/1/BackupSizeBytes");
    CHECK(o.sink.all[0].document == 1);
    CHECK(o.sink.all[0].record == 2u);
    CHECK(o.sink.all[0].line == 2);
    CHECK(o.sink.all[0].shape == "ListBackupsOutput");
    CHECK(o.sink.all[1].rule == &reading::unrecognized);
    CHECK(o.sink.all[1].document == 2);
    CHECK_FALSE(o.sink.all[1].record.has_value());
    CHECK(o.sink.all[2].path == "/BackupSizeBytes");
    CHECK(o.sink.all[2].document == 3);
    CHECK(o.sink.all[2].record == 3u);
    CHECK(o.sink.all[2].line == 4);
    CHECK(o.sink.all[2].shape == "BackupSummary");
}

TEST_CASE("the defects of a document do not affect the next one", "[documents]") {
    CHECK(outcome("{\"Limit\":\"x\"}\n{\"Limit\":1000}\n").found() ==
          lines{"json.wrong-type /Limit @9", "number.out-of-range /Limit @23"});
    auto const bad = replaced(summary_line, "4096", "\"x\"");
    CHECK(outcome(bad + "\n" + replaced(summary_line, "4096", "-1")).sink.all.size() == 2);
}

TEST_CASE("the layout of documents has its own syntax", "[documents]") {
    for (auto const& text :
         {std::string(), std::string(" \n"), "[" + summary_line, "[" + summary_line + ",",
          "[" + summary_line + ",]", "[" + summary_line + " " + summary_line + "]", summary_line + ",",
          summary_line + "]", summary_line + "}", "," + summary_line, summary_line + "x\n" + summary_line,
          "[," + summary_line + "]", "x\ny\n" + summary_line, summary_line + ":" + summary_line}) {
        CAPTURE(text);
        outcome const o(text);
        REQUIRE(o.sink.all.size() == 1);
        CHECK(o.sink.all[0].rule == &reading::syntax);
        CHECK(o.counts.rejected == 1);
        auto const whole = static_cast<std::size_t>(text.find(summary_line) != text.npos) +
                           static_cast<std::size_t>(text.rfind(summary_line) != text.find(summary_line));
        CHECK(o.counts.records - o.counts.rejected == whole);
    }
}

TEST_CASE("a damaged line costs only that line", "[documents]") {
    auto const lines_of = [](std::string const& middle) {
        return summary_line + "\n" + middle + "\n" + summary_line;
    };
    for (auto const& middle :
         {std::string("garbage"), std::string("{"), std::string("}"), std::string("\""),
          summary_line.substr(1), summary_line.substr(0, summary_line.size() - 1), summary_line.substr(0, 70),
          summary_line.substr(70), replaced(summary_line, "\"nightly\"", "\"nightly"),
          replaced(summary_line, "\"nightly\"", "nightly\""), replaced(summary_line, ":4096", ":"),
          replaced(summary_line, ",", ""), summary_line + "}", std::string("\"BackupArn\":"),
          std::string("12,\"x\""), std::string("\xFF\xFE")}) {
        CAPTURE(middle);
        outcome const o(lines_of(middle));
        REQUIRE(o.sink.all.size() == 1);
        CHECK(o.sink.all[0].rule == &reading::syntax);
        CHECK((o.sink.all[0].line == 2 ||
               o.sink.all[0].line == 3)); // a line that is cut off fails at the next line
        CHECK(o.counts.rejected == 1);
        CHECK(o.counts.records >= 3);
        CHECK(o.counts.shapes.at("BackupSummary") >= 2);
    }
}

TEST_CASE("the rest of a damaged document is not a second defect, but a later defect is one", "[documents]") {
    auto const damaged = replaced(list_line, "4096", "4O96");
    CHECK(outcome(damaged + "\n" + summary_line + "\n").counts.rejected == 1);
    auto const again = outcome(damaged + "\n" + summary_line + "}\n" + summary_line + "\n");
    CHECK(again.counts.rejected == 2);
    CHECK(again.counts.records == 5);
}

// In quadratic time this would take so long that the test run would be stopped (TIMEOUT in CMakeLists.txt).
TEST_CASE("damage is skipped in linear time", "[documents]") {
    for (std::string_view const pattern :
         {"{\"BackupArn\":\"x\n", "\"a,{\n\"BackupArn\":1", "\"\\\n{}\n", "{\"x\":\"\\{\"BackupArn\":",
          "[{\"BackupArn\":x},", "\"\n", "{\n\n\n", "x{\"BackupArn\":", "1,", "[1,{\"BackupArn\":2},",
          "{\"BackupArn\":[\n", "{\"BackupArn\":[", "{\"BackupSummaries\":[{\"BackupArn\":1},"}) {
        std::string text;
        while (text.size() < (is_slow ? 30'000U : 300'000U)) text += pattern;
        outcome const o(text);
        CHECK(o.counts.rejected >= 1);
        auto const page = outcome("{\"BackupSummaries\":[" + text);
        CHECK(page.counts.rejected >= 1);
    }
}

} // namespace aws_documents_test
