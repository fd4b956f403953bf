#pragma once
/// \file
/// Statistics for people at a terminal.

#include "chart.hpp"
#include "paint.hpp"
#include "progress.hpp"
#include "rule_text.hpp"
#include "safe_text.hpp"
#include "stats.hpp"
#include "stats_view.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

/// A text that has been made to fit so many columns, safe for a terminal and filled up with spaces.
inline std::string fitted(std::string_view text, std::size_t columns) {
    std::string out;
    std::size_t used = 0;
    while (!text.empty()) {
        std::string one;
        auto const shown = append_glyph(one, text);
        if (used + shown.columns + (shown.bytes < text.size()) > columns) { // room for an ellipsis
            out += "…";
            ++used;
            break;
        }
        out += one;
        used += shown.columns;
        text.remove_prefix(shown.bytes);
    }
    return out.append(columns - std::min(used, columns), ' ');
}

/// How many columns a text takes.
inline std::size_t columns_of(std::string_view text) {
    std::size_t columns = 0;
    for (std::string ignored; !text.empty(); ignored.clear()) {
        auto const shown = append_glyph(ignored, text);
        columns += shown.columns;
        text.remove_prefix(shown.bytes);
    }
    return columns;
}

class stats_text_writer {
public:
    stats_text_writer(screen const& to, bool blocks) : paint_(to.color), width_(to.width), blocks_(blocks) {}

    struct row {
        std::string label;      ///< from anywhere
        std::string value;      ///< what stands behind it
        std::uint64_t length;   ///< of the bar
        std::string_view color; ///< of the bar
    };

    void heading(std::string_view text) {
        out += '\n';
        paint_(out, bold, text);
        out += '\n';
    }

    void line(std::string_view text) {
        out += "  ";
        out += text;
        out += '\n';
    }

    void rows(std::vector<row> const& all) {
        std::size_t label = 0, value = 0;
        std::uint64_t most = 0;
        for (auto const& r : all) {
            label = std::max(label, std::min(columns_of(r.label), width_ / 2));
            value = std::max(value, r.value.size());
            most = std::max(most, r.length);
        }
        std::size_t const room = std::min<std::size_t>(40, width_ - std::min(width_ - 10, label + value + 6));
        for (auto const& r : all) {
            out += "  " + fitted(r.label, label) + "  " + std::string(value - r.value.size(), ' ') + r.value;
            if (r.length) {
                out += "  ";
                paint_(out, r.color, bar(r.length, most, room, blocks_));
            }
            out += '\n';
        }
    }

    void spark(time_series const& series) {
        out += "  ";
        paint_(out, bar_color, sparkline(series.counts, blocks_));
        out += '\n';
    }

    static constexpr std::string_view bar_color = "36";
    std::string out;

private:
    painter paint_;
    std::size_t width_;
    bool blocks_;
};

