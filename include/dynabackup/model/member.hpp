#pragma once
/// \file
/// What the API says of one member, and how the described structs and that data come together.
///
/// Beside each struct T stands, found by argument-dependent lookup:
/// - `BOOST_DESCRIBE_STRUCT`: the members, in the API's documented order;
/// - `members(std::type_identity<T>)`: an array with one `of<&T::member>(…)` for each, in any order;
/// - `rules(std::type_identity<T>, enforce)`: the rules that read T (optional, see enforce.hpp);
/// and once for a namespace `dialect(std::type_identity<T>)`: how its wire names are spelled.
/// Everything else (reader, validator, writer, documents) derives from these.

#include <dynabackup/model/simple_shape.hpp>

#include <boost/describe/members.hpp>
#include <boost/describe/modifiers.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

namespace dynabackup {

/// What the API says of one member.
struct member_facts {
    std::size_t index = 0;                  ///< its place among the described members
    edition entered = edition::v2017_11_29; ///< the day on which it entered the API
    simple_shape const* simple = nullptr;   ///< its simple shape; null for a structure or an enumeration
    simple_shape const* former = nullptr;   ///< its simple shape before `changed`
    edition changed = edition::latest;
    edition obliged = edition::v2017_11_29; ///< the day since when a required member is required
    std::string_view name;                  ///< the wire name, where the dialect's spelling is not it
    std::string_view alias;                 ///< another wire name that is read, never written
    bool limits_by_rule = false;            ///< a rule of the shape states its limits, with exceptions
    bool empty_is_absent = false;           ///< an empty text is read as an absent member

    constexpr member_facts since(edition day) const {
        auto f = *this;
        f.entered = f.obliged = day;
        return f;
    }
    constexpr member_facts required_since(edition day) const {
        auto f = *this;
        f.obliged = day;
        return f;
    }
    constexpr member_facts before(edition day, simple_shape const& shape) const {
        auto f = *this;
        f.changed = day;
        f.former = &shape;
        return f;
    }
    constexpr member_facts named(std::string_view wire) const {
        auto f = *this;
        f.name = wire;
        return f;
    }
    constexpr member_facts also(std::string_view wire) const {
        auto f = *this;
        f.alias = wire;
        return f;
    }
    constexpr member_facts by_rule() const {
        auto f = *this;
        f.limits_by_rule = true;
        return f;
    }
    constexpr member_facts or_empty() const {
        auto f = *this;
        f.empty_is_absent = true;
        return f;
    }

    /// The simple shape that the member had on that day.
    constexpr simple_shape const* at(edition day) const { return day < changed && former ? former : simple; }
};

template <class T>
using described_members = boost::describe::describe_members<T, boost::describe::mod_public>;

template <class T>
inline constexpr std::size_t member_count = boost::mp11::mp_size<described_members<T>>::value;

template <class T, std::size_t I>
using described_member = boost::mp11::mp_at_c<described_members<T>, I>;

namespace detail {

template <class T, class M>
T struct_of(M T::*);

template <class A, class B>
constexpr bool is_same_pointer(A, B) {
    return false;
}
template <class A>
constexpr bool is_same_pointer(A a, A b) {
    return a == b;
}

template <auto Pointer, template <class...> class List, class... Descriptors>
constexpr std::size_t index_in(List<Descriptors...>*) {
    std::size_t index = 0;
    (void)((is_same_pointer(Pointer, Descriptors::pointer) || (++index, false)) || ...);
    return index;
}

/// The place of a member among the described ones; their number if it is not one of them.
template <auto Pointer>
inline constexpr std::size_t
    index_of = index_in<Pointer>(static_cast<described_members<decltype(struct_of(Pointer))>*>(nullptr));

} // namespace detail

/// The struct that a pointer to member points into.
template <auto Pointer>
using struct_of = decltype(detail::struct_of(Pointer));

/// Starts the facts of one member. Without a simple shape: a structure, an enumeration, or a value to which
/// the API's model gives none.
template <auto Pointer>
constexpr member_facts of() {
    static_assert(detail::index_of<Pointer> < member_count<struct_of<Pointer>>,
                  "a member that is not described");
    member_facts facts;
    facts.index = detail::index_of<Pointer>;
    return facts;
}

template <auto Pointer>
constexpr member_facts of(simple_shape const& shape) {
    auto facts = of<Pointer>();
    facts.simple = &shape;
    return facts;
}

} // namespace dynabackup
