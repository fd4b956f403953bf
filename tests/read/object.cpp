#include <dynabackup/aws/documents.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/read/object.hpp>

#include "catch.hpp"
#include "reading.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace reading_test;
using namespace dynabackup::aws;

TEST_CASE("documents without a defect have none", "[read]") {
    CHECK(defects<BackupSummary>(summary_text) == lines{});
    CHECK(defects<BackupDetails>(details_text) == lines{});
    CHECK(defects<BackupDescription>(description_text()) == lines{});
    CHECK(defects<BackupDescription>(compact(description_text())) == lines{});
    CHECK(defects<BackupDescription>(description_text(), strictly()) == lines{});
}

TEST_CASE("members of later editions are unknown, wherever they stand", "[read]") {
    auto const before = reading_only(edition(edition::v2018_08_06.yyyymmdd - 1));
    CHECK(defects<BackupDetails>(details_text, before).size() == 1);
    CHECK(defects<BackupDetails>(details_text, reading_only(edition::v2018_08_06)) == lines{});
    auto members = members_of(details_text);
    std::mt19937_64 random{27};
    for (int i = 0; i < 200; ++i) {
        std::shuffle(members.begin(), members.end(), random);
        auto const text = object_of(members);
        auto const got = defects<BackupDetails>(text, before);
        auto const place = text.find(R"("USER")");
        CHECK(got == lines{"json.unknown-member /BackupType @" + std::to_string(place)});
        auto const twice = defects<BackupDetails>(
            replaced(text, R"("BackupType")", R"("BackupType":1,"BackupType")"), before);
        CHECK(twice.size() == 3); // unknown twice, and doubled
    }
}

TEST_CASE("members are read in any order", "[read][property]") {
    std::mt19937_64 random{26};
    auto const shuffle = [&]<class T>(std::type_identity<T>, std::string_view text) {
        auto const expected = parse<T>(text);
        REQUIRE(expected.has_value());
        auto members = members_of(text);
        for (int i = 0; i < 2000; ++i) {
            std::shuffle(members.begin(), members.end(), random);
            auto const shuffled = object_of(members);
            auto const got = parse<T>(exact(shuffled));
            if (!got || !(*got == *expected)) FAIL(shuffled);
        }
    };
    shuffle(std::type_identity<BackupSummary>{}, summary_text);
    shuffle(std::type_identity<BackupDetails>{}, details_text);
    shuffle(std::type_identity<BackupDescription>{}, description_text());
}

TEST_CASE("names with escapes are names", "[read]") {
    auto const model =
        parse<BackupSummary>(exact(R"({"\u0054\u0061bleName":"Orders","BackupNam\u0065":"n"})"));
    REQUIRE(model.has_value());
    CHECK(model->table_name == "Orders");
    CHECK(model->backup_name == "n");
    CHECK(defects<BackupSummary>(R"({"Table\qName":"x"})") == lines{"json.syntax  @7"});
    CHECK(defects<BackupSummary>(R"({"\ud800":"x"})") == lines{"json.syntax  @2"});
}

TEST_CASE("the syntax of objects", "[read]") {
    struct {
        std::string_view text;
        std::string_view expected;
    } const rows[] = {
        {"{", "json.syntax  @1"},
        {"{,}", "json.syntax  @1"},
        {"{\"x\":1,}", "json.syntax  @7"},
        {"{}}", "json.syntax  @2"},
        {"{\"TableName\"}", "json.syntax  @12"},
        {"{\"TableName\":}", "json.syntax /TableName @13"},
        {"{\"TableName\":\"abc\"", "json.syntax  @18"},
        {"{\"TableName\":\"abc\",}", "json.syntax  @19"},
        {"{\"TableName\":\"abc\" \"x\":1}", "json.syntax  @19"},
        {"{\"TableName\" \"abc\"}", "json.syntax  @13"},
        {"{\"TableName\":\"abc\"]", "json.syntax  @18"},
        {"{TableName:\"abc\"}", "json.syntax  @1"},
        {"{\"TableName\":\"abc\"},", "json.syntax  @19"},
        {"{\"TableName\":\"abc\"}}", "json.syntax  @19"},
        {"{\"TableName\":\"abc\"} {}", "json.syntax  @20"},
        {"{\"BackupSizeBytes\":1", "json.syntax  @20"},
        {"", "json.syntax  @0"},
        {" \n", "json.syntax  @2"},
    };
    for (auto const& row : rows) {
        CAPTURE(row.text);
        CHECK(defects<BackupSummary>(row.text) == lines{std::string(row.expected)});
    }
    auto const open = found(check<BackupSummary>(exact(R"({"TableName":"abc)")));
    CHECK(open == lines{"json.syntax /TableName @17"}); // space behind it would be part of the string
}
