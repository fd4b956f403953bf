#pragma once
/// \file
/// Pseudorandom numbers that are the same on every machine, with every compiler and standard library.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dynabackup::testing::detail {

/// The generator SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014). It has its own
/// distributions, because those of the standard library differ between implementations. Not for secrets.
class random_source {
public:
    constexpr explicit random_source(std::uint64_t seed) : state_(seed) {}

    /// Returns 64 random bits.
    constexpr std::uint64_t next() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// Returns a number less than `bound`. The bias is below bound / 2^32. \pre 1 <= bound < 2^32
    constexpr std::size_t below(std::size_t bound) {
        return static_cast<std::size_t>((next() >> 32) * bound >> 32);
    }

    /// Returns true once in n calls, on average.
    constexpr bool one_in(std::size_t n) { return below(n) == 0; }

    /// Returns a number from `low` to `high`, both included.
    constexpr std::int64_t between(std::int64_t low, std::int64_t high) {
        auto const range = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
        auto const drawn = range == 0 ? next() : next() % range;
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + drawn);
    }

    /// Returns a number from `low` to `high`, both included. Each order of magnitude is equally likely.
    /// \pre 0 <= low <= high
    constexpr std::int64_t log_between(std::int64_t low, std::int64_t high) {
        auto const width = [](std::int64_t n) {
            return static_cast<std::int64_t>(std::bit_width(static_cast<std::uint64_t>(n)));
        };
        auto const bits = between(width(low), width(high));
        std::int64_t const least = bits == 0 ? 0 : std::int64_t{1} << (bits - 1);
        std::int64_t const most = bits == 0 ? 0 : least - 1 + least;
        return between(least < low ? low : least, most > high ? high : most);
    }

    /// Returns a number of `low` to `high` bits. Its logarithm is approximately normally distributed: numbers of a
    /// medium length are the most likely. \pre 1 <= low <= high <= 62
    constexpr std::int64_t log_normal(std::int64_t low, std::int64_t high) {
        constexpr std::int64_t draws = 4; // the sum of some equal distributions
        std::int64_t bits = 0;
        for (std::int64_t i = 0; i < draws; ++i) bits += between(low, high);
        std::int64_t const least = std::int64_t{1} << (bits / draws - 1);
        return between(least, 2 * least - 1);
    }

    /// Returns an element of a list. \pre It is not empty.
    template <class List>
    constexpr auto const& pick(List const& list) {
        return list[below(list.size())];
    }

private:
    std::uint64_t state_;
};

/// Returns the seed of part `index` of the values that a seed generates. The seeds of two parts are unrelated.
constexpr std::uint64_t seed_of_part(std::uint64_t seed, std::uint64_t index) {
    return random_source(random_source(seed).next() ^ (index * 0xD1342543DE82EF95)).next();
}

/// Appends lower-case hexadecimal digits. \pre digits <= 16
inline void append_hex(std::string& out, random_source& random, std::size_t digits) {
    char text[16];
    auto bits = random.next();
    for (char& c : text) {
        c = "0123456789abcdef"[bits & 15];
        bits >>= 4;
    }
    out.append(text, digits);
}

/// Appends a UUID in lower case.
inline void append_uuid(std::string& out, random_source& random) {
    auto const first = out.size();
    append_hex(out, random, 16);
    append_hex(out, random, 16);
    for (std::size_t const at : {8U, 13U, 18U, 23U}) out.insert(first + at, 1, '-');
}

/// Appends a number, padded with zeros to that many digits.
inline void append_number(std::string& out, std::uint64_t number, std::size_t digits = 1) {
    char text[20];
    std::size_t n = 0;
    do {
        text[sizeof text - ++n] = static_cast<char>('0' + number % 10);
        number /= 10;
    } while (number != 0 || n < digits);
    out.append(text + sizeof text - n, n);
}

} // namespace dynabackup::testing::detail
