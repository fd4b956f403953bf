#pragma once
/// \file
/// Validates objects: the documented limits, enumerators and rules, over a model that was read or built in C++.
///
/// A quiet pass examines an object and everything in it, and only finds out whether it is valid, since nearly every
/// object is. For an invalid object, the rules are applied again to report the defects.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/report.hpp>

namespace dynabackup::detail {

/// Whether an object and everything in it satisfies the limits and rules of the edition. Allocates no memory, and skips
/// the functions that remember values and the user's rules. `records_are_done`: skips the records in the object, which
/// were validated when they were read.
DYNABACKUP_INLINE bool is_clean(rule_scope const& scope, shape_rules const& rules, void const* object,
                                bool records_are_done);

/// Reports all defects of an object: first those in the limits and enumerators of its members, then violations of
/// rules, those of the objects in it before its own. Calls the functions that remember values and the user's rules once
/// for each object.
DYNABACKUP_INLINE void validate_object(rule_scope const& scope, shape_rules const& rules, void const* object,
                                       path_node const& where, bool records_are_done);

/// Validates a model without a text.
DYNABACKUP_INLINE report validate_model(shape_rules const& rules, void const* model,
                                        check_options const& chosen, shape_rules const* other);

} // namespace dynabackup::detail

#if DYNABACKUP_DEFINE

#include <dynabackup/detail/check/unknown_rules.hpp>
#include <dynabackup/detail/validate/loud_pass.hpp>
#include <dynabackup/detail/validate/quiet_pass.hpp>
#include <dynabackup/model/history.hpp>

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::detail {

DYNABACKUP_INLINE bool is_clean(rule_scope const& scope, shape_rules const& rules, void const* object,
                                bool records_are_done) {
    return quiet_pass(scope).is_clean(rules, object, records_are_done);
}

DYNABACKUP_INLINE void validate_object(rule_scope const& scope, shape_rules const& rules, void const* object,
                                       path_node const& where, bool records_are_done) {
    bool const clean = is_clean(scope, rules, object, records_are_done);
    if (clean && !is_remembered(scope, rules)) [[likely]]
        return;
    loud_pass(scope, records_are_done, clean).visit(rules, object, where);
}

DYNABACKUP_INLINE report validate_model(shape_rules const& rules, void const* model,
                                        check_options const& chosen, shape_rules const* other) {
    finding_buffer findings(chosen, nullptr);
    findings.shape = rules.shape->name;
    unreadable_fields const unreadable;
    history backups;
    rule_scope const scope{.options = chosen,
                           .unreadable = unreadable,
                           .findings = findings,
                           .history = chosen.history ? &backups : nullptr};
    validate_object(scope, rules, model, path_node{}, false);
    report result;
    summary counts;
    shape_rules const* const own[] = {&rules, other};
    report_unknown_rules(chosen, std::span(own).first(other ? 2 : 1), result, counts);
    for (auto& f : findings.pending) {
        counts.count(f);
        result.take(std::move(f));
    }
    result.set_summary(std::move(counts));
    return result;
}

} // namespace dynabackup::detail

namespace dynabackup {

DYNABACKUP_INLINE void rule_context::report(rule const& which, std::initializer_list<path_step> below,
                                            std::string message) const {
    std::span<path_step const> const steps(below.begin(), below.end());
    scope_.findings.report_below(which, *where_, steps.subspan(is_unwrapped_ && !steps.empty()),
                                 std::move(message));
}

DYNABACKUP_INLINE void rule_context::report_there(rule const& which, path_node const& there,
                                                  std::string message) const {
    scope_.findings.report_below(which, *there.parent, std::span(&there.last, 1), std::move(message));
}

DYNABACKUP_INLINE void rule_context::check_text(std::string_view member, std::string const& text,
                                                simple_shape const& limits) const {
    auto const& allowed = limits.at(edition());
    if (detail::is_within(text, allowed)) [[likely]]
        return;
    if (!where_) broken_ = true;
    else detail::report_text(scope_.findings, text, allowed, *where_, member);
}

DYNABACKUP_INLINE void rule_context::check_size(std::string_view member, std::size_t size,
                                                simple_shape const& limits) const {
    auto const& allowed = limits.at(edition());
    if (detail::is_within(static_cast<std::int64_t>(size), allowed)) [[likely]]
        return;
    if (!where_) broken_ = true;
    else detail::report_size(scope_.findings, size, allowed, *where_, member);
}

} // namespace dynabackup

#endif
