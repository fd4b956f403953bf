#pragma once
/// \file
/// LocalSecondaryIndexInfo and GlobalSecondaryIndexInfo: the secondary indexes of a table.

#include <dynabackup/aws/key_schema.hpp>
#include <dynabackup/aws/projection.hpp>
#include <dynabackup/aws/throughput.hpp>
#include <dynabackup/rules/indexes.hpp>
#include <dynabackup/rules/key_schema.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws {

/// A local secondary index, as it was when the table was backed up: the table's partition key with another
/// sort key.
struct LocalSecondaryIndexInfo {
    std::optional<std::string> index_name{};                   ///< 3 to 255 of `a-z A-Z 0-9 _ . -`
    std::optional<std::vector<KeySchemaElement>> key_schema{}; ///< partition key, then sort key
    std::optional<Projection> projection{};                    ///< the attributes that it copies
};
BOOST_DESCRIBE_STRUCT(LocalSecondaryIndexInfo, (), (index_name, key_schema, projection))

template <std::same_as<LocalSecondaryIndexInfo> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::index_name>(simple::IndexName),
        describe<&T::key_schema>(simple::KeySchema).by_rule(), // key rules depend on the owner
        describe<&T::projection>(),
    };
}

/// A global secondary index, as it was when the table was backed up: keys and throughput of its own.
struct GlobalSecondaryIndexInfo {
    /// 3 to 255 of `a-z A-Z 0-9 _ . -`.
    std::optional<std::string> index_name{};
    /// Partition key, then the sort key if there is one; since 2025-11-19 up to four of each.
    std::optional<std::vector<KeySchemaElement>> key_schema{};
    std::optional<Projection> projection{};                        ///< the attributes that it copies
    std::optional<ProvisionedThroughput> provisioned_throughput{}; ///< units per second
    std::optional<OnDemandThroughput> on_demand_throughput{};      ///< its maxima; since 2024-05-02
};
BOOST_DESCRIBE_STRUCT(GlobalSecondaryIndexInfo, (),
                      (index_name, key_schema, projection, provisioned_throughput, on_demand_throughput))

template <std::same_as<GlobalSecondaryIndexInfo> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::index_name>(simple::IndexName),
        describe<&T::key_schema>(simple::KeySchema).by_rule(), // key rules depend on the owner
        describe<&T::projection>(),
        describe<&T::provisioned_throughput>(),
        describe<&T::on_demand_throughput>().since(edition::v2024_05_02),
    };
}

template <std::same_as<LocalSecondaryIndexInfo> T>
constexpr auto rules(std::type_identity<T>) {
    return join(key_schema::rules<T, key_schema::owner::local_index>(), indexes::local_rule<T>());
}
template <std::same_as<GlobalSecondaryIndexInfo> T>
constexpr auto rules(std::type_identity<T>) {
    return key_schema::rules<T, key_schema::owner::global_index>();
}

} // namespace dynabackup::aws
