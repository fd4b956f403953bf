#pragma once
/// \file
/// The indexes of a table: how many there may be, their names, and what ties local ones to their table.

#include <dynabackup/enforce.hpp>
#include <dynabackup/rules/key_schema.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::indexes {

/// How many local indexes a table may have.
inline constexpr std::size_t most_local = 5;

/// How many global indexes a table may have unless AWS has raised its quota.
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
    "A table has at most 20 global secondary indexes unless AWS has raised its quota; to 2019-04-30 five.",
    cite::create_table,
    {R"({"GlobalSecondaryIndexes":[{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}]})",
     R"({"GlobalSecondaryIndexes":[{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}]})",
     "SourceTableFeatureDetails"}};
inline constexpr rule unique_name{
    "index.unique-name",
    severity::error,
    edition::v2017_11_29,
    "The indexes of a table, of whatever kind, have different names.",
    cite::create_table,
    {R"({"LocalSecondaryIndexes":[{"IndexName":"ByYear"}],"GlobalSecondaryIndexes":[{"IndexName":"ByYear"}]})",
     R"({"LocalSecondaryIndexes":[{"IndexName":"ByYear"}],"GlobalSecondaryIndexes":[{"IndexName":"ByLabel"}]})",
     "SourceTableFeatureDetails"}};

template <class T>
concept has_vector_indexes = requires(T const& t) {
    t.vector_indexes;
};

/// Calls `visit(list, name of the member)` for each list of indexes of a shape, in the order in which names are
/// compared; the list is null if it is not known.
template <class T, class Subject, class Visit>
void for_each_list(T const& t, Subject const& in, Visit visit) {
    visit(known<&T::local_secondary_indexes>(t, in), at<&T::local_secondary_indexes>);
    visit(known<&T::global_secondary_indexes>(t, in), at<&T::global_secondary_indexes>);
    if constexpr (has_vector_indexes<T>) visit(known<&T::vector_indexes>(t, in), at<&T::vector_indexes>);
}

/// The name of an index, and where it stands.
struct named_index {
    std::optional<std::string_view> name; ///< none if it is not known
    std::string_view list;                ///< the member that holds the index
    std::string_view member;              ///< the member that holds its name
    std::size_t index;                    ///< in the list, from 0
};

/// The rules of a shape T with `local_secondary_indexes` and `global_secondary_indexes`, by themselves.
template <class T>
constexpr void rules(auto const& enforce) {
    enforce(local_count, [](T const& t, auto const& in) {
        auto const* const list = known<&T::local_secondary_indexes>(t, in);
        if (list && list->size() > most_local)
            in.fail({at<&T::local_secondary_indexes>}, list->size(),
                    " local secondary indexes; allowed are at most ", most_local, '.');
    });
    enforce(global_count, [](T const& t, auto const& in) {
        auto const* const list = known<&T::global_secondary_indexes>(t, in);
        std::size_t const most = most_global(in.edition());
        if (list && list->size() > most)
            in.fail({at<&T::global_secondary_indexes>}, list->size(),
                    " global secondary indexes; without a raised quota the most are ", most, '.');
    });
    enforce(unique_name, [](T const& t, auto const& in) {
        std::size_t total = 0;
        for_each_list(t, in, [&](auto const* list, auto) { total += list ? list->size() : 0; });
        auto const find = [&](std::size_t place) {
            std::optional<named_index> found;
            for_each_list(t, in, [&](auto const* list, std::string_view member) {
                if (!list || found) return;
                if (place >= list->size()) {
                    place -= list->size();
                    return;
                }
                using index = typename std::remove_cvref_t<decltype(*list)>::value_type;
                auto const* const name = known<&index::index_name>((*list)[place], in);
                found = {name ? std::optional<std::string_view>(*name) : std::nullopt, member,
                         at<&index::index_name>, place};
            });
            return *found;
        };
        auto const name = [&](std::size_t place) { return find(place).name; };
        for_each_duplicate(total, name, [&](std::size_t second, std::size_t first) {
            auto const it = find(second), other = find(first);
            if (it.name)
                in.fail({it.list, it.index, it.member}, other.list, '/', other.index,
                        " has this name already; the indexes of a table have different names.");
        });
    });
}

/// The rule of a shape T that is a local index, with `key_schema`. A schema without exactly one HASH has a
/// finding already.
template <class T>
constexpr void local_rule(auto const& enforce) {
    enforce(range_key, [](T const& t, auto const& in) {
        auto const made = key_schema::compose(t, in, key_schema::owner::local_index);
        if (made && made->hashes == 1 && made->ranges == 0)
            in.fail({at<&T::key_schema>}, "Without a RANGE; a local secondary index has a sort key.");
    });
}

/// The attribute that is the only HASH of a shape's `key_schema`; null if there is no such thing, or it is not
/// known.
template <class T, class Subject>
std::string const* partition_key(T const& t, Subject const& in, key_schema::owner whose) {
    auto const made = key_schema::compose(t, in, whose);
    if (!made || made->hashes != 1) return nullptr;
    auto const& schema = *known<&T::key_schema>(t, in);
    using element = typename std::remove_cvref_t<decltype(schema)>::value_type;
    using type = enumeration<decltype(element::key_type)>;
    auto hash = schema.begin();
    while (enumerator(hash->key_type) != type::HASH) ++hash;
    return known<&element::attribute_name>(*hash, in);
}

/// Reports the local indexes with another partition key than their table's; `list`: the path to them.
template <class Table, class Indexes, class Subject, class... List>
void find_other_keys(Table const& table, Indexes const& locals, Subject const& in, List... list) {
    using index = typename Indexes::value_type;
    auto const* const needed = partition_key(table, in, key_schema::owner::table);
    if (!needed) return;
    for (std::size_t i = 0; i < locals.size(); ++i) {
        auto const* const key = partition_key(locals[i], in, key_schema::owner::local_index);
        if (key && *key != *needed)
            in.fail({list..., i, at<&index::key_schema>}, "The HASH is ", *key, "; of the table it is ",
                    *needed, ", which its local secondary indexes share.");
    }
}

/// Reports the list of local indexes if their table has no sort key; `list`: the path to it.
template <class Table, class Indexes, class Subject, class... List>
void need_sort_key(Table const& table, Indexes const& locals, Subject const& in, List... list) {
    auto const made = key_schema::compose(table, in, key_schema::owner::table);
    if (!locals.empty() && made && made->hashes == 1 && made->ranges == 0)
        in.fail({list...}, "The table has no sort key, so it cannot have local secondary indexes.");
}

} // namespace dynabackup::indexes
