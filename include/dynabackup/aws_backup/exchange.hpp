#pragma once
/// \file
/// The rules that a request to AWS Backup sets for its response.

#include <dynabackup/aws_backup/backup_jobs.hpp>
#include <dynabackup/aws_backup/describe_recovery_point.hpp>
#include <dynabackup/aws_backup/list_recovery_points.hpp>
#include <dynabackup/custom_rule.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/system.hpp>

#include <array>
#include <concepts>
#include <type_traits>
#include <vector>

namespace dynabackup::exchange {

inline constexpr rule recovery_point_echo{
    "recovery-point.echo",
    severity::error,
    edition::v2019_01_16,
    "The response to DescribeRecoveryPoint shows the recovery point and the vault of the request.",
    aws_backup::DescribeRecoveryPoint.cite,
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
    aws_backup::ListRecoveryPointsByBackupVault.cite,
    {R"({"BackupVaultName":"Default","ByResourceType":"DynamoDB"}
{"RecoveryPoints":[{"BackupVaultName":"Default","ResourceType":"S3"}]})",
     R"({"BackupVaultName":"Default","ByResourceType":"DynamoDB"}
{"RecoveryPoints":[{"BackupVaultName":"Default","ResourceType":"DynamoDB"}]})"}};
inline constexpr rule recovery_point_limit{
    "recovery-point.limit",
    severity::error,
    edition::v2019_01_16,
    "A page has no more recovery points than the request's MaxResults.",
    aws_backup::ListRecoveryPointsByBackupVault.cite,
    {R"({"BackupVaultName":"Default","MaxResults":1}
{"RecoveryPoints":[{"Status":"COMPLETED"},{"Status":"EXPIRED"}]})",
     R"({"BackupVaultName":"Default","MaxResults":2}
{"RecoveryPoints":[{"Status":"COMPLETED"},{"Status":"EXPIRED"}]})"}};
inline constexpr rule backup_job_echo{"backup-job.echo",
                                      severity::error,
                                      edition::v2019_01_16,
                                      "The response to DescribeBackupJob shows the job of the request.",
                                      aws_backup::DescribeBackupJob.cite,
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
    aws_backup::ListBackupJobs.cite,
    {R"({"ByState":"RUNNING","ByResourceType":"DynamoDB"}
{"BackupJobs":[{"State":"COMPLETED"}]})",
     R"({"ByState":"RUNNING","ByResourceType":"DynamoDB"}
{"BackupJobs":[{"State":"RUNNING"}]})"}};
inline constexpr rule backup_job_limit{"backup-job.limit",
                                       severity::error,
                                       edition::v2019_01_16,
                                       "A page has no more jobs than the request's MaxResults.",
                                       aws_backup::ListBackupJobs.cite,
                                       {R"({"MaxResults":1}
{"BackupJobs":[{"State":"RUNNING"},{"State":"COMPLETED"}]})",
                                        R"({"MaxResults":2}
{"BackupJobs":[{"State":"RUNNING"},{"State":"COMPLETED"}]})"}};

/// All rules of this file, for the catalogue.
inline constexpr std::array aws_backup_rules{&recovery_point_echo,  &recovery_point_filter,
                                             &recovery_point_limit, &backup_job_echo,
                                             &backup_job_filter,    &backup_job_limit};

} // namespace dynabackup::exchange

namespace dynabackup::aws_backup {

/// The rules that a request sets for its response. `in`: the context of the request. Templates, so that only code
/// that checks such an exchange compiles them.
template <std::same_as<ListRecoveryPointsByBackupVaultInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
template <std::same_as<ListRecoveryPointsByResourceInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
template <std::same_as<DescribeRecoveryPointInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
template <std::same_as<DescribeBackupJobInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
template <std::same_as<ListBackupJobsInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);

/// The operations. The response to StartBackupJob repeats nothing of its request.
template <class Lazy>
inline constexpr std::array exchanges{
    dynabackup::detail::make_exchange<lazily<Lazy, DescribeRecoveryPointInput>,
                                      exchange::recovery_point_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, ListRecoveryPointsByBackupVaultInput>,
                                      exchange::recovery_point_filter, exchange::recovery_point_limit>(),
    dynabackup::detail::make_exchange<lazily<Lazy, ListRecoveryPointsByResourceInput>,
                                      exchange::recovery_point_limit>(),
    dynabackup::detail::make_exchange<lazily<Lazy, DescribeBackupJobInput>, exchange::backup_job_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, ListBackupJobsInput>, exchange::backup_job_filter,
                                      exchange::backup_job_limit>(),
};

} // namespace dynabackup::aws_backup

