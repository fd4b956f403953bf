#pragma once
/// \file
/// The names of members as they stand in a text.

#include <dynabackup/model/shape.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace dynabackup::detail {

/// The wire name of a member with its quotes and a colon, to compare with the text.
template <class T, std::size_t I>
struct key_of {
    static constexpr auto text = [] {
        std::array<char, wire_name<T, I>.size() + 3> out{};
        out[0] = out[out.size() - 2] = '"';
        out.back() = ':';
        std::ranges::copy(wire_name<T, I>, out.begin() + 1);
        return out;
    }();
};

/// The member with that wire name or alias; member_count<T> if there is none.
template <class T>
constexpr std::size_t find_member(std::string_view name) {
    for (std::size_t i = 0; i < member_count<T>; ++i)
        if (wire_names<T>[i] == name || (!facts_of<T>[i].alias.empty() && facts_of<T>[i].alias == name))
            return i;
    return member_count<T>;
}

} // namespace dynabackup::detail
