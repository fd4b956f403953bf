#pragma once
/// \file
/// ProvisionedThroughput and OnDemandThroughput: the rates at which a table or an index may be read and written.

#include <dynabackup/aws/dialect.hpp>
#include <dynabackup/aws/limits.hpp>
#include <dynabackup/rules/throughput.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws {

/// The capacity that is set in advance, in units per second; requests beyond it are throttled.
/// Both are at least 1, or 0 when the billing mode is PAY_PER_REQUEST.
struct ProvisionedThroughput {
    std::int64_t read_capacity_units = 0;  ///< strongly consistent reads per second
    std::int64_t write_capacity_units = 0; ///< writes per second
};
BOOST_DESCRIBE_STRUCT(ProvisionedThroughput, (), (read_capacity_units, write_capacity_units))

template <std::same_as<ProvisionedThroughput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::read_capacity_units>(simple::PositiveLongObject).by_rule(), // PAY_PER_REQUEST shows 0
        describe<&T::write_capacity_units>(simple::PositiveLongObject).by_rule(),
    };
}

/// The highest request rates of an on-demand table or index, in request units per second: at least 1, or -1 for no
/// maximum. At least one of the two is given. Since 2024-05-02.
struct OnDemandThroughput {
    std::optional<std::int64_t> max_read_request_units{};  ///< read request units per second
    std::optional<std::int64_t> max_write_request_units{}; ///< write request units per second
};
BOOST_DESCRIBE_STRUCT(OnDemandThroughput, (), (max_read_request_units, max_write_request_units))

template <std::same_as<OnDemandThroughput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::max_read_request_units>(simple::LongObject).since(edition::v2024_05_02),
        describe<&T::max_write_request_units>(simple::LongObject).since(edition::v2024_05_02),
    };
}

/// Reports a maximum of request units that is neither -1 nor at least 1. `member`: the name of the maximum.
inline void check_maximum(std::optional<std::int64_t> value, std::string_view member, rule_context& in) {
    if (value && *value != -1 && *value < 1)
        in.fail({member}, *value, " is neither -1, for no maximum, nor at least 1.");
}

/// Reports maxima that are neither -1 nor at least 1. Reports an on-demand throughput with neither of them.
inline void check_maxima(OnDemandThroughput const& t, rule_context& in) {
    using T = OnDemandThroughput;
    check_maximum(t.max_read_request_units, wire_name<&T::max_read_request_units>, in);
    check_maximum(t.max_write_request_units, wire_name<&T::max_write_request_units>, in);
    if (!t.max_read_request_units && !t.max_write_request_units &&
        in.knows(t.max_read_request_units, t.max_write_request_units))
        in.fail(throughput::on_demand_empty, {}, "Neither ", wire_name<&T::max_read_request_units>, " nor ",
                wire_name<&T::max_write_request_units>, " is given.");
}

template <std::same_as<OnDemandThroughput> T>
constexpr auto rules(std::type_identity<T>) {
    return std::array{enforce<check_maxima, throughput::on_demand_value, throughput::on_demand_empty>()};
}

} // namespace dynabackup::aws
