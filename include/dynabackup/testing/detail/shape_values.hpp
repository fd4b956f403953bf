#pragma once
/// \file
/// Tables of what the descriptions of shapes do not say about their values; and functions that make the members of an
/// object agree with each other, as templates over the member names that the systems share. The functions are the
/// counterpart of `rules/`.

#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/tables.hpp>
#include <dynabackup/rules/indexes.hpp>
#include <dynabackup/rules/key_schema.hpp>
#include <dynabackup/testing/detail/scene.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dynabackup::testing::detail {

/// What generating values of a shape needs beyond its description.
struct shape_values {
    shape_table const* shape;
    std::uint64_t kept;                     ///< a bit for each optional member that is never left out
    void (*adjust)(void* object, scene& s); ///< makes the members of a filled object agree; may be null
};

/// How to generate the text of a simple shape.
struct text_values {
    simple_shape const* shape;
    void (*draw)(std::string& out, scene& s);
};

/// The bits of several members of one shape.
template <auto... Members>
inline constexpr std::uint64_t bits_of = (dynabackup::detail::member_of<Members>.bit() | ...);

/// Makes the entry of a shape. `adjust(T&, scene&)` is called if it exists.
template <described_struct T>
constexpr shape_values values_of(std::uint64_t kept = 0) {
    shape_values values{&shape_table_of<T>, kept, nullptr};
    if constexpr (requires(T & object, scene & s) { adjust(object, s); })
        values.adjust = [](void* object, scene& s) { adjust(*static_cast<T*>(object), s); };
    return values;
}

/// Chooses an enumerator of the edition. Changes nothing if the edition has none.
inline void draw_enumerator(enum_table const& all, void* open_enum, scene& s) {
    std::array<std::uint8_t, 255> known;
    std::size_t n = 0;
    for (std::size_t i = 0; i < all.names.size(); ++i)
        if (!all.names[i].empty() && all.since[i] <= s.edition()) known[n++] = static_cast<std::uint8_t>(i);
    if (n > 0) static_cast<dynabackup::detail::enum_value*>(open_enum)->assign(known[s.random().below(n)]);
}

template <class E>
void draw_enumerator(open_enum<E>& out, scene& s) {
    draw_enumerator(*value_table_of<open_enum<E>>.enumeration, &out, s);
}

// ---- members that agree ----

/// Adds an attribute to a key schema.
template <class Schema, class E>
void add_key(Schema& schema, std::string_view name, E type) {
    auto& element = schema.emplace_back();
    element.attribute_name = std::string(name);
    element.key_type = type;
}

/// Makes a key schema of `hashes` partition keys, then `ranges` sort keys, beginning with key number `first`.
template <class Schema>
void set_keys(Schema& schema, std::size_t first, std::size_t hashes, std::size_t ranges) {
    using type = enumeration<decltype(Schema::value_type::key_type)>;
    schema.clear();
    for (std::size_t i = 0; i < hashes + ranges; ++i)
        add_key(schema, scene::key(first + i), i < hashes ? type::HASH : type::RANGE);
}

/// Makes the key schema of a local index: the table's partition key, and another sort key.
template <class Schema>
void adjust_local_keys(Schema& schema, scene& s) {
    set_keys(schema, s.table().keys, 1, 0);
    using type = enumeration<decltype(Schema::value_type::key_type)>;
    add_key(schema, scene::key(s.table().keys + 2 + s.random().below(8)), type::RANGE);
}

/// Makes the key schema of a global index, of any attributes: usually one or two; in rare documents up to as many as
/// the edition allows.
template <class Schema>
void adjust_global_keys(Schema& schema, scene& s) {
    auto const most = key_schema::allowed(key_schema::owner::global_index, s.edition());
    bool const large = s.is_rare() || s.random().one_in(16);
    auto const hashes = large ? 1 + s.random().below(most.hashes) : 1;
    auto const ranges = large ? s.random().below(most.ranges + 1) : s.random().below(2);
    set_keys(schema, s.random().below(words::keys.size()), hashes, ranges);
}

/// Makes the projection of an index: attributes only with INCLUDE, and no more than the table has left.
template <class T>
void adjust_projection(T& p, scene& s) {
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

/// Sets the capacities to match the table's billing: 0 on demand.
template <class T>
void adjust_throughput(T& t, scene& s) {
    auto const units = [&] { return s.table().on_demand ? 0 : s.random().log_between(1, 40'000); };
    t.read_capacity_units = units();
    t.write_capacity_units = units();
}

/// Leaves no more indexes of each kind than a table may have, and local indexes only if the table has a sort key.
/// Leaves no index in many tables.
template <class T>
void adjust_indexes(T& t, scene& s) {
    auto const cut = [](auto& list, std::size_t most) {
        if (list && list->size() > most) list->resize(most);
    };
    cut(t.local_secondary_indexes, indexes::most_local);
    cut(t.global_secondary_indexes, indexes::most_global(s.edition()));
    if (!s.table().sorted || !s.random().one_in(3)) t.local_secondary_indexes.reset();
    if (!s.random().one_in(2)) t.global_secondary_indexes.reset();
}

} // namespace dynabackup::testing::detail
