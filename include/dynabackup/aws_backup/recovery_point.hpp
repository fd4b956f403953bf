#pragma once
/// \file
/// A recovery point: a backup that AWS Backup made, in its three forms.

#include <dynabackup/aws_backup/dialect.hpp>
#include <dynabackup/aws_backup/enums.hpp>
#include <dynabackup/aws_backup/limits.hpp>
#include <dynabackup/aws_backup/parts.hpp>
#include <dynabackup/nullable.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws_backup {

/// A recovery point in the list of a vault.
struct RecoveryPointByBackupVault {
    /// Of a DynamoDB table: an ARN of DynamoDB, or of AWS Backup.
    std::optional<std::string> recovery_point_arn{};
    std::optional<std::string> backup_vault_name{}; ///< 2 to 50 of `a-z A-Z 0-9 _ -`
    std::optional<std::string> backup_vault_arn{};  ///< of the vault
    /// The vault that it was copied from; since 2020-11-18.
    nullable<std::string> source_backup_vault_arn{};
    std::optional<std::string> resource_arn{};  ///< of the resource
    std::optional<std::string> resource_type{}; ///< `DynamoDB` for a table
    /// The plan and the rule that created it; absent if it is on demand.
    std::optional<RecoveryPointCreator> created_by{};
    std::optional<std::string> iam_role_arn{};              ///< the role that created it
    std::optional<open_enum<RecoveryPointStatus>> status{}; ///< its state
    std::optional<std::string> status_message{};            ///< the meaning of its state; since 2021-08-23
    std::optional<timestamp> creation_date{};               ///< when it was created, to the millisecond
    std::optional<timestamp> initiation_date{};             ///< when its job was initiated; since 2025-06-17
    std::optional<timestamp> completion_date{};         ///< when its job was completed, to the millisecond
    std::optional<std::int64_t> backup_size_in_bytes{}; ///< bytes
    std::optional<CalculatedLifecycle> calculated_lifecycle{}; ///< when it is moved and deleted
    std::optional<Lifecycle> lifecycle{};                      ///< days until it is moved and deleted
    std::optional<std::string> encryption_key_arn{};           ///< the key that encrypts it
    std::optional<bool> is_encrypted{};                        ///< whether it is encrypted
    std::optional<timestamp> last_restore_time{}; ///< when it was last restored, to the millisecond
    /// The composite recovery point that contains it; since 2022-11-28.
    std::optional<std::string> parent_recovery_point_arn{};
    std::optional<std::string>
        composite_member_identifier{}; ///< its id within the composite; since 2022-11-28
    std::optional<bool> is_parent{};   ///< whether it is composite; since 2022-11-28
    /// The name of the resource; not unique; since 2023-02-08.
    std::optional<std::string> resource_name{};
    std::optional<open_enum<VaultType>> vault_type{};     ///< the kind of its vault; since 2023-12-06
    std::optional<open_enum<IndexStatus>> index_status{}; ///< the state of its index; since 2024-12-17
    /// The meaning of the state of its index; since 2024-12-17.
    std::optional<std::string> index_status_message{};
    /// Whose key encrypts it; since 2025-11-06.
    std::optional<open_enum<EncryptionKeyType>> encryption_key_type{};
    /// The findings of its scans; since 2025-11-19.
    std::optional<AggregatedScanResult> aggregated_scan_result{};
};
BOOST_DESCRIBE_STRUCT(RecoveryPointByBackupVault, (),
                      (recovery_point_arn, backup_vault_name, backup_vault_arn, source_backup_vault_arn,
                       resource_arn, resource_type, created_by, iam_role_arn, status, status_message,
                       creation_date, initiation_date, completion_date, backup_size_in_bytes,
                       calculated_lifecycle, lifecycle, encryption_key_arn, is_encrypted, last_restore_time,
                       parent_recovery_point_arn, composite_member_identifier, is_parent, resource_name,
                       vault_type, index_status, index_status_message, encryption_key_type,
                       aggregated_scan_result))

