#pragma once
/// \file
/// What the API says about one member.
///
/// These are declared beside each struct T, and found by argument-dependent lookup:
/// - `BOOST_DESCRIBE_STRUCT`: the members, in the API's documented order, which is that of their declaration;
/// - `members(std::type_identity<T>)`: an array with one `describe<&T::member>(…)` for each, in any order;
/// - `rules(std::type_identity<T>)`: the rules that read T (optional, see model/shape_rules.hpp);
/// and once in a namespace, `dialect(std::type_identity<T>)`: how wire names are spelled.
///
/// model/tables.hpp makes tables of these. Reader, validator and writer interpret the tables.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/simple_shape.hpp>

#include <boost/describe/members.hpp>
#include <boost/describe/modifiers.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace dynabackup {

namespace detail {

/// Room for an object that is never made. In constant expressions, the addresses of its members distinguish the
/// members.
template <class T>
union object_room {
    constexpr object_room() : none{} {}
    constexpr ~object_room() {}
    char none;
    T value;
};
template <class T>
inline constexpr object_room<T> room_of;

/// Returns the address of a member of that object.
template <class T, class M>
constexpr void const* address_of(M T::*member) {
    return &(room_of<T>.value.*member);
}

/// The offset of a member in its struct; -1 if the compiler cannot compute it in a constant expression.
template <auto Member, class T>
inline constexpr std::ptrdiff_t
    offset_of = DYNABACKUP_FOLDED_OR(-1, reinterpret_cast<char const*>(&(room_of<T>.value.*Member)) -
                                             reinterpret_cast<char const*>(&room_of<T>.value));

template <class T, class M>
T class_of(M T::*);

} // namespace detail

/// What the API says about one member.
struct member_facts {
    void const* member = nullptr;           ///< which one: detail::address_of
    edition entered = edition::v2017_11_29; ///< the day on which it entered the API
    simple_shape const* simple = nullptr;   ///< its simple shape; null for a structure or an enumeration
    simple_shape const* former = nullptr;   ///< its simple shape before `changed`
    edition changed = edition::latest;
    edition obliged = edition::v2017_11_29; ///< the day on which a required member became required
    std::string_view name;                  ///< the wire name, if the dialect does not spell it so
    std::string_view alias;                 ///< another wire name, which is read but never written
    bool limits_by_rule = false;            ///< a rule of the shape states its limits, with exceptions
    bool empty_is_absent = false;           ///< an empty text is read as an absent member

    /// The member entered the API on that day.
    constexpr member_facts since(edition day) const {
        auto f = *this;
        f.entered = f.obliged = day;
        return f;
    }
    /// The member has been required since that day, and was optional before.
    constexpr member_facts required_since(edition day) const {
        auto f = *this;
        f.obliged = day;
        return f;
    }
    /// The member had another simple shape before that day.
    constexpr member_facts before(edition day, simple_shape const& shape) const {
        auto f = *this;
        f.changed = day;
        f.former = &shape;
        return f;
    }
    /// Its wire name.
    constexpr member_facts named(std::string_view wire) const {
        auto f = *this;
        f.name = wire;
        return f;
    }
    /// Another wire name that is read.
    constexpr member_facts also(std::string_view wire) const {
        auto f = *this;
        f.alias = wire;
        return f;
    }
    /// A rule of the shape states its limits.
    constexpr member_facts by_rule() const {
        auto f = *this;
        f.limits_by_rule = true;
        return f;
    }
    /// An empty text is read as an absent member.
    constexpr member_facts or_empty() const {
        auto f = *this;
        f.empty_is_absent = true;
        return f;
    }

    /// Returns the simple shape of the member on that day.
    constexpr simple_shape const* at(edition day) const { return day < changed && former ? former : simple; }
};

/// Boost.Describe's descriptors of the members of T.
template <class T>
using described_members = boost::describe::describe_members<T, boost::describe::mod_public>;

/// The struct that a pointer to member points into.
template <auto Pointer>
using struct_of = decltype(detail::class_of(Pointer));

/// Begins the facts of a member without a simple shape: a structure, an enumeration, or a value that has none in the
/// API's model.
template <auto Pointer>
constexpr member_facts describe() {
    member_facts facts;
    facts.member = detail::address_of(Pointer);
    return facts;
}

/// Begins the facts of a member with a simple shape.
template <auto Pointer>
constexpr member_facts describe(simple_shape const& shape) {
    auto facts = describe<Pointer>();
    facts.simple = &shape;
    return facts;
}

} // namespace dynabackup
