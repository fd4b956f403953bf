#pragma once
/// \file
/// A backup job, which creates a recovery point, in its two forms.

#include <dynabackup/aws_backup/dialect.hpp>
#include <dynabackup/aws_backup/enums.hpp>
#include <dynabackup/aws_backup/limits.hpp>
#include <dynabackup/aws_backup/parts.hpp>
#include <dynabackup/rules/backup_job.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws_backup {

/// A job in a list.
struct BackupJob {
    std::optional<std::string> account_id{};        ///< the owner of the job; since 2020-06-24
    std::optional<std::string> backup_job_id{};     ///< identifies it
    std::optional<std::string> backup_vault_name{}; ///< 2 to 50 of `a-z A-Z 0-9 _ -`
    std::optional<std::string> backup_vault_arn{};  ///< of the vault
    /// The kind of the vault: `BACKUP_VAULT` or `LOGICALLY_AIR_GAPPED_BACKUP_VAULT`; since 2025-10-14.
    std::optional<std::string> vault_type{};
    std::optional<std::string> vault_lock_state{};       ///< whether the vault is locked; since 2025-10-14
    std::optional<std::string> recovery_point_arn{};     ///< the recovery point that it creates
    std::optional<Lifecycle> recovery_point_lifecycle{}; ///< of that recovery point; since 2025-10-14
    std::optional<std::string> encryption_key_arn{};     ///< the recovery point's key; since 2025-10-14
    std::optional<bool> is_encrypted{};                 ///< whether that point is encrypted; since 2025-10-14
    std::optional<std::string> resource_arn{};          ///< of the resource
    std::optional<timestamp> creation_date{};           ///< when it was created, to the millisecond
    std::optional<timestamp> completion_date{};         ///< when it was completed, to the millisecond
    std::optional<open_enum<BackupJobState>> state{};   ///< its state
    std::optional<std::string> status_message{};        ///< the meaning of its state
    std::optional<std::string> percent_done{};          ///< the progress in percent, as text
    std::optional<std::int64_t> backup_size_in_bytes{}; ///< bytes of the backup
    std::optional<std::string> iam_role_arn{};          ///< the role that it uses
    /// The plan and the rule that started it; absent if it is on demand.
    std::optional<RecoveryPointCreator> created_by{};
    std::optional<timestamp> expected_completion_date{}; ///< when it should be completed
    std::optional<timestamp> start_by{};                 ///< when it is cancelled unless it has started
    std::optional<std::string> resource_type{};          ///< `DynamoDB` for a table
    std::optional<std::int64_t> bytes_transferred{};     ///< bytes that have reached the vault
    std::optional<json_object> backup_options{};         ///< options, by name; since 2020-09-23
    std::optional<std::string> backup_type{};            ///< the type of the backup; since 2020-09-23
    std::optional<std::string> parent_job_id{};          ///< of its parent job; since 2022-11-28
    std::optional<bool> is_parent{};                     ///< whether it has child jobs; since 2022-11-28
    /// The name of the resource; not unique; since 2023-02-08.
    std::optional<std::string> resource_name{};
    std::optional<timestamp> initiation_date{};    ///< when it was initiated; since 2023-11-27
    std::optional<std::string> message_category{}; ///< the kind of its message; since 2023-11-14
};
BOOST_DESCRIBE_STRUCT(BackupJob, (),
                      (account_id, backup_job_id, backup_vault_name, backup_vault_arn, vault_type,
                       vault_lock_state, recovery_point_arn, recovery_point_lifecycle, encryption_key_arn,
                       is_encrypted, resource_arn, creation_date, completion_date, state, status_message,
                       percent_done, backup_size_in_bytes, iam_role_arn, created_by, expected_completion_date,
                       start_by, resource_type, bytes_transferred, backup_options, backup_type, parent_job_id,
                       is_parent, resource_name, initiation_date, message_category))

