#pragma once
/// \file
/// BackupDetails: the response to CreateBackup, and the first part of a description.

#include <dynabackup/aws/dialect.hpp>
#include <dynabackup/aws/enums.hpp>
#include <dynabackup/aws/limits.hpp>
#include <dynabackup/rules/backup_arn.hpp>
#include <dynabackup/rules/expiry.hpp>
#include <dynabackup/rules/lifecycle.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws {

/// The details of one backup.
struct BackupDetails {
    std::string backup_arn;  ///< 37 to 1024 characters
    std::string backup_name; ///< 3 to 255 of `a-z A-Z 0-9 _ . -`, unless SYSTEM made it
    std::optional<std::int64_t> backup_size_bytes{};    ///< bytes; updated about every six hours
    open_enum<BackupStatus> backup_status;              ///< its state
    open_enum<BackupType> backup_type;                  ///< its maker; since 2018-08-06
    timestamp backup_creation_date_time;                ///< when the backup was requested
    std::optional<timestamp> backup_expiry_date_time{}; ///< of a SYSTEM backup: 35 days after its creation
};
BOOST_DESCRIBE_STRUCT(BackupDetails, (),
                      (backup_arn, backup_name, backup_size_bytes, backup_status, backup_type,
                       backup_creation_date_time, backup_expiry_date_time))

template <std::same_as<BackupDetails> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::backup_arn>(simple::BackupArn),
        describe<&T::backup_name>(simple::BackupName).by_rule(), // SYSTEM backups are exempt
        describe<&T::backup_size_bytes>(simple::BackupSizeBytes),
        describe<&T::backup_status>(),
        describe<&T::backup_type>().since(edition::v2018_08_06),
        describe<&T::backup_creation_date_time>(simple::BackupCreationDateTime),
        describe<&T::backup_expiry_date_time>(simple::Date).since(edition::v2018_08_06),
    };
}

/// One backup: counted as a record.
constexpr bool is_record(std::type_identity<BackupDetails>) { return true; }

template <std::same_as<BackupDetails> T>
constexpr auto rules(std::type_identity<T>) {
    return join(expiry::rules<T, simple::BackupName>(), lifecycle::rules<T>(), arn::backup_rules<T>());
}

} // namespace dynabackup::aws
