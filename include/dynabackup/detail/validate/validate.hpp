#pragma once
/// \file
/// Validates objects: the documented limits, enumerators and rules, over a model that was read or built in C++.
///
/// A quiet pass looks at an object and everything in it, and only finds out whether something is wrong: nearly every
/// object is valid. Only for the others the rules are applied once more, to report what is wrong.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/report.hpp>

namespace dynabackup::detail {

/// Whether an object and everything in it breaks no limit and no rule of the edition. Allocates no memory, and skips the
/// functions that remember and the user's rules. `records_are_done`: skips the records in the object, which were
/// validated when they were read.
DYNABACKUP_INLINE bool is_clean(rule_scope const& scope, shape_rules const& rules, void const* object,
                                bool records_are_done);

/// Reports everything that is wrong in an object: limits and enumerators of its members, then its rules, those of the
/// objects in it before its own. Calls the functions that remember and the user's rules once for each object.
DYNABACKUP_INLINE void validate_object(rule_scope const& scope, shape_rules const& rules, void const* object,
                                       path_node const& where, bool records_are_done);

/// Validates a model that belongs to no text.
DYNABACKUP_INLINE report validate_model(shape_rules const& rules, void const* model, options const& chosen);

} // namespace dynabackup::detail

#if DYNABACKUP_DEFINE

#include <dynabackup/detail/check/history.hpp>
#include <dynabackup/detail/json/text.hpp>
#include <dynabackup/detail/read/finding_buffer.hpp>
#include <dynabackup/detail/util/concat.hpp>
#include <dynabackup/detail/validate/limits.hpp>
#include <dynabackup/nullable.hpp>
#include <dynabackup/rules/reading.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::detail {

/// "3 to 255", "at least 1", "at most 20".
inline std::string range_text(limits const& allowed) {
    if (!allowed.has_max()) return concat("at least ", allowed.min);
    if (!allowed.has_min()) return concat("at most ", allowed.max);
    return concat(allowed.min, " to ", allowed.max);
}

// ---- findings about single values, at a step below the object at `where` ----

DYNABACKUP_INLINE void report_text(finding_buffer& out, std::string_view text, limits const& allowed,
                                   path_node const& where, step last) {
    if (!is_length_within(text, allowed))
        out.report_below(
            reading::string_length, where, {last},
            concat(json::code_points(text), " characters; documented are ", range_text(allowed), '.'));
    if (allowed.pattern && !allowed.pattern->matches(text))
        out.report_below(reading::string_pattern, where, {last},
                         concat("Not of the form ", allowed.pattern->text, '.'));
}

inline void report_integer(finding_buffer& out, std::int64_t value, limits const& allowed,
                           path_node const& where, step last) {
    if (!is_within(value, allowed))
        out.report_below(reading::out_of_range, where, {last},
                         concat(value, " is not ", range_text(allowed), '.'));
}

inline void report_size(finding_buffer& out, std::size_t size, limits const& allowed, path_node const& where,
                        step last) {
    if (!is_within(static_cast<std::int64_t>(size), allowed))
        out.report_below(reading::list_size, where, {last},
                         concat(size, " elements; documented are ", range_text(allowed), '.'));
}

inline bool is_enumerator(enum_table const& names, enum_value const& value, edition day) {
    return value.known && names.since[value.number] <= day;
}

DYNABACKUP_INLINE void report_enumerator(finding_buffer& out, enum_table const& table,
                                         enum_value const& value, path_node const& where, step last) {
    edition const day = out.options.edition;
    if (is_enumerator(table, value, day)) return;
    std::string message;
    if (value.known) {
        message =
            concat(table.names[value.number], " was introduced on ", to_text(table.since[value.number]), '.');
    } else {
        message = "Not one of";
        char const* before = " ";
        for (std::size_t i = 0; i < table.names.size(); ++i) {
            if (table.names[i].empty() || table.since[i] > day) continue;
            message += concat(before, table.names[i]);
            before = ", ";
        }
        message += '.';
        if (auto const more = table.hint ? table.hint(value.other) : std::string_view(); !more.empty())
            message += concat(' ', more);
    }
    out.report_below(reading::unknown_value, where, {last}, std::move(message));
}

/// The value of a member of type V; null if it is absent.
template <class V>
[[gnu::always_inline]] inline V const* value_at(void const* member, presence how) {
    if (how == presence::required) return static_cast<V const*>(member);
    if (how == presence::nullable) return get(*static_cast<nullable<V> const*>(member));
    return get(*static_cast<std::optional<V> const*>(member));
}

