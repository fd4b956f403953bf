#pragma once
/// \file
/// The enumerations that descriptions of tables reach, beyond those of backups. See enums.hpp for how they are
/// described.

#include <dynabackup/edition.hpp>
#include <dynabackup/open_enum.hpp>

#include <boost/describe/enum.hpp>

namespace dynabackup::aws {

/// The state of a table.
enum class TableStatus : unsigned char {
    CREATING,                            ///< being created
    UPDATING,                            ///< being changed
    DELETING,                            ///< being deleted
    ACTIVE,                              ///< ready
    INACCESSIBLE_ENCRYPTION_CREDENTIALS, ///< its key cannot be used
    ARCHIVING,                           ///< being archived, because its key could not be used
    ARCHIVED,                            ///< archived
    REPLICATION_NOT_AUTHORIZED,          ///< of a global table that may not be replicated
};
BOOST_DESCRIBE_ENUM(TableStatus, CREATING, UPDATING, DELETING, ACTIVE, INACCESSIBLE_ENCRYPTION_CREDENTIALS,
                    ARCHIVING, ARCHIVED, REPLICATION_NOT_AUTHORIZED)
constexpr edition since(TableStatus value) {
    using enum TableStatus;
    switch (value) {
    case INACCESSIBLE_ENCRYPTION_CREDENTIALS:
    case ARCHIVING:
    case ARCHIVED: return edition::v2019_11_26;
    case REPLICATION_NOT_AUTHORIZED: return edition::v2025_06_30;
    default: return edition::v2017_11_29;
    }
}

/// The state of an index.
enum class IndexStatus : unsigned char {
    CREATING, ///< being created
    UPDATING, ///< being changed
    DELETING, ///< being deleted
    ACTIVE,   ///< ready
};
BOOST_DESCRIBE_ENUM(IndexStatus, CREATING, UPDATING, DELETING, ACTIVE)
constexpr edition since(IndexStatus) { return edition::v2017_11_29; }

/// The type of an attribute of a key.
enum class ScalarAttributeType : unsigned char {
    S, ///< string
    N, ///< number
    B, ///< binary
};
BOOST_DESCRIBE_ENUM(ScalarAttributeType, S, N, B)
constexpr edition since(ScalarAttributeType) { return edition::v2017_11_29; }

/// How a table is stored and billed.
enum class TableClass : unsigned char {
    STANDARD,                   ///< for most tables
    STANDARD_INFREQUENT_ACCESS, ///< for data that is seldom read
};
BOOST_DESCRIBE_ENUM(TableClass, STANDARD, STANDARD_INFREQUENT_ACCESS)
constexpr edition since(TableClass) { return edition::v2021_12_01; }

/// How consistent the replicas of a global table are.
enum class MultiRegionConsistency : unsigned char {
    EVENTUAL, ///< sooner or later
    STRONG,   ///< at once
};
BOOST_DESCRIBE_ENUM(MultiRegionConsistency, EVENTUAL, STRONG)
constexpr edition since(MultiRegionConsistency) { return edition::v2024_12_03; }

/// Whether the settings of a global table are replicated.
enum class GlobalTableSettingsReplicationMode : unsigned char {
    ENABLED,                ///< they are
    DISABLED,               ///< they are not
    ENABLED_WITH_OVERRIDES, ///< they are, with exceptions
};
BOOST_DESCRIBE_ENUM(GlobalTableSettingsReplicationMode, ENABLED, DISABLED, ENABLED_WITH_OVERRIDES)
constexpr edition since(GlobalTableSettingsReplicationMode) { return edition::v2026_02_03; }

/// The state of a replica.
enum class ReplicaStatus : unsigned char {
    CREATING,                            ///< being created
    CREATION_FAILED,                     ///< could not be created
    UPDATING,                            ///< being changed
    DELETING,                            ///< being deleted
    ACTIVE,                              ///< ready
    REGION_DISABLED,                     ///< its region is switched off
    INACCESSIBLE_ENCRYPTION_CREDENTIALS, ///< its key cannot be used
    ARCHIVING,                           ///< being archived
    ARCHIVED,                            ///< archived
    REPLICATION_NOT_AUTHORIZED,          ///< may not be replicated
};
BOOST_DESCRIBE_ENUM(ReplicaStatus, CREATING, CREATION_FAILED, UPDATING, DELETING, ACTIVE, REGION_DISABLED,
                    INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED, REPLICATION_NOT_AUTHORIZED)
constexpr edition since(ReplicaStatus value) {
    using enum ReplicaStatus;
    switch (value) {
    case REGION_DISABLED: return edition::v2020_10_05;
    case INACCESSIBLE_ENCRYPTION_CREDENTIALS: return edition::v2020_11_05;
    case ARCHIVING:
    case ARCHIVED:
    case REPLICATION_NOT_AUTHORIZED: return edition::v2025_06_30;
    default: return edition::v2019_11_21;
    }
}

/// The state of a witness of a global table.
enum class WitnessStatus : unsigned char {
    CREATING, ///< being created
    DELETING, ///< being deleted
    ACTIVE,   ///< ready
};
BOOST_DESCRIBE_ENUM(WitnessStatus, CREATING, DELETING, ACTIVE)
constexpr edition since(WitnessStatus) { return edition::v2025_06_30; }

/// Whether a table has continuous backups.
enum class ContinuousBackupsStatus : unsigned char {
    ENABLED,  ///< it does; every table has them from its creation
    DISABLED, ///< it does not
};
BOOST_DESCRIBE_ENUM(ContinuousBackupsStatus, ENABLED, DISABLED)
constexpr edition since(ContinuousBackupsStatus) { return edition::v2017_11_29; }

/// Whether a table can be restored to a point in time.
enum class PointInTimeRecoveryStatus : unsigned char {
    ENABLED,  ///< it can
    DISABLED, ///< it cannot
};
BOOST_DESCRIBE_ENUM(PointInTimeRecoveryStatus, ENABLED, DISABLED)
constexpr edition since(PointInTimeRecoveryStatus) { return edition::v2018_03_26; }

} // namespace dynabackup::aws
