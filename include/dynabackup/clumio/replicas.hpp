#pragma once
/// \file
/// ReplicaDescription: a copy of a global table in another Region.

#include <dynabackup/clumio/dialect.hpp>
#include <dynabackup/clumio/enums.hpp>
#include <dynabackup/clumio/throughput.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::clumio {

/// The settings of a global secondary index that differ between a replica and its source table.
struct ReplicaGlobalSecondaryIndex {
    std::optional<std::string> index_name{}; ///< of the index in the source table
    std::optional<OnDemandThroughputOverride> on_demand_throughput_override{}; ///< known from the SDK only
    std::optional<ProvisionedThroughputOverride>
        provisioned_throughput_override{}; ///< its own reading capacity
};
BOOST_DESCRIBE_STRUCT(ReplicaGlobalSecondaryIndex, (),
                      (index_name, on_demand_throughput_override, provisioned_throughput_override))

template <std::same_as<ReplicaGlobalSecondaryIndex> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::index_name>(),
        describe<&T::on_demand_throughput_override>(),
        describe<&T::provisioned_throughput_override>(),
    };
}

/// One replica of a table.
struct ReplicaDescription {
    std::optional<std::vector<ReplicaGlobalSecondaryIndex>> global_secondary_indexes{}; ///< those that differ
    std::optional<std::string> kms_master_key_id{};                                     ///< what encrypts it
    std::optional<OnDemandThroughputOverride> on_demand_throughput_override{}; ///< known from the SDK only
    std::optional<ProvisionedThroughputOverride>
        provisioned_throughput_override{};                      ///< its own reading capacity
    std::optional<std::string> region_name{};                   ///< the AWS Region of the replica
    std::optional<open_enum<TableClass>> replica_table_class{}; ///< known from the SDK only
};
BOOST_DESCRIBE_STRUCT(ReplicaDescription, (),
                      (global_secondary_indexes, kms_master_key_id, on_demand_throughput_override,
                       provisioned_throughput_override, region_name, replica_table_class))

template <std::same_as<ReplicaDescription> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::global_secondary_indexes>(),
        describe<&T::kms_master_key_id>(),
        describe<&T::on_demand_throughput_override>(),
        describe<&T::provisioned_throughput_override>(),
        describe<&T::region_name>(),
        describe<&T::replica_table_class>(),
    };
}

} // namespace dynabackup::clumio
