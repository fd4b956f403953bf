#pragma once
/// \file
/// Builds the text of a message.

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

} // namespace detail

/// The parts, one after the other: text, characters, whole numbers.
template <class... Parts>
std::string concat(Parts const&... parts) {
    std::string out;
    (detail::append(out, parts), ...);
    return out;
}

} // namespace dynabackup
