#pragma once
/// \file
/// The place of a value, as a chain of nodes on the stack. Its text is made only for a finding.

#include <cstddef>
#include <string>
#include <string_view>

namespace dynabackup {

/// One step of a path: the name of a member, or the index of an element. It has only two words, since one is made for
/// each value.
class path_step {
public:
    /// To a member of an object. \pre The name outlives the step.
    constexpr path_step(std::string_view member)
        : name_(member.data() ? member.data() : ""), size_(member.size()) {}
    /// To an element of a list, from 0.
    constexpr path_step(std::size_t element) : name_(nullptr), size_(element) {}

    /// Whether this is an element.
    constexpr bool is_index() const { return !name_; }
    /// Of the member; empty for an element.
    constexpr std::string_view name() const {
        return name_ ? std::string_view(name_, size_) : std::string_view();
    }
    /// Of the element. \pre is_index()
    constexpr std::size_t index() const { return size_; }

private:
    char const* name_; ///< null: an element
    std::size_t size_; ///< the size of the name, or the index of the element
};

/// The place of a value: a step below that of its parent. The root has no parent, and its step is not used.
struct path_node {
    path_node const* parent = nullptr;   ///< the place of the value that holds this one; null: the root
    path_step last = std::string_view{}; ///< from the parent
};

namespace detail {

inline void append_step(std::string& out, path_step const& s) {
    out += '/';
    if (s.is_index()) {
        out += std::to_string(s.index());
        return;
    }
    for (char c : s.name()) { // RFC 6901 section 3
        if (c == '~') out += "~0";
        else if (c == '/') out += "~1";
        else out += c;
    }
}

} // namespace detail

/// Returns the JSON Pointer (RFC 6901) of a place; empty for the root.
inline std::string to_pointer(path_node const& node) {
    if (!node.parent) return {};
    auto text = to_pointer(*node.parent);
    detail::append_step(text, node.last);
    return text;
}

} // namespace dynabackup
