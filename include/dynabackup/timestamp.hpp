#pragma once
/// \file
/// Points in time as the APIs write them: epoch seconds (a JSON number) and RFC 3339 date-times (a string).

#include <dynabackup/detail/config.hpp>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace dynabackup {

/// Nanoseconds since the Unix epoch, without leap seconds: 1677-09-21T00:12:43.145224192Z to
/// 2262-04-11T23:47:16.854775807Z, which is all of int64. Howard Hinnant's `date` calls it
/// `date::sys_time<std::chrono::nanoseconds>`.
using timestamp = std::chrono::time_point<std::chrono::system_clock, std::chrono::nanoseconds>;

/// The result of reading the text of a time.
enum class [[nodiscard]] time_status : unsigned char{
    ok,
    syntax,      ///< Not a JSON number (read_epoch_seconds only).
    format,      ///< Not an RFC 3339 date-time, or no such day, time or offset (read_date_time only).
    out_of_range ///< A time that `timestamp` cannot represent.
};

/// Reads [first, last) as a JSON number (RFC 8259 section 6) of seconds since the epoch, in any spelling.
///
/// Exact: keeps digits that a double would round. Digits beyond the nanosecond are rounded toward negative infinity, as
/// `date::floor` does, so that times are in the order of their numbers. A time is out of range if the rounded value is.
/// Writes `out` only if the result is ok.
DYNABACKUP_INLINE time_status read_epoch_seconds(char const* first, char const* last,
                                                 timestamp& out) noexcept;

/// Reads the whole text as a date-time of RFC 3339 section 5.6:
/// `YYYY-MM-DD(T|t| )HH:MM:SS[.d{1,9}](Z|z|+hh:mm|-hh:mm)`.
///
/// Days are those of the proleptic Gregorian calendar, years 0000 to 9999. A leap second, `:60`, is read as the second
/// after it, and keeps its fraction. It is allowed where section 5.7 allows it, at the end of June or of December in
/// UTC. It is allowed in any year, since future leap seconds are not known. Writes `out` only if the result is ok.
DYNABACKUP_INLINE time_status read_date_time(std::string_view text, timestamp& out) noexcept;

/// Appends the time as RFC 3339 in UTC, `2024-06-01T00:00:00Z`, with 3, 6 or 9 fractional digits if needed.
///
/// read_date_time reads it back. May allocate in `out`.
DYNABACKUP_INLINE void append_text(std::string& out, timestamp time);

/// Returns the text that append_text appends.
DYNABACKUP_INLINE std::string to_text(timestamp time);

namespace detail {

constexpr timestamp from_nanoseconds(std::int64_t count) noexcept {
    return timestamp{std::chrono::nanoseconds{count}};
}

} // namespace detail

} // namespace dynabackup

#if DYNABACKUP_DEFINE // each of these headers defines the functions that it implements
#include <dynabackup/detail/time/date_time.hpp>
#include <dynabackup/detail/time/epoch_seconds.hpp>
#include <dynabackup/detail/write/time.hpp>
#endif
