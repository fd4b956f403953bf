#include <dynabackup/recognize.hpp>

#include "fixtures.hpp"

namespace recognize_test {

using namespace dynabackup;
using namespace fixtures;

TEST_CASE("the shape of a document is recognised by its members", "[recognize]") {
    document_recognizer recognizer;
    auto const of = [&](std::string_view text, spelling names = spelling::exact) {
        auto const* const rules = recognizer.shape_of(text, names);
        return rules ? std::string(rules->shape->name) : std::string();
    };
    CHECK(of(backup_summary().text()) == "BackupSummary");
    CHECK(of(backup_details().text()) == "BackupDetails");
    CHECK(of(description()) == "DescribeBackupOutput");
    CHECK(of(R"({"backup_summaries":[]})").empty());
    CHECK(of(R"({"backup_summaries":[]})", spelling::any) == "ListBackupsOutput");
    CHECK(of(R"({"startTimestamp":1,"accountNativeId":2})", spelling::any) == "DynamoDBTableBackup");
    for (auto nothing :
         {"", "{", "[]", "5", "\"BackupArn\"", "{}", R"({"Foo":1})", "\xFF", "{\"BackupArn\":1"})
        CHECK(of(nothing) == (std::string_view(nothing) == "{\"BackupArn\":1" ? "DescribeBackupInput" : ""));
    CHECK(of(R"({"tableName":"a","awsRegion":"b","billingMode":"c"})", spelling::any).empty());
}

} // namespace recognize_test
