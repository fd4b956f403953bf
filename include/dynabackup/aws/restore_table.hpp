#pragma once
/// \file
/// RestoreTableFromBackup and RestoreTableToPointInTime: create a new table with old data.

#include <dynabackup/aws/dialect.hpp>
#include <dynabackup/aws/index_specifications.hpp>
#include <dynabackup/aws/operation.hpp>
#include <dynabackup/aws/table_description.hpp>
#include <dynabackup/aws/table_errors.hpp>
#include <dynabackup/rules/backup_arn.hpp>
#include <dynabackup/rules/restore.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws {

/// Requests a new table with the data of a backup.
struct RestoreTableFromBackupInput {
    std::string target_table_name; ///< the new table: 3 to 255 of `a-z A-Z 0-9 _ . -`
    std::string backup_arn;        ///< the backup; 37 to 1024 characters
    /// How it will be billed; since 2019-11-12.
    std::optional<open_enum<BillingMode>> billing_mode_override{};
    /// The indexes to keep, of the existing ones; since 2019-11-12.
    std::optional<std::vector<GlobalSecondaryIndex>> global_secondary_index_override{};
    /// The indexes to keep, of the existing ones; since 2019-11-12.
    std::optional<std::vector<LocalSecondaryIndex>> local_secondary_index_override{};
    /// Units per second; since 2019-11-12.
    std::optional<ProvisionedThroughput> provisioned_throughput_override{};
    std::optional<OnDemandThroughput> on_demand_throughput_override{}; ///< its maxima; since 2024-05-02
    /// How it will be encrypted; since 2020-02-17.
    std::optional<SSESpecification> sse_specification_override{};
    /// The indexes to keep, of the existing ones; since 2026-08-04.
    std::optional<std::vector<VectorIndex>> vector_index_override{};
};
BOOST_DESCRIBE_STRUCT(RestoreTableFromBackupInput, (),
                      (target_table_name, backup_arn, billing_mode_override, global_secondary_index_override,
                       local_secondary_index_override, provisioned_throughput_override,
                       on_demand_throughput_override, sse_specification_override, vector_index_override))

template <std::same_as<RestoreTableFromBackupInput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::target_table_name>(simple::TableName),
        describe<&T::backup_arn>(simple::BackupArn),
        describe<&T::billing_mode_override>().since(edition::v2019_11_12),
        describe<&T::global_secondary_index_override>(simple::GlobalSecondaryIndexList)
            .since(edition::v2019_11_12),
        describe<&T::local_secondary_index_override>(simple::LocalSecondaryIndexList)
            .since(edition::v2019_11_12),
        describe<&T::provisioned_throughput_override>().since(edition::v2019_11_12),
        describe<&T::on_demand_throughput_override>().since(edition::v2024_05_02),
        describe<&T::sse_specification_override>()
            .since(edition::v2020_02_17)
            .named("SSESpecificationOverride"),
        describe<&T::vector_index_override>(simple::VectorIndexList).since(edition::v2026_08_04),
    };
}

template <std::same_as<RestoreTableFromBackupInput> T>
constexpr auto rules(std::type_identity<T>) {
    return join(arn::format_rule<T>(), restore::override_rules<T>());
}

/// The new table.
struct RestoreTableFromBackupOutput {
    std::optional<TableDescription> table_description{}; ///< the new table
};
BOOST_DESCRIBE_STRUCT(RestoreTableFromBackupOutput, (), (table_description))

template <std::same_as<RestoreTableFromBackupOutput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::table_description>(),
    };
}

constexpr auto tolerated(std::type_identity<RestoreTableFromBackupOutput>) { return client_members; }

/// The response to the request.
constexpr std::type_identity<RestoreTableFromBackupOutput>
response_of(std::type_identity<RestoreTableFromBackupInput>) {
    return {};
}

/// The operation: its name and its errors.
inline constexpr operation RestoreTableFromBackup{
    .name = "RestoreTableFromBackup",
    .target = "DynamoDB_20120810.RestoreTableFromBackup",
    .calls_per_second = 10,
    .errors = error_names<TableAlreadyExistsException, TableInUseException, BackupNotFoundException,
                          BackupInUseException, LimitExceededException, InternalServerError>,
    .cite = "https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/RestoreTableFromBackup",
};

