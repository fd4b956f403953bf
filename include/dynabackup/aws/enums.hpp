#pragma once
/// \file
/// The enumerations of the DynamoDB API that backups reach, in the API's own names and order: enumerators are
/// the wire values. `since(e)` is the day on which a value entered the API.

#include <dynabackup/edition.hpp>
#include <dynabackup/open_enum.hpp>

#include <boost/describe/enum.hpp>

#include <string_view>
#include <type_traits>

namespace dynabackup::aws {

/// The state of a backup.
enum class BackupStatus : unsigned char {
    CREATING,  ///< requested; not yet restorable
    DELETED,   ///< deleted; the status in the response to DeleteBackup
    AVAILABLE, ///< complete and restorable; the documentation's prose calls it ACTIVE
};
BOOST_DESCRIBE_ENUM(BackupStatus, CREATING, DELETED, AVAILABLE)
constexpr edition since(BackupStatus) { return edition::v2017_11_29; }

/// A hint for a value that the documentation lists but the API does not have; else empty.
constexpr std::string_view hint(std::type_identity<BackupStatus>, std::string_view text) {
    return text == "ACTIVE" ? "The prose lists ACTIVE; on the wire the value is AVAILABLE." : "";
}

/// The maker of a backup.
enum class BackupType : unsigned char {
    USER,       ///< a customer, on demand
    SYSTEM,     ///< DynamoDB, when a table with point-in-time recovery was deleted; kept for 35 days
    AWS_BACKUP, ///< a customer, by way of the AWS Backup service; since 2019-01-16
};
BOOST_DESCRIBE_ENUM(BackupType, USER, SYSTEM, AWS_BACKUP)
constexpr edition since(BackupType type) {
    return type == BackupType::AWS_BACKUP ? edition::v2019_01_16 : edition::v2018_08_06;
}

/// The backups that a request lists, by their type.
enum class BackupTypeFilter : unsigned char {
    USER,       ///< backups of type USER; the default of a request
    SYSTEM,     ///< backups of type SYSTEM
    AWS_BACKUP, ///< in the model since 2019-01-16; the prose sends readers to AWS Backup's own API
    ALL,        ///< USER and SYSTEM together
};
BOOST_DESCRIBE_ENUM(BackupTypeFilter, USER, SYSTEM, AWS_BACKUP, ALL)
constexpr edition since(BackupTypeFilter type) {
    return type == BackupTypeFilter::AWS_BACKUP ? edition::v2019_01_16 : edition::v2018_08_06;
}

/// How throughput is billed, and how capacity is managed.
enum class BillingMode : unsigned char {
    PROVISIONED,     ///< capacity is set in advance; for steady load
    PAY_PER_REQUEST, ///< each request is billed; for load that cannot be predicted
};
BOOST_DESCRIBE_ENUM(BillingMode, PROVISIONED, PAY_PER_REQUEST)
constexpr edition since(BillingMode) { return edition::v2018_11_28; }

/// What an attribute does in a primary key.
enum class KeyType : unsigned char {
    HASH,  ///< partition key: its hash chooses the partition
    RANGE, ///< sort key: orders the items that share a partition key
};
BOOST_DESCRIBE_ENUM(KeyType, HASH, RANGE)
constexpr edition since(KeyType) { return edition::v2017_11_29; }

/// Which attributes an index copies.
enum class ProjectionType : unsigned char {
    ALL,       ///< every attribute of the table
    KEYS_ONLY, ///< the keys of the table and of the index
    INCLUDE,   ///< these keys, and the attributes listed in NonKeyAttributes
};
BOOST_DESCRIBE_ENUM(ProjectionType, ALL, KEYS_ONLY, INCLUDE)
constexpr edition since(ProjectionType) { return edition::v2017_11_29; }

/// The state of encryption at rest. The prose names only ENABLED and UPDATING as values in use.
enum class SSEStatus : unsigned char {
    ENABLING,  ///< being switched on
    ENABLED,   ///< on
    DISABLING, ///< being switched off
    DISABLED,  ///< off
    UPDATING,  ///< being changed, for instance to another key; since 2018-08-20
};
BOOST_DESCRIBE_ENUM(SSEStatus, ENABLING, ENABLED, DISABLING, DISABLED, UPDATING)
constexpr edition since(SSEStatus status) {
    return status == SSEStatus::UPDATING ? edition::v2018_08_20 : edition::v2018_02_08;
}

/// How a table is encrypted at rest.
enum class SSEType : unsigned char {
    AES256, ///< by the AES-256 algorithm; today's prose no longer names it
    KMS,    ///< with a key of the Key Management Service, kept in the customer's account
};
BOOST_DESCRIBE_ENUM(SSEType, AES256, KMS)
constexpr edition since(SSEType) { return edition::v2018_06_14; }

/// What an attribute does in the searches of a vector index.
enum class SearchSchemaElementType : unsigned char {
    HASH,          ///< partition key: a search covers one of its values
    INLINE_FILTER, ///< a condition that is applied during the search
};
BOOST_DESCRIBE_ENUM(SearchSchemaElementType, HASH, INLINE_FILTER)
constexpr edition since(SearchSchemaElementType) { return edition::v2026_08_04; }

/// What a stream records of a changed item.
enum class StreamViewType : unsigned char {
    NEW_IMAGE,          ///< the whole item after the change
    OLD_IMAGE,          ///< the whole item before the change
    NEW_AND_OLD_IMAGES, ///< both
    KEYS_ONLY,          ///< its key attributes only
};
BOOST_DESCRIBE_ENUM(StreamViewType, NEW_IMAGE, OLD_IMAGE, NEW_AND_OLD_IMAGES, KEYS_ONLY)
constexpr edition since(StreamViewType) { return edition::v2017_11_29; }

/// The state of the expiry of items.
enum class TimeToLiveStatus : unsigned char {
    ENABLING,  ///< being switched on
    DISABLING, ///< being switched off
    ENABLED,   ///< on
    DISABLED,  ///< off
};
BOOST_DESCRIBE_ENUM(TimeToLiveStatus, ENABLING, DISABLING, ENABLED, DISABLED)
constexpr edition since(TimeToLiveStatus) { return edition::v2017_11_29; }

/// How a vector index measures the distance of two vectors.
enum class VectorDistanceFunction : unsigned char {
    COSINE,      ///< by the angle between them
    DOT_PRODUCT, ///< by their inner product
    EUCLIDEAN,   ///< by the length of their difference
};
BOOST_DESCRIBE_ENUM(VectorDistanceFunction, COSINE, DOT_PRODUCT, EUCLIDEAN)
constexpr edition since(VectorDistanceFunction) { return edition::v2026_08_04; }

} // namespace dynabackup::aws
