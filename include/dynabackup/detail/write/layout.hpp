#pragma once
/// \file
/// Writes JSON text in another layout.

#include <dynabackup/detail/write/buffer.hpp>

#include <cstddef>
#include <cstring>
#include <string_view>

namespace dynabackup::detail {

inline void write_line_break(write_buffer& out, std::size_t depth) {
    constexpr std::size_t at_once = 16; // levels
    char* const p = out.room(1 + 4 * at_once);
    *p = '\n';
    std::memset(p + 1, ' ', 4 * at_once);
    out.end(p + 1 + 4 * (depth < at_once ? depth : at_once));
    for (; depth > at_once; --depth) out.put("    ");
}

/// Writes a value. `pretty`: as Python's json does with four spaces per level, inside `depth` levels; otherwise without
/// white space. Does not change strings and numbers. \pre The text is JSON.
inline void write_layout(write_buffer& out, std::string_view json, std::size_t depth, bool pretty) {
    char opened = 0; // an opening bracket, until something follows it
    for (std::size_t i = 0; i < json.size(); ++i) {
        char const c = json[i];
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
        bool const closes = c == '}' || c == ']';
        if (closes && depth != 0) --depth;
        if (pretty && (closes ? opened == 0 : opened != 0)) write_line_break(out, depth);
        out.put(c);
        opened = 0;
        if (c == '{' || c == '[') {
            opened = c;
            ++depth;
        } else if (c == '"') {
            for (bool inside = true; inside && ++i < json.size();) {
                out.put(json[i]);
                if (json[i] == '\\' && i + 1 < json.size()) out.put(json[++i]);
                else inside = json[i] != '"';
            }
        } else if (pretty && c == ',') {
            write_line_break(out, depth);
        } else if (pretty && c == ':') {
            out.put(' ');
        }
    }
}

} // namespace dynabackup::detail
