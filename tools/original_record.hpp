#pragma once
/// \file
/// A record of a dump as a line of its own: its own bytes.

#include <dynabackup/aws/documents.hpp>
#include <dynabackup/clumio/documents.hpp>
#include <dynabackup/unread.hpp>

#include <fmt/format.h>
#include <simdjson.h>

#include <string>
#include <string_view>

namespace dynabackup::tool {

/// What stands around a record where its document has it.
struct surroundings {
    std::string before, behind;
};

namespace detail {

template <auto... Members>
surroundings around_member(bool in_list) {
    surroundings result;
    ((result.before += fmt::format("{{\"{}\":", at<Members>), result.behind += '}'), ...);
    if (in_list) {
        result.before += '[';
        result.behind.insert(0, 1, ']');
    }
    return result;
}

} // namespace detail

/// The least document that has such a record.
inline surroundings const& around(aws::BackupSummary const&) {
    static auto const text = detail::around_member<&aws::ListBackupsOutput::backup_summaries>(true);
    return text;
}
inline surroundings const& around(aws::BackupDescription const&) {
    static auto const text = detail::around_member<&aws::DescribeBackupOutput::backup_description>(false);
    return text;
}
inline surroundings const& around(aws::BackupDetails const&) {
    static auto const text = detail::around_member<&aws::CreateBackupOutput::backup_details>(false);
    return text;
}
inline surroundings const& around(clumio::DynamoDBTableBackup const&) {
    static auto const text = detail::around_member<&clumio::DynamoDBTableBackupList::embedded,
                                                   &clumio::DynamoDBTableBackupListEmbedded::items>(true);
    return text;
}

/// Whether a record is recognised for what it is if it stands alone; false if in doubt. See the `documents` of the
/// systems.
inline bool stands_alone(aws::BackupSummary const& b, unread_members const&) {
    return b.backup_arn && (b.backup_name || b.backup_status || b.backup_creation_date_time) &&
           (b.table_name || b.table_id || b.table_arn);
}
inline bool stands_alone(aws::BackupDescription const& b, unread_members const&) {
    return b.backup_details && (b.source_table_details || b.source_table_feature_details);
}
inline bool stands_alone(aws::BackupDetails const& b, unread_members const& unread) {
    return !unread.contains(b.backup_arn) && !unread.contains(b.backup_name);
}
inline bool stands_alone(clumio::DynamoDBTableBackup const& b, unread_members const&) {
    return b.start_timestamp || b.expiration_timestamp || b.account_native_id;
}

/// Appends the text of a record and a line feed; if it has line breaks, without white space. A record that would be
/// taken for something else if it stood alone stands in its document.
template <class Record>
void append_original(std::string& out, std::string_view text, Record const& record,
                     unread_members const& unread) {
    bool const alone = stands_alone(record, unread);
    if (!alone) out += around(record).before;
    if (text.find_first_of("\r\n") == text.npos) {
        out += text;
    } else {
        std::size_t const begin = out.size();
        std::size_t size = 0;
        out.resize(begin + text.size());
        if (simdjson::minify(text.data(), text.size(), out.data() + begin, size) != simdjson::SUCCESS)
            size = text.copy(out.data() + begin, text.size()); // it was read: this cannot be
        out.resize(begin + size);
    }
    if (!alone) out += around(record).behind;
    out += '\n';
}

} // namespace dynabackup::tool
