#pragma once
/// \file
/// Writes JSON as the services and their tools do. No text here needs escapes.

#include "data/random.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bench {

/// The members of an object, with their values as JSON.
using object = std::vector<std::pair<std::string_view, std::string>>;

inline std::string json_string(std::string_view text) { return '"' + std::string(text) + '"'; }

/// Returns an object on one line, without spaces.
inline std::string compact(object const& members) {
    std::string text = "{";
    for (auto const& [name, value] : members) {
        if (text.size() > 1) text += ',';
        text += json_string(name) + ':' + value;
    }
    return text + '}';
}

/// Returns an object as the command line prints it: four spaces per level. Values are on one line.
inline std::string pretty(object const& members, std::size_t level) {
    std::string text = "{\n";
    for (std::size_t i = 0; i < members.size(); ++i)
        text += std::string(4 * (level + 1), ' ') + json_string(members[i].first) + ": " + members[i].second +
                (i + 1 < members.size() ? ",\n" : "\n");
    return text + std::string(4 * level, ' ') + '}';
}

inline std::string list(std::vector<std::string> const& elements) {
    std::string text = "[";
    for (auto const& element : elements) {
        if (text.size() > 1) text += ',';
        text += element;
    }
    return text + ']';
}

/// Returns milliseconds since the epoch as AWS writes them: in seconds, as Java prints a double.
inline std::string aws_time(std::uint64_t milliseconds) {
    auto digits = std::to_string(milliseconds);
    auto const exponent = digits.size() - 4;
    while (digits.size() > 2 && digits.back() == '0') digits.pop_back();
    return digits.substr(0, 1) + '.' + digits.substr(1) + 'E' + std::to_string(exponent);
}

/// Returns milliseconds since the epoch as a date-time, `offset` hours east of Greenwich.
inline std::string date_time(std::uint64_t milliseconds, unsigned offset, std::string_view fraction) {
    using namespace std::chrono;
    auto const seconds = milliseconds / 1000 + offset * 3600;
    year_month_day const day{sys_days{days{seconds / 86400}}};
    auto const in_day = seconds % 86400;
    auto text = padded(static_cast<std::uint64_t>(static_cast<int>(day.year())), 4) + '-' +
                padded(static_cast<unsigned>(day.month()), 2) + '-' +
                padded(static_cast<unsigned>(day.day()), 2) + 'T' + padded(in_day / 3600, 2) + ':' +
                padded(in_day / 60 % 60, 2) + ':' + padded(in_day % 60, 2);
    text += fraction;
    return text + (offset == 0 ? "Z" : '+' + padded(offset, 2) + ":00");
}

} // namespace bench