/// Finds out whether an object is valid.
class quiet_pass {
public:
    explicit quiet_pass(rule_scope const& scope)
        : scope_(scope), in_(scope), day_(scope.options.edition), latest_(day_ >= edition::newest),
          is_plain_(latest_ && scope.unreadable.empty()) {}

    bool is_clean(shape_rules const& rules, void const* object, bool records_are_done) {
        if (is_plain_ && rules.unrolled) return rules.unrolled(object, in_);
        if (is_plain_) [[likely]] {
            for (auto const& check : rules.checks)
                if (!passes(rules, check, object, records_are_done)) return false;
        } else {
            for (auto const& m : rules.shape->members)
                if (!is_clean_member(rules, m, object, records_are_done)) return false;
        }
        for (auto const& applied : rules.rules) {
            if (applied.remembers || !applied.in_force(day_)) continue;
            in_.begin(*applied.rules.front());
            applied.apply(object, in_);
            if (in_.broken()) return false;
        }
        return true;
    }

private:
    limits const& now(simple_shape const& shape) const { return latest_ ? shape.later : shape.at(day_); }

    /// Checks a member in the latest edition, if every member was read.
    [[gnu::always_inline]] bool passes(shape_rules const& rules, member_check const& check,
                                       void const* object, bool records_are_done) {
        void const* const member = static_cast<char const*>(object) + check.offset;
        if (check.kind == value_kind::string) {
            auto const* const text = value_at<std::string>(member, check.presence);
            if (!text) return true;
            if (check.matches) { // what matches is ASCII: its bytes are its characters
                auto const bytes = static_cast<std::int64_t>(text->size());
                return bytes >= check.min && bytes <= check.max && check.matches(*text);
            }
            return is_surely_within(*text, check.min, check.max) ||
                   (check.empty_is_absent && text->empty()) ||
                   is_length_within(*text, check.member->facts->simple->later);
        }
        if (check.kind == value_kind::integer) {
            auto const* const number = value_at<std::int64_t>(member, check.presence);
            return !number || (*number >= check.min && *number <= check.max);
        }
        auto const& m = *check.member;
        void const* const value = m.value->value(member);
        if (!value) return true;
        if (check.kind == value_kind::enumeration) return static_cast<enum_value const*>(value)->known;
        auto const* const inner = rules.members[m.index];
        if (check.kind == value_kind::object)
            return (records_are_done && inner->shape->is_record) || is_clean(*inner, value, records_are_done);
        auto const list = m.value->list->view(const_cast<void*>(value));
        auto const size = static_cast<std::int64_t>(list.size);
        if (size < check.min || size > check.max) return false;
        if (inner && inner->shape->is_record && records_are_done) return true;
        return are_clean(list, *m.value->element, m.facts->simple ? m.facts->simple->element : nullptr, inner,
                         records_are_done);
    }

    bool is_clean_member(shape_rules const& rules, member_table const& m, void const* object,
                         bool records_are_done) {
        void const* const value = m.value_in(object);
        if (!value || scope_.unreadable.contains(m.in(object), *m.value)) return true;
        auto const& facts = *m.facts;
        if (facts.entered > day_) return m.presence == presence::required;
        auto const* const simple = facts.limits_by_rule ? nullptr : latest_ ? facts.simple : facts.at(day_);
        switch (m.kind) {
        case value_kind::string: {
            auto const& text = *static_cast<std::string const*>(value);
            return !simple || (facts.empty_is_absent && text.empty()) || is_within(text, now(*simple));
        }
        case value_kind::integer:
            return !simple || is_within(*static_cast<std::int64_t const*>(value), now(*simple));
        case value_kind::boolean:
        case value_kind::time: return true;
        case value_kind::enumeration:
            return is_known(*m.value->enumeration, *static_cast<enum_value const*>(value));
        case value_kind::object: {
            auto const& inner = *rules.members[m.index];
            return (records_are_done && inner.shape->is_record) || is_clean(inner, value, records_are_done);
        }
        case value_kind::list: break;
        }
        auto const list = m.value->list->view(const_cast<void*>(value));
        if (simple && !is_within(static_cast<std::int64_t>(list.size), now(*simple))) return false;
        auto const* const inner = rules.members[m.index];
        if (inner && inner->shape->is_record && records_are_done) return true;
        return are_clean(list, *m.value->element, facts.simple ? facts.simple->element : nullptr, inner,
                         records_are_done);
    }

