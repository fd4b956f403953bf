// The library writes the page that it has read: as DynamoDB sent it, and as the command line prints it.
#include <dynabackup/write.hpp>

#include "contenders/dynabackup.hpp"
#include "list_backups/scenarios.hpp"

using namespace dynabackup;
using bench::scenario, bench::tally;

namespace {

/// Writes into a text whose memory is reused. Counts the bytes that are written.
template <format As>
void write_page(benchmark::State& state, scenario const& s) {
    auto const page = parse<aws::ListBackupsOutput>(s.text);
    if (!page) return state.SkipWithError("the page cannot be read");
    std::string text;
    bench::measure(
        state, s,
        [&](tally& sum) {
            text.clear();
            append_json(text, *page, As);
            sum.records = page->backup_summaries->size();
        },
        bench::proof::records);
    auto const again = parse<aws::ListBackupsOutput>(text);
    if (!again || *again != *page) state.SkipWithError("the text that was written has another value");
    if (As == format::aws_wire && text != s.text)
        state.SkipWithError("the bytes differ from those that AWS sends");
}

[[maybe_unused]] bool const registered[] = {
    bench::compete("dynabackup, write", {{"list_backups/wire", list_backups::page<bench::spelling::wire>}},
                   write_page<format::aws_wire>),
    bench::compete("dynabackup, write", {{"list_backups/cli", list_backups::page<bench::spelling::cli>}},
                   write_page<format::aws_cli>),
};

} // namespace
