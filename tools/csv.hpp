#pragma once
/// \file
/// Backup records as lines of CSV (RFC 4180).

#include <dynabackup/aws/aws.hpp>
#include <dynabackup/aws_backup/recovery_point.hpp>
#include <dynabackup/backup_view.hpp>
#include <dynabackup/clumio/table_backup.hpp>
#include <dynabackup/model/unreadable_fields.hpp>
#include <dynabackup/rules/arn.hpp>

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dynabackup::tool {

/// A line that is being written.
class csv_line {
public:
    explicit csv_line(std::string& out) : out_(out) {}
    ~csv_line() { out_ += "\r\n"; }
    csv_line(csv_line const&) = delete;
    csv_line& operator=(csv_line const&) = delete;

    /// Adds a text. Puts an apostrophe before a text that a spreadsheet would take for a formula: spreadsheets
    /// read the cell as text then. Quotes a text that has a comma, a quote or a line break.
    void text(std::string_view cell) {
        separate();
        bool const quoted = cell.find_first_of(",\"\r\n") != cell.npos;
        if (quoted) out_ += '"';
        if (!cell.empty() && std::string_view("=+-@\t\r\n").find(cell.front()) != std::string_view::npos)
            out_ += '\'';
        if (!quoted) {
            out_ += cell;
            return;
        }
        for (char const c : cell) {
            if (c == '"') out_ += '"';
            out_ += c;
        }
        out_ += '"';
    }
    void number(std::optional<std::int64_t> cell) {
        separate();
        char digits[24];
        if (cell) out_.append(digits, std::to_chars(digits, digits + sizeof digits, *cell).ptr);
    }
    /// Adds a number as it is. No spreadsheet takes `-5` for a formula that does anything.
    void number_text(std::string_view digits) {
        separate();
        out_ += digits;
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

/// The facts about its table that a record of one system has in addition to those that all systems have.
struct csv_table {
    std::string_view id, arn;
    std::optional<std::int64_t> items;
};

inline csv_table table_of(shape_table const& shape, void const* record) {
    auto const text = [](std::optional<std::string> const& t) {
        return t ? std::string_view(*t) : std::string_view();
    };
    auto const table_arn = [&](std::optional<std::string> const& t) {
        return t && arn::read_table(*t) ? text(t) : std::string_view(); // not an ARN of another resource
    };
    if (auto const* b = object_as<aws::BackupSummary>(shape, record))
        return {text(b->table_id), text(b->table_arn), {}};
    if (auto const* d = object_as<aws::BackupDescription>(shape, record); d && d->source_table_details) {
        auto const& table = *d->source_table_details;
        return {table.table_id, text(table.table_arn), table.item_count};
    }
    if (auto const* b = object_as<aws_backup::RecoveryPointByBackupVault>(shape, record))
        return {{}, table_arn(b->resource_arn), {}};
    if (auto const* b = object_as<aws_backup::DescribeRecoveryPointOutput>(shape, record))
        return {{}, table_arn(b->resource_arn), {}};
    if (auto const* b = object_as<clumio::DynamoDBTableBackup>(shape, record)) return {{}, {}, b->item_count};
    return {};
}

/// The names of the columns.
inline constexpr std::string_view csv_header =
    "system,id,name,table,table_id,table_arn,region,account,created,"
    "expires,size_bytes,items,status,type\r\n";

/// Appends a record as a line.
inline void append_csv(std::string& out, shape_table const& shape, void const* record,
                       unreadable_fields const& unreadable) {
    auto const v = view(shape, record, unreadable).value_or(backup_view{});
    auto const table = table_of(shape, record);
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
