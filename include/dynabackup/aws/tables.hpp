#pragma once
/// \file
/// The part of the DynamoDB API other than backups: restores, continuous backups, exports, imports, and descriptions of
/// tables.

#include <dynabackup/aws/continuous_backups.hpp>
#include <dynabackup/aws/describe_table.hpp>
#include <dynabackup/aws/exports.hpp>
#include <dynabackup/aws/imports.hpp>
#include <dynabackup/aws/restore_table.hpp>

#include <array>

namespace dynabackup::aws {

/// The eleven operations, by name.
inline constexpr std::array table_operations{
    DescribeContinuousBackups,
    DescribeExport,
    DescribeImport,
    DescribeTable,
    ExportTableToPointInTime,
    ImportTable,
    ListExports,
    ListImports,
    RestoreTableFromBackup,
    RestoreTableToPointInTime,
    UpdateContinuousBackups,
};

} // namespace dynabackup::aws
