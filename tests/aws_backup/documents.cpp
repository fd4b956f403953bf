#include <dynabackup/aws_backup/aws_backup.hpp>
#include <dynabackup/backup_view.hpp>
#include <dynabackup/check_documents.hpp>
#include <dynabackup/write.hpp>

#include "fixtures.hpp"

namespace aws_backup_documents_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

/// The shape that a document is recognised as, and the number of its records.
std::string recognised(std::string_view text) {
    auto const found = check_documents(text);
    std::string shapes;
    for (auto const& [name, count] : found.summary().shapes) shapes += name;
    return shapes + ' ' + std::to_string(found.summary().records);
}

std::string const arn =
    R"("RecoveryPointArn":"arn:aws:backup:eu-west-1:123456789012:recovery-point:0f8fad5b-d9cb-469f-a165-70867728950e")";

} // namespace

TEST_CASE("documents of AWS Backup are recognised by their members", "[aws_backup]") {
    CHECK(recognised(R"({"RecoveryPoints":[{"BackupSizeInBytes":1},{"Status":"COMPLETED"}]})") ==
          "ListRecoveryPointsByBackupVaultOutput 2");
    CHECK(recognised(R"({"NextToken":"x","RecoveryPoints":[{"BackupSizeBytes":1}]})") ==
          "ListRecoveryPointsByResourceOutput 1");
    CHECK(recognised(R"({"RecoveryPoints":[]})") == "ListRecoveryPointsByBackupVaultOutput 0");
    CHECK(recognised('{' + arn + '}') == "DescribeRecoveryPointOutput 1");
    CHECK(recognised('{' + arn + R"(,"Status":"COMPLETED"})") == "DescribeRecoveryPointOutput 1");
    CHECK(recognised('{' + arn + R"(,"BackupSizeBytes":5})") == "RecoveryPointByResource 1");
    CHECK(recognised('{' + arn + R"(,"BackupVaultName":"Default"})") == "DescribeRecoveryPointInput 0");
    CHECK(recognised('{' + arn + R"(,"BackupVaultName":"Default","BackupVaultArn":"arn:aws:x"})") ==
          "DescribeRecoveryPointOutput 1");
    CHECK(recognised(R"({"BackupJobs":[{"State":"RUNNING"}]})") == "ListBackupJobsOutput 0");
    CHECK(recognised(R"({"BackupJobId":"x","State":"RUNNING","BackupType":"x"})") ==
          "DescribeBackupJobOutput 0");
    CHECK(recognised(R"({"BackupJobId":"x",)" + arn + '}') == "StartBackupJobOutput 0");
    CHECK(recognised(R"({"BackupJobId":"x"})") == "DescribeBackupJobInput 0");
    CHECK(
        recognised(
            R"({"BackupVaultName":"Default","ResourceArn":"arn:aws:s3:::b","IamRoleArn":"arn:aws:iam::1:role/r"})") ==
        "StartBackupJobInput 0");
    CHECK(recognised(R"({"ByState":"RUNNING"})") == "ListBackupJobsInput 0");
    CHECK(recognised(R"({"BackupVaultName":"Default","ByCreatedAfter":1})") ==
          "ListRecoveryPointsByBackupVaultInput 0");
}

