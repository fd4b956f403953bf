#pragma once
/// \file
/// The struct that is filled by hand from any parser that walks over the members of an object.

#include "scenario.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace describe_backup {

/// A list whose elements keep their memory when the list is read again.
template <class T>
class reused_list {
public:
    void clear() { size_ = 0; }
    T& add() {
        if (size_ == all_.size()) all_.emplace_back();
        return all_[size_++];
    }
    T const* begin() const { return all_.data(); }
    T const* end() const { return all_.data() + size_; }

private:
    std::vector<T> all_;
    std::size_t size_ = 0;
};

template <class Text>
struct key {
    Text name, type;
};

struct throughput {
    std::int64_t read = 0, write = 0;
};

template <class Text>
struct index {
    Text name, projection;
    reused_list<key<Text>> keys;
    reused_list<Text> others;
    std::optional<throughput> provisioned;
};

template <class Text>
struct encryption {
    Text key, type, status;
};
template <class Text>
struct stream {
    bool enabled = false;
    Text view;
};
template <class Text>
struct expiry {
    Text attribute, status;
};

template <class Text>
struct description {
    Text arn, name, status, type, billing, table_arn, table_id, table;
    double created = 0, table_created = 0;
    std::optional<double> expires;
    std::int64_t size = 0, items = 0, table_size = 0;
    reused_list<key<Text>> keys;
    throughput provisioned;
    reused_list<index<Text>> global_indexes, local_indexes;
    std::optional<encryption<Text>> encrypted;
    std::optional<stream<Text>> streamed;
    std::optional<expiry<Text>> expiring;
};

// ---- reading ----

template <class Value>
void read(Value const& object, throughput& t) {
    object.members([&](auto const& name, auto const& value) {
        if (name == "ReadCapacityUnits") value.get(t.read);
        else if (name == "WriteCapacityUnits") value.get(t.write);
    });
}

template <class Value, class Text>
void read(Value const& list, reused_list<key<Text>>& keys) {
    keys.clear();
    list.elements([&](auto const& element) {
        auto& k = keys.add();
        element.members([&](auto const& name, auto const& value) {
            if (name == "AttributeName") value.get(k.name);
            else if (name == "KeyType") value.get(k.type);
        });
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
            if (name == "IndexName") value.get(i.name);
            else if (name == "KeySchema") read(value, i.keys);
            else if (name == "ProvisionedThroughput") read(value, i.provisioned.emplace());
            else if (name == "Projection")
                value.members([&](auto const& inner, auto const& part) {
                    if (inner == "ProjectionType") part.get(i.projection);
                    else if (inner == "NonKeyAttributes")
                        part.elements([&](auto const& attribute) { attribute.get(i.others.add()); });
                });
        });
    });
}

template <class Value, class Text>
void read_details(Value const& object, description<Text>& d) {
    object.members([&](auto const& name, auto const& value) {
        if (name == "BackupArn") value.get(d.arn);
        else if (name == "BackupCreationDateTime") value.get(d.created);
        else if (name == "BackupExpiryDateTime") value.get(d.expires.emplace());
        else if (name == "BackupName") value.get(d.name);
        else if (name == "BackupSizeBytes") value.get(d.size);
        else if (name == "BackupStatus") value.get(d.status);
        else if (name == "BackupType") value.get(d.type);
    });
}

template <class Value, class Text>
void read_table(Value const& object, description<Text>& d) {
    object.members([&](auto const& name, auto const& value) {
        if (name == "BillingMode") value.get(d.billing);
        else if (name == "ItemCount") value.get(d.items);
        else if (name == "KeySchema") read(value, d.keys);
        else if (name == "ProvisionedThroughput") read(value, d.provisioned);
        else if (name == "TableArn") value.get(d.table_arn);
        else if (name == "TableCreationDateTime") value.get(d.table_created);
        else if (name == "TableId") value.get(d.table_id);
        else if (name == "TableName") value.get(d.table);
        else if (name == "TableSizeBytes") value.get(d.table_size);
    });
}

/// Returns the value of an optional, whose memory is reused.
template <class T>
T& engage(std::optional<T>& value) {
    return value ? *value : value.emplace();
}

template <class Value, class Text>
void read_features(Value const& object, description<Text>& d) {
    bool encrypted = false, streamed = false, expiring = false;
    object.members([&](auto const& name, auto const& value) {
        if (name == "GlobalSecondaryIndexes") read(value, d.global_indexes);
        else if (name == "LocalSecondaryIndexes") read(value, d.local_indexes);
        else if (name == "SSEDescription") {
            encrypted = true;
            value.members([&, &e = engage(d.encrypted)](auto const& inner, auto const& part) {
                if (inner == "KMSMasterKeyArn") part.get(e.key);
                else if (inner == "SSEType") part.get(e.type);
                else if (inner == "Status") part.get(e.status);
            });
        } else if (name == "StreamDescription") {
            streamed = true;
            value.members([&, &s = engage(d.streamed)](auto const& inner, auto const& part) {
                if (inner == "StreamEnabled") part.get(s.enabled);
                else if (inner == "StreamViewType") part.get(s.view);
            });
        } else if (name == "TimeToLiveDescription") {
            expiring = true;
            value.members([&, &t = engage(d.expiring)](auto const& inner, auto const& part) {
                if (inner == "AttributeName") part.get(t.attribute);
                else if (inner == "TimeToLiveStatus") part.get(t.status);
            });
        }
    });
    if (!encrypted) d.encrypted.reset();
    if (!streamed) d.streamed.reset();
    if (!expiring) d.expiring.reset();
}

template <class Value, class Text>
void read(Value const& document, description<Text>& d) {
    d.expires.reset();
    d.global_indexes.clear();
    d.local_indexes.clear();
    document.members([&](auto const& outer, auto const& object) {
        if (outer != "BackupDescription") return;
        object.members([&](auto const& name, auto const& value) {
            if (name == "BackupDetails") read_details(value, d);
            else if (name == "SourceTableDetails") read_table(value, d);
            else if (name == "SourceTableFeatureDetails") read_features(value, d);
        });
    });
}

// ---- adding up ----

template <class Text>
void add(bench::tally& sum, reused_list<index<Text>> const& indexes) {
    for (auto const& i : indexes) {
        sum.text(i.name);
        for (auto const& k : i.keys) sum.text(k.name), sum.text(k.type);
        sum.text(i.projection);
        for (auto const& attribute : i.others) sum.text(attribute);
        if (i.provisioned) sum.number(i.provisioned->read), sum.number(i.provisioned->write);
    }
}

template <class Text>
void add(bench::tally& sum, description<Text> const& d) {
    ++sum.records;
    for (auto const* text :
         {&d.arn, &d.name, &d.status, &d.type, &d.billing, &d.table_arn, &d.table_id, &d.table})
        sum.text(*text);
    for (auto const number : {d.size, d.items, d.table_size, d.provisioned.read, d.provisioned.write})
        sum.number(number);
    sum.time(d.created);
    sum.time(d.table_created);
    if (d.expires) sum.time(*d.expires);
    for (auto const& k : d.keys) sum.text(k.name), sum.text(k.type);
    add(sum, d.global_indexes);
    add(sum, d.local_indexes);
    if (d.encrypted) sum.text(d.encrypted->key), sum.text(d.encrypted->type), sum.text(d.encrypted->status);
    if (d.streamed) sum.flag(d.streamed->enabled), sum.text(d.streamed->view);
    if (d.expiring) sum.text(d.expiring->attribute), sum.text(d.expiring->status);
}

} // namespace describe_backup
