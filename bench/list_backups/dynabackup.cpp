// The library: every contender reads every member of every backup into owning structs.
#include <dynabackup/dynabackup.hpp>

#include "list_backups/page.hpp"

using namespace dynabackup;

namespace {

/// One reused record, as a dump is read.
void read_records(benchmark::State& state) {
    auto const& page = list_backups::page(state);
    json::structural_index index;
    aws::BackupSummary record;
    std::size_t records = 0;
    std::int64_t bytes = 0;
    for (auto _ : state) {
        options const chosen;
        context c(chosen);
        c.open(page, {});
        c.index(index);
        path_node const root;
        c.cursor.at += 4; // { "BackupSummaries" : [
        for (records = 0; detail::read_value(c, record, root, {}) == detail::got::value;) {
            bytes += *record.backup_size_bytes;
            ++records;
            if (c.cursor.peek() != ',') break;
            ++c.cursor.at;
        }
        benchmark::DoNotOptimize(bytes);
    }
    list_backups::report(state, records);
}
BENCHMARK(read_records)->Name("dynabackup/one_record_reused")->Arg(0)->Arg(1);

/// A page that keeps every record, its memory reused.
void parse_page(benchmark::State& state) {
    auto const& page = list_backups::page(state);
    aws::ListBackupsOutput output;
    for (auto _ : state)
        if (!parse_into(output, page)) state.SkipWithError("not read");
    list_backups::report(state, output.backup_summaries ? output.backup_summaries->size() : 0);
}
BENCHMARK(parse_page)->Name("dynabackup/parse_into")->Arg(0)->Arg(1);

/// Reading, limits and all rules.
void check_page(benchmark::State& state) {
    auto const& page = list_backups::page(state);
    std::size_t records = 0;
    for (auto _ : state) records = check<aws::ListBackupsOutput>(page).summary().records;
    list_backups::report(state, records);
}
BENCHMARK(check_page)->Name("dynabackup/check")->Arg(0);

} // namespace
