#pragma once
/// \file
/// Reads lines of plain JSON as items and changes.

#include <dynabackup/aws/plain_items.hpp>
#include <dynabackup/dump/source.hpp>
#include <dynabackup/options.hpp>
#include <dynabackup/rules/reading.hpp>
#include <dynabackup/table_export/items.hpp>

#include "line_reader.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace dynabackup::tool {

/// Reads items and changes from plain JSON, one per line, and writes them as lines of an export.
class plain_lines {
public:
    plain_lines(aws::plain_types const& types, check_options const& chosen)
        : items_(types), longest_(chosen.max_record_bytes) {}

    /// Reads an input. Calls `take(text)` with the line of each item, and `report(finding)` for each line that is not
    /// an item. Calls `wait` before it reads. Sets `failure` if the input cannot be read to its end.
    template <class Wait, class Take, class Report>
    void read(dump_input const& input, Wait wait, std::string& failure, Take take, Report report) {
        auto source = input.open(failure);
        if (!source) return;
        line_reader lines(std::move(source), longest_);
        for (std::size_t number = 1; auto const line = lines.next(wait); ++number) {
            auto text = line->text;
            if (number == 1 && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3); // a byte order mark
            if (text.ends_with('\r')) text.remove_suffix(1);
            if (line->too_long) {
                report(finding_in(
                    reading::record_too_large, number, {}, "",
                    fmt::format("The line has {} bytes; the limit is {}. --max-record-bytes sets it.",
                                line->bytes, longest_)));
            } else if (text.find_first_not_of(" \t") == text.npos) {
                continue;
            } else if (auto const wrong = items_.read(text, item_)) {
                report(finding_in(reading::syntax, number, text, wrong->path, wrong->message));
            } else if (is_change(item_)) {
                if (auto const odd = items_.read_images(text, item_))
                    report(finding_in(reading::syntax, number, text, odd->path, odd->message));
                else take(change_line());
            } else {
                text_ = "{\"Item\":";
                aws::append_json(text_, item_);
                take(text_ += "}\n");
            }
        }
        failure = lines.problem();
    }

private:
    /// Whether an object has the members of a change, and no other, as plain JSON has them.
    static bool is_change(aws::AttributeMap const& object) {
        using change = table_export::ExportedChange;
        auto const map_of = [&](std::string_view member) -> aws::AttributeMap const* {
            auto const* const value = object.find(member);
            return value ? value->map() : nullptr;
        };
        auto const* const metadata = map_of(wire_name<&change::metadata>);
        if (!metadata || metadata->size() != 1 || !map_of(wire_name<&change::keys>)) return false;
        auto const* const time =
            metadata->find(wire_name<&table_export::ChangeMetadata::write_timestamp_micros>);
        auto const known = 2U + (map_of(wire_name<&change::old_image>) != nullptr) +
                           (map_of(wire_name<&change::new_image>) != nullptr);
        return time && time->type() == aws::AttributeType::number && object.size() == known;
    }

    /// The line of the change whose members have been read.
    std::string& change_line() {
        text_ = '{';
        for (auto const& member : item_) {
            ((text_ += text_.size() == 1 ? "\"" : ",\"") += member.name) += "\":";
            aws::append_json(text_, *member.value.map());
        }
        return text_ += "}\n";
    }

    static finding finding_in(rule const& broken, std::size_t line, std::string_view text, std::string path,
                              std::string message) {
        finding found;
        found.rule = &broken;
        found.severity = broken.severity;
        found.path = std::move(path);
        found.message = std::move(message);
        found.document = line - 1;
        constexpr std::size_t enough = 100; // bytes that identify the line
        found.source = text.substr(0, enough);
        found.line = line;
        found.column = found.character = 1;
        return found;
    }

    aws::plain_item_reader items_;
    std::size_t const longest_;
    aws::AttributeMap item_;
    std::string text_;
};

} // namespace dynabackup::tool
