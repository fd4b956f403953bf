#pragma once
/// \file
/// Error: the response of Clumio to a request that failed.

#include <dynabackup/clumio/dialect.hpp>

#include <boost/describe/class.hpp>

#include <limits>

namespace dynabackup::clumio {

namespace simple {

/// Clumio's `uint32`.
inline constexpr simple_shape UInt32{
    .name = "uint32",
    .type = simple_type::long_,
    .first = {.since = edition::v2017_11_29, .min = 0, .max = std::numeric_limits<std::uint32_t>::max()}};

} // namespace simple

/// One error.
struct SingleError {
    std::optional<std::int64_t> error_code{};   ///< 0 to 4294967295
    std::optional<std::string> error_message{}; ///< human-readable
};
BOOST_DESCRIBE_STRUCT(SingleError, (), (error_code, error_message))

template <std::same_as<SingleError> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::error_code>(simple::UInt32), describe<&T::error_message>()};
}

/// The body of a response that gives the reasons why a request failed.
struct Error {
    std::optional<std::vector<SingleError>> errors{}; ///< any number of reasons
};
BOOST_DESCRIBE_STRUCT(Error, (), (errors))

template <std::same_as<Error> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::errors>()};
}

} // namespace dynabackup::clumio
