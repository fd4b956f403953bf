#include <dynabackup/aws_backup/recovery_point.hpp>
#include <dynabackup/backup_view.hpp>

#include "clumio/fixtures.hpp"

#include <chrono>
#include <type_traits>

namespace backup_view_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

template <class T>
T read(object const& json) {
    auto result = parse<T>(json.text());
    REQUIRE(result.has_value());
    return *std::move(result);
}

/// The values that all records of the fixtures' backup have.
backup_view const expected{
    .system = "aws",
    .id = fixtures::backup_arn,
    .name = "weekly",
    .table = "Music",
    .region = "eu-central-1",
    .account = "111122223333",
    .created = timestamp{std::chrono::milliseconds{1700000000250}},
    .size = 4096,
    .status = "AVAILABLE",
    .type = "USER",
};

bool lies_in(std::string_view part, std::string const& whole) {
    return part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size();
}

template <class T>
concept viewed = requires(T&& record) {
    view(std::forward<T>(record));
};

} // namespace

TEST_CASE("a backup has the same view in every record of AWS", "[view]") {
    auto const summary = read<aws::BackupSummary>(fixtures::backup_summary());
    auto const details = read<aws::BackupDetails>(backup_details());
    auto const described = parse<aws::DescribeBackupOutput>(description());
    CHECK(view(summary) == expected);
    CHECK(view(details) == expected);
    CHECK(view(*described->backup_description) == expected);
    CHECK(lies_in(view(summary).id, *summary.backup_arn));
    CHECK(lies_in(view(details).account, details.backup_arn));
}

TEST_CASE("a backup of Clumio has the same view", "[view]") {
    auto const backup = read<clumio::DynamoDBTableBackup>(clumio_fixtures::backup());
    CHECK(view(backup) == backup_view{
                              .system = "clumio",
                              .id = "77",
                              .table = "Music",
                              .region = "eu-central-1",
                              .account = "111122223333",
                              .created = timestamp{std::chrono::milliseconds{1717192800250}},
                              .expires = timestamp{std::chrono::seconds{1719792000}},
                              .size = 4096,
                              .type = "clumio_backup",
                          });
    CHECK(lies_in(view(backup).table, *backup.table_name));
}

TEST_CASE("a field that a record does not have is empty", "[view]") {
    aws::BackupSummary const summary;
    CHECK(view(summary) == backup_view{.system = "aws"});
    aws::BackupDescription const description;
    CHECK(view(description) == backup_view{.system = "aws"});
    clumio::DynamoDBTableBackup const backup;
    CHECK(view(backup) == backup_view{.system = "clumio"});
}

TEST_CASE("expiries and unknown values are shown unchanged", "[view]") {
    auto const system =
        read<aws::BackupSummary>(as_system(fixtures::backup_summary()).with("BackupStatus", R"("LOST")"));
    CHECK(view(system).expires == timestamp{std::chrono::milliseconds{1703024000250}});
    CHECK(view(system).name == system_name);
    CHECK(view(system).type == "SYSTEM");
    CHECK(view(system).status == "LOST");
}

TEST_CASE("region, account and table come from the ARNs if no other member has them", "[view]") {
    aws::BackupSummary summary;
    summary.table_arn = "arn:aws-cn:dynamodb:cn-north-1:444455556666:table/Books";
    auto const of_table = view(summary);
    CHECK(of_table.region == "cn-north-1");
    CHECK(of_table.account == "444455556666");
    CHECK(of_table.table == "Books");
    CHECK(of_table.id.empty());
    summary.backup_arn =
        "arn:aws:backup:eu-west-1:111122223333:recovery-point:0a1b2c3d-0000-4000-8000-0a1b2c3d4e5f";
    auto const of_point = view(summary);
    CHECK(of_point.region == "eu-west-1"); // that of the backup comes first
    CHECK(of_point.account == "111122223333");
    CHECK(of_point.table == "Books");
    summary.table_name = "Music";
    CHECK(view(summary).table == "Music");
}

TEST_CASE("a table without a name gets the name in its ARN", "[view]") {
    aws::BackupDescription d;
    d.source_table_details.emplace().table_arn = "arn:aws:dynamodb:us-east-1:444455556666:table/Books";
    CHECK(view(d).table == "Books");
    d.source_table_details->table_name = "Music";
    CHECK(view(d).table == "Music");
}

TEST_CASE("a recovery point has the Region and the account of its resource, as far as its ARN contains them",
          "[view]") {
    auto const of = [](std::string resource, std::string own) {
        aws_backup::RecoveryPointByBackupVault point;
        if (!resource.empty()) point.resource_arn = std::move(resource);
        point.recovery_point_arn = std::move(own);
        auto const v = view(point);
        return std::string(v.region) + ' ' + std::string(v.account) + ' ' + std::string(v.table);
    };
    std::string const own = "arn:aws:backup:eu-west-1:111122223333:recovery-point:latest";
    CHECK(of("arn:aws:dynamodb:us-east-1:444455556666:table/Books", own) == "us-east-1 444455556666 Books");
    CHECK(of("arn:aws:ec2:us-east-1:444455556666:instance/i-0123456789abcdef0", own) ==
          "us-east-1 444455556666 ");
    CHECK(of("arn:aws:s3:::books", own) == "eu-west-1 111122223333 "); // it has neither
    CHECK(of("", own) == "eu-west-1 111122223333 ");
    CHECK(of("", "arn:aws:ec2:us-east-1::image/ami-0123456789abcdef0") == "us-east-1  ");
    for (auto wrong : {"arn:aws:ec2:us-east-1", "arn:aws:ec2:Us:444455556666:x", "arn:aws:ec2:us-east-1:4:x"})
        CHECK(of(wrong, own) == "eu-west-1 111122223333 ");
}

TEST_CASE("an ARN of an unknown form gives no fields", "[view]") {
    aws::BackupSummary summary;
    for (auto text : {"", "arn:aws:dynamodb:eu-west-1", "arn:aws:dynamodb:eu-west-1:1111:index/T",
                      "x:aws:dynamodb:eu-west-1:111122223333:table/T", ":::::"}) {
        summary.backup_arn = summary.table_arn = text;
        CHECK(view(summary) == backup_view{.system = "aws", .id = text});
    }
}

TEST_CASE("a view is made only of a record that outlives it", "[view]") {
    STATIC_REQUIRE(viewed<aws::BackupSummary&>);
    STATIC_REQUIRE(viewed<aws::BackupSummary const&>);
    STATIC_REQUIRE_FALSE(viewed<aws::BackupSummary>);
    STATIC_REQUIRE_FALSE(viewed<aws::BackupDescription const>);
    STATIC_REQUIRE_FALSE(viewed<clumio::DynamoDBTableBackup>);
    STATIC_REQUIRE_FALSE(viewed<aws::ListBackupsOutput&>); // not a record
}

} // namespace backup_view_test
