#pragma once
/// \file
/// Writes times as the services and the AWS command line do.

#include <dynabackup/detail/time/date_time.hpp>
#include <dynabackup/timestamp.hpp>

#include <date/date.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace dynabackup::detail {

/// A time as whole seconds and non-negative nanoseconds.
struct split_time {
    std::int64_t seconds;
    std::uint32_t nanoseconds;
};

// date::floor would convert its result back to nanoseconds, which overflows for the earliest times.
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

/// Writes two digits at p. \return The end of the written text.
constexpr char* write_two(char* p, unsigned value) noexcept {
    *p++ = static_cast<char>('0' + value / 10);
    *p++ = static_cast<char>('0' + value % 10);
    return p;
}

/// Writes `2024-06-01T00:00:00` at p, 19 bytes. \return The end of the written text. \pre The year has four digits.
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

/// Writes a time at p as append_text appends it, at most 30 bytes. `three_decimals`: writes at least three decimals,
/// even if they are zeros. \return The end of the written text.
inline char* write_date_time(char* p, timestamp time, bool three_decimals = false) noexcept {
    auto const [seconds, nanoseconds] = split_seconds(time);
    p = write_whole_seconds(p, seconds);
    if (nanoseconds != 0) {
        *p++ = '.';
        for (std::uint32_t rest = nanoseconds; rest != 0; rest = rest % 1'000'000 * 1'000) {
            *p++ = static_cast<char>('0' + rest / 100'000'000);
            p = write_two(p, rest / 1'000'000 % 100);
        }
    } else if (three_decimals) {
        p = std::copy_n(".000", 4, p);
    }
    *p++ = 'Z';
    return p;
}

/// Writes seconds since the epoch at p, at most 24 bytes, as Java's Double.toString, and therefore AWS, prints a
/// number: `1.70805524557E9` from ten million seconds on and below a thousandth, `123456.789` in between, with at least
/// one digit after the point. The digits are those of the exact value, without trailing zeros. For times in
/// milliseconds, which AWS sends, Java prints the same digits; a double would round nanoseconds.
/// \return The end of the written text.
inline char* write_epoch_seconds(char* p, timestamp time) noexcept {
    std::int64_t const count = time.time_since_epoch().count();
    auto value = static_cast<std::uint64_t>(count);
    if (count < 0) {
        *p++ = '-';
        value = 0 - value;
    }
    if (value == 0) return std::copy_n("0.0", 3, p);
    int unit = -9; // value * 10^unit seconds
    if (value % 1'000'000 == 0) {
        value /= 1'000'000;
        unit = -3;
    }
    for (; value % 10 == 0; ++unit) value /= 10;
    char digits[20];
    auto const size = static_cast<int>(std::to_chars(digits, digits + sizeof digits, value).ptr - digits);
    int const exponent = unit + size - 1; // the exponent of the first digit
    bool const scientific = exponent >= 7 || exponent < -3;
    int const whole = scientific ? 1 : std::max(exponent + 1, 0); // the number of digits before the point
    if (whole == 0) *p++ = '0';
    for (int i = 0; i < whole; ++i) *p++ = i < size ? digits[i] : '0';
    *p++ = '.';
    if (!scientific)
        for (int i = exponent + 1; i < 0; ++i) *p++ = '0';
    if (whole >= size) *p++ = '0';
    else p = std::copy(digits + whole, digits + size, p);
    if (!scientific) return p;
    *p++ = 'E';
    if (exponent < 0) *p++ = '-';
    *p++ = static_cast<char>('0' + (exponent < 0 ? -exponent : exponent)); // -9 to 9
    return p;
}

/// Writes a time at p, 25 or 32 bytes, as Python's datetime.isoformat, and therefore the AWS command line, prints it in
/// UTC: `2024-02-16T03:45:45.570000+00:00`, without a fraction if that is zero. Nanoseconds are rounded to
/// microseconds, the resolution of Python; a half is rounded to the even microsecond, as Python does.
inline char* write_iso_format(char* p, timestamp time) noexcept {
    auto [seconds, nanoseconds] = split_seconds(time);
    std::uint32_t microseconds = nanoseconds / 1'000;
    std::uint32_t const rest = nanoseconds % 1'000;
    if (rest > 500 || (rest == 500 && microseconds % 2 != 0)) ++microseconds;
    if (microseconds == 1'000'000) {
        microseconds = 0;
        ++seconds;
    }
    p = write_whole_seconds(p, seconds);
    if (microseconds != 0) {
        *p++ = '.';
        p = write_two(p, microseconds / 10'000);
        p = write_two(p, microseconds / 100 % 100);
        p = write_two(p, microseconds % 100);
    }
    return std::copy_n("+00:00", 6, p);
}

} // namespace dynabackup::detail

#if DYNABACKUP_DEFINE

namespace dynabackup {

DYNABACKUP_INLINE void append_text(std::string& out, timestamp time) {
    char text[32];
    out.append(text, static_cast<std::size_t>(detail::write_date_time(text, time) - text));
}

DYNABACKUP_INLINE std::string to_text(timestamp time) {
    std::string text;
    append_text(text, time);
    return text;
}

} // namespace dynabackup

#endif
