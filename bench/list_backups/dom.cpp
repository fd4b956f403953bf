// simdjson's tree, mapped by hand into one reused struct.
#include "contenders/dom.hpp"

#include "list_backups/scenarios.hpp"
#include "list_backups/summary.hpp"

#include <string>

namespace {

using namespace list_backups;

template <class Time>
void run(benchmark::State& state, scenario const& s) {
    simdjson::padded_string const text(s.text);
    simdjson::dom::parser parser;
    summary<std::string, Time> one;
    bench::measure(state, s, [&](tally& sum) {
        bench::dom_value(parser.parse(text)["BackupSummaries"].value())
            .elements([&](bench::dom_value const& value) {
                read(value, one);
                add(sum, one);
            });
    });
}

[[maybe_unused]] bool const registered =
    list_backups::compete("simdjson dom", [](benchmark::State& state, scenario const& s) {
        s.time_texts ? run<std::string>(state, s) : run<double>(state, s);
    });

} // namespace
