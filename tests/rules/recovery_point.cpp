#include <dynabackup/aws_backup/aws_backup.hpp>
#include <dynabackup/rules/recovery_point.hpp>

#include "fixtures.hpp"

namespace rules_recovery_point_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

using point = aws_backup::RecoveryPointByBackupVault;

std::string const own_arn =
    "arn:aws:backup:eu-central-1:111122223333:recovery-point:0f8fad5b-d9cb-469f-a165-70867728950e";

object recovery_point() {
    return {{"RecoveryPointArn", in_quotes(own_arn)},
            {"BackupVaultName", in_quotes("Default")},
            {"BackupVaultArn", in_quotes("arn:aws:backup:eu-central-1:111122223333:backup-vault:Default")},
            {"ResourceArn", in_quotes(table_arn)},
            {"ResourceType", in_quotes("DynamoDB")},
            {"Status", in_quotes("COMPLETED")},
            {"CreationDate", "1717200000.123"},
            {"CompletionDate", "1717200060.123"}};
}

findings warning(std::string_view rule, std::string_view path) {
    return {"warning recovery-point." + std::string(rule) + ' ' + std::string(path)};
}
findings error(std::string_view rule, std::string_view path) {
    return {"error recovery-point." + std::string(rule) + ' ' + std::string(path)};
}

} // namespace

TEST_CASE("the recovery point of a table has an ARN of one of two forms", "[rules][aws_backup]") {
    auto const of = [](std::string_view arn, std::string_view type = "DynamoDB") {
        return found<point>(recovery_point()
                                .without("ResourceArn")
                                .with("RecoveryPointArn", in_quotes(arn))
                                .with("ResourceType", in_quotes(type)));
    };
    auto const wrong = warning("arn-format", "/RecoveryPointArn");
    CHECK(of(own_arn) == none);
    CHECK(of(backup_arn) == none);
    CHECK(of("arn:aws:ec2:eu-central-1::snapshot/snap-0123456789abcdef0") == wrong);
    CHECK(of("arn:aws:ec2:eu-central-1::snapshot/snap-0123456789abcdef0", "EBS") == none);
    CHECK(of(own_arn.substr(0, own_arn.size() - 1)) == wrong);
    CHECK(of("0f8fad5b", "EBS") == wrong);
    CHECK(found<point>(object{{"RecoveryPointArn", in_quotes("0f8fad5b")}}) == wrong);
    CHECK(found<aws_backup::RecoveryPointByResource>(object{{"RecoveryPointArn", in_quotes("0f8fad5b")}}) ==
          wrong);
    CHECK(found<point>(recovery_point().with("RecoveryPointArn", "7")) ==
          findings{"error json.wrong-type /RecoveryPointArn"});
    CHECK(found<point>(object{{"RecoveryPointArn", in_quotes("0f8fad5b")}},
                       {.edition = edition::v2018_11_28}) == none); // before AWS Backup existed
}

TEST_CASE("the backup in a recovery point is a backup of the resource", "[rules][aws_backup]") {
    auto const of = [](std::string_view resource) {
        return found<point>(recovery_point()
                                .with("RecoveryPointArn", in_quotes(backup_arn))
                                .with("ResourceArn", in_quotes(resource)));
    };
    CHECK(of(table_arn) == none);
    CHECK(of(std::string(table_arn) + "s") == warning("arn-table", "/RecoveryPointArn"));
    CHECK(found<point>(
              recovery_point().with("RecoveryPointArn", in_quotes(backup_arn)).without("ResourceArn")) ==
          none);
}

TEST_CASE("the type of the resource is DynamoDB if and only if it is a table", "[rules][aws_backup]") {
    auto const of = [](std::string_view resource, std::string_view type) {
        return found<point>(
            recovery_point().with("ResourceArn", in_quotes(resource)).with("ResourceType", in_quotes(type)));
    };
    auto const wrong = warning("resource-type", "/ResourceType");
    std::string const bucket = "arn:aws:s3:::exports";
    CHECK(of(table_arn, "DynamoDB") == none);
    CHECK(of(bucket, "S3") == none);
    CHECK(of(table_arn, "S3") == wrong);
    CHECK(of(bucket, "DynamoDB") == wrong);
    CHECK(found<aws_backup::BackupJob>(
              object{{"ResourceArn", in_quotes(bucket)}, {"ResourceType", in_quotes("DynamoDB")}}) == wrong);
}

