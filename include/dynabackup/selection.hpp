#pragma once
/// \file
/// Which rules the caller's options choose, and how bad a breach of them is.

#include <dynabackup/options.hpp>
#include <dynabackup/rules/reading.hpp>

#include <algorithm>
#include <string>

namespace dynabackup {

/// Whether the options apply a rule: it is in force in their edition, among `only`, and not among `disable`.
inline bool is_active(rule const& r, options const& chosen) {
    if (!r.in_force(chosen.edition)) return false;
    auto const means = [&](std::string const& name) { return selects(name, r.id); };
    if (!chosen.only.empty() && std::ranges::none_of(chosen.only, means)) return false;
    return std::ranges::none_of(chosen.disable, means);
}

/// The severity of a rule's findings: what the options say of it last, else `strict`, else its own.
inline severity severity_of(rule const& r, options const& chosen) {
    for (auto choice = chosen.severities.rbegin(); choice != chosen.severities.rend(); ++choice)
        if (selects(choice->first, r.id)) return choice->second;
    return &r == &reading::unknown_member && chosen.strict ? severity::error : r.severity;
}

} // namespace dynabackup
