#pragma once
/// \file
/// The rules that a request to AWS Backup sets for its response.

#include <dynabackup/aws_backup/backup_jobs.hpp>
#include <dynabackup/aws_backup/describe_recovery_point.hpp>
#include <dynabackup/aws_backup/list_recovery_points.hpp>
#include <dynabackup/custom_rule.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/system.hpp>
#include <dynabackup/rules/recovery_point_exchange.hpp>

#include <array>
#include <concepts>
#include <type_traits>
#include <vector>

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
