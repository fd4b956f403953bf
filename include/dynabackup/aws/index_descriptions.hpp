#pragma once
/// \file
/// The indexes of a table, as DescribeTable shows them.

#include <dynabackup/aws/dialect.hpp>
#include <dynabackup/aws/key_schema.hpp>
#include <dynabackup/aws/projection.hpp>
#include <dynabackup/aws/table_enums.hpp>
#include <dynabackup/aws/table_limits.hpp>
#include <dynabackup/aws/throughput.hpp>
#include <dynabackup/aws/vector_index.hpp>
#include <dynabackup/rules/indexes.hpp>
#include <dynabackup/rules/key_schema.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws {

/// The capacity of a table or an index, and its last changes.
struct ProvisionedThroughputDescription {
    std::optional<timestamp> last_increase_date_time{};      ///< when it was last increased
    std::optional<timestamp> last_decrease_date_time{};      ///< when it was last decreased
    std::optional<std::int64_t> number_of_decreases_today{}; ///< how often it was decreased today, in UTC
    std::optional<std::int64_t> read_capacity_units{};       ///< strongly consistent reads per second
    std::optional<std::int64_t> write_capacity_units{};      ///< writes per second
};
BOOST_DESCRIBE_STRUCT(ProvisionedThroughputDescription, (),
                      (last_increase_date_time, last_decrease_date_time, number_of_decreases_today,
                       read_capacity_units, write_capacity_units))

template <std::same_as<ProvisionedThroughputDescription> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::last_increase_date_time>(simple::Date),
        describe<&T::last_decrease_date_time>(simple::Date),
        describe<&T::number_of_decreases_today>(simple::PositiveLongObject)
            .by_rule(), // the service also writes 0
        describe<&T::read_capacity_units>(simple::NonNegativeLongObject)
            .before(edition::v2018_11_28, simple::PositiveLongObject)
            .by_rule(), // PAY_PER_REQUEST shows 0
        describe<&T::write_capacity_units>(simple::NonNegativeLongObject)
            .before(edition::v2018_11_28, simple::PositiveLongObject)
            .by_rule(), // PAY_PER_REQUEST shows 0
    };
}

/// The load that a table can serve at once.
struct TableWarmThroughputDescription {
    std::optional<std::int64_t> read_units_per_second{};  ///< read units per second
    std::optional<std::int64_t> write_units_per_second{}; ///< write units per second
    std::optional<open_enum<TableStatus>> status{};       ///< the state of a change of it
};
BOOST_DESCRIBE_STRUCT(TableWarmThroughputDescription, (),
                      (read_units_per_second, write_units_per_second, status))

template <std::same_as<TableWarmThroughputDescription> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::read_units_per_second>(simple::PositiveLongObject).since(edition::v2024_11_13),
        describe<&T::write_units_per_second>(simple::PositiveLongObject).since(edition::v2024_11_13),
        describe<&T::status>().since(edition::v2024_11_13),
    };
}

/// The load that an index can serve at once.
struct GlobalSecondaryIndexWarmThroughputDescription {
    std::optional<std::int64_t> read_units_per_second{};  ///< read units per second
    std::optional<std::int64_t> write_units_per_second{}; ///< write units per second
    std::optional<open_enum<IndexStatus>> status{};       ///< the state of a change of it
};
BOOST_DESCRIBE_STRUCT(GlobalSecondaryIndexWarmThroughputDescription, (),
                      (read_units_per_second, write_units_per_second, status))

template <std::same_as<GlobalSecondaryIndexWarmThroughputDescription> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::read_units_per_second>(simple::PositiveLongObject).since(edition::v2024_11_13),
        describe<&T::write_units_per_second>(simple::PositiveLongObject).since(edition::v2024_11_13),
        describe<&T::status>().since(edition::v2024_11_13),
    };
}

/// A local secondary index of a table.
struct LocalSecondaryIndexDescription {
    std::optional<std::string> index_name{};                   ///< 3 to 255 of `a-z A-Z 0-9 _ . -`
    std::optional<std::vector<KeySchemaElement>> key_schema{}; ///< partition key, then sort key
    std::optional<Projection> projection{};                    ///< the attributes that it copies
    std::optional<std::int64_t> index_size_bytes{};            ///< bytes; updated about every six hours
    std::optional<std::int64_t> item_count{};                  ///< items; updated about every six hours
    std::optional<std::string> index_arn{};                    ///< of the index
};
BOOST_DESCRIBE_STRUCT(LocalSecondaryIndexDescription, (),
                      (index_name, key_schema, projection, index_size_bytes, item_count, index_arn))

template <std::same_as<LocalSecondaryIndexDescription> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::index_name>(simple::IndexName),
        describe<&T::key_schema>(simple::KeySchema).by_rule(), // key rules depend on the owner
        describe<&T::projection>(),
        describe<&T::index_size_bytes>(simple::LongObject).before(edition::v2023_03_08, simple::Long),
        describe<&T::item_count>(simple::LongObject).before(edition::v2023_03_08, simple::Long),
        describe<&T::index_arn>(simple::String),
    };
}

