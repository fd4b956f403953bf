#pragma once
/// \file
/// The struct that is filled by hand from any parser that walks over the members of an object.

#include "scenario.hpp"

#include <cstdint>
#include <optional>

namespace list_backups {

/// `Time`: a number of seconds, or the text as it is.
template <class Text, class Time>
struct summary {
    Text backup_arn, backup_name, table_arn, table_id, table_name, status, type;
    Time created{};
    std::optional<Time> expires;
    std::int64_t size = 0;
};

/// Reads the members in any order.
template <class Value, class Text, class Time>
void read(Value const& object, summary<Text, Time>& s) {
    s.expires.reset();
    object.members([&](auto const& key, auto const& value) {
        if (key == "BackupArn") value.get(s.backup_arn);
        else if (key == "BackupCreationDateTime") value.get(s.created);
        else if (key == "BackupExpiryDateTime") value.get(s.expires.emplace());
        else if (key == "BackupName") value.get(s.backup_name);
        else if (key == "BackupSizeBytes") value.get(s.size);
        else if (key == "BackupStatus") value.get(s.status);
        else if (key == "BackupType") value.get(s.type);
        else if (key == "TableArn") value.get(s.table_arn);
        else if (key == "TableId") value.get(s.table_id);
        else if (key == "TableName") value.get(s.table_name);
    });
}

template <class Text, class Time>
void add(bench::tally& sum, summary<Text, Time> const& s) {
    ++sum.records;
    for (auto const* text :
         {&s.backup_arn, &s.backup_name, &s.table_arn, &s.table_id, &s.table_name, &s.status, &s.type})
        sum.text(*text);
    sum.number(s.size);
    sum.time(s.created);
    if (s.expires) sum.time(*s.expires);
}

} // namespace list_backups
