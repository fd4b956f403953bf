#pragma once
/// \file
/// Writes strings as JSON.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/json/text.hpp>
#include <dynabackup/detail/util/eight_bytes.hpp>
#include <dynabackup/detail/util/sixteen_bytes.hpp>
#include <dynabackup/detail/write/buffer.hpp>
#include <dynabackup/model/detail/words.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace dynabackup::detail {

using sixteen = signed_bytes; // bytes that are not ASCII are negative

template <class Bytes>
DYNABACKUP_ALWAYS_INLINE inline Bytes copy_bytes(char* to, char const* from) {
    Bytes bytes;
    std::memcpy(&bytes, from, sizeof bytes);
    std::memcpy(to, &bytes, sizeof bytes);
    return bytes;
}

/// Copies a text. \return Whether each byte is ASCII and needs no escape in a JSON string.
DYNABACKUP_ALWAYS_INLINE inline bool copy_plain(char* to, char const* from, std::size_t size) {
    sixteen found{};
    auto const look = [&found](sixteen bytes) { found |= (bytes < 0x20) | (bytes == '"') | (bytes == '\\'); };
    if (size < 8) {
        std::uint64_t word = 0;
        if (size >= 4) { // two halves that overlap
            copy_bytes<std::uint32_t>(to, from);
            copy_bytes<std::uint32_t>(to + size - 4, from + size - 4);
            word = load_word<std::uint32_t>(from) | std::uint64_t{load_word<std::uint32_t>(from + size - 4)}
                                                        << (8 * size - 32);
        } else {
            for (std::size_t i = 0; i < size; ++i) {
                to[i] = from[i];
                word |= std::uint64_t{static_cast<unsigned char>(from[i])} << (8 * i);
            }
        }
        return is_plain(word | every_byte(' ') << (8 * size));
    }
    if (size < 16) { // two halves that overlap
        std::uint64_t const halves[] = {copy_bytes<std::uint64_t>(to, from),
                                        copy_bytes<std::uint64_t>(to + size - 8, from + size - 8)};
        sixteen bytes;
        std::memcpy(&bytes, halves, sizeof bytes);
        look(bytes);
    } else {
        for (std::size_t i = 0; i + 16 < size; i += 16) look(copy_bytes<sixteen>(to + i, from + i));
        look(copy_bytes<sixteen>(to + size - 16, from + size - 16)); // overlaps them
    }
    std::uint64_t halves[2];
    std::memcpy(halves, &found, sizeof halves);
    return (halves[0] | halves[1]) == 0;
}

/// Writes the inside of a string that needs escapes or is not ASCII. Copies well-formed sequences of UTF-8. Each other
/// byte becomes U+FFFD.
DYNABACKUP_NOINLINE inline void write_any(write_buffer& out, std::string_view text, char const* hex) {
    constexpr std::string_view named = "\"\"\\\\\bb\ff\nn\rr\tt"; // a character and the letter of its escape
    while (!text.empty()) {
        char* p = out.room(6);
        auto const c = static_cast<unsigned char>(text.front());
        auto length = json::detail::sequence_length(text.data(), text.data() + text.size());
        if (length == 0) {
            p = std::copy_n("\xEF\xBF\xBD", 3, p);
            length = 1;
        } else if (c >= 0x20 && c != '"' && c != '\\') {
            p = std::copy_n(text.data(), length, p);
        } else {
            *p++ = '\\';
            auto at = named.find(text.front());
            while (at != named.npos && at % 2 != 0) at = named.find(text.front(), at + 1);
            if (at != named.npos) {
                *p++ = named[at + 1];
            } else {
                p = std::copy_n("u00", 3, p);
                *p++ = hex[c >> 4];
                *p++ = hex[c & 0xF];
            }
        }
        out.end(p);
        text.remove_prefix(length);
    }
}

/// The number of bytes of a string that are copied at once.
inline constexpr std::size_t write_at_once = 1024;

/// Writes a string that is long or needs escapes, as write_string does.
DYNABACKUP_NOINLINE inline void write_long_string(write_buffer& out, std::string_view text, char const* hex) {
    out.put('"');
    while (!text.empty()) {
        std::size_t const size = std::min(text.size(), write_at_once);
        char* const p = out.room(write_at_once);
        if (!copy_plain(p, text.data(), size)) {
            write_any(out, text, hex);
            break;
        }
        out.end(p + size);
        text.remove_prefix(size);
    }
    out.put('"');
}

/// Writes a text as a JSON string with quotes. Escapes `"`, `\` and the control characters below U+0020, in the short
/// form if RFC 8259 has one, otherwise as \u00 and two digits of `hex`. Escapes nothing else, like Jackson and Python's
/// json. \pre p is the end of the buffer, and has room for `write_at_once` bytes and 16 more.
DYNABACKUP_ALWAYS_INLINE inline void write_string(write_buffer& out, char* p, std::string_view text,
                                                  char const* hex) {
    if (text.size() <= write_at_once && copy_plain(p + 1, text.data(), text.size())) [[likely]] {
        *p = p[text.size() + 1] = '"';
        out.end(p + text.size() + 2);
        return;
    }
    out.end(p);
    write_long_string(out, text, hex);
}

inline void write_string(write_buffer& out, std::string_view text, char const* hex) {
    write_string(out, out.room(write_at_once + 16), text, hex);
}

} // namespace dynabackup::detail
