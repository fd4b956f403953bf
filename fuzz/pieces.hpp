#pragma once
/// \file
/// A text that is read in pieces.

#include <dynabackup/dump/source.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace fuzz {

/// Gives at most `size` bytes of a text at once.
struct pieces final : dynabackup::byte_source {
    pieces(std::string_view text, std::size_t size) : rest(text), most(size) {}
    std::size_t read(char* to, std::size_t size, std::string&) override {
        auto const n = rest.copy(to, std::min(size, most));
        rest.remove_prefix(n);
        return n;
    }
    std::string_view rest;
    std::size_t most;
};

} // namespace fuzz
