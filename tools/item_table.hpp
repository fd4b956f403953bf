#pragma once
/// \file
/// Items and changes of table exports as lines of CSV and of plain JSON.

#include <dynabackup/aws/attribute_value.hpp>
#include <dynabackup/model/unreadable_fields.hpp>
#include <dynabackup/table_export/items.hpp>

#include "csv.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

/// The columns that are not attributes: when a change was made, and whether it put or deleted an item.
inline constexpr std::string_view written_column = "$written", change_column = "$change";

/// The attributes that are shown for a line of an export. For a change they are those of the new image, or of the key
/// of the item that was deleted.
inline aws::AttributeMap const& shown_attributes(table_export::ExportedItem const& line) { return line.item; }
inline aws::AttributeMap const& shown_attributes(table_export::ExportedChange const& line) {
    return line.new_image ? *line.new_image : line.keys;
}

/// Appends the names of the columns as the first line of a table.
inline void append_item_header(std::string& out, std::vector<std::string> const& columns) {
    csv_line line(out);
    for (auto const& name : columns) line.text(name);
}

/// Appends a value as a cell. Returns true if the cell does not show the type of the value: it has the JSON of a map, a
/// list or a set, base64, an invalid number, or nothing for NULL.
inline bool append_cell(csv_line& line, aws::AttributeValue const& value) {
    using aws::AttributeType;
    switch (value.type()) {
    case AttributeType::string: return line.text(*value.text()), false;
    case AttributeType::binary: return line.text(*value.text()), true;
    case AttributeType::number:
        if (aws::read_decimal_text(*value.text())) return line.number_text(*value.text()), false;
        return line.text(*value.text()), true;
    case AttributeType::boolean: return line.text(value.as<bool>().value_or(false) ? "true" : "false"), false;
    case AttributeType::null: return line.text(""), true;
    default: return line.text(aws::to_plain_json(value)), true;
    }
}

/// Appends the cell of a column that is not an attribute. Returns whether it has appended one.
inline bool append_change_cell(csv_line&, std::string_view, table_export::ExportedItem const&) {
    return false;
}
inline bool append_change_cell(csv_line& line, std::string_view column,
                               table_export::ExportedChange const& of) {
    if (column == written_column) append_cell(line, of.metadata.write_timestamp_micros);
    else if (column == change_column) line.text(of.new_image ? "put" : "delete");
    else return false;
    return true;
}

/// Appends an item or a change as a line. Returns how many cells do not show the types of their values.
template <class Line>
std::size_t append_item_csv(std::string& out, std::vector<std::string> const& columns, Line const& item,
                            unreadable_fields const& unreadable) {
    csv_line line(out);
    std::size_t untold = 0;
    auto const& attributes = shown_attributes(item);
    for (auto const& name : columns) {
        if (append_change_cell(line, name, item)) continue;
        auto const* const value = attributes.find(name);
        if (value && !unreadable.contains(*value)) untold += append_cell(line, *value);
        else line.text("");
    }
    return untold;
}

/// Appends an item as plain JSON. Returns how many values do not show their type: see aws::append_plain_json.
inline std::size_t append_plain(std::string& out, table_export::ExportedItem const& line,
                                unreadable_fields const* unreadable) {
    return aws::append_plain_json(out, line.item, unreadable);
}
/// Appends a change as plain JSON: its members as they are, with plain attributes. Returns the same count as for an item.
inline std::size_t append_plain(std::string& out, table_export::ExportedChange const& line,
                                unreadable_fields const* unreadable) {
    out += "{\"Metadata\":{\"WriteTimestampMicros\":";
    auto untold = aws::append_plain_json(out, line.metadata.write_timestamp_micros, unreadable);
    out += "},\"Keys\":";
    untold += aws::append_plain_json(out, line.keys, unreadable);
    auto const append_image = [&](std::string_view name, auto const& image) {
        if (!image) return;
        ((out += ",\"") += name) += "\":";
        untold += aws::append_plain_json(out, *image, unreadable);
    };
    append_image("OldImage", line.old_image);
    append_image("NewImage", line.new_image);
    out += '}';
    return untold;
}

/// Calls `f` with a record if it is an item or a change. Returns whether it is.
template <class F>
bool with_item(shape_table const& shape, void const* record, F f) {
    if (auto const* const item = object_as<table_export::ExportedItem>(shape, record)) return f(*item), true;
    if (auto const* const change = object_as<table_export::ExportedChange>(shape, record))
        return f(*change), true;
    return false;
}

} // namespace dynabackup::tool
