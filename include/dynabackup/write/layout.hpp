#pragma once
/// \file
/// Writes JSON that is text already in another layout.

#include <dynabackup/write/buffer.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace dynabackup::detail {

inline void write_line_break(write_buffer& out, std::size_t depth) {
    out.put('\n');
    for (std::size_t i = 0; i < depth; ++i) out.put(std::array{' ', ' ', ' ', ' '});
}

/// Pretty: as Python's json does with four spaces, `depth` levels being around it. Else without white space. Strings
/// and numbers stay as they are. \pre It is JSON.
template <bool Pretty>
void write_layout(write_buffer& out, std::string_view json, std::size_t depth) {
    char opened = 0; // a bracket, as long as nothing stands behind it
    for (std::size_t i = 0; i < json.size(); ++i) {
        char const c = json[i];
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
        bool const closes = c == '}' || c == ']';
        if (closes && depth != 0) --depth;
        if (Pretty && (closes ? opened == 0 : opened != 0)) write_line_break(out, depth);
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
        } else if (Pretty && c == ',') {
            write_line_break(out, depth);
        } else if (Pretty && c == ':') {
            out.put(' ');
        }
    }
}

} // namespace dynabackup::detail
