#include <dynabackup/aws/aws.hpp>
#include <dynabackup/detail/read/value.hpp>
#include <dynabackup/parse.hpp>

#include "catch.hpp"
#include "reading.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace detail_read_value_test {

using namespace reading_test;
using namespace dynabackup::aws;

namespace {

/// A list page with an unknown member of this value.
std::string unknown(std::string_view value) { return R"({"X":)" + std::string(value) + "}"; }

lines of_unknown(std::string_view value) { return defects<ListBackupsOutput>(unknown(value)); }

std::string nested(std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); }

} // namespace

TEST_CASE("values that the model does not read are still checked", "[read]") {
    using namespace std::string_view_literals;
    for (auto value : {"1", "[]", "{}", "null", "\"\\u0041\"", "[1,{\"a\":[true,false,null]}]", "1e999"})
        CHECK(of_unknown(value) == lines{"document.nothing-known  @0", "json.unknown-member /X @1"});
    struct {
        std::string_view value;
        std::size_t place;
    } const rows[] = {
        {"tru", 5},     {"01", 6},          {"[1,]", 8},      {"{\"q\":tru,,}", 10}, {"{\"q\" 1}", 10},
        {"\"\\x\"", 6}, {"\"\\ud800\"", 6}, {"\"a\x01\"", 7}, {"\"a\xFF\"", 7},      {"[1 2]", 8},
        {"'a'", 5},     {"\"a\0\""sv, 7},   {"[[[}]]", 8},    {"nulll", 5},          {"-", 6},
    };
    for (auto const& row : rows) {
        CAPTURE(row.value);
        CHECK(of_unknown(row.value) == lines{"json.syntax /X @" + std::to_string(row.place)});
    }
    CHECK(of_unknown("") == lines{"json.syntax /X @5"});
}

TEST_CASE("values do not nest deeper than the limit", "[read]") {
    CHECK(of_unknown(nested(1023)) == lines{"document.nothing-known  @0", "json.unknown-member /X @1"});
    CHECK(of_unknown(nested(1024)) ==
          lines{"document.nothing-known  @0", "json.unknown-member /X @1", "json.depth /X @1028"});
}

TEST_CASE("the caller sets the limit of depth", "[read]") {
    auto chosen = reading_only();
    chosen.max_depth = 2;
    CHECK(defects<ListBackupsOutput>(R"({"X":[1]})", chosen) ==
          lines{"document.nothing-known  @0", "json.unknown-member /X @1"});
    CHECK(defects<ListBackupsOutput>(R"({"X":[[]]})", chosen) ==
          lines{"document.nothing-known  @0", "json.unknown-member /X @1", "json.depth /X @6"});
    CHECK(defects<ListBackupsOutput>(R"({"BackupSummaries":[{}]})", chosen) ==
          lines{"json.depth /BackupSummaries/0 @20"});
    chosen.max_depth = 1;
    CHECK(defects<ListBackupsOutput>(R"({"BackupSummaries":[{}]})", chosen) ==
          lines{"json.depth /BackupSummaries @19"});
    CHECK(defects<ListBackupsOutput>("{}", chosen) == lines{});
    chosen.max_depth = 0;
    CHECK(defects<ListBackupsOutput>("{}", chosen) == lines{"json.depth  @0"});
}

