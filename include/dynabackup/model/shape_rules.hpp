#pragma once
/// \file
/// The functions that apply rules to a shape.
///
/// `rules(std::type_identity<T>)`, declared beside a struct T, returns an array of them:
/// \code
/// template <class T>
/// void check_not_negative(T const& t, rule_context& in) {
///     auto const* const units = known<&T::read_capacity_units>(t, in);
///     if (units && *units < 0) in.fail({wire_name<&T::read_capacity_units>}, *units, " is negative.");
/// }
///
/// template <std::same_as<ProvisionedThroughput> T>
/// constexpr auto rules(std::type_identity<T>) {
///     return std::array{enforce<check_not_negative<T>, not_negative>()};
/// }
/// \endcode
/// The validator calls each function for every object of that shape, in the editions of its first rule.

#include <dynabackup/model/rule.hpp>
#include <dynabackup/model/tables.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace dynabackup {

class rule_context; // model/rule_context.hpp

/// A function, and the rules that it applies.
struct applied_rule {
    void (*apply)(void const* object, rule_context& in);
    std::span<rule const* const> rules; ///< the function is called in the editions of the first one
    edition since, until;               ///< the first and the last of these editions
    /// Whether the function notes values with which later documents are compared. If so, it is called once for each
    /// object, in the order of the text. Other functions are called again for an object that violates a rule.
    bool remembers;

    /// Whether the function is called in that edition.
    constexpr bool in_force(edition day) const { return since <= day && day <= until; }
};

namespace detail {

template <class T, void (*Function)(T const&, rule_context&)>
void apply_to(void const* object, rule_context& in) {
    Function(*static_cast<T const*>(object), in);
}

template <rule const&... Rules>
inline constexpr std::array<rule const*, sizeof...(Rules)> rule_pointers{&Rules...};

template <class F>
struct checked_type;
template <class T>
struct checked_type<void (*)(T const&, rule_context&)> {
    using type = T;
};

template <auto Function, rule const& First, rule const&... More>
constexpr applied_rule make_applied(bool remembers) {
    return {apply_to<typename checked_type<decltype(Function)>::type, Function>,
            rule_pointers<First, More...>, First.since, First.until, remembers};
}

} // namespace detail

/// Returns an entry for a function that applies these rules to the objects of its parameter type. If several rules need
/// the same expensive computation, one function applies them. None of them is in force earlier than the first.
template <auto Function, rule const&... Rules>
constexpr applied_rule enforce() {
    static_assert(sizeof...(Rules) > 0, "a function applies at least one rule");
    return detail::make_applied<Function, Rules...>(false);
}

/// Returns an entry for a function that also notes values in the history or the listing of the input.
template <auto Function, rule const&... Rules>
constexpr applied_rule enforce_in_order() {
    static_assert(sizeof...(Rules) > 0, "a function applies at least one rule");
    return detail::make_applied<Function, Rules...>(true);
}

/// Concatenates arrays of entries.
template <std::size_t... N>
constexpr auto join(std::array<applied_rule, N> const&... parts) {
    std::array<applied_rule, (N + ... + 0)> all{};
    std::size_t n = 0;
    auto const append = [&](auto const& part) {
        for (auto const& one : part) all[n++] = one;
    };
    (append(parts), ...);
    return all;
}

/// What the validator checks about a member in the latest edition, before the rules: the length, range or size of its
/// value, its enumerators, the objects in it.
struct member_check {
    member_table const* member;
    std::uint32_t offset;
    value_kind kind;
    dynabackup::presence presence;
    bool empty_is_absent;
    std::int64_t min, max;
    bool (*matches)(std::string_view text); ///< the pattern of the value; null: it has none
};

/// The rules of a shape, and those of the objects in it.
struct shape_rules {
    shape_table const* shape;
    std::span<member_check const> checks; ///< of the members that need a check
    std::span<applied_rule const> rules;
    std::span<shape_rules const* const>
        members;    ///< for each member, by index, the rules of the objects in it; null: it has none
    bool remembers; ///< whether a function for the shape, or for an object in it, remembers values
    /// Checks an object in the latest edition by specialised code; null: the tables are interpreted. See
    /// detail/validate/unrolled.hpp.
    bool (*unrolled)(void const* object, rule_context& in);
};

namespace detail {

template <class T, bool OfLibrary = library_shape<T>>
struct made_rules {
    static shape_rules const table;
};
template <class T>
struct made_rules<T, true> {
    static shape_rules const table;
};

} // namespace detail

/// The rules of a shape. They are separate from its tables, so that a program that only reads or writes compiles no
/// rules.
DYNABACKUP_COMPILED_ELSEWHERE(
    template <class T> inline constexpr shape_rules const& shape_rules_of = detail::made_rules<T>::table;)

