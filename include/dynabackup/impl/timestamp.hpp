#pragma once
/// \file
/// Reads and writes a time as text: what timestamp.hpp declares. The reader and the writer include what is behind it.

#include <dynabackup/date_time.hpp>
#include <dynabackup/epoch_seconds.hpp>
#include <dynabackup/timestamp.hpp>
#include <dynabackup/write/time.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace dynabackup {

DYNABACKUP_CONSTEXPR time_status read_epoch_seconds(char const* first, char const* last,
                                                    timestamp& out) noexcept {
    return detail::read_epoch_seconds(first, last, out);
}

DYNABACKUP_CONSTEXPR time_status read_date_time(std::string_view text, timestamp& out) noexcept {
    return detail::read_date_time(text, out);
}

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
