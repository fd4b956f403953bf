#pragma once
/// \file
/// What breaks the rules on keys, indexes and projections.

#include <dynabackup/rules/indexes.hpp>
#include <dynabackup/rules/key_schema.hpp>
#include <dynabackup/rules/projection.hpp>
#include <dynabackup/testing/break_in_table.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace dynabackup::testing {

namespace detail {

// ---- keys ----

/// Gives an index other keys: so many HASH, then so many RANGE.
template <class T>
void set_keys(T& index, std::size_t hashes, std::size_t ranges, scene& s) {
    using schema = typename std::remove_cvref_t<decltype(index.key_schema)>::value_type;
    using type = enumeration<decltype(schema::value_type::key_type)>;
    auto& keys = index.key_schema.emplace();
    auto const first = s.random().below(words::keys.size());
    for (std::size_t i = 0; i < hashes + ranges; ++i)
        add_key(keys, scene::key(first + i), i < hashes ? type::HASH : type::RANGE);
}

inline constexpr auto spoil_key_size = [](auto& index, scene& s) {
    auto const most = key_schema::allowed(key_schema::owner::global_index, s.edition());
    if (s.random().one_in(2)) set_keys(index, 0, 0, s);
    else set_keys(index, 1, most.elements + s.random().below(3), s);
    return true;
};

inline constexpr auto spoil_hash_count = [](auto& index, scene& s) {
    auto const most = key_schema::allowed(key_schema::owner::global_index, s.edition());
    if (s.random().one_in(2)) set_keys(index, 0, 1, s);
    else set_keys(index, most.hashes + 1, 0, s);
    return true;
};

inline constexpr auto spoil_range_count = [](auto& index, scene& s) {
    auto const most = key_schema::allowed(key_schema::owner::global_index, s.edition());
    set_keys(index, 1, most.ranges + 1 + s.random().below(most.elements - most.ranges - 1), s);
    return true;
};

inline constexpr auto put_range_first = [](auto& index, scene& s) {
    set_keys(index, 1, 1, s);
    std::swap(index.key_schema->front(), index.key_schema->back());
    return true;
};

inline constexpr auto repeat_key = [](auto& index, scene& s) {
    set_keys(index, 1, 1, s);
    index.key_schema->back().attribute_name = index.key_schema->front().attribute_name;
    return true;
};

// ---- indexes ----

/// A further index like the first one, with a name of its own and without attributes.
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

/// Breaks a rule in a local index: `change(index, scene)`.
template <class Change>
inline constexpr auto any_local = [](auto& t, scene& s) {
    auto* const index = any_of(t.local_secondary_indexes, s);
    return index && index->key_schema && Change{}(*index, s);
};

inline constexpr auto have_no_sort_key = [](auto& index, scene&) {
    index.key_schema->pop_back();
    return true;
};

// ---- projections ----

/// Includes so many attributes in an index.
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

/// Without breaking the limits of each index, nor that of local indexes: where they alone count, and may name a
/// hundred, that cannot be done.
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

} // namespace detail

inline constexpr std::array index_breakers{
    detail::in_global(key_schema::size, detail::spoil_key_size),
    detail::in_clumio_global(key_schema::size, detail::spoil_key_size),
    detail::in_global(key_schema::hash_count, detail::spoil_hash_count),
    detail::in_clumio_global(key_schema::hash_count, detail::spoil_hash_count),
    detail::in_global(key_schema::range_count, detail::spoil_range_count),
    detail::in_clumio_global(key_schema::range_count, detail::spoil_range_count),
    detail::in_global(key_schema::hash_first, detail::put_range_first),
    detail::in_clumio_global(key_schema::hash_first, detail::put_range_first),
    detail::in_global(key_schema::distinct_attributes, detail::repeat_key),
    detail::in_clumio_global(key_schema::distinct_attributes, detail::repeat_key),
    detail::in_features(indexes::local_count, detail::have_too_many_local),
    detail::in_resource(indexes::local_count, detail::have_too_many_local),
    detail::in_features(indexes::global_count, detail::have_too_many_global),
    detail::in_resource(indexes::global_count, detail::have_too_many_global),
    detail::in_features(indexes::unique_name, detail::repeat_index_name),
    detail::in_resource(indexes::unique_name,
                        [](clumio::DynamoDBTableBackup& b, scene& s) {
                            b.replicas.reset(); // they know the name that is lost
                            return detail::repeat_index_name(b, s);
                        }),
    detail::in_features(indexes::range_key, detail::any_local<decltype(detail::have_no_sort_key)>),
    detail::in_resource(indexes::range_key, detail::any_local<decltype(detail::have_no_sort_key)>),
    detail::in_features(indexes::hash_key,
                        [](aws::SourceTableFeatureDetails& t, scene& s) {
                            auto* const index = any_of(t.local_secondary_indexes, s);
                            if (!index || !index->key_schema) return false;
                            index->key_schema->front().attribute_name = "shard";
                            return true;
                        }),
    broken<aws::DescribeBackupOutput>(indexes::table_range_key,
                                      [](aws::DescribeBackupOutput& answer, scene& s) {
                                          auto& schema = detail::table_of(answer).key_schema;
                                          schema.resize(1);
                                          auto& locals = detail::features_of(answer).local_secondary_indexes;
                                          return any_of(locals, s) != nullptr;
                                      }),
    detail::in_global(projection::include_needs_attributes, detail::include_nothing),
    detail::in_clumio_global(projection::include_needs_attributes, detail::include_nothing),
    detail::in_global(projection::attributes_need_include, detail::include_without_saying),
    detail::in_clumio_global(projection::attributes_need_include, detail::include_without_saying),
    detail::in_global(projection::duplicate_attribute, detail::include_twice),
    detail::in_clumio_global(projection::duplicate_attribute, detail::include_twice),
    detail::in_global(projection::non_key_is_key, detail::include_key),
    detail::in_global(reading::list_size, detail::include_too_many),
    detail::in_features(projection::total_non_key_attributes, detail::include_too_many_in_all),
    detail::in_resource(projection::total_non_key_attributes, detail::include_too_many_in_all),
};

} // namespace dynabackup::testing
