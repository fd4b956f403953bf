#pragma once
/// \file
/// KeySchemaElement: one attribute of a primary key.

#include <dynabackup/aws/dialect.hpp>
#include <dynabackup/aws/enums.hpp>
#include <dynabackup/aws/limits.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws {

/// One attribute of the primary key of a table or an index: a top-level string, number or binary.
struct KeySchemaElement {
    std::string attribute_name;  ///< 1 to 255 characters
    open_enum<KeyType> key_type; ///< HASH (partition key) or RANGE (sort key)
};
BOOST_DESCRIBE_STRUCT(KeySchemaElement, (), (attribute_name, key_type))

template <std::same_as<KeySchemaElement> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::attribute_name>(simple::KeySchemaAttributeName),
        describe<&T::key_type>(),
    };
}

} // namespace dynabackup::aws
