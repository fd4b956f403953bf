#pragma once
/// \file
/// The order in which AWS writes the members of a struct.

#include <dynabackup/model/shape.hpp>

#include <algorithm>
#include <cstddef>

namespace dynabackup {

/// The members of T in wire order: AWS writes them sorted by name.
template <class T>
inline constexpr auto wire_order = [] {
    auto order = documented_order<T>;
    std::ranges::sort(order, {}, [](std::size_t i) { return wire_names<T>[i]; });
    for (std::size_t i = 1; i < order.size(); ++i)
        if (wire_names<T>[order[i - 1]] == wire_names<T>[order[i]]) __builtin_abort(); // one name twice
    return order;
}();

} // namespace dynabackup
