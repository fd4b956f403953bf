#pragma once
/// \file
/// Reports the defects of an object.

#include <dynabackup/detail/validate/value_findings.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/nullable.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dynabackup::detail {

DYNABACKUP_INLINE void validate_object(rule_scope const& scope, shape_rules const& rules, void const* object,
                                       path_node const& where, bool records_are_done);

/// Whether functions that remember values, or the user's rules, may have to be called for an object or its contents.
inline bool is_remembered(rule_scope const& scope, shape_rules const& rules) {
    if (!scope.options.rules.empty()) return true;
    return rules.remembers && (scope.history || (scope.listing && !rules.shape->is_record));
}

/// Walks over an object in the order of the text. Reports its defects, if it has any, and calls the functions that
/// remember values and the user's rules.
class loud_pass {
public:
    loud_pass(rule_scope const& scope, bool records_are_done, bool is_clean)
        : scope_(scope), day_(scope.options.edition), records_are_done_(records_are_done),
          is_clean_(is_clean) {}

    void visit(shape_rules const& rules, void const* object, path_node const& where) {
        for (auto const& m : rules.shape->members) visit_member(rules, m, object, where);
        for (auto const& applied : rules.rules)
            if (!is_clean_ || applied.remembers)
                apply(*applied.rules.front(), rules, where,
                      [&](rule_context& in) { applied.apply(object, in); });
        for (auto const& own : scope_.options.rules)
            if (own.reads(*rules.shape))
                apply(own.rule(), rules, where, [&](rule_context& in) { own.apply(object, in); });
    }

private:
    template <class F>
    void apply(rule const& first, shape_rules const& rules, path_node const& where, F function) {
        if (!first.in_force(day_)) return;
        rule_context in(scope_, where);
        in.begin(first);
        in.set_unwrapped(rules.shape->is_unwrapped);
        function(in);
    }

    void visit_member(shape_rules const& rules, member_table const& m, void const* object,
                      path_node const& where) {
        auto const& facts = *m.facts;
        void const* const value = m.value_in(object);
        if (!value || scope_.unreadable.contains(m.in(object), *m.value)) return;
        path_step const last = m.name;
        if (facts.entered > day_) { // built in C++: the reader does not read such a member
            if (m.presence != presence::required && !is_clean_)
                scope_.findings.report_below(
                    reading::unknown_member, where, {last},
                    concat(rules.shape->name, " has no such member before ", to_text(facts.entered), '.'));
            return;
        }
        auto const* const simple = facts.limits_by_rule ? nullptr : facts.at(day_);
        auto const* const inner = rules.members[m.index];
        if (m.kind == value_kind::list) {
            visit_list(m.value->list->view(const_cast<void*>(value)), *m.value->element, facts, simple, inner,
                       where, last);
        } else if (m.kind == value_kind::object) {
            visit_object(*inner, value, path_node{&where, last});
        } else if (!is_clean_) {
            bool const is_absent = facts.empty_is_absent && m.kind == value_kind::string &&
                                   static_cast<std::string const*>(value)->empty();
            if (!is_absent) report_value(*m.value, simple, value, where, last);
        }
    }

    void visit_object(shape_rules const& rules, void const* object, path_node const& where) {
        if (records_are_done_ && rules.shape->is_record) return;
        if (!is_clean_) validate_object(scope_, rules, object, where, records_are_done_);
        else if (is_remembered(scope_, rules)) visit(rules, object, where);
    }

    void visit_list(list_view list, value_table const& type, member_facts const& facts,
                    simple_shape const* simple, shape_rules const* inner, path_node const& where,
                    path_step last) {
        if (simple && !is_clean_) report_size(scope_.findings, list.size, simple->at(day_), where, last);
        if (inner ? (records_are_done_ && inner->shape->is_record) ||
                        (is_clean_ && !is_remembered(scope_, *inner))
                  : is_clean_)
            return;
        auto const* const limits_of_element = facts.simple ? facts.simple->element : nullptr;
        path_node const here{&where, last};
        for (std::size_t i = 0; i < list.size; ++i) {
            void const* const element = list.data + i * type.size;
            if (scope_.unreadable.contains(element, type)) continue;
            if (inner) visit_object(*inner, element, path_node{&here, path_step{i}});
            else report_value(type, limits_of_element, element, here, path_step{i});
        }
    }

    /// Reports a value that is neither an object nor a list.
    void report_value(value_table const& type, simple_shape const* simple, void const* value,
                      path_node const& where, path_step last) {
        auto& out = scope_.findings;
        if (type.kind == value_kind::enumeration)
            report_enumerator(out, *type.enumeration, *static_cast<enum_value const*>(value), where, last);
        else if (simple && type.kind == value_kind::string)
            report_text(out, *static_cast<std::string const*>(value), simple->at(day_), where, last);
        else if (simple && type.kind == value_kind::integer)
            report_integer(out, *static_cast<std::int64_t const*>(value), simple->at(day_), where, last);
    }

    rule_scope const& scope_;
    edition const day_;
    bool const records_are_done_;
    bool const
        is_clean_; ///< there are no defects: does not check limits and members, and skips ordinary rules
};

} // namespace dynabackup::detail
