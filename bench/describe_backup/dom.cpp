// simdjson's tree, mapped by hand into one reused struct. Uses parse_many if no line is damaged.
#include "contenders/dom.hpp"

#include "describe_backup/description.hpp"
#include "describe_backup/scenarios.hpp"

#include <string>
#include <string_view>

namespace {

using namespace describe_backup;

void run(benchmark::State& state, scenario const& s) {
    simdjson::padded_string const text(s.text);
    simdjson::dom::parser parser;
#ifdef SIMDJSON_THREADS_ENABLED
    parser.threaded = false;
#endif
    description<std::string> one;
    auto const read_document = [&](simdjson::dom::element document, tally& sum) {
        read(bench::dom_value(document), one);
        add(sum, one);
    };
    bench::measure(state, s, [&](tally& sum) {
        if (s.rejected == 0) {
            simdjson::dom::document_stream documents = parser.parse_many(text);
            for (auto document : documents) read_document(document.value(), sum);
            return;
        }
        for_each_line(text, [&](std::string_view line) {
            simdjson::dom::element document;
            if (parser.parse(line.data(), line.size(), false).get(document) == simdjson::SUCCESS)
                read_document(document, sum);
        });
    });
}

[[maybe_unused]] bool const registered = describe_backup::compete("simdjson dom", run);

} // namespace
