#pragma once
/// \file
/// Arithmetic that reports whether a result fits. An overflow does not change the result.

#include <concepts>
#include <cstdint>
#include <limits>

namespace dynabackup::detail {

/// Adds. \return Whether the sum does not fit.
constexpr bool add_overflows(std::int64_t a, std::int64_t b, std::int64_t& sum) noexcept {
    using range = std::numeric_limits<std::int64_t>;
    if (b < 0 ? a < range::min() - b : a > range::max() - b) return true;
    sum = a + b;
    return false;
}

/// Subtracts. \return Whether the difference does not fit.
constexpr bool subtract_overflows(std::int64_t a, std::int64_t b, std::int64_t& difference) noexcept {
    using range = std::numeric_limits<std::int64_t>;
    if (b < 0 ? a > range::max() + b : a < range::min() + b) return true;
    difference = a - b;
    return false;
}

/// Appends a decimal digit to a number. \return Whether it fits.
template <std::integral Number>
constexpr bool append_digit(Number& number, int digit, bool negative) noexcept {
    using range = std::numeric_limits<Number>;
    auto const d = static_cast<Number>(digit);
    if (negative) { // division rounds towards zero: a digit after an unsigned 0 needs the second comparison
        if (number < (range::min() + d) / 10 || (range::min() == 0 && d != 0)) return false;
        number = static_cast<Number>(number * 10 - d);
    } else {
        if (number > (range::max() - d) / 10) return false;
        number = static_cast<Number>(number * 10 + d);
    }
    return true;
}

} // namespace dynabackup::detail
