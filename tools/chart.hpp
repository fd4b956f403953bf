#pragma once
/// \file
/// Draws bars of text with their labels.

#include "escaped_text.hpp"
#include "rule_text.hpp"
#include "terminal.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

/// Returns whether block characters can be shown: on a terminal for UTF-8.
inline bool draws_well(when choice) {
    if (choice != when::automatic) return choice == when::always;
    if (!is_terminal(STDOUT_FILENO)) return false;
    for (auto const* name : {"LC_ALL", "LC_CTYPE", "LANG"})
        if (std::string_view const value = std::getenv(name) ? std::getenv(name) : ""; !value.empty())
            return value.find("UTF-8") != value.npos || value.find("utf8") != value.npos;
    return false;
}

/// Returns a bar for n. The bar for `most` has `columns` columns. A bar is empty only if n is zero.
inline std::string bar(std::uint64_t n, std::uint64_t most, std::size_t columns, bool blocks) {
    constexpr std::array eighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    if (n == 0 || most == 0) return {};
    double const exact = static_cast<double>(n) / static_cast<double>(most) * static_cast<double>(columns);
    auto const parts = static_cast<std::size_t>(std::max(std::lround(blocks ? exact * 8 : exact), 1L));
    std::string text;
    if (!blocks) return text.append(parts, '#');
    for (std::size_t i = 0; i < parts / 8; ++i) text += "█";
    return text += eighths[parts % 8];
}

/// Returns a character for each number: a taller one for a larger number, a space for zero.
inline std::string sparkline(std::vector<std::uint64_t> const& numbers, bool blocks) {
    constexpr std::array well{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
        plain{".", ":", "-", "=", "+", "*", "%", "#"};
    std::uint64_t const most = numbers.empty() ? 0 : *std::ranges::max_element(numbers);
    std::string text;
    for (auto const n : numbers) {
        auto const level =
            n == 0 ? 0 : static_cast<std::size_t>(static_cast<double>(n - 1) / static_cast<double>(most) * 8);
        text += n == 0 ? " " : (blocks ? well : plain)[std::min<std::size_t>(level, 7)];
    }
    return text;
}

/// Makes a text safe for a terminal, and exactly `columns` wide: cuts it, or adds spaces.
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

/// Returns the number of columns of a text.
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
        std::string label;      ///< of unknown origin
        std::string value;      ///< after the label
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

    /// Adds a row of characters, one for each number.
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
