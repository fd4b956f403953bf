// RapidJSON's tree, line by line, mapped by hand into one reused struct.

#include "contenders/rapidjson.hpp"

#ifdef BENCH_HAS_RAPIDJSON
#include "describe_backup/description.hpp"
#include "describe_backup/scenarios.hpp"

#include <string>
#include <string_view>

namespace {

using namespace describe_backup;

void run(benchmark::State& state, scenario const& s) {
    bench::rapidjson_reader reader(65536);
    description<std::string> one;
    bench::measure(state, s, [&](tally& sum) {
        for_each_line(s.text, [&](std::string_view line) {
            reader.read(line, [&](bench::rapidjson_value const& document) {
                read(document, one);
                add(sum, one);
            });
        });
    });
}

[[maybe_unused]] bool const registered = describe_backup::compete("rapidjson", run);

} // namespace
#endif
