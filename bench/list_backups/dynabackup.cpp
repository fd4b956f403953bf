// The library, into structs that own their texts.
#include "contenders/dynabackup.hpp"

#include "list_backups/scenarios.hpp"

using namespace dynabackup;
using bench::scenario, bench::tally;

namespace dynabackup::aws {

static void add(tally& sum, BackupSummary const& s) {
    ++sum.records;
    for (auto const* text : {&s.backup_arn, &s.backup_name, &s.table_arn, &s.table_id, &s.table_name})
        sum.text(text->value());
    sum.text(s.backup_status->text());
    sum.text(s.backup_type->text());
    sum.number(*s.backup_size_bytes);
    sum.time(*s.backup_creation_date_time);
    if (s.backup_expiry_date_time) sum.time(*s.backup_expiry_date_time);
}

} // namespace dynabackup::aws

namespace {

/// Typed, into one reused struct, without rules.
void read_one(benchmark::State& state, scenario const& s) {
    aws::BackupSummary record;
    bench::measure(state, s, [&](tally& sum) {
        bench::typed_reader<aws::BackupSummary> in(s.text);
        in.cursor().at += 4; // { "BackupSummaries" : [
        while (in.read(record)) {
            add(sum, record);
            if (in.cursor().peek() != ',') break;
            ++in.cursor().at;
        }
    });
}

/// Into a page that keeps every record and whose memory is reused.
void parse_page(benchmark::State& state, scenario const& s) {
    aws::ListBackupsOutput page;
    parse_memory memory;
    bench::measure(state, s, [&](tally& sum) {
        if (!parse_into(page, s.text, memory)) return;
        for (auto const& record : *page.backup_summaries) add(sum, record);
    });
}

/// With limits and all rules, as a document of a known shape.
void check_page(benchmark::State& state, scenario const& s) {
    bench::measure(
        state, s,
        [&](tally& sum) {
            auto const report = check<aws::ListBackupsOutput>(s.text);
            sum.records = bench::valid_records(report.summary(), report.size());
        },
        bench::proof::records);
}

[[maybe_unused]] bool const registered[] = {
    list_backups::compete("dynabackup, read", read_one),
    list_backups::compete("dynabackup, parse, all kept", parse_page),
    list_backups::compete("dynabackup, dump, all kept", bench::collect_dump<aws::BackupSummary>),
    list_backups::compete("dynabackup, check<T>", check_page),
    list_backups::compete("dynabackup, check", bench::check),
    list_backups::compete("dynabackup, dump, 1 thread", bench::check_dump<1>),
    list_backups::compete("dynabackup, dump, 2 threads", bench::check_dump<2>),
};

} // namespace
