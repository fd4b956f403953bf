#pragma once
/// \file
/// Converts a number of seconds to nanoseconds since the epoch, exactly: in the spellings that services write, and in
/// any other.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/json/decimal.hpp>
#include <dynabackup/detail/json/digits.hpp>
#include <dynabackup/timestamp.hpp>

#include <cstddef>
#include <cstdint>

namespace dynabackup::detail {

/// Reads `dddddddddd[.d{1,9}]`, a fixed-point number that does not begin with a zero.
constexpr bool read_fixed_epoch(char const* first, std::size_t size, std::uint64_t& nanoseconds) noexcept {
    std::uint64_t seconds = 0;
    if (size < 10 || size > 20 || first[0] == '0' || !json::detail::read_long_digits(first, 10, seconds)) {
        return false;
    }
    nanoseconds = seconds * 1'000'000'000;
    if (size == 10) {
        return true;
    }
    std::uint64_t fraction = 0;
    std::size_t const digits = size - 11;
    if (first[10] != '.' || digits == 0 || !json::detail::read_digits(first + 11, digits, fraction)) {
        return false;
    }
    nanoseconds += fraction * json::detail::powers_of_ten[9 - digits];
    return true;
}

/// Reads `d.d{1,12}E9`, as AWS's own serializer writes times with milliseconds between 2001 and 2286. \pre size >= 2.
constexpr bool read_scientific_epoch(char const* first, std::size_t size,
                                     std::uint64_t& nanoseconds) noexcept {
    std::size_t const digits = size - 4;
    std::uint64_t fraction = 0;
    if (digits - 1 >= 12 || !json::detail::is_digit(first[0]) || first[size - 2] != 'E' ||
        first[size - 1] != '9' || !json::detail::read_digits(first + 2, digits, fraction)) {
        return false;
    }
    std::uint64_t const lead = json::detail::digit_value(first[0]) * json::detail::powers_of_ten[digits];
    nanoseconds = (lead + fraction) * json::detail::powers_of_ten[18 - digits];
    return true;
}

/// Converts any number of seconds to nanoseconds, rounded toward negative infinity. Returns false if the result is not
/// an int64.
constexpr bool scale_epoch(json::decimal const& number, std::int64_t& nanoseconds) noexcept {
    std::uint64_t const limit = (std::uint64_t{1} << 63) - (number.negative ? 0 : 1);
    std::uint64_t magnitude = number.digits;
    bool inexact = number.truncated;
    std::int64_t shift = number.exponent + 9;
    if (shift > 0 && number.truncated) {
        return false; // at least 10^18 × 10
    }
    for (; shift > 0 && magnitude != 0; --shift) {
        if (magnitude > limit / 10) {
            return false;
        }
        magnitude *= 10;
    }
    if (shift < -19) {
        inexact = magnitude != 0;
        magnitude = 0;
    } else if (shift < 0) {
        std::uint64_t const unit = json::detail::powers_of_ten[-shift];
        inexact = inexact || magnitude % unit != 0;
        magnitude /= unit;
    }
    if (number.negative && inexact) {
        ++magnitude;
    }
    if (magnitude > limit) {
        return false;
    }
    nanoseconds = static_cast<std::int64_t>(number.negative ? 0 - magnitude : magnitude);
    return true;
}

/// Reads any JSON number of seconds. Called for the rare spellings.
DYNABACKUP_COLD constexpr time_status read_any_epoch_seconds(char const* first, char const* last,
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

/// See dynabackup::read_epoch_seconds.
constexpr time_status read_epoch_seconds(char const* first, char const* last, timestamp& out) noexcept {
    auto const size = static_cast<std::size_t>(last - first);
    std::uint64_t nanoseconds = 0; // below 10^19, so it may exceed the range of timestamp
    if (size >= 5 &&
        (first[1] == '.' ? read_scientific_epoch(first, size, nanoseconds)
                         : read_fixed_epoch(first, size, nanoseconds)) &&
        nanoseconds <= std::uint64_t{INT64_MAX}) [[likely]] {
        out = from_nanoseconds(static_cast<std::int64_t>(nanoseconds));
        return time_status::ok;
    }
    return read_any_epoch_seconds(first, last, out);
}

} // namespace dynabackup::detail

#if DYNABACKUP_DEFINE

namespace dynabackup {

DYNABACKUP_INLINE time_status read_epoch_seconds(char const* first, char const* last,
                                                 timestamp& out) noexcept {
    return detail::read_epoch_seconds(first, last, out);
}

} // namespace dynabackup

#endif
