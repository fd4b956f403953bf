#pragma once
/// \file
/// The whole backup part of the DynamoDB API.

#include <dynabackup/aws/backup_description.hpp>
#include <dynabackup/aws/backup_details.hpp>
#include <dynabackup/aws/backup_summary.hpp>
#include <dynabackup/aws/create_backup.hpp>
#include <dynabackup/aws/delete_backup.hpp>
#include <dynabackup/aws/describe_backup.hpp>
#include <dynabackup/aws/dialect.hpp>
#include <dynabackup/aws/enums.hpp>
#include <dynabackup/aws/errors.hpp>
#include <dynabackup/aws/exchange.hpp>
#include <dynabackup/aws/indexes.hpp>
#include <dynabackup/aws/key_schema.hpp>
#include <dynabackup/aws/limits.hpp>
#include <dynabackup/aws/list_backups.hpp>
#include <dynabackup/aws/operation.hpp>
#include <dynabackup/aws/projection.hpp>
#include <dynabackup/aws/source_table_details.hpp>
#include <dynabackup/aws/table_features.hpp>
#include <dynabackup/aws/throughput.hpp>
#include <dynabackup/aws/vector_index.hpp>

#include <array>

namespace dynabackup::aws {

/// The four operations, by name.
inline constexpr std::array operations{CreateBackup, DeleteBackup, DescribeBackup, ListBackups};

} // namespace dynabackup::aws
