/// \file
/// Strings in JSON text: escapes (RFC 8259 section 7) and UTF-8 (RFC 3629, Unicode table 3-7).
///
/// The reader needs these functions only for the few strings with a backslash, and to find the place of a known defect.
/// So they are plain scalar code.
#pragma once

#include <dynabackup/detail/util/eight_bytes.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace dynabackup::json {

namespace detail {

/// Returns the first backslash of [first, last), or last.
constexpr char const* find_backslash(char const* first, char const* last) noexcept {
    char const* const found =
        std::char_traits<char>::find(first, static_cast<std::size_t>(last - first), '\\');
    return found == nullptr ? last : found;
}

/// Returns the number of the four hexadecimal digits at p, or a number above 0xFFFF if they are not four digits.
constexpr char32_t read_hex4(char const* p, char const* last) noexcept {
    constexpr char32_t none = 0x1'0000;
    if (last - p < 4) {
        return none;
    }
    char32_t value = 0;
    for (int i = 0; i != 4; ++i) {
        auto const c = static_cast<unsigned char>(p[i]);
        unsigned const letter = (c | 0x20U) - 'a';
        unsigned const digit = static_cast<unsigned>(c) - '0';
        if (digit > 9 && letter > 5) {
            return none;
        }
        value = value * 16 + (digit <= 9 ? digit : letter + 10);
    }
    return value;
}

/// Reads the escape whose backslash is at p. Joins surrogate pairs. \return The end of the escape, or nullptr if it is
/// invalid.
constexpr char const* read_escape(char const* p, char const* last, char32_t& out) noexcept {
    if (last - p < 2) {
        return nullptr;
    }
    switch (p[1]) {
    case '"': out = U'"'; return p + 2;
    case '\\': out = U'\\'; return p + 2;
    case '/': out = U'/'; return p + 2;
    case 'b': out = U'\b'; return p + 2;
    case 'f': out = U'\f'; return p + 2;
    case 'n': out = U'\n'; return p + 2;
    case 'r': out = U'\r'; return p + 2;
    case 't': out = U'\t'; return p + 2;
    case 'u': break;
    default: return nullptr;
    }
    out = read_hex4(p + 2, last);
    if (out < 0xD800 || (out > 0xDFFF && out <= 0xFFFF)) {
        return p + 6;
    }
    if (out > 0xDBFF || last - p < 12 || p[6] != '\\' || p[7] != 'u') {
        return nullptr;
    }
    char32_t const low = read_hex4(p + 8, last);
    if (low < 0xDC00 || low > 0xDFFF) {
        return nullptr;
    }
    out = 0x1'0000 + ((out - 0xD800) << 10) + (low - 0xDC00);
    return p + 12;
}

constexpr void append_utf8(std::string& out, char32_t c) {
    auto const continuation = [c](int shift) { return static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += continuation(0);
    } else if (c < 0x1'0000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += continuation(6);
        out += continuation(0);
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        out += continuation(12);
        out += continuation(6);
        out += continuation(0);
    }
}

/// Returns the length of the well-formed UTF-8 sequence at p, 1 to 4, or 0 if there is none. \pre p != last.
constexpr std::size_t sequence_length(char const* p, char const* last) noexcept {
    auto const byte = [p](std::size_t i) { return static_cast<unsigned char>(p[i]); };
    unsigned const lead = byte(0);
    if (lead < 0x80) {
        return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
        return 0;
    }
    std::size_t const length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (static_cast<std::size_t>(last - p) < length) {
        return 0;
    }
    // Table 3-7: only the second byte's range depends on the lead (overlong, surrogates, above U+10FFFF).
    unsigned const lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned const highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (byte(1) < lowest || byte(1) > highest) {
        return 0;
    }
    for (std::size_t i = 2; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) {
            return 0;
        }
    }
    return length;
}

} // namespace detail

/// Assigns the meaning of [first, last), the inside of a JSON string without its quotes, to `out`.
///
/// Escapes are those of RFC 8259 section 7; surrogate pairs become one code point. Nothing else is checked: raw quotes,
/// control characters and invalid UTF-8 are copied. \pre The range is not inside `out`.
/// \return nullptr, or the backslash of the first invalid escape (of a lone surrogate: its own); then `out` has the
///     text before it. Complexity: linear. Allocates if the capacity of `out` is too small.
constexpr char const* unescape(char const* first, char const* last, std::string& out) {
    out.clear();
    while (true) {
        char const* const escape = detail::find_backslash(first, last);
        out.append(first, static_cast<std::size_t>(escape - first));
        if (escape == last) {
            return nullptr;
        }
        char32_t code_point = 0;
        first = detail::read_escape(escape, last, code_point);
        if (first == nullptr) {
            return escape;
        }
        detail::append_utf8(out, code_point);
    }
}

