#include <dynabackup/aws/table_exchange.hpp>
#include <dynabackup/exchange.hpp>

#include "fixtures.hpp"

namespace aws_table_exchange_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

/// The findings in a response to that request, in texts and in models.
template <class Input>
findings answered(std::string const& request, std::string const& response) {
    auto const both = check_exchange<Input>(request, response);
    CHECK(lines_of(both.request, severity::warning) == none);
    check_places(both.response, response);
    auto const asked = parse<Input>(request);
    auto const answer = parse<response_to<Input>>(response);
    REQUIRE(asked.has_value());
    REQUIRE(answer.has_value());
    auto const lines = lines_of(both.response, severity::warning);
    CHECK(of_model(lines_of(check_exchange(*asked, *answer), severity::warning)) == of_model(lines));
    return lines;
}

std::string const arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/Songs";
std::string const from_backup =
    R"({"TargetTableName":"Songs-2","BackupArn":")" + arn + R"(/backup/01700000000000-1a2b3c4d"})";

} // namespace

TEST_CASE("a table is the requested one", "[aws][exchange]") {
    auto const of = [](std::string const& name) {
        return answered<aws::DescribeTableInput>(R"({"TableName":")" + name + "\"}",
                                                 R"({"Table":{"TableName":"Songs","TableArn":")" + arn +
                                                     "\"}}");
    };
    CHECK(of("Songs") == none);
    CHECK(of("Albums") == findings{"error describe-table.echo /Table/TableName"});
    CHECK(of(arn) == none);
    CHECK(of(arn + "2") == findings{"error describe-table.echo /Table/TableArn"});
}

TEST_CASE("a restored table is the requested one", "[aws][exchange]") {
    auto const of = [](std::string const& name, std::string const& suffix) {
        return answered<aws::RestoreTableFromBackupInput>(
            from_backup, R"({"TableDescription":{"TableName":")" + name +
                             R"(","RestoreSummary":{"SourceBackupArn":")" + arn + "/backup/01700000000000-" +
                             suffix + R"(","RestoreDateTime":1700000000,"RestoreInProgress":true}}})");
    };
    CHECK(of("Songs-2", "1a2b3c4d") == none);
    CHECK(of("Songs", "1a2b3c4d") == findings{"error restore.echo /TableDescription/TableName"});
    CHECK(of("Songs-2", "1a2b3c4e") ==
          findings{"error restore.echo /TableDescription/RestoreSummary/SourceBackupArn"});
    auto const at = [](std::string const& time) {
        return answered<aws::RestoreTableToPointInTimeInput>(
            R"({"SourceTableArn":")" + arn + R"(","TargetTableName":"Songs-2","RestoreDateTime":1000})",
            R"({"TableDescription":{"TableName":"Songs-2","RestoreSummary":{"SourceTableArn":")" + arn +
                R"(","RestoreDateTime":)" + time + R"(,"RestoreInProgress":true}}})");
    };
    CHECK(at("1000") == none);
    CHECK(at("1001") == findings{"error restore.echo /TableDescription/RestoreSummary/RestoreDateTime"});
}

TEST_CASE("a restore keeps indexes of the backup unchanged, and adds none", "[aws][exchange]") {
    std::string const index =
        R"("KeySchema":[{"AttributeName":"Year","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}})";
    auto const of = [&](std::string const& list, std::string const& name, std::string kept) {
        std::string const backup =
            R"({"BackupDescription":{"SourceTableFeatureDetails":{"GlobalSecondaryIndexes":)" + list + "}}}";
        auto request = from_backup;
        request.back() = ',';
        return answered<aws::DescribeBackupOutput>(
            backup,
            request + R"("GlobalSecondaryIndexOverride":[{"IndexName":")" + name + "\"," + kept + "]}");
    };
    auto const backed = R"([{"IndexName":"ByYear",)" + index + "]";
    CHECK(of(backed, "ByYear", index) == none);
    CHECK(of(backed, "ByLabel", index) ==
          findings{"error restore.unknown-index /GlobalSecondaryIndexOverride/0/IndexName"});
    CHECK(of("[]", "ByYear", index) ==
          findings{"error restore.unknown-index /GlobalSecondaryIndexOverride/0/IndexName"});
    CHECK(
        of(backed, "ByYear",
           R"("KeySchema":[{"AttributeName":"Label","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}})") ==
        findings{"error restore.changed-index /GlobalSecondaryIndexOverride/0/KeySchema"});
    CHECK(
        of(backed, "ByYear",
           R"("KeySchema":[{"AttributeName":"Year","KeyType":"HASH"}],"Projection":{"ProjectionType":"KEYS_ONLY"}})") ==
        findings{"error restore.changed-index /GlobalSecondaryIndexOverride/0/Projection"});
}

