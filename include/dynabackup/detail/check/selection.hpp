#pragma once
/// \file
/// Applies the options to the severity of a rule.

#include <dynabackup/options.hpp>
#include <dynabackup/rules/reading.hpp>

namespace dynabackup {

/// Returns the severity of a rule's findings: that of the last matching option, else that of `strict`, else the rule's
/// own.
inline severity severity_of(rule const& r, check_options const& chosen) {
    for (auto choice = chosen.severities.rbegin(); choice != chosen.severities.rend(); ++choice)
        if (selects(choice->first, r.id)) return choice->second;
    return &r == &reading::unknown_member && chosen.strict ? severity::error : r.severity;
}

} // namespace dynabackup
