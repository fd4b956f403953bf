#pragma once
/// \file
/// Eight bytes of a text in one word, looked at together.

#include <cstdint>

namespace dynabackup::detail {

/// A word each of whose bytes is that one.
constexpr std::uint64_t every_byte(unsigned char c) { return std::uint64_t{0x0101010101010101} * c; }

/// Has the highest bit of a byte set if that byte is below c, up to 0x80, and the word is ASCII. A byte above such a one may be
/// marked, too.
constexpr std::uint64_t bytes_below(std::uint64_t word, unsigned char c) {
    return (word - every_byte(c)) & ~word;
}

/// Whether one of them is that byte, if they are ASCII.
constexpr bool has_byte(std::uint64_t word, unsigned char c) {
    return (bytes_below(word ^ every_byte(c), 1) & every_byte(0x80)) != 0;
}

/// Whether each of them is ASCII and stands for itself in a JSON string.
constexpr bool is_plain(std::uint64_t word) {
    std::uint64_t const found = word | bytes_below(word, 0x20) | bytes_below(word ^ every_byte('"'), 1) |
                                bytes_below(word ^ every_byte('\\'), 1);
    return (found & every_byte(0x80)) == 0;
}

} // namespace dynabackup::detail
