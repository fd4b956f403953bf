#pragma once
/// \file
/// A point in time, and what may become of its text; timestamp.hpp reads and writes it.

#include <chrono>
#include <cstdint>

namespace dynabackup {

/// Nanoseconds since the Unix epoch, leap seconds not counted: 1677-09-21T00:12:43.145224192Z to
/// 2262-04-11T23:47:16.854775807Z, which is all of int64. Howard Hinnant's `date` calls it
/// `date::sys_time<std::chrono::nanoseconds>`.
using timestamp = std::chrono::time_point<std::chrono::system_clock, std::chrono::nanoseconds>;

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

} // namespace detail

} // namespace dynabackup
