#pragma once
/// \file
/// Classifies the characters of a text, sixteen at a time: every name and ARN in gigabytes of backups is examined.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/util/sixteen_bytes.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace dynabackup::characters {

/// Sixteen bytes; operators act on each of them. A comparison gives -1 where it is true, and 0 elsewhere.
using block = detail::unsigned_bytes;
using mask = detail::signed_bytes;

/// Returns the bytes from p on, as a word or a block.
template <class Word>
Word word(char const* bytes) {
    Word w;
    std::memcpy(&w, bytes, sizeof w);
    return w;
}

DYNABACKUP_ALWAYS_INLINE inline mask between(block b, unsigned char low, unsigned char high) {
    return b - low <= static_cast<unsigned char>(high - low);
}

DYNABACKUP_ALWAYS_INLINE inline bool all(mask m) {
    std::uint64_t words[2];
    std::memcpy(words, &m, sizeof words);
    return (words[0] & words[1]) == ~std::uint64_t{0};
}

// ---- kinds of characters ----

DYNABACKUP_ALWAYS_INLINE inline mask digits(block b) { return between(b, '0', '9'); }

/// Digits, `a` to `f`.
DYNABACKUP_ALWAYS_INLINE inline mask hex(block b) { return digits(b) | between(b, 'a', 'f'); }

/// Digits, `a` to `f`, `A` to `F`.
DYNABACKUP_ALWAYS_INLINE inline mask any_hex(block b) { return digits(b) | between(b | 0x20, 'a', 'f'); }

/// Digits, `a` to `z`, `-`.
DYNABACKUP_ALWAYS_INLINE inline mask lower(block b) { return digits(b) | between(b, 'a', 'z') | (b == '-'); }

/// ASCII letters, digits, `_`, `.`, `-`.
DYNABACKUP_ALWAYS_INLINE inline mask name(block b) {
    auto const dash_to_nine = between(b, '-', '9') & (b != '/'); // in ASCII, `-./` precede the digits
    return between(b | 0x20, 'a', 'z') | dash_to_nine | (b == '_');
}

/// Returns the bytes of a text of 1 to 16 bytes, some of them repeated.
DYNABACKUP_ALWAYS_INLINE inline block load(std::string_view text) {
    char const* const p = text.data();
    std::size_t const n = text.size();
    block b;
    if (n >= 8) {
        std::uint64_t const ends[] = {word<std::uint64_t>(p), word<std::uint64_t>(p + n - 8)};
        std::memcpy(&b, ends, sizeof b);
    } else if (n >= 4) {
        auto const first = word<std::uint32_t>(p), last = word<std::uint32_t>(p + n - 4);
        std::uint32_t const ends[] = {first, last, first, last};
        std::memcpy(&b, ends, sizeof b);
    } else {
        std::memset(&b, p[0], sizeof b);
        b[1] = static_cast<unsigned char>(p[n / 2]);
        b[2] = static_cast<unsigned char>(p[n - 1]);
    }
    return b;
}

/// Whether a text is not empty, and all its characters are of a kind.
template <mask (*Kind)(block)>
DYNABACKUP_ALWAYS_INLINE inline bool consists_of(std::string_view text) {
    std::size_t const n = text.size();
    if (n == 0) return false;
    if (n <= 16) return all(Kind(load(text)));
    mask m = Kind(word<block>(text.data() + n - 16)); // the last sixteen may overlap earlier ones
    for (std::size_t i = 0; i + 16 < n; i += 16) m &= Kind(word<block>(text.data() + i));
    return all(m);
}

/// Whether a text is a UUID: hexadecimal digits, in lower case by default, in groups of 8-4-4-4-12.
template <mask (*Digits)(block) = hex>
bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    constexpr mask yes8_13{0, 0, 0, 0, 0, 0, 0, 0, -1, 0, 0, 0, 0, -1, 0, 0},
        yes2_7{0, 0, -1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0},
        yes3{0, 0, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    auto fits = [p = text.data()](std::size_t at, mask dashes) {
        auto const b = word<block>(p + at);
        return (Digits(b) & ~dashes) | ((b == '-') & dashes);
    };
    return all(fits(0, yes8_13) & fits(16, yes2_7) & fits(20, yes3));
}

/// Copies a text of 16 to 128 bytes by overlapping blocks. There is no loop, since its number of rounds would vary from
/// text to text and be mispredicted.
DYNABACKUP_ALWAYS_INLINE inline void copy_blocks(char* to, char const* from, std::size_t n) {
    auto const get = [from](std::size_t i) { return word<block>(from + i); };
    auto const put = [to](std::size_t i, block b) { std::memcpy(to + i, &b, sizeof b); };
    auto const first = get(0), last = get(n - 16);
    if (n > 32) {
        auto const second = get(16), before_last = get(n - 32);
        if (n > 64) {
            auto const third = get(32), fourth = get(48), a = get(n - 64), b = get(n - 48);
            put(32, third);
            put(48, fourth);
            put(n - 64, a);
            put(n - 48, b);
        }
        put(16, second);
        put(n - 32, before_last);
    }
    put(0, first);
    put(n - 16, last);
}

/// Copies a text.
DYNABACKUP_ALWAYS_INLINE inline void copy(char* to, std::string_view text) {
    char const* const from = text.data();
    std::size_t const n = text.size();
    if (n > 128) {
        std::memcpy(to, from, n);
    } else if (n >= 16) {
        copy_blocks(to, from, n);
    } else if (n >= 8) {
        std::uint64_t const ends[] = {word<std::uint64_t>(from), word<std::uint64_t>(from + n - 8)};
        std::memcpy(to, &ends[0], 8);
        std::memcpy(to + n - 8, &ends[1], 8);
    } else if (n >= 4) {
        std::uint32_t const ends[] = {word<std::uint32_t>(from), word<std::uint32_t>(from + n - 4)};
        std::memcpy(to, &ends[0], 4);
        std::memcpy(to + n - 4, &ends[1], 4);
    } else if (n != 0) {
        char const middle = from[n / 2], last = from[n - 1];
        to[0] = from[0];
        to[n / 2] = middle;
        to[n - 1] = last;
    }
}

} // namespace dynabackup::characters
