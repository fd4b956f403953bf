#pragma once
/// \file
/// What generating values of DynamoDB's shapes, other than those of backups, needs beyond their descriptions.

#include <dynabackup/aws/tables.hpp>
#include <dynabackup/testing/detail/aws.hpp>
#include <dynabackup/testing/detail/shape_values.hpp>

#include <array>
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

// ---- exports and imports ----

inline void adjust(aws::IncrementalExportSpecification& window, scene& s) {
    if (!window.export_from_time || !window.export_to_time) return;
    window.export_to_time = *window.export_from_time + std::chrono::minutes{s.random().between(15, 24 * 60)};
}

/// Gives an export a window if its type has one.
template <class T>
void adjust_type(T& t, scene& s) {
    bool const incremental = t.export_type && *t.export_type == aws::ExportType::INCREMENTAL_EXPORT;
    if (!incremental) t.incremental_export_specification.reset();
    else t.export_time.reset();
    if (incremental && !t.incremental_export_specification) {
        auto& window = t.incremental_export_specification.emplace();
        window.export_from_time = s.backup().created;
    }
}
inline void adjust(aws::ExportTableToPointInTimeInput& t, scene& s) { adjust_type(t, s); }

inline void adjust(aws::ExportDescription& e, scene& s) {
    using T = aws::ExportDescription;
    if (s.edition() < entered_on<&T::export_arn>) return;
    adjust_type(e, s);
    auto const began = s.backup().created;
    append_made(e.export_arn.emplace(s.table().arn), "/export/", began, s);
    e.table_arn = s.table().arn;
    if (e.start_time) e.start_time = began;
    if (e.end_time) e.end_time = began + std::chrono::minutes{s.random().between(1, 500)};
    if (e.export_time) e.export_time = began - std::chrono::minutes{s.random().between(0, 500)};
    bool const failed = e.export_status && *e.export_status == aws::ExportStatus::FAILED;
    if (!failed) {
        e.failure_code.reset();
        e.failure_message.reset();
    } else if (!e.failure_code) {
        e.failure_code = "S3NoSuchBucket";
    }
}

inline void adjust(aws::ExportSummary& e, scene& s) {
    if (s.edition() < entered_on<&aws::ExportSummary::export_arn>) return;
    append_made(e.export_arn.emplace(s.table().arn), "/export/", s.backup().created, s);
}
inline void adjust(aws::ListExportsOutput& page, scene&) { page.next_token.reset(); }

/// Gives an import its ARN, and times that agree.
template <class T>
void adjust_times(T& t, scene& s) {
    if (s.edition() < entered_on<&T::import_arn>) return;
    append_made(t.import_arn.emplace(s.table().arn), "/import/", s.backup().created, s);
    if (t.start_time) t.start_time = s.backup().created;
    if (t.end_time) t.end_time = s.backup().created + std::chrono::minutes{s.random().between(1, 500)};
}
inline void adjust(aws::ImportSummary& t, scene& s) { adjust_times(t, s); }
inline void adjust(aws::ImportTableDescription& t, scene& s) {
    adjust_times(t, s);
    if (t.processed_item_count && t.imported_item_count && *t.imported_item_count > *t.processed_item_count)
        std::swap(*t.imported_item_count, *t.processed_item_count);
    if (t.input_format && *t.input_format != aws::InputFormat::CSV) t.input_format_options.reset();
}
inline void adjust(aws::ImportTableInput& t, scene&) {
    if (t.input_format != aws::InputFormat::CSV) t.input_format_options.reset();
}
inline void adjust(aws::ListImportsOutput& page, scene&) { page.next_token.reset(); }

// ---- tables of the above ----

