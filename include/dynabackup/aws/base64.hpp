#pragma once
/// \file
/// Base64 with padding (RFC 4648 section 4), as AWS JSON carries binary values.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::aws {

namespace detail {

inline constexpr std::string_view base64_digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The value of each byte; 64 if it is not in the alphabet.
inline constexpr auto base64_values = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(64);
    for (std::size_t i = 0; i < base64_digits.size(); ++i)
        values[static_cast<unsigned char>(base64_digits[i])] = static_cast<std::uint8_t>(i);
    return values;
}();

/// The number of characters of padding. \pre The text's size is a multiple of four.
constexpr std::size_t base64_padding(std::string_view text) {
    if (text.empty() || text.back() != '=') return 0;
    return text[text.size() - 2] == '=' ? 2 : 1;
}

} // namespace detail

/// Whether a text is base64: groups of four characters of the alphabet, the last group padded with `=`. Line breaks,
/// other alphabets and missing padding are invalid.
constexpr bool is_base64(std::string_view text) {
    if (text.size() % 4 != 0) return false;
    text.remove_suffix(detail::base64_padding(text));
    unsigned all = 0;
    for (char const c : text) all |= detail::base64_values[static_cast<unsigned char>(c)];
    return all < 64;
}

/// The number of bytes that a text encodes. \pre is_base64(text)
constexpr std::size_t base64_bytes(std::string_view text) {
    return text.size() / 4 * 3 - detail::base64_padding(text);
}

/// Decodes a text; returns nothing if it is not base64.
inline std::optional<std::vector<std::byte>> from_base64(std::string_view text) {
    if (!is_base64(text)) return std::nullopt;
    std::vector<std::byte> bytes;
    bytes.reserve(base64_bytes(text));
    std::uint32_t group = 0;
    int bits = 0;
    for (char const c : text) {
        if (c == '=') break;
        group = group << 6 | detail::base64_values[static_cast<unsigned char>(c)];
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        bytes.push_back(static_cast<std::byte>(group >> bits & 0xFF));
    }
    return bytes;
}

/// Encodes bytes.
inline std::string to_base64(std::span<std::byte const> bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::size_t const n = bytes.size() - i < 3 ? bytes.size() - i : 3;
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8 | (k < n ? std::to_integer<std::uint32_t>(bytes[i + k]) : 0);
        for (std::size_t k = 0; k < 4; ++k)
            text += k <= n ? detail::base64_digits[group >> (18 - 6 * k) & 63] : '=';
    }
    return text;
}

} // namespace dynabackup::aws