template <std::same_as<BackupJob> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::account_id>(simple::AccountId).since(edition::v2020_06_24),
        describe<&T::backup_job_id>(simple::String).since(edition::v2019_01_16),
        describe<&T::backup_vault_name>(simple::BackupVaultName).since(edition::v2019_01_16),
        describe<&T::backup_vault_arn>(simple::ARN).since(edition::v2019_01_16),
        describe<&T::vault_type>(simple::String).since(edition::v2025_10_14),
        describe<&T::vault_lock_state>(simple::String).since(edition::v2025_10_14),
        describe<&T::recovery_point_arn>(simple::ARN).since(edition::v2019_01_16),
        describe<&T::recovery_point_lifecycle>().since(edition::v2025_10_14),
        describe<&T::encryption_key_arn>(simple::ARN).since(edition::v2025_10_14),
        describe<&T::is_encrypted>(simple::boolean_).since(edition::v2025_10_14),
        describe<&T::resource_arn>(simple::ARN).since(edition::v2019_01_16),
        describe<&T::creation_date>(simple::Timestamp).since(edition::v2019_01_16),
        describe<&T::completion_date>(simple::Timestamp).since(edition::v2019_01_16),
        describe<&T::state>().since(edition::v2019_01_16),
        describe<&T::status_message>(simple::String).since(edition::v2019_01_16),
        describe<&T::percent_done>(simple::String).since(edition::v2019_01_16),
        describe<&T::backup_size_in_bytes>(simple::Long).since(edition::v2019_01_16),
        describe<&T::iam_role_arn>(simple::IAMRoleArn).since(edition::v2019_01_16),
        describe<&T::created_by>().since(edition::v2019_01_16),
        describe<&T::expected_completion_date>(simple::Timestamp).since(edition::v2019_01_16),
        describe<&T::start_by>(simple::Timestamp).since(edition::v2019_01_16),
        describe<&T::resource_type>(simple::ResourceType).since(edition::v2019_01_16),
        describe<&T::bytes_transferred>(simple::Long).since(edition::v2019_01_16),
        describe<&T::backup_options>(simple::BackupOptions).since(edition::v2020_09_23),
        describe<&T::backup_type>(simple::String).since(edition::v2020_09_23),
        describe<&T::parent_job_id>(simple::String).since(edition::v2022_11_28),
        describe<&T::is_parent>(simple::boolean_).since(edition::v2022_11_28),
        describe<&T::resource_name>(simple::String).since(edition::v2023_02_08),
        describe<&T::initiation_date>(simple::Timestamp).since(edition::v2023_11_27),
        describe<&T::message_category>(simple::String).since(edition::v2023_11_14),
    };
}

template <std::same_as<BackupJob> T>
constexpr auto rules(std::type_identity<T>) {
    return backup_job::rules<T>();
}

/// A job in full.
struct DescribeBackupJobOutput {
    std::optional<std::string> account_id{};             ///< the owner of the job; since 2020-06-24
    std::optional<std::string> backup_job_id{};          ///< identifies it
    std::optional<std::string> backup_vault_name{};      ///< 2 to 50 of `a-z A-Z 0-9 _ -`
    std::optional<Lifecycle> recovery_point_lifecycle{}; ///< of that recovery point; since 2025-10-14
    std::optional<std::string> backup_vault_arn{};       ///< of the vault
    /// The kind of the vault: `BACKUP_VAULT` or `LOGICALLY_AIR_GAPPED_BACKUP_VAULT`; since 2025-10-14.
    std::optional<std::string> vault_type{};
    std::optional<std::string> vault_lock_state{};      ///< whether the vault is locked; since 2025-10-14
    std::optional<std::string> recovery_point_arn{};    ///< the recovery point that it creates
    std::optional<std::string> encryption_key_arn{};    ///< the recovery point's key; since 2025-10-14
    std::optional<bool> is_encrypted{};                 ///< whether that point is encrypted; since 2025-10-14
    std::optional<std::string> resource_arn{};          ///< of the resource
    std::optional<timestamp> creation_date{};           ///< when it was created, to the millisecond
    std::optional<timestamp> completion_date{};         ///< when it was completed, to the millisecond
    std::optional<open_enum<BackupJobState>> state{};   ///< its state
    std::optional<std::string> status_message{};        ///< the meaning of its state
    std::optional<std::string> percent_done{};          ///< the progress in percent, as text
    std::optional<std::int64_t> backup_size_in_bytes{}; ///< bytes of the backup
    std::optional<std::string> iam_role_arn{};          ///< the role that it uses
    /// The plan and the rule that started it; absent if it is on demand.
    std::optional<RecoveryPointCreator> created_by{};
    std::optional<std::string> resource_type{};          ///< `DynamoDB` for a table
    std::optional<std::int64_t> bytes_transferred{};     ///< bytes that have reached the vault
    std::optional<timestamp> expected_completion_date{}; ///< when it should be completed
    std::optional<timestamp> start_by{};                 ///< when it is cancelled unless it has started
    std::optional<json_object> backup_options{};         ///< options, by name; since 2020-09-23
    std::optional<std::string> backup_type{};            ///< the type of the backup; since 2020-09-23
    std::optional<std::string> parent_job_id{};          ///< of its parent job; since 2022-11-28
    std::optional<bool> is_parent{};                     ///< whether it has child jobs; since 2022-11-28
    std::optional<std::int64_t> number_of_child_jobs{};  ///< the number of child jobs; since 2022-11-28
    /// The number of child jobs in each state, by the name of the state; since 2022-11-28.
    std::optional<json_object> child_jobs_in_state{};
    /// The name of the resource; not unique; since 2023-02-08.
    std::optional<std::string> resource_name{};
    std::optional<timestamp> initiation_date{};    ///< when it was initiated; since 2023-11-27
    std::optional<std::string> message_category{}; ///< the kind of its message; since 2023-11-14
};
BOOST_DESCRIBE_STRUCT(DescribeBackupJobOutput, (),
                      (account_id, backup_job_id, backup_vault_name, recovery_point_lifecycle,
                       backup_vault_arn, vault_type, vault_lock_state, recovery_point_arn, encryption_key_arn,
                       is_encrypted, resource_arn, creation_date, completion_date, state, status_message,
                       percent_done, backup_size_in_bytes, iam_role_arn, created_by, resource_type,
                       bytes_transferred, expected_completion_date, start_by, backup_options, backup_type,
                       parent_job_id, is_parent, number_of_child_jobs, child_jobs_in_state, resource_name,
                       initiation_date, message_category))

