#pragma once
/// \file
/// The replicas of a global table.

#include <dynabackup/aws/dialect.hpp>
#include <dynabackup/aws/index_descriptions.hpp>
#include <dynabackup/aws/table_enums.hpp>
#include <dynabackup/aws/table_limits.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws {

/// The capacity of a replica or its index, if it has one of its own.
struct ProvisionedThroughputOverride {
    std::optional<std::int64_t> read_capacity_units{}; ///< strongly consistent reads per second; at least 1
};
BOOST_DESCRIBE_STRUCT(ProvisionedThroughputOverride, (), (read_capacity_units))

template <std::same_as<ProvisionedThroughputOverride> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::read_capacity_units>(simple::PositiveLongObject).since(edition::v2019_11_21),
    };
}

/// The highest request rate of a replica or its index, if it has one of its own.
struct OnDemandThroughputOverride {
    std::optional<std::int64_t> max_read_request_units{}; ///< read request units per second; -1: no maximum
};
BOOST_DESCRIBE_STRUCT(OnDemandThroughputOverride, (), (max_read_request_units))

template <std::same_as<OnDemandThroughputOverride> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::max_read_request_units>(simple::LongObject).since(edition::v2024_05_02),
    };
}

/// How a table is stored and billed.
struct TableClassSummary {
    std::optional<open_enum<TableClass>> table_class{}; ///< how
    std::optional<timestamp> last_update_date_time{};   ///< since when
};
BOOST_DESCRIBE_STRUCT(TableClassSummary, (), (table_class, last_update_date_time))

template <std::same_as<TableClassSummary> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::table_class>().since(edition::v2021_12_01),
        describe<&T::last_update_date_time>(simple::Date).since(edition::v2021_12_01),
    };
}

/// An index of a replica.
struct ReplicaGlobalSecondaryIndexDescription {
    std::optional<std::string> index_name{}; ///< 3 to 255 of `a-z A-Z 0-9 _ . -`
    std::optional<ProvisionedThroughputOverride> provisioned_throughput_override{}; ///< its own capacity
    /// Its own maximum; since 2024-05-02.
    std::optional<OnDemandThroughputOverride> on_demand_throughput_override{};
    /// What it can serve at once; since 2024-11-13.
    std::optional<GlobalSecondaryIndexWarmThroughputDescription> warm_throughput{};
};
BOOST_DESCRIBE_STRUCT(ReplicaGlobalSecondaryIndexDescription, (),
                      (index_name, provisioned_throughput_override, on_demand_throughput_override,
                       warm_throughput))

template <std::same_as<ReplicaGlobalSecondaryIndexDescription> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::index_name>(simple::IndexName).since(edition::v2019_11_21),
        describe<&T::provisioned_throughput_override>().since(edition::v2019_11_21),
        describe<&T::on_demand_throughput_override>().since(edition::v2024_05_02),
        describe<&T::warm_throughput>().since(edition::v2024_11_13),
    };
}

/// A replica of a global table.
struct ReplicaDescription {
    std::optional<std::string> region_name{};                     ///< the region
    std::optional<open_enum<ReplicaStatus>> replica_status{};     ///< its state
    std::optional<std::string> replica_arn{};                     ///< of the replica; since 2026-03-20
    std::optional<std::string> replica_status_description{};      ///< the meaning of its state
    std::optional<std::string> replica_status_percent_progress{}; ///< its progress, as text
    std::optional<std::string> kms_master_key_id{};               ///< the key that encrypts it
    std::optional<ProvisionedThroughputOverride> provisioned_throughput_override{}; ///< its own capacity
    /// Its own maximum; since 2024-05-02.
    std::optional<OnDemandThroughputOverride> on_demand_throughput_override{};
    /// What it can serve at once; since 2024-11-13.
    std::optional<TableWarmThroughputDescription> warm_throughput{};
    /// Its indexes.
    std::optional<std::vector<ReplicaGlobalSecondaryIndexDescription>> global_secondary_indexes{};
    /// The time since which it is inaccessible; since 2020-10-05.
    std::optional<timestamp> replica_inaccessible_date_time{};
    std::optional<TableClassSummary> replica_table_class_summary{}; ///< how it is stored; since 2021-12-01
    /// Whether its settings are replicated; since 2026-02-03.
    std::optional<open_enum<GlobalTableSettingsReplicationMode>> global_table_settings_replication_mode{};
};
BOOST_DESCRIBE_STRUCT(ReplicaDescription, (),
                      (region_name, replica_status, replica_arn, replica_status_description,
                       replica_status_percent_progress, kms_master_key_id, provisioned_throughput_override,
                       on_demand_throughput_override, warm_throughput, global_secondary_indexes,
                       replica_inaccessible_date_time, replica_table_class_summary,
                       global_table_settings_replication_mode))

template <std::same_as<ReplicaDescription> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::region_name>(simple::RegionName).since(edition::v2019_11_21),
        describe<&T::replica_status>().since(edition::v2019_11_21),
        describe<&T::replica_arn>(simple::String).since(edition::v2026_03_20),
        describe<&T::replica_status_description>(simple::ReplicaStatusDescription)
            .since(edition::v2019_11_21),
        describe<&T::replica_status_percent_progress>(simple::ReplicaStatusPercentProgress)
            .since(edition::v2019_11_21),
        describe<&T::kms_master_key_id>(simple::KMSMasterKeyId)
            .since(edition::v2019_11_21)
            .named("KMSMasterKeyId"),
        describe<&T::provisioned_throughput_override>().since(edition::v2019_11_21),
        describe<&T::on_demand_throughput_override>().since(edition::v2024_05_02),
        describe<&T::warm_throughput>().since(edition::v2024_11_13),
        describe<&T::global_secondary_indexes>(simple::ReplicaGlobalSecondaryIndexDescriptionList)
            .since(edition::v2019_11_21),
        describe<&T::replica_inaccessible_date_time>(simple::Date).since(edition::v2020_10_05),
        describe<&T::replica_table_class_summary>().since(edition::v2021_12_01),
        describe<&T::global_table_settings_replication_mode>().since(edition::v2026_02_03),
    };
}

/// A witness of a global table.
struct GlobalTableWitnessDescription {
    std::optional<std::string> region_name{};                 ///< the region
    std::optional<open_enum<WitnessStatus>> witness_status{}; ///< its state
};
BOOST_DESCRIBE_STRUCT(GlobalTableWitnessDescription, (), (region_name, witness_status))

template <std::same_as<GlobalTableWitnessDescription> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::region_name>(simple::RegionName).since(edition::v2025_06_30),
        describe<&T::witness_status>().since(edition::v2025_06_30),
    };
}

} // namespace dynabackup::aws
