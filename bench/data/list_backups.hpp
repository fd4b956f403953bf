#pragma once
/// \file
/// Pages of ListBackups.

#include "data/backup.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace bench {

enum class spelling : unsigned char {
    wire,      ///< as AWS sends it: compact, members sorted by name, times as numbers
    cli,       ///< as the command line prints it: pretty, members in documented order, times as text
    reordered, ///< compact, with members in an order that no contender expects
    shuffled   ///< compact, with the members of each backup in a different order
};

namespace detail {

/// Returns the members in documented order.
inline object summary_members(backup const& b, bool cli) {
    auto const time = [cli](std::uint64_t at) {
        return cli ? json_string(date_time(at, 2, '.' + padded(at % 1000, 3) + "000")) : aws_time(at);
    };
    object members{{"TableName", json_string(b.table)},    {"TableId", json_string(b.table_id)},
                   {"TableArn", json_string(b.table_arn)}, {"BackupArn", json_string(b.arn)},
                   {"BackupName", json_string(b.name)},    {"BackupCreationDateTime", time(b.created)}};
    if (b.system()) members.emplace_back("BackupExpiryDateTime", time(b.expires));
    members.insert(members.end(), {{"BackupStatus", json_string("AVAILABLE")},
                                   {"BackupType", json_string(b.type)},
                                   {"BackupSizeBytes", std::to_string(b.size)}});
    return members;
}

inline void put_in_order(object& members, spelling how, random_source& random) {
    if (how == spelling::wire) std::ranges::sort(members);
    else if (how == spelling::reordered)
        std::ranges::sort(members, {},
                          [](auto const& m) { return std::pair(m.first.back(), m.first.size()); });
    else if (how == spelling::shuffled)
        for (std::size_t i = members.size(); i > 1; --i) std::swap(members[i - 1], members[random.below(i)]);
}

} // namespace detail

/// Returns one backup as an element of a page.
inline std::string summary_text(backup const& b, spelling how, random_source& random) {
    auto members = detail::summary_members(b, how == spelling::cli);
    detail::put_in_order(members, how, random);
    return how == spelling::cli ? std::string(8, ' ') + pretty(members, 2) : compact(members);
}

struct list_text {
    std::string_view open, between, close;
};
inline list_text page_text(spelling how) {
    if (how == spelling::cli) return {"{\n    \"BackupSummaries\": [\n", ",\n", "\n    ]\n}\n"};
    return {"{\"BackupSummaries\":[", ",", "]}"};
}

/// Returns a page of about this number of bytes.
inline scenario list_backups(spelling how, std::size_t bytes) {
    random_source random;
    auto const [open, between, close] = page_text(how);
    scenario page{std::string(open), {}, how == spelling::cli, 0};
    while (page.text.size() < bytes) {
        auto const b = make_backup(random);
        if (page.expected.records != 0) page.text += between;
        page.text += summary_text(b, how, random);
        auto& sum = page.expected;
        ++sum.records;
        for (auto const* text : {&b.table, &b.table_id, &b.table_arn, &b.arn, &b.name, &b.type})
            sum.text(*text);
        sum.text("AVAILABLE");
        sum.number(b.size);
        sum.times += b.created / 1000 + (b.system() ? b.expires / 1000 : 0);
    }
    page.text += close;
    return page;
}

} // namespace bench
