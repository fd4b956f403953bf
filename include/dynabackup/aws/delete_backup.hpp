#pragma once
/// \file
/// DeleteBackup: deletes a backup.

#include <dynabackup/aws/backup_description.hpp>
#include <dynabackup/aws/operation.hpp>
#include <dynabackup/rules/backup_arn.hpp>

namespace dynabackup::aws {

/// Requests the deletion of a backup.
struct DeleteBackupInput {
    std::string backup_arn; ///< 37 to 1024 characters
};
BOOST_DESCRIBE_STRUCT(DeleteBackupInput, (), (backup_arn))

template <std::same_as<DeleteBackupInput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::backup_arn>(simple::BackupArn)};
}

template <std::same_as<DeleteBackupInput> T>
constexpr auto rules(std::type_identity<T>) {
    return arn::format_rule<T>();
}

/// The backup that was deleted.
struct DeleteBackupOutput {
    std::optional<BackupDescription> backup_description{}; ///< as it was, with the status DELETED
};
BOOST_DESCRIBE_STRUCT(DeleteBackupOutput, (), (backup_description))

template <std::same_as<DeleteBackupOutput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::backup_description>()};
}

/// The response to the request.
constexpr std::type_identity<DeleteBackupOutput> response_of(std::type_identity<DeleteBackupInput>) {
    return {};
}

constexpr auto tolerated(std::type_identity<DeleteBackupOutput>) { return client_members; }

inline constexpr operation DeleteBackup{
    .name = "DeleteBackup",
    .target = "DynamoDB_20120810.DeleteBackup",
    .calls_per_second = 10,
    .errors = error_names<BackupNotFoundException, BackupInUseException, LimitExceededException,
                          InternalServerError>,
    .cite = "https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/DeleteBackup",
};

} // namespace dynabackup::aws
