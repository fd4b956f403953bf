#pragma once
/// \file
/// SourceTableDetails: the table that was backed up.

#include <dynabackup/aws/key_schema.hpp>
#include <dynabackup/aws/throughput.hpp>
#include <dynabackup/rules/backup_arn.hpp>
#include <dynabackup/rules/key_schema.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws {

/// The table as it was when it was backed up.
struct SourceTableDetails {
    std::string table_name;                         ///< 3 to 255 of `a-z A-Z 0-9 _ . -`
    std::string table_id;                           ///< a UUID in lower case
    std::optional<std::string> table_arn{};         ///< 1 to 1024 characters
    std::optional<std::int64_t> table_size_bytes{}; ///< bytes; approximate
    std::vector<KeySchemaElement> key_schema;       ///< partition key, then the sort key if there is one
    timestamp table_creation_date_time;             ///< when the table was created
    ProvisionedThroughput provisioned_throughput;   ///< units per second; zeros for a PAY_PER_REQUEST table
    std::optional<OnDemandThroughput> on_demand_throughput{}; ///< its maxima; since 2024-05-02
    std::optional<std::int64_t> item_count{};                 ///< items, at least 0; approximate
    std::optional<open_enum<BillingMode>> billing_mode{};     ///< how it is billed; since 2018-11-28
};
BOOST_DESCRIBE_STRUCT(SourceTableDetails, (),
                      (table_name, table_id, table_arn, table_size_bytes, key_schema,
                       table_creation_date_time, provisioned_throughput, on_demand_throughput, item_count,
                       billing_mode))

template <std::same_as<SourceTableDetails> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::table_name>(simple::TableName),
        describe<&T::table_id>(simple::TableId),
        describe<&T::table_arn>(simple::TableArn),
        describe<&T::table_size_bytes>(simple::LongObject).before(edition::v2023_03_08, simple::Long),
        describe<&T::key_schema>(simple::KeySchema).by_rule(), // key rules depend on the owner
        describe<&T::table_creation_date_time>(simple::TableCreationDateTime),
        describe<&T::provisioned_throughput>(),
        describe<&T::on_demand_throughput>().since(edition::v2024_05_02),
        describe<&T::item_count>(simple::ItemCount),
        describe<&T::billing_mode>().since(edition::v2018_11_28),
    };
}

/// Reports an OnDemandThroughput of a table whose BillingMode is PROVISIONED.
inline void check_billing_mode(SourceTableDetails const& t, rule_context& in) {
    if (t.on_demand_throughput && throughput::billing_of(t, in) == throughput::billing::provisioned)
        in.fail({wire_name<&SourceTableDetails::on_demand_throughput>},
                "The table is PROVISIONED; an on-demand throughput has no effect.");
}

template <std::same_as<SourceTableDetails> T>
constexpr auto rules(std::type_identity<T>) {
    return join(key_schema::rules<T, key_schema::owner::table>(), arn::table_rules<T>(),
                throughput::table_rule<T, throughput::minimum>(),
                throughput::table_rule<T, throughput::on_demand_zero>(),
                std::array{enforce<check_billing_mode, throughput::on_demand_billing_mode>()});
}

} // namespace dynabackup::aws