TEST_CASE("a million levels are a finding, and do not cause a crash", "[read]") {
    auto const deep = unknown(nested(1'000'000));
    CHECK(defects<ListBackupsOutput>(deep) ==
          lines{"document.nothing-known  @0", "json.unknown-member /X @1", "json.depth /X @1028"});
    CHECK(defects<ListBackupsOutput>(std::string(1'000'000, '[')) == lines{"json.syntax  @1000000"});
    std::string objects;
    for (int i = 0; i < 100'000; ++i) objects += "{\"BackupDescription\":";
    CHECK(defects<DescribeBackupOutput>(objects) ==
          lines{"json.syntax /BackupDescription/BackupDescription @" + std::to_string(objects.size())});
}

TEST_CASE("a value that does not have the type of its member is a defect", "[read]") {
    std::string_view const others[] = {"1", "\"x\"", "true", "[]", "{}"};
    auto wrong = [&](std::string const& name, std::size_t own) {
        for (std::size_t i = 0; i < std::size(others); ++i) {
            if (i == own) continue;
            auto const text = "{\"" + name + "\":" + std::string(others[i]) + "}";
            CAPTURE(text);
            CHECK(defects<ListBackupsOutput>(text) ==
                  lines{"json.wrong-type /" + name + " @" + std::to_string(name.size() + 4)});
        }
    };
    wrong("LastEvaluatedBackupArn", 1);
    wrong("BackupSummaries", 3);
    CHECK(defects<ListBackupsInput>(R"({"Limit":"5"})") == lines{"json.wrong-type /Limit @9"});
    CHECK(defects<ListBackupsInput>(R"({"Limit":true})") == lines{"json.wrong-type /Limit @9"});
    CHECK(defects<ListBackupsInput>(R"({"BackupType":1})") == lines{"json.wrong-type /BackupType @14"});
    CHECK(defects<ListBackupsInput>(R"({"TimeRangeLowerBound":true})") ==
          lines{"json.wrong-type /TimeRangeLowerBound @23"});
    CHECK(defects<StreamSpecification>(R"({"StreamEnabled":"true"})") ==
          lines{"json.wrong-type /StreamEnabled @17"});
    CHECK(defects<StreamSpecification>(R"({"StreamEnabled":0})") ==
          lines{"json.wrong-type /StreamEnabled @17"});
    CHECK(defects<DescribeBackupOutput>(R"({"BackupDescription":[]})") ==
          lines{"json.wrong-type /BackupDescription @21"});
    for (auto root : {"1", "null", "[]", "\"x\"", "false"}) {
        CAPTURE(root);
        CHECK(defects<ListBackupsOutput>(root) == lines{"json.wrong-type  @0"});
    }
}

TEST_CASE("a value of another type must still be JSON", "[read]") {
    CHECK(defects<ListBackupsOutput>(R"({"LastEvaluatedBackupArn":[1,]})") ==
          lines{"json.syntax /LastEvaluatedBackupArn @29"});
    CHECK(defects<ListBackupsOutput>(R"({"LastEvaluatedBackupArn":01})") ==
          lines{"json.syntax /LastEvaluatedBackupArn @27"});
    CHECK(defects<ListBackupsOutput>(R"({"BackupSummaries":nul})") ==
          lines{"json.syntax /BackupSummaries @19"});
}

TEST_CASE("null is an absent optional member, and an error for a required one", "[read]") {
    CHECK(defects<ListBackupsOutput>(R"({"LastEvaluatedBackupArn":null})") ==
          lines{"json.null-member /LastEvaluatedBackupArn @26"});
    CHECK(defects<ListBackupsOutput>(R"({"BackupSummaries": null })") ==
          lines{"json.null-member /BackupSummaries @20"});
    CHECK(defects<CreateBackupOutput>(R"({"BackupDetails":null})") ==
          lines{"json.null-member /BackupDetails @17"});
    CHECK(defects<DescribeBackupInput>(R"({"BackupArn":null})") == lines{"json.wrong-type /BackupArn @13"});
    CHECK(defects<ListBackupsOutput>(R"({"BackupSummaries":[null]})") ==
          lines{"json.wrong-type /BackupSummaries/0 @20"});
    CHECK(defects<ListBackupsInput>(R"({"Limit":null,"BackupType":null,"TimeRangeLowerBound":null})") ==
          lines{"json.null-member /Limit @9", "json.null-member /BackupType @27",
                "json.null-member /TimeRangeLowerBound @54"});
    CHECK(defects<ListBackupsInput>(R"({"Limit":nulL})") == lines{"json.syntax /Limit @9"});
}

TEST_CASE("null is an absent member before the day on which the member became required", "[read]") {
    std::string_view const text = R"({"StreamEnabled":null,"StreamViewType":"KEYS_ONLY"})";
    dynabackup::check_options chosen;
    chosen.edition = dynabackup::edition{2019'11'20};
    CHECK(defects<dynabackup::aws::StreamSpecification>(text, chosen) ==
          lines{"json.null-member /StreamEnabled @17"});
    chosen.edition = dynabackup::edition::v2019_11_21;
    CHECK(defects<dynabackup::aws::StreamSpecification>(text, chosen) ==
          lines{"json.wrong-type /StreamEnabled @17"});
}

TEST_CASE("an absent record does not count, and one of another type is rejected", "[read]") {
    auto const counts = [](std::string_view text) {
        auto const r = check<CreateBackupOutput>(exact(text), reading_only());
        return std::pair(r.summary().records, r.summary().rejected);
    };
    using pair = std::pair<std::size_t, std::size_t>;
    CHECK(counts("{}") == pair{0, 0});
    CHECK(counts(R"({"BackupDetails":null})") == pair{0, 0});
    CHECK(counts(R"({"BackupDetails":5})") == pair{1, 1});
    CHECK(counts(R"({"BackupDetails":5,x})") == pair{1, 1}); // one defect, not two
    CHECK(counts(R"({"BackupDetails":{}})") == pair{1, 0});
    CHECK(counts(R"({"BackupDetails":{)") == pair{1, 1});
}

// ---- lists ----

TEST_CASE("lists of any size are read", "[read]") {
    for (std::size_t n : {0u, 1u, 2u, 100u}) {
        std::string elements;
        for (std::size_t i = 0; i < n; ++i) elements += (i ? "," : "") + compact(summary_text);
        CHECK(defects<ListBackupsOutput>(page(elements)) == lines{});
        CHECK(count_of(page(elements)) == counts{n, 0});
        auto const model = parse<ListBackupsOutput>(page(elements));
        REQUIRE(model.has_value());
        REQUIRE(model->backup_summaries->size() == n);
        for (auto const& s : *model->backup_summaries) CHECK(s.table_name == "Orders");
    }
    CHECK_FALSE(parse<ListBackupsOutput>("{}")->backup_summaries.has_value());
}

TEST_CASE("the syntax of lists is checked", "[read]") {
    for (auto text :
         {R"({"BackupSummaries":[)", R"({"BackupSummaries":[{})", R"({"BackupSummaries":[{},)",
          R"({"BackupSummaries":[{},]})", R"({"BackupSummaries":[{}})", R"({"BackupSummaries":[,]})",
          R"({"BackupSummaries":[}]})", R"({"BackupSummaries":[{}{}]})"}) {
        CAPTURE(text);
        auto const r = check<ListBackupsOutput>(exact(text), reading_only());
        CHECK(count(r, "json.syntax") == 1);
        CHECK(r.size() == 1);
    }
}

TEST_CASE("lists of strings are read and checked one by one", "[read]") {
    std::string_view const head = R"({"NonKeyAttributes":[)";
    auto const of = [&](std::string const& elements) {
        return defects<Projection>(std::string(head) + elements + R"(],"ProjectionType":"INCLUDE"})");
    };
    CHECK(of("\"a\",\"b\"") == lines{});
    CHECK(of("\"a\",\"\"") == lines{"string.length /NonKeyAttributes/1 @25"});
    CHECK(of("\"a\",1") == lines{"json.wrong-type /NonKeyAttributes/1 @25"});
    CHECK(of("\"a\",\"b\\x\"") == lines{"json.syntax /NonKeyAttributes/1 @27"});
    std::string many = "\"a0\"";
    for (int i = 1; i < 20; ++i) many += ",\"a" + std::to_string(i) + '"';
    CHECK(of(many) == lines{});
    CHECK(of(many + ",\"b\"") == lines{"list.size /NonKeyAttributes @20"});
}

TEST_CASE("elements that could not be read have no more findings, wherever the list moves", "[read]") {
    // The first element lacks a member. The list grows after it, and later elements are valid.
    std::string elements = R"({"AttributeName":"a0"})";
    for (int i = 1; i < 9; ++i)
        elements += R"(,{"AttributeName":"a)" + std::to_string(i) + R"(","KeyType":"RANGE"})";
    auto const text = R"({"IndexName":"index","KeySchema":[)" + elements + "]}";
    CHECK(defects<GlobalSecondaryIndexInfo>(text) == lines{"json.missing-member /KeySchema/0/KeyType @34"});
}

TEST_CASE("a list in a reused object is read anew", "[read]") {
    ListBackupsOutput model;
    REQUIRE(parse_into(model, page("{\"TableName\":\"abc\"},{\"TableName\":\"def\"},{}")));
    REQUIRE(model.backup_summaries->size() == 3);
    REQUIRE(parse_into(model, page("{}")));
    REQUIRE(model.backup_summaries->size() == 1);
    CHECK_FALSE(model.backup_summaries->front().table_name.has_value());
    REQUIRE(parse_into(model, "{}"));
    CHECK(model == ListBackupsOutput{});
}

} // namespace detail_read_value_test
