#pragma once
/// \file
/// Reads and writes an edition as text: what edition.hpp declares.

#include <dynabackup/edition.hpp>

#include <date/date.h>

#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace dynabackup {

DYNABACKUP_INLINE std::string to_text(edition day) {
    if (day == edition::latest) return "latest";
    auto digits = std::to_string(day.yyyymmdd);
    return digits.substr(0, 4) + '-' + digits.substr(4, 2) + '-' + digits.substr(6);
}

DYNABACKUP_INLINE std::optional<edition> read_edition(std::string_view text) {
    if (text == "latest") return edition::latest;
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    auto number = [&](std::size_t from, std::size_t size) {
        int value = -1;
        auto const* last = text.data() + from + size;
        auto [end, error] = std::from_chars(text.data() + from, last, value);
        return error == std::errc{} && end == last ? value : -1;
    };
    int const y = number(0, 4), m = number(5, 2), d = number(8, 2);
    if (y < 0 || m < 0 || d < 0) return {};
    auto const day =
        date::year{y} / date::month{static_cast<unsigned>(m)} / date::day{static_cast<unsigned>(d)};
    edition const result{y * 10000 + m * 100 + d};
    if (!day.ok() || result < edition::v2017_11_29) return {};
    return result;
}

} // namespace dynabackup
