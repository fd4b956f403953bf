#pragma once
/// \file
/// The API's simple shapes: strings, numbers, times and lists, with their limits and the days on which the limits
/// changed. A limit is stated once, in the simple shape, and members refer to it.

#include <dynabackup/edition.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

namespace dynabackup {

/// A documented regular expression, and a function that matches a whole text against it. Matching texts are ASCII.
struct pattern {
    std::string_view text;
    bool (*matches)(std::string_view);
};

/// What a simple shape allows from one day on: the length of a string in code points, the value of a
/// number, or the size of a list.
struct value_limits {
    edition since;
    std::int64_t min = std::numeric_limits<std::int64_t>::min();
    std::int64_t max = std::numeric_limits<std::int64_t>::max();
    dynabackup::pattern const* pattern = nullptr;

    /// Whether a number, or a length, is within the limits.
    constexpr bool admits(std::size_t size) const {
        return static_cast<std::int64_t>(size) >= min && static_cast<std::int64_t>(size) <= max;
    }

    constexpr bool has_min() const { return min != std::numeric_limits<std::int64_t>::min(); }
    constexpr bool has_max() const { return max != std::numeric_limits<std::int64_t>::max(); }
};

/// The type of a simple shape, as the API's model names it.
enum class simple_type : unsigned char { string, integer, long_, boolean, time, list, map };

struct simple_shape {
    std::string_view name;
    simple_type type;
    value_limits first;                    ///< on the day on which it entered the API
    value_limits later = first;            ///< after its limits changed, if they did
    simple_shape const* element = nullptr; ///< of a list of simple values

    /// The limits in force.
    constexpr value_limits const& at(edition day) const { return day >= later.since ? later : first; }
};

} // namespace dynabackup
