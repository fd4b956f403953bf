#pragma once
/// \file
/// Writes statistics as one JSON object. All counts are exact, so those of several runs can be added.

#include "item_view.hpp"
#include "json_writer.hpp"
#include "stats_view.hpp"
#include "totals.hpp"

#include <limits>
#include <string>

namespace dynabackup::tool {

namespace detail {

template <class Counts>
void write_counts(json_writer& json, std::string_view name, Counts const& counts) {
    json.open(name, '{');
    for (auto const& [key, n] : counts) {
        if constexpr (std::is_same_v<Counts, statistics::by_day>) json(day_text(key), n);
        else json(key, n);
    }
    json.close("}");
}

/// Writes the statistics of the items of exports, if there are items.
inline void write_items(json_writer& json, table_export::item_statistics const& all) {
    if (!all.items && !all.changes) return;
    json.open("items", '{')("items", all.items)("changes", all.changes)("bytes", all.bytes);
    json("write_units", all.write_units)("scan_half_units", static_cast<std::uint64_t>(2 * all.scan_units()));
    json.open("sizes", '{');
    for (auto const& group : item_sizes(all)) json(std::to_string(group.most_bytes), group.items);
    json.close("}").open("attributes", '{');
    for (auto const& [name, what] : all.attributes) {
        json.open(name, '{')("items", what.count())("bytes", what.bytes).open("types", '{');
        for (std::size_t i = 0; i < what.types.size(); ++i)
            if (what.types[i]) json(aws::attribute_tag(static_cast<aws::AttributeType>(i)), what.types[i]);
        json.close("}}");
    }
    json.close("}")("other_attributes", all.other_attributes).open("largest", '[');
    for (auto const& one : all.largest) json.open('{')("bytes", one.bytes)("text", one.text).close("}");
    json.close("]").open("hours", '{');
    for (auto const& [time, c] : all.by_hour)
        json.open(hour_text(time), '{')("created", c.created)("changed", c.changed)("deleted", c.deleted)
            .close("}");
    json.close("}}");
}

} // namespace detail

/// The last part, `at`, depends on the time of the report. It can be derived from the others, and can be added only for
/// runs with the same time.
inline std::string stats_json(collected_stats const& collected) {
    auto const& all = collected.all;
    auto const& read = collected.read;
    std::string out;
    json_writer json(out);
    json.open('{')("version", 1).open("read", '{')("files", read.files)("bytes", read.bytes);
    json("documents", read.counts.documents)("records", read.counts.records);
    if (read.counts.items) json("items", read.counts.items);
    json("rejected", read.counts.rejected);
    json.open("findings", '{');
    for (auto const level : {severity::error, severity::warning, severity::note})
        json(to_text(level), read.counts.count(level));
    json.close("}");
    detail::write_counts(json, "rules", read.counts.rules);
    detail::write_counts(json, "shapes", read.counts.shapes);
    json.close("}").open("backups", '{')("records", all.backups)("sized", all.sized)("bytes", all.bytes);
    if (all.is_more) json("bytes_are_more", true);
    json("deleted", all.deleted);
    detail::write_counts(json, "systems", all.systems);
    detail::write_counts(json, "types", all.types);
    detail::write_counts(json, "statuses", all.statuses);
    detail::write_counts(json, "regions", all.regions);
    detail::write_counts(json, "accounts", all.accounts);
    detail::write_counts(json, "created", all.created);
    detail::write_counts(json, "expiring", all.expiring);
    json.open("tables", '[');
    for (auto const& [name, what] : largest_tables(all, all.tables.size(), false)) {
        json.open('{')("account", name.account)("region", name.region)("name", name.name);
        json("records", what.backups)("bytes", what.bytes)("largest", what.largest);
        if (what.newest == date::sys_days::min()) json.key("newest").null();
        else json("newest", day_text(what.newest));
        json.close("}");
    }
    json.close("]}");
    detail::write_items(json, collected.items);
    if (collected.now) {
        json.open("at", '{')("now", to_text(*collected.now)).open("ages", '[');
        for (auto const& group : ages(all.created, *collected.now)) {
            json.open('{')("name", group.name).key("most_days");
            if (group.most_days == std::numeric_limits<std::int64_t>::max()) json.null();
            else json.value(group.most_days);
            json("records", group.count).close("}");
        }
        json.close("]")("overdue", overdue(all.expiring, *collected.now)).close("}");
    }
    return json.close("}\n"), out;
}

} // namespace dynabackup::tool
