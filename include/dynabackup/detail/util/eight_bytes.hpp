#pragma once
/// \file
/// Examines eight bytes of a text at once, in one word.

#include <cstdint>

namespace dynabackup::detail {

/// Returns a word of eight equal bytes.
constexpr std::uint64_t every_byte(unsigned char c) { return std::uint64_t{0x0101010101010101} * c; }

/// Returns a word in which the highest bit of each byte below c is set. The next higher byte may be marked, too. \pre c
/// <= 0x80, and the word is ASCII.
constexpr std::uint64_t bytes_below(std::uint64_t word, unsigned char c) {
    return (word - every_byte(c)) & ~word;
}

/// Whether one of the bytes is c. \pre The word is ASCII.
constexpr bool has_byte(std::uint64_t word, unsigned char c) {
    return (bytes_below(word ^ every_byte(c), 1) & every_byte(0x80)) != 0;
}

/// Whether each byte is ASCII and needs no escape in a JSON string.
constexpr bool is_plain(std::uint64_t word) {
    std::uint64_t const found = word | bytes_below(word, 0x20) | bytes_below(word ^ every_byte('"'), 1) |
                                bytes_below(word ^ every_byte('\\'), 1);
    return (found & every_byte(0x80)) == 0;
}

} // namespace dynabackup::detail
