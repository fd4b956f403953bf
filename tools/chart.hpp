#pragma once
/// \file
/// Bars of text.

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

/// Whether block characters are shown as such: on a terminal for UTF-8.
inline bool draws_well(when choice) {
    if (choice != when::automatic) return choice == when::always;
    if (!is_terminal(STDOUT_FILENO)) return false;
    for (auto const* name : {"LC_ALL", "LC_CTYPE", "LANG"})
        if (std::string_view const value = std::getenv(name) ? std::getenv(name) : ""; !value.empty())
            return value.find("UTF-8") != value.npos || value.find("utf8") != value.npos;
    return false;
}

/// A bar of so many columns for `most`; what is not zero shows.
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

/// A character for each number, the higher the larger; a space for zero.
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

} // namespace dynabackup::tool
