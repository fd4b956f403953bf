#pragma once
/// \file
/// Writes strings of JSON text.

#include <dynabackup/json/text.hpp>
#include <dynabackup/write/buffer.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace dynabackup::detail {

/// A vector of the compilers; every processor with 64 bits has those of this size.
using sixteen [[gnu::vector_size(16)]] = signed char;

template <class Bytes>
[[gnu::always_inline]] inline Bytes copy_bytes(char* to, char const* from) {
    Bytes bytes;
    std::memcpy(&bytes, from, sizeof bytes);
    std::memcpy(to, &bytes, sizeof bytes);
    return bytes;
}

/// Copies 8 to `at_once` bytes. \return Whether each of them stands for itself in a JSON string, and is ASCII.
[[gnu::always_inline]] inline bool copy_plain(char* to, char const* from, std::size_t size) {
    sixteen found{};
    auto const look = [&found](sixteen bytes) { // what is not ASCII is negative
        found |= (bytes < 0x20) | (bytes == '"') | (bytes == '\\');
    };
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

/// Writes the inside of a string that has something to escape or is not ASCII. Sequences of UTF-8 are copied;
/// each byte that belongs to none becomes U+FFFD.
[[gnu::noinline]] inline void write_any(write_buffer& out, std::string_view text, char const* hex) {
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

/// Writes a text as a JSON string with quotes: `"`, `\` and the controls below U+0020 are escaped, in the short form
/// where RFC 8259 has one, else as \u00 and two digits of `hex`. Nothing else is, as neither Jackson nor Python's
/// json do.
inline void write_string(write_buffer& out, std::string_view text, char const* hex) {
    constexpr std::size_t at_once = 1024;
    out.put('"');
    while (text.size() >= 8) {
        std::size_t const size = std::min(text.size(), at_once);
        char* const p = out.room(size);
        if (!copy_plain(p, text.data(), size)) [[unlikely]]
            break;
        out.end(p + size);
        text.remove_prefix(size);
    }
    if (!text.empty()) write_any(out, text, hex);
    out.put('"');
}

} // namespace dynabackup::detail
