#pragma once
/// \file
/// Reads JSON numbers (RFC 8259 section 6) exactly, without binary floating point.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/json/digits.hpp>

#include <cstddef>
#include <cstdint>

namespace dynabackup::json {

/// The value of a JSON number: digits × 10^exponent, negated if `negative`.
///
/// Canonical: two spellings of one value (`5e3`, `5000.0`) give equal members. Zero has exponent 0, and keeps its sign.
/// The digits of a value that was not truncated do not end in a zero.
struct decimal {
    bool negative = false;
    std::uint64_t digits = 0;  ///< At most 19 significant digits, hence below 10^19.
    std::int64_t exponent = 0; ///< Saturates near ±10^18, where no arithmetic on it overflows.
    /// Non-zero digits after the first 19 were dropped: the magnitude is strictly between digits × 10^exponent and
    /// (digits + 1) × 10^exponent, and `digits` is at least 10^18.
    bool truncated = false;
};

/// The result of reading an integer.
enum class integer_status : unsigned char {
    ok,
    syntax,      ///< Not a JSON number.
    not_integer, ///< A number in the range, with a fraction.
    out_of_range ///< Below -2^63 or above 2^63 - 1, with a fraction or without.
};

namespace detail {

/// Appends a digit. Returns false if there are already 19 significant digits.
constexpr bool push_digit(char c, decimal& out) noexcept {
    if (out.digits >= powers_of_ten[18]) {
        out.truncated = out.truncated || c != '0';
        return false;
    }
    out.digits = out.digits * 10 + digit_value(c);
    return true;
}

/// Reads the digits of an exponent. Saturates at more than the length of any text could compensate.
constexpr char const* read_exponent_digits(char const* p, char const* last, std::int64_t& out) noexcept {
    for (out = 0; p != last && is_digit(*p); ++p) {
        if (out < 100'000'000'000'000'000) {
            out = out * 10 + digit_value(*p);
        }
    }
    return p;
}

} // namespace detail

/// Reads [first, last) as one number of RFC 8259 section 6.
///
/// \return nullptr if it is one; otherwise the first byte that does not fit, or `last` if the text ends too early. In
///     that case `out` is unspecified. \pre first is not null. Complexity: linear.
constexpr char const* read_decimal(char const* first, char const* last, decimal& out) noexcept {
    out = {};
    char const* p = first;
    if (p != last && *p == '-') {
        out.negative = true;
        ++p;
    }
    if (p == last || !detail::is_digit(*p)) {
        return p;
    }
    if (*p == '0') {
        ++p; // no digit may follow a leading zero
    } else {
        for (; p != last && detail::is_digit(*p); ++p) {
            out.exponent += detail::push_digit(*p, out) ? 0 : 1;
        }
    }
    if (p != last && *p == '.') {
        ++p;
        if (p == last || !detail::is_digit(*p)) {
            return p;
        }
        for (; p != last && detail::is_digit(*p); ++p) {
            out.exponent -= detail::push_digit(*p, out) ? 1 : 0;
        }
    }
    if (p != last && (*p == 'e' || *p == 'E')) {
        ++p;
        bool const minus = p != last && *p == '-';
        if (p != last && (*p == '-' || *p == '+')) {
            ++p;
        }
        if (p == last || !detail::is_digit(*p)) {
            return p;
        }
        std::int64_t exponent = 0;
        p = detail::read_exponent_digits(p, last, exponent);
        out.exponent += minus ? -exponent : exponent;
    }
    if (p != last) {
        return p;
    }
    if (out.digits == 0) {
        out.exponent = 0;
    } else if (!out.truncated) {
        for (; out.digits % 10 == 0; out.digits /= 10) {
            ++out.exponent;
        }
    }
    return nullptr;
}

namespace detail {

/// Reads an integer in any spelling. Called for the rare ones.
DYNABACKUP_COLD constexpr integer_status read_any_int64(char const* first, char const* last,
                                                        std::int64_t& out) noexcept {
    decimal number;
    if (first == last || read_decimal(first, last, number) != nullptr) {
        return integer_status::syntax;
    }
    std::uint64_t const limit = (std::uint64_t{1} << 63) - (number.negative ? 0 : 1);
    if (number.truncated) { // at least 10^18 × 10^exponent, and not a multiple of 10^exponent
        return number.exponent > 0 || (number.exponent == 0 && number.digits >= limit)
                   ? integer_status::out_of_range
                   : integer_status::not_integer;
    }
    if (number.exponent < 0) {
        return integer_status::not_integer; // below 10^19 / 10, so inside the range
    }
    std::uint64_t magnitude = number.digits;
    for (; magnitude != 0 && number.exponent > 0; --number.exponent) {
        if (magnitude > limit / 10) {
            return integer_status::out_of_range;
        }
        magnitude *= 10;
    }
    if (magnitude > limit) {
        return integer_status::out_of_range;
    }
    out = static_cast<std::int64_t>(number.negative ? 0 - magnitude : magnitude);
    return integer_status::ok;
}

} // namespace detail

/// Reads [first, last) as an integer in any spelling of RFC 8259: `5`, `5.0`, `5e3` and `-0` are integers.
///
/// Range: all of int64. A number that is out of range and has a fraction is out_of_range. `out` is written only if the
/// result is ok. Complexity: constant for up to 16 plain digits, otherwise linear.
constexpr integer_status read_int64(char const* first, char const* last, std::int64_t& out) noexcept {
    bool const negative = first != last && *first == '-';
    char const* const digits = first + negative;
    auto const count = static_cast<std::size_t>(last - digits);
    // The general reader refuses a '0' before other digits.
    if (count - 1 < 16 && (*digits != '0' || count == 1)) [[likely]] {
        std::uint64_t value = 0;
        if (detail::read_digits(digits, count, value)) [[likely]] {
            out = static_cast<std::int64_t>(negative ? 0 - value : value);
            return integer_status::ok;
        }
    }
    return detail::read_any_int64(first, last, out);
}

} // namespace dynabackup::json
