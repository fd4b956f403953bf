// simdjson On-Demand, mapped by hand: into views, and into one reused struct.
#include "contenders/on_demand.hpp"

#include "clumio/scenarios.hpp"
#include "clumio/table_backup.hpp"

#include <string>
#include <string_view>

namespace {

using namespace clumio_list;

template <class Text>
void run(benchmark::State& state, scenario const& s) {
    simdjson::padded_string const text(s.text);
    simdjson::ondemand::parser parser;
    table_backup<Text> one;
    bench::measure(state, s, [&](tally& sum) {
        auto document = parser.iterate(text);
        simdjson::ondemand::value const page = document.get_value();
        read_page(bench::on_demand_value(page), one, [&](auto const& backup) { add(sum, backup); });
    });
}

[[maybe_unused]] bool const registered[] = {
    clumio_list::compete("on_demand, views", run<std::string_view>),
    clumio_list::compete("on_demand, one reused", run<std::string>),
};

} // namespace
