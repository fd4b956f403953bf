#pragma once
/// \file
/// What characters a text is made of, sixteen at a time: every name and ARN in gigabytes of backups is looked at.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace dynabackup::characters {

/// Sixteen bytes; operators act on each of them. A comparison gives -1 where it holds, and 0 elsewhere.
using block [[gnu::vector_size(16)]] = unsigned char;
using mask [[gnu::vector_size(16)]] = signed char;

/// The bytes from there on, as a word or a block.
template <class Word>
Word word(char const* bytes) {
    Word w;
    std::memcpy(&w, bytes, sizeof w);
    return w;
}

inline mask between(block b, unsigned char low, unsigned char high) {
    return b - low <= static_cast<unsigned char>(high - low);
}

inline bool all(mask m) {
    std::uint64_t words[2];
    std::memcpy(words, &m, sizeof words);
    return (words[0] & words[1]) == ~std::uint64_t{0};
}

// ---- kinds of characters ----

inline mask digits(block b) { return between(b, '0', '9'); }

/// Digits, `a` to `f`.
inline mask hex(block b) { return digits(b) | between(b, 'a', 'f'); }

/// The same, or `A` to `F`.
inline mask any_hex(block b) { return digits(b) | between(b | 0x20, 'a', 'f'); }

/// Digits, `a` to `z`, `-`.
inline mask lower(block b) { return digits(b) | between(b, 'a', 'z') | (b == '-'); }

/// ASCII letters, digits, `_`, `.`, `-`.
inline mask name(block b) {
    auto const dash_to_nine = between(b, '-', '9') & (b != '/'); // in ASCII, `-./` precede the digits
    return between(b | 0x20, 'a', 'z') | dash_to_nine | (b == '_');
}

/// The bytes of a text of 1 to 16, and some of them once more.
[[gnu::always_inline]] inline block load(std::string_view text) {
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

/// Whether a text is not empty and all of it is of that kind.
template <mask (*Kind)(block)>
[[gnu::always_inline]] inline bool consists_of(std::string_view text) {
    std::size_t const n = text.size();
    if (n == 0) return false;
    if (n <= 16) return all(Kind(load(text)));
    mask m = Kind(word<block>(text.data() + n - 16)); // the last sixteen may overlap those before
    for (std::size_t i = 0; i + 16 < n; i += 16) m &= Kind(word<block>(text.data() + i));
    return all(m);
}

/// Whether a text is a UUID: hexadecimal digits, as a rule in lower case, in groups of 8-4-4-4-12.
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

/// Copies a text.
[[gnu::always_inline]] inline void copy(char* to, std::string_view text) {
    char const* const from = text.data();
    std::size_t const n = text.size();
    if (n > 128) {
        std::memcpy(to, from, n);
    } else if (n >= 16) {
        auto const last = word<block>(from + n - 16); // overlaps those before
        for (std::size_t i = 0; i + 16 < n; i += 16) std::memcpy(to + i, from + i, 16);
        std::memcpy(to + n - 16, &last, 16);
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
