#pragma once
/// \file
/// KeySchemaElement: one attribute of an index's key.

#include <dynabackup/clumio/dialect.hpp>
#include <dynabackup/clumio/enums.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::clumio {

/// One attribute of the key of an index.
struct KeySchemaElement {
    std::optional<std::string> attribute_name{};  ///< the name of an attribute of the items
    std::optional<open_enum<KeyType>> key_type{}; ///< partition key or sort key
};
BOOST_DESCRIBE_STRUCT(KeySchemaElement, (), (attribute_name, key_type))

template <std::same_as<KeySchemaElement> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::attribute_name>(), describe<&T::key_type>()};
}

} // namespace dynabackup::clumio
