#pragma once
/// \file
/// Reads decimal digits, up to sixteen at once, without a loop. Reads no byte outside them unless stated.

#include <dynabackup/detail/config.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace dynabackup::json::detail {

DYNABACKUP_ALWAYS_INLINE constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

DYNABACKUP_ALWAYS_INLINE constexpr unsigned digit_value(char c) noexcept {
    return static_cast<unsigned>(c - '0');
}

/// Returns the bytes at p as a word whose lowest byte is the first one, on every machine.
template <class Word>
constexpr Word load_little(char const* p) noexcept {
    Word word = 0;
    if (std::endian::native == std::endian::little && !std::is_constant_evaluated()) {
        std::memcpy(&word, p, sizeof word);
    } else {
        for (std::size_t i = 0; i != sizeof word; ++i) {
            word |= static_cast<Word>(Word{static_cast<unsigned char>(p[i])} << (8 * i));
        }
    }
    return word;
}

/// Subtracts '0' from each byte of a word, which makes digits 0 to 9.
DYNABACKUP_ALWAYS_INLINE constexpr std::uint64_t strip_digits(std::uint64_t word) noexcept {
    return word ^ 0x3030303030303030;
}

/// Returns 0 if every byte of a stripped word is 0 to 9. Otherwise the lowest bit that is set is in the first byte that
/// is not.
DYNABACKUP_ALWAYS_INLINE constexpr std::uint64_t other_than_digits(std::uint64_t stripped) noexcept {
    return ((stripped + 0x7676767676767676) | stripped) & 0x8080808080808080;
}

constexpr bool are_digits(std::uint64_t stripped) noexcept { return other_than_digits(stripped) == 0; }

/// Returns the number that eight stripped digits spell. The lowest byte is the most significant digit.
DYNABACKUP_ALWAYS_INLINE constexpr std::uint64_t join_digits(std::uint64_t stripped) noexcept {
    stripped = (stripped * (1 + (10 << 8))) >> 8;
    stripped = ((stripped & 0x00FF00FF00FF00FF) * (1 + (100 << 16))) >> 16;
    return ((stripped & 0x0000FFFF0000FFFF) * (1 + (std::uint64_t{10'000} << 32))) >> 32;
}

inline constexpr std::uint64_t powers_of_ten[] = {1,
                                                  10,
                                                  100,
                                                  1'000,
                                                  10'000,
                                                  100'000,
                                                  1'000'000,
                                                  10'000'000,
                                                  100'000'000,
                                                  1'000'000'000,
                                                  10'000'000'000,
                                                  100'000'000'000,
                                                  1'000'000'000'000,
                                                  10'000'000'000'000,
                                                  100'000'000'000'000,
                                                  1'000'000'000'000'000,
                                                  10'000'000'000'000'000,
                                                  100'000'000'000'000'000,
                                                  1'000'000'000'000'000'000,
                                                  10'000'000'000'000'000'000U};

/// Reads the number that the `count` bytes at p spell. Returns false unless all are digits. \pre 8 <= count <= 16. Uses
/// two overlapping loads, so no branch depends on `count`, and no byte outside is read.
DYNABACKUP_ALWAYS_INLINE constexpr bool read_long_digits(char const* p, std::size_t count,
                                                         std::uint64_t& out) noexcept {
    std::uint64_t const head = strip_digits(load_little<std::uint64_t>(p));
    std::uint64_t const back = strip_digits(load_little<std::uint64_t>(p + count - 8));
    auto const own = static_cast<unsigned>(count - 8); // bytes of `back` that are not in `head`
    std::uint64_t const tail = own == 0 ? 0 : back >> (64 - 8 * own) << (64 - 8 * own);
    out = join_digits(head) * powers_of_ten[own] + join_digits(tail);
    return are_digits(head) && are_digits(back);
}

/// Does as read_long_digits for 1 <= count <= 7.
constexpr bool read_short_digits(char const* p, std::size_t count, std::uint64_t& out) noexcept {
    std::uint64_t text = 0; // the bytes again in the low bytes; overlapping loads agree
    if (count >= 4) {
        std::uint64_t const back = load_little<std::uint32_t>(p + count - 4);
        text = load_little<std::uint32_t>(p) | back << (8 * (count - 4));
    } else {
        std::size_t const places[] = {0, count / 2, count - 1};
        for (std::size_t const i : places) {
            text |= std::uint64_t{static_cast<unsigned char>(p[i])} << (8 * i);
        }
    }
    std::uint64_t const stripped = strip_digits(text) << (64 - 8 * count);
    out = join_digits(stripped);
    return are_digits(stripped);
}

/// Does as read_long_digits for 1 <= count <= 16.
constexpr bool read_digits(char const* p, std::size_t count, std::uint64_t& out) noexcept {
    return count < 8 ? read_short_digits(p, count, out) : read_long_digits(p, count, out);
}

/// Reads the number that the digits at p spell, at most sixteen. \return The end of the digits.
/// \pre Sixteen bytes at p can be read.
DYNABACKUP_ALWAYS_INLINE inline char const* read_leading_digits(char const* p, std::uint64_t& out) noexcept {
    auto const first = strip_digits(load_little<std::uint64_t>(p));
    if (auto const other = other_than_digits(first); other != 0) [[likely]] {
        auto const count = static_cast<unsigned>(std::countr_zero(other)) / 8;
        out = count == 0 ? 0 : join_digits(first << (64 - 8 * count));
        return p + count;
    }
    auto const second = strip_digits(load_little<std::uint64_t>(p + 8));
    auto const other = other_than_digits(second);
    auto const count = other == 0 ? 8U : static_cast<unsigned>(std::countr_zero(other)) / 8;
    auto const rest = count == 0 ? 0 : join_digits(second << (64 - 8 * count));
    out = join_digits(first) * powers_of_ten[count] + rest;
    return p + 8 + count;
}

} // namespace dynabackup::json::detail
