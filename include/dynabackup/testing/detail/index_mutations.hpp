#pragma once
/// \file
/// Breaks the rules on keys, indexes and projections.

#include <dynabackup/rules/indexes.hpp>
#include <dynabackup/rules/key_schema.hpp>
#include <dynabackup/rules/projection.hpp>
#include <dynabackup/rules/reading.hpp>
#include <dynabackup/rules/vector_indexes.hpp>
#include <dynabackup/testing/detail/mutation.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>

namespace dynabackup::testing::detail {

// ---- keys ----

/// Gives an index other keys: `hashes` partition keys, then `ranges` sort keys.
template <class T>
void change_keys(T& index, std::size_t hashes, std::size_t ranges, scene& s) {
    auto& keys = index.key_schema.emplace();
    set_keys(keys, s.random().below(words::keys.size()), hashes, ranges);
}

inline constexpr auto spoil_key_size = [](auto& index, scene& s) {
    auto const most = key_schema::allowed(key_schema::owner::global_index, s.edition());
    if (s.random().one_in(2)) change_keys(index, 0, 0, s);
    else change_keys(index, 1, most.elements + s.random().below(3), s);
    return true;
};

inline constexpr auto spoil_hash_count = [](auto& index, scene& s) {
    auto const most = key_schema::allowed(key_schema::owner::global_index, s.edition());
    if (s.random().one_in(2)) change_keys(index, 0, 1, s);
    else change_keys(index, most.hashes + 1, 0, s);
    return true;
};

inline constexpr auto spoil_range_count = [](auto& index, scene& s) {
    auto const most = key_schema::allowed(key_schema::owner::global_index, s.edition());
    change_keys(index, 1, most.ranges + 1 + s.random().below(most.elements - most.ranges - 1), s);
    return true;
};

inline constexpr auto put_range_first = [](auto& index, scene& s) {
    change_keys(index, 1, 1, s);
    std::swap(index.key_schema->front(), index.key_schema->back());
    return true;
};

inline constexpr auto repeat_key = [](auto& index, scene& s) {
    change_keys(index, 1, 1, s);
    index.key_schema->back().attribute_name = index.key_schema->front().attribute_name;
    return true;
};

// ---- indexes ----

/// Adds an index like the first one, with a name of its own and without a projection.
template <class List>
void add_index(List& list, scene& s) {
    auto index = list.front();
    s.name_index(index.index_name.emplace());
    index.projection.reset();
    list.push_back(std::move(index));
}

inline constexpr auto have_too_many_local = [](auto& t, scene& s) {
    auto& list = t.local_secondary_indexes;
    if (!any_of(list, s)) return false;
    auto const size = indexes::most_local + 1 + s.random().below(3);
    while (list->size() < size) add_index(*list, s);
    return true;
};

inline constexpr auto have_too_many_global = [](auto& t, scene& s) {
    auto& list = t.global_secondary_indexes;
    if (!any_of(list, s)) return false;
    auto const size = indexes::most_global(s.edition()) + 1 + s.random().below(5);
    while (list->size() < size) add_index(*list, s);
    return true;
};

inline constexpr auto repeat_index_name = [](auto& t, scene& s) {
    auto& list = t.global_secondary_indexes;
    if (!any_of(list, s) || !list->front().index_name) return false;
    auto const& name = list->front().index_name;
    if (auto* const other = any_of(t.local_secondary_indexes, s)) other->index_name = name;
    else if (list->size() > 1) list->back().index_name = name;
    else list->push_back(list->front());
    return true;
};

/// Removes the sort key of one of the local indexes.
inline constexpr auto remove_sort_key = [](auto& t, scene& s) {
    auto* const index = any_of(t.local_secondary_indexes, s);
    if (!index || !index->key_schema) return false;
    index->key_schema->pop_back();
    return true;
};

// ---- projections ----

/// Makes an index include a number of attributes.
template <class T>
auto& include(T& index, std::size_t count, scene& s) {
    using projection = typename std::remove_cvref_t<decltype(index.projection)>::value_type;
    using type = enumeration<decltype(projection::projection_type)>;
    auto& p = index.projection.emplace();
    p.projection_type = type::INCLUDE;
    auto& names = p.non_key_attributes.emplace();
    s.name_attributes(names, count);
    return names;
}

inline constexpr auto include_nothing = [](auto& index, scene& s) {
    include(index, 0, s);
    if (s.random().one_in(2)) index.projection->non_key_attributes.reset();
    return true;
};

inline constexpr auto include_without_saying = [](auto& index, scene& s) {
    using projection = typename std::remove_cvref_t<decltype(index.projection)>::value_type;
    using type = enumeration<decltype(projection::projection_type)>;
    include(index, 1 + s.random().below(5), s);
    index.projection->projection_type = s.random().one_in(2) ? type::ALL : type::KEYS_ONLY;
    return true;
};

inline constexpr auto include_twice = [](auto& index, scene& s) {
    auto& names = include(index, 2 + s.random().below(3), s);
    names.back() = names.front();
    return s.attributes_left() >= names.size();
};

inline constexpr auto include_key = [](auto& index, scene& s) {
    if (!index.key_schema || s.attributes_left() < 5) return false;
    auto& names = include(index, 1 + s.random().below(5), s);
    names.back() = s.random().pick(*index.key_schema).attribute_name;
    return true;
};

inline constexpr auto include_too_many = [](auto& index, scene& s) {
    constexpr auto most = static_cast<std::size_t>(aws::simple::NonKeyAttributeNameList.later.max);
    include(index, most + 1 + s.random().below(5), s);
    return s.edition() < projection::local_and_global || s.attributes_left() >= 25;
};

/// Exceeds the limit on all indexes together, but neither a limit on one index nor the limit on the number of local
/// indexes. That is impossible in editions in which only local indexes count and may have a hundred attributes.
inline constexpr auto include_too_many_in_all = [](auto& t, scene& s) {
    constexpr auto most_of_index = static_cast<std::size_t>(aws::simple::NonKeyAttributeNameList.later.max);
    bool const global = s.edition() >= projection::local_and_global;
    if (!global && s.edition() >= projection::hundred_for_local) return false;
    auto const fill_up = [&](auto& list, std::size_t size) {
        while (list->size() < size) add_index(*list, s);
        for (std::size_t i = 0; i < size; ++i) include((*list)[i], most_of_index, s);
    };
    if (global) {
        if (!any_of(t.global_secondary_indexes, s)) return false;
        fill_up(t.global_secondary_indexes, 6 + s.random().below(5));
    } else {
        if (!any_of(t.local_secondary_indexes, s)) return false;
        fill_up(t.local_secondary_indexes, 2 + s.random().below(4));
    }
    return true;
};

inline constexpr std::array index_mutations{
    in_global(key_schema::size, spoil_key_size),
    in_clumio_global(key_schema::size, spoil_key_size),
    in_global(key_schema::hash_count, spoil_hash_count),
    in_clumio_global(key_schema::hash_count, spoil_hash_count),
    in_global(key_schema::range_count, spoil_range_count),
    in_clumio_global(key_schema::range_count, spoil_range_count),
    in_global(key_schema::hash_first, put_range_first),
    in_clumio_global(key_schema::hash_first, put_range_first),
    in_global(key_schema::distinct_attributes, repeat_key),
    in_clumio_global(key_schema::distinct_attributes, repeat_key),
    in<features_of>(indexes::local_count, have_too_many_local),
    in<indexes_of>(indexes::local_count, have_too_many_local),
    in<features_of>(indexes::global_count, have_too_many_global),
    in<indexes_of>(indexes::global_count, have_too_many_global),
    in<features_of>(indexes::unique_name, repeat_index_name),
    breaks(indexes::unique_name,
           [](resource& b, scene& s) {
               b.replicas.reset(); // they may name the index whose name is lost
               return repeat_index_name(b, s);
           }),
    in<features_of>(indexes::range_key, remove_sort_key),
    in<indexes_of>(indexes::range_key, remove_sort_key),
    in<features_of>(indexes::hash_key,
                    [](features& t, scene& s) {
                        auto* const index = any_of(t.local_secondary_indexes, s);
                        if (!index || !index->key_schema) return false;
                        index->key_schema->front().attribute_name = "shard";
                        return true;
                    }),
    breaks(indexes::table_range_key,
           [](description& answer, scene& s) {
               auto& schema = table_of(answer).key_schema;
               schema.resize(1);
               auto& locals = features_of(answer).local_secondary_indexes;
               return any_of(locals, s) != nullptr;
           }),
    in_global(projection::include_needs_attributes, include_nothing),
    in_clumio_global(projection::include_needs_attributes, include_nothing),
    in_global(projection::attributes_need_include, include_without_saying),
    in_clumio_global(projection::attributes_need_include, include_without_saying),
    in_global(projection::duplicate_attribute, include_twice),
    in_clumio_global(projection::duplicate_attribute, include_twice),
    in_global(projection::non_key_is_key, include_key),
    in_global(reading::list_size, include_too_many),
    in<features_of>(projection::total_non_key_attributes, include_too_many_in_all),
    in<indexes_of>(projection::total_non_key_attributes, include_too_many_in_all),
    breaks(vector_indexes::billing_mode,
           [](description& answer, scene& s) {
               auto& indexes = features_of(answer).vector_indexes;
               if (!indexes) indexes.emplace().emplace_back();
               auto& mode = table_of(answer).billing_mode;
               return mode && !s.table().on_demand;
           }),
    in<features_of>(vector_indexes::dimensions,
                    [](features& t, scene& s) {
                        if (!s.table().on_demand) return false;
                        auto* const index = any_of(t.vector_indexes, s);
                        if (!index) return false;
                        index->dimensions = vector_indexes::most_dimensions + s.random().log_between(1, 1000);
                        return true;
                    }),
};

} // namespace dynabackup::testing::detail
