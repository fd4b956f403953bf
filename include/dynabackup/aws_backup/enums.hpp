#pragma once
/// \file
/// The enumerations of the AWS Backup API that its recovery points and jobs reach, in the API's own names and order.
/// `since(e)` is the day on which a value entered the API.

#include <dynabackup/edition.hpp>
#include <dynabackup/open_enum.hpp>

#include <boost/describe/enum.hpp>

namespace dynabackup::aws_backup {

/// The state of a recovery point.
enum class RecoveryPointStatus : unsigned char {
    COMPLETED, ///< complete, and can be restored
    PARTIAL,   ///< the backup window ended before it was complete
    DELETING,  ///< being deleted
    EXPIRED,   ///< older than its retention, and could not be deleted
    AVAILABLE, ///< of continuous backups: can be restored to any time within its period
    STOPPED,   ///< of continuous backups that were stopped
    CREATING,  ///< being created
};
BOOST_DESCRIBE_ENUM(RecoveryPointStatus, COMPLETED, PARTIAL, DELETING, EXPIRED, AVAILABLE, STOPPED, CREATING)
constexpr edition since(RecoveryPointStatus value) {
    using enum RecoveryPointStatus;
    switch (value) {
    case AVAILABLE:
    case STOPPED:
    case CREATING: return edition::v2025_06_02;
    default: return edition::v2019_01_16;
    }
}

/// How a recovery point is stored.
enum class StorageClass : unsigned char {
    WARM,    ///< immediately available
    COLD,    ///< at lower cost, for at least 90 days
    DELETED, ///< no longer stored
};
BOOST_DESCRIBE_ENUM(StorageClass, WARM, COLD, DELETED)
constexpr edition since(StorageClass) { return edition::v2019_01_16; }

/// The state of a backup job.
enum class BackupJobState : unsigned char {
    CREATED,   ///< accepted; waiting in its start window
    PENDING,   ///< about to run
    RUNNING,   ///< running
    ABORTING,  ///< being stopped
    ABORTED,   ///< stopped on request
    COMPLETED, ///< has created its recovery point
    FAILED,    ///< has not created one
    EXPIRED,   ///< did not start within its start window
    PARTIAL,   ///< of a job with child jobs: some of them failed
};
BOOST_DESCRIBE_ENUM(BackupJobState, CREATED, PENDING, RUNNING, ABORTING, ABORTED, COMPLETED, FAILED, EXPIRED,
                    PARTIAL)
constexpr edition since(BackupJobState value) {
    using enum BackupJobState;
    switch (value) {
    case PARTIAL: return edition::v2022_11_28;
    default: return edition::v2019_01_16;
    }
}

/// The kind of vault that holds a recovery point.
enum class VaultType : unsigned char {
    BACKUP_VAULT,                      ///< a standard vault
    LOGICALLY_AIR_GAPPED_BACKUP_VAULT, ///< a vault that is isolated, and can be shared
    RESTORE_ACCESS_BACKUP_VAULT, ///< gives access to an air-gapped vault of another account, to restore from it
};
BOOST_DESCRIBE_ENUM(VaultType, BACKUP_VAULT, LOGICALLY_AIR_GAPPED_BACKUP_VAULT, RESTORE_ACCESS_BACKUP_VAULT)
constexpr edition since(VaultType value) {
    using enum VaultType;
    switch (value) {
    case RESTORE_ACCESS_BACKUP_VAULT: return edition::v2025_06_17;
    default: return edition::v2023_12_06;
    }
}

/// The state of the index with which the contents of a recovery point are searched.
enum class IndexStatus : unsigned char {
    PENDING,  ///< being created
    ACTIVE,   ///< can be searched
    FAILED,   ///< could not be created
    DELETING, ///< being deleted
};
BOOST_DESCRIBE_ENUM(IndexStatus, PENDING, ACTIVE, FAILED, DELETING)
constexpr edition since(IndexStatus) { return edition::v2024_12_17; }

/// Whether a recovery point has an index.
enum class Index : unsigned char {
    ENABLED,  ///< it has one
    DISABLED, ///< it has none, or the index is deleted
};
BOOST_DESCRIBE_ENUM(Index, ENABLED, DISABLED)
constexpr edition since(Index) { return edition::v2024_12_17; }

/// Whose key encrypts a recovery point.
enum class EncryptionKeyType : unsigned char {
    AWS_OWNED_KMS_KEY,        ///< a key of AWS
    CUSTOMER_MANAGED_KMS_KEY, ///< a key of the customer
};
BOOST_DESCRIBE_ENUM(EncryptionKeyType, AWS_OWNED_KMS_KEY, CUSTOMER_MANAGED_KMS_KEY)
constexpr edition since(EncryptionKeyType) { return edition::v2025_11_06; }

/// An event after which a recovery point is deleted.
enum class LifecycleDeleteAfterEvent : unsigned char {
    DELETE_AFTER_COPY, ///< it has been copied
};
BOOST_DESCRIBE_ENUM(LifecycleDeleteAfterEvent, DELETE_AFTER_COPY)
constexpr edition since(LifecycleDeleteAfterEvent) { return edition::v2025_11_17; }

/// A program that scans a recovery point.
enum class MalwareScanner : unsigned char {
    GUARDDUTY, ///< Amazon GuardDuty
};
BOOST_DESCRIBE_ENUM(MalwareScanner, GUARDDUTY)
constexpr edition since(MalwareScanner) { return edition::v2025_11_19; }

/// How a scan ended.
enum class ScanJobState : unsigned char {
    COMPLETED,             ///< it ran to its end
    COMPLETED_WITH_ISSUES, ///< it ran to its end, but could not read everything
    FAILED,                ///< it did not run to its end
    CANCELED,              ///< it was stopped
};
BOOST_DESCRIBE_ENUM(ScanJobState, COMPLETED, COMPLETED_WITH_ISSUES, FAILED, CANCELED)
constexpr edition since(ScanJobState) { return edition::v2025_11_19; }

/// What a scan found.
enum class ScanFinding : unsigned char {
    MALWARE, ///< malware
};
BOOST_DESCRIBE_ENUM(ScanFinding, MALWARE)
constexpr edition since(ScanFinding) { return edition::v2025_11_19; }

} // namespace dynabackup::aws_backup
