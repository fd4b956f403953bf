#pragma once
/// \file
/// VectorIndexInfo and its parts: the vector indexes of a table. All since 2026-08-04.

#include <dynabackup/aws/dialect.hpp>
#include <dynabackup/aws/enums.hpp>
#include <dynabackup/aws/limits.hpp>
#include <dynabackup/aws/projection.hpp>
#include <dynabackup/rules/vector_indexes.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws {

/// An attribute that a search in a vector index may name.
struct SearchSchemaElement {
    std::string attribute_name;                                    ///< at most 65535 characters
    open_enum<SearchSchemaElementType> search_schema_element_type; ///< its role: partition key or filter
};
BOOST_DESCRIBE_STRUCT(SearchSchemaElement, (), (attribute_name, search_schema_element_type))

template <std::same_as<SearchSchemaElement> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::attribute_name>(simple::AttributeName).since(edition::v2026_08_04),
        describe<&T::search_schema_element_type>().since(edition::v2026_08_04),
    };
}

/// The attribute that holds the vectors.
struct VectorAttributeDefinition {
    std::string attribute_name; ///< 1 to 255 characters
};
BOOST_DESCRIBE_STRUCT(VectorAttributeDefinition, (), (attribute_name))

template <std::same_as<VectorAttributeDefinition> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::attribute_name>(simple::VectorAttributeName).since(edition::v2026_08_04),
    };
}

/// A vector index, as it was when the table was backed up.
struct VectorIndexInfo {
    std::optional<std::string> index_name{};                         ///< 3 to 255 of `a-z A-Z 0-9 _ . -`
    std::optional<VectorAttributeDefinition> vector_attribute{};     ///< where the vectors are
    std::optional<std::vector<SearchSchemaElement>> search_schema{}; ///< what searches may name; not empty
    std::optional<Projection> projection{};                          ///< the attributes that it copies
    std::optional<std::int64_t> dimensions{};                        ///< numbers in a vector; 1 to 4096
    std::optional<open_enum<VectorDistanceFunction>> distance_function{}; ///< the measure of distance
};
BOOST_DESCRIBE_STRUCT(VectorIndexInfo, (),
                      (index_name, vector_attribute, search_schema, projection, dimensions,
                       distance_function))

template <std::same_as<VectorIndexInfo> T>
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

template <std::same_as<VectorIndexInfo> T>
constexpr auto rules(std::type_identity<T>) {
    return vector_indexes::rules<T>();
}

} // namespace dynabackup::aws
