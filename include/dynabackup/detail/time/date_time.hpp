#pragma once
/// \file
/// Reads a date-time (RFC 3339 section 5.6), two digits of its fields at a time.

#include <dynabackup/detail/json/digits.hpp>
#include <dynabackup/timestamp.hpp>

#include <date/date.h>

#include <bit>
#include <chrono>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace dynabackup::detail {

static_assert(std::is_same_v<timestamp, date::sys_time<std::chrono::nanoseconds>>);

/// Returns the number of the two digits at p, or 100, which no field of a date-time allows.
constexpr unsigned two_digits(char const* p) noexcept {
    unsigned const tens = json::detail::digit_value(p[0]);
    unsigned const ones = json::detail::digit_value(p[1]);
    return static_cast<unsigned>(tens > 9) | static_cast<unsigned>(ones > 9) ? 100 : tens * 10 + ones;
}

/// Eight bytes of a date-time: digits, and separators between them.
struct field_shape {
    std::uint64_t zeros = 0; ///< Bytes of this shape with '0' for every digit.
    std::uint64_t slack = 0; ///< Added to the XOR with `zeros`, exceeds 0x7F in bytes that do not fit.
};

constexpr field_shape shape_of(char const (&text)[9]) noexcept {
    field_shape shape;
    for (int i = 0; i != 8; ++i) {
        shape.zeros |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
        shape.slack |= std::uint64_t{text[i] == '0' ? 0x7FU - 9 : 0x7FU} << (8 * i);
    }
    return shape;
}

inline constexpr field_shape month_shape = shape_of("0000-00-");
inline constexpr field_shape clock_shape = shape_of("00:00:00");

/// Returns the eight bytes at p as two-digit numbers: byte i is the number of the digits i and i + 1. If they do not
/// have the shape, returns all ones, which no field allows.
constexpr std::uint64_t digit_pairs(char const* p, field_shape shape) noexcept {
    std::uint64_t const values = json::detail::load_little<std::uint64_t>(p) ^ shape.zeros;
    bool const fits = (((values + shape.slack) | values) & 0x8080808080808080) == 0;
    return fits ? values * 10 + (values >> 8) : ~std::uint64_t{0};
}

/// Returns byte i of a word.
constexpr unsigned byte_of(std::uint64_t word, int i) noexcept {
    return static_cast<unsigned>(word >> (8 * i) & 0xFF);
}

/// Reads `[.d{1,9}]` at p, in nanoseconds. \return The end of it, or nullptr if it is malformed.
constexpr char const* read_fraction(char const* p, char const* last, std::int64_t& nanoseconds) noexcept {
    nanoseconds = 0;
    if (p == last || *p != '.') {
        return p;
    }
    char const* const digits = ++p;
    if (last - digits >= 8) { // usually: digits and an offset
        std::uint64_t const word =
            json::detail::strip_digits(json::detail::load_little<std::uint64_t>(digits));
        auto const count = static_cast<unsigned>(std::countr_zero(json::detail::other_than_digits(word))) / 8;
        if (count == 0) return nullptr;
        if (count < 8) {
            auto const fraction = json::detail::join_digits(word << (64 - 8 * count));
            nanoseconds = static_cast<std::int64_t>(fraction * json::detail::powers_of_ten[9 - count]);
            return digits + count;
        }
    }
    for (; p != last && p - digits < 9 && json::detail::is_digit(*p); ++p) {
        nanoseconds = nanoseconds * 10 + json::detail::digit_value(*p);
    }
    nanoseconds *= static_cast<std::int64_t>(json::detail::powers_of_ten[9 - (p - digits)]);
    return p == digits ? nullptr : p;
}

