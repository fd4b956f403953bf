#pragma once
/// \file
/// Finds names in the options that match no rule. Without this check, a misspelled id would select nothing, and a check
/// that should fail would pass.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/options.hpp>
#include <dynabackup/report.hpp>

#include <span>

namespace dynabackup::detail {

/// Whether the options name rules.
inline bool names_rules(check_options const& chosen) {
    return !chosen.only.empty() || !chosen.disable.empty() || !chosen.severities.empty();
}

/// Reports each name in `only`, `disable` and `severities` that is neither the id of a rule nor a family of rules. The
/// known rules are those of the library, of the shapes in `own` and the objects in them, and of the options. Findings
/// go to the sink, and are added to the counts. Costs nothing if the options name no rules.
DYNABACKUP_INLINE void report_unknown_rules(check_options const& chosen,
                                            std::span<shape_rules const* const> own, finding_sink& sink,
                                            summary& counts);

} // namespace dynabackup::detail

#if DYNABACKUP_DEFINE

#include <dynabackup/detail/check/rule_lists.hpp>
#include <dynabackup/detail/util/concat.hpp>
#include <dynabackup/rules/selection.hpp>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::detail {

/// Collects the ids of the rules of a shape and of the objects in it. `seen`: the shapes that have been visited.
inline void collect_ids(shape_rules const& shape, std::vector<shape_rules const*>& seen,
                        std::vector<std::string_view>& ids) {
    if (std::ranges::find(seen, &shape) != seen.end()) return;
    seen.push_back(&shape);
    for (auto const& applied : shape.rules)
        for (auto const* r : applied.rules) ids.push_back(r->id);
    for (auto const* member : shape.members)
        if (member) collect_ids(*member, seen, ids);
}

DYNABACKUP_INLINE void report_unknown_rules(check_options const& chosen,
                                            std::span<shape_rules const* const> own, finding_sink& sink,
                                            summary& counts) {
    if (!names_rules(chosen)) [[likely]]
        return;
    std::vector<std::string_view> ids;
    std::vector<shape_rules const*> seen;
    for (auto const& rules : rule_lists)
        for (auto const* r : rules) ids.push_back(r->id);
    for (auto const& r : chosen.rules) ids.push_back(r.rule().id);
    for (auto const* shape : own) collect_ids(*shape, seen, ids);
    auto const check = [&](std::string_view option, std::string_view name) {
        if (std::ranges::any_of(ids, [&](std::string_view id) { return selects(name, id); })) return;
        finding f;
        f.rule = &selection::unknown_rule;
        f.severity = selection::unknown_rule.severity;
        f.message = concat("The option `", option, "` names the rule '", name,
                           "', which does not exist; `dynabackup rules` lists all rules.");
        counts.count(f);
        sink.take(std::move(f));
    };
    for (auto const& name : chosen.only) check("only", name);
    for (auto const& name : chosen.disable) check("disable", name);
    for (auto const& [name, level] : chosen.severities) check("severities", name);
}

} // namespace dynabackup::detail

#endif
