#pragma once
/// \file
/// Statistics of backups: their number by system, type, status, Region, account and table, their size, and the days on
/// which they were created and expire.
///
/// \code
/// auto const all = reduce_records<any_record>(
///     inputs, [](statistics& s, any_record const& r) { std::visit([&](auto const& b) { s.add(view(b)); }, r); },
///     [](statistics& total, statistics&& part) { total.merge(part); }, {.jobs = 8});
/// \endcode

#include <dynabackup/backup_view.hpp>
#include <dynabackup/detail/config.hpp>

#include <chrono>
#include <compare>
#include <cstdint>
#include <map>
#include <ratio>
#include <string>
#include <string_view>

namespace dynabackup {

/// A day: the type that Howard Hinnant's `date` calls `date::sys_days`.
using utc_day =
    std::chrono::time_point<std::chrono::system_clock, std::chrono::duration<int, std::ratio<86'400>>>;

/// Returns the day of a time, in UTC.
DYNABACKUP_INLINE utc_day day_of(timestamp time);

/// Counts over backups that can be merged. However the records are divided among several objects, and in whatever order
/// these are merged, the result equals that of one object that has counted all records. Records are counted: a backup
/// that two records describe counts twice. Times are kept as days. Nothing depends on the current time.
///
/// All counts are exact; sums of bytes end at the largest number. Memory: about 150 bytes and the names for each
/// distinct table, 100 bytes for each distinct value of the other texts, and 50 bytes for each day on which a backup
/// was created or expires (`timestamp` has 213,504 days).
struct statistics {
    using number = std::uint64_t; ///< of records, or of bytes

    /// Counts by value. The empty text counts the records without a value.
    using by_text = std::map<std::string, number, std::less<>>;
    /// Counts by day, in UTC.
    using by_day = std::map<utc_day, number>;

    /// Identifies a table. A part that a record does not have is empty.
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

    /// The backups of one table.
    struct table {
        number backups = 0;              ///< records
        number bytes = 0;                ///< of all its backups
        number largest = 0;              ///< bytes of the largest one
        utc_day newest = utc_day::min(); ///< the day of the last creation; min: no record has one

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

    number backups = 0;   ///< records
    number sized = 0;     ///< records that have a size
    number bytes = 0;     ///< sum of the sizes; 2^63 - 1 if it is that or more, see is_more
    bool is_more = false; ///< the sum of the sizes is more than `bytes`
    number deleted = 0;   ///< backups of status DELETED; their expiry does not count
    by_text systems{};    ///< records by system: `aws`, `aws_backup`, `clumio`
    by_text types{};      ///< records by type
    by_text statuses{};   ///< records by status
    by_text regions{};    ///< records by Region
    by_text accounts{};   ///< records by account
    by_day created{};     ///< backups by the day of their creation, if they have one
    by_day expiring{};    ///< backups by the day on which they expire, if they have one and are not deleted
    std::map<table_name<std::string>, table, by_name> tables{}; ///< the backups of each table

    /// Counts one backup. A negative size counts as none.
    DYNABACKUP_INLINE void add(backup_view const& b);

    /// Adds the counts of another object. The result depends neither on the order of these calls nor on their grouping.
    DYNABACKUP_INLINE void merge(statistics const& other);

    /// Compares all counts.
    friend bool operator==(statistics const&, statistics const&) = default;
};

} // namespace dynabackup

#if DYNABACKUP_DEFINE

#include <algorithm>
#include <limits>

namespace dynabackup {

namespace detail {

/// Returns the sum, limited to the largest number that a JSON reader of 64 bits accepts. The limited sum is still
/// associative.
/// \pre Neither number is larger than that.
inline statistics::number sum_of(statistics::number a, statistics::number b) {
    constexpr statistics::number most = std::numeric_limits<std::int64_t>::max();
    return std::min(most, a + b);
}

/// Whether the sum of two numbers is larger than what sum_of returns.
inline bool is_larger_than_sum(statistics::number a, statistics::number b) { return sum_of(a, b) != a + b; }

inline void count(statistics::by_text& counts, std::string_view text) {
    auto const found = counts.find(text);
    if (found != counts.end()) ++found->second;
    else counts.emplace(text, 1);
}

inline void merge_tables(statistics::table& into, statistics::table const& other) {
    into.backups += other.backups;
    into.bytes = sum_of(into.bytes, other.bytes);
    into.largest = std::max(into.largest, other.largest);
    into.newest = std::max(into.newest, other.newest);
}

template <class Counts>
void merge_counts(Counts& into, Counts const& other) {
    for (auto const& [key, n] : other) into[key] += n;
}

} // namespace detail

DYNABACKUP_INLINE utc_day day_of(timestamp time) {
    constexpr std::int64_t each = 86'400'000'000'000; // nanoseconds
    std::int64_t const count = time.time_since_epoch().count();
    return utc_day(utc_day::duration(static_cast<int>(count / each - (count % each < 0))));
}

DYNABACKUP_INLINE void statistics::add(backup_view const& b) {
    number const size = b.size && *b.size > 0 ? static_cast<number>(*b.size) : 0;
    ++backups;
    if (b.size && *b.size >= 0) ++sized;
    is_more |= detail::is_larger_than_sum(bytes, size);
    bytes = detail::sum_of(bytes, size);
    detail::count(systems, b.system);
    detail::count(types, b.type);
    detail::count(statuses, b.status);
    detail::count(regions, b.region);
    detail::count(accounts, b.account);
    bool const gone = b.status == "DELETED";
    if (gone) ++deleted;
    if (b.created) ++created[day_of(*b.created)];
    if (b.expires && !gone) ++expiring[day_of(*b.expires)];
    table one{1, size, size};
    if (b.created) one.newest = day_of(*b.created);
    by_name::name const name{b.account, b.region, b.table};
    auto found = tables.find(name);
    if (found == tables.end())
        found =
            tables.try_emplace({std::string(b.account), std::string(b.region), std::string(b.table)}).first;
    detail::merge_tables(found->second, one);
}

DYNABACKUP_INLINE void statistics::merge(statistics const& other) {
    backups += other.backups;
    sized += other.sized;
    is_more |= other.is_more || detail::is_larger_than_sum(bytes, other.bytes);
    bytes = detail::sum_of(bytes, other.bytes);
    deleted += other.deleted;
    detail::merge_counts(systems, other.systems);
    detail::merge_counts(types, other.types);
    detail::merge_counts(statuses, other.statuses);
    detail::merge_counts(regions, other.regions);
    detail::merge_counts(accounts, other.accounts);
    detail::merge_counts(created, other.created);
    detail::merge_counts(expiring, other.expiring);
    for (auto const& [key, one] : other.tables) detail::merge_tables(tables[key], one);
}

} // namespace dynabackup

#endif
