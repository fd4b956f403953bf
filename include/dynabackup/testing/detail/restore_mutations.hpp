#pragma once
/// \file
/// Breaks the rules on restores, on point-in-time recovery and on descriptions of tables.

#include <dynabackup/aws/table_exchange.hpp>
#include <dynabackup/rules/described_table.hpp>
#include <dynabackup/rules/recovery.hpp>
#include <dynabackup/rules/restore.hpp>
#include <dynabackup/testing/detail/backup_mutations.hpp>
#include <dynabackup/testing/detail/mutation.hpp>
#include <dynabackup/testing/detail/tables.hpp>

#include <array>
#include <chrono>
#include <string>
#include <utility>

namespace dynabackup::testing::detail {

using recovery_answer = aws::DescribeContinuousBackupsOutput;
using restore_answer = aws::RestoreTableFromBackupOutput;

/// Switches point-in-time recovery on, with restorable times that agree.
inline aws::PointInTimeRecoveryDescription& switch_on(recovery_answer& answer, scene& s) {
    auto& points = answer.continuous_backups_description->point_in_time_recovery_description;
    auto& p = points ? *points : points.emplace();
    p.point_in_time_recovery_status = aws::PointInTimeRecoveryStatus::ENABLED;
    adjust(p, s);
    return p;
}

/// Breaks a rule in a description with point-in-time recovery switched on: `change(points, scene)`.
template <class Change>
constexpr model_mutation in_recovery(rule const& r, Change) {
    return breaks(r, [](recovery_answer& answer, scene& s) { return Change{}(switch_on(answer, s), s); });
}

/// Breaks a rule in the source of a restored table: `change(summary, scene)`.
template <class Change>
constexpr model_mutation in_summary(rule const& r, Change) {
    return breaks(r, [](restore_answer& answer, scene& s) {
        auto& summary = answer.table_description->restore_summary;
        if (!summary) {
            summary.emplace();
            adjust(*summary, s);
        }
        return Change{}(*summary, s);
    });
}

/// Creates an index of a backup, and the same index for its restore.
inline std::pair<aws::GlobalSecondaryIndexInfo*, aws::GlobalSecondaryIndex*>
keep_index(description& backup, aws::RestoreTableFromBackupInput& request, scene& s) {
    request = {};
    request.target_table_name = s.table().name + "-restored";
    request.backup_arn = details_of(backup).backup_arn;
    auto& backed = features_of(backup).global_secondary_indexes;
    if (!backed || backed->empty()) return {};
    auto& info = backed->front();
    if (!info.index_name || !info.key_schema || !info.projection || !info.projection->projection_type)
        return {};
    auto& kept = request.global_secondary_index_override.emplace().emplace_back();
    kept.index_name = *info.index_name;
    kept.key_schema = *info.key_schema;
    kept.projection = *info.projection;
    return {&info, &kept};
}

inline constexpr std::array restore_mutations{
    in_recovery(
        recovery::restorable_times,
        [](aws::PointInTimeRecoveryDescription& p, scene& s) {
            (s.random().one_in(2) ? p.earliest_restorable_date_time : p.latest_restorable_date_time).reset();
            return true;
        }),
    in_recovery(recovery::time_order,
                [](aws::PointInTimeRecoveryDescription& p, scene& s) {
                    *p.earliest_restorable_date_time =
                        *p.latest_restorable_date_time + draw_span(s, date::days{30});
                    return true;
                }),
    in_recovery(recovery::period,
                [](aws::PointInTimeRecoveryDescription& p, scene& s) {
                    auto const days =
                        date::days{p.recovery_period_in_days.value_or(recovery::default_period)};
                    *p.earliest_restorable_date_time = *p.latest_restorable_date_time - days -
                                                       recovery::period_tolerance -
                                                       draw_span(s, date::days{30});
                    return true;
                }),
    breaks(recovery::needs_backups,
           [](recovery_answer& answer, scene& s) {
               switch_on(answer, s);
               answer.continuous_backups_description->continuous_backups_status =
                   aws::ContinuousBackupsStatus::DISABLED;
               return true;
           }),
    breaks(
        exchange::recovery_echo,
        [](aws::UpdateContinuousBackupsInput& request, aws::UpdateContinuousBackupsOutput& answer, scene& s) {
            auto& points = answer.continuous_backups_description->point_in_time_recovery_description;
            if (!points || !points->point_in_time_recovery_status) return false;
            auto& asked = request.point_in_time_recovery_specification;
            asked.recovery_period_in_days.reset();
            asked.point_in_time_recovery_enabled =
                *points->point_in_time_recovery_status != aws::PointInTimeRecoveryStatus::ENABLED;
            request.table_name = s.table().name;
            return true;
        }),
    breaks(restore::source,
           [](aws::RestoreTableToPointInTimeInput& request, scene&) {
               request.source_table_name.reset();
               request.source_table_arn.reset();
               return true;
           }),
    breaks(restore::time,
           [](aws::RestoreTableToPointInTimeInput& request, scene& s) {
               request.restore_date_time.reset();
               request.use_latest_restorable_time.reset();
               if (s.random().one_in(2)) return true;
               request.restore_date_time = s.backup().created;
               request.use_latest_restorable_time = true;
               return true;
           }),
    breaks(restore::same_table,
           [](aws::RestoreTableToPointInTimeInput& request, scene& s) {
               request.source_table_name = request.target_table_name = s.table().name;
               return true;
           }),
    breaks(restore::throughput_billing,
           [](aws::RestoreTableFromBackupInput& request, scene& s) {
               request.on_demand_throughput_override.reset();
               request.billing_mode_override = aws::BillingMode::PAY_PER_REQUEST;
               auto& units = request.provisioned_throughput_override.emplace();
               units.read_capacity_units = s.random().between(1, 100);
               units.write_capacity_units = s.random().between(1, 100);
               return true;
           }),
    in_summary(restore::summary_source,
               [](aws::RestoreSummary& summary, scene&) {
                   summary.source_backup_arn.reset();
                   summary.source_table_arn.reset();
                   return true;
               }),
    in_summary(restore::summary_table,
               [](aws::RestoreSummary& summary, scene&) {
                   if (!summary.source_backup_arn) return false;
                   *summary.source_table_arn += "-old";
                   return true;
               }),
    breaks(restore::unused_key,
           [](aws::RestoreTableFromBackupInput& request, scene& s) {
               auto& sse = request.sse_specification_override.emplace();
               sse.enabled = false;
               s.name_kms_key(sse.kms_master_key_id.emplace());
               return true;
           }),
    breaks(exchange::restore_echo,
           [](aws::RestoreTableFromBackupInput& request, restore_answer& answer, scene& s) {
               answer.table_description->restore_summary.reset();
               (request.target_table_name = *answer.table_description->table_name) += '-';
               request.target_table_name += s.random().pick(words::stages);
               return true;
           }),
    breaks(exchange::unknown_index,
           [](description& backup, aws::RestoreTableFromBackupInput& request, scene& s) {
               auto const [info, kept] = keep_index(backup, request, s);
               if (kept) kept->index_name += "-new";
               return kept != nullptr;
           }),
    breaks(exchange::changed_index,
           [](description& backup, aws::RestoreTableFromBackupInput& request, scene& s) {
               auto const [info, kept] = keep_index(backup, request, s);
               if (kept) kept->key_schema.front().attribute_name += "-2";
               return kept != nullptr;
           }),
    breaks(exchange::another_backup,
           [](description& backup, aws::RestoreTableFromBackupInput& request, scene& s) {
               request = {};
               request.target_table_name = s.table().name;
               request.backup_arn = details_of(backup).backup_arn;
               char& last = request.backup_arn.back(); // a hexadecimal digit
               last = last == '0' ? '1' : '0';
               return true;
           }),
    breaks(exchange::outside_recovery,
           [](recovery_answer& backups, aws::RestoreTableToPointInTimeInput& request, scene& s) {
               auto const& points = switch_on(backups, s);
               request.use_latest_restorable_time.reset();
               request.restore_date_time =
                   s.random().one_in(2) ? *points.earliest_restorable_date_time - draw_span(s, date::days{9})
                                        : *points.latest_restorable_date_time + draw_span(s, date::days{9});
               return true;
           }),
    breaks(described_table::attribute_definitions,
           [](restore_answer& answer, scene& s) {
               auto& defined = *answer.table_description->attribute_definitions;
               defined.erase(defined.begin());
               auto const& t = *answer.table_description;
               auto const name =
                   std::string(scene::key(s.table().keys)); // the partition key, which indexes may share
               auto const uses = [&](auto const& indexes) {
                   if (!indexes) return false;
                   for (auto const& index : *indexes)
                       for (auto const& e : *index.key_schema)
                           if (e.attribute_name == name) return true;
                   return false;
               };
               return !uses(t.local_secondary_indexes) && !uses(t.global_secondary_indexes);
           }),
    breaks(exchange::table_echo,
           [](aws::DescribeTableInput& request, aws::DescribeTableOutput& answer, scene& s) {
               ((request.table_name = *answer.table->table_name) += '-') += s.random().pick(words::stages);
               return true;
           }),
};

} // namespace dynabackup::testing::detail
