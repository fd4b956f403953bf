#pragma once
/// \file
/// DynamoDBTable: the resource, one table that Clumio knows.

#include <dynabackup/clumio/indexes.hpp>
#include <dynabackup/clumio/replicas.hpp>
#include <dynabackup/clumio/table_parts.hpp>
#include <dynabackup/clumio/table_rules.hpp>
#include <dynabackup/clumio/table_settings.hpp>
#include <dynabackup/rules/clumio.hpp>
#include <dynabackup/rules/clumio_restore.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::clumio {

/// A table as it is now. Members whose null has a documented meaning, here or in a request to restore the table, are
/// nullable.
struct DynamoDBTable {
    std::optional<DynamoDBTableEmbedded> embedded{};          ///< the parts that the request embeds
    std::optional<DynamoDBTableLinks> links{};                ///< the operations on it
    std::optional<std::string> account_native_id{};           ///< the AWS account of the table
    std::optional<std::string> aws_region{};                  ///< the AWS Region of the table
    std::optional<BackupStatusInfo> backup_status_info{};     ///< how its backups went
    nullable<open_enum<BillingMode>> billing_mode{};          ///< null in a restore: as the table was
    std::optional<bool> contributor_insights_status{};        ///< known from Clumio's SDK only
    std::optional<bool> deletion_protection_enabled{};        ///< known from Clumio's SDK only
    nullable<timestamp> deletion_timestamp{};                 ///< null: it was not deleted
    std::optional<std::string> direct_assignment_policy_id{}; ///< the table's own policy
    /// The first point in time to which it can be restored; null: no point-in-time recovery.
    nullable<timestamp> earliest_continuous_snapshot_restorable_timestamp{};
    std::optional<std::string> environment_id{}; ///< of the account and Region, by Clumio
    nullable<std::vector<GlobalSecondaryIndex>> global_secondary_indexes{}; ///< null in a restore: none
    nullable<open_enum<GlobalTableVersion>> global_table_version{};         ///< null: not a global table
    std::optional<bool> has_direct_assignment{};                            ///< whether its policy is its own
    std::optional<std::string> id{};                                        ///< of the table, by Clumio
    std::optional<bool> is_deleted{};                                       ///< whether it was deleted
    std::optional<bool> is_supported{};                                     ///< whether Clumio can back it up
    std::optional<std::int64_t> item_count{};                               ///< items in the table
    nullable<timestamp> last_snapshot_timestamp{}; ///< of the last snapshot by AWS; null: there is none
    /// The last point in time to which it can be restored; null: no point-in-time recovery.
    nullable<timestamp> latest_continuous_snapshot_restorable_timestamp{};
    nullable<std::vector<LocalSecondaryIndex>> local_secondary_indexes{}; ///< null in a restore: none
    std::optional<std::string> name{};                                    ///< 3 to 255 of `a-z A-Z 0-9 _ . -`
    std::optional<std::string> organizational_unit_id{};                  ///< by Clumio
    nullable<bool> pitr_status{};                                         ///< point-in-time recovery
    nullable<ProtectionInfoWithRule> protection_info{};                   ///< null: no policy backs it up
    std::optional<open_enum<ProtectionStatus>> protection_status{};       ///< whether a policy backs it up
    nullable<ProvisionedThroughput> provisioned_throughput{};  ///< null in a restore: as the table was
    std::optional<std::vector<ReplicaDescription>> replicas{}; ///< of a global table
    std::optional<std::int64_t> size{};                        ///< of the table, in bytes
    std::optional<SSESpecification> sse_specification{};       ///< how it is encrypted
    std::optional<StreamSpecification> stream_specification{}; ///< its stream
    std::optional<std::string> table_arn{};                    ///< by AWS
    std::optional<open_enum<TableClass>> table_class{};        ///< its storage class
    std::optional<DynamoDBKeys> table_keys{};                  ///< its primary key
    std::optional<std::string> table_native_id{};              ///< of the table, by AWS
    std::optional<std::string> table_status{};                 ///< its state
    std::optional<std::vector<AwsTagModel>> tags{};            ///< those that it has in AWS
    nullable<std::string> unsupported_reason{};                ///< null: it can be backed up
};
BOOST_DESCRIBE_STRUCT(DynamoDBTable, (),
                      (embedded, links, account_native_id, aws_region, backup_status_info, billing_mode,
                       contributor_insights_status, deletion_protection_enabled, deletion_timestamp,
                       direct_assignment_policy_id, earliest_continuous_snapshot_restorable_timestamp,
                       environment_id, global_secondary_indexes, global_table_version, has_direct_assignment,
                       id, is_deleted, is_supported, item_count, last_snapshot_timestamp,
                       latest_continuous_snapshot_restorable_timestamp, local_secondary_indexes, name,
                       organizational_unit_id, pitr_status, protection_info, protection_status,
                       provisioned_throughput, replicas, size, sse_specification, stream_specification,
                       table_arn, table_class, table_keys, table_native_id, table_status, tags,
                       unsupported_reason))

template <std::same_as<DynamoDBTable> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::embedded>().named("_embedded"),
        describe<&T::links>().named("_links"),
        describe<&T::account_native_id>(),
        describe<&T::aws_region>(),
        describe<&T::backup_status_info>(),
        describe<&T::billing_mode>(),
        describe<&T::contributor_insights_status>(),
        describe<&T::deletion_protection_enabled>(),
        describe<&T::deletion_timestamp>(),
        describe<&T::direct_assignment_policy_id>(),
        describe<&T::earliest_continuous_snapshot_restorable_timestamp>(),
        describe<&T::environment_id>(),
        describe<&T::global_secondary_indexes>(),
        describe<&T::global_table_version>(),
        describe<&T::has_direct_assignment>(),
        describe<&T::id>(),
        describe<&T::is_deleted>(),
        describe<&T::is_supported>(),
        describe<&T::item_count>(),
        describe<&T::last_snapshot_timestamp>(),
        describe<&T::latest_continuous_snapshot_restorable_timestamp>(),
        describe<&T::local_secondary_indexes>(),
        describe<&T::name>(),
        describe<&T::organizational_unit_id>(),
        describe<&T::pitr_status>(),
        describe<&T::protection_info>(),
        describe<&T::protection_status>(),
        describe<&T::provisioned_throughput>(),
        describe<&T::replicas>(),
        describe<&T::size>(),
        describe<&T::sse_specification>(),
        describe<&T::stream_specification>(),
        describe<&T::table_arn>(),
        describe<&T::table_class>(),
        describe<&T::table_keys>(),
        describe<&T::table_native_id>(),
        describe<&T::table_status>(),
        describe<&T::tags>(),
        describe<&T::unsupported_reason>(),
    };
}

template <std::same_as<DynamoDBTable> T>
constexpr auto rules(std::type_identity<T>) {
    return join(table_rules<T>(), replica_rules<T>(), restorable_rules<T>());
}

} // namespace dynabackup::clumio
