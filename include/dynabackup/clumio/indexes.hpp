#pragma once
/// \file
/// LocalSecondaryIndex and GlobalSecondaryIndex: the secondary indexes of a table.

#include <dynabackup/clumio/key_schema.hpp>
#include <dynabackup/clumio/projection.hpp>
#include <dynabackup/clumio/throughput.hpp>
#include <dynabackup/rules/indexes.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::clumio {

/// A global secondary index: keys and throughput of its own.
struct GlobalSecondaryIndex {
    /// Whether CloudWatch Contributor Insights is on. Known from Clumio's SDK only.
    std::optional<bool> contributor_insights_status{};
    std::optional<std::string> index_name{};                       ///< 3 to 255 of `a-z A-Z 0-9 _ . -`
    std::optional<std::vector<KeySchemaElement>> key_schema{};     ///< its whole key
    std::optional<Projection> projection{};                        ///< the attributes that it copies
    std::optional<ProvisionedThroughput> provisioned_throughput{}; ///< units per second
};
BOOST_DESCRIBE_STRUCT(GlobalSecondaryIndex, (),
                      (contributor_insights_status, index_name, key_schema, projection,
                       provisioned_throughput))

template <std::same_as<GlobalSecondaryIndex> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::contributor_insights_status>(),
        describe<&T::index_name>(),
        describe<&T::key_schema>(),
        describe<&T::projection>(),
        describe<&T::provisioned_throughput>(),
    };
}

/// A local secondary index: the table's partition key with another sort key.
struct LocalSecondaryIndex {
    std::optional<std::string> index_name{};                   ///< 3 to 255 of `a-z A-Z 0-9 _ . -`
    std::optional<std::vector<KeySchemaElement>> key_schema{}; ///< its whole key
    std::optional<Projection> projection{};                    ///< the attributes that it copies
};
BOOST_DESCRIBE_STRUCT(LocalSecondaryIndex, (), (index_name, key_schema, projection))

template <std::same_as<LocalSecondaryIndex> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::index_name>(), describe<&T::key_schema>(), describe<&T::projection>()};
}

template <std::same_as<GlobalSecondaryIndex> T>
constexpr auto rules(std::type_identity<T>) {
    return key_schema::rules<T, key_schema::owner::global_index>();
}
template <std::same_as<LocalSecondaryIndex> T>
constexpr auto rules(std::type_identity<T>) {
    return join(key_schema::rules<T, key_schema::owner::local_index>(), indexes::local_rule<T>());
}

} // namespace dynabackup::clumio
