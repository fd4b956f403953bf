#pragma once
/// \file
/// Backup records as lines of CSV (RFC 4180).

#include <dynabackup/backup_view.hpp>
#include <dynabackup/unread.hpp>

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dynabackup::tool {

/// A line in the making.
class csv_line {
public:
    explicit csv_line(std::string& out) : out_(out) {}
    ~csv_line() { out_ += "\r\n"; }
    csv_line(csv_line const&) = delete;
    csv_line& operator=(csv_line const&) = delete;

    /// A text that a spreadsheet would take for a formula, or hides the start of one, gets an apostrophe before it:
    /// then it is a text there. It is in quotes if it has a comma, a quote or a line break.
    void text(std::string_view cell) {
        separate();
        bool const quoted = cell.find_first_of(",\"\r\n") != cell.npos;
        if (quoted) out_ += '"';
        if (!cell.empty() && std::string_view("=+-@\t\r\n").find(cell.front()) != std::string_view::npos)
            out_ += '\'';
        for (char const c : cell) {
            if (c == '"') out_ += '"';
            out_ += c;
        }
        if (quoted) out_ += '"';
    }
    void number(std::optional<std::int64_t> cell) {
        separate();
        char digits[24];
        if (cell) out_.append(digits, std::to_chars(digits, digits + sizeof digits, *cell).ptr);
    }
    void time(std::optional<timestamp> cell) {
        separate();
        if (cell) append_text(out_, *cell);
    }

private:
    void separate() {
        if (!first_) out_ += ',';
        first_ = false;
    }

    std::string& out_;
    bool first_ = true;
};

/// What AWS alone tells of the table of a backup.
struct csv_table {
    std::string_view id, arn;
    std::optional<std::int64_t> items;
};

inline csv_table table_of(aws::BackupSummary const& b) {
    return {dynabackup::detail::text_of(b.table_id), dynabackup::detail::text_of(b.table_arn), {}};
}
inline csv_table table_of(aws::BackupDetails const&) { return {}; }
inline csv_table table_of(aws::BackupDescription const& b) {
    if (!b.source_table_details) return {};
    auto const& table = *b.source_table_details;
    return {table.table_id, dynabackup::detail::text_of(table.table_arn), table.item_count};
}
inline csv_table table_of(clumio::DynamoDBTableBackup const& b) { return {{}, {}, b.item_count}; }

/// A required time that is absent has a value in the model, which is none.
inline void forget_unread(backup_view& v, aws::BackupDetails const& b, unread_members const& unread) {
    if (unread.contains(b.backup_creation_date_time)) v.created.reset();
}
inline void forget_unread(backup_view& v, aws::BackupDescription const& b, unread_members const& unread) {
    if (b.backup_details) forget_unread(v, *b.backup_details, unread);
}
inline void forget_unread(backup_view&, auto const&, unread_members const&) {}

/// The names of the columns.
inline constexpr std::string_view csv_header =
    "system,id,name,table,table_id,table_arn,region,account,created,"
    "expires,size_bytes,items,status,type\r\n";

template <class Record>
void append_csv(std::string& out, Record const& record, unread_members const& unread) {
    auto v = view(record);
    forget_unread(v, record, unread);
    auto const table = table_of(record);
    csv_line line(out);
    for (auto const cell : {v.system, v.id, v.name, v.table, table.id, table.arn, v.region, v.account})
        line.text(cell);
    line.time(v.created);
    line.time(v.expires);
    line.number(v.size);
    line.number(table.items);
    line.text(v.status);
    line.text(v.type);
}

} // namespace dynabackup::tool
