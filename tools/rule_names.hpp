#pragma once
/// \file
/// Rules as users name them: the id of one, or a family of them, `key-schema.*`.

#include <dynabackup/catalogue.hpp>
#include <dynabackup/options.hpp>

#include "nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

/// The part of an id before its point.
constexpr std::string_view family_of(rule const& r) { return r.id.substr(0, r.id.find('.')); }

/// The rules that a name means, sorted; none if it means none.
inline std::vector<rule const*> find_rules(std::string_view chosen) {
    std::vector<rule const*> found;
    std::ranges::copy_if(catalogue, std::back_inserter(found),
                         [&](rule const* r) { return selects(chosen, r->id); });
    return found;
}

/// What to tell of a name that means no rule.
inline std::string no_such_rule(std::string_view chosen) {
    std::vector<std::string> names;
    for (auto const* r : catalogue) {
        if (auto const family = fmt::format("{}.*", family_of(*r)); names.empty() || names.back() != family)
            names.push_back(family);
    }
    if (!chosen.ends_with('*'))
        for (auto const* r : catalogue) names.emplace_back(r->id);
    return fmt::format("no rule is called '{}'{}", chosen, suggestion(chosen, {names.begin(), names.end()}));
}

} // namespace dynabackup::tool
