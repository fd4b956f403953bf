#pragma once
/// \file
/// Finds out whether an object is valid, without reporting defects.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/validate/limits.hpp>
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

/// Returns the value of a member of type V; null if it is absent.
template <class V>
DYNABACKUP_ALWAYS_INLINE inline V const* value_at(void const* member, presence how) {
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
    value_limits const& now(simple_shape const& shape) const {
        return latest_ ? shape.later : shape.at(day_);
    }

    /// Checks a member in the latest edition, if every member was read.
    DYNABACKUP_ALWAYS_INLINE bool passes(shape_rules const& rules, member_check const& check,
                                         void const* object, bool records_are_done) {
        void const* const member = static_cast<char const*>(object) + check.offset;
        if (check.kind == value_kind::string) {
            auto const* const text = value_at<std::string>(member, check.presence);
            if (!text) return true;
            if (check.matches) { // a matching text is ASCII: its bytes are its characters
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
        case value_kind::any_object:
        case value_kind::time:
        case value_kind::custom: return true; // rules of the shape check it
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
    bool const
        latest_; ///< the edition knows every member and enumerator of the model, and has the later limits
    bool const is_plain_; ///< latest_, and every member was read
};

} // namespace dynabackup::detail
