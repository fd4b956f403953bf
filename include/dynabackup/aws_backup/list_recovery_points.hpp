#pragma once
/// \file
/// ListRecoveryPointsByBackupVault and ListRecoveryPointsByResource: list recovery points, page by page.

#include <dynabackup/aws_backup/dialect.hpp>
#include <dynabackup/aws_backup/enums.hpp>
#include <dynabackup/aws_backup/limits.hpp>
#include <dynabackup/aws_backup/operation.hpp>
#include <dynabackup/aws_backup/recovery_point.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws_backup {

/// Requests a page of the recovery points of a vault.
struct ListRecoveryPointsByBackupVaultInput {
    std::string backup_vault_name;                        ///< 2 to 50 of `a-z A-Z 0-9 _ -`
    std::optional<std::string> backup_vault_account_id{}; ///< the owner of the vault; since 2023-08-08
    std::optional<std::string> next_token{};              ///< where the previous page ended
    std::optional<std::int64_t> max_results{};            ///< the most entries in the page: 1 to 1000
    std::optional<std::string> by_resource_arn{};         ///< of that resource
    std::optional<std::string> by_resource_type{};        ///< of that type of resource
    std::optional<std::string> by_backup_plan_id{};       ///< created by that plan
    std::optional<timestamp> by_created_before{};         ///< created before that time
    std::optional<timestamp> by_created_after{};          ///< created after that time
    /// Part of that composite recovery point; since 2022-11-28.
    std::optional<std::string> by_parent_recovery_point_arn{};
};
BOOST_DESCRIBE_STRUCT(ListRecoveryPointsByBackupVaultInput, (),
                      (backup_vault_name, backup_vault_account_id, next_token, max_results, by_resource_arn,
                       by_resource_type, by_backup_plan_id, by_created_before, by_created_after,
                       by_parent_recovery_point_arn))

template <std::same_as<ListRecoveryPointsByBackupVaultInput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::backup_vault_name>(simple::BackupVaultName).since(edition::v2019_01_16),
        describe<&T::backup_vault_account_id>(simple::AccountId).since(edition::v2023_08_08),
        describe<&T::next_token>(simple::String).since(edition::v2019_01_16),
        describe<&T::max_results>(simple::MaxResults).since(edition::v2019_01_16),
        describe<&T::by_resource_arn>(simple::ARN).since(edition::v2019_01_16),
        describe<&T::by_resource_type>(simple::ResourceType).since(edition::v2019_01_16),
        describe<&T::by_backup_plan_id>(simple::String).since(edition::v2019_01_16),
        describe<&T::by_created_before>(simple::Timestamp).since(edition::v2019_01_16),
        describe<&T::by_created_after>(simple::Timestamp).since(edition::v2019_01_16),
        describe<&T::by_parent_recovery_point_arn>(simple::ARN).since(edition::v2022_11_28),
    };
}

/// A page of the recovery points of a vault.
struct ListRecoveryPointsByBackupVaultOutput {
    /// For the request of the next page; absent if the list is complete.
    std::optional<std::string> next_token{};
    /// The recovery points of this page.
    std::optional<std::vector<RecoveryPointByBackupVault>> recovery_points{};
};
BOOST_DESCRIBE_STRUCT(ListRecoveryPointsByBackupVaultOutput, (), (next_token, recovery_points))

template <std::same_as<ListRecoveryPointsByBackupVaultOutput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::next_token>(simple::String).since(edition::v2019_01_16),
        describe<&T::recovery_points>(simple::RecoveryPointByBackupVaultList).since(edition::v2019_01_16),
    };
}

template <std::same_as<ListRecoveryPointsByBackupVaultOutput> T>
constexpr auto rules(std::type_identity<T>) {
    return recovery_point::page_rules<T>();
}

constexpr auto tolerated(std::type_identity<ListRecoveryPointsByBackupVaultOutput>) { return client_members; }

/// The response to the request.
constexpr std::type_identity<ListRecoveryPointsByBackupVaultOutput>
response_of(std::type_identity<ListRecoveryPointsByBackupVaultInput>) {
    return {};
}

/// The operation: its name and its errors.
inline constexpr operation ListRecoveryPointsByBackupVault{
    .name = "ListRecoveryPointsByBackupVault",
    .target = "GET /backup-vaults/{backupVaultName}/recovery-points/",
    .errors = error_names<ResourceNotFoundException, InvalidParameterValueException,
                          MissingParameterValueException, ServiceUnavailableException>,
    .cite = recovery_point::cite::list_by_vault,
};

/// Requests a page of the recovery points of a resource.
struct ListRecoveryPointsByResourceInput {
    std::string resource_arn;                  ///< of the resource
    std::optional<std::string> next_token{};   ///< where the previous page ended
    std::optional<std::int64_t> max_results{}; ///< the most entries in the page: 1 to 1000
    /// True: only recovery points that AWS Backup manages; since 2024-03-15.
    std::optional<bool> managed_by_aws_backup_only{};
};
BOOST_DESCRIBE_STRUCT(ListRecoveryPointsByResourceInput, (),
                      (resource_arn, next_token, max_results, managed_by_aws_backup_only))

template <std::same_as<ListRecoveryPointsByResourceInput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::resource_arn>(simple::ARN).since(edition::v2019_01_16),
        describe<&T::next_token>(simple::String).since(edition::v2019_01_16),
        describe<&T::max_results>(simple::MaxResults).since(edition::v2019_01_16),
        describe<&T::managed_by_aws_backup_only>(simple::boolean_)
            .since(edition::v2024_03_15)
            .named("ManagedByAWSBackupOnly"),
    };
}

/// A page of the recovery points of a resource.
struct ListRecoveryPointsByResourceOutput {
    /// For the request of the next page; absent if the list is complete.
    std::optional<std::string> next_token{};
    /// The recovery points of this page.
    std::optional<std::vector<RecoveryPointByResource>> recovery_points{};
};
BOOST_DESCRIBE_STRUCT(ListRecoveryPointsByResourceOutput, (), (next_token, recovery_points))

template <std::same_as<ListRecoveryPointsByResourceOutput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::next_token>(simple::String).since(edition::v2019_01_16),
        describe<&T::recovery_points>(simple::RecoveryPointByResourceList).since(edition::v2019_01_16),
    };
}

template <std::same_as<ListRecoveryPointsByResourceOutput> T>
constexpr auto rules(std::type_identity<T>) {
    return recovery_point::page_rules<T>();
}

constexpr auto tolerated(std::type_identity<ListRecoveryPointsByResourceOutput>) { return client_members; }

/// The response to the request.
constexpr std::type_identity<ListRecoveryPointsByResourceOutput>
response_of(std::type_identity<ListRecoveryPointsByResourceInput>) {
    return {};
}

/// The operation: its name and its errors.
inline constexpr operation ListRecoveryPointsByResource{
    .name = "ListRecoveryPointsByResource",
    .target = "GET /resources/{resourceArn}/recovery-points/",
    .errors = error_names<ResourceNotFoundException, InvalidParameterValueException,
                          MissingParameterValueException, ServiceUnavailableException>,
    .cite = "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ListRecoveryPointsByResource.html",
};

} // namespace dynabackup::aws_backup
