#pragma once
/// \file
/// Joins texts: messages at run time, constants at compile time.

#include <array>
#include <charconv>
#include <concepts>
#include <string>
#include <string_view>

namespace dynabackup {

namespace detail {

inline void append(std::string& out, std::string_view text) { out += text; }
inline void append(std::string& out, char c) { out += c; }
template <std::integral N>
void append(std::string& out, N number) {
    char digits[24];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

template <std::string_view const&... Parts>
inline constexpr auto joined_text = [] {
    std::array<char, (Parts.size() + ... + 0)> all{};
    [[maybe_unused]] auto* at = all.data();
    [[maybe_unused]] auto const append = [&](std::string_view part) {
        for (char c : part) *at++ = c;
    };
    (append(Parts), ...);
    return all;
}();

} // namespace detail

/// Returns the concatenation of the parts: texts, characters, integers.
template <class... Parts>
std::string concat(Parts const&... parts) {
    std::string out;
    (detail::append(out, parts), ...);
    return out;
}

/// The concatenation of constants: for long texts that differ in a part.
template <std::string_view const&... Parts>
inline constexpr std::string_view joined{detail::joined_text<Parts...>.data(),
                                         detail::joined_text<Parts...>.size()};

} // namespace dynabackup
