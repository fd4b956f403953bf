#include <dynabackup/check_documents.hpp>
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

TEST_CASE("common words identify a document only where it stands alone, as the API spells them",
          "[recognize]") {
    for (auto const* const text :
         {R"({"order":{"item":{"name":"a"}}})", R"({"x":{"Item":{"name":"a"}}})", R"({"item":{"name":"a"}})",
          R"({"x":{"Item":{"pk":{"S":"a"}}}})", R"({"metadata":{"a":1},"keys":["a"]})",
          R"({"x":{"Metadata":{"a":1},"Keys":{"a":1}}})", R"({"x":{"Limit":5}})"}) {
        CAPTURE(text);
        CHECK(lines_of(check_documents(text), severity::note) == findings{"error document.unrecognized "});
    }
    CHECK(lines_of(check_documents(R"({"Item":{"name":{"S":"a"}}})"), severity::note) == none);
    CHECK(lines_of(check_documents(R"({"Item":{"name":"a"}})"), severity::note) ==
          findings{"error item.attribute-type /Item/name"});
}

} // namespace recognize_test
