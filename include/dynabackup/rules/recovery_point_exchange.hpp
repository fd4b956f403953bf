#pragma once
/// \file
/// The rules that a request to AWS Backup sets for its response. aws_backup/exchange.hpp makes them from requests.

#include <dynabackup/model/rule.hpp>
#include <dynabackup/rules/backup_job.hpp>
#include <dynabackup/rules/recovery_point.hpp>

#include <array>

namespace dynabackup::exchange {

inline constexpr rule recovery_point_echo{
    "recovery-point.echo",
    severity::error,
    edition::v2019_01_16,
    "The response to DescribeRecoveryPoint shows the recovery point and the vault of the request.",
    recovery_point::cite::describe,
    {R"({"BackupVaultName":"Default","RecoveryPointArn":"arn:aws:backup:eu-west-1:123456789012:recovery-point:0f8fad5b-d9cb-469f-a165-70867728950e"}
{"BackupVaultName":"Archive","RecoveryPointArn":"arn:aws:backup:eu-west-1:123456789012:recovery-point:0f8fad5b-d9cb-469f-a165-70867728950e","Status":"COMPLETED"})",
     R"({"BackupVaultName":"Default","RecoveryPointArn":"arn:aws:backup:eu-west-1:123456789012:recovery-point:0f8fad5b-d9cb-469f-a165-70867728950e"}
{"BackupVaultName":"Default","RecoveryPointArn":"arn:aws:backup:eu-west-1:123456789012:recovery-point:0f8fad5b-d9cb-469f-a165-70867728950e","Status":"COMPLETED"})"}};
inline constexpr rule recovery_point_filter{
    "recovery-point.filter",
    severity::error,
    edition::v2019_01_16,
    "A page has only recovery points of the vault, the resource, the type, the parent and the time that the "
    "request names.",
    recovery_point::cite::list_by_vault,
    {R"({"BackupVaultName":"Default","ByResourceType":"DynamoDB"}
{"RecoveryPoints":[{"BackupVaultName":"Default","ResourceType":"S3"}]})",
     R"({"BackupVaultName":"Default","ByResourceType":"DynamoDB"}
{"RecoveryPoints":[{"BackupVaultName":"Default","ResourceType":"DynamoDB"}]})"}};
inline constexpr rule recovery_point_limit{
    "recovery-point.limit",
    severity::error,
    edition::v2019_01_16,
    "A page has no more recovery points than the request's MaxResults.",
    recovery_point::cite::list_by_vault,
    {R"({"BackupVaultName":"Default","MaxResults":1}
{"RecoveryPoints":[{"Status":"COMPLETED"},{"Status":"EXPIRED"}]})",
     R"({"BackupVaultName":"Default","MaxResults":2}
{"RecoveryPoints":[{"Status":"COMPLETED"},{"Status":"EXPIRED"}]})"}};
inline constexpr rule backup_job_echo{"backup-job.echo",
                                      severity::error,
                                      edition::v2019_01_16,
                                      "The response to DescribeBackupJob shows the job of the request.",
                                      backup_job::cite::describe,
                                      {R"({"BackupJobId":"0f8fad5b-d9cb-469f-a165-70867728950e"}
{"BackupJobId":"7c9e6679-7425-40de-944b-e07fc1f90ae7","State":"RUNNING"})",
                                       R"({"BackupJobId":"0f8fad5b-d9cb-469f-a165-70867728950e"}
{"BackupJobId":"0f8fad5b-d9cb-469f-a165-70867728950e","State":"RUNNING"})"}};
inline constexpr rule backup_job_filter{
    "backup-job.filter",
    severity::error,
    edition::v2019_01_16,
    "A page has only jobs of the state, the vault, the resource, the type, the parent and the time that the "
    "request names.",
    backup_job::cite::list,
    {R"({"ByState":"RUNNING","ByResourceType":"DynamoDB"}
{"BackupJobs":[{"State":"COMPLETED"}]})",
     R"({"ByState":"RUNNING","ByResourceType":"DynamoDB"}
{"BackupJobs":[{"State":"RUNNING"}]})"}};
inline constexpr rule backup_job_limit{"backup-job.limit",
                                       severity::error,
                                       edition::v2019_01_16,
                                       "A page has no more jobs than the request's MaxResults.",
                                       backup_job::cite::list,
                                       {R"({"MaxResults":1}
{"BackupJobs":[{"State":"RUNNING"},{"State":"COMPLETED"}]})",
                                        R"({"MaxResults":2}
{"BackupJobs":[{"State":"RUNNING"},{"State":"COMPLETED"}]})"}};

/// All rules of this header, for the catalogue.
inline constexpr std::array aws_backup_rules{&recovery_point_echo,  &recovery_point_filter,
                                             &recovery_point_limit, &backup_job_echo,
                                             &backup_job_filter,    &backup_job_limit};

} // namespace dynabackup::exchange
