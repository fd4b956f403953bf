// simdjson's tree, mapped by hand into one reused struct.
#include "contenders/dom.hpp"

#include "clumio/scenarios.hpp"
#include "clumio/table_backup.hpp"

#include <string>

namespace {

using namespace clumio_list;

void run(benchmark::State& state, scenario const& s) {
    simdjson::padded_string const text(s.text);
    simdjson::dom::parser parser;
    table_backup<std::string> one;
    bench::measure(state, s, [&](tally& sum) {
        read_page(bench::dom_value(parser.parse(text).value()), one,
                  [&](auto const& backup) { add(sum, backup); });
    });
}

[[maybe_unused]] bool const registered = clumio_list::compete("simdjson dom", run);

} // namespace