TEST_CASE("a page is recognised by its first element, wherever a window ends", "[aws_backup]") {
    std::string const one =
        R"({"RecoveryPoints":[{)" + arn + R"(,"Status":"COMPLETED","BackupSizeBytes":5}]})" + '\n';
    std::string text;
    while (text.size() < 600'000) text += one;
    auto const pages = text.size() / one.size();
    CHECK(check_documents(text, {.names = spelling::any})
              .summary()
              .shapes.at("ListRecoveryPointsByResourceOutput") == pages);
    CHECK(check_documents(text.substr(0, text.size() - 30))
              .summary()
              .shapes.at("ListRecoveryPointsByResourceOutput") >= pages - 1);
}

TEST_CASE("members that clients add to responses are not unknown", "[aws_backup]") {
    auto const unknown = [](std::string_view member) {
        std::string const added = ",\"" + std::string(member) + "\":{}";
        auto const one = "{\"BackupVaultName\":\"Default\"," + arn + added + '}';
        auto const in_one = check<aws_backup::DescribeRecoveryPointOutput>(one, {.strict = true});
        auto const in_page =
            check<aws_backup::ListBackupJobsOutput>("{\"BackupJobs\":[]" + added + '}', {.strict = true});
        CHECK(in_one.size() == in_page.size());
        return in_one.size();
    };
    for (auto const member : client_members) CHECK(unknown(member) == 0);
    CHECK(unknown("Metadata") == 1);
}

TEST_CASE("a damaged recovery point does not affect others", "[aws_backup]") {
    auto const found = check_documents(
        R"({"RecoveryPoints":[{"RecoveryPointArn":"a:b"},{"RecoveryPointArn":tru},{"RecoveryPointArn":"arn:aws:x"}]})");
    CHECK(found.summary().records == 3);
    CHECK(found.summary().rejected == 1);
    CHECK(lines_of(found, severity::warning) ==
          findings{"warning recovery-point.arn-format /RecoveryPoints/0/RecoveryPointArn",
                   "error json.syntax /RecoveryPoints/1/RecoveryPointArn"});
}

TEST_CASE("the last page of a vault has no token", "[aws_backup]") {
    CHECK(lines_of(check_documents(R"({"RecoveryPoints":[],"NextToken":"x"})"), severity::warning) ==
          findings{"warning dump.incomplete-listing /NextToken"});
    CHECK(lines_of(check_documents(R"({"RecoveryPoints":[],"NextToken":"x"} {"RecoveryPoints":[]})"),
                   severity::warning) == none);
}

TEST_CASE("a recovery point without a source vault may have null there", "[aws_backup]") {
    using point = aws_backup::RecoveryPointByBackupVault;
    CHECK(found<point>(R"({"SourceBackupVaultArn":null})") == none);
    CHECK(found<point>(R"({"ResourceName":null})") == findings{"warning json.null-member /ResourceName"});
    auto const read = parse<point>(R"({"SourceBackupVaultArn":null})");
    REQUIRE(read.has_value());
    CHECK(read->source_backup_vault_arn.is_null());
    CHECK(to_json(*read) == R"({"SourceBackupVaultArn":null})");
}

TEST_CASE("a value of AWS Backup is unknown before its day", "[aws_backup]") {
    using point = aws_backup::RecoveryPointByBackupVault;
    auto const of = [](std::string_view status, edition day) {
        return found<point>(object{{"Status", in_quotes(status)}}, {.edition = day});
    };
    CHECK(of("AVAILABLE", edition::v2025_06_02) == none);
    CHECK(of("AVAILABLE", edition{2025'06'01}) == findings{"error enum.unknown-value /Status"});
    CHECK(of("COMPLETED", edition::v2019_01_16) == none);
    CHECK(found<point>(R"({"BackupVaultName":"a.b"})", {.edition = edition{2020'09'22}}) == none);
    CHECK(found<point>(R"({"BackupVaultName":"a.b"})") == findings{"error string.pattern /BackupVaultName"});
    CHECK(found<point>(R"({"BackupVaultName":"a"})") == findings{"error string.pattern /BackupVaultName"});
}

TEST_CASE("a recovery point and its DynamoDB backup have the same view", "[aws_backup][backup_view]") {
    aws::BackupDetails own = backup_details_model();
    own.backup_type = aws::BackupType::AWS_BACKUP;
    aws_backup::RecoveryPointByBackupVault point;
    point.recovery_point_arn = own.backup_arn;
    point.resource_arn = std::string(table_arn);
    point.resource_type = "DynamoDB";
    point.creation_date = own.backup_creation_date_time;
    point.backup_size_in_bytes = 7;
    point.status = aws_backup::RecoveryPointStatus::COMPLETED;
    point.calculated_lifecycle.emplace().delete_at = timestamp{std::chrono::seconds{1800000000}};
    auto const a = view(own), b = view(point);
    CHECK(b.system == "aws_backup");
    CHECK(a.id == b.id);
    CHECK(a.table == b.table);
    CHECK(a.region == b.region);
    CHECK(a.account == b.account);
    CHECK(a.created == b.created);
    CHECK(b.size == 7);
    CHECK(b.status == "COMPLETED");
    CHECK(b.type == "DynamoDB");
    CHECK(b.expires == timestamp{std::chrono::seconds{1800000000}});
    CHECK(b.name.empty());
    aws_backup::RecoveryPointByResource listed;
    listed.recovery_point_arn = own.backup_arn;
    CHECK(view(listed).table == "Music");
    aws_backup::DescribeRecoveryPointOutput described;
    described.recovery_point_arn =
        "arn:aws:backup:eu-west-1:123456789012:recovery-point:0f8fad5b-d9cb-469f-a165-70867728950e";
    described.resource_arn = "arn:aws:s3:::exports";
    CHECK(view(described).table.empty());
    CHECK(view(described).region == "eu-west-1");
    CHECK(view(described).account == "123456789012");
}

} // namespace aws_backup_documents_test
