#pragma once
/// \file
/// Writes statistics for a terminal.

#include "chart.hpp"
#include "item_view.hpp"
#include "progress.hpp"
#include "stats_view.hpp"
#include "totals.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

namespace detail {

inline std::string percent(std::uint64_t n, std::uint64_t all) {
    return fmt::format("{:3.0f} %", all ? 100.0 * static_cast<double>(n) / static_cast<double>(all) : 0.0);
}

inline std::string readable(std::uint64_t bytes) { return readable_bytes(static_cast<double>(bytes)); }

inline void write_field(bar_rows& to, std::string_view name, statistics::by_text const& counts,
                        std::uint64_t all) {
    constexpr std::size_t most = 12;
    std::vector<bar_rows::row> rows;
    auto const ranks = by_count(counts);
    for (auto const& [value, n] : ranks) {
        if (rows.size() == most) break;
        rows.push_back({value.empty() ? "(not given)" : std::string(value),
                        fmt::format("{}  {}", grouped(n), percent(n, all)), n, to.bar_color});
    }
    to.heading(name);
    to.rows(rows);
    if (ranks.size() > most) to.line(fmt::format("… and {} more", grouped(ranks.size() - most)));
}

inline void write_expiries(bar_rows& to, collected_stats const& collected) {
    auto const& days = collected.all.expiring;
    if (days.empty()) return;
    constexpr std::size_t most_rows = 26;
    auto const series = series_of(days, most_rows);
    to.heading(fmt::format("Expiries per {}, from", series.period()));
    std::vector<bar_rows::row> rows;
    for (std::size_t i = 0; i < series.counts.size(); ++i) {
        bool const late = collected.now && series.begin_of(i) + series.step <= day_of(*collected.now);
        rows.push_back({day_text(series.begin_of(i)), grouped(series.counts[i]), series.counts[i],
                        late ? color_of(severity::error) : to.bar_color});
    }
    to.rows(rows);
    if (collected.now) {
        auto const late = overdue(days, *collected.now);
        to.line(fmt::format("{} expired before {} and {} not been deleted", counted(late, "backup"),
                            day_text(day_of(*collected.now)), late == 1 ? "has" : "have"));
    }
}

inline void write_tables(bar_rows& to, collected_stats const& collected) {
    auto const tables = largest_tables(collected.all, collected.top, true);
    if (tables.empty()) return;
    auto const named = static_cast<std::size_t>(
        std::ranges::count_if(collected.all.tables, [](auto const& t) { return !t.first.name.empty(); }));
    to.heading(named > tables.size()
                   ? fmt::format("Largest tables, {} of {}", grouped(tables.size()), grouped(named))
                   : std::string("Tables"));
    std::vector<bar_rows::row> rows;
    for (auto const& [name, what] : tables) {
        auto label = name.name;
        if (!name.region.empty()) label += "  " + name.region;
        if (!name.account.empty()) label += "  " + name.account;
        rows.push_back({label, fmt::format("{} {:>8}", grouped(what.backups), readable(what.bytes)),
                        what.bytes, to.bar_color});
    }
    to.rows(rows);
}

inline void write_items(bar_rows& w, collected_stats const& collected) {
    auto const& all = collected.items;
    w.out += fmt::format(
        "{}{}, {} as DynamoDB counts sizes\n{} to write all items, {:.1f} read units to scan all items\n",
        counted(all.items, "item"),
        all.changes ? fmt::format(" after {}", counted(all.changes, "change")) : "", readable(all.bytes),
        counted(all.write_units, "write unit"), all.scan_units());
    w.heading("Items by size");
    std::vector<bar_rows::row> rows;
    for (auto const& group : item_sizes(all))
        rows.push_back({group.label(),
                        fmt::format("{}  {}", grouped(group.items), percent(group.items, all.items)),
                        group.items, w.bar_color});
    w.rows(rows);

    auto const ranks = largest_attributes(all, collected.top);
    w.heading(ranks.size() < all.attributes.size()
                  ? fmt::format("Largest attributes, {} of {}", grouped(ranks.size()),
                                grouped(all.attributes.size()))
                  : std::string("Attributes"));
    rows.clear();
    for (auto const& [name, what] : ranks)
        rows.push_back({*name + "  " + types_text(*what),
                        fmt::format("{}  {} {:>8}", grouped(what->count()), percent(what->count(), all.items),
                                    readable(what->bytes)),
                        what->bytes, w.bar_color});
    w.rows(rows);
    if (all.other_attributes)
        w.line(fmt::format("… and {} of attributes that are not counted by name",
                           counted(all.other_attributes, "value")));

    w.heading("Largest items");
    rows.clear();
    for (std::size_t i = 0; i < std::min(collected.top, all.largest.size()); ++i)
        rows.push_back(
            {all.largest[i].text, readable(all.largest[i].bytes), all.largest[i].bytes, w.bar_color});
    w.rows(rows);
}

inline void write_changes(bar_rows& w, table_export::item_statistics const& all) {
    if (all.by_hour.empty()) return;
    constexpr std::size_t most_rows = 26;
    auto const periods = change_periods(all, most_rows);
    w.heading(fmt::format("Changes per {}, from: created, changed, deleted", periods.period()));
    std::vector<bar_rows::row> rows;
    for (std::size_t i = 0; i < periods.counts.size(); ++i) {
        auto const& c = periods.counts[i];
        rows.push_back(
            {hour_text(periods.begin_of(i)),
             fmt::format("{:>6} {:>6} {:>6}", grouped(c.created), grouped(c.changed), grouped(c.deleted)),
             c.created + c.changed + c.deleted, w.bar_color});
    }
    w.rows(rows);
}

inline void write_findings(bar_rows& w, summary const& counts) {
    auto const broken = broken_rules(counts);
    if (broken.empty()) return;
    w.heading("Findings");
    std::vector<bar_rows::row> rows;
    rows.reserve(broken.size());
    for (auto const& [r, n] : broken)
        rows.push_back(
            {fmt::format("{:<7}  {}", to_text(r->severity), r->id), grouped(n), n, color_of(r->severity)});
    w.rows(rows);
}

} // namespace detail

