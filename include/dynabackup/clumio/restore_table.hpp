#pragma once
/// \file
/// RestoreAwsDynamodbTableV1Request: requests a new table with the data of a backup, or of a point in time.

#include <dynabackup/clumio/indexes.hpp>
#include <dynabackup/clumio/replicas.hpp>
#include <dynabackup/clumio/restore_filter.hpp>
#include <dynabackup/clumio/table_rules.hpp>
#include <dynabackup/clumio/table_settings.hpp>
#include <dynabackup/rules/clumio_restore.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::clumio {

/// A table and a point in time: restores the data that the table had then.
struct DynamoDBRestoreSourcePitrOptions {
    std::string table_id;                                  ///< of the table, by Clumio; not that of AWS
    std::optional<dynabackup::timestamp> timestamp{};      ///< the point in time
    std::optional<open_enum<ContinuousBackupType>> type{}; ///< the source; absent: `aws_pitr`
    std::optional<bool> use_latest_restorable_time{};      ///< true: as late as possible
};
BOOST_DESCRIBE_STRUCT(DynamoDBRestoreSourcePitrOptions, (),
                      (table_id, timestamp, type, use_latest_restorable_time))

template <std::same_as<DynamoDBRestoreSourcePitrOptions> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::table_id>(), describe<&T::timestamp>(), describe<&T::type>(),
                      describe<&T::use_latest_restorable_time>()};
}

template <std::same_as<DynamoDBRestoreSourcePitrOptions> T>
constexpr auto rules(std::type_identity<T>) {
    return restore_time_rules<T>();
}

/// A backup: restores its data.
struct DynamoDBRestoreSourceBackupOptions {
    std::string backup_id; ///< of the backup, by Clumio
};
BOOST_DESCRIBE_STRUCT(DynamoDBRestoreSourceBackupOptions, (), (backup_id))

template <std::same_as<DynamoDBRestoreSourceBackupOptions> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::backup_id>()};
}

/// The source of a restore: one of the two.
struct DynamoDBTableRestoreSource {
    std::optional<DynamoDBRestoreSourcePitrOptions> continuous_backup{};    ///< a table at a point in time
    std::optional<DynamoDBRestoreSourceBackupOptions> securevault_backup{}; ///< a backup
};
BOOST_DESCRIBE_STRUCT(DynamoDBTableRestoreSource, (), (continuous_backup, securevault_backup))

template <std::same_as<DynamoDBTableRestoreSource> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::continuous_backup>(), describe<&T::securevault_backup>()};
}

template <std::same_as<DynamoDBTableRestoreSource> T>
constexpr auto rules(std::type_identity<T>) {
    return restore_source_rules<T>();
}

/// The table that a restore creates. A member that is null is as in the backup, or none, or the default.
struct DynamoDBTableRestoreTarget {
    nullable<open_enum<BillingMode>> billing_mode{}; ///< null: as the table was, if no throughput is given
    std::optional<bool>
        contributor_insights_status{}; ///< null: as in the backup; known from Clumio's SDK only
    std::optional<bool>
        deletion_protection_enabled{};           ///< null: as in the backup; known from Clumio's SDK only
    std::optional<std::string> environment_id{}; ///< of the account and Region, by Clumio
    nullable<std::vector<GlobalSecondaryIndex>> global_secondary_indexes{}; ///< those to keep; null: none
    nullable<open_enum<GlobalTableVersion>> global_table_version{};         ///< absent: `2019.11.21`
    nullable<std::vector<LocalSecondaryIndex>> local_secondary_indexes{};   ///< those to keep; null: none
    nullable<bool> pitr_status{};                                           ///< null: as in the backup
    nullable<ProvisionedThroughput> provisioned_throughput{};               ///< null: as the table was
    std::optional<std::vector<ReplicaDescription>> replicas{}; ///< none: replicas are not restored yet
    std::optional<std::int64_t>
        restore_wcu{}; ///< write capacity for the restore; known from Clumio's SDK only
    std::optional<SSESpecification> sse_specification{};       ///< how it will be encrypted
    std::optional<StreamSpecification> stream_specification{}; ///< its stream
    std::optional<open_enum<TableClass>> table_class{};        ///< absent: STANDARD
    std::optional<std::string> table_name{};                   ///< 3 to 255 of `a-z A-Z 0-9 _ . -`
    std::optional<std::vector<Tag>> tags{};                    ///< null: none
};
BOOST_DESCRIBE_STRUCT(DynamoDBTableRestoreTarget, (),
                      (billing_mode, contributor_insights_status, deletion_protection_enabled, environment_id,
                       global_secondary_indexes, global_table_version, local_secondary_indexes, pitr_status,
                       provisioned_throughput, replicas, restore_wcu, sse_specification, stream_specification,
                       table_class, table_name, tags))

template <std::same_as<DynamoDBTableRestoreTarget> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::billing_mode>(),
        describe<&T::contributor_insights_status>(),
        describe<&T::deletion_protection_enabled>(),
        describe<&T::environment_id>(),
        describe<&T::global_secondary_indexes>(),
        describe<&T::global_table_version>(),
        describe<&T::local_secondary_indexes>(),
        describe<&T::pitr_status>(),
        describe<&T::provisioned_throughput>(),
        describe<&T::replicas>(),
        describe<&T::restore_wcu>(),
        describe<&T::sse_specification>(),
        describe<&T::stream_specification>(),
        describe<&T::table_class>(),
        describe<&T::table_name>(),
        describe<&T::tags>(),
    };
}

template <std::same_as<DynamoDBTableRestoreTarget> T>
constexpr auto rules(std::type_identity<T>) {
    return join(table_rules<T>(), restore_target_rules<T>());
}

/// Requests a new table with old data.
struct RestoreAwsDynamodbTableV1Request {
    std::optional<DynamoDBRestoreQueryFilter> query_filter{}; ///< which items; known from Clumio's SDK only
    DynamoDBTableRestoreSource source;                        ///< what is restored
    DynamoDBTableRestoreTarget target;                        ///< the new table
};
BOOST_DESCRIBE_STRUCT(RestoreAwsDynamodbTableV1Request, (), (query_filter, source, target))

template <std::same_as<RestoreAwsDynamodbTableV1Request> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::query_filter>(), describe<&T::source>(), describe<&T::target>()};
}

} // namespace dynabackup::clumio
