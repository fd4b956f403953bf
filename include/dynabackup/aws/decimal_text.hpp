#pragma once
/// \file
/// DynamoDB's numbers, in the text in which they are sent: their form, their range, their order, and their size.
///
/// The service keeps 38 significant digits of magnitudes between 1E-130 and 9.99…E+125. It sends and accepts numbers as
/// text, so no digit is lost in transit. Only to_floating converts to binary floating point.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/json/decimal.hpp>
#include <dynabackup/detail/util/checked_arithmetic.hpp>

#include <array>
#include <charconv>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#if !DYNABACKUP_FLOATING_FROM_CHARS
#include <locale>
#include <sstream>
#endif

namespace dynabackup::aws {

/// The most significant digits of a number.
inline constexpr std::size_t most_number_digits = 38;
/// The power of ten of the first digit of the smallest and of the largest number.
inline constexpr std::int64_t least_number_power = -130,
                              most_number_power =
                                  125; ///< the power of ten of the largest number's first digit

/// Returns the text of a whole number, or the shortest text that reads back as a floating-point number. \pre The number
/// is finite.
template <class Number>
requires std::integral<Number> || std::floating_point<Number> std::string number_text(Number number) {
    if constexpr (std::integral<Number>) {
        return std::to_string(number);
    } else {
        std::array<char, 64> digits;
        return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr};
    }
}

/// A number as its text spells it: its digits, and the place of its point. Views the text.
///
/// The text has an optional sign, digits with at most one point before, among or after them, and an optional exponent.
struct decimal_text {
    std::string_view digits; ///< from the first to the last nonzero digit; may contain the point; empty: zero
    std::size_t significant = 0; ///< the number of digits, without the point
    std::int64_t power = 0;      ///< of ten, of its first digit; saturates near ±10^17
    bool negative = false;       ///< also of a zero that is written with a minus

    /// Whether it is zero.
    constexpr bool is_zero() const { return significant == 0; }
    /// Whether the service keeps all of its digits.
    constexpr bool is_precise() const { return significant <= most_number_digits; }
    /// Whether it is zero, or its magnitude is in the service's range.
    constexpr bool is_in_range() const {
        return is_zero() || (power >= least_number_power && power <= most_number_power);
    }

    /// The bytes that the service counts for it: 1, half a byte for each digit before and after the point, and 1 if it
    /// is negative. Zeros before the first and after the last digit do not count.
    constexpr std::size_t stored_size() const {
        auto const all = static_cast<std::int64_t>(significant);
        std::int64_t const before = power < 0 ? 0 : power >= all ? all : power + 1;
        return static_cast<std::size_t>(1 + (before + 1) / 2 + (all - before + 1) / 2) +
               (negative && !is_zero());
    }
};

namespace detail {

/// Reads digits, the first of which is not zero. Most numbers have this form. Returns nothing if the text has another
/// form.
constexpr std::optional<decimal_text> read_digits(std::string_view text) {
    if (text.empty() || text.front() == '0') return std::nullopt;
    for (char const c : text)
        if (!json::detail::is_digit(c)) return std::nullopt;
    auto const last = text.find_last_not_of('0');
    return decimal_text{text.substr(0, last + 1), last + 1, static_cast<std::int64_t>(text.size()) - 1};
}

} // namespace detail

/// Reads a number. Returns nothing if the text is not a number. Does not check precision and range.
/// Cost: linear in the text.
constexpr std::optional<decimal_text> read_decimal_text(std::string_view text) {
    using json::detail::is_digit;
    if (auto const whole = detail::read_digits(text)) return whole;
    decimal_text out;
    char const* p = text.data();
    char const* const end = p + text.size();
    if (p != end && (*p == '-' || *p == '+')) out.negative = *p++ == '-';
    char const *first = nullptr, *last = nullptr; // nonzero digits
    bool any = false, has_point = false;
    std::size_t before_point = 0, before_first = 0, inside = 0, trailing = 0;
    for (; p != end; ++p) {
        if (*p == '.' && !has_point) {
            has_point = true;
            continue;
        }
        if (!is_digit(*p)) break;
        any = true;
        before_point += !has_point;
        if (*p != '0') {
            if (!first) first = p;
            last = p;
            inside += 1 + trailing;
            trailing = 0;
        } else if (first) {
            ++trailing;
        } else {
            ++before_first;
        }
    }
    if (!any) return std::nullopt;
    std::int64_t exponent = 0;
    if (p != end) {
        if (*p != 'e' && *p != 'E') return std::nullopt;
        if (++p == end) return std::nullopt;
        bool const minus = *p == '-';
        if (*p == '-' || *p == '+') ++p;
        if (p == end) return std::nullopt;
        p = json::detail::read_exponent_digits(p, end, exponent);
        if (p != end) return std::nullopt;
        if (minus) exponent = -exponent;
    }
    if (!first) return out;
    out.digits = {first, static_cast<std::size_t>(last - first) + 1};
    out.significant = inside;
    out.power =
        static_cast<std::int64_t>(before_point) - static_cast<std::int64_t>(before_first) - 1 + exponent;
    return out;
}

