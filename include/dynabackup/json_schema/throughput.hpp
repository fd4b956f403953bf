#pragma once
/// \file
/// The rules of capacities in JSON Schema.

#include <dynabackup/json_schema/choice.hpp>
#include <dynabackup/json_schema/conditions.hpp>
#include <dynabackup/rules/throughput.hpp>

namespace dynabackup::schema {

template <class T>
concept billed = requires(T const& t) {
    t.billing_mode;
    t.provisioned_throughput;
};
template <class T>
concept globally_indexed = requires(T const& t) {
    t.global_secondary_indexes;
};
template <class T>
concept on_demand_limited = requires(T const& t) {
    t.max_read_request_units;
    t.max_write_request_units;
};
template <class T>
concept on_demand_billed = billed<T> && requires(T const& t) {
    t.on_demand_throughput;
};
template <class T>
concept describes_table = requires(T const& t) {
    t.source_table_details;
    t.source_table_feature_details;
};

/// Both capacities of the `provisioned_throughput` of a T are like this.
template <class T>
object capacities(object const& says) {
    using both = value_of<decltype(T::provisioned_throughput)>;
    return with(at<&T::provisioned_throughput>,
                {{"properties",
                  object{{at<&both::read_capacity_units>, says}, {at<&both::write_capacity_units>, says}}}});
}

/// How the table T is billed, as conditions.
template <billed T>
struct billing {
    using modes = enumeration<decltype(T::billing_mode)>;

    static object provisioned() { return is(at<&T::billing_mode>, name_of(modes::PROVISIONED)); }
    static object on_demand() { return is(at<&T::billing_mode>, name_of(modes::PAY_PER_REQUEST)); }
    static object unsaid() { return lacks<&T::billing_mode>(); }
    /// On the days before, no table says how it is billed.
    static bool is_said(choice const& c) { return c.day() >= entered_on<&T::billing_mode>; }
};

/// What a rule says of the capacities of a T, which is the table or one of its indexes. `said(condition)`: the table
/// is there and like this; `unsaid(condition)`: the same, or it is not there; `below(schema)`: what the T is like.
template <billed Table, class T>
object capacities_say(rule const& r, choice const& c, auto said, auto unsaid, auto below) {
    using how = billing<Table>;
    if (&r == &throughput::on_demand_zero)
        return implies(said(how::on_demand()), below(capacities<T>({{"const", 0}})));
    if (&r != &throughput::minimum) return {};
    object const positive = capacities<T>({{"minimum", 1}});
    object of_either = below(either(positive, capacities<T>({{"const", 0}})));
    if (!how::is_said(c)) return of_either;
    return implies(said(how::provisioned()), below(positive))
        .add("else", implies(unsaid(how::unsaid()), of_either));
}

template <class T>
object throughput_says(rule const& r, choice const& c) {
    auto const here = [](object const& says) { return says; };
    if constexpr (on_demand_limited<T>) {
        constexpr std::string_view read = at<&T::max_read_request_units>,
                                   write = at<&T::max_write_request_units>;
        object const allowed = either({{"const", -1}}, {{"minimum", 1}});
        if (&r == &throughput::on_demand_value)
            return {{"properties", object{{read, allowed}, {write, allowed}}}};
        if (&r == &throughput::on_demand_empty) return either(has(read), has(write));
    }
    if constexpr (on_demand_billed<T>)
        if (&r == &throughput::on_demand_billing_mode)
            return implies(billing<T>::provisioned(), no(has(at<&T::on_demand_throughput>)));
    if constexpr (billed<T>) {
        object says = capacities_say<T, T>(r, c, here, here, here);
        if constexpr (globally_indexed<T>) {
            using index = typename value_of<decltype(T::global_secondary_indexes)>::value_type;
            auto const below = [](object const& one) {
                return with(at<&T::global_secondary_indexes>, {{"items", one}});
            };
            object const more = capacities_say<T, index>(r, c, here, here, below);
            if (!more.empty()) says = {{"allOf", list{says, more}}};
        }
        return says;
    } else if constexpr (describes_table<T>) {
        using table = value_of<decltype(T::source_table_details)>;
        using features = value_of<decltype(T::source_table_feature_details)>;
        using index = typename value_of<decltype(features::global_secondary_indexes)>::value_type;
        auto const said = [](object const& says) { return has(at<&T::source_table_details>, says); };
        auto const unsaid = [](object const& says) { return with(at<&T::source_table_details>, says); };
        auto const below = [](object const& one) {
            return with(at<&T::source_table_feature_details>,
                        with(at<&features::global_secondary_indexes>, {{"items", one}}));
        };
        if (&r == &throughput::on_demand_billing_mode)
            return implies(said(billing<table>::provisioned()),
                           below(no(has(at<&index::on_demand_throughput>))));
        return capacities_say<table, index>(r, c, said, unsaid, below);
    }
    return {};
}

} // namespace dynabackup::schema
