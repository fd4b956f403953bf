#pragma once
/// \file
/// Sixteen bytes with operators that act on each of them: the vectors of GCC and Clang, or a class in standard C++.
/// Every 64-bit processor has vectors of this size.

#include <dynabackup/detail/config.hpp>

#include <cstddef>

namespace dynabackup::detail {

#ifdef DYNABACKUP_VECTOR

using unsigned_bytes DYNABACKUP_VECTOR(16) = unsigned char;
using signed_bytes DYNABACKUP_VECTOR(16) = signed char;

#else

template <class Byte>
struct sixteen_bytes {
    Byte at[16];

    constexpr Byte& operator[](std::size_t i) { return at[i]; }
};

using unsigned_bytes = sixteen_bytes<unsigned char>;
using signed_bytes = sixteen_bytes<signed char>;

/// Returns the results of a function for each of sixteen bytes.
template <class Result, class Byte, class Function>
constexpr sixteen_bytes<Result> each_byte(sixteen_bytes<Byte> const& bytes, Function function) {
    sixteen_bytes<Result> results{};
    for (std::size_t i = 0; i < 16; ++i) results.at[i] = static_cast<Result>(function(bytes.at[i], i));
    return results;
}

template <class Byte>
constexpr sixteen_bytes<Byte> operator-(sixteen_bytes<Byte> const& a, int b) {
    return each_byte<Byte>(a, [b](Byte x, std::size_t) { return x - b; });
}
template <class Byte>
constexpr sixteen_bytes<Byte> operator|(sixteen_bytes<Byte> const& a, int b) {
    return each_byte<Byte>(a, [b](Byte x, std::size_t) { return x | b; });
}
template <class Byte>
constexpr sixteen_bytes<Byte> operator|(sixteen_bytes<Byte> const& a, sixteen_bytes<Byte> const& b) {
    return each_byte<Byte>(a, [&b](Byte x, std::size_t i) { return x | b.at[i]; });
}
template <class Byte>
constexpr sixteen_bytes<Byte> operator&(sixteen_bytes<Byte> const& a, sixteen_bytes<Byte> const& b) {
    return each_byte<Byte>(a, [&b](Byte x, std::size_t i) { return x & b.at[i]; });
}
template <class Byte>
constexpr sixteen_bytes<Byte> operator~(sixteen_bytes<Byte> const& a) {
    return each_byte<Byte>(a, [](Byte x, std::size_t) { return ~x; });
}
template <class Byte>
constexpr sixteen_bytes<Byte>& operator|=(sixteen_bytes<Byte>& a, sixteen_bytes<Byte> const& b) {
    return a = a | b;
}
template <class Byte>
constexpr sixteen_bytes<Byte>& operator&=(sixteen_bytes<Byte>& a, sixteen_bytes<Byte> const& b) {
    return a = a & b;
}

/// A comparison gives -1 where it is true, and 0 elsewhere.
template <class Byte>
constexpr signed_bytes operator<=(sixteen_bytes<Byte> const& a, int b) {
    return each_byte<signed char>(a, [b](Byte x, std::size_t) { return x <= b ? -1 : 0; });
}
template <class Byte>
constexpr signed_bytes operator<(sixteen_bytes<Byte> const& a, int b) {
    return each_byte<signed char>(a, [b](Byte x, std::size_t) { return x < b ? -1 : 0; });
}
template <class Byte>
constexpr signed_bytes operator==(sixteen_bytes<Byte> const& a, int b) {
    return each_byte<signed char>(a, [b](Byte x, std::size_t) { return x == b ? -1 : 0; });
}
template <class Byte>
constexpr signed_bytes operator!=(sixteen_bytes<Byte> const& a, int b) {
    return ~(a == b);
}

#endif

} // namespace dynabackup::detail
