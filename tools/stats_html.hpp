#pragma once
/// \file
/// Writes statistics as a page that needs no scripts, fonts or other files.

#include "escaped_text.hpp"
#include "item_view.hpp"
#include "progress.hpp"
#include "stats_style.hpp"
#include "stats_view.hpp"
#include "totals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

class stats_page {
public:
    explicit stats_page(collected_stats const& collected)
        : all_(collected.all), items_(collected.items), read_(collected.read), now_(collected.now),
          top_(collected.top) {}

    std::string text() {
        // The policy loads nothing from elsewhere, even if a name contained HTML that was not escaped.
        put("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
            "'unsafe-inline'\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n",
            title(), stats_style);
        put_head();
        if (has_items()) put_items();
        if (all_.backups) {
            put_created();
            put_expiries();
            put("<div class=\"grid\">\n");
            for (auto const& [name, counts] : fields) put_field(name, all_.*counts);
            put_ages();
            put("</div>\n");
            put_tables();
        }
        put_findings();
        put("<footer>Made by dynabackup stats.");
        if (all_.backups) put(" Days and weeks are those of UTC; weeks begin on Monday.");
        put("</footer>\n</main>\n</body>\n</html>\n");
        return std::move(out_);
    }

private:
    static constexpr std::string_view not_told = "<span class=\"soft\">not given</span>";
    static constexpr std::size_t most_values = 12;

    /// Appends HTML. \pre `arguments` are HTML.
    template <class... Arguments>
    void put(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        out_ += fmt::format(format, std::forward<Arguments>(arguments)...);
    }

    bool has_items() const { return items_.items || items_.changes; }

    std::string_view title() const {
        return all_.backups || !has_items() ? "DynamoDB backups" : "DynamoDB items";
    }

    static std::string size_text(std::uint64_t bytes) {
        return detail::readable_bytes(static_cast<double>(bytes));
    }

    void put_head() {
        auto const& counts = read_.counts;
        auto what = counts.records || !counts.items ? counted(counts.records, "record") : std::string();
        if (counts.items) what += (what.empty() ? "" : ", ") + counted(counts.items, "item");
        put("<h1>{}</h1>\n<p class=\"soft\">{}{} in {} of {}, {}.{}</p>\n", title(), what,
            counts.rejected ? fmt::format(" ({} damaged)", grouped(counts.rejected)) : "",
            counted(counts.documents, "document"), counted(read_.files, "file"), size_text(read_.bytes),
            read_.unreadable ? fmt::format(" {} could not be read.", counted(read_.unreadable, "file")) : "");
        put("<dl>\n");
        if (has_items()) {
            put_card("Items", grouped(items_.items));
            if (items_.changes) put_card("Changes", grouped(items_.changes));
            put_card("Size, as DynamoDB counts it", size_text(items_.bytes));
            put_card("Write units for all items", grouped(items_.write_units));
            put_card("Read units of a scan", fmt::format("{:.1f}", items_.scan_units()));
        }
        if (all_.backups || !has_items()) put_backup_cards();
        put_card("Errors found", grouped(counts.count(severity::error)),
                 counts.count(severity::error) ? "late" : "");
        put("</dl>\n");
    }

    void put_backup_cards() {
        put_card("Backups", grouped(all_.backups));
        put_card(all_.sized == all_.backups ? "Size" : "Size, where given",
                 (all_.is_more ? "more than " : "") + size_text(all_.bytes));
        put_card("Tables", grouped(static_cast<std::uint64_t>(std::ranges::count_if(
                               all_.tables, [](auto const& t) { return !t.first.name.empty(); }))));
        if (!all_.created.empty()) put_card("Last created", day_text(all_.created.rbegin()->first));
        if (now_) {
            auto const late = overdue(all_.expiring, *now_);
            put_card("Overdue", grouped(late), late ? "late" : "");
        }
    }

    // ---- the items of exports ----

