#pragma once
/// \file
/// Point-in-time recovery: the points in time to which a table can be restored.

#include <dynabackup/detail/util/checked_arithmetic.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/rules/expiry.hpp>
#include <dynabackup/timestamp.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <type_traits>

namespace dynabackup::recovery {

/// The recovery period in days if a table does not give one; until 2025-01-07 it applied to every table.
inline constexpr std::int64_t default_period = 35;
/// How far the restorable times may exceed the recovery period: one of them is rounded, and the other advances.
inline constexpr std::chrono::hours period_tolerance{1};

namespace cite {
inline constexpr std::string_view
    /// Of point-in-time recovery.
    description = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/"
                  "API_PointInTimeRecoveryDescription.html",
    /// Of continuous backups.
    continuous_backups =
        "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeContinuousBackups.html";
} // namespace cite

inline constexpr rule restorable_times{
    "pitr.restorable-times",
    severity::warning,
    edition::v2018_03_26,
    "If point-in-time recovery is ENABLED, the earliest and the latest restorable time are given.",
    cite::description,
    {R"({"PointInTimeRecoveryStatus":"ENABLED","EarliestRestorableDateTime":1717200000})",
     R"({"PointInTimeRecoveryStatus":"ENABLED","EarliestRestorableDateTime":1717200000,"LatestRestorableDateTime":1717286400})",
     "PointInTimeRecoveryDescription"}};
inline constexpr rule time_order{
    "pitr.time-order",
    severity::error,
    edition::v2018_03_26,
    "The earliest restorable time is not after the latest one.",
    cite::description,
    {R"({"PointInTimeRecoveryStatus":"ENABLED","EarliestRestorableDateTime":1717286400,"LatestRestorableDateTime":1717200000})",
     R"({"PointInTimeRecoveryStatus":"ENABLED","EarliestRestorableDateTime":1717200000,"LatestRestorableDateTime":1717286400})",
     "PointInTimeRecoveryDescription"}};
inline constexpr rule period{
    "pitr.recovery-period",
    severity::error,
    edition::v2018_03_26,
    "The restorable times are no further apart than the recovery period, which is 35 days unless it is "
    "given.",
    cite::description,
    {R"({"PointInTimeRecoveryStatus":"ENABLED","RecoveryPeriodInDays":1,"EarliestRestorableDateTime":1717200000,"LatestRestorableDateTime":1717372800})",
     R"({"PointInTimeRecoveryStatus":"ENABLED","RecoveryPeriodInDays":2,"EarliestRestorableDateTime":1717200000,"LatestRestorableDateTime":1717372800})",
     "PointInTimeRecoveryDescription"}};
inline constexpr rule needs_backups{
    "pitr.continuous-backups",
    severity::warning,
    edition::v2018_03_26,
    "A table with point-in-time recovery has continuous backups.",
    cite::continuous_backups,
    {R"({"ContinuousBackupsStatus":"DISABLED","PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"ENABLED","EarliestRestorableDateTime":1717200000,"LatestRestorableDateTime":1717286400}})",
     R"({"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"ENABLED","EarliestRestorableDateTime":1717200000,"LatestRestorableDateTime":1717286400}})",
     "ContinuousBackupsDescription"}};

/// Reports a restorable time, the earliest or the latest, that is missing while point-in-time recovery is ENABLED.
template <class T>
void check_times(T const& t, rule_context& in) {
    using status = enumeration<decltype(T::point_in_time_recovery_status)>;
    if (enumerator(known<&T::point_in_time_recovery_status>(t, in)) != status::ENABLED) return;
    auto const need = [&](auto const& member, std::string_view name) {
        if (!get(member) && in.knows(member))
            in.fail({name}, "Point-in-time recovery is ENABLED, but this time is not given.");
    };
    need(t.earliest_restorable_date_time, wire_name<&T::earliest_restorable_date_time>);
    need(t.latest_restorable_date_time, wire_name<&T::latest_restorable_date_time>);
}

/// Whether `to` is later than `from` by more than `most`. Never overflows.
constexpr bool is_further(timestamp from, timestamp to, std::chrono::nanoseconds most) {
    std::int64_t lasting = 0;
    return detail::subtract_overflows(to.time_since_epoch().count(), from.time_since_epoch().count(), lasting)
               ? from < to
               : lasting > most.count();
}

/// Reports an earliest restorable time that is after the latest one, or before it by more than the recovery period and
/// its tolerance.
template <class T>
void check_order(T const& t, rule_context& in) {
    auto const* const earliest = known<&T::earliest_restorable_date_time>(t, in);
    auto const* const latest = known<&T::latest_restorable_date_time>(t, in);
    if (!earliest || !latest) return;
    constexpr path_step at_earliest = wire_name<&T::earliest_restorable_date_time>;
    if (*latest < *earliest)
        in.fail({at_earliest}, to_text(*earliest), " is after the latest restorable time ", to_text(*latest),
                '.');
    if (!in.knows(t.recovery_period_in_days)) return;
    auto const* const given = known<&T::recovery_period_in_days>(t, in);
    auto const days = given ? *given : default_period;
    if (days < 1 || days > default_period) return; // has a finding of its own
    if (is_further(*earliest, *latest, std::chrono::days(days) + std::chrono::nanoseconds(period_tolerance)))
        in.fail(period, {at_earliest}, to_text(*earliest), " is more than ", days,
                " days before the latest restorable time ", to_text(*latest), '.');
}

/// The rules of a shape T with `point_in_time_recovery_status`, `recovery_period_in_days` and both restorable times.
template <class T>
constexpr auto rules() {
    return std::array{enforce<check_times<T>, restorable_times>(),
                      enforce<check_order<T>, time_order, period>()};
}

/// Reports continuous backups that are DISABLED while point-in-time recovery is ENABLED.
template <class T>
void check_status(T const& t, rule_context& in) {
    auto const* const points = known<&T::point_in_time_recovery_description>(t, in);
    if (!points) return;
    using description = std::remove_cvref_t<decltype(*points)>;
    using statuses = enumeration<decltype(T::continuous_backups_status)>;
    using states = enumeration<decltype(description::point_in_time_recovery_status)>;
    if (enumerator(known<&T::continuous_backups_status>(t, in)) == statuses::DISABLED &&
        enumerator(known<&description::point_in_time_recovery_status>(*points, in)) == states::ENABLED)
        in.fail({wire_name<&T::continuous_backups_status>},
                "Continuous backups are DISABLED, but point-in-time recovery is ENABLED.");
}

/// The rule of a shape T with `continuous_backups_status` and `point_in_time_recovery_description`.
template <class T>
constexpr auto status_rules() {
    return std::array{enforce<check_status<T>, needs_backups>()};
}

/// All rules of this file, for the catalogue.
inline constexpr std::array all{&restorable_times, &time_order, &period, &needs_backups};

} // namespace dynabackup::recovery
