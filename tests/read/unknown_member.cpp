#include <dynabackup/aws/documents.hpp>
#include <dynabackup/read/unknown_member.hpp>

#include "catch.hpp"
#include "reading.hpp"

#include <string_view>

using namespace reading_test;
using namespace dynabackup::aws;

TEST_CASE("unknown members are notes, or errors if the caller is strict", "[read]") {
    std::string_view const text = R"({"Extra":{"a":[1]},"TableName":"Orders"})";
    CHECK(defects<BackupSummary>(text) == lines{"json.unknown-member /Extra @9"});
    CHECK(defects<BackupSummary>(text, strictly()) == lines{"json.unknown-member /Extra @9 error"});
    CHECK(check<BackupSummary>(text, reading_only()).ok());
    CHECK_FALSE(check<BackupSummary>(text, strictly()).ok());
    CHECK(defects<BackupSummary>(R"({"tableName":"Orders"})") == lines{"json.unknown-member /tableName @13"});
    CHECK(defects<BackupSummary>(R"({"":1})") == lines{"json.unknown-member / @4"});
    CHECK(defects<BackupSummary>(R"({"a/b~":1})") == lines{"json.unknown-member /a~1b~0 @8"});
}

TEST_CASE("members of tools are known at the root only, where documented", "[read]") {
    std::string_view const both = R"({"NextToken":"x","ResponseMetadata":{"RequestId":"y"}})";
    CHECK(defects<ListBackupsOutput>(both, strictly()) == lines{});
    for (auto check_one :
         {defects<DescribeBackupOutput>, defects<CreateBackupOutput>, defects<DeleteBackupOutput>})
        CHECK(check_one(both, strictly()) == lines{"json.unknown-member /NextToken @13 error"});
    CHECK(defects<BackupSummary>(both) ==
          lines{"json.unknown-member /NextToken @13", "json.unknown-member /ResponseMetadata @36"});
    CHECK(defects<ListBackupsInput>(both) ==
          lines{"json.unknown-member /NextToken @13", "json.unknown-member /ResponseMetadata @36"});
    CHECK(defects<ListBackupsOutput>(R"({"BackupSummaries":[{"NextToken":"x"}]})") ==
          lines{"json.unknown-member /BackupSummaries/0/NextToken @33"});
    CHECK(defects<ListBackupsOutput>(R"({"ResponseMetadata":{"a":tru}})") ==
          lines{"json.syntax /ResponseMetadata @25"});
}

TEST_CASE("an unknown member that stands twice is told so, each time", "[read]") {
    CHECK(defects<ListBackupsOutput>(R"({"X":1,"Y":2,"X":3,"\u0058":4})") ==
          lines{"json.unknown-member /X @5", "json.unknown-member /Y @11", "json.duplicate-member /X @17",
                "json.unknown-member /X @17", "json.duplicate-member /X @28", "json.unknown-member /X @28"});
}
