#pragma once
/// \file
/// The rates at which a table, an index or a replica may be read and written.

#include <dynabackup/clumio/dialect.hpp>

#include <boost/describe/class.hpp>

#include <cstdint>

namespace dynabackup::clumio {

/// The capacity that is set in advance, in units per second.
struct ProvisionedThroughput {
    std::optional<std::int64_t> read_capacity_units{};  ///< strongly consistent reads per second
    std::optional<std::int64_t> write_capacity_units{}; ///< writes per second
};
BOOST_DESCRIBE_STRUCT(ProvisionedThroughput, (), (read_capacity_units, write_capacity_units))

template <std::same_as<ProvisionedThroughput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::read_capacity_units>(), describe<&T::write_capacity_units>()};
}

/// The capacity of a replica, if it differs from that of the source table.
struct ProvisionedThroughputOverride {
    std::optional<std::int64_t> read_capacity_units{}; ///< strongly consistent reads per second
};
BOOST_DESCRIBE_STRUCT(ProvisionedThroughputOverride, (), (read_capacity_units))

template <std::same_as<ProvisionedThroughputOverride> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::read_capacity_units>()};
}

/// The highest request rate of a replica that pays per request, if it differs from that of the source table. Known
/// from Clumio's SDK only.
struct OnDemandThroughputOverride {
    std::optional<std::int64_t> max_read_request_units{}; ///< read request units per second
};
BOOST_DESCRIBE_STRUCT(OnDemandThroughputOverride, (), (max_read_request_units))

template <std::same_as<OnDemandThroughputOverride> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::max_read_request_units>()};
}

} // namespace dynabackup::clumio
