#pragma once
/// \file
/// StartBackupJob, DescribeBackupJob and ListBackupJobs: start jobs, and show them.

#include <dynabackup/aws_backup/backup_job.hpp>
#include <dynabackup/aws_backup/dialect.hpp>
#include <dynabackup/aws_backup/enums.hpp>
#include <dynabackup/aws_backup/limits.hpp>
#include <dynabackup/aws_backup/operation.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws_backup {

/// Requests a backup of a resource.
struct StartBackupJobInput {
    std::string backup_vault_name; ///< 2 to 50 of `a-z A-Z 0-9 _ -`
    /// An air-gapped vault to back up to; since 2025-11-17.
    std::optional<std::string> logically_air_gapped_backup_vault_arn{};
    std::string resource_arn;                       ///< of the resource
    std::string iam_role_arn;                       ///< the role to use
    std::optional<std::string> idempotency_token{}; ///< requests with the same token are one
    /// Minutes within which the job starts: 60 to 52560000; absent: 8 hours.
    std::optional<std::int64_t> start_window_minutes{};
    /// Minutes within which the job is completed: at most 52560000.
    std::optional<std::int64_t> complete_window_minutes{};
    std::optional<Lifecycle> lifecycle{};             ///< of the recovery point
    std::optional<json_object> recovery_point_tags{}; ///< tags of the recovery point, by key
    std::optional<json_object> backup_options{};      ///< options, by name; since 2020-09-23
    std::optional<open_enum<Index>> index{};          ///< whether it gets an index; since 2024-12-17
};
BOOST_DESCRIBE_STRUCT(StartBackupJobInput, (),
                      (backup_vault_name, logically_air_gapped_backup_vault_arn, resource_arn, iam_role_arn,
                       idempotency_token, start_window_minutes, complete_window_minutes, lifecycle,
                       recovery_point_tags, backup_options, index))

template <std::same_as<StartBackupJobInput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::backup_vault_name>(simple::BackupVaultName).since(edition::v2019_01_16),
        describe<&T::logically_air_gapped_backup_vault_arn>(simple::ARN).since(edition::v2025_11_17),
        describe<&T::resource_arn>(simple::ARN).since(edition::v2019_01_16),
        describe<&T::iam_role_arn>(simple::IAMRoleArn).since(edition::v2019_01_16),
        describe<&T::idempotency_token>(simple::String).since(edition::v2019_01_16),
        describe<&T::start_window_minutes>(simple::WindowMinutes).since(edition::v2019_01_16),
        describe<&T::complete_window_minutes>(simple::WindowMinutes).since(edition::v2019_01_16),
        describe<&T::lifecycle>().since(edition::v2019_01_16),
        describe<&T::recovery_point_tags>(simple::Tags).since(edition::v2019_01_16),
        describe<&T::backup_options>(simple::BackupOptions).since(edition::v2020_09_23),
        describe<&T::index>().since(edition::v2024_12_17),
    };
}

template <std::same_as<StartBackupJobInput> T>
constexpr auto rules(std::type_identity<T>) {
    return backup_job::start_rules<T>();
}

/// The job that was started.
struct StartBackupJobOutput {
    std::optional<std::string> backup_job_id{};      ///< identifies the job
    std::optional<std::string> recovery_point_arn{}; ///< the recovery point that it creates
    std::optional<timestamp> creation_date{};        ///< when the job was created, to the millisecond
    std::optional<bool> is_parent{};                 ///< whether it has child jobs; since 2022-11-28
};
BOOST_DESCRIBE_STRUCT(StartBackupJobOutput, (), (backup_job_id, recovery_point_arn, creation_date, is_parent))

template <std::same_as<StartBackupJobOutput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::backup_job_id>(simple::String).since(edition::v2019_01_16),
        describe<&T::recovery_point_arn>(simple::ARN).since(edition::v2019_01_16),
        describe<&T::creation_date>(simple::Timestamp).since(edition::v2019_01_16),
        describe<&T::is_parent>(simple::boolean_).since(edition::v2022_11_28),
    };
}

constexpr auto tolerated(std::type_identity<StartBackupJobOutput>) { return client_members; }

/// The operation: its name and its errors.
inline constexpr operation StartBackupJob{
    .name = "StartBackupJob",
    .target = "PUT /backup-jobs",
    .errors =
        error_names<ResourceNotFoundException, InvalidParameterValueException, MissingParameterValueException,
                    InvalidRequestException, ServiceUnavailableException, LimitExceededException>,
    .cite = backup_job::cite::start,
};

/// Requests one job.
struct DescribeBackupJobInput {
    std::string backup_job_id; ///< of the job
};
BOOST_DESCRIBE_STRUCT(DescribeBackupJobInput, (), (backup_job_id))

