#pragma once
/// \file
/// Statistics of backups: how many and how large, by system, type, status, region, account and table, and when they
/// were created and expire.
///
/// \code
/// auto const all = reduce_records<any_record>(
///     inputs, [](statistics& s, any_record const& r) { std::visit([&](auto const& b) { s.add(view(b)); }, r); },
///     [](statistics& total, statistics&& part) { total.merge(part); }, {.jobs = 8});
/// \endcode

#include <dynabackup/backup_view.hpp>

#include <date/date.h>

#include <algorithm>
#include <compare>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace dynabackup {

/// The day of a time, in UTC.
inline date::sys_days day_of(timestamp time) {
    constexpr std::int64_t each = 86'400'000'000'000; // nanoseconds
    std::int64_t const count = time.time_since_epoch().count();
    return date::sys_days(date::days(count / each - (count % each < 0)));
}

/// Counts over backups that add up: whichever way records are dealt out to several of these, and in whichever order
/// those are merged, the result is that of one that has seen all records. What is counted are records: a backup of which
/// two of them tell counts twice. Of times the days are kept, and nothing depends on the present.
///
/// Everything is exact. Memory: some 150 bytes and its names for each distinct table, 100 for each distinct value of the
/// others, 50 for each day on which a backup was created or expires (of which time has 213,503).
struct statistics {
    using number = std::uint64_t; ///< of records, or of bytes
    /// By value; an empty text counts the records that do not tell.
    using by_text = std::map<std::string, number, std::less<>>;
    /// By day, in UTC.
    using by_day = std::map<date::sys_days, number>;

    /// What tells tables apart. A part that a record does not tell is empty.
    template <class Text>
    struct table_name {
        Text account; ///< 12 digits
        Text region;  ///< `eu-west-1`
        Text name;    ///< without its ARN
        /// By account, then Region, then name.
        friend auto operator<=>(table_name const&, table_name const&) = default;
        /// Views of the parts.
        operator table_name<std::string_view>() const { return {account, region, name}; }
    };

    /// What the records tell of one table's backups.
    struct table {
        number backups = 0;                            ///< records
        number bytes = 0;                              ///< of all its backups
        number largest = 0;                            ///< bytes of one of them
        date::sys_days newest = date::sys_days::min(); ///< the day of the last creation; min: none is told

        /// Compares all counts.
        friend bool operator==(table const&, table const&) = default;
    };

    /// Compares names of tables, whether they are views or not.
    struct by_name {
        using is_transparent = void;               ///< views are found without a copy
        using name = table_name<std::string_view>; ///< what is compared
        /// Whether a is before b.
        bool operator()(name const& a, name const& b) const { return a < b; }
    };

    number backups = 0; ///< records
    number sized = 0;   ///< those that tell their size
    number bytes = 0;   ///< sum of those; 2^63 - 1 stands for all from there on
    number deleted = 0; ///< backups of status DELETED; their expiry does not count
    by_text systems{};  ///< records by system: `aws`, `clumio`
    by_text types{};    ///< records by type
    by_text statuses{}; ///< records by status
    by_text regions{};  ///< records by Region
    by_text accounts{}; ///< records by account
    by_day created{};   ///< backups by the day of their creation, as far as they tell it
    by_day expiring{};  ///< backups by the day on which they expire, as far as they do and are not deleted
    std::map<table_name<std::string>, table, by_name> tables{}; ///< what is told of each table

    /// Counts one backup. A negative size is none.
    void add(backup_view const& b) {
        number const size = b.size && *b.size > 0 ? static_cast<number>(*b.size) : 0;
        ++backups;
        if (b.size && *b.size >= 0) ++sized;
        bytes = sum(bytes, size);
        count(systems, b.system);
        count(types, b.type);
        count(statuses, b.status);
        count(regions, b.region);
        count(accounts, b.account);
        bool const gone = b.status == name_of(aws::BackupStatus::DELETED);
        if (gone) ++deleted;
        if (b.created) ++created[day_of(*b.created)];
        if (b.expires && !gone) ++expiring[day_of(*b.expires)];
        table one{1, size, size};
        if (b.created) one.newest = day_of(*b.created);
        by_name::name const name{b.account, b.region, b.table};
        auto found = tables.find(name);
        if (found == tables.end())
            found = tables.try_emplace({std::string(b.account), std::string(b.region), std::string(b.table)})
                        .first;
        merge(found->second, one);
    }

    /// Adds what another one has counted. In any order, and grouped in any way, the result is the same.
    void merge(statistics const& other) {
        backups += other.backups;
        sized += other.sized;
        bytes = sum(bytes, other.bytes);
        deleted += other.deleted;
        merge(systems, other.systems);
        merge(types, other.types);
        merge(statuses, other.statuses);
        merge(regions, other.regions);
        merge(accounts, other.accounts);
        merge(created, other.created);
        merge(expiring, other.expiring);
        for (auto const& [key, one] : other.tables) merge(tables[key], one);
    }

    /// Compares all counts.
    friend bool operator==(statistics const&, statistics const&) = default;

private:
    /// Ends at the largest number that a JSON reader of 64 bits takes; so it is associative there, too.
    static constexpr number sum(number a, number b) {
        constexpr number most = std::numeric_limits<std::int64_t>::max();
        return std::min(most, a + b); // neither is larger than that
    }

    static void count(by_text& counts, std::string_view text) {
        auto const found = counts.find(text);
        if (found != counts.end()) ++found->second;
        else counts.emplace(text, 1);
    }

    static void merge(table& into, table const& other) {
        into.backups += other.backups;
        into.bytes = sum(into.bytes, other.bytes);
        into.largest = std::max(into.largest, other.largest);
        into.newest = std::max(into.newest, other.newest);
    }

    template <class Counts>
    static void merge(Counts& into, Counts const& other) {
        for (auto const& [key, n] : other) into[key] += n;
    }
};

} // namespace dynabackup
