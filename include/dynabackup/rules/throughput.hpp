#pragma once
/// \file
/// Provisioned and on-demand capacities.

#include <dynabackup/detail/util/concat.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace dynabackup::throughput {

/// Parts of the tables in the examples.
namespace text {
inline constexpr std::string_view
    provisioned = R"({"BillingMode":"PROVISIONED",)"
                  R"("ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":5})",
    zero = R"({"BillingMode":"PROVISIONED",)"
           R"("ProvisionedThroughput":{"ReadCapacityUnits":0,"WriteCapacityUnits":5})",
    maximum = R"({"BillingMode":"PROVISIONED","OnDemandThroughput":{"MaxReadRequestUnits":100},)"
              R"("ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":5})",
    on_demand = R"({"BillingMode":"PAY_PER_REQUEST",)"
                R"("ProvisionedThroughput":{"ReadCapacityUnits":0,"WriteCapacityUnits":0})",
    capacity = R"({"BillingMode":"PAY_PER_REQUEST",)"
               R"("ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":0})",
    rest = R"(,"KeySchema":[{"AttributeName":"Artist","KeyType":"HASH"}],)"
           R"("TableCreationDateTime":1600000000,)"
           R"("TableId":"01234567-89ab-cdef-0123-456789abcdef","TableName":"Music"})";
} // namespace text

inline constexpr rule minimum{
    "provisioned-throughput.minimum",
    severity::error,
    edition::v2017_11_29,
    "A provisioned capacity is at least 1; if no billing mode is given, both capacities may be 0, as in an "
    "on-demand table.",
    cite::provisioned_throughput,
    example{joined<text::zero, text::rest>, joined<text::provisioned, text::rest>, "SourceTableDetails"}};
inline constexpr rule on_demand_zero{
    "provisioned-throughput.on-demand-zero",
    severity::error,
    edition::v2018_11_28,
    "With PAY_PER_REQUEST, the provisioned capacities of the table and of its global indexes are 0.",
    cite::provisioned_throughput,
    example{joined<text::capacity, text::rest>, joined<text::on_demand, text::rest>, "SourceTableDetails"}};
inline constexpr rule on_demand_value{
    "on-demand-throughput.value",
    severity::error,
    edition::v2024_05_02,
    "A maximum of request units is at least 1, or -1 for no maximum.",
    cite::on_demand_throughput,
    example{R"({"MaxReadRequestUnits":0})", R"({"MaxReadRequestUnits":-1})", "OnDemandThroughput"}};
inline constexpr rule on_demand_empty{
    "on-demand-throughput.empty",
    severity::error,
    edition::v2024_05_02,
    "An on-demand throughput gives MaxReadRequestUnits, MaxWriteRequestUnits, or both.",
    cite::on_demand_throughput,
    example{R"({})", R"({"MaxReadRequestUnits":100})", "OnDemandThroughput"}};
inline constexpr rule on_demand_billing_mode{
    "on-demand-throughput.billing-mode",
    severity::warning,
    edition::v2024_05_02,
    "An on-demand throughput belongs to a table that pays per request.",
    cite::on_demand_throughput,
    example{joined<text::maximum, text::rest>, joined<text::provisioned, text::rest>, "SourceTableDetails"}};

/// How the table is billed, as far as the document shows.
enum class billing : unsigned char { absent, provisioned, on_demand, unknown };

/// The billing mode that a shape T with `billing_mode` states.
template <class T>
billing billing_of(T const& t, rule_context const& in) {
    using modes = enumeration<decltype(T::billing_mode)>;
    if (!in.knows(t.billing_mode)) return billing::unknown;
    auto const* const mode = known<&T::billing_mode>(t, in);
    if (!mode) return billing::absent;
    if (*mode == modes::PROVISIONED) return billing::provisioned;
    return *mode == modes::PAY_PER_REQUEST ? billing::on_demand : billing::unknown;
}

/// Whether a capacity breaks `minimum`. `other`: the capacity beside it, if it is known.
constexpr bool is_too_low(std::int64_t value, std::optional<std::int64_t> other, billing mode) {
    if (mode == billing::provisioned) return value < 1;
    bool const perhaps_on_demand = value == 0 && other.value_or(0) == 0;
    return mode == billing::absent && value < 1 && !perhaps_on_demand;
}

/// Applies `minimum` or `on_demand_zero` to one of two capacities, which may be null. `at_value`: the path to it.
inline void check_capacity(rule const& which, billing mode, std::int64_t const* value,
                           std::int64_t const* other, rule_context& in,
                           std::initializer_list<path_step> at_value) {
    if (!value) return;
    if (&which == &on_demand_zero) {
        if (mode == billing::on_demand && *value != 0) [[unlikely]]
            in.fail(which, at_value, *value, " units; a table that pays per request has 0.");
    } else if (is_too_low(*value, other ? std::optional(*other) : std::nullopt, mode)) [[unlikely]] {
        in.fail(which, at_value, *value, " units; the API allows at least 1",
                mode == billing::absent ? "; both are 0 only on demand." : ".");
    }
}

/// Applies `minimum` or `on_demand_zero` to an object with the two capacities, at the path `where`.
template <class Throughput, class... Where>
void check_capacities(rule const& which, billing mode, Throughput const& t, rule_context& in,
                      Where... where) {
    auto const* const read = known<&Throughput::read_capacity_units>(t, in);
    auto const* const write = known<&Throughput::write_capacity_units>(t, in);
    check_capacity(which, mode, read, write, in, {where..., wire_name<&Throughput::read_capacity_units>});
    check_capacity(which, mode, write, read, in, {where..., wire_name<&Throughput::write_capacity_units>});
}

/// Reports provisioned capacities of a table that break `Which`: `minimum` or `on_demand_zero`.
template <class T, rule const& Which>
void check_table(T const& t, rule_context& in) {
    if (auto const* const capacities = known<&T::provisioned_throughput>(t, in))
        check_capacities(Which, billing_of(t, in), *capacities, in, wire_name<&T::provisioned_throughput>);
}

/// Either `minimum` or `on_demand_zero`, for a shape T with `billing_mode` and `provisioned_throughput`.
template <class T, rule const& Which>
constexpr auto table_rule() {
    return std::array{enforce<check_table<T, Which>, Which>()};
}

/// Applies `minimum` or `on_demand_zero` to the global secondary indexes of a table with that billing, at the path
/// `list`.
template <class Indexes, class... List>
void check_indexes(rule const& which, billing mode, Indexes const* indexes, rule_context& in, List... list) {
    if (!indexes) return;
    using index = typename Indexes::value_type;
    for (std::size_t i = 0; i < indexes->size(); ++i)
        if (auto const* const capacities = known<&index::provisioned_throughput>((*indexes)[i], in))
            check_capacities(which, mode, *capacities, in, list..., path_step{i},
                             path_step{wire_name<&index::provisioned_throughput>});
}

/// All rules of this file, for the catalogue.
inline constexpr std::array all{&minimum, &on_demand_zero, &on_demand_value, &on_demand_empty,
                                &on_demand_billing_mode};

} // namespace dynabackup::throughput
