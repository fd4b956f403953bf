#pragma once
/// \file
/// Recognises the documents of the backup operations by their members.

#include <dynabackup/aws/aws.hpp>
#include <dynabackup/model/landmark_names.hpp>

#include <boost/mp11/list.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

namespace dynabackup::aws {

/// What tells the documents of the backup operations apart (see any_document): a bit for each member that does,
/// and the table of what they mean. A template, so that only those who use it compile it.
template <class Shapes>
struct documents {
    using shapes = Shapes;

    enum : std::uint32_t {
        summaries = 1 << 0,
        description = 1 << 1,
        details = 1 << 2,
        source = 1 << 3,
        arn = 1 << 4,
        backup = 1 << 5,
        table = 1 << 6,
        table_name = 1 << 7,
        backup_name = 1 << 8,
        listing = 1 << 9,
        error = 1 << 10,
    };

    static constexpr std::uint32_t bits_of(std::string_view name, auto const& /*value_has*/) {
        if (name == at<&ListBackupsOutput::backup_summaries>) return summaries;
        if (name == at<&DescribeBackupOutput::backup_description>) return description;
        if (name == at<&CreateBackupOutput::backup_details>) return details;
        if (name == at<&BackupDescription::source_table_details>) return source;
        if (name == at<&BackupDescription::source_table_feature_details>) return source;
        if (name == at<&BackupDetails::backup_arn>) return arn;
        if (name == at<&BackupDetails::backup_name>) return backup | backup_name;
        if (name == at<&BackupDetails::backup_status>) return backup;
        if (name == at<&BackupDetails::backup_creation_date_time>) return backup;
        if (name == at<&BackupSummary::table_name>) return table | table_name;
        if (name.starts_with("Table")) return table;
        if (name == at<&ErrorBody::type>) return error;
        if (name == at<&ListBackupsInput::limit> || name == at<&ListBackupsInput::time_range_lower_bound> ||
            name == at<&ListBackupsInput::time_range_upper_bound> ||
            name == at<&ListBackupsInput::exclusive_start_backup_arn> ||
            name == at<&ListBackupsInput::backup_type>)
            return listing;
        return 0;
    }

    static constexpr bool is_list(std::uint32_t seen) { return seen & summaries; }
    static constexpr bool is_wrapped(std::uint32_t seen) { return seen & description; }

    /// Calls `read` with the shape that these members make; the first that fits.
    template <class Read>
    static bool with_shape(std::uint32_t seen, Read read) {
        auto has = [seen](std::uint32_t bits) { return (seen & bits) == bits; };
        if (has(summaries)) return read(std::type_identity<ListBackupsOutput>{});
        if (has(description)) return read(std::type_identity<DescribeBackupOutput>{});
        if (has(details | source)) return read(std::type_identity<BackupDescription>{});
        if (has(details)) return read(std::type_identity<CreateBackupOutput>{});
        if (has(arn | backup | table)) return read(std::type_identity<BackupSummary>{});
        if (has(arn | backup)) return read(std::type_identity<BackupDetails>{});
        if (has(arn)) return read(std::type_identity<DescribeBackupInput>{});
        if (has(table_name | backup_name)) return read(std::type_identity<CreateBackupInput>{});
        if (has(listing)) return read(std::type_identity<ListBackupsInput>{});
        if (has(error)) return read(std::type_identity<ErrorBody>{});
        return false;
    }

    /// The members with which a document or a record may begin: where reading goes on behind damage.
    static constexpr std::span<std::string_view const> landmarks() { return landmark_names; }

private:
    static constexpr name_set landmark_names = names_of(
        std::conditional_t<
            std::is_void_v<Shapes>, void,
            boost::mp11::mp_list<BackupSummary, BackupDescription, BackupDetails, ListBackupsOutput,
                                 DescribeBackupOutput, CreateBackupOutput, ListBackupsInput, ErrorBody>>{},
        boost::mp11::mp_list<>{});
};

/// The same for a text that is read as one shape of this system. The condition makes it depend on T: who does not
/// call it does not compile the names.
template <class T>
constexpr std::span<std::string_view const> landmarks(std::type_identity<T>) {
    return documents<std::conditional_t<std::is_void_v<T>, void, shapes>>::landmarks();
}

} // namespace dynabackup::aws
