#pragma once
/// \file
/// One view of a backup of any system. It has what the records of all systems have in common, so that they can be
/// listed, converted and counted together.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/timestamp.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace dynabackup {

namespace aws {
struct BackupDescription;
struct BackupDetails;
struct BackupSummary;
} // namespace aws
namespace aws_backup {
struct DescribeRecoveryPointOutput;
struct RecoveryPointByBackupVault;
struct RecoveryPointByResource;
} // namespace aws_backup
namespace clumio {
struct DynamoDBTableBackup;
} // namespace clumio
struct shape_table;      // model/shape_table.hpp
class unreadable_fields; // model/unreadable_fields.hpp

/// What records of all systems have in common. Texts are views into the record: they are valid until the record is
/// changed, read again or destroyed. If a text is empty, or a number or time is absent, the record does not have it.
///
/// Leaves out the table's keys, indexes, throughput, encryption, streams, tags and replicas, its ids, its size and the
/// number of its items, and everything that only one system has.
struct backup_view {
    std::string_view system{};  ///< of the record: `aws`, `aws_backup` or `clumio`
    std::string_view id{};      ///< the ARN of the backup or recovery point; Clumio: the backup's own id
    std::string_view name{};    ///< the name given to the backup when it was created; empty in other systems
    std::string_view table{};   ///< the table's name; empty if AWS Backup backed up another resource
    std::string_view region{};  ///< the AWS Region of the table or resource, `eu-west-1`
    std::string_view account{}; ///< the AWS account, 12 digits
    std::optional<timestamp> created{}; ///< when the backup was requested; Clumio: when it began
    std::optional<timestamp> expires{}; ///< when the backup will be deleted
    std::optional<std::int64_t> size{}; ///< of the backup, in bytes
    std::string_view status{};          ///< as on the wire, `AVAILABLE`; Clumio: none
    std::string_view type{};            ///< as on the wire, `USER` or `clumio_backup`

    /// Compares all members.
    friend bool operator==(backup_view const&, backup_view const&) = default;
};

/// Returns the view of a summary. Region and account are those of the backup's ARN or, if that is absent, of the
/// table's ARN.
DYNABACKUP_INLINE backup_view view(aws::BackupSummary const& b);

/// Returns the view of a backup's details. Table, region and account are those of the backup's ARN.
DYNABACKUP_INLINE backup_view view(aws::BackupDetails const& b);

/// Returns the view of the details in a description, with the table's name from the same description.
DYNABACKUP_INLINE backup_view view(aws::BackupDescription const& d);

/// Returns the view of a recovery point of AWS Backup. Its `id` is that of the same backup in DynamoDB's own lists.
/// Table, region and account are those of the resource's ARN. What that ARN does not have (a bucket's has neither
/// Region nor account) is taken from the recovery point's own ARN. The type is the type of the resource.
DYNABACKUP_INLINE backup_view view(aws_backup::RecoveryPointByBackupVault const& b);
/// Returns the view of a recovery point in the list of a resource. Such a record names neither its resource nor its
/// expiry: `type` is empty, `expires` is absent, and table, Region and account are those of its own ARN.
DYNABACKUP_INLINE backup_view view(aws_backup::RecoveryPointByResource const& b);
/// Returns the view of a recovery point in full.
DYNABACKUP_INLINE backup_view view(aws_backup::DescribeRecoveryPointOutput const& b);

/// Returns the view of a Clumio backup.
DYNABACKUP_INLINE backup_view view(clumio::DynamoDBTableBackup const& b);

/// Returns the view of a record whose shape is known at run time, as visitors get it (dump/record_visitor.hpp). Leaves
/// out unreadable members. Returns nothing if the shape is not that of a record. It is a template so that only its
/// callers compile the tables of the records; `Lazy` is void.
template <class Lazy = void>
std::optional<backup_view> view(shape_table const& shape, void const* record,
                                unreadable_fields const& unreadable);

// The view of a temporary record would dangle.
void view(aws::BackupSummary const&&) = delete;
void view(aws::BackupDetails const&&) = delete;
void view(aws::BackupDescription const&&) = delete;
void view(aws_backup::RecoveryPointByBackupVault const&&) = delete;
void view(aws_backup::RecoveryPointByResource const&&) = delete;
void view(aws_backup::DescribeRecoveryPointOutput const&&) = delete;
void view(clumio::DynamoDBTableBackup const&&) = delete;

} // namespace dynabackup

#if DYNABACKUP_DEFINE

#include <dynabackup/aws/backup_description.hpp>
#include <dynabackup/aws/backup_summary.hpp>
#include <dynabackup/aws_backup/recovery_point.hpp>
#include <dynabackup/clumio/table_backup.hpp>
#include <dynabackup/model/unreadable_fields.hpp>
#include <dynabackup/rules/arn.hpp>

#include <string>

