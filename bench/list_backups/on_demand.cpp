// simdjson On-Demand, mapped by hand: into views, without keeping anything, and into structs, all of which are kept.
#include "list_backups/on_demand.hpp"

#include "list_backups/scenarios.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace list_backups;

template <class Time>
void views(benchmark::State& state, scenario const& s) {
    simdjson::padded_string const text(s.text);
    simdjson::ondemand::parser parser;
    bench::measure(state, s, [&](tally& sum) {
        for_each_view<Time>(parser, text, [&](auto const& backup) { add(sum, backup); });
    });
}

/// Looks members up by name, in the order of the text. Also looks up a member that may be absent.
template <class Time>
void lookup(benchmark::State& state, scenario const& s) {
    simdjson::padded_string const text(s.text);
    simdjson::ondemand::parser parser;
    bench::measure(state, s, [&](tally& sum) {
        summary<std::string_view, Time> one;
        auto page = parser.iterate(text);
        for (simdjson::ondemand::object o : page["BackupSummaries"].get_array()) {
            auto const expires = [&] {
                Time time{};
                if (o["BackupExpiryDateTime"].get(time) == simdjson::SUCCESS) one.expires = time;
                else one.expires.reset();
            };
            auto const get = [&](auto& out, std::string_view name) {
                if constexpr (std::is_same_v<std::remove_reference_t<decltype(out)>, std::string_view>)
                    out = o[name].get_string().value();
                else out = o[name].value();
            };
            if (s.time_texts) {
                get(one.table_name, "TableName"), get(one.table_id, "TableId"),
                    get(one.table_arn, "TableArn");
                get(one.backup_arn, "BackupArn"), get(one.backup_name, "BackupName");
                get(one.created, "BackupCreationDateTime"), expires();
                get(one.status, "BackupStatus"), get(one.type, "BackupType"),
                    get(one.size, "BackupSizeBytes");
            } else {
                get(one.backup_arn, "BackupArn"), get(one.created, "BackupCreationDateTime"), expires();
                get(one.backup_name, "BackupName"), get(one.size, "BackupSizeBytes");
                get(one.status, "BackupStatus"), get(one.type, "BackupType"), get(one.table_arn, "TableArn");
                get(one.table_id, "TableId"), get(one.table_name, "TableName");
            }
            add(sum, one);
        }
    });
}

template <class Time>
void kept(benchmark::State& state, scenario const& s) {
    simdjson::padded_string const text(s.text);
    simdjson::ondemand::parser parser;
    std::vector<summary<std::string, Time>> all; // its memory is reused
    bench::measure(state, s, [&](tally& sum) {
        std::size_t n = 0;
        for_each_value(parser, text, [&](bench::on_demand_value const& value) {
            if (n == all.size()) all.emplace_back();
            read(value, all[n++]);
        });
        all.resize(n);
        for (auto const& backup : all) add(sum, backup);
    });
}

[[maybe_unused]] bool const registered[] = {
    list_backups::compete("on_demand, views",
                          [](benchmark::State& state, scenario const& s) {
                              s.time_texts ? views<std::string_view>(state, s) : views<double>(state, s);
                          }),
    list_backups::compete("on_demand, views by look-up",
                          [](benchmark::State& state, scenario const& s) {
                              s.time_texts ? lookup<std::string_view>(state, s) : lookup<double>(state, s);
                          }),
    list_backups::compete("on_demand, all kept",
                          [](benchmark::State& state, scenario const& s) {
                              s.time_texts ? kept<std::string>(state, s) : kept<double>(state, s);
                          }),
};

} // namespace
