#pragma once
/// \file
/// Points in time as the APIs write them: epoch seconds (a JSON number) and RFC 3339 date-times (a string).

#include <dynabackup/date_time.hpp>
#include <dynabackup/epoch_seconds.hpp>
#include <dynabackup/json/decimal.hpp>

#include <date/date.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dynabackup {

/// Nanoseconds since the Unix epoch, leap seconds not counted: 1677-09-21T00:12:43.145224192Z to
/// 2262-04-11T23:47:16.854775807Z, which is all of int64.
using timestamp = date::sys_time<std::chrono::nanoseconds>;

/// What became of the text of a time.
enum class time_status : unsigned char {
    ok,
    syntax,      ///< Not a JSON number (read_epoch_seconds only).
    format,      ///< Not an RFC 3339 date-time, or no such day, time or offset (read_date_time only).
    out_of_range ///< A time that `timestamp` cannot represent.
};

namespace detail {

constexpr timestamp from_nanoseconds(std::int64_t count) noexcept {
    return timestamp{std::chrono::nanoseconds{count}};
}

/// Any JSON number of seconds; the rare spellings end here.
[[gnu::noinline, gnu::cold]] constexpr time_status read_any_epoch_seconds(char const* first, char const* last,
                                                                          timestamp& out) noexcept {
    json::decimal number;
    if (first == last || json::read_decimal(first, last, number) != nullptr) {
        return time_status::syntax;
    }
    std::int64_t nanoseconds = 0;
    if (!scale_epoch(number, nanoseconds)) {
        return time_status::out_of_range;
    }
    out = from_nanoseconds(nanoseconds);
    return time_status::ok;
}

} // namespace detail

/// Reads [first, last) as a JSON number (RFC 8259 section 6) of seconds since the epoch, in any spelling.
///
/// Exact: what a double would round is kept. Digits beyond the nanosecond are cut toward negative infinity,
/// as `date::floor` does, so that times have the order of the numbers; a time is out of range if the result
/// of the cut is. `out` is written only if the result is ok. Cost: 3 to 8 ns for `1717200000.123` and
/// `1.70805524557E9`, some 20 ns otherwise.
constexpr time_status read_epoch_seconds(char const* first, char const* last, timestamp& out) noexcept {
    auto const size = static_cast<std::size_t>(last - first);
    std::uint64_t nanoseconds = 0; // below 10^19, so it may be above what timestamp has
    if (size >= 5 &&
        (first[1] == '.' ? detail::read_scientific_epoch(first, size, nanoseconds)
                         : detail::read_fixed_epoch(first, size, nanoseconds)) &&
        nanoseconds <= std::uint64_t{INT64_MAX}) [[likely]] {
        out = detail::from_nanoseconds(static_cast<std::int64_t>(nanoseconds));
        return time_status::ok;
    }
    return detail::read_any_epoch_seconds(first, last, out);
}

/// Reads a date-time of RFC 3339 section 5.6, all of text:
/// `YYYY-MM-DD(T|t| )HH:MM:SS[.d{1,9}](Z|z|+hh:mm|-hh:mm)`.
///
/// Days are those of the proleptic Gregorian calendar, years 0000 to 9999. A leap second, `:60`, is read as
/// the second after it, its fraction kept; it is allowed where section 5.7 allows it, at the end of June or
/// of December in UTC (of any year: nobody knows the list of later ones). `out` is written only if the result
/// is ok. Cost: about 8 ns, 10 ns with milliseconds, 4 ns more for an offset.
constexpr time_status read_date_time(std::string_view text, timestamp& out) noexcept {
    if (text.size() < 20) {
        return time_status::format;
    }
    char const* const p = text.data();
    char const* const last = p + text.size();
    std::uint64_t const months = detail::digit_pairs(p, detail::month_shape);
    std::uint64_t const clock = detail::digit_pairs(p + 11, detail::clock_shape);
    unsigned const year = detail::byte_of(months, 0) * 100 + detail::byte_of(months, 2);
    unsigned const month = detail::byte_of(months, 5);
    date::year_month_day const day{date::year{static_cast<int>(year)}, date::month{month},
                                   date::day{detail::two_digits(p + 8)}};
    unsigned const hour = detail::byte_of(clock, 0);
    unsigned const minute = detail::byte_of(clock, 3);
    unsigned const second = detail::byte_of(clock, 6);
    bool const separated = p[10] == 'T' || p[10] == 't' || p[10] == ' ';
    if (!separated || !day.ok() || hour > 23 || minute > 59 || second > 60) {
        return time_status::format;
    }
    std::int64_t nanoseconds = 0;
    std::int64_t offset = 0;
    char const* const zone = detail::read_fraction(p + 19, last, nanoseconds);
    if (zone == nullptr || !detail::read_offset(zone, last, offset)) {
        return time_status::format;
    }
    std::int64_t const days = date::sys_days{day}.time_since_epoch().count();
    std::int64_t const seconds = days * 86'400 + hour * 3'600 + minute * 60 + second - offset;
    if (second == 60 && !detail::begins_half_year(seconds)) {
        return time_status::format;
    }
    std::int64_t count = 0;
    if (!detail::join_seconds(seconds, nanoseconds, count)) {
        return time_status::out_of_range;
    }
    out = detail::from_nanoseconds(count);
    return time_status::ok;
}

