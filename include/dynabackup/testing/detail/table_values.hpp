#pragma once
/// \file
/// Adjusts generated tables, their indexes and their restores: members that depend on each other.

#include <dynabackup/aws/tables.hpp>
#include <dynabackup/testing/detail/aws.hpp>

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::testing::detail {

/// Appends the end of the ARN of an object that was created from a table at a time: `/export/01717200000123-1a2b3c4d`.
inline void append_made(std::string& arn, std::string_view kind, timestamp when, scene& s) {
    auto const since_epoch = std::chrono::duration_cast<std::chrono::milliseconds>(when.time_since_epoch());
    append_number(arn += kind, static_cast<std::uint64_t>(since_epoch.count()), 14);
    append_hex(arn += '-', s.random(), 8);
}

/// Sets an optional member to a value. Does nothing if the edition does not have the member.
template <auto Member, class T, class V>
void set(T& t, V&& value, scene const& s) {
    if (s.edition() >= entered_on<Member>) t.*Member = std::forward<V>(value);
}

// ---- indexes ----

inline void adjust(aws::LocalSecondaryIndex& index, scene& s) { adjust_local_keys(index.key_schema, s); }
inline void adjust(aws::LocalSecondaryIndexDescription& index, scene& s) {
    if (index.key_schema) adjust_local_keys(*index.key_schema, s);
    set<&aws::LocalSecondaryIndexDescription::index_arn>(
        index, s.table().arn + "/index/" + index.index_name.value_or("Index"), s);
}

template <class Index>
void adjust_created_index(Index& index, scene& s) {
    if (s.table().on_demand) index.provisioned_throughput.reset();
    adjust_maxima(index, s);
}
inline void adjust(aws::GlobalSecondaryIndex& index, scene& s) {
    adjust_global_keys(index.key_schema, s);
    adjust_created_index(index, s);
}
inline void adjust(aws::GlobalSecondaryIndexDescription& index, scene& s) {
    if (index.key_schema) adjust_global_keys(*index.key_schema, s);
    index.index_arn = s.table().arn + "/index/" + index.index_name.value_or("Index");
    adjust_maxima(index, s);
}

inline void adjust(aws::VectorIndex& index, scene& s) { index.dimensions = s.random().log_between(2, 4096); }
inline void adjust(aws::VectorIndexDescription& index, scene& s) {
    if (index.dimensions) index.dimensions = s.random().log_between(2, 4096);
    if (index.index_name) index.index_arn = s.table().arn + "/index/" + *index.index_name;
}

inline void adjust(aws::ProvisionedThroughputDescription& t, scene& s) {
    auto const units = [&s] { return s.table().on_demand ? 0 : s.random().log_between(1, 40'000); };
    if (t.read_capacity_units) t.read_capacity_units = units();
    if (t.write_capacity_units) t.write_capacity_units = units();
    if (t.number_of_decreases_today) t.number_of_decreases_today = s.random().between(0, 27);
}

inline void adjust(aws::OnDemandThroughputOverride& t, scene& s) {
    if (t.max_read_request_units)
        t.max_read_request_units = s.random().one_in(4) ? -1 : s.random().log_between(1, 40'000);
}

// ---- tables ----

inline void adjust(aws::SSESpecification& sse, scene& s) {
    if (sse.sse_type) sse.sse_type = aws::SSEType::KMS;
    if (!sse.enabled.value_or(true)) {
        sse.sse_type.reset();
        sse.kms_master_key_id.reset();
    }
    if (sse.kms_master_key_id && !s.is_rare()) sse.kms_master_key_id = "alias/tables";
}

inline void adjust(aws::BillingModeSummary& summary, scene& s) {
    using enum aws::BillingMode;
    if (summary.billing_mode) summary.billing_mode = s.table().on_demand ? PAY_PER_REQUEST : PROVISIONED;
    if (!s.table().on_demand) summary.last_update_to_pay_per_request_date_time.reset();
}

inline void adjust(aws::ArchivalSummary& summary, scene&) {
    if (summary.archival_reason) summary.archival_reason = "INACCESSIBLE_ENCRYPTION_CREDENTIALS";
}

inline void adjust(aws::RestoreSummary& summary, scene& s) {
    if (arn::read_backup(s.backup().arn) == std::nullopt) summary.source_backup_arn.reset();
    summary.source_table_arn = s.table().arn;
    summary.restore_date_time = s.backup().created;
}

/// Defines an attribute, unless it is defined.
template <class Definitions>
void define_attribute(Definitions& all, std::string_view name, scene& s) {
    for (auto const& d : all)
        if (d.attribute_name == name) return;
    auto& made = all.emplace_back();
    made.attribute_name = std::string(name);
    draw_enumerator(made.attribute_type, s);
}
template <class Definitions, class Indexes>
void define_keys_of(Definitions& all, Indexes const& indexes, scene& s) {
    if (!indexes) return;
    for (auto const& index : *indexes)
        if (auto const* const schema = get(index.key_schema))
            for (auto const& e : *schema) define_attribute(all, e.attribute_name, s);
}

inline void adjust(aws::TableDescription& t, scene& s) {
    set_keys(*t.key_schema, s.table().keys, 1, s.table().sorted ? 1 : 0);
    t.table_arn = s.table().arn;
    if (t.creation_date_time) t.creation_date_time = timestamp{s.table().created};
    adjust_indexes(t, s);
    adjust_maxima(t, s);
    if (s.edition() >= edition::v2018_11_28 && !t.billing_mode_summary) {
        t.billing_mode_summary.emplace().billing_mode =
            s.table().on_demand ? aws::BillingMode::PAY_PER_REQUEST : aws::BillingMode::PROVISIONED;
    } else if (t.billing_mode_summary) {
        t.billing_mode_summary->billing_mode =
            s.table().on_demand ? aws::BillingMode::PAY_PER_REQUEST : aws::BillingMode::PROVISIONED;
    }
    auto& defined = t.attribute_definitions.emplace();
    for (auto const& e : *t.key_schema) define_attribute(defined, e.attribute_name, s);
    define_keys_of(defined, t.local_secondary_indexes, s);
    define_keys_of(defined, t.global_secondary_indexes, s);
    if (t.latest_stream_arn) t.latest_stream_arn = s.table().arn + "/stream/2024-06-01T00:00:00.000";
    if (t.latest_stream_label) t.latest_stream_label = "2024-06-01T00:00:00.000";
    if (t.global_table_version) t.global_table_version = "2019.11.21";
    if (!s.random().one_in(8)) t.archival_summary.reset();
    if (!s.random().one_in(4)) t.replicas.reset();
    if (!s.random().one_in(8)) t.global_table_witnesses.reset();
    if (!s.random().one_in(8)) t.vector_indexes.reset();
}

inline void adjust(aws::TableCreationParameters& t, scene& s) {
    using enum aws::BillingMode;
    set_keys(t.key_schema, s.table().keys, 1, s.table().sorted ? 1 : 0);
    if (s.edition() >= entered_on<&aws::TableCreationParameters::billing_mode>)
        t.billing_mode = s.table().on_demand ? PAY_PER_REQUEST : PROVISIONED;
    if (s.table().on_demand) t.provisioned_throughput.reset();
    adjust_maxima(t, s);
    t.attribute_definitions.clear();
    for (auto const& e : t.key_schema) define_attribute(t.attribute_definitions, e.attribute_name, s);
    define_keys_of(t.attribute_definitions, t.global_secondary_indexes, s);
}

// ---- restores ----

/// Gives the overrides of a restore the billing of the table.
template <class T>
void adjust_overrides(T& t, scene& s) {
    using enum aws::BillingMode;
    if (t.billing_mode_override)
        t.billing_mode_override = s.table().on_demand ? PAY_PER_REQUEST : PROVISIONED;
    if (s.table().on_demand) t.provisioned_throughput_override.reset();
    else t.on_demand_throughput_override.reset();
    t.target_table_name = s.table().name + "-restored";
}
inline void adjust(aws::RestoreTableFromBackupInput& t, scene& s) { adjust_overrides(t, s); }
inline void adjust(aws::RestoreTableToPointInTimeInput& t, scene& s) {
    adjust_overrides(t, s);
    set<&aws::RestoreTableToPointInTimeInput::source_table_name>(t, s.table().name, s);
    if (s.random().one_in(2) && t.use_latest_restorable_time) {
        t.use_latest_restorable_time = true;
        t.restore_date_time.reset();
    } else {
        if (t.use_latest_restorable_time) t.use_latest_restorable_time = false;
        set<&aws::RestoreTableToPointInTimeInput::restore_date_time>(t, s.backup().created, s);
    }
}

inline void adjust(aws::PointInTimeRecoveryDescription& p, scene& s) {
    using T = aws::PointInTimeRecoveryDescription;
    if (s.edition() < entered_on<&T::point_in_time_recovery_status>) return;
    bool const on = p.point_in_time_recovery_status &&
                    *p.point_in_time_recovery_status == aws::PointInTimeRecoveryStatus::ENABLED;
    p.earliest_restorable_date_time.reset();
    p.latest_restorable_date_time.reset();
    if (!on) return p.recovery_period_in_days.reset();
    timestamp const latest{s.now() - std::chrono::minutes{5}};
    auto const days = p.recovery_period_in_days.value_or(35);
    std::chrono::milliseconds const longest = date::days{days};
    p.latest_restorable_date_time = latest;
    p.earliest_restorable_date_time =
        latest - std::chrono::milliseconds{s.random().log_between(1, longest.count())};
}

inline void adjust(aws::ContinuousBackupsDescription& b, scene&) {
    b.continuous_backups_status = aws::ContinuousBackupsStatus::ENABLED;
}

} // namespace dynabackup::testing::detail
