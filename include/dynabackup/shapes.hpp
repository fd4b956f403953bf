#pragma once
/// \file
/// The definition of every shape of every system, and a name for each.

#include <dynabackup/aws/aws.hpp>
#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/shape_list.hpp>

#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

namespace dynabackup {

namespace detail {

template <class T>
inline constexpr auto full_name_text = [] {
    constexpr std::string_view system = dialect(std::type_identity<T>{}).system, name = shape_name<T>();
    std::array<char, system.size() + 1 + name.size()> text{};
    auto* const dot = std::ranges::copy(system, text.begin()).out;
    *dot = '.';
    std::ranges::copy(name, dot + 1);
    return text;
}();

} // namespace detail

/// A shape's name with its system's before it: `clumio.Projection`.
template <class T>
inline constexpr std::string_view full_name{detail::full_name_text<T>.data(),
                                            detail::full_name_text<T>.size()};

/// A shape's own name if it stands for that shape: AWS's shapes have theirs, and so has every other whose name no
/// shape before it in the list has. Else its full name.
template <class T>
inline constexpr std::string_view short_name = [] {
    std::string_view name = shape_name<T>();
    bool found = false;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, all_shapes>>([&](auto shape) {
        using other = typename decltype(shape)::type;
        found |= std::is_same_v<other, T>;
        if (!found && shape_name<other>() == shape_name<T>()) name = full_name<T>;
    });
    return name;
}();

} // namespace dynabackup
