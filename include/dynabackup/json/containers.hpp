#pragma once
/// \file
/// Objects and lists by their brackets only: where they end, and which are open at a token.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dynabackup::json {

/// How a token changes the depth: only brackets and braces have these bits.
constexpr bool opens(char c) { return (c | 0x20) == '{'; }
constexpr bool closes(char c) { return (c | 0x20) == '}'; }

/// The token behind a value.
inline std::uint32_t const* behind_value(std::string_view text, std::uint32_t const* value) {
    if (!opens(text[*value++])) return value;
    for (std::size_t depth = 1; depth != 0 && *value < text.size(); ++value) {
        char const c = text[*value];
        depth += opens(c);
        depth -= closes(c);
    }
    return value;
}

/// The containers that are open at a token. Where a value is broken, or has no end, so is every container
/// around that place. Reading goes on inside them, so without this memory a text of brackets would be walked over
/// once for each.
class open_containers {
public:
    bool contains(std::uint32_t const* token) const {
        return !tokens_.empty() && token >= first_ &&
               std::binary_search(tokens_.begin(), tokens_.end(), static_cast<std::uint32_t>(token - first_));
    }

    /// Takes those of [first, end) that are open at `end`.
    void assign(std::string_view text, std::uint32_t const* first, std::uint32_t const* end) {
        tokens_.clear();
        first_ = first;
        for (auto const* token = first; token != end; ++token) {
            if (opens(text[*token])) tokens_.push_back(static_cast<std::uint32_t>(token - first));
            else if (closes(text[*token]) && !tokens_.empty()) tokens_.pop_back();
        }
    }

private:
    std::uint32_t const* first_ = nullptr;
    std::vector<std::uint32_t> tokens_; ///< counted from that one, ascending
};

} // namespace dynabackup::json