template <std::same_as<RecoveryPointByBackupVault> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::recovery_point_arn>(simple::ARN).since(edition::v2019_01_16),
        describe<&T::backup_vault_name>(simple::BackupVaultName).since(edition::v2019_01_16),
        describe<&T::backup_vault_arn>(simple::ARN).since(edition::v2019_01_16),
        describe<&T::source_backup_vault_arn>(simple::ARN).since(edition::v2020_11_18),
        describe<&T::resource_arn>(simple::ARN).since(edition::v2019_01_16),
        describe<&T::resource_type>(simple::ResourceType).since(edition::v2019_01_16),
        describe<&T::created_by>().since(edition::v2019_01_16),
        describe<&T::iam_role_arn>(simple::IAMRoleArn).since(edition::v2019_01_16),
        describe<&T::status>().since(edition::v2019_01_16),
        describe<&T::status_message>(simple::String).since(edition::v2021_08_23),
        describe<&T::creation_date>(simple::Timestamp).since(edition::v2019_01_16),
        describe<&T::initiation_date>(simple::Timestamp).since(edition::v2025_06_17),
        describe<&T::completion_date>(simple::Timestamp).since(edition::v2019_01_16),
        describe<&T::backup_size_in_bytes>(simple::Long).since(edition::v2019_01_16),
        describe<&T::calculated_lifecycle>().since(edition::v2019_01_16),
        describe<&T::lifecycle>().since(edition::v2019_01_16),
        describe<&T::encryption_key_arn>(simple::ARN).since(edition::v2019_01_16),
        describe<&T::is_encrypted>(simple::boolean_).since(edition::v2019_01_16),
        describe<&T::last_restore_time>(simple::Timestamp).since(edition::v2019_01_16),
        describe<&T::parent_recovery_point_arn>(simple::ARN).since(edition::v2022_11_28),
        describe<&T::composite_member_identifier>(simple::String).since(edition::v2022_11_28),
        describe<&T::is_parent>(simple::boolean_).since(edition::v2022_11_28),
        describe<&T::resource_name>(simple::String).since(edition::v2023_02_08),
        describe<&T::vault_type>().since(edition::v2023_12_06),
        describe<&T::index_status>().since(edition::v2024_12_17),
        describe<&T::index_status_message>(simple::String).since(edition::v2024_12_17),
        describe<&T::encryption_key_type>().since(edition::v2025_11_06),
        describe<&T::aggregated_scan_result>().since(edition::v2025_11_19),
    };
}

/// One recovery point: counted as a record.
constexpr bool is_record(std::type_identity<RecoveryPointByBackupVault>) { return true; }

template <std::same_as<RecoveryPointByBackupVault> T>
constexpr auto rules(std::type_identity<T>) {
    return recovery_point::rules<T>();
}

/// A recovery point in the list of a resource.
struct RecoveryPointByResource {
    /// Of a DynamoDB table: an ARN of DynamoDB, or of AWS Backup.
    std::optional<std::string> recovery_point_arn{};
    std::optional<timestamp> creation_date{};               ///< when it was created, to the millisecond
    std::optional<open_enum<RecoveryPointStatus>> status{}; ///< its state
    std::optional<std::string> status_message{};            ///< the meaning of its state; since 2021-08-23
    std::optional<std::string> encryption_key_arn{};        ///< the key that encrypts it
    std::optional<std::int64_t> backup_size_bytes{};        ///< bytes
    std::optional<std::string> backup_vault_name{};         ///< 2 to 50 of `a-z A-Z 0-9 _ -`
    std::optional<bool> is_parent{};                        ///< whether it is composite; since 2022-11-28
    /// The composite recovery point that contains it; since 2022-11-28.
    std::optional<std::string> parent_recovery_point_arn{};
    /// The name of the resource; not unique; since 2023-02-08.
    std::optional<std::string> resource_name{};
    std::optional<open_enum<VaultType>> vault_type{};     ///< the kind of its vault; since 2024-03-15
    std::optional<open_enum<IndexStatus>> index_status{}; ///< the state of its index; since 2024-12-17
    /// The meaning of the state of its index; since 2024-12-17.
    std::optional<std::string> index_status_message{};
    /// Whose key encrypts it; since 2025-11-06.
    std::optional<open_enum<EncryptionKeyType>> encryption_key_type{};
    /// The findings of its scans; since 2025-11-19.
    std::optional<AggregatedScanResult> aggregated_scan_result{};
};
BOOST_DESCRIBE_STRUCT(RecoveryPointByResource, (),
                      (recovery_point_arn, creation_date, status, status_message, encryption_key_arn,
                       backup_size_bytes, backup_vault_name, is_parent, parent_recovery_point_arn,
                       resource_name, vault_type, index_status, index_status_message, encryption_key_type,
                       aggregated_scan_result))