/// Reads all of [p, last) as `Z`, `z`, `+hh:mm` or `-hh:mm`, in seconds east of UTC. Returns false if it is none of
/// these.
constexpr bool read_offset(char const* p, char const* last, std::int64_t& seconds) noexcept {
    seconds = 0;
    if (last - p == 1) {
        return *p == 'Z' || *p == 'z';
    }
    if (last - p != 6 || (*p != '+' && *p != '-') || p[3] != ':') {
        return false;
    }
    unsigned const hours = two_digits(p + 1);
    unsigned const minutes = two_digits(p + 4);
    seconds = (hours * 60 + minutes) * std::int64_t{*p == '-' ? -60 : 60};
    return hours < 24 && minutes < 60;
}

/// Whether a half-year begins at this second, in UTC. RFC 3339 section 5.7 allows leap seconds only before such a
/// second.
constexpr bool begins_half_year(std::int64_t seconds) noexcept {
    if (seconds % 86'400 != 0) {
        return false;
    }
    date::year_month_day const day{date::sys_days{date::days{seconds / 86'400}}};
    return day.day() == date::day{1} && (day.month() == date::January || day.month() == date::July);
}

/// Computes seconds + nanoseconds exactly, for every result in the range of int64. Returns false for other results.
/// \pre 0 <= nanoseconds < 10^9.
constexpr bool join_seconds(std::int64_t seconds, std::int64_t nanoseconds, std::int64_t& out) noexcept {
    constexpr std::int64_t second = 1'000'000'000;
    constexpr std::int64_t lowest = INT64_MIN / second - 1;
    constexpr std::int64_t highest = INT64_MAX / second;
    if (seconds <= lowest || seconds >= highest) [[unlikely]] {
        bool const first_ones = seconds == lowest && nanoseconds >= INT64_MIN % second + second;
        bool const last_ones = seconds == highest && nanoseconds <= INT64_MAX % second;
        if (!first_ones && !last_ones) {
            return false;
        }
    }
    // Unsigned, because lowest * second is below the range of int64 until the nanoseconds are added.
    auto const whole = static_cast<std::uint64_t>(seconds) * second;
    out = static_cast<std::int64_t>(whole + static_cast<std::uint64_t>(nanoseconds));
    return true;
}

/// See dynabackup::read_date_time.
constexpr time_status read_date_time(std::string_view text, timestamp& out) noexcept {
    if (text.size() < 20) {
        return time_status::format;
    }
    char const* const p = text.data();
    char const* const last = p + text.size();
    std::uint64_t const months = digit_pairs(p, month_shape);
    std::uint64_t const clock = digit_pairs(p + 11, clock_shape);
    unsigned const year = byte_of(months, 0) * 100 + byte_of(months, 2);
    unsigned const month = byte_of(months, 5);
    date::year_month_day const day{date::year{static_cast<int>(year)}, date::month{month},
                                   date::day{two_digits(p + 8)}};
    unsigned const hour = byte_of(clock, 0);
    unsigned const minute = byte_of(clock, 3);
    unsigned const second = byte_of(clock, 6);
    bool const separated = p[10] == 'T' || p[10] == 't' || p[10] == ' ';
    if (!separated || !day.ok() || hour > 23 || minute > 59 || second > 60) {
        return time_status::format;
    }
    std::int64_t nanoseconds = 0;
    std::int64_t offset = 0;
    char const* const zone = read_fraction(p + 19, last, nanoseconds);
    if (zone == nullptr || !read_offset(zone, last, offset)) {
        return time_status::format;
    }
    std::int64_t const days = date::sys_days{day}.time_since_epoch().count();
    std::int64_t const seconds = days * 86'400 + hour * 3'600 + minute * 60 + second - offset;
    if (second == 60 && !begins_half_year(seconds)) {
        return time_status::format;
    }
    std::int64_t count = 0;
    if (!join_seconds(seconds, nanoseconds, count)) {
        return time_status::out_of_range;
    }
    out = from_nanoseconds(count);
    return time_status::ok;
}

} // namespace dynabackup::detail

#if DYNABACKUP_DEFINE

namespace dynabackup {

DYNABACKUP_INLINE time_status read_date_time(std::string_view text, timestamp& out) noexcept {
    return detail::read_date_time(text, out);
}

} // namespace dynabackup

#endif
