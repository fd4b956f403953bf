#pragma once
/// \file
/// The indexes of a table: their number, their names, and the keys that local ones share with their table.

#include <dynabackup/detail/util/names.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/rules/key_schema.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dynabackup::indexes {

/// The most local indexes that a table may have.
inline constexpr std::size_t most_local = 5;

/// The most global indexes that a table may have, unless AWS has raised the account's quota.
constexpr std::size_t most_global(edition day) { return day >= edition::v2019_05_01 ? 20 : 5; }

inline constexpr rule hash_key{
    "lsi.hash-key",
    severity::error,
    edition::v2017_11_29,
    "A local secondary index has its table's partition key.",
    cite::create_table,
    {R"({"BackupDescription":{"SourceTableDetails":{"TableName":"Songs","TableId":"0f8fad5b-d9cb-469f-a165-70867728950e","KeySchema":[{"AttributeName":"Artist","KeyType":"HASH"},{"AttributeName":"Title","KeyType":"RANGE"}],"TableCreationDateTime":1700000000,"ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}},"SourceTableFeatureDetails":{"LocalSecondaryIndexes":[{"KeySchema":[{"AttributeName":"Label","KeyType":"HASH"},{"AttributeName":"Year","KeyType":"RANGE"}]}]}}})",
     R"({"BackupDescription":{"SourceTableDetails":{"TableName":"Songs","TableId":"0f8fad5b-d9cb-469f-a165-70867728950e","KeySchema":[{"AttributeName":"Artist","KeyType":"HASH"},{"AttributeName":"Title","KeyType":"RANGE"}],"TableCreationDateTime":1700000000,"ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}},"SourceTableFeatureDetails":{"LocalSecondaryIndexes":[{"KeySchema":[{"AttributeName":"Artist","KeyType":"HASH"},{"AttributeName":"Year","KeyType":"RANGE"}]}]}}})"}};
inline constexpr rule range_key{
    "lsi.range-key",
    severity::error,
    edition::v2017_11_29,
    "A local secondary index has a sort key.",
    cite::local_secondary_indexes,
    {R"({"KeySchema":[{"AttributeName":"Artist","KeyType":"HASH"}]})",
     R"({"KeySchema":[{"AttributeName":"Artist","KeyType":"HASH"},{"AttributeName":"Year","KeyType":"RANGE"}]})",
     "LocalSecondaryIndexInfo"}};
inline constexpr rule table_range_key{
    "lsi.table-range-key",
    severity::error,
    edition::v2017_11_29,
    "Only a table with a sort key has local secondary indexes.",
    cite::local_secondary_indexes,
    {R"({"BackupDescription":{"SourceTableDetails":{"TableName":"Songs","TableId":"0f8fad5b-d9cb-469f-a165-70867728950e","KeySchema":[{"AttributeName":"Artist","KeyType":"HASH"}],"TableCreationDateTime":1700000000,"ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}},"SourceTableFeatureDetails":{"LocalSecondaryIndexes":[{"IndexName":"ByYear"}]}}})",
     R"({"BackupDescription":{"SourceTableDetails":{"TableName":"Songs","TableId":"0f8fad5b-d9cb-469f-a165-70867728950e","KeySchema":[{"AttributeName":"Artist","KeyType":"HASH"},{"AttributeName":"Title","KeyType":"RANGE"}],"TableCreationDateTime":1700000000,"ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}},"SourceTableFeatureDetails":{"LocalSecondaryIndexes":[{"IndexName":"ByYear"}]}}})"}};
inline constexpr rule local_count{"lsi.count",
                                  severity::error,
                                  edition::v2017_11_29,
                                  "A table has at most five local secondary indexes.",
                                  cite::create_table,
                                  {R"({"LocalSecondaryIndexes":[{},{},{},{},{},{}]})",
                                   R"({"LocalSecondaryIndexes":[{},{},{},{},{}]})",
                                   "SourceTableFeatureDetails"}};
inline constexpr rule global_count{
    "gsi.count",
    severity::warning,
    edition::v2017_11_29,
    "A table has at most 20 global secondary indexes unless AWS has raised its quota; until 2019-04-30, "
    "five.",
    cite::create_table,
    {R"({"GlobalSecondaryIndexes":[{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}]})",
     R"({"GlobalSecondaryIndexes":[{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}]})",
     "SourceTableFeatureDetails"}};
inline constexpr rule unique_name{
    "index.unique-name",
    severity::error,
    edition::v2017_11_29,
    "All indexes of a table, of every kind, have different names.",
    cite::create_table,
    {R"({"LocalSecondaryIndexes":[{"IndexName":"ByYear"}],"GlobalSecondaryIndexes":[{"IndexName":"ByYear"}]})",
     R"({"LocalSecondaryIndexes":[{"IndexName":"ByYear"}],"GlobalSecondaryIndexes":[{"IndexName":"ByLabel"}]})",
     "SourceTableFeatureDetails"}};

template <class T>
concept has_vector_indexes = requires(T const& t) {
    t.vector_indexes;
};

/// Reports more than five local secondary indexes.
template <class T>
void check_local_count(T const& t, rule_context& in) {
    auto const* const list = known<&T::local_secondary_indexes>(t, in);
    if (list && list->size() > most_local)
        in.fail({wire_name<&T::local_secondary_indexes>}, list->size(),
                " local secondary indexes; the API allows at most ", most_local, '.');
}

/// Reports more global secondary indexes than the default quota: 20, or five until 2019-04-30.
template <class T>
void check_global_count(T const& t, rule_context& in) {
    auto const* const list = known<&T::global_secondary_indexes>(t, in);
    std::size_t const most = most_global(in.edition());
    if (list && list->size() > most)
        in.fail({wire_name<&T::global_secondary_indexes>}, list->size(),
                " global secondary indexes; the default quota is ", most, '.');
}