template <std::same_as<RecoveryPointByResource> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::recovery_point_arn>(simple::ARN).since(edition::v2019_01_16),
        describe<&T::creation_date>(simple::Timestamp).since(edition::v2019_01_16),
        describe<&T::status>().since(edition::v2019_01_16),
        describe<&T::status_message>(simple::String).since(edition::v2021_08_23),
        describe<&T::encryption_key_arn>(simple::ARN).since(edition::v2019_01_16),
        describe<&T::backup_size_bytes>(simple::Long).since(edition::v2019_01_16),
        describe<&T::backup_vault_name>(simple::BackupVaultName).since(edition::v2019_01_16),
        describe<&T::is_parent>(simple::boolean_).since(edition::v2022_11_28),
        describe<&T::parent_recovery_point_arn>(simple::ARN).since(edition::v2022_11_28),
        describe<&T::resource_name>(simple::String).since(edition::v2023_02_08),
        describe<&T::vault_type>().since(edition::v2024_03_15),
        describe<&T::index_status>().since(edition::v2024_12_17),
        describe<&T::index_status_message>(simple::String).since(edition::v2024_12_17),
        describe<&T::encryption_key_type>().since(edition::v2025_11_06),
        describe<&T::aggregated_scan_result>().since(edition::v2025_11_19),
    };
}

/// One recovery point: counted as a record.
constexpr bool is_record(std::type_identity<RecoveryPointByResource>) { return true; }

template <std::same_as<RecoveryPointByResource> T>
constexpr auto rules(std::type_identity<T>) {
    return recovery_point::rules<T>();
}

/// A recovery point in full.
struct DescribeRecoveryPointOutput {
    /// Of a DynamoDB table: an ARN of DynamoDB, or of AWS Backup.
    std::optional<std::string> recovery_point_arn{};
    std::optional<std::string> backup_vault_name{}; ///< 2 to 50 of `a-z A-Z 0-9 _ -`
    std::optional<std::string> backup_vault_arn{};  ///< of the vault
    /// The vault that it was copied from; since 2020-11-18.
    nullable<std::string> source_backup_vault_arn{};
    std::optional<std::string> resource_arn{};  ///< of the resource
    std::optional<std::string> resource_type{}; ///< `DynamoDB` for a table
    /// The plan and the rule that created it; absent if it is on demand.
    std::optional<RecoveryPointCreator> created_by{};
    std::optional<std::string> iam_role_arn{};              ///< the role that created it
    std::optional<open_enum<RecoveryPointStatus>> status{}; ///< its state
    std::optional<std::string> status_message{};            ///< the meaning of its state; since 2021-08-23
    std::optional<timestamp> creation_date{};               ///< when it was created, to the millisecond
    std::optional<timestamp> initiation_date{};             ///< when its job was initiated; since 2025-06-17
    std::optional<timestamp> completion_date{};         ///< when its job was completed, to the millisecond
    std::optional<std::int64_t> backup_size_in_bytes{}; ///< bytes
    std::optional<CalculatedLifecycle> calculated_lifecycle{}; ///< when it is moved and deleted
    std::optional<Lifecycle> lifecycle{};                      ///< days until it is moved and deleted
    std::optional<std::string> encryption_key_arn{};           ///< the key that encrypts it
    std::optional<bool> is_encrypted{};                        ///< whether it is encrypted
    std::optional<open_enum<StorageClass>> storage_class{};    ///< how it is stored
    std::optional<timestamp> last_restore_time{}; ///< when it was last restored, to the millisecond
    /// The composite recovery point that contains it; since 2022-11-28.
    std::optional<std::string> parent_recovery_point_arn{};
    std::optional<std::string>
        composite_member_identifier{}; ///< its id within the composite; since 2022-11-28
    std::optional<bool> is_parent{};   ///< whether it is composite; since 2022-11-28
    /// The name of the resource; not unique; since 2023-02-08.
    std::optional<std::string> resource_name{};
    std::optional<open_enum<VaultType>> vault_type{};     ///< the kind of its vault; since 2023-12-06
    std::optional<open_enum<IndexStatus>> index_status{}; ///< the state of its index; since 2024-12-17
    /// The meaning of the state of its index; since 2024-12-17.
    std::optional<std::string> index_status_message{};
    /// Whose key encrypts it; since 2025-11-06.
    std::optional<open_enum<EncryptionKeyType>> encryption_key_type{};
    std::optional<std::vector<ScanResult>> scan_results{}; ///< of up to five scans; since 2025-11-19
};
BOOST_DESCRIBE_STRUCT(DescribeRecoveryPointOutput, (),
                      (recovery_point_arn, backup_vault_name, backup_vault_arn, source_backup_vault_arn,
                       resource_arn, resource_type, created_by, iam_role_arn, status, status_message,
                       creation_date, initiation_date, completion_date, backup_size_in_bytes,
                       calculated_lifecycle, lifecycle, encryption_key_arn, is_encrypted, storage_class,
                       last_restore_time, parent_recovery_point_arn, composite_member_identifier, is_parent,
                       resource_name, vault_type, index_status, index_status_message, encryption_key_type,
                       scan_results))

