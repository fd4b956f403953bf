#pragma once
/// \file
/// How bad the options say a breach of a rule is.

#include <dynabackup/options.hpp>
#include <dynabackup/rules/reading.hpp>

namespace dynabackup {

/// The severity of a rule's findings: what the options say of it last, else `strict`, else its own.
inline severity severity_of(rule const& r, check_options const& chosen) {
    for (auto choice = chosen.severities.rbegin(); choice != chosen.severities.rend(); ++choice)
        if (selects(choice->first, r.id)) return choice->second;
    return &r == &reading::unknown_member && chosen.strict ? severity::error : r.severity;
}

} // namespace dynabackup
