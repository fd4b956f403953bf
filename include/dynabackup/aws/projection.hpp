#pragma once
/// \file
/// Projection: the attributes that an index copies from its table.

#include <dynabackup/aws/dialect.hpp>
#include <dynabackup/aws/enums.hpp>
#include <dynabackup/aws/limits.hpp>
#include <dynabackup/rules/projection.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws {

/// The attributes that an index copies from its table. They always include the keys of both.
struct Projection {
    std::optional<open_enum<ProjectionType>>
        projection_type{}; ///< all, the keys, or the keys and some others
    /// The others: 1 to 20 names of 1 to 255 characters. All indexes of a table together also have a limit.
    std::optional<std::vector<std::string>> non_key_attributes{};
};
BOOST_DESCRIBE_STRUCT(Projection, (), (projection_type, non_key_attributes))

template <std::same_as<Projection> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::projection_type>(),
        // The meaning of an empty list depends on the type.
        describe<&T::non_key_attributes>(simple::NonKeyAttributeNameList).by_rule(),
    };
}

template <std::same_as<Projection> T>
constexpr auto rules(std::type_identity<T>) {
    return join(projection::rules<T>(), projection::size_rule<T, simple::NonKeyAttributeNameList>());
}

} // namespace dynabackup::aws
