#pragma once
/// \file
/// Restores: their source, their point in time, and their settings.

#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/rules/arn.hpp>
#include <dynabackup/rules/table_settings.hpp>

#include <array>
#include <string>
#include <string_view>

namespace dynabackup::restore {

namespace cite {
inline constexpr std::string_view
    /// A restore to a point in time.
    to_point_in_time =
        "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_RestoreTableToPointInTime.html",
    /// A restore of a backup.
    from_backup =
        "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_RestoreTableFromBackup.html",
    /// The source of a restored table.
    summary = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_RestoreSummary.html",
    /// How a table is encrypted.
    encryption = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_SSESpecification.html";
} // namespace cite

inline constexpr rule source{
    "restore.source",
    severity::error,
    edition::v2018_03_26,
    "A restore to a point in time names its table: SourceTableName, or since 2020-02-17 "
    "SourceTableArn.",
    cite::to_point_in_time,
    {R"({"TargetTableName":"Songs-2","UseLatestRestorableTime":true})",
     R"({"SourceTableName":"Songs","TargetTableName":"Songs-2","UseLatestRestorableTime":true})",
     "RestoreTableToPointInTimeInput"}};
inline constexpr rule time{
    "restore.time",
    severity::error,
    edition::v2018_03_26,
    "A restore to a point in time has either RestoreDateTime or UseLatestRestorableTime, not both.",
    cite::to_point_in_time,
    {R"({"SourceTableName":"Songs","TargetTableName":"Songs-2","UseLatestRestorableTime":true,"RestoreDateTime":1717200000})",
     R"({"SourceTableName":"Songs","TargetTableName":"Songs-2","RestoreDateTime":1717200000})",
     "RestoreTableToPointInTimeInput"}};
inline constexpr rule throughput_billing{
    "restore.throughput",
    severity::error,
    edition::v2019_11_12,
    "A restored table that pays per request gets no provisioned throughput, and a PROVISIONED one gets no "
    "on-demand throughput.",
    cite::from_backup,
    {R"({"TargetTableName":"Songs-2","BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","BillingModeOverride":"PAY_PER_REQUEST","ProvisionedThroughputOverride":{"ReadCapacityUnits":5,"WriteCapacityUnits":5}})",
     R"({"TargetTableName":"Songs-2","BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","BillingModeOverride":"PROVISIONED","ProvisionedThroughputOverride":{"ReadCapacityUnits":5,"WriteCapacityUnits":5}})",
     "RestoreTableFromBackupInput"}};
inline constexpr rule same_table{
    "restore.same-table",
    severity::error,
    edition::v2018_03_26,
    "A restore creates a new table, and does not overwrite its source.",
    cite::to_point_in_time,
    {R"({"SourceTableName":"Songs","TargetTableName":"Songs","UseLatestRestorableTime":true})",
     R"({"SourceTableName":"Songs","TargetTableName":"Songs-2","UseLatestRestorableTime":true})",
     "RestoreTableToPointInTimeInput"}};
inline constexpr rule summary_source{
    "restore.summary-source",
    severity::error,
    edition::v2017_11_29,
    "A table that was restored names its source: a backup, or a table.",
    cite::summary,
    {R"({"RestoreDateTime":1717200000,"RestoreInProgress":false})",
     R"({"SourceTableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","RestoreDateTime":1717200000,"RestoreInProgress":false})",
     "RestoreSummary"}};
inline constexpr rule summary_table{
    "restore.summary-table",
    severity::warning,
    edition::v2017_11_29,
    "The backup from which a table was restored is a backup of the table that is named beside it.",
    cite::summary,
    {R"({"SourceBackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","SourceTableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Albums","RestoreDateTime":1700000000,"RestoreInProgress":false})",
     R"({"SourceBackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","SourceTableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","RestoreDateTime":1700000000,"RestoreInProgress":false})",
     "RestoreSummary"}};
inline constexpr rule unused_key{"sse.key-unused",
                                 severity::warning,
                                 edition::v2020_02_17,
                                 "Only a table that is encrypted by KMS names a key.",
                                 cite::encryption,
                                 {R"({"Enabled":false,"KMSMasterKeyId":"alias/tables"})",
                                  R"({"Enabled":true,"KMSMasterKeyId":"alias/tables"})",
                                  "aws.SSESpecification"}};

/// Reports a restore that names no source table, and one whose TargetTableName is its SourceTableName.
template <class T>
void check_source(T const& t, rule_context& in) {
    bool const by_arn = in.edition() >= entered_on<&T::source_table_arn>;
    bool const is_named = t.source_table_name || (by_arn && t.source_table_arn);
    if (!is_named && in.knows(t.source_table_name, t.source_table_arn))
        in.fail({wire_name<&T::source_table_name>}, by_arn ? "Both this and " : "This is",
                by_arn ? wire_name<&T::source_table_arn> : std::string_view(), by_arn ? " are" : "",
                " absent; name the source table.");
    auto const* const name = known<&T::source_table_name>(t, in);
    auto const* const target = known<&T::target_table_name>(t, in);
    if (name && target && *name == *target)
        in.fail(same_table, {wire_name<&T::target_table_name>},
                "The source table has this name; the new table needs another one.");
}

/// Reports a restore with both RestoreDateTime and UseLatestRestorableTime, or with neither. False counts as absent.
template <class T>
void check_time(T const& t, rule_context& in) {
    if (!in.knows(t.restore_date_time, t.use_latest_restorable_time)) return;
    bool const latest = t.use_latest_restorable_time.value_or(false);
    if (t.restore_date_time && latest)
        in.fail({wire_name<&T::restore_date_time>}, "Both this and ",
                wire_name<&T::use_latest_restorable_time>, " are given; give one of them.");
    if (!t.restore_date_time && !latest)
        in.fail({wire_name<&T::restore_date_time>}, "This is absent, and ",
                wire_name<&T::use_latest_restorable_time>, " is not true; give the point in time.");
}

/// The rules of a request T to restore a table to a point in time.
template <class T>
constexpr auto source_rules() {
    return std::array{enforce<check_source<T>, source, same_table>(), enforce<check_time<T>, time>()};
}

/// Reports a ProvisionedThroughputOverride with PAY_PER_REQUEST, and an OnDemandThroughputOverride with PROVISIONED.
template <class T>
void check_throughput(T const& t, rule_context& in) {
    using modes = enumeration<decltype(T::billing_mode_override)>;
    auto const mode = enumerator(known<&T::billing_mode_override>(t, in));
    if (mode == modes::PAY_PER_REQUEST && known<&T::provisioned_throughput_override>(t, in))
        in.fail({wire_name<&T::provisioned_throughput_override>},
                "The restored table pays per request; leave out its provisioned throughput.");
    if (mode == modes::PROVISIONED && known<&T::on_demand_throughput_override>(t, in))
        in.fail({wire_name<&T::on_demand_throughput_override>},
                "The restored table is PROVISIONED; leave out its on-demand throughput.");
}

/// The rules of a request T with the overrides of a restore.
template <class T>
constexpr auto override_rules() {
    return std::array{enforce<check_throughput<T>, throughput_billing>()};
}

/// Reports a summary with neither SourceBackupArn nor SourceTableArn, and a SourceBackupArn of another table than
/// SourceTableArn.
template <class T>
void check_summary(T const& t, rule_context& in) {
    if (!in.knows(t.source_backup_arn, t.source_table_arn)) return;
    if (!t.source_backup_arn && !t.source_table_arn)
        in.fail({}, "Neither ", wire_name<&T::source_backup_arn>, " nor ", wire_name<&T::source_table_arn>,
                " is given; a restored table has a source.");
    if (!t.source_backup_arn || !t.source_table_arn) return;
    auto const backup = arn::read_backup(*t.source_backup_arn);
    auto const table = arn::read_table(*t.source_table_arn);
    if (backup && table && backup->table.name != table->name)
        in.fail(summary_table, {wire_name<&T::source_backup_arn>}, "This is a backup of the table ",
                backup->table.name, "; the table beside it is ", table->name, '.');
}

/// The rules of a shape T with `source_backup_arn` and `source_table_arn`.
template <class T>
constexpr auto summary_rules() {
    return std::array{enforce<check_summary<T>, summary_source, summary_table>()};
}

/// Reports a KMSMasterKeyId if Enabled is false.
template <class T>
void check_key(T const& t, rule_context& in) {
    auto const* const key = known<&T::kms_master_key_id>(t, in);
    auto const* const enabled = known<&T::enabled>(t, in);
    if (key && enabled && !*enabled)
        in.fail({wire_name<&T::kms_master_key_id>}, "Encryption by KMS is not enabled; no key is used.");
}

/// The rules of a shape T with `enabled`, `sse_type` and `kms_master_key_id`.
template <class T>
constexpr auto encryption_rules() {
    return std::array{enforce<table_settings::check_encryption_type<T>, table_settings::undocumented_type>(),
                      enforce<check_key<T>, unused_key>()};
}

/// All rules of this file, for the catalogue.
inline constexpr std::array all{&source,         &time,          &throughput_billing, &same_table,
                                &summary_source, &summary_table, &unused_key};

} // namespace dynabackup::restore
