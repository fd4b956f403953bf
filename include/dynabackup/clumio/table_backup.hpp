#pragma once
/// \file
/// DynamoDBTableBackup: the resource, one backup of one table.

#include <dynabackup/clumio/indexes.hpp>
#include <dynabackup/clumio/links.hpp>
#include <dynabackup/clumio/replicas.hpp>
#include <dynabackup/clumio/table_rules.hpp>
#include <dynabackup/clumio/table_settings.hpp>
#include <dynabackup/rules/clumio.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::clumio {

/// One backup of a table, and the table as it was then. Members whose null has a documented meaning, here or in a
/// request to restore the backup, are nullable.
struct DynamoDBTableBackup {
    std::optional<std::string> etag{};                 ///< changes with the resource
    std::optional<DynamoDBTableBackupLinks> links{};   ///< the operations on it
    std::optional<std::string> account_native_id{};    ///< the AWS account of the table
    std::optional<std::string> aws_region{};           ///< the AWS Region of the table
    nullable<open_enum<BillingMode>> billing_mode{};   ///< null in a restore: as the table was
    std::optional<bool> contributor_insights_status{}; ///< known from Clumio's SDK only
    std::optional<bool> deletion_protection_enabled{}; ///< known from Clumio's SDK only
    std::optional<timestamp> expiration_timestamp{};   ///< when the backup expires
    nullable<std::vector<GlobalSecondaryIndex>> global_secondary_indexes{}; ///< null in a restore: none
    nullable<open_enum<GlobalTableVersion>> global_table_version{};         ///< null: not a global table
    std::optional<std::string> id{};                                        ///< of the backup, by Clumio
    std::optional<std::int64_t> item_count{};                               ///< items in the backup
    nullable<std::vector<LocalSecondaryIndex>> local_secondary_indexes{};   ///< null in a restore: none
    nullable<bool> pitr_status{}; ///< point-in-time recovery; null in a restore: as it was
    nullable<ProvisionedThroughput> provisioned_throughput{};  ///< null in a restore: as the table was
    std::optional<std::vector<ReplicaDescription>> replicas{}; ///< of a global table
    std::optional<std::int64_t> size{};                        ///< of the backup, in bytes
    std::optional<SSESpecification> sse_specification{};       ///< how it was encrypted
    std::optional<timestamp> start_timestamp{};                ///< when the backup began
    std::optional<StreamSpecification> stream_specification{}; ///< its stream
    std::optional<open_enum<TableClass>> table_class{};        ///< its storage class
    std::optional<std::string> table_id{};                     ///< of the table, by Clumio; not that of AWS
    std::optional<std::string> table_name{};                   ///< 3 to 255 of `a-z A-Z 0-9 _ . -`
    std::optional<std::vector<Tag>> tags{};                    ///< those of the table
    std::optional<open_enum<BackupType>> type{};               ///< its maker
};
BOOST_DESCRIBE_STRUCT(DynamoDBTableBackup, (),
                      (etag, links, account_native_id, aws_region, billing_mode, contributor_insights_status,
                       deletion_protection_enabled, expiration_timestamp, global_secondary_indexes,
                       global_table_version, id, item_count, local_secondary_indexes, pitr_status,
                       provisioned_throughput, replicas, size, sse_specification, start_timestamp,
                       stream_specification, table_class, table_id, table_name, tags, type))

template <std::same_as<DynamoDBTableBackup> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::etag>().named("_etag"),
        describe<&T::links>().named("_links"),
        describe<&T::account_native_id>(),
        describe<&T::aws_region>(),
        describe<&T::billing_mode>(),
        describe<&T::contributor_insights_status>(),
        describe<&T::deletion_protection_enabled>(),
        describe<&T::expiration_timestamp>(),
        describe<&T::global_secondary_indexes>(),
        describe<&T::global_table_version>(),
        describe<&T::id>(),
        describe<&T::item_count>(),
        describe<&T::local_secondary_indexes>(),
        describe<&T::pitr_status>(),
        describe<&T::provisioned_throughput>(),
        describe<&T::replicas>(),
        describe<&T::size>(),
        describe<&T::sse_specification>(),
        describe<&T::start_timestamp>(),
        describe<&T::stream_specification>(),
        describe<&T::table_class>(),
        describe<&T::table_id>(),
        describe<&T::table_name>(),
        describe<&T::tags>(),
        describe<&T::type>(),
    };
}

/// One backup: counted as a record.
constexpr bool is_record(std::type_identity<DynamoDBTableBackup>) { return true; }

template <std::same_as<DynamoDBTableBackup> T>
constexpr auto rules(std::type_identity<T>) {
    return join(table_rules<T>(), backup_rules<T>());
}

} // namespace dynabackup::clumio
