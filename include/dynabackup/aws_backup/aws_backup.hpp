#pragma once
/// \file
/// The part of the AWS Backup API that shows recovery points and the jobs that create them.

#include <dynabackup/aws_backup/backup_job.hpp>
#include <dynabackup/aws_backup/backup_jobs.hpp>
#include <dynabackup/aws_backup/describe_recovery_point.hpp>
#include <dynabackup/aws_backup/dialect.hpp>
#include <dynabackup/aws_backup/enums.hpp>
#include <dynabackup/aws_backup/errors.hpp>
#include <dynabackup/aws_backup/exchange.hpp>
#include <dynabackup/aws_backup/limits.hpp>
#include <dynabackup/aws_backup/list_recovery_points.hpp>
#include <dynabackup/aws_backup/operation.hpp>
#include <dynabackup/aws_backup/parts.hpp>
#include <dynabackup/aws_backup/recovery_point.hpp>

#include <array>

namespace dynabackup::aws_backup {

/// The six operations, by name.
inline constexpr std::array operations{DescribeBackupJob,
                                       DescribeRecoveryPoint,
                                       ListBackupJobs,
                                       ListRecoveryPointsByBackupVault,
                                       ListRecoveryPointsByResource,
                                       StartBackupJob};

} // namespace dynabackup::aws_backup