/// Returns what `unescape` would return, without its output.
constexpr char const* find_bad_escape(char const* first, char const* last) noexcept {
    while (true) {
        char const* const escape = detail::find_backslash(first, last);
        if (escape == last) {
            return nullptr;
        }
        char32_t code_point = 0;
        first = detail::read_escape(escape, last, code_point);
        if (first == nullptr) {
            return escape;
        }
    }
}

/// Returns the number of bytes of a text that satisfy the predicate.
template <class Predicate>
std::size_t count_bytes(std::string_view text, Predicate such) noexcept {
    constexpr std::size_t lanes = 32, rounds = 255; // as often as a byte can be incremented
    std::size_t count = 0;
    while (text.size() >= lanes) {
        std::size_t const n = std::min(text.size() / lanes, rounds);
        std::array<std::uint8_t, lanes> found{};
        for (std::size_t i = 0; i < n; ++i) // becomes vector instructions
            for (std::size_t lane = 0; lane < lanes; ++lane)
                found[lane] = static_cast<std::uint8_t>(found[lane] + such(text[i * lanes + lane]));
        for (auto const c : found) count += c;
        text.remove_prefix(n * lanes);
    }
    return count + static_cast<std::size_t>(std::count_if(text.begin(), text.end(), such));
}

/// Returns the number of code points of valid UTF-8: its bytes, without those that continue a sequence (RFC 3629
/// section 3).
inline std::size_t code_points(std::string_view utf8) noexcept {
    return count_bytes(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

/// Returns the first byte of the first ill-formed UTF-8 sequence (overlong, surrogate, above U+10FFFF, truncated, stray
/// continuation), or nullptr. Source: RFC 3629 section 4, Unicode table 3-7. Complexity: linear.
constexpr char const* find_invalid_utf8(char const* first, char const* last) noexcept {
    while (first != last) {
        std::size_t const length = detail::sequence_length(first, last);
        if (length == 0) {
            return first;
        }
        first += length;
    }
    return nullptr;
}

/// Returns the first byte below 0x20, which a JSON string must not contain unescaped (RFC 8259 section 7), or nullptr.
constexpr char const* find_control(char const* first, char const* last) noexcept {
    for (; first != last; ++first) {
        if (static_cast<unsigned char>(*first) < 0x20) {
            return first;
        }
    }
    return nullptr;
}

/// Skips bytes that append_json_string copies, eight at a time. It may stop up to seven bytes early.
inline char const* skip_plain(char const* first, char const* last) noexcept {
    auto const is_plain = [](char const* at) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, sizeof word);
        return dynabackup::detail::is_plain(word) && !dynabackup::detail::has_byte(word, 0x7F);
    };
    auto const* at = first;
    while (last - at >= 8) {
        if (!is_plain(at)) return at;
        at += 8;
    }
    return last - first >= 8 && is_plain(last - 8) ? last : at; // the last eight overlap
}

/// Appends the text as a JSON string with quotes, which is valid whatever the text. Writes short escapes where RFC 8259
/// section 7 has them, \u00xx for other control characters and DEL (to which terminals react), and U+FFFD for each byte
/// outside well-formed UTF-8. Copies everything else, including `/`. May allocate in `out`.
inline void append_json_string(std::string& out, std::string_view text) {
    constexpr char const* hex = "0123456789abcdef";
    char const* p = text.data();
    char const* const last = p + text.size();
    char const* copied = p; // up to here
    out += '"';
    while ((p = skip_plain(p, last)) != last) {
        std::size_t const length = detail::sequence_length(p, last);
        auto const c = static_cast<unsigned char>(*p);
        if (length != 0 && c >= 0x20 && c != '"' && c != '\\' && c != 0x7F) {
            p += length;
            continue;
        }
        out.append(copied, static_cast<std::size_t>(p - copied));
        if (length == 0) {
            out += "\xEF\xBF\xBD";
        } else if (c == '"' || c == '\\') {
            out += '\\';
            out += *p;
        } else if (char const* const found = c == 0 ? nullptr : std::strchr("\bb\ff\nn\rr\tt", c)) {
            out += '\\';
            out += found[1];
        } else {
            out += "\\u00";
            out += hex[c >> 4];
            out += hex[c & 0xF];
        }
        copied = ++p; // an escaped character is one byte
    }
    out.append(copied, static_cast<std::size_t>(last - copied));
    out += '"';
}

} // namespace dynabackup::json
