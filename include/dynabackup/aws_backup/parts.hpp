#pragma once
/// \file
/// The parts of recovery points and jobs: their lifecycle, their makers, their scans.

#include <dynabackup/aws_backup/dialect.hpp>
#include <dynabackup/aws_backup/enums.hpp>
#include <dynabackup/aws_backup/limits.hpp>
#include <dynabackup/rules/recovery_point.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws_backup {

/// The number of days after which a recovery point moves to cold storage, and after which it is deleted; -1: never.
struct Lifecycle {
    std::optional<std::int64_t> move_to_cold_storage_after_days{}; ///< days after its creation
    /// In days after its creation, at least 90 days after its move.
    std::optional<std::int64_t> delete_after_days{};
    /// Whether it moves to the archive tier; since 2023-11-27.
    std::optional<bool> opt_in_to_archive_for_supported_resources{};
    /// An event that deletes it earlier; not in requests; since 2025-11-17.
    std::optional<open_enum<LifecycleDeleteAfterEvent>> delete_after_event{};
};
BOOST_DESCRIBE_STRUCT(Lifecycle, (),
                      (move_to_cold_storage_after_days, delete_after_days,
                       opt_in_to_archive_for_supported_resources, delete_after_event))

template <std::same_as<Lifecycle> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::move_to_cold_storage_after_days>(simple::Long).since(edition::v2019_01_16),
        describe<&T::delete_after_days>(simple::Long).since(edition::v2019_01_16),
        describe<&T::opt_in_to_archive_for_supported_resources>(simple::Boolean).since(edition::v2023_11_27),
        describe<&T::delete_after_event>().since(edition::v2025_11_17),
    };
}

template <std::same_as<Lifecycle> T>
constexpr auto rules(std::type_identity<T>) {
    return recovery_point::lifecycle_rules<T>();
}

/// When a recovery point moves to cold storage and is deleted.
struct CalculatedLifecycle {
    std::optional<timestamp> move_to_cold_storage_at{}; ///< when it moves
    std::optional<timestamp> delete_at{};               ///< when it is deleted
};
BOOST_DESCRIBE_STRUCT(CalculatedLifecycle, (), (move_to_cold_storage_at, delete_at))

template <std::same_as<CalculatedLifecycle> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::move_to_cold_storage_at>(simple::Timestamp).since(edition::v2019_01_16),
        describe<&T::delete_at>(simple::Timestamp).since(edition::v2019_01_16),
    };
}

/// The plan and the rule that created a recovery point.
struct RecoveryPointCreator {
    std::optional<std::string> backup_plan_id{};       ///< of the plan
    std::optional<std::string> backup_plan_arn{};      ///< of the plan
    std::optional<std::string> backup_plan_name{};     ///< of the plan; since 2025-10-14
    std::optional<std::string> backup_plan_version{};  ///< of the plan; at most 1024 bytes
    std::optional<std::string> backup_rule_id{};       ///< of the rule
    std::optional<std::string> backup_rule_name{};     ///< of the rule; since 2025-10-14
    std::optional<std::string> backup_rule_cron{};     ///< the schedule of the rule; since 2025-10-14
    std::optional<std::string> backup_rule_timezone{}; ///< the time zone of the schedule; since 2025-10-14
};
BOOST_DESCRIBE_STRUCT(RecoveryPointCreator, (),
                      (backup_plan_id, backup_plan_arn, backup_plan_name, backup_plan_version, backup_rule_id,
                       backup_rule_name, backup_rule_cron, backup_rule_timezone))

template <std::same_as<RecoveryPointCreator> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::backup_plan_id>(simple::String).since(edition::v2019_01_16),
        describe<&T::backup_plan_arn>(simple::ARN).since(edition::v2019_01_16),
        describe<&T::backup_plan_name>(simple::String).since(edition::v2025_10_14),
        describe<&T::backup_plan_version>(simple::String).since(edition::v2019_01_16),
        describe<&T::backup_rule_id>(simple::String).since(edition::v2019_01_16),
        describe<&T::backup_rule_name>(simple::String).since(edition::v2025_10_14),
        describe<&T::backup_rule_cron>(simple::String).since(edition::v2025_10_14),
        describe<&T::backup_rule_timezone>(simple::String).since(edition::v2025_10_14),
    };
}

/// The findings of all scans of a recovery point.
struct AggregatedScanResult {
    std::optional<bool> failed_scan{};                             ///< whether one of them failed
    std::optional<std::vector<open_enum<ScanFinding>>> findings{}; ///< the findings of all scans
    std::optional<timestamp> last_computed{};                      ///< when this summary was computed
};
BOOST_DESCRIBE_STRUCT(AggregatedScanResult, (), (failed_scan, findings, last_computed))

template <std::same_as<AggregatedScanResult> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::failed_scan>(simple::Boolean).since(edition::v2025_11_19),
        describe<&T::findings>(simple::ScanFindings).since(edition::v2025_11_19),
        describe<&T::last_computed>(simple::Timestamp).since(edition::v2025_11_19),
    };
}

/// One scan of a recovery point.
struct ScanResult {
    std::optional<open_enum<MalwareScanner>> malware_scanner{};    ///< the scanner
    std::optional<open_enum<ScanJobState>> scan_job_state{};       ///< how the scan ended
    std::optional<timestamp> last_scan_timestamp{};                ///< when the scan was
    std::optional<std::vector<open_enum<ScanFinding>>> findings{}; ///< its findings
};
BOOST_DESCRIBE_STRUCT(ScanResult, (), (malware_scanner, scan_job_state, last_scan_timestamp, findings))

template <std::same_as<ScanResult> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::malware_scanner>().since(edition::v2025_11_19),
        describe<&T::scan_job_state>().since(edition::v2025_11_19),
        describe<&T::last_scan_timestamp>(simple::Timestamp).since(edition::v2025_11_19),
        describe<&T::findings>(simple::ScanFindings).since(edition::v2025_11_19),
    };
}

} // namespace dynabackup::aws_backup
