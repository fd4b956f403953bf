#pragma once
/// \file
/// Names with bars behind them, for a screen.

#include "chart.hpp"
#include "paint.hpp"
#include "rule_text.hpp"
#include "safe_text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

/// A text that has been made to fit so many columns, safe for a terminal and filled up with spaces.
inline std::string fitted(std::string_view text, std::size_t columns) {
    std::string out;
    std::size_t used = 0;
    while (!text.empty()) {
        std::string one;
        auto const shown = append_glyph(one, text);
        if (used + shown.columns + (shown.bytes < text.size()) > columns) { // room for an ellipsis
            out += "…";
            ++used;
            break;
        }
        out += one;
        used += shown.columns;
        text.remove_prefix(shown.bytes);
    }
    return out.append(columns - std::min(used, columns), ' ');
}

/// How many columns a text takes.
inline std::size_t columns_of(std::string_view text) {
    std::size_t columns = 0;
    for (std::string ignored; !text.empty(); ignored.clear()) {
        auto const shown = append_glyph(ignored, text);
        columns += shown.columns;
        text.remove_prefix(shown.bytes);
    }
    return columns;
}

class bar_rows {
public:
    bar_rows(screen const& to, bool blocks) : paint_(to.color), width_(to.width), blocks_(blocks) {}

    struct row {
        std::string label;      ///< from anywhere
        std::string value;      ///< what stands behind it
        std::uint64_t length;   ///< of the bar
        std::string_view color; ///< of the bar
    };

    void heading(std::string_view text) {
        out += '\n';
        paint_(out, bold, text);
        out += '\n';
    }

    void line(std::string_view text) {
        out += "  ";
        out += text;
        out += '\n';
    }

    void rows(std::vector<row> const& all) {
        std::size_t label = 0, value = 0;
        std::uint64_t most = 0;
        for (auto const& r : all) {
            label = std::max(label, std::min(columns_of(r.label), width_ / 2));
            value = std::max(value, r.value.size());
            most = std::max(most, r.length);
        }
        std::size_t const room = std::min<std::size_t>(40, width_ - std::min(width_ - 10, label + value + 6));
        for (auto const& r : all) {
            out += "  " + fitted(r.label, label) + "  " + std::string(value - r.value.size(), ' ') + r.value;
            if (r.length) {
                out += "  ";
                paint_(out, r.color, bar(r.length, most, room, blocks_));
            }
            out += '\n';
        }
    }

    /// A row of characters, one for each number.
    void spark(std::vector<std::uint64_t> const& numbers) {
        out += "  ";
        paint_(out, bar_color, sparkline(numbers, blocks_));
        out += '\n';
    }

    static constexpr std::string_view bar_color = "36";
    std::string out;

private:
    painter paint_;
    std::size_t width_;
    bool blocks_;
};

} // namespace dynabackup::tool
