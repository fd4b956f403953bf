// What a careful user of simdjson's On-Demand interface writes for this page: members in the order in which
// they stand, strings as views or into owning structs.
#include "list_backups/page.hpp"

#include <simdjson.h>

#include <optional>
#include <string_view>
#include <vector>

using namespace simdjson;

namespace {

template <class Text, class Time>
struct summary {
    Text backup_arn, backup_name, table_arn, table_id, table_name, status, type;
    Time created{};
    std::optional<Time> expires;
    std::int64_t size = 0;
};

template <class Time>
void read_optional(simdjson_result<ondemand::value> value, std::optional<Time>& out) {
    Time time{};
    if (value.get(time) == SUCCESS) out = time;
    else out.reset();
}

template <class S>
void read_wire(ondemand::object o, S& s) {
    s.backup_arn = std::string_view(o["BackupArn"]);
    s.created = o["BackupCreationDateTime"].value();
    read_optional(o["BackupExpiryDateTime"], s.expires);
    s.backup_name = std::string_view(o["BackupName"]);
    s.size = o["BackupSizeBytes"];
    s.status = std::string_view(o["BackupStatus"]);
    s.type = std::string_view(o["BackupType"]);
    s.table_arn = std::string_view(o["TableArn"]);
    s.table_id = std::string_view(o["TableId"]);
    s.table_name = std::string_view(o["TableName"]);
}

template <class S>
void read_cli(ondemand::object o, S& s) {
    s.table_name = std::string_view(o["TableName"]);
    s.table_id = std::string_view(o["TableId"]);
    s.table_arn = std::string_view(o["TableArn"]);
    s.backup_arn = std::string_view(o["BackupArn"]);
    s.backup_name = std::string_view(o["BackupName"]);
    s.created = o["BackupCreationDateTime"].value();
    read_optional(o["BackupExpiryDateTime"], s.expires);
    s.status = std::string_view(o["BackupStatus"]);
    s.type = std::string_view(o["BackupType"]);
    s.size = o["BackupSizeBytes"];
}

template <class Text, bool Keep>
void run(benchmark::State& state) {
    padded_string const page(list_backups::page(state));
    bool const cli = state.range(0) == 1;
    ondemand::parser parser;
    std::size_t records = 0;
    auto walk = [&]<class Time>(Time) {
        using record = summary<Text, Time>;
        std::vector<record> kept;
        record one;
        std::size_t bytes = 0;
        for (auto _ : state) {
            records = 0;
            ondemand::document document = parser.iterate(page);
            for (ondemand::object o : document["BackupSummaries"].get_array()) {
                if (Keep && records == kept.size()) kept.emplace_back();
                record& r = Keep ? kept[records] : one;
                if constexpr (std::is_same_v<Time, double>) read_wire(o, r);
                else read_cli(o, r);
                bytes += r.backup_arn.size() + r.table_name.size() + static_cast<std::size_t>(r.size);
                ++records;
            }
            benchmark::DoNotOptimize(bytes);
        }
    };
    if (cli) walk(std::string_view{}); // the text of a time, not its value
    else walk(double{});
    list_backups::report(state, records);
}

void views(benchmark::State& state) { run<std::string_view, false>(state); }
void owning(benchmark::State& state) { run<std::string, true>(state); }
BENCHMARK(views)->Name("on_demand/views")->Arg(0)->Arg(1);
BENCHMARK(owning)->Name("on_demand/owning_kept")->Arg(0)->Arg(1);

} // namespace
