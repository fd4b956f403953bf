#pragma once
/// \file
/// What generating values of AWS Backup's shapes needs beyond their descriptions.

#include <dynabackup/aws_backup/aws_backup.hpp>
#include <dynabackup/testing/detail/shape_values.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <utility>

namespace dynabackup::testing::detail {

/// The name of the vault of all recovery points.
inline constexpr std::string_view vault = "Default";

/// Makes `arn:<partition>:backup:<region>:<account>:`.
inline std::string& begin_backup_arn(std::string& out, scene& s) {
    ((((out = s.table().arn.substr(0, s.table().arn.find(":dynamodb:"))) += ":backup:") += s.region().name) +=
     ':') += s.account();
    return out += ':';
}

/// Gives a recovery point or a job the vault, the resource and the times of the scene's backup.
template <class T>
void adjust_point(T& t, scene& s) {
    if (s.edition() < entered_on<&T::recovery_point_arn>) return;
    t.recovery_point_arn = s.backup().arn;
    t.resource_arn = s.table().arn;
    t.resource_type = "DynamoDB";
    t.backup_vault_name = std::string(vault);
    if (t.backup_vault_arn) (begin_backup_arn(*t.backup_vault_arn, s) += "backup-vault:") += vault;
    t.creation_date = s.backup().created;
    if (t.completion_date)
        t.completion_date = s.backup().created + std::chrono::seconds{s.random().between(1, 5000)};
}

/// Gives a recovery point a deletion in the future.
template <class T>
void adjust_life(T& t, scene& s) {
    if (!t.calculated_lifecycle) return;
    auto& life = *t.calculated_lifecycle;
    using life_type = std::remove_cvref_t<decltype(life)>;
    if (s.edition() < entered_on<&life_type::delete_at>) return;
    timestamp const now{s.now()};
    if (life.delete_at) life.delete_at = now + std::chrono::hours{s.random().between(100 * 24, 400 * 24)};
    if (life.move_to_cold_storage_at)
        life.move_to_cold_storage_at = now + std::chrono::hours{s.random().between(1, 24)};
}

inline void adjust(aws_backup::RecoveryPointByBackupVault& t, scene& s) {
    adjust_point(t, s);
    adjust_life(t, s);
}
inline void adjust(aws_backup::DescribeRecoveryPointOutput& t, scene& s) {
    adjust_point(t, s);
    adjust_life(t, s);
}
inline void adjust(aws_backup::RecoveryPointByResource& t, scene& s) {
    if (s.edition() < entered_on<&aws_backup::RecoveryPointByResource::recovery_point_arn>) return;
    t.recovery_point_arn = s.backup().arn;
    t.creation_date = s.backup().created;
    t.backup_vault_name = std::string(vault);
}
inline void adjust(aws_backup::BackupJob& t, scene& s) { adjust_point(t, s); }
inline void adjust(aws_backup::DescribeBackupJobOutput& t, scene& s) { adjust_point(t, s); }

inline void adjust(aws_backup::Lifecycle& life, scene& s) {
    if (life.move_to_cold_storage_after_days)
        life.move_to_cold_storage_after_days = s.random().between(1, 100);
    if (life.delete_after_days) life.delete_after_days = s.random().between(190, 3650);
}

inline void adjust(aws_backup::CalculatedLifecycle& life, scene&) {
    if (life.move_to_cold_storage_at && life.delete_at)
        life.delete_at = *life.move_to_cold_storage_at + std::chrono::hours{91 * 24};
}

inline void adjust(aws_backup::ListRecoveryPointsByBackupVaultOutput& page, scene&) {
    page.next_token.reset();
}
inline void adjust(aws_backup::ListRecoveryPointsByResourceOutput& page, scene&) { page.next_token.reset(); }

inline void adjust(aws_backup::ListRecoveryPointsByBackupVaultInput& t, scene&) {
    t.backup_vault_name = std::string(vault);
}
inline void adjust(aws_backup::ListRecoveryPointsByResourceInput& t, scene& s) {
    t.resource_arn = s.table().arn;
}
inline void adjust(aws_backup::DescribeRecoveryPointInput& t, scene& s) {
    t.backup_vault_name = std::string(vault);
    t.recovery_point_arn = s.backup().arn;
}
inline void adjust(aws_backup::ListBackupJobsInput& t, scene& s) {
    if (t.by_account_id) t.by_account_id = s.is_rare() ? "*" : s.account();
}
inline void adjust(aws_backup::StartBackupJobInput& t, scene& s) {
    t.backup_vault_name = std::string(vault);
    t.resource_arn = s.table().arn;
    if (t.start_window_minutes) t.start_window_minutes = s.random().log_between(60, 52'560'000);
    if (t.complete_window_minutes) t.complete_window_minutes = s.random().log_between(60, 52'560'000);
}
inline void adjust(aws_backup::StartBackupJobOutput& t, scene& s) {
    if (s.edition() < entered_on<&aws_backup::StartBackupJobOutput::recovery_point_arn>) return;
    t.recovery_point_arn = s.backup().arn;
}

/// The shapes. Kept are the members by which a document is recognised, or that a rule needs.
inline constexpr std::array backup_shapes{
    values_of<aws_backup::RecoveryPointByBackupVault>(
        bits_of<&aws_backup::RecoveryPointByBackupVault::status>),
    values_of<aws_backup::RecoveryPointByResource>(
        bits_of<&aws_backup::RecoveryPointByResource::status,
                &aws_backup::RecoveryPointByResource::backup_size_bytes>),
    values_of<aws_backup::DescribeRecoveryPointOutput>(
        bits_of<&aws_backup::DescribeRecoveryPointOutput::status>),
    values_of<aws_backup::ListRecoveryPointsByBackupVaultOutput>(
        bits_of<&aws_backup::ListRecoveryPointsByBackupVaultOutput::recovery_points>),
    values_of<aws_backup::ListRecoveryPointsByResourceOutput>(
        bits_of<&aws_backup::ListRecoveryPointsByResourceOutput::recovery_points>),
    values_of<aws_backup::ListRecoveryPointsByBackupVaultInput>(
        bits_of<&aws_backup::ListRecoveryPointsByBackupVaultInput::by_created_after>),
    values_of<aws_backup::ListRecoveryPointsByResourceInput>(),
    values_of<aws_backup::DescribeRecoveryPointInput>(),
    values_of<aws_backup::BackupJob>(
        bits_of<&aws_backup::BackupJob::backup_job_id, &aws_backup::BackupJob::state>),
    values_of<aws_backup::DescribeBackupJobOutput>(
        bits_of<&aws_backup::DescribeBackupJobOutput::backup_job_id,
                &aws_backup::DescribeBackupJobOutput::state>),
    values_of<aws_backup::ListBackupJobsOutput>(bits_of<&aws_backup::ListBackupJobsOutput::backup_jobs>),
    values_of<aws_backup::ListBackupJobsInput>(bits_of<&aws_backup::ListBackupJobsInput::by_state>),
    values_of<aws_backup::StartBackupJobInput>(),
    values_of<aws_backup::StartBackupJobOutput>(bits_of<&aws_backup::StartBackupJobOutput::backup_job_id>),
    values_of<aws_backup::Lifecycle>(),
    values_of<aws_backup::CalculatedLifecycle>(),
};

/// The texts, by their simple shapes.
inline constexpr std::array backup_texts{
    text_values{&aws_backup::simple::AccountId, [](std::string& out, scene& s) { out = s.account(); }},
    text_values{&aws_backup::simple::ARN, [](std::string& out, scene& s) { s.name_kms_key(out); }},
    text_values{&aws_backup::simple::IAMRoleArn,
                [](std::string& out, scene& s) {
                    ((out = "arn:aws:iam::") += s.account()) +=
                        ":role/service-role/AWSBackupDefaultServiceRole";
                }},
    text_values{&aws_backup::simple::ResourceType, [](std::string& out, scene&) { out = "DynamoDB"; }},
    text_values{&aws_backup::simple::BackupVaultName, [](std::string& out, scene&) { out = vault; }},
};

} // namespace dynabackup::testing::detail
