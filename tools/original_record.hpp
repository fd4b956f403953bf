#pragma once
/// \file
/// A record of a dump as a line of its own, in its own bytes.

#include <dynabackup/aws/aws.hpp>
#include <dynabackup/aws_backup/recovery_point.hpp>
#include <dynabackup/clumio/table_backup.hpp>
#include <dynabackup/model/unreadable_fields.hpp>

#include "pages.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace dynabackup::tool {

/// Returns the smallest document that has a record of that shape: its text before the record and after it.
inline page_text around_record(shape_table const& record) {
    page_text result;
    auto const* const type = document_around(record);
    for (auto const* at = type ? type->shape->shape : &record; at != &record;) {
        auto const& m = toward_records(*at);
        bool const is_list = m.kind == value_kind::list;
        result.before += fmt::format("{{\"{}\":{}", m.name, is_list ? "[" : "");
        result.after.insert(0, is_list ? "]}" : "}");
        at = is_list ? m.value->element->shape : m.value->shape;
    }
    return result;
}

/// Returns whether a record is recognised as what it is if it stands alone, by the clues of its system; false
/// if in doubt.
inline bool stands_alone(shape_table const& shape, void const* record, unreadable_fields const& unreadable) {
    if (auto const* b = object_as<aws::BackupSummary>(shape, record))
        return b->backup_arn && (b->backup_name || b->backup_status || b->backup_creation_date_time) &&
               (b->table_name || b->table_id || b->table_arn);
    if (auto const* d = object_as<aws::BackupDescription>(shape, record))
        return d->backup_details && (d->source_table_details || d->source_table_feature_details);
    if (auto const* d = object_as<aws::BackupDetails>(shape, record))
        return !unreadable.contains(d->backup_arn) && !unreadable.contains(d->backup_name);
    if (auto const* b = object_as<clumio::DynamoDBTableBackup>(shape, record))
        return b->start_timestamp || b->expiration_timestamp || b->account_native_id;
    if (auto const* b = object_as<aws_backup::DescribeRecoveryPointOutput>(shape, record))
        return b->recovery_point_arn && (b->status || b->creation_date);
    if (auto const* b = object_as<aws_backup::RecoveryPointByResource>(shape, record))
        return b->recovery_point_arn && b->backup_size_bytes;
    return false;
}

/// Appends the text of a record and a line feed. Drops the white space of a record that has line breaks. Puts
/// a record that would be taken for something else if it stood alone into its document.
inline void append_original(std::string& out, std::string_view text, shape_table const& shape,
                            void const* record, unreadable_fields const& unreadable) {
    page_text around;
    if (!stands_alone(shape, record, unreadable)) around = around_record(shape);
    out += around.before;
    if (text.find_first_of("\r\n") == text.npos) {
        out += text;
    } else {
        std::size_t const begin = out.size();
        std::size_t size = 0;
        out.resize(begin + text.size());
        if (simdjson::minify(text.data(), text.size(), out.data() + begin, size) != simdjson::SUCCESS)
            size = text.copy(out.data() + begin, text.size()); // cannot happen: the text has been read
        out.resize(begin + size);
    }
    out += around.after;
    out += '\n';
}

} // namespace dynabackup::tool
