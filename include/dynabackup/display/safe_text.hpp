#pragma once
/// \file
/// Makes text of unknown origin safe for a terminal: nothing in it may control the terminal, or reorder or hide what is
/// shown.

#include <dynabackup/detail/json/text.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dynabackup::display {

namespace detail {

struct code_point_range {
    char32_t first, last;
};

template <std::size_t N>
constexpr bool contains(code_point_range const (&ranges)[N], char32_t c) {
    return std::ranges::any_of(ranges, [c](auto const& r) { return r.first <= c && c <= r.last; });
}

/// Control characters, and characters that are invisible or change the direction of writing.
inline constexpr code_point_range invisible[] = {
    {0x00, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},       {0x61C, 0x61C},
    {0x180E, 0x180E}, {0x200B, 0x200F}, {0x2028, 0x202E},   {0x2060, 0x2069},
    {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F},
};

/// Marks that are drawn over the character before them.
inline constexpr code_point_range combining[] = {
    {0x300, 0x36F},   {0x483, 0x489},   {0x591, 0x5BD},     {0x610, 0x61A},
    {0x64B, 0x65F},   {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},   {0x20D0, 0x20FF},
    {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xE0100, 0xE01EF},
};

/// The blocks of wide characters (Unicode Standard Annex 11).
inline constexpr code_point_range wide[] = {
    {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0xA4CF},   {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};

/// Appends a number in hexadecimal, with at least `digits` digits.
inline void append_hex(std::string& out, std::uint32_t value, int digits) {
    for (int shift = 28; shift >= 0; shift -= 4)
        if (shift < 4 * digits || value >> shift) out += "0123456789ABCDEF"[value >> shift & 0xF];
}

/// Returns the code point of a well-formed sequence of UTF-8.
constexpr char32_t decode(std::string_view sequence) {
    auto const lead = static_cast<unsigned char>(sequence[0]);
    if (sequence.size() == 1) return lead;
    char32_t c = lead & (0x7Fu >> sequence.size());
    for (char const next : sequence.substr(1)) c = c << 6 | (static_cast<unsigned char>(next) & 0x3Fu);
    return c;
}

} // namespace detail

/// A character, or a byte that is not part of one, and its width on the screen.
struct glyph {
    std::size_t bytes;
    std::size_t columns;
};

/// Appends the character at the start of `text`: as it is, as `<U+001B>` if it is invisible, or as `<FF>` for a byte
/// that is not UTF-8. \pre `text` is not empty.
inline glyph append_glyph(std::string& out, std::string_view text) {
    std::size_t const length = json::detail::sequence_length(text.data(), text.data() + text.size());
    if (length == 0) {
        out += '<';
        detail::append_hex(out, static_cast<unsigned char>(text[0]), 2);
        out += '>';
        return {1, 4};
    }
    auto const sequence = text.substr(0, length);
    char32_t const c = detail::decode(sequence);
    if (detail::contains(detail::invisible, c)) {
        std::size_t const before = out.size();
        out += "<U+";
        detail::append_hex(out, c, 4);
        out += '>';
        return {length, out.size() - before};
    }
    out += sequence;
    if (c >= 0x300 && detail::contains(detail::combining, c)) return {length, 0};
    return {length, c >= 0x300 && detail::contains(detail::wide, c) ? 2u : 1u};
}

/// Appends a text, made safe for a terminal. Of a long text, appends the first part and an ellipsis.
inline void append_safe(std::string& out, std::string_view text, std::size_t longest = 8000) {
    std::size_t used = 0;
    while (!text.empty()) {
        if (used >= longest) {
            out += "…";
            return;
        }
        auto const shown = append_glyph(out, text);
        text.remove_prefix(shown.bytes);
        used += shown.bytes;
    }
}

inline std::string safe(std::string_view text) {
    std::string out;
    append_safe(out, text);
    return out;
}

} // namespace dynabackup::display
