// RapidJSON's tree, mapped by hand into one reused struct.

#include "contenders/rapidjson.hpp"

#ifdef BENCH_HAS_RAPIDJSON
#include "clumio/scenarios.hpp"
#include "clumio/table_backup.hpp"

#include <string>

namespace {

using namespace clumio_list;

void run(benchmark::State& state, scenario const& s) {
    bench::rapidjson_reader reader(s.text.size());
    table_backup<std::string> one;
    bench::measure(state, s, [&](tally& sum) {
        reader.read(s.text, [&](bench::rapidjson_value const& page) {
            read_page(page, one, [&](auto const& backup) { add(sum, backup); });
        });
    });
}

[[maybe_unused]] bool const registered = clumio_list::compete("rapidjson", run);

} // namespace
#endif
