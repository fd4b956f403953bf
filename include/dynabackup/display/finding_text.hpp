#pragma once
/// \file
/// Prints a finding: `name:line:column: severity: message [rule]`, the line with a mark below the value, and the
/// value's path.

#include <dynabackup/detail/util/concat.hpp>
#include <dynabackup/display/excerpt.hpp>
#include <dynabackup/display/safe_text.hpp>
#include <dynabackup/report.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace dynabackup::display {

/// The parts of a finding that may have different colours.
enum class part : unsigned char { place, severity, message, mark };

/// Writes every part without colour.
struct plain {
    void operator()(std::string& out, part, std::string_view text, severity) const { out += text; }
};

/// Appends a finding with its excerpt. Lines other than the message have at most `width` columns; 0: no excerpt. An
/// excerpt needs a check_options::excerpt_bytes of at least excerpt_reach(width); a finding in a model has none. `name`
/// is the name of the text, and may be empty. `paint(out, part, text, severity)` appends the parts. Whatever the
/// document contains, the appended text has no effect on a terminal.
template <class Paint = plain>
void append_finding(std::string& out, std::string_view name, finding const& found, std::size_t width,
                    Paint const& paint = {}) {
    constexpr std::size_t longest_path = 300;
    std::string place = safe(name);
    if (found.line != 0) {
        if (!place.empty()) place += ':';
        place += concat(found.line, ':', found.column);
    }
    if (!place.empty()) {
        paint(out, part::place, place += ':', found.severity);
        out += ' ';
    }
    paint(out, part::severity, concat(to_text(found.severity), ':'), found.severity);
    out += ' ';
    paint(out, part::message, safe(found.message), found.severity);
    out += concat(" [", found.rule->id, "]\n");

    auto number = std::to_string(found.line);
    number.insert(0, 5 - std::min<std::size_t>(5, number.size()), ' ');
    std::string const margin(number.size(), ' ');
    if (found.line != 0 && width != 0) {
        std::size_t const room = width - std::min(width / 2, number.size() + 3);
        auto const shown = make_excerpt(found, room);
        out += concat(number, " | ", shown.source, '\n', margin, " | ");
        auto const mark = shown.marker.find('^');
        out.append(shown.marker, 0, mark);
        paint(out, part::mark, std::string_view(shown.marker).substr(mark), found.severity);
        out += '\n';
    }
    out += concat(margin, " = ");
    if (found.path.empty()) out += "the document";
    else append_safe(out, found.path, longest_path);
    if (found.record) out += concat(", record ", *found.record);
    if (found.document) out += concat(", document ", found.document);
    out += '\n';
}

/// Returns all findings of a report, one below the other, or `no findings`; without a newline at the end. Findings with
/// a copy of their line have an excerpt.
inline std::string report_text(report const& all, std::size_t width) {
    if (all.empty()) return "no findings";
    std::string out = concat(all.size(), all.size() == 1 ? " finding:" : " findings:");
    for (auto const& found : all) {
        out += '\n';
        append_finding(out, {}, found, found.source.empty() ? 0 : width);
        out.pop_back();
    }
    return out;
}

} // namespace dynabackup::display
