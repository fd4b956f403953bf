#pragma once
/// \file
/// DescribeRecoveryPoint: shows one recovery point in full.

#include <dynabackup/aws_backup/dialect.hpp>
#include <dynabackup/aws_backup/enums.hpp>
#include <dynabackup/aws_backup/limits.hpp>
#include <dynabackup/aws_backup/operation.hpp>
#include <dynabackup/aws_backup/recovery_point.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws_backup {

/// Requests one recovery point.
struct DescribeRecoveryPointInput {
    std::string backup_vault_name;                        ///< 2 to 50 of `a-z A-Z 0-9 _ -`
    std::string recovery_point_arn;                       ///< of the recovery point
    std::optional<std::string> backup_vault_account_id{}; ///< the owner of the vault; since 2023-08-08
};
BOOST_DESCRIBE_STRUCT(DescribeRecoveryPointInput, (),
                      (backup_vault_name, recovery_point_arn, backup_vault_account_id))

template <std::same_as<DescribeRecoveryPointInput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::backup_vault_name>(simple::BackupVaultName).since(edition::v2019_01_16),
        describe<&T::recovery_point_arn>(simple::ARN).since(edition::v2019_01_16),
        describe<&T::backup_vault_account_id>(simple::AccountId).since(edition::v2023_08_08),
    };
}

/// The response to the request.
constexpr std::type_identity<DescribeRecoveryPointOutput>
response_of(std::type_identity<DescribeRecoveryPointInput>) {
    return {};
}

/// The operation: its name and its errors.
inline constexpr operation DescribeRecoveryPoint{
    .name = "DescribeRecoveryPoint",
    .target = "GET /backup-vaults/{backupVaultName}/recovery-points/{recoveryPointArn}",
    .errors = error_names<ResourceNotFoundException, InvalidParameterValueException,
                          MissingParameterValueException, ServiceUnavailableException>,
    .cite = recovery_point::cite::describe,
};

} // namespace dynabackup::aws_backup
