#include <dynabackup/aws/documents.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/read/member.hpp>

#include "catch.hpp"
#include "reading.hpp"

#include <string>
#include <string_view>
#include <vector>

using namespace reading_test;
using namespace dynabackup::aws;

TEST_CASE("required members are missed where they would be", "[read]") {
    CHECK(defects<DescribeBackupInput>(" {}") == lines{"json.missing-member /BackupArn @1"});
    CHECK(defects<CreateBackupInput>("{}") ==
          lines{"json.missing-member /BackupName @0", "json.missing-member /TableName @0"});
    auto const members = members_of(details_text);
    for (std::size_t i = 0; i < members.size(); ++i) {
        auto some = members;
        some.erase(some.begin() + static_cast<std::ptrdiff_t>(i));
        auto const name = members[i].substr(1, members[i].find(':') - 2);
        auto const expected = name == "BackupSizeBytes"
                                  ? lines{}
                                  : lines{"json.missing-member /BackupDetails/" + name + " @17"};
        CHECK(defects<CreateBackupOutput>("{\"BackupDetails\":" + object_of(some) + "}") == expected);
    }
    CHECK(defects<BackupSummary>("{}") == lines{}); // nothing is required
}

TEST_CASE("a member is required since its day", "[read]") {
    auto const stream = [](edition day) { return defects<StreamSpecification>("{}", reading_only(day)); };
    CHECK(stream(edition::v2019_11_21) == lines{"json.missing-member /StreamEnabled @0"});
    CHECK(stream(edition{2019'11'20}) == lines{});
    auto const text = replaced(compact(details_text), R"(,"BackupType":"USER")", "");
    auto const type = [&](edition day) { return defects<BackupDetails>(text, reading_only(day)); };
    CHECK(type(edition::v2018_08_06) == lines{"json.missing-member /BackupType @0"});
    CHECK(type(edition{2018'08'05}) == lines{});
}

TEST_CASE("a member is known since its day", "[read]") {
    auto const on = [](std::string_view text, edition day) {
        return defects<BackupSummary>(text, reading_only(day));
    };
    std::string_view const text = R"({"BackupType":"USER","BackupExpiryDateTime":1717200000})";
    CHECK(on(text, edition::v2018_08_06) == lines{});
    CHECK(on(text, edition{2018'08'05}) ==
          lines{"json.unknown-member /BackupType @14", "json.unknown-member /BackupExpiryDateTime @44"});
    // What is unknown may be anything that is JSON.
    CHECK(on(R"({"BackupType":[1]})", edition{2018'08'05}) == lines{"json.unknown-member /BackupType @14"});
    CHECK(on(R"({"BackupType":[1})", edition{2018'08'05}) == lines{"json.syntax /BackupType @16"});
    CHECK(on(R"({"BackupType":1,"BackupType":2})", edition{2018'08'05}) ==
          lines{"json.unknown-member /BackupType @14", "json.duplicate-member /BackupType @29",
                "json.unknown-member /BackupType @29"});
    auto const model = parse<BackupSummary>(R"({"BackupType":"USER","TableName":"Orders"})",
                                            reading_only(edition{2018'08'05}));
    REQUIRE(model.has_value());
    CHECK_FALSE(model->backup_type.has_value());
    CHECK(model->table_name == "Orders");
}

