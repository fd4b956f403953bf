#pragma once
/// \file
/// Projection: the attributes that an index copies from its table.

#include <dynabackup/clumio/dialect.hpp>
#include <dynabackup/clumio/enums.hpp>
#include <dynabackup/rules/projection.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::clumio {

/// The attributes that an index copies from its table. They always include the keys of both.
struct Projection {
    /// The other attributes that are copied, if the type is INCLUDE; may be empty.
    std::optional<std::vector<std::string>> non_key_attributes{};
    std::optional<open_enum<ProjectionType>>
        projection_type{}; ///< all, the keys, or the keys and some others
};
BOOST_DESCRIBE_STRUCT(Projection, (), (non_key_attributes, projection_type))

template <std::same_as<Projection> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::non_key_attributes>(), describe<&T::projection_type>()};
}

template <std::same_as<Projection> T>
constexpr auto rules(std::type_identity<T>) {
    return projection::rules<T>();
}

} // namespace dynabackup::clumio
