#pragma once
/// \file
/// Texts as words: how names of members and enumerators are hashed, in constant expressions and while reading.

#include <dynabackup/detail/config.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace dynabackup::detail {

/// Returns the eight or four bytes at `p`; the first is the lowest.
template <class Word>
DYNABACKUP_ALWAYS_INLINE constexpr Word load_word(char const* bytes) {
    Word word = 0;
    if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) {
        std::memcpy(&word, bytes, sizeof word);
        return word;
    }
    for (std::size_t i = 0; i < sizeof word; ++i)
        word |= static_cast<Word>(static_cast<Word>(static_cast<unsigned char>(bytes[i])) << (8 * i));
    return word;
}

/// The first and last bytes of a text, which overlap if it has less than sixteen.
struct text_ends {
    std::uint64_t first = 0, last = 0;

    DYNABACKUP_ALWAYS_INLINE constexpr text_ends(char const* text, std::size_t size) {
        if (size >= 8) {
            first = load_word<std::uint64_t>(text);
            last = load_word<std::uint64_t>(text + size - 8);
        } else if (size >= 4) {
            first = load_word<std::uint32_t>(text);
            last = load_word<std::uint32_t>(text + size - 4);
        } else {
            for (std::size_t i = 0; i < size; ++i) first = first << 8 | static_cast<unsigned char>(text[i]);
        }
    }
};

/// Returns the highest bits of the product, which depend on all bytes of both ends.
DYNABACKUP_ALWAYS_INLINE constexpr std::size_t hash_of(char const* text, std::size_t size) {
    text_ends const ends(text, size);
    return static_cast<std::size_t>(
        ((ends.first + (ends.last ^ size) * 0x9E3779B97F4A7C15) * 0xD6E8FEB86659FD93) >> 40);
}

/// Returns the number of slots of a hash table for a number of names. At least half of the slots stay free.
constexpr std::size_t slot_count(std::size_t names) {
    std::size_t slots = 8;
    while (slots < 2 * names) slots *= 2;
    return slots;
}

/// Whether two texts of equal size are equal. Calls no function for names of up to 32 bytes.
DYNABACKUP_ALWAYS_INLINE inline bool same_text(char const* a, char const* b, std::size_t size) {
    if (size > 32) return std::memcmp(a, b, size) == 0;
    if (size >= 16) {
        auto const differ = [&](std::size_t i) {
            return load_word<std::uint64_t>(a + i) ^ load_word<std::uint64_t>(b + i);
        };
        return (differ(0) | differ(8) | differ(size - 16) | differ(size - 8)) == 0;
    }
    text_ends const x(a, size), y(b, size);
    return x.first == y.first && x.last == y.last;
}

} // namespace dynabackup::detail
