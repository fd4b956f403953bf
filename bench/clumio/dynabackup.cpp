// The library, into structs that own their texts.
#include "contenders/dynabackup.hpp"

#include "clumio/scenarios.hpp"

using namespace dynabackup;
using bench::scenario, bench::tally;

namespace dynabackup::clumio {

static void add(tally& sum, HateoasLink const& l) {
    sum.text(*l.href), sum.text(*l.type), sum.flag(*l.templated);
}

static void add(tally& sum, ProvisionedThroughput const& t) {
    sum.number(*t.read_capacity_units), sum.number(*t.write_capacity_units);
}

static void add(tally& sum, GlobalSecondaryIndex const& i) {
    sum.text(*i.index_name);
    for (auto const& k : *i.key_schema) sum.text(*k.attribute_name), sum.text(k.key_type->text());
    sum.text(i.projection->projection_type->text());
    for (auto const& attribute : *i.projection->non_key_attributes) sum.text(attribute);
    add(sum, *i.provisioned_throughput);
}

static void add(tally& sum, DynamoDBTableBackup const& b) {
    ++sum.records;
    for (auto const* text : {&b.etag, &b.account_native_id, &b.aws_region, &b.id, &b.table_id, &b.table_name})
        sum.text(text->value());
    sum.text(b.billing_mode->text()), sum.text(b.table_class->text()), sum.text(b.type->text());
    sum.text(b.sse_specification->kms_key_type->text());
    add(sum, *b.links->self);
    add(sum, *b.links->restore_aws_dynamodb_table);
    sum.number(*b.item_count), sum.number(*b.size), sum.flag(*b.pitr_status);
    sum.flag(b.global_table_version.has_value()),
        sum.flag(b.sse_specification->kms_master_key_id.has_value());
    add(sum, *b.provisioned_throughput);
    sum.time(*b.expiration_timestamp), sum.time(*b.start_timestamp);
    for (auto const& i : *b.global_secondary_indexes) add(sum, i);
    for (auto const& t : *b.tags) sum.text(*t.key), sum.text(*t.value);
}

} // namespace dynabackup::clumio

namespace {

/// Into a page that keeps every backup and whose memory is reused, without rules.
void parse_page(benchmark::State& state, scenario const& s) {
    clumio::DynamoDBTableBackupList page;
    parse_memory memory;
    bench::measure(state, s, [&](tally& sum) {
        if (!parse_into(page, s.text, memory)) return;
        for (auto const& backup : *page.embedded->items) add(sum, backup);
    });
}

/// Typed, into one reused struct, without rules.
void read_one(benchmark::State& state, scenario const& s) {
    clumio::DynamoDBTableBackup one;
    bench::measure(state, s, [&](tally& sum) {
        bench::typed_reader<clumio::DynamoDBTableBackup> in(s.text);
        in.cursor().at += 7; // { "_embedded" : { "items" : [
        while (in.read(one)) {
            add(sum, one);
            if (in.cursor().peek() != ',') break;
            ++in.cursor().at;
        }
    });
}

[[maybe_unused]] bool const registered[] = {
    clumio_list::compete("dynabackup, read", read_one),
    clumio_list::compete("dynabackup, parse, all kept", parse_page),
    clumio_list::compete("dynabackup, dump, all kept", bench::collect_dump<clumio::DynamoDBTableBackup>),
    clumio_list::compete("dynabackup, check", bench::check),
    clumio_list::compete("dynabackup, dump, 1 thread", bench::check_dump<1>),
    clumio_list::compete("dynabackup, dump, 2 threads", bench::check_dump<2>),
};

} // namespace