#if DYNABACKUP_DEFINE

#include <dynabackup/rules/exchange.hpp>

namespace dynabackup::aws_backup {

template <std::same_as<ListRecoveryPointsByBackupVaultInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in) {
    using Page = typename decltype(response_of(std::type_identity<T>{}))::type;
    using Point = typename decltype(Page::recovery_points)::value_type::value_type;
    constexpr auto const& filter = exchange::recovery_point_filter;
    std::vector<user_rule> rules;
    exchange::expect_same<&T::backup_vault_name, &Point::backup_vault_name>(rules, filter, request, in);
    exchange::expect_same<&T::by_resource_arn, &Point::resource_arn>(rules, filter, request, in);
    exchange::expect_same<&T::by_resource_type, &Point::resource_type>(rules, filter, request, in);
    exchange::expect_same<&T::by_parent_recovery_point_arn, &Point::parent_recovery_point_arn>(rules, filter,
                                                                                               request, in);
    exchange::expect_after<&T::by_created_after, &Point::creation_date>(rules, filter, request, in);
    exchange::expect_before<&T::by_created_before, &Point::creation_date>(rules, filter, request, in);
    exchange::expect_at_most<&T::max_results, &Page::recovery_points>(rules, exchange::recovery_point_limit,
                                                                      request, in);
    return rules;
}

template <std::same_as<ListRecoveryPointsByResourceInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in) {
    using Page = typename decltype(response_of(std::type_identity<T>{}))::type;
    std::vector<user_rule> rules;
    exchange::expect_at_most<&T::max_results, &Page::recovery_points>(rules, exchange::recovery_point_limit,
                                                                      request, in);
    return rules;
}

template <std::same_as<DescribeRecoveryPointInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in) {
    using Answer = typename decltype(response_of(std::type_identity<T>{}))::type;
    constexpr auto const& echo = exchange::recovery_point_echo;
    std::vector<user_rule> rules;
    exchange::expect_same<&T::recovery_point_arn, &Answer::recovery_point_arn>(rules, echo, request, in);
    exchange::expect_same<&T::backup_vault_name, &Answer::backup_vault_name>(rules, echo, request, in);
    return rules;
}

template <std::same_as<DescribeBackupJobInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in) {
    using Answer = typename decltype(response_of(std::type_identity<T>{}))::type;
    std::vector<user_rule> rules;
    exchange::expect_same<&T::backup_job_id, &Answer::backup_job_id>(rules, exchange::backup_job_echo,
                                                                     request, in);
    return rules;
}

template <std::same_as<ListBackupJobsInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in) {
    using Page = typename decltype(response_of(std::type_identity<T>{}))::type;
    using Job = typename decltype(Page::backup_jobs)::value_type::value_type;
    constexpr auto const& filter = exchange::backup_job_filter;
    std::vector<user_rule> rules;
    exchange::expect_same<&T::by_state, &Job::state>(rules, filter, request, in);
    exchange::expect_same<&T::by_backup_vault_name, &Job::backup_vault_name>(rules, filter, request, in);
    exchange::expect_same<&T::by_resource_arn, &Job::resource_arn>(rules, filter, request, in);
    exchange::expect_same<&T::by_resource_type, &Job::resource_type>(rules, filter, request, in);
    exchange::expect_same<&T::by_parent_job_id, &Job::parent_job_id>(rules, filter, request, in);
    exchange::expect_after<&T::by_created_after, &Job::creation_date>(rules, filter, request, in);
    exchange::expect_before<&T::by_created_before, &Job::creation_date>(rules, filter, request, in);
    exchange::expect_after<&T::by_complete_after, &Job::completion_date>(rules, filter, request, in);
    exchange::expect_before<&T::by_complete_before, &Job::completion_date>(rules, filter, request, in);
    exchange::expect_at_most<&T::max_results, &Page::backup_jobs>(rules, exchange::backup_job_limit, request,
                                                                  in);
    return rules;
}

#ifdef DYNABACKUP_SOURCE
template std::vector<user_rule> expected(ListRecoveryPointsByBackupVaultInput const&, rule_context const&);
template std::vector<user_rule> expected(ListRecoveryPointsByResourceInput const&, rule_context const&);
template std::vector<user_rule> expected(DescribeRecoveryPointInput const&, rule_context const&);
template std::vector<user_rule> expected(DescribeBackupJobInput const&, rule_context const&);
template std::vector<user_rule> expected(ListBackupJobsInput const&, rule_context const&);
#endif

} // namespace dynabackup::aws_backup

#endif
