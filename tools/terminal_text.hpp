#pragma once
/// \file
/// What is converted, on a terminal: nothing in it may act on the terminal, reorder or hide what is shown.

#include "safe_text.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

namespace dynabackup::tool {

/// Appends text that has been written as JSON; what is invisible in its strings becomes \u001b. It stands for the same.
inline void append_visible_json(std::string& out, std::string_view json) {
    while (!json.empty()) {
        std::size_t const before = out.size();
        auto const shown = append_glyph(out, json);
        auto const c = display::detail::decode(json.substr(0, shown.bytes));
        if (json.front() == '\n' || out.substr(before) != json.substr(0, shown.bytes)) {
            out.resize(before);
            if (json.front() == '\n') out += '\n';
            else if (c < 0x10000)
                fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
            else
                fmt::format_to(std::back_inserter(out), "\\u{:04x}\\u{:04x}",
                               static_cast<unsigned>(0xD7C0 + (c >> 10)),
                               static_cast<unsigned>(0xDC00 + (c & 0x3FF)));
        }
        json.remove_prefix(shown.bytes);
    }
}

/// Appends lines of CSV; what is invisible in their cells becomes `<U+001B>`.
inline void append_visible_csv(std::string& out, std::string_view lines) {
    while (!lines.empty()) {
        auto const end = lines.find("\r\n");
        append_safe(out, lines.substr(0, end), lines.size() + 1);
        if (end == lines.npos) return;
        out += '\n';
        lines.remove_prefix(end + 2);
    }
}

} // namespace dynabackup::tool
