#pragma once
/// \file
/// The simple shapes of the AWS Backup API that its recovery points and jobs reach, with their limits, and the days on
/// which the limits changed. Source: the service's own model, version 2018-11-15, as it was on each day.

#include <dynabackup/detail/util/characters.hpp>
#include <dynabackup/model/simple_shape.hpp>

#include <string_view>

namespace dynabackup::aws_backup::simple {

namespace patterns {

/// 1 to 50 ASCII letters, digits, `-`, `_`, `.`: types of resources; names of vaults until 2020-09-23.
inline constexpr pattern resource_type{R"(^[a-zA-Z0-9\-\_\.]{1,50}$)", [](std::string_view text) {
                                           return text.size() <= 50 &&
                                                  characters::consists_of<characters::name>(text);
                                       }};
/// 2 to 50 ASCII letters, digits, `-`, `_`: names of vaults.
inline constexpr pattern vault_name{R"(^[a-zA-Z0-9\-\_]{2,50}$)", [](std::string_view text) {
                                        return text.size() >= 2 && text.size() <= 50 &&
                                               characters::consists_of<characters::name>(text) &&
                                               text.find('.') == text.npos;
                                    }};
/// An account: twelve digits.
inline constexpr pattern account{R"(^[0-9]{12}$)", [](std::string_view text) {
                                     return text.size() == 12 &&
                                            text.find_first_not_of("0123456789") == text.npos;
                                 }};

} // namespace patterns

using enum simple_type;

// ---- values without limits ----

/// Any text.
inline constexpr simple_shape String{"string", string, {.since = edition::v2019_01_16}};

/// A point in time.
inline constexpr simple_shape Timestamp{"timestamp", time, {.since = edition::v2019_01_16}};

/// A truth value.
inline constexpr simple_shape boolean_{"boolean", boolean, {.since = edition::v2019_01_16}};

/// A truth value.
inline constexpr simple_shape Boolean{"Boolean", boolean, {.since = edition::v2023_11_27}};

/// Any 64-bit number.
inline constexpr simple_shape Long{"Long", long_, {.since = edition::v2019_01_16}};

/// Minutes. The documentation states limits that the model lacks: see `backup-job.window`.
inline constexpr simple_shape WindowMinutes{"WindowMinutes", long_, {.since = edition::v2019_01_16}};

// ---- what is backed up, and where ----

/// An Amazon Resource Name of any service.
inline constexpr simple_shape ARN{"ARN", string, {.since = edition::v2019_01_16}};

/// The Amazon Resource Name of a role.
inline constexpr simple_shape IAMRoleArn{"IAMRoleArn", string, {.since = edition::v2019_01_16}};

/// An account.
inline constexpr simple_shape AccountId{
    "AccountId", string, {.since = edition::v2020_06_24, .pattern = &patterns::account}};

/// The type of a resource: `DynamoDB` for a table.
inline constexpr simple_shape ResourceType{
    "ResourceType", string, {.since = edition::v2019_01_16, .pattern = &patterns::resource_type}};

/// The name of a vault.
inline constexpr simple_shape BackupVaultName{
    "BackupVaultName",
    string,
    {.since = edition::v2019_01_16, .pattern = &patterns::resource_type},
    {.since = edition::v2020_09_23, .pattern = &patterns::vault_name}};

// ---- lists and maps ----

/// The most entries that one page may hold.
inline constexpr simple_shape MaxResults{
    "MaxResults", integer, {.since = edition::v2019_01_16, .min = 1, .max = 1000}};

/// One page of the recovery points of a vault.
inline constexpr simple_shape RecoveryPointByBackupVaultList{
    "RecoveryPointByBackupVaultList", list, {.since = edition::v2019_01_16}};

/// One page of the recovery points of a resource.
inline constexpr simple_shape RecoveryPointByResourceList{
    "RecoveryPointByResourceList", list, {.since = edition::v2019_01_16}};

/// One page of jobs.
inline constexpr simple_shape BackupJobsList{"BackupJobsList", list, {.since = edition::v2019_01_16}};

/// What a scan found.
inline constexpr simple_shape ScanFindings{"ScanFindings", list, {.since = edition::v2025_11_19}};

/// The scans of a recovery point.
inline constexpr simple_shape ScanResults{
    "ScanResults", list, {.since = edition::v2025_11_19, .min = 0, .max = 5}};

/// Options of a job, by name.
inline constexpr simple_shape BackupOptions{"BackupOptions", map, {.since = edition::v2020_09_23}};

/// Tags, by key.
inline constexpr simple_shape Tags{"Tags", map, {.since = edition::v2019_01_16}};

/// The number of child jobs in each state, by the name of the state.
inline constexpr simple_shape BackupJobChildJobsInState{
    "BackupJobChildJobsInState", map, {.since = edition::v2022_11_28}};

} // namespace dynabackup::aws_backup::simple
