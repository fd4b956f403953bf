#pragma once
/// \file
/// The enumerations of Clumio's DynamoDB backups, tables and restores. Clumio documents no dates, so every value is
/// known in each edition.

#include <dynabackup/edition.hpp>
#include <dynabackup/open_enum.hpp>

#include <boost/describe/enum.hpp>

#include <string_view>
#include <type_traits>

namespace dynabackup::clumio {

/// The maker of a backup.
enum class BackupType : unsigned char {
    clumio_backup, ///< Clumio, into its own storage
    aws_snapshot,  ///< AWS, on Clumio's behalf: it stays in the customer's account
};
BOOST_DESCRIBE_ENUM(BackupType, clumio_backup, aws_snapshot)

/// The type of an attribute of a key.
enum class AttributeType : unsigned char {
    S, ///< text
    N, ///< number
    B, ///< bytes
};
BOOST_DESCRIBE_ENUM(AttributeType, S, N, B)

/// How the backups of the last days went.
enum class BackupStatus : unsigned char {
    success,         ///< all were created
    partial_success, ///< some were created
    failure,         ///< none was created
    no_backup,       ///< none was due
    unknown,         ///< the request did not give the number of days
};
BOOST_DESCRIBE_ENUM(BackupStatus, success, partial_success, failure, no_backup, unknown)

/// How throughput is billed.
enum class BillingMode : unsigned char {
    PROVISIONED,     ///< capacity is set in advance
    PAY_PER_REQUEST, ///< each request is billed
};
BOOST_DESCRIBE_ENUM(BillingMode, PROVISIONED, PAY_PER_REQUEST)

/// The source of a restore to a point in time.
enum class ContinuousBackupType : unsigned char {
    clumio_pitr, ///< Clumio's own backups
    aws_pitr,    ///< DynamoDB's point-in-time recovery: the default
};
BOOST_DESCRIBE_ENUM(ContinuousBackupType, clumio_pitr, aws_pitr)

/// How a filter compares an attribute with its values.
enum class FilterCondition : unsigned char {
    EqualTo,              ///< equals the value
    NotEqualTo,           ///< does not equal the value
    LessThanOrEqualTo,    ///< is less than or equal to the value
    LessThan,             ///< is less than the value
    GreaterThanOrEqualTo, ///< is greater than or equal to the value
    GreaterThan,          ///< is greater than the value
    Between,              ///< is between two values
    Exists,               ///< exists
    NotExists,            ///< does not exist
    Contains,             ///< contains the value
    NotContains,          ///< does not contain the value
    BeginsWith,           ///< begins with the value
};
BOOST_DESCRIBE_ENUM(FilterCondition, EqualTo, NotEqualTo, LessThanOrEqualTo, LessThan, GreaterThanOrEqualTo,
                    GreaterThan, Between, Exists, NotExists, Contains, NotContains, BeginsWith)

/// The type of an attribute in a filter.
enum class FilterType : unsigned char {
    String,  ///< text
    Number,  ///< number
    Binary,  ///< bytes
    Boolean, ///< true or false
    Null,    ///< null
};
BOOST_DESCRIBE_ENUM(FilterType, String, Number, Binary, Boolean, Null)

/// The version of global tables that a table has. Named by days; on the wire, `2017.11.29` and `2019.11.21`.
enum class GlobalTableVersion : unsigned char {
    v2017_11_29, ///< the legacy version
    v2019_11_21, ///< the current version; the default of a restored table
};
BOOST_DESCRIBE_ENUM(GlobalTableVersion, v2017_11_29, v2019_11_21)
/// The wire value of an enumerator whose name is another one.
constexpr std::string_view renamed(GlobalTableVersion version) {
    return version == GlobalTableVersion::v2017_11_29 ? "2017.11.29" : "2019.11.21";
}

/// Whose key encrypts a table.
enum class KMSKeyType : unsigned char {
    DEFAULT,          ///< AWS's own; not visible to the account
    AWS_MANAGED,      ///< in the account, managed by AWS
    CUSTOMER_MANAGED, ///< in the account, managed by the customer
};
BOOST_DESCRIBE_ENUM(KMSKeyType, DEFAULT, AWS_MANAGED, CUSTOMER_MANAGED)

/// What an attribute does in a primary key.
enum class KeyType : unsigned char {
    HASH,  ///< partition key
    RANGE, ///< sort key
};
BOOST_DESCRIBE_ENUM(KeyType, HASH, RANGE)

/// Which attributes an index copies.
enum class ProjectionType : unsigned char {
    ALL,       ///< every attribute of the table
    KEYS_ONLY, ///< the keys of the table and of the index
    INCLUDE,   ///< these keys, and the attributes that are named
};
BOOST_DESCRIBE_ENUM(ProjectionType, ALL, KEYS_ONLY, INCLUDE)

/// Whether a policy backs a table up.
enum class ProtectionStatus : unsigned char {
    is_protected,   ///< a policy does; on the wire `protected`
    is_unprotected, ///< no policy does; on the wire `unprotected`
    is_unsupported, ///< no policy can; on the wire `unsupported`
};
BOOST_DESCRIBE_ENUM(ProtectionStatus, is_protected, is_unprotected, is_unsupported)
/// The wire value of an enumerator whose name is another one.
constexpr std::string_view renamed(ProtectionStatus status) {
    return status == ProtectionStatus::is_protected     ? "protected"
           : status == ProtectionStatus::is_unprotected ? "unprotected"
                                                        : "unsupported";
}

/// What a stream records of a changed item.
enum class StreamViewType : unsigned char {
    NEW_IMAGE,          ///< the whole item after the change
    OLD_IMAGE,          ///< the whole item before the change
    NEW_AND_OLD_IMAGES, ///< both
    KEYS_ONLY,          ///< its key attributes only
};
BOOST_DESCRIBE_ENUM(StreamViewType, NEW_IMAGE, OLD_IMAGE, NEW_AND_OLD_IMAGES, KEYS_ONLY)

/// How storage and throughput of a table are priced.
enum class TableClass : unsigned char {
    STANDARD,                   ///< the default of a restored table
    STANDARD_INFREQUENT_ACCESS, ///< for data that is seldom read
};
BOOST_DESCRIBE_ENUM(TableClass, STANDARD, STANDARD_INFREQUENT_ACCESS)

/// The first edition, because Clumio documents no dates.
template <class E>
requires std::is_enum_v<E>
constexpr edition since(E) { return edition::v2017_11_29; }

} // namespace dynabackup::clumio
