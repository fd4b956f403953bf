#include <dynabackup/aws/aws.hpp>
#include <dynabackup/check.hpp>

#include "catch.hpp"
#include "random_json.hpp"
#include "reading.hpp"
#include "rounds.hpp"

#include <string>
#include <string_view>

namespace check_test {

using namespace reading_test;
using namespace dynabackup::aws;

TEST_CASE("a clean document has an empty report and is counted", "[check]") {
    auto const text = "{\"BackupDescription\":" + description_text() + "}";
    auto const r = check<DescribeBackupOutput>(exact(text));
    CHECK(found(r) == lines{});
    CHECK(r.ok());
    CHECK(r.summary().documents == 1);
    CHECK(r.summary().records == 1);
    CHECK(r.summary().rejected == 0);
    CHECK(r.summary().shapes.at("DescribeBackupOutput") == 1);
}

TEST_CASE("a finding has all parts of its place", "[check]") {
    auto const text = R"({"BackupDescription":{"BackupDetails":)" +
                      replaced(std::string(details_text), "4096", " \"4096\"") + "}}";
    auto const r = check<DescribeBackupOutput>(exact(text));
    REQUIRE(r.size() == 1);
    auto const& f = r[0];
    CHECK(f.rule->id == "json.wrong-type");
    CHECK(f.severity == severity::error);
    CHECK(f.path == "/BackupDescription/BackupDetails/BackupSizeBytes");
    CHECK(f.value == "\"4096\"");
    CHECK(f.shape == "DescribeBackupOutput");
    CHECK(f.document == 0);
    CHECK(f.record == 0u);
    CHECK(f.offset == text.find("\"4096\""));
    CHECK(f.line == 5);
    CHECK(f.column == 23);
}

TEST_CASE("a value is shown in at most 120 bytes", "[check]") {
    auto const of = [](std::string const& value) {
        auto const text = "{\"Limit\":" + value + "}";
        auto const r = check<ListBackupsInput>(exact(text));
        REQUIRE(r.size() == 1);
        return *r[0].value;
    };
    CHECK(of("\"" + std::string(118, 'x') + "\"") == "\"" + std::string(118, 'x') + "\"");
    CHECK(of("\"" + std::string(119, 'x') + "\"") == "\"" + std::string(119, 'x'));
    CHECK(of("[1, 2 , {\"a\": [ ] } ]") == "[1, 2 , {\"a\": [ ] } ]");
    std::string accents;
    while (accents.size() < 200) accents += "\u00e9";
    CHECK(of('"' + accents + '"').size() == 119); // a character is not split
    CHECK(of('[' + std::string(300, ' ') + "]").size() <= 120);
}

TEST_CASE("rules are applied unless they are disabled", "[check]") {
    std::string_view const text = R"({"Limit":1000,"Extra":1})";
    check_options chosen;
    CHECK(found(check<ListBackupsInput>(text, chosen)) ==
          lines{"number.out-of-range /Limit @9", "json.unknown-member /Extra @14"});
    chosen.disable = {"json.*"};
    CHECK(found(check<ListBackupsInput>(text, chosen)) == lines{"number.out-of-range /Limit @9"});
    chosen = {};
    chosen.only = {"json.unknown-member"};
    CHECK(found(check<ListBackupsInput>(text, chosen)) == lines{"json.unknown-member /Extra @14"});
    chosen.only = {"list.*"};
    CHECK(found(check<ListBackupsInput>("{", chosen)) == lines{});
    CHECK(check<ListBackupsInput>("{", chosen).summary().rejected == 1);
}

TEST_CASE("a text of one shape has exactly one document", "[check]") {
    for (auto text : {"{}{}", "{} 1", "{},", "{}]", "{}x", "[", "", " ", "\n\n"}) {
        CAPTURE(text);
        auto const r = check<ListBackupsOutput>(exact(text), reading_only());
        CHECK(found(r).size() == 1);
        CHECK(count(r, "json.syntax") == 1);
        CHECK(r.summary().rejected == 1);
    }
    CHECK(found(check<ListBackupsOutput>("\xEF\xBB\xBF{}\r\n")) == lines{});
    CHECK(found(check<ListBackupsOutput>("\xEF\xBB\xBF\"x\"")) == lines{"json.wrong-type  @3"});
    CHECK(found(check<ListBackupsOutput>("\xEF\xBB\xBF")) == lines{"json.syntax  @3"});
    CHECK(found(check<ListBackupsOutput>(" \xEF\xBB\xBF{}")) == lines{"json.syntax  @1"});
}

TEST_CASE("a text that is cut at any byte is one finding", "[check]") {
    auto const all_cuts = []<class T>(std::type_identity<T>, std::string const& text) {
        for (std::size_t size = 0; size < text.size(); ++size) {
            auto const r = check<T>(exact(text.substr(0, size)), reading_only());
            bool const good = r.size() == 1 && r[0].rule == &reading::syntax && r[0].offset <= size &&
                              r[0].line >= 1 && r.summary().rejected == 1 && r.summary().records >= 1;
            if (!good) FAIL(size << ' ' << found(r).size() << ' ' << text.substr(0, size));
        }
        CHECK(found(check<T>(exact(text), reading_only())) == lines{});
    };
    auto const description = "{\"BackupDescription\":" + description_text() + "}";
    all_cuts(std::type_identity<DescribeBackupOutput>{}, description);
    all_cuts(std::type_identity<DescribeBackupOutput>{}, compact(description));
    auto const page =
        R"({"BackupSummaries":[)" + std::string(summary_text) + "," + compact(summary_text) + "]}";
    all_cuts(std::type_identity<ListBackupsOutput>{}, page);
    all_cuts(std::type_identity<CreateBackupInput>{},
             R"({"TableName":"Ord\u0065rs","BackupName":"nightly"})");
}

TEST_CASE("a document is well-formed if and only if simdjson accepts it", "[check][property]") {
    random_json make(2018'08'06);
    std::string const seeds[] = {compact(R"({"BackupSummaries":[)" + std::string(summary_text) + "]}"),
                                 compact("{\"BackupDescription\":" + description_text() + "}"),
                                 R"({"__type":"a#b","message":"\u00e9","X":{"a":[1,2.5e3,true,null]}})"};
    unsigned const all = rounds(40'000);
    unsigned good = 0;
    for (unsigned i = 0; i < all; ++i) {
        auto const text =
            make.mutated(i % 4 ? seeds[make.below(3)] : make.space() + make.value(4) + make.space());
        bool const expected = is_well_formed(text);
        good += expected;
        exact const bytes(text);
        auto const agrees = [&](report const& r) { return (count(r, "json.syntax") == 0) == expected; };
        bool const same = agrees(check<ListBackupsOutput>(bytes)) &&
                          agrees(check<DescribeBackupOutput>(bytes)) && agrees(check<ErrorBody>(bytes)) &&
                          agrees(check<BackupSummary>(bytes));
        if (!same) FAIL(expected << text);
    }
    CHECK(good > all * 3 / 40);
    CHECK(good < all * 37 / 40);
}

TEST_CASE("a model is checked without a text", "[check]") {
    BackupSummary summary;
    summary.table_name = "!";
    auto const r = validate(summary);
    CHECK(found(r) == lines{"string.length /TableName @0", "string.pattern /TableName @0"});
    CHECK(r[0].line == 0);
    CHECK(r[0].shape == "BackupSummary");
    CHECK_FALSE(r[0].value.has_value());
    summary.table_name = ""; // too short, and nothing in it is wrong
    CHECK(found(validate(summary)) == lines{"string.length /TableName @0"});
}

} // namespace check_test