/// The indexes in all lists of a table, one list after the other.
struct index_lists {
    /// One list of indexes.
    struct list {
        std::string_view member;     ///< the member that holds the list
        std::string_view index_name; ///< the member of an index that holds its name
        std::size_t size;            ///< how many indexes it has
    };
    std::array<list, 3> lists{};           ///< the first `count` of them
    std::size_t count = 0;                 ///< of the lists
    dynabackup::detail::name_list names{}; ///< of all indexes

    /// Appends a list. Does nothing for null: the list is not known.
    template <class Indexes>
    void add(Indexes const* indexes, std::string_view member, rule_context const& in) {
        if (!indexes) return;
        using index = typename Indexes::value_type;
        lists[count++] = {member, wire_name<&index::index_name>, indexes->size()};
        for (auto const& i : *indexes) {
            auto const* const name = known<&index::index_name>(i, in);
            names.add(name ? std::optional<std::string_view>(*name) : std::nullopt);
        }
    }
};

/// Reports the indexes whose names are not unique.
DYNABACKUP_INLINE void check_unique_names(index_lists& all, rule_context& in);

/// Reports an index of any kind that has the name of an earlier index of the table.
template <class T>
void check_names(T const& t, rule_context& in) {
    index_lists all;
    all.add(known<&T::local_secondary_indexes>(t, in), wire_name<&T::local_secondary_indexes>, in);
    all.add(known<&T::global_secondary_indexes>(t, in), wire_name<&T::global_secondary_indexes>, in);
    if constexpr (has_vector_indexes<T>)
        all.add(known<&T::vector_indexes>(t, in), wire_name<&T::vector_indexes>, in);
    if (all.names.size() > 1) check_unique_names(all, in);
}

/// The rules of a shape T on its `local_secondary_indexes` and `global_secondary_indexes`, whatever its other members.
template <class T>
constexpr auto rules() {
    return std::array{enforce<check_local_count<T>, local_count>(),
                      enforce<check_global_count<T>, global_count>(), enforce<check_names<T>, unique_name>()};
}

/// Leaves alone a schema without exactly one HASH: it has a finding of its own.
template <class T>
void check_range_key(T const& t, rule_context& in) {
    auto const made = key_schema::compose(t, in, key_schema::owner::local_index);
    if (made && made->hashes == 1 && made->ranges == 0)
        in.fail({wire_name<&T::key_schema>}, "The local secondary index has no RANGE; it needs a sort key.");
}

/// The rule of a shape T that is a local index, with `key_schema`.
template <class T>
constexpr auto local_rule() {
    return std::array{enforce<check_range_key<T>, range_key>()};
}

/// The attribute that is the only HASH of a shape's `key_schema`; null if there is no such attribute, or it is not
/// known.
template <class T>
std::string const* partition_key(T const& t, rule_context const& in, key_schema::owner whose) {
    auto const made = key_schema::compose(t, in, whose);
    if (!made || made->hashes != 1) return nullptr;
    auto const& schema = *known<&T::key_schema>(t, in);
    using element = typename std::remove_cvref_t<decltype(schema)>::value_type;
    using type = enumeration<decltype(element::key_type)>;
    auto hash = schema.begin();
    while (enumerator(hash->key_type) != type::HASH) ++hash;
    return known<&element::attribute_name>(*hash, in);
}

/// Reports the local indexes whose partition key differs from their table's; `list`: the path to them.
template <class Table, class Indexes, class... List>
void find_other_keys(Table const& table, Indexes const& locals, rule_context& in, List... list) {
    using index = typename Indexes::value_type;
    auto const* const needed = partition_key(table, in, key_schema::owner::table);
    if (!needed) return;
    for (std::size_t i = 0; i < locals.size(); ++i) {
        auto const* const key = partition_key(locals[i], in, key_schema::owner::local_index);
        if (key && *key != *needed)
            in.fail(hash_key, {list..., i, wire_name<&index::key_schema>}, "The HASH is ", *key,
                    "; a local secondary index has the HASH of its table, ", *needed, '.');
    }
}

/// Reports the list of local indexes if their table has no sort key; `list`: the path to it.
template <class Table, class Indexes, class... List>
void need_sort_key(Table const& table, Indexes const& locals, rule_context& in, List... list) {
    auto const made = key_schema::compose(table, in, key_schema::owner::table);
    if (!locals.empty() && made && made->hashes == 1 && made->ranges == 0)
        in.fail(table_range_key, {list...},
                "The table has no sort key, so it cannot have local secondary indexes.");
}

/// All rules of this file, for the catalogue.
inline constexpr std::array all{&hash_key,    &range_key,    &table_range_key,
                                &local_count, &global_count, &unique_name};

} // namespace dynabackup::indexes

#if DYNABACKUP_DEFINE

namespace dynabackup::indexes {

DYNABACKUP_INLINE void check_unique_names(index_lists& lists, rule_context& in) {
    struct place {
        index_lists::list list;
        std::size_t index;
    };
    auto const place_of = [&](std::size_t i) {
        std::size_t list = 0;
        for (; i >= lists.lists[list].size; ++list) i -= lists.lists[list].size;
        return place{lists.lists[list], i};
    };
    for (std::size_t i = 1; i < lists.names.size(); ++i) {
        auto const earlier = lists.names.earlier(i);
        if (!earlier) continue;
        auto const second = place_of(i), first = place_of(*earlier);
        in.fail({second.list.member, second.index, second.list.index_name}, first.list.member, '/',
                first.index, " already has this name; the indexes of a table have different names.");
    }
}

} // namespace dynabackup::indexes

#endif
