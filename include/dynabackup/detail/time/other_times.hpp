#pragma once
/// \file
/// Reads times that are spelled by other programs.

#include <dynabackup/detail/json/digits.hpp>
#include <dynabackup/detail/time/date_time.hpp>
#include <dynabackup/detail/time/epoch_seconds.hpp>
#include <dynabackup/timestamp.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace dynabackup::detail {

/// A time, rewritten as the API spells times.
class rewritten_time {
public:
    constexpr void append(std::string_view text) {
        fits_ &= text.size() <= text_.size() - size_;
        if (!fits_) return;
        std::copy(text.begin(), text.end(), text_.begin() + static_cast<std::ptrdiff_t>(size_));
        size_ += text.size();
    }
    constexpr std::string_view text() const {
        return fits_ ? std::string_view(text_.data(), size_) : std::string_view();
    }

private:
    std::array<char, 64> text_{};
    std::size_t size_ = 0;
    bool fits_ = true;
};

constexpr bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return json::detail::is_digit(c); });
}

/// The number of digits of milliseconds since the epoch, for present times. A number with another number of digits
/// before the point is not read as milliseconds.
inline constexpr std::size_t digits_of_milliseconds = 13;

/// Whether a number has digits_of_milliseconds digits before its point.
constexpr bool looks_like_milliseconds(std::string_view number) {
    if (number.starts_with('-')) number.remove_prefix(1);
    auto const whole = number.substr(0, number.find('.'));
    bool const has_point = whole.size() != number.size();
    return whole.size() == digits_of_milliseconds && all_digits(whole) &&
           (!has_point || all_digits(number.substr(whole.size() + 1)));
}

/// Reads a number of seconds.
inline time_status read_seconds(std::string_view number, timestamp& out) {
    return read_epoch_seconds(number.data(), number.data() + number.size(), out);
}

/// Reads a number of milliseconds. \pre looks_like_milliseconds(number)
inline time_status read_milliseconds(std::string_view number, timestamp& out) {
    auto const whole = number.substr(0, number.find('.'));
    rewritten_time seconds;
    seconds.append(whole.substr(0, whole.size() - 3));
    seconds.append(".");
    seconds.append(whole.substr(whole.size() - 3));
    if (whole.size() != number.size()) seconds.append(number.substr(whole.size() + 1));
    return read_seconds(seconds.text(), out);
}

/// Reads `/Date(1717200000123)/`, as .NET writes it.
inline time_status read_dotnet_date(std::string_view text, timestamp& out) {
    constexpr std::string_view before = "/Date(", after = ")/";
    if (!text.starts_with(before) || !text.ends_with(after)) return time_status::format;
    text = text.substr(before.size(), text.size() - before.size() - after.size());
    bool const negative = text.starts_with('-');
    auto digits = text.substr(negative);
    if (!all_digits(digits) || digits.size() > 18) return time_status::format;
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    rewritten_time seconds;
    seconds.append(negative ? "-" : "");
    seconds.append(digits);
    seconds.append("e-3");
    return read_seconds(seconds.text(), out);
}

/// Reads the text of a time in a spelling that the API does not use: see parse_options::times.
inline time_status read_other_time(std::string_view text, timestamp& out) {
    if (text.starts_with('/')) return read_dotnet_date(text, out);
    constexpr std::string_view utc = " UTC", zero = " +0000", space_seconds = "0000-00-00 00:00:00";
    bool const says_utc = text.ends_with(utc);
    if (says_utc) text.remove_suffix(utc.size());
    if (says_utc && text.ends_with(zero)) text.remove_suffix(zero.size());
    if (text.size() < space_seconds.size() || text[4] != '-') {
        if (says_utc || text.empty()) return time_status::format;
        auto const status =
            looks_like_milliseconds(text) ? read_milliseconds(text, out) : read_seconds(text, out);
        return status == time_status::syntax ? time_status::format : status;
    }
    rewritten_time written;
    auto const sign = text.find_first_of("+-", space_seconds.size());
    if (sign == text.npos && !text.ends_with('Z')) { // no offset: UTC
        written.append(text);
        written.append("Z");
    } else if (!says_utc && sign != text.npos && text.size() - sign == 5) { // an offset without its colon
        written.append(text.substr(0, sign + 3));
        written.append(":");
        written.append(text.substr(sign + 3));
    } else {
        return time_status::format;
    }
    return read_date_time(written.text(), out);
}

} // namespace dynabackup::detail
