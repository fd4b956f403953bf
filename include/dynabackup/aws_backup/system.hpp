#pragma once
/// \file
/// AWS Backup's shapes, and how its documents are recognised.

#include <dynabackup/aws/table_features.hpp>
#include <dynabackup/aws_backup/aws_backup.hpp>
#include <dynabackup/model/sync_names.hpp>
#include <dynabackup/model/system.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

namespace dynabackup::aws_backup {

namespace detail {

/// What the members of a document show about its shape.
enum clue : std::uint32_t {
    points = 1 << 0,
    points_of_resource = 1 << 1,
    point = 1 << 2,
    vault = 1 << 3,
    state = 1 << 4,
    size_of_resource = 1 << 5,
    jobs = 1 << 6,
    job = 1 << 7,
    job_state = 1 << 8,
    resource = 1 << 9,
    role = 1 << 10,
    filter = 1 << 11,
};

/// The tables of this system. A template, so that only their users compile all shapes.
template <class Lazy>
struct tables {
    using by_vault = lazily<Lazy, RecoveryPointByBackupVault>;
    using by_resource = lazily<Lazy, RecoveryPointByResource>;
    using in_full = lazily<Lazy, BackupJob>;
    using vault_filter = lazily<Lazy, ListRecoveryPointsByBackupVaultInput>;
    using job_filter = lazily<Lazy, ListBackupJobsInput>;

    static constexpr std::array clues{
        document_clue{wire_name<&lazily<Lazy, ListRecoveryPointsByBackupVaultOutput>::recovery_points>,
                      points},
        document_clue{wire_name<&lazily<Lazy, ListRecoveryPointsByResourceOutput>::recovery_points>,
                      points_of_resource, wire_name<&by_resource::backup_size_bytes>},
        document_clue{wire_name<&by_vault::recovery_point_arn>, point},
        document_clue{wire_name<&by_vault::backup_vault_name>, vault},
        document_clue{wire_name<&by_vault::backup_vault_arn>, vault | state},
        document_clue{wire_name<&by_vault::status>, state},
        document_clue{wire_name<&by_vault::creation_date>, state},
        document_clue{wire_name<&by_vault::resource_type>, state},
        document_clue{wire_name<&by_vault::backup_size_in_bytes>, state},
        document_clue{wire_name<&by_resource::backup_size_bytes>, size_of_resource},
        document_clue{wire_name<&lazily<Lazy, ListBackupJobsOutput>::backup_jobs>, jobs},
        document_clue{wire_name<&in_full::backup_job_id>, job},
        document_clue{wire_name<&in_full::state>, job_state},
        document_clue{wire_name<&by_vault::resource_arn>, resource | state},
        document_clue{wire_name<&by_vault::iam_role_arn>, role | state},
        document_clue{wire_name<&vault_filter::by_resource_arn>, filter},
        document_clue{wire_name<&vault_filter::by_resource_type>, filter},
        document_clue{wire_name<&vault_filter::by_created_before>, filter},
        document_clue{wire_name<&vault_filter::by_created_after>, filter},
        document_clue{wire_name<&job_filter::by_state>, filter},
        document_clue{wire_name<&job_filter::by_backup_vault_name>, filter},
    };

    static constexpr std::array documents{
        document_type{.clues = points | points_of_resource,
                      .shape = &shape_rules_of<lazily<Lazy, ListRecoveryPointsByResourceOutput>>,
                      .is_list = true},
        document_type{.clues = points,
                      .shape = &shape_rules_of<lazily<Lazy, ListRecoveryPointsByBackupVaultOutput>>,
                      .is_list = true},
        document_type{jobs, &shape_rules_of<lazily<Lazy, ListBackupJobsOutput>>},
        document_type{job | job_state, &shape_rules_of<lazily<Lazy, DescribeBackupJobOutput>>},
        document_type{job | point, &shape_rules_of<lazily<Lazy, StartBackupJobOutput>>},
        document_type{job, &shape_rules_of<lazily<Lazy, DescribeBackupJobInput>>},
        document_type{point | size_of_resource, &shape_rules_of<by_resource>},
        document_type{point | state, &shape_rules_of<lazily<Lazy, DescribeRecoveryPointOutput>>},
        document_type{point | vault, &shape_rules_of<lazily<Lazy, DescribeRecoveryPointInput>>},
        document_type{point, &shape_rules_of<lazily<Lazy, DescribeRecoveryPointOutput>>},
        document_type{vault | resource | role, &shape_rules_of<lazily<Lazy, StartBackupJobInput>>},
        document_type{vault | filter, &shape_rules_of<vault_filter>},
        document_type{filter, &shape_rules_of<job_filter>},
    };

    /// Excludes Status, because the encryption of a table also has it.
    static constexpr name_set sync_names = make_sync_names<Lazy>(
        shape_list<RecoveryPointByBackupVault, RecoveryPointByResource, DescribeRecoveryPointOutput,
                   ListRecoveryPointsByBackupVaultOutput, ListBackupJobsOutput, DescribeBackupJobOutput,
                   StartBackupJobInput, ListRecoveryPointsByBackupVaultInput, ListBackupJobsInput>{},
        shape_list<CalculatedLifecycle, Lifecycle, RecoveryPointCreator, AggregatedScanResult, ScanResult,
                   aws::SSEDescription>{});
    static constexpr std::array shapes = dynabackup::detail::list_shapes<Lazy>(
        shape_list<AggregatedScanResult, BackupJob, CalculatedLifecycle, DependencyFailureException,
                   DescribeBackupJobInput, DescribeBackupJobOutput, DescribeRecoveryPointInput,
                   DescribeRecoveryPointOutput, InvalidParameterValueException, InvalidRequestException,
                   Lifecycle, LimitExceededException, ListBackupJobsInput, ListBackupJobsOutput,
                   ListRecoveryPointsByBackupVaultInput, ListRecoveryPointsByBackupVaultOutput,
                   ListRecoveryPointsByResourceInput, ListRecoveryPointsByResourceOutput,
                   MissingParameterValueException, RecoveryPointByBackupVault, RecoveryPointByResource,
                   RecoveryPointCreator, ResourceNotFoundException, ScanResult, ServiceUnavailableException,
                   StartBackupJobInput, StartBackupJobOutput>{});
};

} // namespace detail

/// The shapes and documents of AWS Backup's recovery points and jobs.
template <class Lazy = void>
inline constexpr system_table system{
    .name = "aws_backup",
    .shapes = detail::tables<Lazy>::shapes,
    .clues = detail::tables<Lazy>::clues,
    .documents = detail::tables<Lazy>::documents,
    .sync_names = detail::tables<Lazy>::sync_names,
    .exchanges = exchanges<Lazy>,
};

} // namespace dynabackup::aws_backup
