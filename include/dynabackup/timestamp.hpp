#pragma once
/// \file
/// Points in time as the APIs write them: epoch seconds (a JSON number) and RFC 3339 date-times (a string).

#include <dynabackup/inline.hpp>
#include <dynabackup/time_point.hpp>

#include <string>
#include <string_view>

namespace dynabackup {

/// Reads [first, last) as a JSON number (RFC 8259 section 6) of seconds since the epoch, in any spelling.
///
/// Exact: what a double would round is kept. Digits beyond the nanosecond are cut toward negative infinity,
/// as `date::floor` does, so that times have the order of the numbers; a time is out of range if the result
/// of the cut is. `out` is written only if the result is ok. Cost: 3 to 8 ns for `1717200000.123` and
/// `1.70805524557E9`, some 20 ns otherwise.
DYNABACKUP_CONSTEXPR time_status read_epoch_seconds(char const* first, char const* last,
                                                    timestamp& out) noexcept;

/// Reads a date-time of RFC 3339 section 5.6, all of text:
/// `YYYY-MM-DD(T|t| )HH:MM:SS[.d{1,9}](Z|z|+hh:mm|-hh:mm)`.
///
/// Days are those of the proleptic Gregorian calendar, years 0000 to 9999. A leap second, `:60`, is read as
/// the second after it, its fraction kept; it is allowed where section 5.7 allows it, at the end of June or
/// of December in UTC (of any year: nobody knows the list of later ones). `out` is written only if the result
/// is ok. Cost: about 8 ns, 10 ns with milliseconds, 4 ns more for an offset.
DYNABACKUP_CONSTEXPR time_status read_date_time(std::string_view text, timestamp& out) noexcept;

/// Appends the time as RFC 3339 in UTC, `2024-06-01T00:00:00Z`, with 3, 6 or 9 fractional digits if needed.
///
/// read_date_time reads it back. May allocate in `out`.
DYNABACKUP_INLINE void append_text(std::string& out, timestamp time);

/// The time as append_text writes it.
DYNABACKUP_INLINE std::string to_text(timestamp time);

} // namespace dynabackup

#ifndef DYNABACKUP_SEPARATE_COMPILATION
#include <dynabackup/impl/timestamp.hpp>
#endif
