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

namespace dynabackup {

DYNABACKUP_INLINE void sort_names(std::vector<std::string_view>& names) {
    std::sort(names.begin(), names.end());
}

DYNABACKUP_INLINE bool holds_name(std::vector<std::string_view> const& sorted, std::string_view name) {
    return std::binary_search(sorted.begin(), sorted.end(), name);
}

DYNABACKUP_INLINE std::vector<std::size_t>
first_places(std::vector<std::optional<std::string_view>> const& names) {
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

} // namespace dynabackup