template <std::same_as<DescribeRecoveryPointOutput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::recovery_point_arn>(simple::ARN).since(edition::v2019_01_16),
        describe<&T::backup_vault_name>(simple::BackupVaultName).since(edition::v2019_01_16),
        describe<&T::backup_vault_arn>(simple::ARN).since(edition::v2019_01_16),
        describe<&T::source_backup_vault_arn>(simple::ARN).since(edition::v2020_11_18),
        describe<&T::resource_arn>(simple::ARN).since(edition::v2019_01_16),
        describe<&T::resource_type>(simple::ResourceType).since(edition::v2019_01_16),
        describe<&T::created_by>().since(edition::v2019_01_16),
        describe<&T::iam_role_arn>(simple::IAMRoleArn).since(edition::v2019_01_16),
        describe<&T::status>().since(edition::v2019_01_16),
        describe<&T::status_message>(simple::String).since(edition::v2021_08_23),
        describe<&T::creation_date>(simple::Timestamp).since(edition::v2019_01_16),
        describe<&T::initiation_date>(simple::Timestamp).since(edition::v2025_06_17),
        describe<&T::completion_date>(simple::Timestamp).since(edition::v2019_01_16),
        describe<&T::backup_size_in_bytes>(simple::Long).since(edition::v2019_01_16),
        describe<&T::calculated_lifecycle>().since(edition::v2019_01_16),
        describe<&T::lifecycle>().since(edition::v2019_01_16),
        describe<&T::encryption_key_arn>(simple::ARN).since(edition::v2019_01_16),
        describe<&T::is_encrypted>(simple::boolean_).since(edition::v2019_01_16),
        describe<&T::storage_class>().since(edition::v2019_01_16),
        describe<&T::last_restore_time>(simple::Timestamp).since(edition::v2019_01_16),
        describe<&T::parent_recovery_point_arn>(simple::ARN).since(edition::v2022_11_28),
        describe<&T::composite_member_identifier>(simple::String).since(edition::v2022_11_28),
        describe<&T::is_parent>(simple::boolean_).since(edition::v2022_11_28),
        describe<&T::resource_name>(simple::String).since(edition::v2023_02_08),
        describe<&T::vault_type>().since(edition::v2023_12_06),
        describe<&T::index_status>().since(edition::v2024_12_17),
        describe<&T::index_status_message>(simple::String).since(edition::v2024_12_17),
        describe<&T::encryption_key_type>().since(edition::v2025_11_06),
        describe<&T::scan_results>(simple::ScanResults).since(edition::v2025_11_19),
    };
}

/// One recovery point: counted as a record.
constexpr bool is_record(std::type_identity<DescribeRecoveryPointOutput>) { return true; }

constexpr auto tolerated(std::type_identity<DescribeRecoveryPointOutput>) { return client_members; }

template <std::same_as<DescribeRecoveryPointOutput> T>
constexpr auto rules(std::type_identity<T>) {
    return recovery_point::rules<T>();
}

} // namespace dynabackup::aws_backup