template <std::same_as<LocalSecondaryIndexDescription> T>
constexpr auto rules(std::type_identity<T>) {
    return join(key_schema::rules<T, key_schema::owner::local_index>(), indexes::local_rule<T>());
}

/// A global secondary index of a table.
struct GlobalSecondaryIndexDescription {
    std::optional<std::string> index_name{};                   ///< 3 to 255 of `a-z A-Z 0-9 _ . -`
    std::optional<std::vector<KeySchemaElement>> key_schema{}; ///< partition key, then sort key
    std::optional<Projection> projection{};                    ///< the attributes that it copies
    std::optional<open_enum<IndexStatus>> index_status{};      ///< its state
    std::optional<bool> backfilling{};                         ///< whether it is being filled
    std::optional<ProvisionedThroughputDescription> provisioned_throughput{}; ///< units per second
    std::optional<std::int64_t> index_size_bytes{};           ///< bytes; updated about every six hours
    std::optional<std::int64_t> item_count{};                 ///< items; updated about every six hours
    std::optional<std::string> index_arn{};                   ///< of the index
    std::optional<OnDemandThroughput> on_demand_throughput{}; ///< its maxima; since 2024-05-02
    /// What it can serve at once; since 2024-11-13.
    std::optional<GlobalSecondaryIndexWarmThroughputDescription> warm_throughput{};
};
BOOST_DESCRIBE_STRUCT(GlobalSecondaryIndexDescription, (),
                      (index_name, key_schema, projection, index_status, backfilling, provisioned_throughput,
                       index_size_bytes, item_count, index_arn, on_demand_throughput, warm_throughput))

template <std::same_as<GlobalSecondaryIndexDescription> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::index_name>(simple::IndexName),
        describe<&T::key_schema>(simple::KeySchema).by_rule(), // key rules depend on the owner
        describe<&T::projection>(),
        describe<&T::index_status>(),
        describe<&T::backfilling>(simple::Backfilling),
        describe<&T::provisioned_throughput>(),
        describe<&T::index_size_bytes>(simple::LongObject).before(edition::v2023_03_08, simple::Long),
        describe<&T::item_count>(simple::LongObject).before(edition::v2023_03_08, simple::Long),
        describe<&T::index_arn>(simple::String),
        describe<&T::on_demand_throughput>().since(edition::v2024_05_02),
        describe<&T::warm_throughput>().since(edition::v2024_11_13),
    };
}

template <std::same_as<GlobalSecondaryIndexDescription> T>
constexpr auto rules(std::type_identity<T>) {
    return key_schema::rules<T, key_schema::owner::global_index>();
}

/// A vector index of a table.
struct VectorIndexDescription {
    std::optional<std::string> index_name{};                         ///< 3 to 255 of `a-z A-Z 0-9 _ . -`
    std::optional<std::vector<SearchSchemaElement>> search_schema{}; ///< what searches may name; not empty
    std::optional<Projection> projection{};                          ///< the attributes that it copies
    std::optional<VectorAttributeDefinition> vector_attribute{};     ///< where the vectors are
    std::optional<std::int64_t> dimensions{};                        ///< numbers in a vector; at least 1
    std::optional<open_enum<VectorDistanceFunction>> distance_function{}; ///< the measure of distance
    std::optional<open_enum<IndexStatus>> index_status{};                 ///< its state
    std::optional<bool> backfilling{};                                    ///< whether it is being filled
    std::optional<std::int64_t> index_size_bytes{}; ///< bytes; updated about every six hours
    std::optional<std::int64_t> item_count{};       ///< items; updated about every six hours
    std::optional<std::string> index_arn{};         ///< of the index
};
BOOST_DESCRIBE_STRUCT(VectorIndexDescription, (),
                      (index_name, search_schema, projection, vector_attribute, dimensions, distance_function,
                       index_status, backfilling, index_size_bytes, item_count, index_arn))

template <std::same_as<VectorIndexDescription> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::index_name>(simple::IndexName).since(edition::v2026_08_04),
        describe<&T::search_schema>(simple::SearchSchema).since(edition::v2026_08_04),
        describe<&T::projection>().since(edition::v2026_08_04),
        describe<&T::vector_attribute>().since(edition::v2026_08_04),
        describe<&T::dimensions>(simple::PositiveLongObject).since(edition::v2026_08_04),
        describe<&T::distance_function>().since(edition::v2026_08_04),
        describe<&T::index_status>().since(edition::v2026_08_04),
        describe<&T::backfilling>(simple::Backfilling).since(edition::v2026_08_04),
        describe<&T::index_size_bytes>(simple::LongObject).since(edition::v2026_08_04),
        describe<&T::item_count>(simple::LongObject).since(edition::v2026_08_04),
        describe<&T::index_arn>(simple::String).since(edition::v2026_08_04),
    };
}

} // namespace dynabackup::aws
