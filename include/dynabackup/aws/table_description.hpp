#pragma once
/// \file
/// TableDescription: a table, as DescribeTable shows it, and as the response to a restore has it.

#include <dynabackup/aws/dialect.hpp>
#include <dynabackup/aws/index_descriptions.hpp>
#include <dynabackup/aws/key_schema.hpp>
#include <dynabackup/aws/replica_description.hpp>
#include <dynabackup/aws/table_enums.hpp>
#include <dynabackup/aws/table_features.hpp>
#include <dynabackup/aws/table_limits.hpp>
#include <dynabackup/rules/described_table.hpp>
#include <dynabackup/rules/restore.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws {

/// An attribute of a key.
struct AttributeDefinition {
    std::string attribute_name;                    ///< 1 to 255 characters
    open_enum<ScalarAttributeType> attribute_type; ///< its type
};
BOOST_DESCRIBE_STRUCT(AttributeDefinition, (), (attribute_name, attribute_type))

template <std::same_as<AttributeDefinition> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::attribute_name>(simple::KeySchemaAttributeName),
        describe<&T::attribute_type>(),
    };
}

/// How a table is billed.
struct BillingModeSummary {
    std::optional<open_enum<BillingMode>> billing_mode{}; ///< how
    std::optional<timestamp>
        last_update_to_pay_per_request_date_time{}; ///< the time from which it pays per request
};
BOOST_DESCRIBE_STRUCT(BillingModeSummary, (), (billing_mode, last_update_to_pay_per_request_date_time))

template <std::same_as<BillingModeSummary> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::billing_mode>().since(edition::v2018_11_28),
        describe<&T::last_update_to_pay_per_request_date_time>(simple::Date).since(edition::v2018_11_28),
    };
}

/// Why a table was archived, and where.
struct ArchivalSummary {
    std::optional<timestamp> archival_date_time{};    ///< when that began
    std::optional<std::string> archival_reason{};     ///< why: `INACCESSIBLE_ENCRYPTION_CREDENTIALS`
    std::optional<std::string> archival_backup_arn{}; ///< the backup of it
};
BOOST_DESCRIBE_STRUCT(ArchivalSummary, (), (archival_date_time, archival_reason, archival_backup_arn))

template <std::same_as<ArchivalSummary> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::archival_date_time>(simple::Date).since(edition::v2019_11_26),
        describe<&T::archival_reason>(simple::ArchivalReason).since(edition::v2019_11_26),
        describe<&T::archival_backup_arn>(simple::BackupArn).since(edition::v2019_11_26),
    };
}

/// The source of a restored table.
struct RestoreSummary {
    std::optional<std::string> source_backup_arn{}; ///< the backup, if it was restored from one
    /// The table that was backed up, or that was restored to a point in time.
    std::optional<std::string> source_table_arn{};
    timestamp restore_date_time;      ///< the point in time, or the time of the backup
    bool restore_in_progress = false; ///< whether it is still being restored
};
BOOST_DESCRIBE_STRUCT(RestoreSummary, (),
                      (source_backup_arn, source_table_arn, restore_date_time, restore_in_progress))

template <std::same_as<RestoreSummary> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::source_backup_arn>(simple::BackupArn),
        describe<&T::source_table_arn>(simple::TableArn),
        describe<&T::restore_date_time>(simple::Date).before(edition::v2018_03_26, simple::RestoreDateTime),
        describe<&T::restore_in_progress>(simple::RestoreInProgress),
    };
}

template <std::same_as<RestoreSummary> T>
constexpr auto rules(std::type_identity<T>) {
    return restore::summary_rules<T>();
}

