#pragma once
/// \file
/// Escapes text of unknown origin for terminals, HTML, Markdown and URIs.

#include <dynabackup/display/safe_text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <string>
#include <string_view>

namespace dynabackup::tool {

using display::append_glyph;
using display::append_safe;
using display::safe;

/// Returns the number of code points of a UTF-8 text: the number of its bytes that do not continue a sequence.
inline std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Appends text that is JSON already. Replaces invisible characters in its strings by equivalent escapes such as
/// \u001b.
inline void append_visible_json(std::string& out, std::string_view json) {
    while (!json.empty()) {
        std::size_t const before = out.size();
        auto const shown = append_glyph(out, json);
        if (json.front() == '\n' || out.substr(before) != json.substr(0, shown.bytes)) {
            unsigned c = 0; // of <U+001B>
            std::from_chars(out.data() + before + 3, out.data() + out.size(), c, 16);
            out.resize(before);
            if (json.front() == '\n') out += '\n';
            else if (c < 0x10000) out += fmt::format("\\u{:04x}", c);
            else out += fmt::format("\\u{:04x}\\u{:04x}", 0xD7C0 + (c >> 10), 0xDC00 + (c & 0x3FF));
        }
        json.remove_prefix(shown.bytes);
    }
}

/// Appends lines of CSV. Replaces invisible characters in their cells by texts such as `<U+001B>`.
inline void append_visible_csv(std::string& out, std::string_view lines) {
    while (!lines.empty()) {
        auto const end = lines.find("\r\n");
        append_safe(out, lines.substr(0, end), lines.size() + 1);
        if (end == lines.npos) return;
        out += '\n';
        lines.remove_prefix(end + 2);
    }
}

/// Returns a text for HTML, between tags or in a quoted attribute. Replaces characters that are invisible, or
/// change the direction of writing, by texts such as `<U+202E>`, as on a terminal. Cuts a text that is longer
/// than that number of bytes.
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

/// Returns plain text as Markdown.
inline std::string as_markdown(std::string_view text) {
    std::string out;
    for (char const c : text) {
        if (std::string_view("\\`*<>[]|").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

/// Returns the path of a file as a URI reference (RFC 3986), such as `file:///dumps/a%20b.json`. A relative path
/// becomes a relative reference. Writes all bytes except letters, digits and `-._~/` as `%XX` (section 2.3).
inline std::string file_uri(std::string_view path) {
    std::string uri = path.starts_with('/') ? "file://" : "";
    for (char const c : path) {
        bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (letter || (c >= '0' && c <= '9') || std::string_view("-._~/").find(c) != std::string_view::npos)
            uri += c;
        else uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return uri;
}

} // namespace dynabackup::tool