TEST_CASE("the vault in an ARN is the one in BackupVaultName", "[rules][aws_backup]") {
    auto const of = [](std::string_view arn) {
        return found<point>(recovery_point().with("BackupVaultArn", in_quotes(arn)));
    };
    auto const wrong = warning("vault-name", "/BackupVaultArn");
    CHECK(of("arn:aws-cn:backup:cn-north-1:111122223333:backup-vault:Default") == none);
    CHECK(of("arn:aws:backup:eu-central-1:111122223333:backup-vault:Default2") == wrong);
    CHECK(of("arn:aws:backup:eu-central-1:111122223333:vault:Default") == wrong);
    CHECK(of("Default") == wrong);
    CHECK(found<point>(recovery_point().without("BackupVaultName")) == none);
}

TEST_CASE("Regions and accounts of a recovery point, its vault and its resource are not compared",
          "[rules][aws_backup]") {
    auto const of = [](std::string_view arn, std::string_view resource, std::string_view type) {
        return found<point>(recovery_point()
                                .with("RecoveryPointArn", in_quotes(arn))
                                .with("ResourceArn", in_quotes(resource))
                                .with("ResourceType", in_quotes(type)));
    };
    CHECK(of("arn:aws:backup:us-east-1:444455556666:recovery-point:books-20240601-1a2b3c4d",
             "arn:aws:s3:::books", "S3") == none);
    CHECK(of("arn:aws:ec2:us-east-1::image/ami-0123456789abcdef0",
             "arn:aws:ec2:eu-central-1:444455556666:instance/i-0123456789abcdef0", "EC2") == none);
    CHECK(of("arn:aws:rds:us-east-1:444455556666:snapshot:awsbackup:job-1",
             "arn:aws:rds:eu-central-1:111122223333:db:books", "RDS") == none);
    CHECK(of("arn:aws:backup:us-east-1:444455556666:recovery-point:0f8fad5b-d9cb-469f-a165-70867728950e",
             table_arn, "DynamoDB") == none); // a copy
}

TEST_CASE("a recovery point is completed at its creation or later", "[rules][aws_backup]") {
    auto const of = [](std::string_view completed) {
        return found<point>(recovery_point().with("CompletionDate", completed));
    };
    CHECK(of("1717200000.123") == none);
    CHECK(of("1717200000.122") == warning("completion-before-creation", "/CompletionDate"));
    CHECK(
        found<aws_backup::DescribeBackupJobOutput>(object{{"CreationDate", "2"}, {"CompletionDate", "1"}}) ==
        warning("completion-before-creation", "/CompletionDate"));
}

TEST_CASE("a recovery point is deleted after its creation", "[rules][aws_backup]") {
    auto const of = [](std::string_view deleted) {
        return found<point>(
            recovery_point().with("CalculatedLifecycle", object{{"DeleteAt", std::string(deleted)}}));
    };
    CHECK(of("1717200000.124") == none);
    CHECK(of("1717200000.123") == error("deletion-before-creation", "/CalculatedLifecycle/DeleteAt"));
}

