#pragma once
/// \file
/// Prepares statistics of items for display.

#include <dynabackup/table_export/item_statistics.hpp>

#include "progress.hpp"
#include "stats_view.hpp"

#include <date/date.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::tool {

/// Items of similar sizes: up to `most_bytes`, and larger than those of the next smaller group.
struct size_group {
    std::uint64_t most_bytes; ///< 2^i - 1
    std::uint64_t items;

    std::string label() const { return fmt::format("up to {} bytes", grouped(most_bytes)); }
};

/// Returns the items by size, from the smallest size that occurs to the largest.
inline std::vector<size_group> item_sizes(table_export::item_statistics const& all) {
    std::vector<size_group> groups;
    std::size_t first = all.sizes.size(), last = 0;
    for (std::size_t i = 0; i < all.sizes.size(); ++i)
        if (all.sizes[i]) first = std::min(first, i), last = i;
    for (std::size_t i = first; i <= last && i < all.sizes.size(); ++i)
        groups.push_back({(std::uint64_t{1} << i) - 1, all.sizes[i]});
    return groups;
}

/// An attribute, by name.
using ranked_attribute = std::pair<std::string const*, table_export::item_statistics::attribute const*>;

/// Returns the attributes with the most bytes.
inline std::vector<ranked_attribute> largest_attributes(table_export::item_statistics const& all,
                                                        std::size_t most) {
    std::vector<ranked_attribute> ranks;
    for (auto const& [name, what] : all.attributes) ranks.emplace_back(&name, &what);
    std::ranges::sort(ranks, [](auto const& a, auto const& b) {
        return a.second->bytes != b.second->bytes ? a.second->bytes > b.second->bytes : *a.first < *b.first;
    });
    ranks.resize(std::min(most, ranks.size()));
    return ranks;
}

/// Returns the types of an attribute: "S" or "S, NULL".
inline std::string types_text(table_export::item_statistics::attribute const& what) {
    std::string text;
    for (std::size_t i = 0; i < what.types.size(); ++i)
        if (what.types[i])
            (text += text.empty() ? "" : ", ") += aws::attribute_tag(static_cast<aws::AttributeType>(i));
    return text;
}

/// The changes in consecutive periods.
struct change_series {
    using hour = table_export::item_statistics::hour;
    hour first;
    std::chrono::hours step;
    std::vector<table_export::item_statistics::changes_of_hour> counts;

    hour begin_of(std::size_t i) const { return first + step * static_cast<int>(i); }
    /// "hour", "7 hours"
    std::string period() const {
        return step == std::chrono::hours(1) ? "hour" : fmt::format("{} hours", step.count());
    }
};

/// Returns the changes by hour, or by as many hours as are needed for no more than that number of periods.
/// \pre There are changes.
inline change_series change_periods(table_export::item_statistics const& all, std::size_t most_periods) {
    auto const first = all.by_hour.begin()->first, last = all.by_hour.rbegin()->first;
    auto const hours = (last - first).count() + 1;
    auto const most = static_cast<std::int64_t>(most_periods);
    change_series result{first, std::chrono::hours((hours + most - 1) / most), {}};
    result.counts.resize(static_cast<std::size_t>((last - first) / result.step) + 1);
    for (auto const& [time, c] : all.by_hour) {
        auto& to = result.counts[static_cast<std::size_t>((time - first) / result.step)];
        to.created += c.created;
        to.changed += c.changed;
        to.deleted += c.deleted;
    }
    return result;
}

/// Returns "2026-01-31T13Z".
inline std::string hour_text(table_export::item_statistics::hour time) {
    auto const day = date::floor<date::days>(time);
    return fmt::format("{}T{:02}Z", day_text(date::sys_days(day)), (time - day).count());
}

} // namespace dynabackup::tool
