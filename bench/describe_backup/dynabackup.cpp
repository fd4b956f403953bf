// The library, into structs that own their texts.
#include "contenders/dynabackup.hpp"

#include "describe_backup/scenarios.hpp"

using namespace dynabackup;
using bench::scenario, bench::tally;

namespace dynabackup::aws {

static void add(tally& sum, std::vector<KeySchemaElement> const& keys) {
    for (auto const& k : keys) sum.text(k.attribute_name), sum.text(k.key_type.text());
}

static void add(tally& sum, ProvisionedThroughput const& t) {
    sum.number(t.read_capacity_units), sum.number(t.write_capacity_units);
}

template <class Index>
static void add_index(tally& sum, Index const& i) {
    sum.text(*i.index_name);
    add(sum, *i.key_schema);
    sum.text(i.projection->projection_type->text());
    if (i.projection->non_key_attributes)
        for (auto const& attribute : *i.projection->non_key_attributes) sum.text(attribute);
}

static void add(tally& sum, SourceTableFeatureDetails const& f) {
    for (auto const& i : *f.global_secondary_indexes) add_index(sum, i), add(sum, *i.provisioned_throughput);
    for (auto const& i : *f.local_secondary_indexes) add_index(sum, i);
    if (auto const& e = f.sse_description)
        sum.text(*e->kms_master_key_arn), sum.text(e->sse_type->text()), sum.text(e->status->text());
    if (auto const& s = f.stream_description)
        sum.flag(s->stream_enabled), sum.text(s->stream_view_type->text());
    if (auto const& t = f.time_to_live_description)
        sum.text(*t->attribute_name), sum.text(t->time_to_live_status->text());
}

static void add(tally& sum, BackupDescription const& d) {
    ++sum.records;
    auto const& b = *d.backup_details;
    sum.text(b.backup_arn), sum.text(b.backup_name);
    sum.text(b.backup_status.text()), sum.text(b.backup_type.text());
    sum.number(*b.backup_size_bytes);
    sum.time(b.backup_creation_date_time);
    if (b.backup_expiry_date_time) sum.time(*b.backup_expiry_date_time);
    auto const& t = *d.source_table_details;
    sum.text(t.table_name), sum.text(t.table_id), sum.text(*t.table_arn), sum.text(t.billing_mode->text());
    sum.number(*t.table_size_bytes), sum.number(*t.item_count);
    sum.time(t.table_creation_date_time);
    add(sum, t.key_schema);
    add(sum, t.provisioned_throughput);
    add(sum, *d.source_table_feature_details);
}

} // namespace dynabackup::aws

namespace {

/// Typed, into one reused struct, without rules: all lines at once, or one by one if some are damaged.
void read_one(benchmark::State& state, scenario const& s) {
    aws::DescribeBackupOutput one;
    parse_memory memory;
    bench::measure(state, s, [&](tally& sum) {
        if (s.rejected != 0) {
            describe_backup::for_each_line(s.text, [&](std::string_view line) {
                if (parse_into(one, line, memory)) add(sum, *one.backup_description);
            });
            return;
        }
        bench::typed_reader<aws::DescribeBackupOutput> in(s.text);
        while (in.cursor().at != in.cursor().last && in.read(one)) add(sum, *one.backup_description);
    });
}

/// One text per call, with memory that is reused.
void parse_lines(benchmark::State& state, scenario const& s) {
    aws::DescribeBackupOutput one;
    parse_memory memory;
    bench::measure(state, s, [&](tally& sum) {
        describe_backup::for_each_line(s.text, [&](std::string_view line) {
            if (parse_into(one, line, memory)) add(sum, *one.backup_description);
        });
    });
}

[[maybe_unused]] bool const registered[] = {
    describe_backup::compete("dynabackup, read", read_one),
    describe_backup::compete("dynabackup, one text a call", parse_lines),
    describe_backup::compete("dynabackup, dump, all kept", bench::collect_dump<aws::BackupDescription>),
    describe_backup::compete("dynabackup, check", bench::check),
    describe_backup::compete("dynabackup, dump, 1 thread", bench::check_dump<1>),
    describe_backup::compete("dynabackup, dump, 2 threads", bench::check_dump<2>),
};

} // namespace
