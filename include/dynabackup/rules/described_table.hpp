#pragma once
/// \file
/// Descriptions of tables: their keys, their indexes, their throughput. Members that backups also have follow the same
/// rules there.

#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/rules/backup_arn.hpp>
#include <dynabackup/rules/indexes.hpp>
#include <dynabackup/rules/key_schema.hpp>
#include <dynabackup/rules/projection.hpp>
#include <dynabackup/rules/throughput.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

namespace dynabackup::described_table {

inline constexpr rule attribute_definitions{
    "table.attribute-definitions",
    severity::error,
    edition::v2017_11_29,
    "Each key attribute of a table and of its secondary indexes is defined.",
    cite::create_table,
    {R"({"AttributeDefinitions":[{"AttributeName":"Artist","AttributeType":"S"}],"KeySchema":[{"AttributeName":"Artist","KeyType":"HASH"},{"AttributeName":"Title","KeyType":"RANGE"}],"TableStatus":"ACTIVE"})",
     R"({"AttributeDefinitions":[{"AttributeName":"Artist","AttributeType":"S"},{"AttributeName":"Title","AttributeType":"S"}],"KeySchema":[{"AttributeName":"Artist","KeyType":"HASH"},{"AttributeName":"Title","KeyType":"RANGE"}],"TableStatus":"ACTIVE"})",
     "TableDescription"}};

/// Whether a shape has local secondary indexes.
template <class T>
concept has_local_indexes = requires(T const& t) {
    t.local_secondary_indexes;
};

/// Reports the attributes of a key schema that are not defined. `schema`: may be null; `where`: the path to it.
template <class Schema, class... Where>
void find_undefined(dynabackup::detail::name_list& defined, Schema const* schema, rule_context& in,
                    Where... where) {
    if (!schema) return;
    using element = typename Schema::value_type;
    for (std::size_t i = 0; i < schema->size(); ++i) {
        auto const& e = (*schema)[i];
        auto const* const name = in.knows(e) ? known<&element::attribute_name>(e, in) : nullptr;
        if (name && !defined.contains(*name))
            in.fail({where..., path_step{i}, path_step{wire_name<&element::attribute_name>}},
                    "The attribute is part of a key, but AttributeDefinitions does not define it.");
    }
}

/// Does what find_undefined does, for the key schemas of a list of indexes, which may be null.
template <class Indexes>
void find_undefined_in(dynabackup::detail::name_list& defined, Indexes const* indexes, rule_context& in,
                       std::string_view list) {
    if (!indexes) return;
    using index = typename Indexes::value_type;
    for (std::size_t i = 0; i < indexes->size(); ++i)
        find_undefined(defined, known<&index::key_schema>((*indexes)[i], in), in, path_step{list},
                       path_step{i}, path_step{wire_name<&index::key_schema>});
}

/// Reports key attributes of the table and of its secondary indexes that AttributeDefinitions does not define.
template <class T>
void check_definitions(T const& t, rule_context& in) {
    auto const* const definitions = known<&T::attribute_definitions>(t, in);
    if (!definitions) return;
    using definition = typename std::remove_cvref_t<decltype(*definitions)>::value_type;
    dynabackup::detail::name_list defined;
    for (auto const& d : *definitions) {
        auto const* const name = in.knows(d) ? known<&definition::attribute_name>(d, in) : nullptr;
        if (!name) return; // it could be any of them
        defined.add(std::string_view(*name));
    }
    find_undefined(defined, known<&T::key_schema>(t, in), in, path_step{wire_name<&T::key_schema>});
    if constexpr (has_local_indexes<T>)
        find_undefined_in(defined, known<&T::local_secondary_indexes>(t, in), in,
                          wire_name<&T::local_secondary_indexes>);
    find_undefined_in(defined, known<&T::global_secondary_indexes>(t, in), in,
                      wire_name<&T::global_secondary_indexes>);
}

/// Reports local secondary indexes whose partition key differs from the table's. Reports their list if the table has no
/// sort key.
template <class T>
void check_local_indexes(T const& t, rule_context& in) {
    auto const* const locals = known<&T::local_secondary_indexes>(t, in);
    if (!locals) return;
    constexpr path_step at_list = wire_name<&T::local_secondary_indexes>;
    indexes::find_other_keys(t, *locals, in, at_list);
    indexes::need_sort_key(t, *locals, in, at_list);
}

/// Reports NonKeyAttributes of an index that are keys of the table or of the index.
template <class T>
void check_projected_keys(T const& t, rule_context& in) {
    auto const* const keys = known<&T::key_schema>(t, in);
    if constexpr (has_local_indexes<T>)
        projection::find_keys(keys, known<&T::local_secondary_indexes>(t, in), in,
                              path_step{wire_name<&T::local_secondary_indexes>});
    projection::find_keys(keys, known<&T::global_secondary_indexes>(t, in), in,
                          path_step{wire_name<&T::global_secondary_indexes>});
    projection::find_keys(keys, known<&T::vector_indexes>(t, in), in,
                          path_step{wire_name<&T::vector_indexes>});
}

/// How a table is billed, as far as its BillingModeSummary shows.
template <class T>
throughput::billing billing_of(T const& t, rule_context const& in) {
    if (!in.knows(t.billing_mode_summary)) return throughput::billing::unknown;
    auto const* const summary = known<&T::billing_mode_summary>(t, in);
    return summary ? throughput::billing_of(*summary, in) : throughput::billing::absent;
}

/// Reports provisioned capacities of the table and of its global secondary indexes that break `Which`:
/// `throughput::minimum` or `throughput::on_demand_zero`.
template <class T, rule const& Which>
void check_capacities(T const& t, rule_context& in) {
    auto const mode = billing_of(t, in);
    if (auto const* const capacities = known<&T::provisioned_throughput>(t, in))
        throughput::check_capacities(Which, mode, *capacities, in,
                                     path_step{wire_name<&T::provisioned_throughput>});
    throughput::check_indexes(Which, mode, known<&T::global_secondary_indexes>(t, in), in,
                              path_step{wire_name<&T::global_secondary_indexes>});
}

/// The rules of a shape T that describes a table.
template <class T>
constexpr auto rules() {
    return join(
        key_schema::rules<T, key_schema::owner::table>(), indexes::rules<T>(), projection::total_rule<T>(),
        arn::table_rules<T>(),
        std::array{enforce<check_local_indexes<T>, indexes::hash_key, indexes::table_range_key>(),
                   enforce<check_projected_keys<T>, projection::non_key_is_key>(),
                   enforce<check_definitions<T>, attribute_definitions>(),
                   enforce<check_capacities<T, throughput::minimum>, throughput::minimum>(),
                   enforce<check_capacities<T, throughput::on_demand_zero>, throughput::on_demand_zero>()});
}

/// Reports a global secondary index or a vector index that has the name of an earlier one.
template <class T>
void check_created_names(T const& t, rule_context& in) {
    indexes::index_lists all;
    all.add(known<&T::global_secondary_indexes>(t, in), wire_name<&T::global_secondary_indexes>, in);
    all.add(known<&T::vector_indexes>(t, in), wire_name<&T::vector_indexes>, in);
    if (all.names.size() > 1) indexes::check_unique_names(all, in);
}

/// Reports provisioned capacities of the global secondary indexes that break `Which`: `throughput::minimum` or
/// `throughput::on_demand_zero`.
template <class T, rule const& Which>
void check_created_capacities(T const& t, rule_context& in) {
    throughput::check_indexes(Which, throughput::billing_of(t, in),
                              known<&T::global_secondary_indexes>(t, in), in,
                              path_step{wire_name<&T::global_secondary_indexes>});
}

/// The rules of a shape T that describes a table to be created.
template <class T>
constexpr auto creation_rules() {
    return join(
        key_schema::rules<T, key_schema::owner::table>(), throughput::table_rule<T, throughput::minimum>(),
        throughput::table_rule<T, throughput::on_demand_zero>(),
        std::array{
            enforce<indexes::check_global_count<T>, indexes::global_count>(),
            enforce<check_created_names<T>, indexes::unique_name>(),
            enforce<check_projected_keys<T>, projection::non_key_is_key>(),
            enforce<check_definitions<T>, attribute_definitions>(),
            enforce<check_created_capacities<T, throughput::minimum>, throughput::minimum>(),
            enforce<check_created_capacities<T, throughput::on_demand_zero>, throughput::on_demand_zero>()});
}

/// All rules of this file, for the catalogue.
inline constexpr std::array all{&attribute_definitions};

} // namespace dynabackup::described_table
