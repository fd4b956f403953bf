#include <dynabackup/aws/documents.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/read/list.hpp>

#include "catch.hpp"
#include "reading.hpp"

#include <string>
#include <string_view>
#include <vector>

using namespace reading_test;
using namespace dynabackup::aws;

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

TEST_CASE("the syntax of lists", "[read]") {
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

TEST_CASE("lists of strings are read and judged one by one", "[read]") {
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

TEST_CASE("elements that could not be read stay silent wherever the list moves", "[read]") {
    // The first element lacks a member; the list grows behind it, and later elements are sound.
    std::string elements = R"({"AttributeName":"a0"})";
    for (int i = 1; i < 9; ++i)
        elements += R"(,{"AttributeName":"a)" + std::to_string(i) + R"(","KeyType":"RANGE"})";
    auto const text = R"({"IndexName":"index","KeySchema":[)" + elements + "]}";
    CHECK(defects<GlobalSecondaryIndexInfo>(text) == lines{"json.missing-member /KeySchema/0/KeyType @34"});
}

TEST_CASE("a list is read anew into a reused object", "[read]") {
    ListBackupsOutput model;
    REQUIRE(parse_into(model, page("{\"TableName\":\"abc\"},{\"TableName\":\"def\"},{}")));
    REQUIRE(model.backup_summaries->size() == 3);
    REQUIRE(parse_into(model, page("{}")));
    REQUIRE(model.backup_summaries->size() == 1);
    CHECK_FALSE(model.backup_summaries->front().table_name.has_value());
    REQUIRE(parse_into(model, "{}"));
    CHECK(model == ListBackupsOutput{});
}