/// Requests a new table with the data that a table had at a point in time.
struct RestoreTableToPointInTimeInput {
    std::optional<std::string> source_table_arn{};    ///< the table, by its ARN; since 2020-02-17
    std::optional<std::string> source_table_name{};   ///< the table, by its name
    std::string target_table_name;                    ///< the new table: 3 to 255 of `a-z A-Z 0-9 _ . -`
    std::optional<bool> use_latest_restorable_time{}; ///< true: as late as possible
    std::optional<timestamp> restore_date_time{};     ///< the point in time
    /// How it will be billed; since 2019-11-12.
    std::optional<open_enum<BillingMode>> billing_mode_override{};
    /// The indexes to keep, of the existing ones; since 2019-11-12.
    std::optional<std::vector<GlobalSecondaryIndex>> global_secondary_index_override{};
    /// The indexes to keep, of the existing ones; since 2019-11-12.
    std::optional<std::vector<LocalSecondaryIndex>> local_secondary_index_override{};
    /// Units per second; since 2019-11-12.
    std::optional<ProvisionedThroughput> provisioned_throughput_override{};
    std::optional<OnDemandThroughput> on_demand_throughput_override{}; ///< its maxima; since 2024-05-02
    /// How it will be encrypted; since 2020-02-17.
    std::optional<SSESpecification> sse_specification_override{};
    /// The indexes to keep, of the existing ones; since 2026-08-04.
    std::optional<std::vector<VectorIndex>> vector_index_override{};
};
BOOST_DESCRIBE_STRUCT(RestoreTableToPointInTimeInput, (),
                      (source_table_arn, source_table_name, target_table_name, use_latest_restorable_time,
                       restore_date_time, billing_mode_override, global_secondary_index_override,
                       local_secondary_index_override, provisioned_throughput_override,
                       on_demand_throughput_override, sse_specification_override, vector_index_override))

template <std::same_as<RestoreTableToPointInTimeInput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::source_table_arn>(simple::TableArn).since(edition::v2020_02_17),
        describe<&T::source_table_name>(simple::TableName).since(edition::v2018_03_26),
        describe<&T::target_table_name>(simple::TableName).since(edition::v2018_03_26),
        describe<&T::use_latest_restorable_time>(simple::BooleanObject).since(edition::v2018_03_26),
        describe<&T::restore_date_time>(simple::Date).since(edition::v2018_03_26),
        describe<&T::billing_mode_override>().since(edition::v2019_11_12),
        describe<&T::global_secondary_index_override>(simple::GlobalSecondaryIndexList)
            .since(edition::v2019_11_12),
        describe<&T::local_secondary_index_override>(simple::LocalSecondaryIndexList)
            .since(edition::v2019_11_12),
        describe<&T::provisioned_throughput_override>().since(edition::v2019_11_12),
        describe<&T::on_demand_throughput_override>().since(edition::v2024_05_02),
        describe<&T::sse_specification_override>()
            .since(edition::v2020_02_17)
            .named("SSESpecificationOverride"),
        describe<&T::vector_index_override>(simple::VectorIndexList).since(edition::v2026_08_04),
    };
}

template <std::same_as<RestoreTableToPointInTimeInput> T>
constexpr auto rules(std::type_identity<T>) {
    return join(restore::source_rules<T>(), restore::override_rules<T>());
}

/// The new table.
struct RestoreTableToPointInTimeOutput {
    std::optional<TableDescription> table_description{}; ///< the new table
};
BOOST_DESCRIBE_STRUCT(RestoreTableToPointInTimeOutput, (), (table_description))

template <std::same_as<RestoreTableToPointInTimeOutput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::table_description>().since(edition::v2018_03_26),
    };
}

constexpr auto tolerated(std::type_identity<RestoreTableToPointInTimeOutput>) { return client_members; }

/// The response to the request.
constexpr std::type_identity<RestoreTableToPointInTimeOutput>
response_of(std::type_identity<RestoreTableToPointInTimeInput>) {
    return {};
}

/// The operation: its name and its errors.
inline constexpr operation RestoreTableToPointInTime{
    .name = "RestoreTableToPointInTime",
    .target = "DynamoDB_20120810.RestoreTableToPointInTime",
    .calls_per_second = 0,
    .errors = error_names<TableAlreadyExistsException, TableNotFoundException, TableInUseException,
                          LimitExceededException, InvalidRestoreTimeException,
                          PointInTimeRecoveryUnavailableException, InternalServerError>,
    .cite = "https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/RestoreTableToPointInTime",
    .since = edition::v2018_03_26,
};

} // namespace dynabackup::aws
