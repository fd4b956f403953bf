#pragma once
/// \file
/// DynamoDBTableBackup: the resource, one backup of one table.

#include <dynabackup/clumio/indexes.hpp>
#include <dynabackup/clumio/links.hpp>
#include <dynabackup/clumio/replicas.hpp>
#include <dynabackup/clumio/table_settings.hpp>
#include <dynabackup/rules/clumio.hpp>
#include <dynabackup/rules/indexes.hpp>
#include <dynabackup/rules/projection.hpp>
#include <dynabackup/rules/throughput.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::clumio {

/// One backup of a table, and the table as it was then. The members that the documentation lets be null for a
/// reason, here or in a request to restore the backup, are nullable.
struct DynamoDBTableBackup {
    std::optional<std::string> etag{};                 ///< changes with the resource
    std::optional<DynamoDBTableBackupLinks> links{};   ///< what can be done with it
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
    std::optional<open_enum<TableClass>> table_class{};        ///< what storing it costs
    std::optional<std::string> table_id{};                     ///< of the table, by Clumio; not that of AWS
    std::optional<std::string> table_name{};                   ///< 3 to 255 of `a-z A-Z 0-9 _ . -`
    std::optional<std::vector<Tag>> tags{};                    ///< those of the table
    std::optional<open_enum<BackupType>> type{};               ///< who made it
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
        of<&T::etag>().named("_etag"),
        of<&T::links>().named("_links"),
        of<&T::account_native_id>(),
        of<&T::aws_region>(),
        of<&T::billing_mode>(),
        of<&T::contributor_insights_status>(),
        of<&T::deletion_protection_enabled>(),
        of<&T::expiration_timestamp>(),
        of<&T::global_secondary_indexes>(),
        of<&T::global_table_version>(),
        of<&T::id>(),
        of<&T::item_count>(),
        of<&T::local_secondary_indexes>(),
        of<&T::pitr_status>(),
        of<&T::provisioned_throughput>(),
        of<&T::replicas>(),
        of<&T::size>(),
        of<&T::sse_specification>(),
        of<&T::start_timestamp>(),
        of<&T::stream_specification>(),
        of<&T::table_class>(),
        of<&T::table_id>(),
        of<&T::table_name>(),
        of<&T::tags>(),
        of<&T::type>(),
    };
}

/// One backup: counted as a record.
constexpr bool is_record(std::type_identity<DynamoDBTableBackup>) { return true; }

namespace detail {

inline constexpr step at_local_indexes = at<&DynamoDBTableBackup::local_secondary_indexes>,
                      at_global_indexes = at<&DynamoDBTableBackup::global_secondary_indexes>;

/// Applies one of the rules on capacities to the global secondary indexes.
template <rule const& Which>
void check_index_capacities(DynamoDBTableBackup const& t, rule_context& in) {
    throughput::check_indexes(Which, throughput::billing_of(t, in),
                              known<&DynamoDBTableBackup::global_secondary_indexes>(t, in), in,
                              at_global_indexes);
}

inline void check_projected_keys(DynamoDBTableBackup const& t, rule_context& in) {
    std::vector<KeySchemaElement> const* const of_table = nullptr; // the resource does not have them
    projection::find_keys(of_table, known<&DynamoDBTableBackup::local_secondary_indexes>(t, in), in,
                          at_local_indexes);
    projection::find_keys(of_table, known<&DynamoDBTableBackup::global_secondary_indexes>(t, in), in,
                          at_global_indexes);
}

} // namespace detail

template <std::same_as<DynamoDBTableBackup> T>
constexpr auto rules(std::type_identity<T>) {
    using throughput::minimum, throughput::on_demand_zero;
    return join(throughput::table_rule<T, minimum>(),
                std::array{enforce<detail::check_index_capacities<minimum>, minimum>()},
                throughput::table_rule<T, on_demand_zero>(),
                std::array{enforce<detail::check_index_capacities<on_demand_zero>, on_demand_zero>()},
                indexes::rules<T>(), projection::total_rule<T>(),
                std::array{enforce<detail::check_projected_keys, projection::non_key_is_key>()},
                backup_rules<T>());
}

} // namespace dynabackup::clumio
