#pragma once
/// \file
/// DescribeBackup: shows one backup in full.

#include <dynabackup/aws/backup_description.hpp>
#include <dynabackup/aws/operation.hpp>
#include <dynabackup/rules/backup_arn.hpp>

namespace dynabackup::aws {

/// Requests one backup.
struct DescribeBackupInput {
    std::string backup_arn; ///< 37 to 1024 characters
};
BOOST_DESCRIBE_STRUCT(DescribeBackupInput, (), (backup_arn))

template <std::same_as<DescribeBackupInput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::backup_arn>(simple::BackupArn)};
}

template <std::same_as<DescribeBackupInput> T>
constexpr auto rules(std::type_identity<T>) {
    return arn::format_rule<T>();
}

/// The requested backup.
struct DescribeBackupOutput {
    std::optional<BackupDescription> backup_description{}; ///< the backup in full
};
BOOST_DESCRIBE_STRUCT(DescribeBackupOutput, (), (backup_description))

template <std::same_as<DescribeBackupOutput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::backup_description>()};
}

/// The response to the request.
constexpr std::type_identity<DescribeBackupOutput> response_of(std::type_identity<DescribeBackupInput>) {
    return {};
}

constexpr auto tolerated(std::type_identity<DescribeBackupOutput>) { return client_members; }

inline constexpr operation DescribeBackup{
    .name = "DescribeBackup",
    .target = "DynamoDB_20120810.DescribeBackup",
    .calls_per_second = 10,
    .errors = error_names<BackupNotFoundException, InternalServerError>,
    .cite = "https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/DescribeBackup",
};

} // namespace dynabackup::aws