namespace detail {

inline std::string percent(std::uint64_t n, std::uint64_t all) {
    return fmt::format("{:3.0f} %", all ? 100.0 * static_cast<double>(n) / static_cast<double>(all) : 0.0);
}

inline std::string readable(std::uint64_t bytes) { return readable_bytes(static_cast<double>(bytes)); }

inline void write_field(stats_text_writer& to, std::string_view name, statistics::by_text const& counts,
                        std::uint64_t all) {
    constexpr std::size_t most = 12;
    std::vector<stats_text_writer::row> rows;
    auto const ranks = by_count(counts);
    for (auto const& [value, n] : ranks) {
        if (rows.size() == most) break;
        rows.push_back({value.empty() ? "(not told)" : std::string(value),
                        fmt::format("{}  {}", grouped(n), percent(n, all)), n, to.bar_color});
    }
    to.heading(name);
    to.rows(rows);
    if (ranks.size() > most) to.line(fmt::format("… and {} more", grouped(ranks.size() - most)));
}

inline void write_expiries(stats_text_writer& to, collected_stats const& collected) {
    auto const& days = collected.all.expiring;
    if (days.empty()) return;
    constexpr std::size_t most_rows = 26;
    auto const series = series_of(days, most_rows);
    to.heading(fmt::format("Expiries per {}, from", series.period()));
    std::vector<stats_text_writer::row> rows;
    for (std::size_t i = 0; i < series.counts.size(); ++i) {
        bool const late = collected.now && series.begin_of(i) + series.step <= day_of(*collected.now);
        rows.push_back({day_text(series.begin_of(i)), grouped(series.counts[i]), series.counts[i],
                        late ? color_of(severity::error) : to.bar_color});
    }
    to.rows(rows);
    if (collected.now)
        to.line(fmt::format("{} expired before {} and are not deleted",
                            grouped(overdue(days, *collected.now)), day_text(day_of(*collected.now))));
}

inline void write_tables(stats_text_writer& to, collected_stats const& collected) {
    auto const tables = largest_tables(collected.all, collected.top, true);
    if (tables.empty()) return;
    auto const named = static_cast<std::size_t>(
        std::ranges::count_if(collected.all.tables, [](auto const& t) { return !t.first.name.empty(); }));
    to.heading(named > tables.size()
                   ? fmt::format("Largest tables, {} of {}", grouped(tables.size()), grouped(named))
                   : std::string("Tables"));
    std::vector<stats_text_writer::row> rows;
    for (auto const& [name, what] : tables) {
        auto label = name.name;
        if (!name.region.empty()) label += "  " + name.region;
        if (!name.account.empty()) label += "  " + name.account;
        rows.push_back({label, fmt::format("{} {:>8}", grouped(what.backups), readable(what.bytes)),
                        what.bytes, to.bar_color});
    }
    to.rows(rows);
}

} // namespace detail

inline std::string stats_text(collected_stats const& collected, screen const& to, bool blocks) {
    auto const& all = collected.all;
    auto const& read = collected.read;
    stats_text_writer w(to, blocks);
    w.out =
        fmt::format("{}{} in {} of {}, {}\n", counted(read.counts.records, "record"),
                    read.counts.rejected ? fmt::format(" ({} rejected)", grouped(read.counts.rejected)) : "",
                    counted(read.counts.documents, "document"), counted(read.files, "file"),
                    detail::readable(read.bytes));
    if (read.unreadable) w.out += fmt::format("{} could not be read\n", counted(read.unreadable, "file"));
    w.out += fmt::format("{} of backups", detail::readable(all.bytes));
    if (all.sized != all.backups)
        w.out += fmt::format("; {} no size", all.backups - all.sized == 1
                                                 ? "1 record tells"
                                                 : grouped(all.backups - all.sized) + " records tell");
    w.out += '\n';
    if (!all.backups) return w.out;

    for (auto const& [name, counts] : fields) detail::write_field(w, name, all.*counts, all.backups);
    if (!all.created.empty()) {
        auto const series = series_of(all.created, std::min<std::size_t>(to.width - 4, 72));
        w.heading(fmt::format("Created from {} to {}, per {}, at most {}",
                              day_text(all.created.begin()->first), day_text(all.created.rbegin()->first),
                              series.period(), grouped(series.most())));
        w.spark(series);
        if (collected.now) {
            w.heading("Age on " + day_text(day_of(*collected.now)));
            std::vector<stats_text_writer::row> rows;
            for (auto const& group : ages(all.created, *collected.now))
                if (group.count || group.most_days >= 0)
                    rows.push_back({std::string(group.name), grouped(group.count), group.count, w.bar_color});
            w.rows(rows);
        }
    }
    detail::write_expiries(w, collected);
    detail::write_tables(w, collected);
    if (auto const broken = broken_rules(read.counts); !broken.empty()) {
        w.heading("Findings");
        std::vector<stats_text_writer::row> rows;
        for (auto const& [r, n] : broken)
            rows.push_back({fmt::format("{:<7}  {}", to_text(r->severity), r->id), grouped(n), n,
                            color_of(r->severity)});
        w.rows(rows);
    }
    return w.out;
}

} // namespace dynabackup::tool
