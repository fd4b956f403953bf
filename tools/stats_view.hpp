#pragma once
/// \file
/// Prepares statistics for display: names by their counts, consecutive days, the largest tables.

#include <dynabackup/rule_catalog.hpp>
#include <dynabackup/stats.hpp>

#include <date/date.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::tool {

/// Returns "2026-01-31".
inline std::string day_text(date::sys_days day) {
    date::year_month_day const parts(day);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(parts.year()),
                       static_cast<unsigned>(parts.month()), static_cast<unsigned>(parts.day()));
}

/// Returns "12,345,678".
inline std::string grouped(std::uint64_t n) {
    auto text = std::to_string(n);
    for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, 1, ',');
    return text;
}

/// Returns "1 record" or "2 records".
inline std::string counted(std::uint64_t n, std::string_view what) {
    return fmt::format("{} {}{}", grouped(n), what, n == 1 ? "" : "s");
}

/// A name and its count.
struct ranked {
    std::string_view name; ///< empty: the records do not have it
    std::uint64_t count;
};

/// Returns the names by their counts, the largest count first. Names with equal counts are in alphabetical order.
inline std::vector<ranked> by_count(statistics::by_text const& counts) {
    std::vector<ranked> result;
    for (auto const& [name, n] : counts) result.push_back({name, n});
    std::ranges::sort(result, [](ranked const& a, ranked const& b) {
        return a.count != b.count ? a.count > b.count : a.name < b.name;
    });
    return result;
}

/// A table and its counts.
struct ranked_table {
    statistics::table_name<std::string> const& name;
    statistics::table const& what;
};

/// Returns the first `most` tables by the bytes of their backups, the largest first, then by the number of
/// backups, then by name. `named`: leaves out records without a table.
inline std::vector<ranked_table> largest_tables(statistics const& all, std::size_t most, bool named) {
    using entry = decltype(all.tables)::value_type const*;
    std::vector<entry> order;
    for (auto const& one : all.tables)
        if (!named || !one.first.name.empty()) order.push_back(&one);
    auto const end = order.begin() + static_cast<std::ptrdiff_t>(std::min(most, order.size()));
    std::partial_sort(order.begin(), end, order.end(), [](entry a, entry b) {
        if (a->second.bytes != b->second.bytes) return a->second.bytes > b->second.bytes;
        if (a->second.backups != b->second.backups) return a->second.backups > b->second.backups;
        return a->first < b->first;
    });
    std::vector<ranked_table> result;
    for (auto i = order.begin(); i != end; ++i) result.push_back({(*i)->first, (*i)->second});
    return result;
}

/// The counts of consecutive periods.
struct time_series {
    date::sys_days first; ///< a Monday
    date::days step;      ///< of each period; a multiple of a week
    std::vector<std::uint64_t> counts;

    date::sys_days begin_of(std::size_t i) const { return first + step * static_cast<int>(i); }
    std::uint64_t most() const { return counts.empty() ? 0 : *std::ranges::max_element(counts); }
    /// "week", "4 weeks"
    std::string period() const {
        auto const weeks = step / date::days(7);
        return weeks == 1 ? "week" : fmt::format("{} weeks", weeks);
    }
};

/// Returns the counts of days by week, or by as many weeks as are needed for no more than that number of periods.
inline time_series series_of(statistics::by_day const& days, std::size_t most_periods) {
    if (days.empty()) return {{}, date::days(7), {}};
    auto const first_day = days.begin()->first, last = days.rbegin()->first;
    auto const first = first_day - (date::weekday(first_day) - date::Monday);
    time_series result{first, date::days(7), {}};
    for (int const weeks : {1, 2, 4, 8, 13, 26, 52, 104, 260, 520, 1040, 2080, 4160}) {
        result.step = date::days(7 * weeks);
        if (static_cast<std::size_t>((last - first) / result.step) < most_periods) break;
    }
    result.counts.resize(static_cast<std::size_t>((last - first) / result.step) + 1);
    for (auto const& [day, n] : days)
        result.counts[static_cast<std::size_t>((day - first) / result.step)] += n;
    return result;
}

/// Ages of backups at a time, by whole days.
struct age_group {
    std::string_view name;
    std::int64_t most_days; ///< the oldest of them
    std::uint64_t count = 0;
};
inline std::vector<age_group> ages(statistics::by_day const& created, timestamp now) {
    std::vector<age_group> groups{
        {"not yet created", -1}, {"up to a day", 1},
        {"up to a week", 7},     {"up to 35 days", 35},
        {"up to 90 days", 90},   {"up to a year", 365},
        {"up to 3 years", 1096}, {"older", std::numeric_limits<std::int64_t>::max()}};
    for (auto const& [day, n] : created) {
        std::int64_t const age = (day_of(now) - day).count();
        std::ranges::find_if(groups, [&](age_group const& g) { return age <= g.most_days; })->count += n;
    }
    return groups;
}

/// Returns how many backups expired before the day of a time.
inline std::uint64_t overdue(statistics::by_day const& expiring, timestamp now) {
    std::uint64_t n = 0;
    for (auto const& [day, count] : expiring)
        if (day < day_of(now)) n += count;
    return n;
}

/// A rule, and the number of its findings.
struct broken_rule {
    rule const* which;
    std::uint64_t count;
};

/// Returns the rules that have findings: the most severe first, then the most frequent.
inline std::vector<broken_rule> broken_rules(summary const& counts) {
    std::vector<broken_rule> result;
    for (auto const& [id, n] : counts.rules)
        if (auto const r = std::ranges::find(rule_catalog(), id, &rule::id); r != rule_catalog().end())
            result.push_back({*r, n});
    auto const rank = [](broken_rule const& b) { return std::pair(b.which->severity, b.count); };
    std::ranges::sort(result, [&](broken_rule const& a, broken_rule const& b) {
        return rank(a) != rank(b) ? rank(a) > rank(b) : a.which->id < b.which->id;
    });
    return result;
}

/// The fields by which backups are counted, with their names.
inline constexpr std::array<std::pair<std::string_view, statistics::by_text statistics::*>, 5> fields{{
    {"Status", &statistics::statuses},
    {"Type", &statistics::types},
    {"System", &statistics::systems},
    {"Region", &statistics::regions},
    {"Account", &statistics::accounts},
}};

} // namespace dynabackup::tool
