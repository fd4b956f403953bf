#pragma once
/// \file
/// Shows a line of a text, with a mark below the value in question. Of a long line, only the part around the value is
/// shown.

#include <dynabackup/display/safe_text.hpp>
#include <dynabackup/report.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::display {

/// Two lines of output: a line of the text, and the mark.
struct excerpt {
    std::string source;
    std::string marker;
};

namespace detail {

/// A part of a line, laid out in columns.
struct laid_out {
    struct cell {
        std::size_t offset; ///< in the text
        std::size_t column; ///< on the screen
        std::size_t first;  ///< in `rendered`
    };

    std::vector<cell> cells; ///< the cells, and one after the last
    std::string rendered;

    laid_out(std::string_view text, std::size_t first, std::size_t last) {
        std::size_t column = 0;
        while (first < last) {
            cells.push_back({first, column, rendered.size()});
            if (text[first] == '\t') {
                constexpr std::size_t tab = 4;
                auto const spaces = tab - column % tab;
                rendered.append(spaces, ' ');
                column += spaces;
                ++first;
            } else {
                auto const shown = append_glyph(rendered, text.substr(first, last - first));
                column += shown.columns;
                first += shown.bytes;
            }
        }
        cells.push_back({last, column, rendered.size()});
    }

    /// Returns the cell that covers an offset of the text.
    cell const& at(std::size_t offset) const {
        auto const behind = std::ranges::upper_bound(cells, offset, {}, &cell::offset);
        return behind == cells.begin() ? *behind : *(behind - 1);
    }

    /// Returns the first cell at or after a column.
    cell const& from_column(std::size_t column) const {
        auto const found = std::ranges::lower_bound(cells, column, {}, &cell::column);
        return found == cells.end() ? cells.back() : *found;
    }

    std::size_t width() const { return cells.back().column; }
};

constexpr bool continues_utf8(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

} // namespace detail

/// Returns the number of bytes before and after a place that fill a line of a width: a character has at most four.
constexpr std::size_t excerpt_reach(std::size_t width) { return 4 * width; }

/// Returns the line of a finding, with a mark below its value, or below the name that it is about, as far as that is on
/// the line. \pre The finding was made with check_options::excerpt_bytes of at least excerpt_reach(width).
inline excerpt make_excerpt(finding const& found, std::size_t width) {
    std::string_view const text = found.source;
    std::size_t const offset = found.source_place, extent = found.marked().size();
    bool const begins = found.column == offset + 1;
    std::size_t first = 0, last = text.size();
    bool ends = text.size() - offset < excerpt_reach(width);
    if (text.ends_with('\n')) ends = true, --last;
    for (int i = 0; i < 3 && !begins && first < offset && detail::continues_utf8(text[first]); ++i) ++first;
    for (int i = 0;
         i < 3 && !ends && last > offset && last < text.size() && detail::continues_utf8(text[last]); ++i)
        --last;
    if (ends && last > first && text[last - 1] == '\r') --last;

    detail::laid_out const line(text, first, last);
    auto const& mark = line.at(offset);
    auto const mark_end =
        std::max(line.at(offset + std::max(extent, std::size_t{1}) - 1).column, mark.column);

    bool const whole = begins && ends && line.width() <= width;
    std::size_t const room = whole ? line.width() : width - 2; // an ellipsis on each side
    std::size_t left = whole ? 0 : mark.column - std::min(mark.column, room / 3);
    if (line.width() - left < room) left = line.width() - std::min(line.width(), room);
    auto const& shown_first = line.from_column(left);
    auto const* shown_last = &line.from_column(left + room);
    if (shown_last->column > left + room) --shown_last; // a wide character at the edge

    excerpt result;
    bool const cut_left = shown_first.column > 0 || !begins;
    bool const cut_right = shown_last->column < line.width() || !ends;
    if (cut_left) result.source += "…";
    result.source.append(line.rendered, shown_first.first, shown_last->first - shown_first.first);
    if (cut_right) result.source += "…";

    result.marker.append(mark.column - shown_first.column + (cut_left ? 1 : 0), ' ');
    result.marker += '^';
    if (extent > 1) {
        // The end of the last marked cell, as far as that is shown.
        auto const behind = line.from_column(mark_end + 1).column;
        auto const end = std::min(behind, shown_last->column);
        if (end > mark.column + 1) result.marker.append(end - mark.column - 1, '~');
    }
    return result;
}

} // namespace dynabackup::display