namespace detail {

template <class T>
concept has_rules = requires {
    rules(std::type_identity<T>{});
};

template <class M>
constexpr shape_rules const* rules_in(std::type_identity<M>) {
    if constexpr (described_struct<M>) return &shape_rules_of<M>;
    else return nullptr;
}
template <class M>
constexpr shape_rules const* rules_in(std::type_identity<std::vector<M>>) {
    return rules_in(std::type_identity<M>{});
}
template <class M>
constexpr shape_rules const* rules_in(std::type_identity<unwrapped_list<M>>) {
    return &shape_rules_of<unwrapped<M>>;
}

template <class T, class M>
constexpr shape_rules const* rules_of_member(M T::*) {
    return rules_in(std::type_identity<typename member_type<M>::value>{});
}

template <class T, template <class...> class List, class... D>
constexpr auto list_member_rules(List<D...>*) {
    return std::array<shape_rules const*, sizeof...(D)>{rules_of_member(D::pointer)...};
}

template <class T>
inline constexpr auto member_rules = list_member_rules<T>(static_cast<described_members<T>*>(nullptr));

template <class T>
inline constexpr auto own_rules = [] {
    if constexpr (has_rules<T>) return rules(std::type_identity<T>{});
    else return std::array<applied_rule, 0>{};
}();

template <class T>
constexpr bool remembers();
template <class M>
constexpr bool remembers_in(std::type_identity<M>) {
    if constexpr (described_struct<M>) return remembers<M>();
    else return false;
}
template <class M>
constexpr bool remembers_in(std::type_identity<std::vector<M>>) {
    return remembers_in(std::type_identity<M>{});
}
template <class M>
constexpr bool remembers_in(std::type_identity<unwrapped_list<M>>) {
    return remembers<M>();
}
template <class T, class M>
constexpr bool member_remembers(M T::*) {
    return remembers_in(std::type_identity<typename member_type<M>::value>{});
}
template <class T, template <class...> class List, class... D>
constexpr bool members_remember(List<D...>*) {
    return (member_remembers(D::pointer) || ...);
}

/// Whether a function for T, or for an object in it, remembers values.
template <class T>
constexpr bool remembers() {
    for (auto const& applied : own_rules<T>)
        if (applied.remembers) return true;
    return members_remember<T>(static_cast<described_members<T>*>(nullptr));
}

/// Makes the checks of n members. Returns their number.
constexpr std::size_t make_checks(member_check* checks, member_table const* members, std::size_t n) {
    std::size_t made = 0;
    for (std::size_t i = 0; i < n; ++i) {
        auto const& m = members[i];
        auto const* const simple = m.facts->limits_by_rule ? nullptr : m.facts->simple;
        value_limits const allowed = simple ? simple->later : value_limits{};
        bool const is_limited = allowed.has_min() || allowed.has_max() || allowed.pattern;
        bool const is_plain = m.kind == value_kind::string || m.kind == value_kind::integer;
        if (m.kind == value_kind::boolean || m.kind == value_kind::time || m.kind == value_kind::custom ||
            m.kind == value_kind::any_object || (is_plain && !is_limited))
            continue;
        checks[made++] = {&m,
                          m.offset,
                          m.kind,
                          m.presence,
                          m.empty_is_absent,
                          allowed.min,
                          allowed.max,
                          allowed.pattern ? allowed.pattern->matches : nullptr};
    }
    return made;
}

template <class T>
inline constexpr auto checks_of = [] {
    struct {
        std::array<member_check, described<T>.size()> all{};
        std::size_t size = 0;
    } checks;
    checks.size = make_checks(checks.all.data(), member_tables<T>.data(), member_tables<T>.size());
    return checks;
}();

template <class T>
concept has_unrolled_check = requires {
    unrolled_check(std::type_identity<T>{});
};

template <class T>
constexpr shape_rules make_rules(std::type_identity<T>) {
    shape_rules t{&made_shape<T>::table, {checks_of<T>.all.data(), checks_of<T>.size},
                  own_rules<T>,          member_rules<T>,
                  remembers<T>(),        nullptr};
    if constexpr (has_unrolled_check<T>) t.unrolled = unrolled_check(std::type_identity<T>{});
    return t;
}
template <class T>
constexpr shape_rules make_rules(std::type_identity<unwrapped<T>> unwrapped) {
    auto t = make_rules(std::type_identity<T>{});
    t.shape = &made_shape<typename decltype(unwrapped)::type>::table;
    return t;
}
template <class T, bool OfLibrary>
constexpr shape_rules made_rules<T, OfLibrary>::table = make_rules(std::type_identity<T>{});
#if DYNABACKUP_DEFINE
template <class T>
constexpr shape_rules made_rules<T, true>::table = make_rules(std::type_identity<T>{});
#endif

} // namespace detail

} // namespace dynabackup