/// The shapes. Kept are the members by which a document is recognised, or that a rule needs.
inline constexpr std::array table_shapes{
    values_of<aws::TableDescription>(
        bits_of<&aws::TableDescription::table_name, &aws::TableDescription::key_schema,
                &aws::TableDescription::table_status, &aws::TableDescription::provisioned_throughput>),
    values_of<aws::DescribeTableOutput>(bits_of<&aws::DescribeTableOutput::table>),
    values_of<aws::RestoreTableFromBackupOutput>(
        bits_of<&aws::RestoreTableFromBackupOutput::table_description>),
    values_of<aws::RestoreTableToPointInTimeOutput>(
        bits_of<&aws::RestoreTableToPointInTimeOutput::table_description>),
    values_of<aws::RestoreTableFromBackupInput>(),
    values_of<aws::RestoreTableToPointInTimeInput>(),
    values_of<aws::DescribeContinuousBackupsOutput>(
        bits_of<&aws::DescribeContinuousBackupsOutput::continuous_backups_description>),
    values_of<aws::UpdateContinuousBackupsOutput>(
        bits_of<&aws::UpdateContinuousBackupsOutput::continuous_backups_description>),
    values_of<aws::ContinuousBackupsDescription>(),
    values_of<aws::PointInTimeRecoveryDescription>(
        bits_of<&aws::PointInTimeRecoveryDescription::point_in_time_recovery_status>),
    values_of<aws::ExportTableToPointInTimeInput>(),
    values_of<aws::ExportTableToPointInTimeOutput>(
        bits_of<&aws::ExportTableToPointInTimeOutput::export_description>),
    values_of<aws::DescribeExportOutput>(bits_of<&aws::DescribeExportOutput::export_description>),
    values_of<aws::ExportDescription>(
        bits_of<&aws::ExportDescription::export_status, &aws::ExportDescription::s3_bucket>),
    values_of<aws::ExportSummary>(bits_of<&aws::ExportSummary::export_status>),
    values_of<aws::ListExportsOutput>(bits_of<&aws::ListExportsOutput::export_summaries>),
    values_of<aws::IncrementalExportSpecification>(),
    values_of<aws::ImportTableInput>(),
    values_of<aws::ImportTableDescription>(
        bits_of<&aws::ImportTableDescription::import_status, &aws::ImportTableDescription::s3_bucket_source>),
    values_of<aws::ImportSummary>(),
    values_of<aws::ListImportsOutput>(bits_of<&aws::ListImportsOutput::import_summary_list>),
    values_of<aws::TableCreationParameters>(),
    values_of<aws::BillingModeSummary>(),
    values_of<aws::ArchivalSummary>(),
    values_of<aws::RestoreSummary>(),
    values_of<aws::SSESpecification>(),
    values_of<aws::LocalSecondaryIndex>(),
    values_of<aws::GlobalSecondaryIndex>(),
    values_of<aws::VectorIndex>(),
    values_of<aws::LocalSecondaryIndexDescription>(),
    values_of<aws::GlobalSecondaryIndexDescription>(),
    values_of<aws::VectorIndexDescription>(),
    values_of<aws::ProvisionedThroughputDescription>(),
    values_of<aws::OnDemandThroughputOverride>(),
};

/// The texts, by their simple shapes.
inline constexpr std::array table_texts{
    text_values{&aws::simple::S3BucketOwner, [](std::string& out, scene& s) { out = s.account(); }},
    text_values{&aws::simple::S3Bucket,
                [](std::string& out, scene& s) { (out = s.account()) += "-exports"; }},
    text_values{&aws::simple::CsvDelimiter,
                [](std::string& out, scene& s) { out = s.random().one_in(2) ? "," : ";"; }},
    text_values{&aws::simple::RegionName, [](std::string& out, scene& s) { out = s.region().name; }},
    text_values{&aws::simple::KMSMasterKeyId, [](std::string& out, scene& s) { s.name_kms_key(out); }},
    text_values{&aws::simple::S3SseKmsKeyId, [](std::string& out, scene& s) { s.name_kms_key(out); }},
    text_values{
        &aws::simple::StreamArn,
        [](std::string& out, scene& s) { (out = s.table().arn) += "/stream/2024-06-01T00:00:00.000"; }},
    text_values{&aws::simple::ExportArn,
                [](std::string& out, scene& s) {
                    append_made(out = s.table().arn, "/export/", s.backup().created, s);
                }},
    text_values{&aws::simple::ImportArn,
                [](std::string& out, scene& s) {
                    append_made(out = s.table().arn, "/import/", s.backup().created, s);
                }},
    text_values{&aws::simple::ImportNextToken,
                [](std::string& out, scene& s) {
                    out.clear();
                    for (auto n = s.random().between(7, 64); n > 0; --n) append_hex(out, s.random(), 16);
                }},
    text_values{&aws::simple::CloudWatchLogGroupArn,
                [](std::string& out, scene& s) {
                    ((((out = "arn:aws:logs:") += s.region().name) += ':') += s.account()) +=
                        ":log-group:/aws-dynamodb/imports:*";
                }},
};

} // namespace dynabackup::testing::detail