template <std::same_as<DescribeBackupJobOutput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::account_id>(simple::AccountId).since(edition::v2020_06_24),
        describe<&T::backup_job_id>(simple::String).since(edition::v2019_01_16),
        describe<&T::backup_vault_name>(simple::BackupVaultName).since(edition::v2019_01_16),
        describe<&T::recovery_point_lifecycle>().since(edition::v2025_10_14),
        describe<&T::backup_vault_arn>(simple::ARN).since(edition::v2019_01_16),
        describe<&T::vault_type>(simple::String).since(edition::v2025_10_14),
        describe<&T::vault_lock_state>(simple::String).since(edition::v2025_10_14),
        describe<&T::recovery_point_arn>(simple::ARN).since(edition::v2019_01_16),
        describe<&T::encryption_key_arn>(simple::ARN).since(edition::v2025_10_14),
        describe<&T::is_encrypted>(simple::boolean_).since(edition::v2025_10_14),
        describe<&T::resource_arn>(simple::ARN).since(edition::v2019_01_16),
        describe<&T::creation_date>(simple::Timestamp).since(edition::v2019_01_16),
        describe<&T::completion_date>(simple::Timestamp).since(edition::v2019_01_16),
        describe<&T::state>().since(edition::v2019_01_16),
        describe<&T::status_message>(simple::String).since(edition::v2019_01_16),
        describe<&T::percent_done>(simple::String).since(edition::v2019_01_16),
        describe<&T::backup_size_in_bytes>(simple::Long).since(edition::v2019_01_16),
        describe<&T::iam_role_arn>(simple::IAMRoleArn).since(edition::v2019_01_16),
        describe<&T::created_by>().since(edition::v2019_01_16),
        describe<&T::resource_type>(simple::ResourceType).since(edition::v2019_01_16),
        describe<&T::bytes_transferred>(simple::Long).since(edition::v2019_01_16),
        describe<&T::expected_completion_date>(simple::Timestamp).since(edition::v2019_01_16),
        describe<&T::start_by>(simple::Timestamp).since(edition::v2019_01_16),
        describe<&T::backup_options>(simple::BackupOptions).since(edition::v2020_09_23),
        describe<&T::backup_type>(simple::String).since(edition::v2020_09_23),
        describe<&T::parent_job_id>(simple::String).since(edition::v2022_11_28),
        describe<&T::is_parent>(simple::boolean_).since(edition::v2022_11_28),
        describe<&T::number_of_child_jobs>(simple::Long).since(edition::v2022_11_28),
        describe<&T::child_jobs_in_state>(simple::BackupJobChildJobsInState).since(edition::v2022_11_28),
        describe<&T::resource_name>(simple::String).since(edition::v2023_02_08),
        describe<&T::initiation_date>(simple::Timestamp).since(edition::v2023_11_27),
        describe<&T::message_category>(simple::String).since(edition::v2023_11_14),
    };
}

template <std::same_as<DescribeBackupJobOutput> T>
constexpr auto rules(std::type_identity<T>) {
    return backup_job::rules<T>();
}

constexpr auto tolerated(std::type_identity<DescribeBackupJobOutput>) { return client_members; }

} // namespace dynabackup::aws_backup
