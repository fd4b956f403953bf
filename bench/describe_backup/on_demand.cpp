// simdjson On-Demand into views. iterate_many is the fastest way through valid lines. It silently loses records after
// damage, so damaged text is read line by line.
#include "contenders/on_demand.hpp"

#include "describe_backup/description.hpp"
#include "describe_backup/scenarios.hpp"

#include <string>
#include <string_view>

namespace {

using namespace describe_backup;

/// `OneByOne`: each line is read as a separate text, although all of them are in memory.
template <class Text, bool OneByOne = false>
void run(benchmark::State& state, scenario const& s) {
    simdjson::padded_string const text(s.text);
    std::string_view const all = text;
    simdjson::ondemand::parser parser;
#ifdef SIMDJSON_THREADS_ENABLED
    parser.threaded = false;
#endif
    description<Text> one;
    auto const read_document = [&](auto&& document, tally& sum) {
        simdjson::ondemand::value const root = document.get_value();
        read(bench::on_demand_value(root), one);
        add(sum, one);
    };
    bench::measure(state, s, [&](tally& sum) {
        if (s.rejected == 0 && !OneByOne) {
            auto documents = parser.iterate_many(text).value();
            for (auto document : documents) read_document(document, sum);
            return;
        }
        for_each_line(all, [&](std::string_view line) {
            try {
                auto const room =
                    static_cast<std::size_t>(all.end() - line.begin()) + simdjson::SIMDJSON_PADDING;
                auto document = parser.iterate(simdjson::padded_string_view(line.data(), line.size(), room));
                read_document(document, sum);
            } catch (simdjson::simdjson_error const&) {
                // skipped
            }
        });
    });
}

[[maybe_unused]] bool const registered[] = {
    describe_backup::compete("on_demand, views", run<std::string_view>),
    describe_backup::compete("on_demand, one reused", run<std::string>),
    describe_backup::compete("on_demand, one text a call", run<std::string_view, true>),
};

} // namespace
