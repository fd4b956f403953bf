#pragma once
/// \file
/// DynamoDBRestoreQueryFilter: selects the items of a backup that are restored. Known from Clumio's SDK only.

#include <dynabackup/clumio/dialect.hpp>
#include <dynabackup/clumio/enums.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::clumio {

/// A condition on a key attribute.
struct DynamoDBKeyFilter {
    std::optional<open_enum<FilterCondition>> condition{}; ///< how it is compared
    std::optional<std::vector<std::string>> values{};      ///< with what
};
BOOST_DESCRIBE_STRUCT(DynamoDBKeyFilter, (), (condition, values))

template <std::same_as<DynamoDBKeyFilter> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::condition>(), describe<&T::values>()};
}

/// Conditions on a primary key.
struct DynamoDBRestoreKeyFilters {
    std::optional<DynamoDBKeyFilter> partition_key_filter{}; ///< on its HASH
    std::optional<DynamoDBKeyFilter> sort_key_filter{};      ///< on its RANGE
};
BOOST_DESCRIBE_STRUCT(DynamoDBRestoreKeyFilters, (), (partition_key_filter, sort_key_filter))

template <std::same_as<DynamoDBRestoreKeyFilters> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::partition_key_filter>(), describe<&T::sort_key_filter>()};
}

/// A condition on another attribute.
struct DynamoDBGRRAttributeFilter {
    std::optional<open_enum<FilterCondition>> condition{}; ///< how it is compared
    std::optional<std::string> name{};                     ///< of the attribute
    std::optional<open_enum<FilterType>> type{};           ///< of its values
    std::optional<std::vector<std::string>> values{};      ///< with what
};
BOOST_DESCRIBE_STRUCT(DynamoDBGRRAttributeFilter, (), (condition, name, type, values))

template <std::same_as<DynamoDBGRRAttributeFilter> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::condition>(), describe<&T::name>(), describe<&T::type>(),
                      describe<&T::values>()};
}

/// Selects the items of a backup that are restored.
struct DynamoDBRestoreQueryFilter {
    std::optional<std::vector<DynamoDBGRRAttributeFilter>> attribute_filters{}; ///< by other attributes
    std::optional<std::vector<DynamoDBRestoreKeyFilters>> key_filters{};        ///< by keys
    std::optional<DynamoDBKeyFilter> partition_key_filter{};                    ///< by the HASH
    std::optional<DynamoDBKeyFilter> sort_key_filter{};                         ///< by the RANGE
};
BOOST_DESCRIBE_STRUCT(DynamoDBRestoreQueryFilter, (),
                      (attribute_filters, key_filters, partition_key_filter, sort_key_filter))

template <std::same_as<DynamoDBRestoreQueryFilter> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::attribute_filters>(), describe<&T::key_filters>(),
                      describe<&T::partition_key_filter>(), describe<&T::sort_key_filter>()};
}

} // namespace dynabackup::clumio