inline std::string stats_text(collected_stats const& collected, screen const& to, bool blocks) {
    auto const& all = collected.all;
    auto const& read = collected.read;
    bar_rows w(to, blocks);
    w.out =
        fmt::format("{}{}{} in {} of {}, {}\n", counted(read.counts.records, "record"),
                    read.counts.items ? fmt::format(", {}", counted(read.counts.items, "item")) : "",
                    read.counts.rejected ? fmt::format(" ({} rejected)", grouped(read.counts.rejected)) : "",
                    counted(read.counts.documents, "document"), counted(read.files, "file"),
                    detail::readable(read.bytes));
    if (read.unreadable) w.out += fmt::format("{} could not be read\n", counted(read.unreadable, "file"));
    if (collected.items.items || collected.items.changes) {
        detail::write_items(w, collected);
        detail::write_changes(w, collected.items);
        if (!all.backups) {
            detail::write_findings(w, read.counts);
            return w.out;
        }
        w.heading("Backups");
    }
    w.out += fmt::format("{}{} of backups", all.is_more ? "more than " : "", detail::readable(all.bytes));
    if (all.sized != all.backups)
        w.out += fmt::format("; {} no size", all.backups - all.sized == 1
                                                 ? "1 record has"
                                                 : grouped(all.backups - all.sized) + " records have");
    w.out += '\n';
    if (!all.backups) return w.out;

    for (auto const& [name, counts] : fields) detail::write_field(w, name, all.*counts, all.backups);
    if (!all.created.empty()) {
        auto const series = series_of(all.created, std::min<std::size_t>(to.width - 4, 72));
        w.heading(fmt::format("Created from {} to {}, per {}, at most {}",
                              day_text(all.created.begin()->first), day_text(all.created.rbegin()->first),
                              series.period(), grouped(series.most())));
        w.spark(series.counts);
        if (collected.now) {
            w.heading("Age on " + day_text(day_of(*collected.now)));
            std::vector<bar_rows::row> rows;
            for (auto const& group : ages(all.created, *collected.now))
                if (group.count || group.most_days >= 0)
                    rows.push_back({std::string(group.name), grouped(group.count), group.count, w.bar_color});
            w.rows(rows);
        }
    }
    detail::write_expiries(w, collected);
    detail::write_tables(w, collected);
    detail::write_findings(w, read.counts);
    return w.out;
}

} // namespace dynabackup::tool
