#pragma once
/// \file
/// Text in lines that fit the screen.

#include <dynabackup/json/text.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace dynabackup::tool {

/// Appends a text in lines of at most `width` characters, broken at spaces, each behind `indent` spaces and with
/// its newline. A word that is longer stands alone on its line.
inline void append_wrapped(std::string& out, std::string_view text, std::size_t indent, std::size_t width) {
    std::size_t column = 0;
    while (!text.empty()) {
        auto const word = text.substr(0, text.find(' '));
        text.remove_prefix(word.size() + (word.size() < text.size()));
        auto const length = json::code_points(word);
        if (column != 0 && column + 1 + length > width) {
            out += '\n';
            column = 0;
        }
        if (column == 0) {
            out.append(indent, ' ');
            column = indent;
        } else {
            out += ' ';
            ++column;
        }
        out += word;
        column += length;
    }
    out += '\n';
}

} // namespace dynabackup::tool
