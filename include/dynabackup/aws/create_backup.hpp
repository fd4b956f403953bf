#pragma once
/// \file
/// CreateBackup: backs up a table on demand.

#include <dynabackup/aws/backup_details.hpp>
#include <dynabackup/aws/operation.hpp>

#include <chrono>

namespace dynabackup::aws {

/// Requests a backup of a whole table. It uses none of the table's throughput.
struct CreateBackupInput {
    std::string table_name;  ///< the table's name or, since 2024-03-20, its ARN: 1 to 1024 characters
    std::string backup_name; ///< 3 to 255 of `a-z A-Z 0-9 _ . -`
};
BOOST_DESCRIBE_STRUCT(CreateBackupInput, (), (table_name, backup_name))

template <std::same_as<CreateBackupInput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::table_name>(simple::TableArn).before(edition::v2024_03_20, simple::TableName),
        describe<&T::backup_name>(simple::BackupName),
    };
}

/// The backup that was started.
struct CreateBackupOutput {
    std::optional<BackupDetails> backup_details{}; ///< its status is CREATING at first
};
BOOST_DESCRIBE_STRUCT(CreateBackupOutput, (), (backup_details))

template <std::same_as<CreateBackupOutput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::backup_details>()};
}

/// The response to the request.
constexpr std::type_identity<CreateBackupOutput> response_of(std::type_identity<CreateBackupInput>) {
    return {};
}

constexpr auto tolerated(std::type_identity<CreateBackupOutput>) { return client_members; }

inline constexpr operation CreateBackup{
    .name = "CreateBackup",
    .target = "DynamoDB_20120810.CreateBackup",
    .calls_per_second = 50,
    .errors = error_names<TableNotFoundException, TableInUseException, ContinuousBackupsUnavailableException,
                          BackupInUseException, LimitExceededException, InternalServerError>,
    .cite = "https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/CreateBackup",
};

/// For changes this close to the time of a request, it is not certain whether they are in the backup.
inline constexpr std::chrono::minutes time_uncertainty{1};

/// The changes of a table that a backup holds, by the time at which they were committed. Of the changes between the two
/// times, the backup may hold some and lack others; it may hold a change, and lack an earlier change that caused it.
struct contained {
    timestamp surely_until;  ///< everything committed up to here is in the backup
    timestamp nothing_after; ///< nothing committed after this is
};

/// The changes in a backup that was requested at that time (BackupCreationDateTime). Saturates at the ends of the range
/// of timestamps.
constexpr contained contents_of_backup(timestamp requested) {
    bool const early = requested < timestamp::min() + time_uncertainty;
    bool const late = requested > timestamp::max() - time_uncertainty;
    return {
        .surely_until = early ? timestamp::min() : requested - time_uncertainty,
        .nothing_after = late ? timestamp::max() : requested + time_uncertainty,
    };
}

} // namespace dynabackup::aws