namespace dynabackup {

namespace detail {

inline std::string_view text_of(std::optional<std::string> const& text) {
    return text ? std::string_view(*text) : std::string_view();
}
template <class E>
std::string_view text_of(std::optional<open_enum<E>> const& value) {
    return value ? value->text() : std::string_view();
}

/// Fills in empty members from the ARN of a backup, a table, a recovery point or another resource.
inline void take_arn(backup_view& v, std::string_view text) {
    arn::table told{};
    if (auto const backup = arn::read_backup(text)) told = backup->table;
    else if (auto const table = arn::read_table(text)) told = *table;
    else if (auto const other = arn::read_any(text))
        told = {other->partition, other->region, other->account, {}};
    if (v.region.empty()) v.region = told.region;
    if (v.account.empty()) v.account = told.account;
    if (v.table.empty()) v.table = told.name;
}

} // namespace detail

DYNABACKUP_INLINE backup_view view(aws::BackupSummary const& b) {
    using detail::text_of;
    backup_view v{
        .system = "aws",
        .id = text_of(b.backup_arn),
        .name = text_of(b.backup_name),
        .table = text_of(b.table_name),
        .created = b.backup_creation_date_time,
        .expires = b.backup_expiry_date_time,
        .size = b.backup_size_bytes,
        .status = text_of(b.backup_status),
        .type = text_of(b.backup_type),
    };
    detail::take_arn(v, v.id);
    detail::take_arn(v, text_of(b.table_arn));
    return v;
}

DYNABACKUP_INLINE backup_view view(aws::BackupDetails const& b) {
    backup_view v{
        .system = "aws",
        .id = b.backup_arn,
        .name = b.backup_name,
        .created = b.backup_creation_date_time,
        .expires = b.backup_expiry_date_time,
        .size = b.backup_size_bytes,
        .status = b.backup_status.text(),
        .type = b.backup_type.text(),
    };
    detail::take_arn(v, v.id);
    return v;
}

DYNABACKUP_INLINE backup_view view(aws::BackupDescription const& d) {
    backup_view v{.system = "aws"};
    if (d.backup_details) v = view(*d.backup_details);
    if (!d.source_table_details) return v;
    auto const& table = *d.source_table_details;
    if (!table.table_name.empty()) v.table = table.table_name;
    detail::take_arn(v, detail::text_of(table.table_arn));
    return v;
}

namespace detail {

/// The view of a recovery point with its resource.
template <class T>
backup_view view_of_point(T const& b) {
    backup_view v{
        .system = "aws_backup",
        .id = text_of(b.recovery_point_arn),
        .created = b.creation_date,
        .size = b.backup_size_in_bytes,
        .status = text_of(b.status),
        .type = text_of(b.resource_type),
    };
    if (b.calculated_lifecycle) v.expires = b.calculated_lifecycle->delete_at;
    take_arn(v, text_of(b.resource_arn)); // first: a copy of the recovery point may be elsewhere
    take_arn(v, v.id);
    return v;
}

} // namespace detail

DYNABACKUP_INLINE backup_view view(aws_backup::RecoveryPointByBackupVault const& b) {
    return detail::view_of_point(b);
}

DYNABACKUP_INLINE backup_view view(aws_backup::DescribeRecoveryPointOutput const& b) {
    return detail::view_of_point(b);
}

DYNABACKUP_INLINE backup_view view(aws_backup::RecoveryPointByResource const& b) {
    using detail::text_of;
    backup_view v{
        .system = "aws_backup",
        .id = text_of(b.recovery_point_arn),
        .created = b.creation_date,
        .size = b.backup_size_bytes,
        .status = text_of(b.status),
    };
    detail::take_arn(v, v.id);
    return v;
}

DYNABACKUP_INLINE backup_view view(clumio::DynamoDBTableBackup const& b) {
    using detail::text_of;
    return {
        .system = "clumio",
        .id = text_of(b.id),
        .table = text_of(b.table_name),
        .region = text_of(b.aws_region),
        .account = text_of(b.account_native_id),
        .created = b.start_timestamp,
        .expires = b.expiration_timestamp,
        .size = b.size,
        .type = text_of(b.type),
    };
}

template <class Lazy>
std::optional<backup_view> view(shape_table const& shape, void const* record,
                                unreadable_fields const& unreadable) {
    std::optional<backup_view> v;
    auto const* details = object_as<lazily<Lazy, aws::BackupDetails>>(shape, record);
    if (details) v = view(*details);
    else if (auto const* s = object_as<lazily<Lazy, aws::BackupSummary>>(shape, record)) v = view(*s);
    else if (auto const* b = object_as<lazily<Lazy, clumio::DynamoDBTableBackup>>(shape, record))
        v = view(*b);
    else if (auto const* p = object_as<lazily<Lazy, aws_backup::RecoveryPointByBackupVault>>(shape, record))
        v = view(*p);
    else if (auto const* r = object_as<lazily<Lazy, aws_backup::RecoveryPointByResource>>(shape, record))
        v = view(*r);
    else if (auto const* o = object_as<lazily<Lazy, aws_backup::DescribeRecoveryPointOutput>>(shape, record))
        v = view(*o);
    else if (auto const* d = object_as<lazily<Lazy, aws::BackupDescription>>(shape, record)) {
        v = view(*d);
        details = d->backup_details ? &*d->backup_details : nullptr;
    }
    // A required time has a value even where it is absent.
    if (details && unreadable.contains(details->backup_creation_date_time)) v->created.reset();
    return v;
}

#ifdef DYNABACKUP_SOURCE
template std::optional<backup_view> view<void>(shape_table const&, void const*, unreadable_fields const&);
#endif

} // namespace dynabackup

#endif
