#pragma once
/// \file
/// DynamoDB's rules on each shape that shows a table: a backup, the table itself, a request to restore a table.

#include <dynabackup/clumio/indexes.hpp>
#include <dynabackup/rules/indexes.hpp>
#include <dynabackup/rules/projection.hpp>
#include <dynabackup/rules/throughput.hpp>

#include <array>
#include <vector>

namespace dynabackup::clumio {

namespace detail {

/// Applies one of the rules on capacities to the global secondary indexes.
template <class T, rule const& Which>
void check_index_capacities(T const& t, rule_context& in) {
    constexpr path_step at_indexes = wire_name<&T::global_secondary_indexes>;
    throughput::check_indexes(Which, throughput::billing_of(t, in),
                              known<&T::global_secondary_indexes>(t, in), in, at_indexes);
}

/// Does not check the key of the table: most of these shapes do not have it.
template <class T>
void check_projected_keys(T const& t, rule_context& in) {
    constexpr path_step at_local = wire_name<&T::local_secondary_indexes>,
                        at_global = wire_name<&T::global_secondary_indexes>;
    std::vector<KeySchemaElement> const* const of_table = nullptr;
    projection::find_keys(of_table, known<&T::local_secondary_indexes>(t, in), in, at_local);
    projection::find_keys(of_table, known<&T::global_secondary_indexes>(t, in), in, at_global);
}

} // namespace detail

/// The rules of a shape T with billing_mode, provisioned_throughput and both lists of indexes.
template <class T>
constexpr auto table_rules() {
    using throughput::minimum, throughput::on_demand_zero;
    return join(throughput::table_rule<T, minimum>(),
                std::array{enforce<detail::check_index_capacities<T, minimum>, minimum>()},
                throughput::table_rule<T, on_demand_zero>(),
                std::array{enforce<detail::check_index_capacities<T, on_demand_zero>, on_demand_zero>()},
                indexes::rules<T>(), projection::total_rule<T>(),
                std::array{enforce<detail::check_projected_keys<T>, projection::non_key_is_key>()});
}

} // namespace dynabackup::clumio
