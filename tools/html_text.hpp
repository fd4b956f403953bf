#pragma once
/// \file
/// Text of unknown origin in HTML.

#include "safe_text.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace dynabackup::tool {

/// The text for HTML, between tags and in attributes with quotes. What is invisible or would change the direction of
/// writing is shown as on a terminal, `<U+202E>`; of a long text the first part.
inline std::string html(std::string_view text, std::size_t longest = 120) {
    std::string out, shown;
    append_safe(shown, text, longest);
    for (char const c : shown) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default: out += c;
        }
    }
    return out;
}

} // namespace dynabackup::tool
