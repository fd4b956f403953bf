#pragma once
/// \file
/// Reads a page with simdjson On-Demand.

#include "contenders/on_demand.hpp"
#include "list_backups/summary.hpp"

#include <string_view>

namespace list_backups {

/// Calls `f(on_demand_value)` for each backup of a page.
template <class F>
void for_each_value(simdjson::ondemand::parser& parser, simdjson::padded_string const& text, F f) {
    auto page = parser.iterate(text);
    for (auto backup : page["BackupSummaries"].get_array()) f(bench::on_demand_value(backup.value()));
}

/// Calls `f(summary)` for each backup, with every member as a view. `Time`: see summary.
template <class Time, class F>
void for_each_view(simdjson::ondemand::parser& parser, simdjson::padded_string const& text, F f) {
    summary<std::string_view, Time> one;
    for_each_value(parser, text, [&](bench::on_demand_value const& value) {
        read(value, one);
        f(one);
    });
}

} // namespace list_backups
