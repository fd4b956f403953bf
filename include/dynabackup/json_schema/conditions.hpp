#pragma once
/// \file
/// What rules are made of in JSON Schema: a member that is there, that has a value, what follows from that.

#include <dynabackup/enforce.hpp>
#include <dynabackup/json_schema/value.hpp>
#include <dynabackup/model/shape.hpp>

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <type_traits>

namespace dynabackup::schema {

/// The type of a member's value.
template <class M>
using value_of = std::remove_cvref_t<decltype(*get(std::declval<M const&>()))>;

/// If the member is there, its value is like this.
inline object with(std::string_view member, object const& says) {
    return {{"properties", object{{member, says}}}};
}

/// The member is there.
inline object has(std::string_view member) { return {{"required", list{member}}}; }

/// The member is there, and its value is like this.
inline object has(std::string_view member, object const& says) { return with(member, says).add(has(member)); }

/// The member is there, and has that value.
inline object is(std::string_view member, value const& v) { return has(member, {{"const", v}}); }

inline object no(object const& says) { return {{"not", says}}; }

inline object either(object const& a, object const& b) { return {{"anyOf", list{a, b}}}; }

inline object implies(object const& condition, object const& says) {
    return {{"if", condition}, {"then", says}};
}

/// The member has no value: it is absent, or null where that means the same.
template <auto Member>
object lacks() {
    if (dialect(std::type_identity<struct_of<Member>>{}).null_is_absent)
        return with(at<Member>, {{"type", "null"}}); // holds of an absent one, too
    return no(has(at<Member>));
}

/// The enumerators of E but for some, as they were on a day.
template <class E>
list enumerators(edition day, std::initializer_list<E> without = {}) {
    list names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
        bool const left_out = std::ranges::find(without, d.value) != without.end();
        if (!left_out && since(d.value) <= day) names.add(name_of(d.value));
    });
    return names;
}

} // namespace dynabackup::schema
