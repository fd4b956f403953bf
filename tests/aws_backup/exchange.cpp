#include <dynabackup/aws_backup/exchange.hpp>
#include <dynabackup/exchange.hpp>

#include "fixtures.hpp"

namespace aws_backup_exchange_test {

using namespace dynabackup;
using namespace fixtures;
using namespace aws_backup;

namespace {

/// The findings in a response to that request, in texts and in models.
template <class Input>
findings answered(std::string const& request, std::string const& response) {
    auto const both = check_exchange<Input>(request, response);
    CHECK(both.request.empty());
    check_places(both.response, response);
    auto const asked = parse<Input>(request);
    auto const answer = parse<response_to<Input>>(response);
    REQUIRE(asked.has_value());
    REQUIRE(answer.has_value());
    auto const lines = lines_of(both.response, severity::warning);
    CHECK(of_model(lines_of(check_exchange(*asked, *answer), severity::warning)) == of_model(lines));
    return lines;
}

std::string const
    first = "arn:aws:backup:eu-west-1:123456789012:recovery-point:0f8fad5b-d9cb-469f-a165-70867728950e",
    other = "arn:aws:backup:eu-west-1:123456789012:recovery-point:7c9e6679-7425-40de-944b-e07fc1f90ae7";

} // namespace

TEST_CASE("a recovery point is the requested one", "[aws_backup][exchange]") {
    auto const of = [](std::string const& arn, std::string const& name) {
        return answered<DescribeRecoveryPointInput>(
            R"({"BackupVaultName":"Default","RecoveryPointArn":")" + first + "\"}",
            R"({"BackupVaultName":")" + name + R"(","RecoveryPointArn":")" + arn + "\"}");
    };
    CHECK(of(first, "Default") == none);
    CHECK(of(other, "Default") == findings{"error recovery-point.echo /RecoveryPointArn"});
    CHECK(of(first, "Archive") == findings{"error recovery-point.echo /BackupVaultName"});
}

TEST_CASE("a page has the requested recovery points", "[aws_backup][exchange]") {
    auto const of = [](std::string const& filter, std::string const& member) {
        return answered<ListRecoveryPointsByBackupVaultInput>(
            R"({"BackupVaultName":"Default",)" + filter + '}', R"({"RecoveryPoints":[{)" + member + "}]}");
    };
    auto const wrong = [](std::string path) {
        return findings{"error recovery-point.filter /RecoveryPoints/0/" + path};
    };
    CHECK(of(R"("MaxResults":1)", R"("BackupVaultName":"Default")") == none);
    CHECK(of(R"("MaxResults":1)", R"("BackupVaultName":"Archive")") == wrong("BackupVaultName"));
    CHECK(of(R"("ByResourceType":"S3")", R"("ResourceType":"S3")") == none);
    CHECK(of(R"("ByResourceType":"S3")", R"("ResourceType":"EFS")") == wrong("ResourceType"));
    CHECK(of(R"("ByResourceArn":"arn:a")", R"("ResourceArn":"arn:a")") == none);
    CHECK(of(R"("ByResourceArn":"arn:a")", R"("ResourceArn":"arn:b")") == wrong("ResourceArn"));
    CHECK(of(R"("ByCreatedAfter":5)", R"("CreationDate":5)") == none);
    CHECK(of(R"("ByCreatedAfter":5)", R"("CreationDate":4.999)") == wrong("CreationDate"));
    CHECK(of(R"("ByCreatedBefore":5)", R"("CreationDate":5)") == none);
    CHECK(of(R"("ByCreatedBefore":5)", R"("CreationDate":5.001)") == wrong("CreationDate"));
    CHECK(of(R"("ByParentRecoveryPointArn":"arn:a")", R"("ParentRecoveryPointArn":"arn:b")") ==
          wrong("ParentRecoveryPointArn"));
}

TEST_CASE("a page has no more entries than requested", "[aws_backup][exchange]") {
    std::string const two = R"({"RecoveryPoints":[{"Status":"COMPLETED"},{"Status":"EXPIRED"}]})";
    CHECK(answered<ListRecoveryPointsByBackupVaultInput>(R"({"BackupVaultName":"Default","MaxResults":2})",
                                                         two) == none);
    CHECK(answered<ListRecoveryPointsByBackupVaultInput>(R"({"BackupVaultName":"Default","MaxResults":1})",
                                                         two) ==
          findings{"error recovery-point.limit /RecoveryPoints"});
    CHECK(answered<ListRecoveryPointsByResourceInput>(R"({"ResourceArn":"arn:a","MaxResults":2})", two) ==
          none);
    CHECK(answered<ListRecoveryPointsByResourceInput>(R"({"ResourceArn":"arn:a","MaxResults":1})", two) ==
          findings{"error recovery-point.limit /RecoveryPoints"});
    std::string const jobs = R"({"BackupJobs":[{"State":"RUNNING"},{"State":"RUNNING"}]})";
    CHECK(answered<ListBackupJobsInput>(R"({"MaxResults":2})", jobs) == none);
    CHECK(answered<ListBackupJobsInput>(R"({"MaxResults":1})", jobs) ==
          findings{"error backup-job.limit /BackupJobs"});
}

TEST_CASE("a job is the requested one, and a page has the requested jobs", "[aws_backup][exchange]") {
    CHECK(answered<DescribeBackupJobInput>(R"({"BackupJobId":"a"})", R"({"BackupJobId":"a"})") == none);
    CHECK(answered<DescribeBackupJobInput>(R"({"BackupJobId":"a"})", R"({"BackupJobId":"b"})") ==
          findings{"error backup-job.echo /BackupJobId"});
    auto const of = [](std::string const& filter, std::string const& member) {
        return answered<ListBackupJobsInput>('{' + filter + '}', R"({"BackupJobs":[{)" + member + "}]}");
    };
    auto const wrong = [](std::string path) {
        return findings{"error backup-job.filter /BackupJobs/0/" + path};
    };
    CHECK(of(R"("ByState":"RUNNING")", R"("State":"RUNNING")") == none);
    CHECK(of(R"("ByState":"RUNNING")", R"("State":"FAILED")") == wrong("State"));
    CHECK(of(R"("ByBackupVaultName":"Default")", R"("BackupVaultName":"Archive")") ==
          wrong("BackupVaultName"));
    CHECK(of(R"("ByResourceArn":"arn:a")", R"("ResourceArn":"arn:b")") == wrong("ResourceArn"));
    CHECK(of(R"("ByResourceType":"S3")", R"("ResourceType":"EFS")") == wrong("ResourceType"));
    CHECK(of(R"("ByParentJobId":"a")", R"("ParentJobId":"b")") == wrong("ParentJobId"));
    CHECK(of(R"("ByCreatedAfter":5)", R"("CreationDate":4)") == wrong("CreationDate"));
    CHECK(of(R"("ByCompleteAfter":5)", R"("CompletionDate":5)") == none);
    CHECK(of(R"("ByCompleteAfter":5)", R"("CompletionDate":4)") == wrong("CompletionDate"));
    CHECK(of(R"("ByCompleteBefore":5)", R"("CompletionDate":6)") == wrong("CompletionDate"));
}

} // namespace aws_backup_exchange_test