/// A table.
struct TableDescription {
    std::optional<std::vector<AttributeDefinition>> attribute_definitions{}; ///< the attributes of all keys
    std::optional<std::string> table_name{}; ///< 3 to 255 letters, digits, points, underscores and hyphens
    /// Partition key, then the sort key if there is one.
    std::optional<std::vector<KeySchemaElement>> key_schema{};
    std::optional<open_enum<TableStatus>> table_status{}; ///< its state
    std::optional<timestamp> creation_date_time{};        ///< when it was created
    /// Units per second; zeros for a PAY_PER_REQUEST table.
    std::optional<ProvisionedThroughputDescription> provisioned_throughput{};
    std::optional<std::int64_t> table_size_bytes{};           ///< bytes; updated about every six hours
    std::optional<std::int64_t> item_count{};                 ///< items; updated about every six hours
    std::optional<std::string> table_arn{};                   ///< of the table
    std::optional<std::string> table_id{};                    ///< a UUID in lower case
    std::optional<BillingModeSummary> billing_mode_summary{}; ///< how it is billed; since 2018-11-28
    std::optional<std::vector<LocalSecondaryIndexDescription>> local_secondary_indexes{}; ///< at most 5
    /// At most 20, unless AWS has raised the quota.
    std::optional<std::vector<GlobalSecondaryIndexDescription>> global_secondary_indexes{};
    std::optional<StreamSpecification> stream_specification{}; ///< its stream
    std::optional<std::string> latest_stream_label{};          ///< the time of its latest stream, as text
    std::optional<std::string> latest_stream_arn{}; ///< of its latest stream; 37 to 1024 characters
    /// The version of global tables; since 2019-11-21.
    std::optional<std::string> global_table_version{};
    std::optional<std::vector<ReplicaDescription>> replicas{}; ///< its replicas; since 2019-11-21
    /// Its witnesses; since 2025-06-30.
    std::optional<std::vector<GlobalTableWitnessDescription>> global_table_witnesses{};
    /// Whether its settings are replicated; since 2026-02-03.
    std::optional<open_enum<GlobalTableSettingsReplicationMode>> global_table_settings_replication_mode{};
    std::optional<RestoreSummary> restore_summary{};        ///< the source of a restore
    std::optional<SSEDescription> sse_description{};        ///< how it is encrypted; since 2018-02-08
    std::optional<ArchivalSummary> archival_summary{};      ///< why it was archived; since 2019-11-26
    std::optional<TableClassSummary> table_class_summary{}; ///< how it is stored; since 2021-12-01
    std::optional<bool> deletion_protection_enabled{}; ///< whether it cannot be deleted; since 2023-03-08
    /// Whether it cannot leave its global table; since 2026-10-22.
    std::optional<bool> disassociation_protection_enabled{};
    std::optional<OnDemandThroughput> on_demand_throughput{}; ///< its maxima; since 2024-05-02
    /// What it can serve at once; since 2024-11-13.
    std::optional<TableWarmThroughputDescription> warm_throughput{};
    /// How consistent its replicas are; since 2024-12-03.
    std::optional<open_enum<MultiRegionConsistency>> multi_region_consistency{};
    /// Its vector indexes; since 2026-08-04.
    std::optional<std::vector<VectorIndexDescription>> vector_indexes{};
};
BOOST_DESCRIBE_STRUCT(TableDescription, (),
                      (attribute_definitions, table_name, key_schema, table_status, creation_date_time,
                       provisioned_throughput, table_size_bytes, item_count, table_arn, table_id,
                       billing_mode_summary, local_secondary_indexes, global_secondary_indexes,
                       stream_specification, latest_stream_label, latest_stream_arn, global_table_version,
                       replicas, global_table_witnesses, global_table_settings_replication_mode,
                       restore_summary, sse_description, archival_summary, table_class_summary,
                       deletion_protection_enabled, disassociation_protection_enabled, on_demand_throughput,
                       warm_throughput, multi_region_consistency, vector_indexes))

template <std::same_as<TableDescription> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::attribute_definitions>(simple::AttributeDefinitions),
        describe<&T::table_name>(simple::TableName),
        describe<&T::key_schema>(simple::KeySchema).by_rule(), // key rules depend on the owner
        describe<&T::table_status>(),
        describe<&T::creation_date_time>(simple::Date),
        describe<&T::provisioned_throughput>(),
        describe<&T::table_size_bytes>(simple::LongObject).before(edition::v2023_03_08, simple::Long),
        describe<&T::item_count>(simple::LongObject).before(edition::v2023_03_08, simple::Long),
        describe<&T::table_arn>(simple::String),
        describe<&T::table_id>(simple::TableId),
        describe<&T::billing_mode_summary>().since(edition::v2018_11_28),
        describe<&T::local_secondary_indexes>(simple::LocalSecondaryIndexDescriptionList),
        describe<&T::global_secondary_indexes>(simple::GlobalSecondaryIndexDescriptionList),
        describe<&T::stream_specification>(),
        describe<&T::latest_stream_label>(simple::String),
        describe<&T::latest_stream_arn>(simple::StreamArn),
        describe<&T::global_table_version>(simple::String).since(edition::v2019_11_21),
        describe<&T::replicas>(simple::ReplicaDescriptionList).since(edition::v2019_11_21),
        describe<&T::global_table_witnesses>(simple::GlobalTableWitnessDescriptionList)
            .since(edition::v2025_06_30),
        describe<&T::global_table_settings_replication_mode>().since(edition::v2026_02_03),
        describe<&T::restore_summary>(),
        describe<&T::sse_description>().since(edition::v2018_02_08).named("SSEDescription"),
        describe<&T::archival_summary>().since(edition::v2019_11_26),
        describe<&T::table_class_summary>().since(edition::v2021_12_01),
        describe<&T::deletion_protection_enabled>(simple::DeletionProtectionEnabled)
            .since(edition::v2023_03_08),
        describe<&T::disassociation_protection_enabled>(simple::DisassociationProtectionEnabled)
            .since(edition::v2026_10_22),
        describe<&T::on_demand_throughput>().since(edition::v2024_05_02),
        describe<&T::warm_throughput>().since(edition::v2024_11_13),
        describe<&T::multi_region_consistency>().since(edition::v2024_12_03),
        describe<&T::vector_indexes>(simple::VectorIndexDescriptionList).since(edition::v2026_08_04),
    };
}

template <std::same_as<TableDescription> T>
constexpr auto rules(std::type_identity<T>) {
    return described_table::rules<T>();
}

} // namespace dynabackup::aws