TEST_CASE("a restore is compared with the backup that it names", "[aws][exchange]") {
    auto const of = [](std::string const& suffix) {
        return answered<aws::DescribeBackupOutput>(
            R"({"BackupDescription":{"BackupDetails":{"BackupArn":")" + arn + "/backup/01700000000000-" +
                suffix +
                R"(","BackupName":"weekly","BackupStatus":"AVAILABLE","BackupType":"USER","BackupCreationDateTime":1700000000}}})",
            from_backup);
    };
    CHECK(of("1a2b3c4d") == none);
    CHECK(of("5e6f7a8b") == findings{"error restore.another-backup /BackupArn"});
}

TEST_CASE("a table is restored within its restorable times", "[aws][exchange]") {
    auto const of = [](std::string const& time) {
        return answered<aws::DescribeContinuousBackupsOutput>(
            R"({"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"ENABLED","EarliestRestorableDateTime":1000,"LatestRestorableDateTime":2000}}})",
            R"({"SourceTableName":"Songs","TargetTableName":"Songs-2","RestoreDateTime":)" + time + '}');
    };
    CHECK(of("1000") == none);
    CHECK(of("999.999") == findings{"error restore.outside-recovery /RestoreDateTime"});
    CHECK(of("2000") == none);
    CHECK(of("2000.001") == findings{"error restore.outside-recovery /RestoreDateTime"});
}

TEST_CASE("point-in-time recovery has the requested settings", "[aws][exchange]") {
    auto const of = [](std::string const& asked, std::string const& status, std::string const& days) {
        return answered<aws::UpdateContinuousBackupsInput>(
            R"({"TableName":"Songs","PointInTimeRecoverySpecification":{)" + asked + "}}",
            R"({"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":")" +
                status +
                R"(","EarliestRestorableDateTime":1,"LatestRestorableDateTime":2,"RecoveryPeriodInDays":)" +
                days + "}}}");
    };
    std::string const path = " /ContinuousBackupsDescription/PointInTimeRecoveryDescription/";
    CHECK(of(R"("PointInTimeRecoveryEnabled":true)", "ENABLED", "35") == none);
    CHECK(of(R"("PointInTimeRecoveryEnabled":true)", "DISABLED", "35") ==
          findings{"error pitr.echo" + path + "PointInTimeRecoveryStatus"});
    CHECK(of(R"("PointInTimeRecoveryEnabled":false)", "ENABLED", "35") ==
          findings{"error pitr.echo" + path + "PointInTimeRecoveryStatus"});
    CHECK(of(R"("PointInTimeRecoveryEnabled":true,"RecoveryPeriodInDays":7)", "ENABLED", "7") == none);
    CHECK(of(R"("PointInTimeRecoveryEnabled":true,"RecoveryPeriodInDays":7)", "ENABLED", "8") ==
          findings{"error pitr.echo" + path + "RecoveryPeriodInDays"});
}