    void put_items() {
        put_changes();
        std::vector<bar_row> rows;
        for (auto const& group : item_sizes(items_))
            rows.push_back({group.label(), grouped(group.items), group.items});
        put("<div class=\"grid\">\n<section>\n<h2>Items by size</h2>\n");
        put_bars("Size", "Items", rows);
        put("</section>\n");
        rows.clear();
        for (auto const& [name, what] : largest_attributes(items_, top_))
            rows.push_back({fmt::format("{}<span class=\"below\">{}</span>", html(*name), types_text(*what)),
                            fmt::format("{}<span class=\"below\">{}</span>", size_text(what->bytes),
                                        counted(what->count(), "item")),
                            what->bytes});
        put("<section>\n<h2>{}</h2>\n",
            rows.size() < items_.attributes.size() ? "Largest attributes" : "Attributes");
        put_bars("Attribute", "Size of its values", rows);
        if (items_.other_attributes)
            put("<p class=\"soft\">and {} of attributes that are not counted by name</p>\n",
                counted(items_.other_attributes, "value"));
        put("</section>\n</div>\n");
        rows.clear();
        for (std::size_t i = 0; i < std::min(top_, items_.largest.size()); ++i)
            rows.push_back({html(items_.largest[i].text, 100), size_text(items_.largest[i].bytes),
                            items_.largest[i].bytes});
        put("<section class=\"texts\">\n<h2>Largest items</h2>\n");
        put_bars("Item", "Size", rows);
        put("</section>\n");
    }

    void put_changes() {
        if (items_.by_hour.empty()) return;
        auto const periods = change_periods(items_, 48);
        std::vector<bar_row> rows;
        for (std::size_t i = 0; i < periods.counts.size(); ++i) {
            auto const& c = periods.counts[i];
            auto const sum = c.created + c.changed + c.deleted;
            rows.push_back({fmt::format("{}<span class=\"below\">{} created, {} changed, {} deleted</span>",
                                        hour_text(periods.begin_of(i)), grouped(c.created),
                                        grouped(c.changed), grouped(c.deleted)),
                            grouped(sum), sum});
        }
        put("<section>\n<h2>Changes per {}</h2>\n", periods.period());
        put_bars("From", "Changes", rows);
        put("</section>\n");
    }

    void put_card(std::string_view name, std::string_view value, std::string_view mark = {}) {
        put("<div><dt>{}</dt><dd{}>{}</dd></div>\n", name,
            mark.empty() ? "" : fmt::format(" class=\"{}\"", mark), value);
    }

    // ---- counts over time ----

    void put_created() {
        if (all_.created.empty()) return;
        put("<section>\n<h2>Created</h2>\n");
        put_series("Backups created", series_of(all_.created, 60), {});
        put("</section>\n");
    }

    void put_expiries() {
        if (all_.expiring.empty()) return;
        put("<section>\n<h2>Expiries</h2>\n");
        if (now_)
            put("<p>{} expired before {} and {} not been deleted.</p>\n",
                counted(overdue(all_.expiring, *now_), "backup"), day_text(day_of(*now_)),
                overdue(all_.expiring, *now_) == 1 ? "has" : "have");
        put_series("Backups that expire", series_of(all_.expiring, 60), now_);
        put("</section>\n");
    }

    /// Appends a chart, and a table of its numbers for screen readers.
    void put_series(std::string_view what, time_series const& series, std::optional<timestamp> now) {
        std::size_t const n = series.counts.size();
        auto const most = series.most();
        auto const first = day_text(series.begin_of(0)), last = day_text(series.begin_of(n - 1));
        auto const is_late = [&](std::size_t i) {
            return now && series.begin_of(i) + series.step <= day_of(*now);
        };
        constexpr int rem = 4; // a few periods need no wide chart
        put("<figure style=\"max-width: {}rem\">\n<div class=\"axis\"><span>{}</span></div>\n"
            "<svg role=\"img\" viewBox=\"0 0 {} 100\" preserveAspectRatio=\"none\" aria-label=\"{} per {}, "
            "from {} to "
            "{}, at most {}\">\n",
            std::max<std::size_t>(n, 4) * rem, grouped(most), 10 * n, what, series.period(), first, last,
            grouped(most));
        bool any_late = false;
        for (std::size_t i = 0; i < n; ++i) {
            auto const count = series.counts[i];
            if (!count) continue;
            double const height = std::max(100 * static_cast<double>(count) / static_cast<double>(most), 1.5);
            any_late |= is_late(i);
            put("<rect{} x=\"{}\" y=\"{:.2f}\" width=\"8\" height=\"{:.2f}\"><title>{}: {}</title></rect>\n",
                is_late(i) ? " class=\"late\"" : "", 10 * i + 1, 100 - height, height,
                day_text(series.begin_of(i)), grouped(count));
        }
        put("</svg>\n<div class=\"axis\"><span>{}</span>{}</div>\n<figcaption>{} per "
            "{}{}</figcaption>\n</figure>\n",
            first, n > 1 ? fmt::format("<span>{}</span>", last) : "", what, series.period(),
            any_late ? "; <span class=\"key late\"></span> overdue" : "");
        put("<details><summary>As a table</summary>\n<table><thead><tr><th scope=\"col\">From</th>"
            "<th scope=\"col\" class=\"n\">Backups</th></tr></thead><tbody>\n");
        for (std::size_t i = 0; i < n; ++i)
            put("<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td></tr>\n", day_text(series.begin_of(i)),
                grouped(series.counts[i]));
        put("</tbody></table></details>\n");
    }

