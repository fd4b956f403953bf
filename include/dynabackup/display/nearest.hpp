#pragma once
/// \file
/// Finds the known names that a misspelled name may mean.

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::display {

namespace detail {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool same(char a, char b) { return lower(a) == lower(b); }

/// Returns the number of characters to insert, drop, replace or swap with their neighbour. Ignores case.
inline std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + !same(a[i - 1], b[j - 1])});
            if (i > 1 && j > 1 && same(a[i - 1], b[j - 2]) && same(a[i - 2], b[j - 1]))
                now[j] = std::min(now[j], before_last[j - 2] + 1);
        }
        std::swap(before_last, last);
        std::swap(last, now);
    }
    return last[b.size()];
}

} // namespace detail

/// Returns the known names most similar to the given one: at most three, none if no name is similar.
inline std::vector<std::string_view> nearest(std::string_view given,
                                             std::vector<std::string_view> const& known) {
    given = given.substr(0, 100);
    std::vector<std::pair<std::size_t, std::string_view>> ranked;
    std::size_t const tolerance = std::max<std::size_t>(2, given.size() / 3);
    for (auto const name : known) {
        std::size_t d = detail::distance(given, name);
        if (given.size() >= 4 && name.find(given) != name.npos)
            d = std::min<std::size_t>(d, 1); // the given name is a part of it
        if (d <= tolerance) ranked.emplace_back(d, name);
    }
    std::ranges::sort(ranked);
    std::vector<std::string_view> result;
    for (auto const& [d, name] : ranked)
        if (result.size() < 3 && d == ranked.front().first) result.push_back(name);
    return result;
}

} // namespace dynabackup::display