    bool are_clean(list_view list, value_table const& type, simple_shape const* simple,
                   shape_rules const* inner, bool records_are_done) {
        if (type.kind != value_kind::object && type.kind != value_kind::enumeration && !simple) return true;
        for (std::size_t i = 0; i < list.size; ++i) {
            void const* const element = list.data + i * type.size;
            if (!scope_.unreadable.empty() && scope_.unreadable.contains(element, type)) [[unlikely]]
                continue;
            bool clean = true;
            switch (type.kind) {
            case value_kind::string:
                clean = is_within(*static_cast<std::string const*>(element), now(*simple));
                break;
            case value_kind::integer:
                clean = is_within(*static_cast<std::int64_t const*>(element), now(*simple));
                break;
            case value_kind::enumeration:
                clean = is_known(*type.enumeration, *static_cast<enum_value const*>(element));
                break;
            case value_kind::object: clean = is_clean(*inner, element, records_are_done); break;
            default: break;
            }
            if (!clean) return false;
        }
        return true;
    }

    bool is_known(enum_table const& names, enum_value const& value) const {
        return latest_ ? value.known : is_enumerator(names, value, day_);
    }

    rule_scope const& scope_;
    rule_context in_;
    edition const day_;
    bool const latest_; ///< every member and enumerator of the model is known, and limits are the later ones
    bool const is_plain_; ///< the same, and every member was read
};

/// Whether the functions that remember, or the user's rules, may have to be called for an object or what lies in it.
inline bool is_remembered(rule_scope const& scope, shape_rules const& rules) {
    if (!scope.options.rules.empty()) return true;
    return rules.remembers && (scope.history || (scope.listing && !rules.shape->is_record));
}

/// Walks over an object in the order of the text. Reports what is wrong in it, if something is, and calls the functions
/// that remember and the user's rules.
class loud_pass {
public:
    loud_pass(rule_scope const& scope, bool records_are_done, bool is_clean)
        : scope_(scope), day_(scope.options.edition), records_are_done_(records_are_done),
          is_clean_(is_clean) {}

    void visit(shape_rules const& rules, void const* object, path_node const& where) {
        for (auto const& m : rules.shape->members) visit_member(rules, m, object, where);
        for (auto const& applied : rules.rules)
            if (!is_clean_ || applied.remembers)
                apply(*applied.rules.front(), where, [&](rule_context& in) { applied.apply(object, in); });
        for (auto const& own : scope_.options.rules)
            if (own.reads(*rules.shape))
                apply(own.rule(), where, [&](rule_context& in) { own.apply(object, in); });
    }

private:
    template <class F>
    void apply(rule const& first, path_node const& where, F function) {
        if (!first.in_force(day_)) return;
        rule_context in(scope_, where);
        in.begin(first);
        function(in);
    }

    void visit_member(shape_rules const& rules, member_table const& m, void const* object,
                      path_node const& where) {
        auto const& facts = *m.facts;
        void const* const value = m.value_in(object);
        if (!value || scope_.unreadable.contains(m.in(object), *m.value)) return;
        step const last = m.name;
        if (facts.entered > day_) { // built in C++; the reader leaves it out
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
                    simple_shape const* simple, shape_rules const* inner, path_node const& where, step last) {
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
            if (inner) visit_object(*inner, element, path_node{&here, step{i}});
            else report_value(type, limits_of_element, element, here, step{i});
        }
    }

    /// Reports a value that is no object and no list.
    void report_value(value_table const& type, simple_shape const* simple, void const* value,
                      path_node const& where, step last) {
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
        is_clean_; ///< nothing is wrong: reports nothing of limits and members, and skips ordinary rules
};

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

DYNABACKUP_INLINE report validate_model(shape_rules const& rules, void const* model, options const& chosen) {
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
    for (auto& f : findings.pending) {
        counts.count(f);
        result.take(std::move(f));
    }
    result.set_summary(std::move(counts));
    return result;
}

} // namespace dynabackup::detail

namespace dynabackup {

DYNABACKUP_INLINE void rule_context::report(rule const& which, std::initializer_list<step> below,
                                            std::string message) const {
    scope_.findings.report_below(which, *where_, below, std::move(message));
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
