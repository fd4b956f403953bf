#include <dynabackup/aws/aws.hpp>
#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/read/leads_to_records.hpp>

#include "catch.hpp"

#include <optional>
#include <string>
#include <vector>

using namespace dynabackup;
using detail::leads_to_records;

TEST_CASE("reading may stop in lists of records, and in what they lie in", "[read]") {
    STATIC_REQUIRE(leads_to_records<std::vector<aws::BackupSummary>>);
    STATIC_REQUIRE(leads_to_records<std::optional<std::vector<aws::BackupSummary>>>);
    STATIC_REQUIRE(leads_to_records<aws::ListBackupsOutput>);
    STATIC_REQUIRE(leads_to_records<clumio::DynamoDBTableBackupListEmbedded>);
    STATIC_REQUIRE(leads_to_records<clumio::DynamoDBTableBackupList>); // two levels above
}

TEST_CASE("reading does not stop in single records, in what they hold, or in other values", "[read]") {
    STATIC_REQUIRE_FALSE(leads_to_records<aws::BackupSummary>);
    STATIC_REQUIRE_FALSE(leads_to_records<aws::DescribeBackupOutput>);
    STATIC_REQUIRE_FALSE(leads_to_records<clumio::DynamoDBTableBackup>);
    STATIC_REQUIRE_FALSE(leads_to_records<std::vector<aws::KeySchemaElement>>);
    STATIC_REQUIRE_FALSE(leads_to_records<clumio::DynamoDBTableBackupListLinks>);
    STATIC_REQUIRE_FALSE(leads_to_records<std::optional<std::string>>);
}
