#pragma once
/// \file
/// Compares single values with limits.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/json/digits.hpp>
#include <dynabackup/detail/json/text.hpp>
#include <dynabackup/model/simple_shape.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dynabackup::detail {

inline bool is_within(std::int64_t value, value_limits const& allowed) {
    return value >= allowed.min && value <= allowed.max;
}

/// Whether the first bytes of a text are ASCII. \pre The text has this many bytes.
inline bool begins_with_ascii(std::string_view text, std::size_t bytes) {
    if (bytes < 8) {
        for (std::size_t i = 0; i < bytes; ++i)
            if (text[i] & '\x80') return false;
        return true;
    }
    auto all = json::detail::load_little<std::uint64_t>(text.data() + bytes - 8);
    for (std::size_t i = 0; i + 8 < bytes; i += 8)
        all |= json::detail::load_little<std::uint64_t>(text.data() + i);
    return (all & 0x8080808080808080) == 0;
}

/// Whether a text has an allowed number of characters. A character has one to four bytes, so the characters rarely need
/// to be counted.
inline bool is_length_within(std::string_view text, value_limits const& allowed) {
    auto const most = static_cast<std::int64_t>(text.size());
    if (is_within(most, allowed) && is_within((most + 3) / 4, allowed)) return true;
    return is_within(static_cast<std::int64_t>(json::code_points(text)), allowed);
}

/// Whether the number of bytes alone proves that a text has an allowed number of characters, as for nearly every valid
/// text.
DYNABACKUP_ALWAYS_INLINE inline bool is_surely_within(std::string_view text, std::int64_t min,
                                                      std::int64_t max) {
    auto const bytes = static_cast<std::int64_t>(text.size());
    return bytes <= max && bytes >= min &&
           (min <= 1 || begins_with_ascii(text, static_cast<std::size_t>(min)));
}

/// Whether a text has an allowed length and matches the pattern.
inline bool is_within(std::string_view text, value_limits const& allowed) {
    return (is_surely_within(text, allowed.min, allowed.max) || is_length_within(text, allowed)) &&
           (!allowed.pattern || allowed.pattern->matches(text));
}

} // namespace dynabackup::detail
