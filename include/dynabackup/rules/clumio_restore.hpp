#pragma once
/// \file
/// Restores by Clumio: their source, their point in time, and their settings.

#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/timestamp.hpp>

#include <array>
#include <string_view>

namespace dynabackup::cite {
inline constexpr std::string_view clumio_restore =
    "https://api.commvault.com/docs/SP32/api/cv/ClumioAPIs/restore-aws-dynamodb-table";
inline constexpr std::string_view clumio_table =
    "https://api.commvault.com/docs/SP32/api/cv/ClumioAPIs/read-aws-dynamodb-table";
} // namespace dynabackup::cite

namespace dynabackup::clumio {

inline constexpr rule restore_source{
    "clumio.restore-source",
    severity::error,
    edition::v2017_11_29,
    "A restore has one source: a backup, or a table at a point in time.",
    cite::clumio_restore,
    {R"({"source":{"continuous_backup":{"table_id":"5","use_latest_restorable_time":true},"securevault_backup":{"backup_id":"7"}},"target":{"table_name":"Songs-2"}})",
     R"({"source":{"securevault_backup":{"backup_id":"7"}},"target":{"table_name":"Songs-2"}})"}};
inline constexpr rule restore_time{
    "clumio.restore-time",
    severity::error,
    edition::v2017_11_29,
    "A restore to a point in time has either a timestamp or use_latest_restorable_time, not both.",
    cite::clumio_restore,
    {R"({"source":{"continuous_backup":{"table_id":"5","timestamp":"2031-06-01T00:00:00Z","use_latest_restorable_time":true}},"target":{"table_name":"Songs-2"}})",
     R"({"source":{"continuous_backup":{"table_id":"5","timestamp":"2031-06-01T00:00:00Z"}},"target":{"table_name":"Songs-2"}})"}};
inline constexpr rule restore_replicas{
    "clumio.restore-replicas",
    severity::warning,
    edition::v2017_11_29,
    "A restore does not create replicas.",
    cite::clumio_restore,
    {R"({"source":{"securevault_backup":{"backup_id":"7"}},"target":{"replicas":[{"region_name":"eu-west-1"}],"table_name":"Songs-2"}})",
     R"({"source":{"securevault_backup":{"backup_id":"7"}},"target":{"replicas":[],"table_name":"Songs-2"}})"}};
inline constexpr rule restorable_times{
    "clumio.restorable-times",
    severity::error,
    edition::v2017_11_29,
    "The first point in time to which a table can be restored is not after the last one.",
    cite::clumio_table,
    {R"({"earliest_continuous_snapshot_restorable_timestamp":"2031-06-02T00:00:00Z","latest_continuous_snapshot_restorable_timestamp":"2031-06-01T00:00:00Z"})",
     R"({"earliest_continuous_snapshot_restorable_timestamp":"2031-06-01T00:00:00Z","latest_continuous_snapshot_restorable_timestamp":"2031-06-02T00:00:00Z"})"}};

/// Reports a source with both `continuous_backup` and `securevault_backup`, or with neither.
template <class T>
void check_restore_source(T const& t, rule_context& in) {
    if (!in.knows(t.continuous_backup, t.securevault_backup)) return;
    if (t.continuous_backup && t.securevault_backup)
        in.fail({wire_name<&T::continuous_backup>}, "Both this and ", wire_name<&T::securevault_backup>,
                " are given; give one of them.");
    if (!t.continuous_backup && !t.securevault_backup)
        in.fail({}, "Neither ", wire_name<&T::securevault_backup>, " nor ", wire_name<&T::continuous_backup>,
                " is given; name what to restore.");
}

/// The rule of a shape T with `continuous_backup` and `securevault_backup`.
template <class T>
constexpr auto restore_source_rules() {
    return std::array{enforce<check_restore_source<T>, restore_source>()};
}

/// Reports a restore with both `timestamp` and `use_latest_restorable_time`, or with neither. False counts as absent.
template <class T>
void check_restore_time(T const& t, rule_context& in) {
    if (!in.knows(t.timestamp, t.use_latest_restorable_time)) return;
    bool const latest = t.use_latest_restorable_time.value_or(false);
    if (t.timestamp && latest)
        in.fail({wire_name<&T::timestamp>}, "Both this and ", wire_name<&T::use_latest_restorable_time>,
                " are given; give one of them.");
    if (!t.timestamp && !latest)
        in.fail({wire_name<&T::timestamp>}, "This is absent, and ", wire_name<&T::use_latest_restorable_time>,
                " is not true; give the point in time.");
}

/// The rule of a shape T with `timestamp` and `use_latest_restorable_time`.
template <class T>
constexpr auto restore_time_rules() {
    return std::array{enforce<check_restore_time<T>, restore_time>()};
}

/// Reports the replicas of a target, which a restore does not create.
template <class T>
void check_restore_replicas(T const& t, rule_context& in) {
    auto const* const replicas = known<&T::replicas>(t, in);
    if (replicas && !replicas->empty())
        in.fail({wire_name<&T::replicas>}, replicas->size(),
                " replicas; a restore does not create them, so leave them out.");
}

/// The rule of the target T of a restore.
template <class T>
constexpr auto restore_target_rules() {
    return std::array{enforce<check_restore_replicas<T>, restore_replicas>()};
}

/// Reports an earliest restorable time that is after the latest one.
template <class T>
void check_restorable_times(T const& t, rule_context& in) {
    constexpr auto earliest = &T::earliest_continuous_snapshot_restorable_timestamp;
    constexpr auto latest = &T::latest_continuous_snapshot_restorable_timestamp;
    auto const* const first = known<earliest>(t, in);
    auto const* const last = known<latest>(t, in);
    if (first && last && *first > *last)
        in.fail({wire_name<earliest>}, to_text(*first), " is after the latest restorable time ",
                to_text(*last), '.');
}

/// The rule of a table T with the times to which it can be restored.
template <class T>
constexpr auto restorable_rules() {
    return std::array{enforce<check_restorable_times<T>, restorable_times>()};
}

/// All rules of this file, for the catalogue.
inline constexpr std::array all_restore_rules{&restore_source, &restore_time, &restore_replicas,
                                              &restorable_times};

} // namespace dynabackup::clumio
