#pragma once
/// \file
/// The indexes and the encryption of a table that is restored or imported.

#include <dynabackup/aws/dialect.hpp>
#include <dynabackup/aws/enums.hpp>
#include <dynabackup/aws/key_schema.hpp>
#include <dynabackup/aws/projection.hpp>
#include <dynabackup/aws/table_limits.hpp>
#include <dynabackup/aws/throughput.hpp>
#include <dynabackup/aws/vector_index.hpp>
#include <dynabackup/rules/indexes.hpp>
#include <dynabackup/rules/key_schema.hpp>
#include <dynabackup/rules/restore.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws {

/// The load that an index must be able to serve at once.
struct WarmThroughput {
    std::optional<std::int64_t> read_units_per_second{};  ///< read units per second
    std::optional<std::int64_t> write_units_per_second{}; ///< write units per second
};
BOOST_DESCRIBE_STRUCT(WarmThroughput, (), (read_units_per_second, write_units_per_second))

template <std::same_as<WarmThroughput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::read_units_per_second>(simple::LongObject).since(edition::v2024_11_13),
        describe<&T::write_units_per_second>(simple::LongObject).since(edition::v2024_11_13),
    };
}

/// A local secondary index of a table that is made.
struct LocalSecondaryIndex {
    std::string index_name;                   ///< 3 to 255 of `a-z A-Z 0-9 _ . -`
    std::vector<KeySchemaElement> key_schema; ///< partition key, then sort key
    Projection projection;                    ///< the attributes that it copies
};
BOOST_DESCRIBE_STRUCT(LocalSecondaryIndex, (), (index_name, key_schema, projection))

template <std::same_as<LocalSecondaryIndex> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::index_name>(simple::IndexName).since(edition::v2019_11_12),
        describe<&T::key_schema>(simple::KeySchema)
            .since(edition::v2019_11_12)
            .by_rule(), // key rules depend on the owner
        describe<&T::projection>().since(edition::v2019_11_12),
    };
}

template <std::same_as<LocalSecondaryIndex> T>
constexpr auto rules(std::type_identity<T>) {
    return join(key_schema::rules<T, key_schema::owner::local_index>(), indexes::local_rule<T>());
}

/// A global secondary index of a table that is made.
struct GlobalSecondaryIndex {
    std::string index_name;                                        ///< 3 to 255 of `a-z A-Z 0-9 _ . -`
    std::vector<KeySchemaElement> key_schema;                      ///< partition key, then sort key
    Projection projection;                                         ///< the attributes that it copies
    std::optional<ProvisionedThroughput> provisioned_throughput{}; ///< units per second
    std::optional<OnDemandThroughput> on_demand_throughput{};      ///< its maxima; since 2024-05-02
    std::optional<WarmThroughput> warm_throughput{}; ///< what it can serve at once; since 2024-11-13
};
BOOST_DESCRIBE_STRUCT(GlobalSecondaryIndex, (),
                      (index_name, key_schema, projection, provisioned_throughput, on_demand_throughput,
                       warm_throughput))

template <std::same_as<GlobalSecondaryIndex> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::index_name>(simple::IndexName).since(edition::v2019_11_12),
        describe<&T::key_schema>(simple::KeySchema)
            .since(edition::v2019_11_12)
            .by_rule(), // key rules depend on the owner
        describe<&T::projection>().since(edition::v2019_11_12),
        describe<&T::provisioned_throughput>().since(edition::v2019_11_12),
        describe<&T::on_demand_throughput>().since(edition::v2024_05_02),
        describe<&T::warm_throughput>().since(edition::v2024_11_13),
    };
}

template <std::same_as<GlobalSecondaryIndex> T>
constexpr auto rules(std::type_identity<T>) {
    return key_schema::rules<T, key_schema::owner::global_index>();
}

/// A vector index of a table that is made.
struct VectorIndex {
    std::string index_name;                                          ///< 3 to 255 of `a-z A-Z 0-9 _ . -`
    VectorAttributeDefinition vector_attribute;                      ///< where the vectors are
    std::optional<std::vector<SearchSchemaElement>> search_schema{}; ///< what searches may name; not empty
    Projection projection;                                           ///< the attributes that it copies
    std::int64_t dimensions = 0;                                     ///< numbers in a vector; at least 1
    open_enum<VectorDistanceFunction> distance_function;             ///< the measure of distance
};
BOOST_DESCRIBE_STRUCT(VectorIndex, (),
                      (index_name, vector_attribute, search_schema, projection, dimensions,
                       distance_function))

template <std::same_as<VectorIndex> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::index_name>(simple::IndexName).since(edition::v2026_08_04),
        describe<&T::vector_attribute>().since(edition::v2026_08_04),
        describe<&T::search_schema>(simple::SearchSchema).since(edition::v2026_08_04),
        describe<&T::projection>().since(edition::v2026_08_04),
        describe<&T::dimensions>(simple::PositiveLongObject).since(edition::v2026_08_04),
        describe<&T::distance_function>().since(edition::v2026_08_04),
    };
}

/// How a table to be created will be encrypted.
struct SSESpecification {
    std::optional<bool> enabled{}; ///< true: with a key of the Key Management Service; else with an AWS key
    std::optional<open_enum<SSEType>> sse_type{};   ///< how
    std::optional<std::string> kms_master_key_id{}; ///< the key, unless it is the default one
};
BOOST_DESCRIBE_STRUCT(SSESpecification, (), (enabled, sse_type, kms_master_key_id))

template <std::same_as<SSESpecification> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::enabled>(simple::SSEEnabled).since(edition::v2020_02_17),
        describe<&T::sse_type>().since(edition::v2020_02_17).named("SSEType"),
        describe<&T::kms_master_key_id>(simple::KMSMasterKeyId)
            .since(edition::v2020_02_17)
            .named("KMSMasterKeyId"),
    };
}

template <std::same_as<SSESpecification> T>
constexpr auto rules(std::type_identity<T>) {
    return restore::encryption_rules<T>();
}

} // namespace dynabackup::aws