namespace detail {

/// A time in whole seconds and, always forward, nanoseconds.
struct split_time {
    std::int64_t seconds;
    std::uint32_t nanoseconds;
};

// date::floor would convert its result back to nanoseconds, which overflows for the first ones.
constexpr split_time split_seconds(timestamp time) noexcept {
    std::int64_t const count = time.time_since_epoch().count();
    std::int64_t seconds = count / 1'000'000'000;
    std::int64_t nanoseconds = count % 1'000'000'000;
    if (nanoseconds < 0) {
        nanoseconds += 1'000'000'000;
        --seconds;
    }
    return {seconds, static_cast<std::uint32_t>(nanoseconds)};
}

/// Writes `2024-06-01T00:00:00` at p, 19 bytes. \return Behind it. \pre The year has four digits.
inline char* write_whole_seconds(char* p, std::int64_t seconds) noexcept {
    date::sys_days const days = date::floor<date::days>(date::sys_seconds{std::chrono::seconds{seconds}});
    date::year_month_day const day{days};
    std::int64_t const midnight = std::int64_t{days.time_since_epoch().count()} * 86'400;
    auto const second = static_cast<unsigned>(seconds - midnight);
    auto const year = static_cast<unsigned>(static_cast<int>(day.year()));
    p = write_two(write_two(p, year / 100), year % 100);
    *p++ = '-';
    p = write_two(p, static_cast<unsigned>(day.month()));
    *p++ = '-';
    p = write_two(p, static_cast<unsigned>(day.day()));
    *p++ = 'T';
    p = write_two(p, second / 3'600);
    *p++ = ':';
    p = write_two(p, second / 60 % 60);
    *p++ = ':';
    return write_two(p, second % 60);
}

/// Writes what append_text appends at p, at most 30 bytes. \return Behind it.
inline char* write_date_time(char* p, timestamp time) noexcept {
    auto const [seconds, nanoseconds] = split_seconds(time);
    p = write_whole_seconds(p, seconds);
    if (nanoseconds != 0) {
        *p++ = '.';
        for (std::uint32_t rest = nanoseconds; rest != 0; rest = rest % 1'000'000 * 1'000) {
            *p++ = static_cast<char>('0' + rest / 100'000'000);
            p = write_two(p, rest / 1'000'000 % 100);
        }
    }
    *p++ = 'Z';
    return p;
}

} // namespace detail

/// Appends the time as RFC 3339 in UTC, `2024-06-01T00:00:00Z`, with 3, 6 or 9 fractional digits if needed.
///
/// read_date_time reads it back. May allocate in `out`.
inline void append_text(std::string& out, timestamp time) {
    char text[32];
    out.append(text, static_cast<std::size_t>(detail::write_date_time(text, time) - text));
}

/// The time as append_text writes it.
inline std::string to_text(timestamp time) {
    std::string text;
    append_text(text, time);
    return text;
}

} // namespace dynabackup