template <std::same_as<DescribeBackupJobInput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::backup_job_id>(simple::String).since(edition::v2019_01_16),
    };
}

/// The response to the request.
constexpr std::type_identity<DescribeBackupJobOutput>
response_of(std::type_identity<DescribeBackupJobInput>) {
    return {};
}

/// The operation: its name and its errors.
inline constexpr operation DescribeBackupJob{
    .name = "DescribeBackupJob",
    .target = "GET /backup-jobs/{backupJobId}",
    .errors =
        error_names<ResourceNotFoundException, InvalidParameterValueException, MissingParameterValueException,
                    ServiceUnavailableException, DependencyFailureException>,
    .cite = backup_job::cite::describe,
};

/// Requests a page of jobs.
struct ListBackupJobsInput {
    std::optional<std::string> next_token{};             ///< where the previous page ended
    std::optional<std::int64_t> max_results{};           ///< the most entries in the page: 1 to 1000
    std::optional<std::string> by_resource_arn{};        ///< of that resource
    std::optional<open_enum<BackupJobState>> by_state{}; ///< in that state
    std::optional<std::string> by_backup_vault_name{};   ///< in that vault
    std::optional<timestamp> by_created_before{};        ///< created before that time
    std::optional<timestamp> by_created_after{};         ///< created after that time
    std::optional<std::string> by_resource_type{};       ///< of that type of resource
    /// Of that account; `*` is every account of the organization; since 2020-06-24.
    std::optional<std::string> by_account_id{};
    std::optional<timestamp> by_complete_after{};     ///< completed after that time; since 2022-05-04
    std::optional<timestamp> by_complete_before{};    ///< completed before that time; since 2022-05-04
    std::optional<std::string> by_parent_job_id{};    ///< part of that job; since 2022-11-28
    std::optional<std::string> by_message_category{}; ///< with that kind of message; since 2023-11-14
};
BOOST_DESCRIBE_STRUCT(ListBackupJobsInput, (),
                      (next_token, max_results, by_resource_arn, by_state, by_backup_vault_name,
                       by_created_before, by_created_after, by_resource_type, by_account_id,
                       by_complete_after, by_complete_before, by_parent_job_id, by_message_category))

template <std::same_as<ListBackupJobsInput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::next_token>(simple::String).since(edition::v2019_01_16),
        describe<&T::max_results>(simple::MaxResults).since(edition::v2019_01_16),
        describe<&T::by_resource_arn>(simple::ARN).since(edition::v2019_01_16),
        describe<&T::by_state>().since(edition::v2019_01_16),
        describe<&T::by_backup_vault_name>(simple::BackupVaultName).since(edition::v2019_01_16),
        describe<&T::by_created_before>(simple::Timestamp).since(edition::v2019_01_16),
        describe<&T::by_created_after>(simple::Timestamp).since(edition::v2019_01_16),
        describe<&T::by_resource_type>(simple::ResourceType).since(edition::v2019_01_16),
        describe<&T::by_account_id>(simple::AccountId).since(edition::v2020_06_24).by_rule(),
        describe<&T::by_complete_after>(simple::Timestamp).since(edition::v2022_05_04),
        describe<&T::by_complete_before>(simple::Timestamp).since(edition::v2022_05_04),
        describe<&T::by_parent_job_id>(simple::String).since(edition::v2022_11_28),
        describe<&T::by_message_category>(simple::String).since(edition::v2023_11_14),
    };
}

/// A page of jobs.
struct ListBackupJobsOutput {
    std::optional<std::vector<BackupJob>> backup_jobs{}; ///< the jobs of this page
    /// For the request of the next page; absent if the list is complete.
    std::optional<std::string> next_token{};
};
BOOST_DESCRIBE_STRUCT(ListBackupJobsOutput, (), (backup_jobs, next_token))

template <std::same_as<ListBackupJobsOutput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::backup_jobs>(simple::BackupJobsList).since(edition::v2019_01_16),
        describe<&T::next_token>(simple::String).since(edition::v2019_01_16),
    };
}

constexpr auto tolerated(std::type_identity<ListBackupJobsOutput>) { return client_members; }

/// The response to the request.
constexpr std::type_identity<ListBackupJobsOutput> response_of(std::type_identity<ListBackupJobsInput>) {
    return {};
}

/// The operation: its name and its errors.
inline constexpr operation ListBackupJobs{
    .name = "ListBackupJobs",
    .target = "GET /backup-jobs/",
    .errors = error_names<InvalidParameterValueException, ServiceUnavailableException>,
    .cite = backup_job::cite::list,
};

} // namespace dynabackup::aws_backup
