#pragma once
/// \file
/// The struct that is filled by hand from any parser that walks over the members of an object.

#include "describe_backup/description.hpp"

#include <cstdint>

namespace clumio_list {

using describe_backup::reused_list, describe_backup::key, describe_backup::index, describe_backup::throughput;

template <class Text>
struct link {
    Text href, type;
    bool templated = false;
};

template <class Text>
struct tag {
    Text key, value;
};

template <class Text>
struct table_backup {
    Text etag, account, region, billing, id, table_class, table_id, table, type, key_type;
    Text expires, started; // as they are in the text
    link<Text> self, restore;
    std::int64_t items = 0, size = 0;
    bool recoverable = false;
    bool global_table = false, own_key = false; ///< not null
    throughput provisioned;
    reused_list<index<Text>> global_indexes, local_indexes;
    reused_list<tag<Text>> tags;
};

template <class Value, class Text>
void read(Value const& object, link<Text>& l) {
    object.members([&](auto const& name, auto const& value) {
        if (name == "href") value.get(l.href);
        else if (name == "templated") value.get(l.templated);
        else if (name == "type") value.get(l.type);
    });
}

template <class Value>
void read(Value const& object, throughput& t) {
    object.members([&](auto const& name, auto const& value) {
        if (name == "read_capacity_units") value.get(t.read);
        else if (name == "write_capacity_units") value.get(t.write);
    });
}

template <class Value, class Text>
void read(Value const& list, reused_list<index<Text>>& indexes) {
    indexes.clear();
    list.elements([&](auto const& element) {
        auto& i = indexes.add();
        i.others.clear();
        i.provisioned.reset();
        element.members([&](auto const& name, auto const& value) {
            if (name == "index_name") value.get(i.name);
            else if (name == "key_schema") {
                i.keys.clear();
                value.elements([&](auto const& part) {
                    auto& k = i.keys.add();
                    part.members([&](auto const& inner, auto const& text) {
                        if (inner == "attribute_name") text.get(k.name);
                        else if (inner == "key_type") text.get(k.type);
                    });
                });
            } else if (name == "projection")
                value.members([&](auto const& inner, auto const& part) {
                    if (inner == "projection_type") part.get(i.projection);
                    else if (inner == "non_key_attributes")
                        part.elements([&](auto const& attribute) { attribute.get(i.others.add()); });
                });
            else if (name == "provisioned_throughput") clumio_list::read(value, i.provisioned.emplace());
        });
    });
}

template <class Value, class Text>
void read(Value const& object, table_backup<Text>& b) {
    object.members([&](auto const& name, auto const& value) {
        if (name == "_etag") value.get(b.etag);
        else if (name == "_links")
            value.members([&](auto const& inner, auto const& part) {
                if (inner == "_self") read(part, b.self);
                else if (inner == "restore-aws-dynamodb-table") read(part, b.restore);
            });
        else if (name == "account_native_id") value.get(b.account);
        else if (name == "aws_region") value.get(b.region);
        else if (name == "billing_mode") value.get(b.billing);
        else if (name == "expiration_timestamp") value.get(b.expires);
        else if (name == "global_secondary_indexes") clumio_list::read(value, b.global_indexes);
        else if (name == "global_table_version") b.global_table = !value.is_null();
        else if (name == "id") value.get(b.id);
        else if (name == "item_count") value.get(b.items);
        else if (name == "local_secondary_indexes") clumio_list::read(value, b.local_indexes);
        else if (name == "pitr_status") value.get(b.recoverable);
        else if (name == "provisioned_throughput") clumio_list::read(value, b.provisioned);
        else if (name == "size") value.get(b.size);
        else if (name == "sse_specification")
            value.members([&](auto const& inner, auto const& part) {
                if (inner == "kms_key_type") part.get(b.key_type);
                else if (inner == "kms_master_key_id") b.own_key = !part.is_null();
            });
        else if (name == "start_timestamp") value.get(b.started);
        else if (name == "table_class") value.get(b.table_class);
        else if (name == "table_id") value.get(b.table_id);
        else if (name == "table_name") value.get(b.table);
        else if (name == "tags") {
            b.tags.clear();
            value.elements([&](auto const& element) {
                auto& t = b.tags.add();
                element.members([&](auto const& inner, auto const& part) {
                    if (inner == "key") part.get(t.key);
                    else if (inner == "value") part.get(t.value);
                });
            });
        } else if (name == "type") value.get(b.type);
    });
}

/// Reads a page. Calls `f` for each of its backups, in one reused struct.
template <class Value, class Text, class F>
void read_page(Value const& page, table_backup<Text>& one, F f) {
    page.members([&](auto const& outer, auto const& embedded) {
        if (outer != "_embedded") return;
        embedded.members([&](auto const& name, auto const& items) {
            if (name != "items") return;
            items.elements([&](auto const& value) {
                clumio_list::read(value, one);
                f(one);
            });
        });
    });
}

template <class Text>
void add(bench::tally& sum, table_backup<Text> const& b) {
    ++sum.records;
    for (auto const* text :
         {&b.etag, &b.account, &b.region, &b.billing, &b.id, &b.table_class, &b.table_id, &b.table, &b.type,
          &b.key_type, &b.self.href, &b.self.type, &b.restore.href, &b.restore.type})
        sum.text(*text);
    for (bool const yes : {b.self.templated, b.restore.templated, b.recoverable, b.global_table, b.own_key})
        sum.flag(yes);
    for (auto const number : {b.items, b.size, b.provisioned.read, b.provisioned.write}) sum.number(number);
    sum.time(b.expires);
    sum.time(b.started);
    describe_backup::add(sum, b.global_indexes);
    describe_backup::add(sum, b.local_indexes);
    for (auto const& t : b.tags) sum.text(t.key), sum.text(t.value);
}

} // namespace clumio_list
