#pragma once
/// \file
/// Finds the ends of objects and lists by their brackets only, and the containers that are open at a token.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dynabackup::json {

/// Whether a token opens or closes a container: only brackets and braces have these bits.
constexpr bool opens(char c) { return (c | 0x20) == '{'; }
constexpr bool closes(char c) { return (c | 0x20) == '}'; }

/// Returns the token after a value.
inline std::uint32_t const* behind_value(std::string_view text, std::uint32_t const* value) {
    if (!opens(text[*value++])) return value;
    for (std::size_t depth = 1; depth != 0 && *value < text.size(); ++value) {
        char const c = text[*value];
        depth += opens(c);
        depth -= closes(c);
    }
    return value;
}

/// The containers that are open at a token. If a value is invalid, or has no end, so is every container around it.
/// Reading continues inside these containers. Without this memory, a text of brackets would be walked over once for
/// each bracket. Memory: one bit per token.
class open_containers {
public:
    bool contains(std::uint32_t const* token) const {
        if (open_.empty() || token < first_) return false;
        auto const i = static_cast<std::size_t>(token - first_);
        return i < open_.size() && open_[i];
    }

    /// Assigns the containers in [first, end) that are open at `end`.
    void assign(std::string_view text, std::uint32_t const* first, std::uint32_t const* end) {
        first_ = first;
        open_.assign(static_cast<std::size_t>(end - first), false);
        std::size_t closed = 0; // containers that end after a token, but do not begin there
        for (auto i = open_.size(); i-- != 0;) {
            char const c = text[first[i]];
            if (closes(c)) ++closed;
            else if (opens(c) && closed != 0) --closed;
            else open_[i] = opens(c);
        }
    }

private:
    std::uint32_t const* first_ = nullptr;
    std::vector<bool> open_; ///< for each token, whether it opens a container without an end
};

} // namespace dynabackup::json
