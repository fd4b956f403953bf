#pragma once
/// \file
/// Every rule that the library knows: those of reading, and those beside the shapes that they read.

#include <dynabackup/rules/exchange.hpp>
#include <dynabackup/rules/reading.hpp>
#include <dynabackup/shapes.hpp>
#include <dynabackup/validate.hpp>

#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace dynabackup {

namespace detail {

/// Calls `f(std::type_identity<T>, name)` for every shape T.
template <class F>
constexpr void for_each_shape(F f) {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, all_shapes>>(
        [&](auto shape) { f(shape, std::string_view(short_name<typename decltype(shape)::type>)); });
}

/// Calls `f(rule const*, shape)` for every rule, once for each shape that it reads, and with an empty name for
/// the rules that read every shape.
template <class F>
constexpr void for_each_rule(F f) {
    for (auto const* r : reading::all) f(r, std::string_view{});
    exchange::for_each_rule([&](rule const& r, auto input) {
        f(&r, shape_name<typename exchange::output_of<typename decltype(input)::type>::type>());
    });
    for_each_shape([&](auto shape, std::string_view name) {
        if constexpr (has_rules<typename decltype(shape)::type>)
            rules(shape, [&](rule const& r, auto, auto const&... more) {
                f(&r, name);
                (f(&more, name), ...);
            });
    });
}

inline constexpr std::size_t most_rules = [] {
    std::size_t n = 0;
    for_each_rule([&](rule const*, std::string_view) { ++n; });
    return n;
}();

/// Sorted, and each once: so many in front.
inline constexpr auto collected_rules = [] {
    std::array<rule const*, most_rules> all{};
    std::size_t n = 0;
    for_each_rule([&](rule const* r, std::string_view) { all[n++] = r; });
    std::ranges::sort(all, {}, &rule::id);
    auto const same = [](rule const* a, rule const* b) { return a->id == b->id; };
    return std::pair(all, static_cast<std::size_t>(std::unique(all.begin(), all.end(), same) - all.begin()));
}();

} // namespace detail

/// The rules, sorted by id.
inline constexpr auto catalogue = [] {
    std::array<rule const*, detail::collected_rules.second> all{};
    std::copy_n(detail::collected_rules.first.begin(), all.size(), all.begin());
    return all;
}();

/// The names of the shapes that a rule reads, sorted; none: it reads every shape.
inline std::vector<std::string_view> shapes_of(rule const& which) {
    std::vector<std::string_view> shapes;
    detail::for_each_rule([&](rule const* r, std::string_view shape) {
        if (r->id == which.id) shapes.push_back(shape);
    });
    std::ranges::sort(shapes);
    if (!shapes.empty() && shapes.front().empty()) return {};
    shapes.erase(std::unique(shapes.begin(), shapes.end()), shapes.end());
    return shapes;
}

/// Whether a rule judges a response by its request: only `check_exchange` applies it.
constexpr bool needs_request(rule const& which) {
    bool found = false;
    exchange::for_each_rule([&](rule const& r, auto) { found |= r.id == which.id; });
    return found;
}

} // namespace dynabackup
