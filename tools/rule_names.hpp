#pragma once
/// \file
/// Rules as users name them: by the id of a rule, or as a family such as `key-schema.*`.

#include <dynabackup/options.hpp>
#include <dynabackup/rule_catalog.hpp>

#include "nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

/// Returns the part of an id before its dot.
constexpr std::string_view family_of(rule const& r) { return r.id.substr(0, r.id.find('.')); }

/// Returns the rules that a name means, sorted. The list is empty if there is no such rule.
inline std::vector<rule const*> find_rules(std::string_view chosen) {
    std::vector<rule const*> found;
    std::ranges::copy_if(rule_catalog(), std::back_inserter(found),
                         [&](rule const* r) { return selects(chosen, r->id); });
    return found;
}

/// Returns the message about a name that does not mean any rule.
inline std::string no_such_rule(std::string_view chosen) {
    std::vector<std::string> names;
    for (auto const* r : rule_catalog()) {
        if (auto const family = fmt::format("{}.*", family_of(*r)); names.empty() || names.back() != family)
            names.push_back(family);
    }
    if (!chosen.ends_with('*'))
        for (auto const* r : rule_catalog()) names.emplace_back(r->id);
    return fmt::format("there is no rule '{}'{}", chosen, suggestion(chosen, {names.begin(), names.end()}));
}

} // namespace dynabackup::tool
