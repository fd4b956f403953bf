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

/// Whether each of eight bytes stands for itself in a JSON string, and is ASCII.
inline bool are_plain(std::uint64_t bytes) {
    constexpr std::uint64_t ones = 0x0101010101010101, tops = 0x80 * ones;
    std::uint64_t const quote = bytes ^ ('"' * ones), backslash = bytes ^ ('\\' * ones);
    // The top bit of a byte is set where something is below its limit, and was not before.
    std::uint64_t const found =
        ((bytes - 0x20 * ones) & ~bytes) | ((quote - ones) & ~quote) | ((backslash - ones) & ~backslash);
    return ((found | bytes) & tops) == 0;
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
        std::size_t done = 0;
        auto const copy_eight = [&] {
            std::uint64_t bytes;
            std::memcpy(&bytes, text.data() + done, 8);
            std::memcpy(p + done, &bytes, 8);
            return are_plain(bytes);
        };
        bool plain = true;
        while (done + 8 <= size && (plain = copy_eight())) done += 8;
        if (plain && done != size) { // what is left overlaps what is done
            std::size_t const before = done;
            done = size - 8;
            plain = copy_eight();
            done = plain ? size : before;
        }
        out.end(p + done);
        text.remove_prefix(done);
        if (!plain) break;
    }
    write_any(out, text, hex);
    out.put('"');
}

} // namespace dynabackup::detail