TEST_CASE("a recovery point stays in cold storage for 90 days", "[rules][aws_backup]") {
    auto const days = [](std::string moved, std::string deleted) {
        return found<aws_backup::Lifecycle>(
            object{{"MoveToColdStorageAfterDays", moved}, {"DeleteAfterDays", deleted}});
    };
    CHECK(days("30", "120") == none);
    CHECK(days("30", "119") == error("cold-storage", "/DeleteAfterDays"));
    CHECK(days("30", "29") == error("cold-storage", "/DeleteAfterDays"));
    CHECK(days("-1", "-1") == none); // never
    CHECK(days("30", "-1") == none);
    CHECK(days("-1", "1") == none);
    CHECK(days("0", "9223372036854775807") == none);
    auto const of_times = [](std::string moved, std::string deleted) {
        return recovery_point()
            .without("CreationDate")
            .without("CompletionDate")
            .with("CalculatedLifecycle",
                  object{{"MoveToColdStorageAt", moved}, {"DeleteAt", deleted}}.text());
    };
    auto const times = [&](std::string moved, std::string deleted) {
        return found<point>(of_times(std::move(moved), std::move(deleted)));
    };
    auto const wrong = error("cold-storage", "/CalculatedLifecycle/DeleteAt");
    CHECK(times("1717200000", "1724976000") == none);
    CHECK(times("1717200000", "1724975999") == wrong);
    CHECK(times("-9000000000", "9000000000") == none); // further apart than nanoseconds can express
    CHECK(times("9000000000", "-9000000000") == wrong);
    CHECK(found<aws_backup::DescribeRecoveryPointOutput>(of_times("1717200000", "1724975999")) == wrong);

    SECTION("which is one defect if both the days and the times show it") {
        auto const both = [&](std::string after) {
            return found<point>(
                of_times("1717200000", "1724975999")
                    .with("Lifecycle",
                          object{{"MoveToColdStorageAfterDays", "30"}, {"DeleteAfterDays", after}}.text()));
        };
        CHECK(both("119") == error("cold-storage", "/Lifecycle/DeleteAfterDays"));
        CHECK(both("120") == wrong); // they do not follow from the days
        CHECK(both("true") == findings{"error recovery-point.cold-storage /CalculatedLifecycle/DeleteAt",
                                       "error json.wrong-type /Lifecycle/DeleteAfterDays"});
    }
}

TEST_CASE("a recovery point expires at the given time", "[rules][aws_backup]") {
    auto const of = [](std::string_view status, std::optional<int> now) {
        check_options chosen;
        if (now) chosen.now = timestamp{std::chrono::seconds{*now}};
        return found<point>(
            object{{"Status", in_quotes(status)}, {"CalculatedLifecycle", R"({"DeleteAt": 2000})"}}, chosen);
    };
    auto const wrong = warning("expired", "/CalculatedLifecycle/DeleteAt");
    CHECK(of("COMPLETED", {}) == none); // the clock is not read
    CHECK(of("COMPLETED", 2000) == none);
    CHECK(of("COMPLETED", 2001) == wrong);
    CHECK(of("PARTIAL", 2001) == wrong);
    CHECK(of("EXPIRED", 2001) == none);
    CHECK(of("DELETING", 2001) == none);
}

TEST_CASE("a job starts within at least 60 minutes, and both windows have a maximum", "[rules][aws_backup]") {
    auto const of = [](std::string_view member, std::string_view minutes) {
        return found<aws_backup::StartBackupJobInput>(
            object{{"BackupVaultName", in_quotes("Default")},
                   {"ResourceArn", in_quotes(table_arn)},
                   {"IamRoleArn", in_quotes("arn:aws:iam::111122223333:role/Backups")},
                   {std::string(member), std::string(minutes)}});
    };
    auto const wrong = [](std::string member) { return findings{"error backup-job.window /" + member}; };
    CHECK(of("StartWindowMinutes", "60") == none);
    CHECK(of("StartWindowMinutes", "59") == wrong("StartWindowMinutes"));
    CHECK(of("StartWindowMinutes", "52560000") == none);
    CHECK(of("StartWindowMinutes", "52560001") == wrong("StartWindowMinutes"));
    CHECK(of("CompleteWindowMinutes", "0") == none);
    CHECK(of("CompleteWindowMinutes", "-1") == wrong("CompleteWindowMinutes"));
    CHECK(of("CompleteWindowMinutes", "52560000") == none);
    CHECK(of("CompleteWindowMinutes", "52560001") == wrong("CompleteWindowMinutes"));
}

} // namespace rules_recovery_point_test