/// Compares two numbers by value.
constexpr std::strong_ordering compare(decimal_text const& a, decimal_text const& b) {
    auto const sign = [](decimal_text const& n) { return n.is_zero() ? 0 : n.negative ? -1 : 1; };
    if (sign(a) != sign(b)) return sign(a) <=> sign(b);
    if (a.is_zero()) return std::strong_ordering::equal;
    auto order = a.power <=> b.power;
    if (order == 0) {
        std::size_t i = 0, j = 0;
        for (;; ++i, ++j) {
            if (i < a.digits.size() && a.digits[i] == '.') ++i;
            if (j < b.digits.size() && b.digits[j] == '.') ++j;
            bool const a_ends = i >= a.digits.size(), b_ends = j >= b.digits.size();
            if (a_ends || b_ends) {
                order = b_ends <=> a_ends; // the one with more digits is larger
                break;
            }
            if (a.digits[i] != b.digits[j]) {
                order = a.digits[i] <=> b.digits[j];
                break;
            }
        }
    }
    return a.negative ? 0 <=> order : order;
}

/// Appends the canonical spelling of a number, such as `-1.5e3`: no outer zeros, and one digit before the point. Equal
/// numbers have the same spelling.
inline void append_canonical(std::string& out, decimal_text const& n) {
    if (n.is_zero()) {
        out += '0';
        return;
    }
    if (n.negative) out += '-';
    auto digits = n.digits;
    out += digits.front();
    digits.remove_prefix(1);
    if (n.significant > 1) out += '.';
    auto const point = digits.find('.');
    out += digits.substr(0, point);
    if (point != digits.npos) out += digits.substr(point + 1);
    if (n.power != 0) (out += 'e') += std::to_string(n.power);
}

/// Returns what append_canonical appends.
inline std::string canonical(decimal_text const& n) {
    std::string out;
    append_canonical(out, n);
    return out;
}

/// Converts the text to a whole number of type Number. Returns nothing if the text is not a number, has a fraction, or
/// does not fit. `1e3` and `5.0` are whole.
template <std::integral Number>
constexpr std::optional<Number> to_integer(std::string_view text) {
    auto const n = read_decimal_text(text);
    if (!n) return std::nullopt;
    if (n->is_zero()) return Number{0};
    constexpr int most = std::numeric_limits<Number>::digits10;
    if (n->power < 0 || n->power > most || static_cast<std::int64_t>(n->significant) > n->power + 1)
        return std::nullopt;
    Number value = 0;
    auto const append = [&](int digit) {
        return dynabackup::detail::append_digit(value, digit, n->negative);
    };
    for (char const c : n->digits)
        if (c != '.' && !append(c - '0')) return std::nullopt;
    for (auto i = static_cast<std::int64_t>(n->significant); i <= n->power; ++i)
        if (!append(0)) return std::nullopt;
    return value;
}

/// Converts the text to the nearest value of a floating-point type. Returns nothing if the text is not a number, or is
/// too large.
template <std::floating_point Number>
std::optional<Number> to_floating(std::string_view text) {
    auto const n = read_decimal_text(text);
    if (!n) return std::nullopt;
    Number value = 0;
#if DYNABACKUP_FLOATING_FROM_CHARS
    if (text.front() == '+') text.remove_prefix(1); // from_chars does not accept it
    auto const read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec == std::errc::result_out_of_range) {
        if (n->power > 0) return std::nullopt;
        return n->negative ? -Number{0} : Number{0};
    }
#else
    std::istringstream in{std::string(text)};
    in.imbue(std::locale::classic());
    in >> value;
    // A number that is too small also fails, but has become the nearest value.
    if (in.fail() && n->power > 0) return std::nullopt;
#endif
    return value;
}

} // namespace dynabackup::aws