    // ---- bars with names ----

    struct bar_row {
        std::string name;  ///< HTML
        std::string value; ///< HTML
        std::uint64_t length;
        std::string_view mark = {};
    };

    void put_bars(std::string_view name_column, std::string_view value_column,
                  std::vector<bar_row> const& rows) {
        std::uint64_t most = 1;
        for (auto const& r : rows) most = std::max(most, r.length);
        put("<table><thead><tr><th scope=\"col\" class=\"name\">{}</th><th scope=\"col\" class=\"n\">{}</th>"
            "<td class=\"track\"></td></tr></thead><tbody>\n",
            name_column, value_column);
        for (auto const& r : rows)
            put("<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td><td class=\"track\">"
                "<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                "<rect{} width=\"{:.2f}\" height=\"10\"/></svg></td></tr>\n",
                r.name, r.value, r.mark.empty() ? "" : fmt::format(" class=\"{}\"", r.mark),
                r.length ? std::max(100 * static_cast<double>(r.length) / static_cast<double>(most), 1.0)
                         : 0.0);
        put("</tbody></table>\n");
    }

    void put_field(std::string_view name, statistics::by_text const& counts) {
        std::vector<bar_row> rows;
        auto const ranks = by_count(counts);
        for (auto const& [value, n] : ranks) {
            if (rows.size() == most_values) break;
            rows.push_back({value.empty() ? std::string(not_told) : html(value), grouped(n), n});
        }
        put("<section>\n<h2>{}</h2>\n", name);
        put_bars(name, "Backups", rows);
        if (ranks.size() > most_values)
            put("<p class=\"soft\">and {} more</p>\n", grouped(ranks.size() - most_values));
        put("</section>\n");
    }

    void put_ages() {
        if (!now_ || all_.created.empty()) return;
        std::vector<bar_row> rows;
        for (auto const& group : ages(all_.created, *now_))
            if (group.count || group.most_days >= 0)
                rows.push_back({std::string(group.name), grouped(group.count), group.count});
        put("<section>\n<h2>Age on {}</h2>\n", day_text(day_of(*now_)));
        put_bars("Age", "Backups", rows);
        put("</section>\n");
    }

    void put_tables() {
        auto const tables = largest_tables(all_, top_, true);
        if (tables.empty()) return;
        std::vector<bar_row> rows;
        for (auto const& [name, what] : tables) {
            auto text = html(name.name);
            if (!name.region.empty() || !name.account.empty())
                text +=
                    fmt::format("<span class=\"below\">{}{}{}</span>", html(name.region),
                                name.region.empty() || name.account.empty() ? "" : ", ", html(name.account));
            rows.push_back({std::move(text),
                            fmt::format("{}<span class=\"below\">{}</span>", size_text(what.bytes),
                                        counted(what.backups, "backup")),
                            what.bytes});
        }
        put("<section>\n<h2>Largest tables</h2>\n");
        put_bars("Table", "Size of its backups", rows);
        put("</section>\n");
    }

    void put_findings() {
        auto const broken = broken_rules(read_.counts);
        put("<section>\n<h2>Findings</h2>\n");
        if (broken.empty()) {
            put("<p>None: every record is as documented.</p>\n</section>\n");
            return;
        }
        std::vector<bar_row> rows;
        rows.reserve(broken.size());
        for (auto const& [r, n] : broken)
            rows.push_back({fmt::format("{}<span class=\"below\">{}: {}</span>", html(r->id),
                                        to_text(r->severity), html(r->meaning, 1000)),
                            grouped(n), n, to_text(r->severity)});
        put_bars("Rule", "Times", rows);
        put("</section>\n");
    }

    statistics const& all_;
    table_export::item_statistics const& items_;
    totals const& read_;
    std::optional<timestamp> const& now_;
    std::size_t top_;
    std::string out_;
};

inline std::string stats_html(collected_stats const& collected) { return stats_page(collected).text(); }

} // namespace dynabackup::tool
