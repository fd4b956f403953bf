#pragma once
/// \file
/// One view of a backup, whichever system tells of it: what dumps of several have in common, to list, convert and
/// count them together.

#include <dynabackup/aws/backup_description.hpp>
#include <dynabackup/aws/backup_summary.hpp>
#include <dynabackup/clumio/table_backup.hpp>
#include <dynabackup/inline.hpp>

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

/// Region and account are those of the backup's ARN; if that is not there, of the table's.
DYNABACKUP_INLINE backup_view view(aws::BackupSummary const& b);

/// Table, region and account are those of the backup's ARN.
DYNABACKUP_INLINE backup_view view(aws::BackupDetails const& b);

/// That of its details, and the table's name.
DYNABACKUP_INLINE backup_view view(aws::BackupDescription const& d);

/// The view of a backup of Clumio's.
DYNABACKUP_INLINE backup_view view(clumio::DynamoDBTableBackup const& b);

/// A view of a record that ends here would show nothing.
template <class T>
requires(!std::is_lvalue_reference_v<T> && described_struct<std::remove_cv_t<T>>) void view(T&&) = delete;

} // namespace dynabackup

#ifndef DYNABACKUP_SEPARATE_COMPILATION
#include <dynabackup/impl/backup_view.hpp>
#endif
