#pragma once
/// \file
/// Compares a few bytes with a constant by a few loads, where memcmp would be a call.

#include <dynabackup/detail/config.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace dynabackup::json {

/// Whether N bytes at two places are equal.
template <std::size_t N>
DYNABACKUP_ALWAYS_INLINE inline bool same_bytes(char const* a, char const* b) {
    auto differ = []<class Word>(Word, char const* p, char const* q) {
        Word x, y;
        std::memcpy(&x, p, sizeof x);
        std::memcpy(&y, q, sizeof y);
        return static_cast<std::uint64_t>(x ^ y);
    };
    if constexpr (N >= 8) {
        std::uint64_t x = 0;
        for (std::size_t i = 0; i + 8 <= N; i += 8) x |= differ(std::uint64_t{}, a + i, b + i);
        return (x | differ(std::uint64_t{}, a + N - 8, b + N - 8)) == 0; // the last eight overlap
    } else if constexpr (N >= 4) {
        return (differ(std::uint32_t{}, a, b) | differ(std::uint32_t{}, a + N - 4, b + N - 4)) == 0;
    } else {
        return std::memcmp(a, b, N) == 0;
    }
}

} // namespace dynabackup::json
