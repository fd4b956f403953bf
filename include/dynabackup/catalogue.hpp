#pragma once
/// \file
/// Every rule that the library knows: those of reading, and those beside the shapes.

#include <dynabackup/rules/reading.hpp>
#include <dynabackup/shapes.hpp>
#include <dynabackup/validate.hpp>

#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <type_traits>

namespace dynabackup {

namespace detail {

/// Calls `f(rule const*)` for every rule, some of them several times.
template <class F>
constexpr void for_each_rule(F f) {
    for (auto const* r : reading::all) f(r);
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, all_shapes>>([&](auto shape) {
        if constexpr (has_rules<typename decltype(shape)::type>)
            rules(shape, [&](rule const& r, auto) { f(&r); });
    });
}

inline constexpr std::size_t most_rules = [] {
    std::size_t n = 0;
    for_each_rule([&](rule const*) { ++n; });
    return n;
}();

/// Sorted, and each once; behind them null.
inline constexpr auto collected_rules = [] {
    std::array<rule const*, most_rules> all{};
    std::size_t n = 0;
    for_each_rule([&](rule const* r) { all[n++] = r; });
    std::ranges::sort(all, {}, &rule::id);
    auto const same = [](rule const* a, rule const* b) { return a->id == b->id; };
    auto const behind = std::unique(all.begin(), all.end(), same);
    std::fill(behind, all.end(), nullptr);
    return all;
}();

inline constexpr std::size_t rule_count =
    most_rules - static_cast<std::size_t>(std::ranges::count(collected_rules, nullptr));

} // namespace detail

/// The rules, sorted by id.
inline constexpr auto catalogue = [] {
    std::array<rule const*, detail::rule_count> all{};
    std::copy_n(detail::collected_rules.begin(), all.size(), all.begin());
    return all;
}();

} // namespace dynabackup
