#pragma once
/// \file
/// What ties members together in the shapes of every system that shows tables, as templates over the names that the
/// members have in common: the counterpart of `rules/`.

#include <dynabackup/enforce.hpp>
#include <dynabackup/rules/indexes.hpp>
#include <dynabackup/rules/key_schema.hpp>
#include <dynabackup/testing/scene.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::testing {

/// Adds an attribute to a key schema.
template <class Schema, class E>
void add_key(Schema& schema, std::string_view name, E type) {
    auto& element = schema.emplace_back();
    element.attribute_name = std::string(name);
    element.key_type = type;
}

/// The key schema of the scene's table.
template <class Schema>
void settle_table_keys(Schema& schema, scene& s) {
    using type = enumeration<decltype(Schema::value_type::key_type)>;
    schema.clear();
    add_key(schema, scene::key(s.table().keys), type::HASH);
    if (s.table().sorted) add_key(schema, scene::key(s.table().keys + 1), type::RANGE);
}

/// The key schema of a local index: the table's partition key, and another sort key.
template <class Schema>
void settle_local_keys(Schema& schema, scene& s) {
    using type = enumeration<decltype(Schema::value_type::key_type)>;
    schema.clear();
    add_key(schema, scene::key(s.table().keys), type::HASH);
    add_key(schema, scene::key(s.table().keys + 2 + s.random().below(8)), type::RANGE);
}

/// The key schema of a global index: any attributes; mostly one or two, of rare documents as many as are allowed.
template <class Schema>
void settle_global_keys(Schema& schema, scene& s) {
    using type = enumeration<decltype(Schema::value_type::key_type)>;
    auto const most = key_schema::allowed(key_schema::owner::global_index, s.edition());
    bool const large = s.is_rare() || s.random().one_in(16);
    auto const hashes = large ? 1 + s.random().below(most.hashes) : 1;
    auto const ranges = large ? s.random().below(most.ranges + 1) : s.random().below(2);
    auto const first = s.random().below(words::keys.size());
    schema.clear();
    for (std::size_t i = 0; i < hashes; ++i) add_key(schema, scene::key(first + i), type::HASH);
    for (std::size_t i = 0; i < ranges; ++i) add_key(schema, scene::key(first + hashes + i), type::RANGE);
}

/// The projection of an index: attributes with INCLUDE only, and no more than the table has left.
template <class T>
void settle_projection(T& p, scene& s) {
    using type = enumeration<decltype(T::projection_type)>;
    constexpr std::size_t most_of_index = 20;
    p.non_key_attributes.reset();
    auto const most = std::min(most_of_index, s.attributes_left());
    if (!p.projection_type) return;
    p.projection_type = s.random().one_in(2)   ? type::ALL
                        : s.random().one_in(2) ? type::KEYS_ONLY
                                               : type::INCLUDE;
    if (*p.projection_type != type::INCLUDE) return;
    if (most == 0) return void(p.projection_type = type::KEYS_ONLY);
    auto const count = s.random().log_between(1, static_cast<std::int64_t>(most));
    s.name_attributes(p.non_key_attributes.emplace(), static_cast<std::size_t>(count));
    s.attributes_left() -= static_cast<std::size_t>(count);
}

/// Capacities as the table is billed: 0 on demand.
template <class T>
void settle_throughput(T& t, scene& s) {
    auto const units = [&] { return s.table().on_demand ? 0 : s.random().log_between(1, 40'000); };
    t.read_capacity_units = units();
    t.write_capacity_units = units();
}

/// No more indexes of each kind than a table may have; local ones need a table with a sort key. Many tables have none.
template <class T>
void settle_indexes(T& t, scene& s) {
    auto const cut = [](auto& list, std::size_t most) {
        if (list && list->size() > most) list->resize(most);
    };
    cut(t.local_secondary_indexes, indexes::most_local);
    cut(t.global_secondary_indexes, indexes::most_global(s.edition()));
    if (!s.table().sorted || !s.random().one_in(3)) t.local_secondary_indexes.reset();
    if (!s.random().one_in(2)) t.global_secondary_indexes.reset();
}

} // namespace dynabackup::testing
