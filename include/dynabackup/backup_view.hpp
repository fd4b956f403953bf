#pragma once
/// \file
/// One view of a backup, whichever system tells of it: what dumps of several have in common, to list, convert and
/// count them together.

#include <dynabackup/aws/backup_description.hpp>
#include <dynabackup/aws/backup_summary.hpp>
#include <dynabackup/clumio/table_backup.hpp>
#include <dynabackup/rules/arn.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace dynabackup {

/// What the records of all systems tell of a backup. Texts are views into the record: they are valid as long as
/// its members are, until it is changed, read anew or destroyed. An empty text, and a number or a time
/// that is not there, say that the record does not tell.
///
/// The table's keys, indexes, throughput, encryption, streams, tags and replicas are left out, and so are the
/// table's ids, its size and the number of its items, and whatever one system alone has.
struct backup_view {
    std::string_view system{};          ///< whose record it is: `aws` or `clumio`
    std::string_view id{};              ///< the ARN of the backup; Clumio: its own id
    std::string_view name{};            ///< what the backup was called when it was made; Clumio: never told
    std::string_view table{};           ///< the table's name
    std::string_view region{};          ///< the AWS Region of the table, `eu-west-1`
    std::string_view account{};         ///< the AWS account, 12 digits
    std::optional<timestamp> created{}; ///< when it was requested; Clumio: when it began
    std::optional<timestamp> expires{}; ///< when it will be deleted
    std::optional<std::int64_t> size{}; ///< of the backup, in bytes
    std::string_view status{};          ///< as on the wire, `AVAILABLE`; Clumio: never told
    std::string_view type{};            ///< as on the wire, `USER` or `clumio_backup`

    /// Compares all members.
    friend bool operator==(backup_view const&, backup_view const&) = default;
};

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

/// Region and account are those of the backup's ARN; if that is not there, of the table's.
inline backup_view view(aws::BackupSummary const& b) {
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

/// Table, region and account are those of the backup's ARN.
inline backup_view view(aws::BackupDetails const& b) {
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

/// That of its details, and the table's name.
inline backup_view view(aws::BackupDescription const& d) {
    backup_view v{.system = detail::system_of<aws::BackupDescription>};
    if (d.backup_details) v = view(*d.backup_details);
    if (!d.source_table_details) return v;
    auto const& table = *d.source_table_details;
    if (!table.table_name.empty()) v.table = table.table_name;
    detail::take_arn(v, detail::text_of(table.table_arn));
    return v;
}

/// The view of a backup of Clumio's.
inline backup_view view(clumio::DynamoDBTableBackup const& b) {
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

/// A view of a record that ends here would show nothing.
template <class T>
requires(!std::is_lvalue_reference_v<T> && described_struct<std::remove_cv_t<T>>) void view(T&&) = delete;

} // namespace dynabackup
