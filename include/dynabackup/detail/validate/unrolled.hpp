#pragma once
/// \file
/// The quiet pass over one shape as unrolled code, for records of long lists. A shape requests it by a function that
/// calls is_clean_unrolled, and one line beside its struct:
/// \code
/// constexpr auto unrolled_check(std::type_identity<BackupSummary>) { return is_clean_summary; }
/// \endcode
/// It has the same results as the interpreter of the tables. It is used in the latest edition, if every member was
/// read.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/validate/limits.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace dynabackup::detail {

template <class T, std::size_t I, class M>
DYNABACKUP_ALWAYS_INLINE inline bool passes_unrolled(M const& member) {
    static constexpr member_table m = member_tables<T>[I];
    static_assert(m.kind != value_kind::object && m.kind != value_kind::list,
                  "unrolled code is for plain members");
    auto const* const value = get(member);
    if (!value) return true;
    if constexpr (m.kind == value_kind::enumeration) return value->known();
    static constexpr auto const& facts = facts_of<T>[I];
    if constexpr (facts.simple && !facts.limits_by_rule) {
        static constexpr value_limits allowed = facts.simple->later;
        if constexpr (m.kind == value_kind::string) {
            if (m.empty_is_absent && value->empty()) return true;
            if constexpr (allowed.pattern !=
                          nullptr) { // a matching text is ASCII: its bytes are its characters
                static constexpr auto matches = allowed.pattern->matches;
                return is_within(static_cast<std::int64_t>(value->size()), allowed) && matches(*value);
            } else {
                return is_surely_within(*value, allowed.min, allowed.max) ||
                       is_length_within(*value, allowed);
            }
        }
        if constexpr (m.kind == value_kind::integer) return is_within(*value, allowed);
    }
    return true;
}

template <class T, std::size_t I>
DYNABACKUP_ALWAYS_INLINE inline bool obeys_unrolled(T const& object, rule_context& in) {
    static constexpr applied_rule applied = own_rules<T>[I];
    static_assert(applied.in_force(edition::newest) == applied.in_force(edition::latest));
    if constexpr (!applied.remembers && applied.in_force(edition::latest)) {
        in.begin(*applied.rules.front());
        applied.apply(&object, in);
    }
    return !in.broken();
}

template <class T, template <class...> class List, class... D, std::size_t... M, std::size_t... R>
DYNABACKUP_ALWAYS_INLINE inline bool is_clean_unrolled(T const& object, rule_context& in, List<D...>*,
                                                       std::index_sequence<M...>, std::index_sequence<R...>) {
    return (... && passes_unrolled<T, M>(object.*D::pointer)) && (... && obeys_unrolled<T, R>(object, in));
}

/// Whether an object of shape T is valid. `in`: a quiet context.
template <class T>
bool is_clean_unrolled(void const* object, rule_context& in) {
    return is_clean_unrolled(*static_cast<T const*>(object), in, static_cast<described_members<T>*>(nullptr),
                             std::make_index_sequence<member_tables<T>.size()>{},
                             std::make_index_sequence<own_rules<T>.size()>{});
}

} // namespace dynabackup::detail
