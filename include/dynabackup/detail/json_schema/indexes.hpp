#pragma once
/// \file
/// The rules of keys, indexes and projections in JSON Schema.

#include <dynabackup/detail/json_schema/conditions.hpp>
#include <dynabackup/rules/indexes.hpp>
#include <dynabackup/rules/key_schema.hpp>

#include <cstddef>

namespace dynabackup::schema {

// ---- key schemas: of shapes with `key_schema` ----

/// Returns the limits of the key schema of a shape: a table, or an index, which has its own rules.
inline dynabackup::key_schema::allowance allowed_keys(subject const& s) {
    using dynabackup::key_schema::owner;
    auto const whose = s.enforces(key_schema::range_count)          ? owner::global_index
                       : s.enforces(dynabackup::indexes::range_key) ? owner::local_index
                                                                    : owner::table;
    return key_schema::allowed(whose, s.day());
}

/// An element of a type.
inline object key_of_type(subject const& s, std::string_view type) {
    return is(s.below("key_schema")["key_type"], type);
}

/// A condition for a key schema whose types are all known: if a type may be absent, the rules judge only such key
/// schemas.
inline object judged_keys(subject const& s, object const& says) {
    auto const& type = s.below("key_schema")["key_type"];
    auto const& keys = s["key_schema"];
    if (type.presence == presence::required) return with(keys, says);
    return with(keys, implies({{"items", has(type, {{"enum", list{"HASH", "RANGE"}}})}}, says));
}

inline object key_count(subject const& s) {
    return with(s["key_schema"], {{"minItems", 1}, {"maxItems", allowed_keys(s).elements}});
}

inline object hash_count(subject const& s) {
    return judged_keys(s, {{"contains", key_of_type(s, "HASH")}, {"maxContains", allowed_keys(s).hashes}});
}

inline object range_count(subject const& s) {
    return judged_keys(
        s,
        {{"contains", key_of_type(s, "RANGE")}, {"minContains", 0}, {"maxContains", allowed_keys(s).ranges}});
}

/// Up to the allowed number of HASH, then only RANGE.
inline object hash_first(subject const& s) {
    object const rest = key_of_type(s, "RANGE");
    list ways{object{{"items", rest}}}, first;
    for (std::size_t i = 0; i < allowed_keys(s).hashes; ++i) {
        first.add(key_of_type(s, "HASH"));
        ways.add(object{{"prefixItems", first}, {"items", rest}});
    }
    return judged_keys(s, {{"anyOf", ways}});
}

/// JSON Schema cannot express that attributes have equal names but different types.
inline object distinct_keys(subject const& s) { return with(s["key_schema"], {{"uniqueItems", true}}); }

inline object sort_key(subject const& s) { return judged_keys(s, {{"contains", key_of_type(s, "RANGE")}}); }

// ---- lists of indexes ----

inline object local_count(subject const& s) {
    return with(s["local_secondary_indexes"], {{"maxItems", dynabackup::indexes::most_local}});
}

inline object global_count(subject const& s) {
    return with(s["global_secondary_indexes"], {{"maxItems", dynabackup::indexes::most_global(s.day())}});
}

/// The sort key of a table that is described with its features.
inline object table_sort_key(subject const& s) {
    auto const& local = s.below("source_table_feature_details")["local_secondary_indexes"];
    return implies(has(s["source_table_feature_details"], has(local, {{"type", "array"}, {"minItems", 1}})),
                   with(s["source_table_details"], sort_key(s.below("source_table_details"))));
}

// ---- projections: of shapes with `projection_type` and `non_key_attributes` ----

inline object include_needs_attributes(subject const& s) {
    return implies(is(s["projection_type"], "INCLUDE"),
                   has(s["non_key_attributes"], {{"type", "array"}, {"minItems", 1}}));
}

inline object attributes_need_include(subject const& s) {
    auto const& type = s["projection_type"];
    return implies(has(type, {{"enum", enumerators(*type.value->enumeration, s.day(), {"INCLUDE"})}}),
                   with(s["non_key_attributes"], {{"maxItems", 0}}));
}

inline object distinct_attributes(subject const& s) {
    return with(s["non_key_attributes"], {{"uniqueItems", true}});
}

inline object attribute_count(subject const& s) {
    auto const* const listed = s["non_key_attributes"].facts->simple;
    if (!listed) return {};
    auto const limits = list_limits(listed->at(s.day()), s.chosen);
    return limits.empty() ? object{} : with(s["non_key_attributes"], limits);
}

} // namespace dynabackup::schema