TEST_CASE("one member twice is a defect, and the last one is read", "[read]") {
    CHECK(defects<BackupSummary>(R"({"TableName":"abc","TableName":"def"})") ==
          lines{"json.duplicate-member /TableName @31"});
    CHECK(defects<BackupSummary>(R"({"TableName":"abc","BackupSizeBytes":1,"\u0054ableName":"def"})") ==
          lines{"json.duplicate-member /TableName @56"});
    CHECK(defects<BackupSummary>(R"({"TableName":"abc","TableName":"def","TableName":"ghi"})") ==
          lines{"json.duplicate-member /TableName @31", "json.duplicate-member /TableName @49"});
    CHECK(defects<ListBackupsOutput>(R"({"NextToken":"a","NextToken":"b"})") ==
          lines{"json.duplicate-member /NextToken @29"});

    options lenient = reading_only();
    lenient.disable = {"json.duplicate-member"};
    auto const last = [&](std::string_view text) { return parse<BackupSummary>(exact(text), lenient); };
    CHECK(last(R"({"TableName":"abc","TableName":"def"})")->table_name == "def");
    CHECK_FALSE(last(R"({"TableName":"abc","TableName":null})")->table_name.has_value());
    CHECK(last(R"({"TableName":null,"TableName":"def"})")->table_name == "def");
    CHECK(last(R"({"BackupSizeBytes":1,"BackupSizeBytes":2})")->backup_size_bytes == 2);
    CHECK(last(R"({"BackupType":"USER","BackupType":"SYSTEM"})")->backup_type == BackupType::SYSTEM);
    CHECK(last(R"({"BackupCreationDateTime":1,"BackupCreationDateTime":2.5})")->backup_creation_date_time ==
          timestamp{std::chrono::milliseconds{2500}});
}

TEST_CASE("of two members the last one is judged, too", "[read]") {
    CHECK(defects<ListBackupsInput>(R"({"Limit":"x","Limit":1000})") ==
          lines{"json.wrong-type /Limit @9", "json.duplicate-member /Limit @21",
                "number.out-of-range /Limit @21"});
    CHECK(defects<ListBackupsInput>(R"({"Limit":1000,"Limit":10})") ==
          lines{"json.duplicate-member /Limit @22"});
    auto const last = parse<CreateBackupOutput>(R"({"BackupDetails":{"BackupArn":"a","BackupSizeBytes":1},
        "BackupDetails":{"BackupArn":"b"}})",
                                                [] {
                                                    auto chosen = reading_only();
                                                    chosen.disable = {"json.*"};
                                                    return chosen;
                                                }());
    REQUIRE(last.has_value());
    CHECK(last->backup_details->backup_arn == "b");
    CHECK_FALSE(last->backup_details->backup_size_bytes.has_value());
}

TEST_CASE("an empty LastEvaluatedBackupArn is absent", "[read]") {
    CHECK(defects<ListBackupsOutput>(R"({"LastEvaluatedBackupArn":""})") == lines{});
    auto const model = parse<ListBackupsOutput>(R"({"LastEvaluatedBackupArn":""})");
    REQUIRE(model.has_value());
    CHECK_FALSE(model->last_evaluated_backup_arn.has_value());
    CHECK(defects<ListBackupsOutput>(R"({"LastEvaluatedBackupArn":"x"})") ==
          lines{"string.length /LastEvaluatedBackupArn @26"});
    CHECK(defects<BackupSummary>(R"({"TableName":""})") ==
          lines{"string.length /TableName @13", "string.pattern /TableName @13"});
}

TEST_CASE("the message of an error has two spellings", "[read]") {
    for (auto text : {R"({"__type":"x#Y","message":"m"})", R"({"__type":"x#Y","Message":"m"})",
                      R"({"Message":"m","__type":"x#Y"})", R"({"__type":"x#Y","\u004dessage":"m"})"}) {
        CHECK(defects<ErrorBody>(text, strictly()) == lines{});
        auto const model = parse<ErrorBody>(exact(text));
        REQUIRE(model.has_value());
        CHECK(model->message == "m");
        CHECK(model->code() == "Y");
    }
    CHECK(defects<ErrorBody>(R"({"message":"a","Message":"b"})") ==
          lines{"json.duplicate-member /Message @25"});
    CHECK(defects<ErrorBody>(R"({"Message":1})") == lines{"json.wrong-type /Message @11"});
    CHECK(defects<ErrorBody>(R"({"message":1})") == lines{"json.wrong-type /message @11"});
}
