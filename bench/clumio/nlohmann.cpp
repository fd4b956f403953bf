// nlohmann/json's tree, mapped by hand into one reused struct.
#if __has_include(<nlohmann/json.hpp>)
#include "contenders/nlohmann.hpp"

#include "clumio/scenarios.hpp"
#include "clumio/table_backup.hpp"

#include <string>

namespace {

using namespace clumio_list;

void run(benchmark::State& state, scenario const& s) {
    table_backup<std::string> one;
    bench::measure(state, s, [&](tally& sum) {
        auto const page = nlohmann::json::parse(s.text);
        read_page(bench::nlohmann_value(page), one, [&](auto const& backup) { add(sum, backup); });
    });
}

[[maybe_unused]] bool const registered = clumio_list::compete("nlohmann", run);

} // namespace
#endif
