#pragma once
/// \file
/// The rules of key schemas in JSON Schema.

#include <dynabackup/json_schema/choice.hpp>
#include <dynabackup/json_schema/conditions.hpp>
#include <dynabackup/rules/indexes.hpp>
#include <dynabackup/rules/key_schema.hpp>
#include <dynabackup/validate.hpp>

#include <cstddef>

namespace dynabackup::schema {

template <class T>
concept keyed = requires(T const& t) {
    t.key_schema;
};

/// Whether one of T's rules is this.
template <class T>
constexpr bool is_enforced(rule const& which) {
    bool found = false;
    if constexpr (dynabackup::detail::has_rules<T>)
        rules(std::type_identity<T>{}, [&](rule const& r, auto, auto const&... more) {
            found = ((found || &r == &which) || ... || (&more == &which));
        });
    return found;
}

/// Whose key schema a T has: each of the others has a rule of its own.
template <keyed T>
inline constexpr key_schema::owner owner_of = is_enforced<T>(key_schema::range_count)
                                                  ? key_schema::owner::global_index
                                              : is_enforced<T>(indexes::range_key)
                                                  ? key_schema::owner::local_index
                                                  : key_schema::owner::table;

template <keyed T>
struct keys_of {
    using element = typename value_of<decltype(T::key_schema)>::value_type;
    using types = enumeration<decltype(element::key_type)>;
    static constexpr std::string_view type = at<&element::key_type>;

    static object hash() { return is(type, name_of(types::HASH)); }
    static object range() { return is(type, name_of(types::RANGE)); }

    /// That of a schema, if all its types are known: where the type may be absent, the rules judge no other.
    static object judged(object const& says) {
        if constexpr (is_optional<decltype(element::key_type)>)
            return implies(
                {{"items", has(type, {{"enum", list{name_of(types::HASH), name_of(types::RANGE)}}})}}, says);
        else return says;
    }
    static object judged_member(object const& says) { return with(at<&T::key_schema>, judged(says)); }

    /// Up to so many HASH, then RANGE only.
    static object in_order(std::size_t hashes) {
        list ways{object{{"items", range()}}}, first;
        for (std::size_t i = 0; i < hashes; ++i) {
            first.add(hash());
            ways.add(object{{"prefixItems", first}, {"items", range()}});
        }
        return {{"anyOf", ways}};
    }
};

template <class T>
object key_schema_says(rule const& r, choice const& c) {
    if constexpr (keyed<T>) {
        using keys = keys_of<T>;
        auto const most = key_schema::allowed(owner_of<T>, c.day());
        if (&r == &key_schema::size)
            return with(at<&T::key_schema>, {{"minItems", 1}, {"maxItems", most.elements}});
        if (&r == &key_schema::hash_count)
            return keys::judged_member({{"contains", keys::hash()}, {"maxContains", most.hashes}});
        if (&r == &key_schema::range_count)
            return keys::judged_member(
                {{"contains", keys::range()}, {"minContains", 0}, {"maxContains", most.ranges}});
        if (&r == &key_schema::hash_first) return keys::judged_member(keys::in_order(most.hashes));
        if (&r == &indexes::range_key) return keys::judged_member({{"contains", keys::range()}});
        // Attributes of one name and of different types are out of the language's reach.
        if (&r == &key_schema::distinct_attributes) return with(at<&T::key_schema>, {{"uniqueItems", true}});
    }
    return {};
}

} // namespace dynabackup::schema
