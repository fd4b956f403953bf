// nlohmann/json's tree, line by line, mapped by hand into one reused struct.
#if __has_include(<nlohmann/json.hpp>)
#include "contenders/nlohmann.hpp"

#include "describe_backup/description.hpp"
#include "describe_backup/scenarios.hpp"

#include <string>
#include <string_view>

namespace {

using namespace describe_backup;

void run(benchmark::State& state, scenario const& s) {
    description<std::string> one;
    bench::measure(state, s, [&](tally& sum) {
        for_each_line(s.text, [&](std::string_view line) {
            auto const document = nlohmann::json::parse(line, nullptr, false);
            if (document.is_discarded()) return;
            read(bench::nlohmann_value(document), one);
            add(sum, one);
        });
    });
}

[[maybe_unused]] bool const registered = describe_backup::compete("nlohmann", run);

} // namespace
#endif
