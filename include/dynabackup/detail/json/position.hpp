#pragma once
/// \file
/// Places in a text that is read in parts.

#include <dynabackup/detail/json/text.hpp>

#include <cstddef>
#include <string_view>

namespace dynabackup::json {

/// A place between two bytes of a text.
struct position {
    std::size_t offset = 0; ///< bytes from the start of the text, from 0
    std::size_t line = 1;   ///< from 1
    std::size_t column = 1; ///< bytes from the start of the line, from 1
    /// Code points from the start of the line, from 1, without a byte order mark. 0 far from the start of a line (see
    /// longest_shown_line), where counting them would cost too much.
    std::size_t character = 1;
};

/// Characters are counted up to this column of a line.
inline constexpr std::size_t longest_shown_line = std::size_t{1} << 16;

/// Returns the number of lines that end in a text.
inline std::size_t count_lines(std::string_view text) {
    constexpr std::size_t long_line = 512, stretch = 8 * 1024;
    std::size_t lines = 0;
    for (;;) {
        std::size_t const end = text.find('\n'); // the fastest way if the next line break is far
        if (end == text.npos) return lines;
        if (end > long_line) {
            ++lines;
            text.remove_prefix(end + 1);
            continue;
        }
        auto const part = text.substr(0, stretch);
        lines += count_bytes(part, [](char c) { return c == '\n'; });
        text.remove_prefix(part.size());
    }
}

/// Returns the place after a text that begins at `from`.
inline position behind(position from, std::string_view text) {
    from.offset += text.size();
    if (auto const lines = count_lines(text); lines != 0) {
        text.remove_prefix(text.rfind('\n') + 1);
        from.line += lines;
        from.column = from.character = 1;
    }
    from.column += text.size();
    if (from.column > longest_shown_line) from.character = 0;
    else from.character += code_points(text);
    return from;
}

/// The place after a byte order mark.
inline constexpr position after_mark{3, 1, 4, 1};

/// Returns the absolute place of a place that is counted from `base`.
inline position absolute(position base, position relative) {
    if (relative.line == 1) {
        relative.column += base.column - 1;
        bool const shown = relative.column <= longest_shown_line && base.character != 0;
        relative.character = shown ? relative.character + base.character - 1 : 0;
    }
    relative.offset += base.offset;
    relative.line += base.line - 1;
    return relative;
}

} // namespace dynabackup::json