TEST_CASE("an export is the requested one", "[aws][exchange]") {
    auto const of = [](std::string const& asked, std::string const& answer) {
        return answered<aws::ExportTableToPointInTimeInput>(R"({"TableArn":")" + arn +
                                                                R"(","S3Bucket":"exports",)" + asked + '}',
                                                            R"({"ExportDescription":{)" + answer + "}}");
    };
    auto const wrong = [](std::string member) {
        return findings{"error table-export.echo /ExportDescription/" + member};
    };
    CHECK(of(R"("ExportFormat":"ION")", R"("S3Bucket":"exports","ExportFormat":"ION")") == none);
    CHECK(of(R"("ExportFormat":"ION")", R"("ExportFormat":"DYNAMODB_JSON")") == wrong("ExportFormat"));
    CHECK(of(R"("ExportFormat":"ION")", R"("S3Bucket":"archive")") == wrong("S3Bucket"));
    CHECK(of(R"("ExportTime":5)", R"("ExportTime":6)") == wrong("ExportTime"));
    CHECK(of(R"("ClientToken":"a")", R"("ClientToken":"b")") == wrong("ClientToken"));
    CHECK(of(R"("S3Prefix":"a")", R"("S3Prefix":"b")") == wrong("S3Prefix"));
    CHECK(of(R"("S3BucketOwner":"123456789012")", R"("S3BucketOwner":"210987654321")") ==
          wrong("S3BucketOwner"));
    CHECK(of(R"("S3SseAlgorithm":"KMS")", R"("S3SseAlgorithm":"AES256")") == wrong("S3SseAlgorithm"));
    CHECK(of(R"("S3SseKmsKeyId":"a")", R"("S3SseKmsKeyId":"b")") == wrong("S3SseKmsKeyId"));
    std::string const one = arn + "/export/01700000000000-1a2b3c4d",
                      two = arn + "/export/01700000000000-5e6f7a8b";
    auto const described = [](std::string const& asked, std::string const& answer) {
        return answered<aws::DescribeExportInput>(R"({"ExportArn":")" + asked + "\"}",
                                                  R"({"ExportDescription":{"ExportArn":")" + answer + "\"}}");
    };
    CHECK(described(one, one) == none);
    CHECK(described(one, two) == wrong("ExportArn"));
    auto const listed = [&](std::string const& request) {
        return answered<aws::ListExportsInput>(request, R"({"ExportSummaries":[{"ExportArn":")" + one +
                                                            R"("},{"ExportArn":")" + two + "\"}]}");
    };
    CHECK(listed(R"({"MaxResults":2})") == none);
    CHECK(listed(R"({"MaxResults":1})") == findings{"error table-export.limit /ExportSummaries"});
    CHECK(listed(R"({"TableArn":")" + arn + "\"}") == none);
    CHECK(listed(R"({"TableArn":")" + arn + "2\"}") ==
          findings{"error table-export.echo /ExportSummaries/0/ExportArn",
                   "error table-export.echo /ExportSummaries/1/ExportArn"});
}

TEST_CASE("an import is the requested one", "[aws][exchange]") {
    std::string const one = arn + "/import/01700000000000-1a2b3c4d",
                      two = arn + "/import/01700000000000-5e6f7a8b";
    auto const described = [](std::string const& asked, std::string const& answer) {
        return answered<aws::DescribeImportInput>(R"({"ImportArn":")" + asked + "\"}",
                                                  R"({"ImportTableDescription":{"ImportArn":")" + answer +
                                                      "\"}}");
    };
    CHECK(described(one, one) == none);
    CHECK(described(one, two) == findings{"error table-import.echo /ImportTableDescription/ImportArn"});
    auto const listed = [](std::string const& request) {
        return answered<aws::ListImportsInput>(
            request, R"({"ImportSummaryList":[{"ImportStatus":"COMPLETED"},{"ImportStatus":"FAILED"}]})");
    };
    CHECK(listed(R"({"PageSize":2})") == none);
    CHECK(listed(R"({"PageSize":1})") == findings{"error table-import.limit /ImportSummaryList"});
    auto const made = [](std::string const& format) {
        return answered<aws::ImportTableInput>(
            R"({"S3BucketSource":{"S3Bucket":"imports"},"InputFormat":"CSV","TableCreationParameters":{"TableName":"Songs","AttributeDefinitions":[{"AttributeName":"Artist","AttributeType":"S"}],"KeySchema":[{"AttributeName":"Artist","KeyType":"HASH"}]}})",
            R"({"ImportTableDescription":{"InputFormat":")" + format + "\"}}");
    };
    CHECK(made("CSV") == none);
    CHECK(made("ION") == findings{"error table-import.echo /ImportTableDescription/InputFormat"});
}

} // namespace aws_table_exchange_test
