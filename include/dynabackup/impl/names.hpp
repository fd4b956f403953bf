#pragma once
/// \file
/// Sorts names: what names.hpp declares.

#include <dynabackup/names.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::names {

DYNABACKUP_INLINE void sort(std::vector<std::string_view>& names) { std::sort(names.begin(), names.end()); }

DYNABACKUP_INLINE bool contains(std::vector<std::string_view> const& sorted, std::string_view name) {
    return std::binary_search(sorted.begin(), sorted.end(), name);
}

DYNABACKUP_INLINE std::vector<std::size_t>
first_of_each(std::vector<std::optional<std::string_view>> const& names) {
    std::vector<std::size_t> order(names.size()), first_of(names.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](auto a, auto b) { return std::pair(names[a], a) < std::pair(names[b], b); });
    for (std::size_t i = 0, first = 0; i < order.size(); ++i) {
        if (names[order[i]] != names[order[first]]) first = i;
        first_of[order[i]] = order[first];
    }
    return first_of;
}

} // namespace dynabackup::names
