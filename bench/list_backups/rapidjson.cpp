// RapidJSON's tree, mapped by hand into one reused struct.

#include "contenders/rapidjson.hpp"

#ifdef BENCH_HAS_RAPIDJSON
#include "list_backups/scenarios.hpp"
#include "list_backups/summary.hpp"

#include <string>

namespace {

using namespace list_backups;

template <class Time>
void run(benchmark::State& state, scenario const& s) {
    bench::rapidjson_reader reader(s.text.size());
    summary<std::string, Time> one;
    bench::measure(state, s, [&](tally& sum) {
        reader.read(s.text, [&](bench::rapidjson_value const& page) {
            page.members([&](auto const& key, auto const& list) {
                if (key != "BackupSummaries") return;
                list.elements([&](auto const& value) {
                    read(value, one);
                    add(sum, one);
                });
            });
        });
    });
}

[[maybe_unused]] bool const registered =
    list_backups::compete("rapidjson", [](benchmark::State& state, scenario const& s) {
        s.time_texts ? run<std::string>(state, s) : run<double>(state, s);
    });

} // namespace
#endif
