#pragma once
/// \file
/// Numbers and texts that look random, and are the same in every run.

#include <cstddef>
#include <cstdint>
#include <string>

namespace bench {

class random_source {
public:
    /// Returns a number less than `bound`. Uses George Marsaglia's xorshift64.
    std::uint64_t below(std::uint64_t bound) {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return state_ % bound;
    }

    bool one_in(std::uint64_t n) { return below(n) == 0; }

    std::string hex(std::size_t digits) {
        std::string text;
        while (text.size() < digits) text += "0123456789abcdef"[below(16)];
        return text;
    }

    std::string uuid() { return hex(8) + '-' + hex(4) + '-' + hex(4) + '-' + hex(4) + '-' + hex(12); }

    std::string digits(std::size_t n) {
        std::string text;
        while (text.size() < n) text += static_cast<char>('0' + below(10));
        return text;
    }

private:
    std::uint64_t state_ = 88172645463325252;
};

/// A number with leading zeros.
inline std::string padded(std::uint64_t number, std::size_t digits) {
    auto text = std::to_string(number);
    return std::string(text.size() < digits ? digits - text.size() : 0, '0') + text;
}

} // namespace bench
