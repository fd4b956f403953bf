#pragma once
/// \file
/// A number that identifies texts.

#include <cstdint>
#include <string_view>

namespace dynabackup::testing {

/// Returns the hash FNV-1a of 64 bits.
class fingerprint {
public:
    void add(std::string_view text) {
        for (char const c : text) value_ = (value_ ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    }
    std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 0xCBF29CE484222325;
};

} // namespace dynabackup::testing
