#pragma once
/// \file
/// Views backups: what backup_view.hpp declares.

#include <dynabackup/backup_view.hpp>
#include <dynabackup/rules/arn.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace dynabackup {

namespace detail {

template <class T>
inline constexpr std::string_view system_of = dialect(std::type_identity<T>{}).system;

inline std::string_view text_of(std::optional<std::string> const& text) {
    return text ? std::string_view(*text) : std::string_view();
}
template <class E>
std::string_view text_of(std::optional<open_enum<E>> const& value) {
    return value ? value->text() : std::string_view();
}

/// Fills in what an ARN tells and nothing else has told: that of a backup, of a table or of a recovery point.
inline void take_arn(backup_view& v, std::string_view text) {
    arn::table told{};
    if (auto const backup = arn::read_backup(text)) told = backup->table;
    else if (auto const table = arn::read_table(text)) told = *table;
    else if (auto const point = arn::read(text, ":backup:"))
        told = {point->partition, point->region, point->account, {}};
    if (v.region.empty()) v.region = told.region;
    if (v.account.empty()) v.account = told.account;
    if (v.table.empty()) v.table = told.name;
}

} // namespace detail

DYNABACKUP_INLINE backup_view view(aws::BackupSummary const& b) {
    using detail::text_of;
    backup_view v{
        .system = detail::system_of<aws::BackupSummary>,
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
        .system = detail::system_of<aws::BackupDetails>,
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
    backup_view v{.system = detail::system_of<aws::BackupDescription>};
    if (d.backup_details) v = view(*d.backup_details);
    if (!d.source_table_details) return v;
    auto const& table = *d.source_table_details;
    if (!table.table_name.empty()) v.table = table.table_name;
    detail::take_arn(v, detail::text_of(table.table_arn));
    return v;
}

DYNABACKUP_INLINE backup_view view(clumio::DynamoDBTableBackup const& b) {
    using detail::text_of;
    return {
        .system = detail::system_of<clumio::DynamoDBTableBackup>,
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

} // namespace dynabackup
