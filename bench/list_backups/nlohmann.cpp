// nlohmann/json's tree, mapped by hand into one reused struct.
#if __has_include(<nlohmann/json.hpp>)
#include "contenders/nlohmann.hpp"

#include "list_backups/scenarios.hpp"
#include "list_backups/summary.hpp"

#include <string>

namespace {

using namespace list_backups;

template <class Time>
void run(benchmark::State& state, scenario const& s) {
    summary<std::string, Time> one;
    bench::measure(state, s, [&](tally& sum) {
        auto const page = nlohmann::json::parse(s.text);
        bench::nlohmann_value(page.at("BackupSummaries")).elements([&](auto const& value) {
            read(value, one);
            add(sum, one);
        });
    });
}

[[maybe_unused]] bool const registered =
    list_backups::compete("nlohmann", [](benchmark::State& state, scenario const& s) {
        s.time_texts ? run<std::string>(state, s) : run<double>(state, s);
    });

} // namespace
#endif
