#pragma once
/// \file
/// The rules that a request about a table, its exports or its imports sets for its response, and the rules that a backup
/// or a table sets for a request to restore it. aws/table_exchange.hpp and aws/transfer_exchange.hpp make them.

#include <dynabackup/model/rule.hpp>
#include <dynabackup/rules/export_call.hpp>
#include <dynabackup/rules/restore.hpp>

#include <array>

namespace dynabackup::exchange {

inline constexpr rule table_echo{
    "describe-table.echo",
    severity::error,
    edition::v2017_11_29,
    "The response to DescribeTable shows the table of the request.",
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTable.html",
    {R"({"TableName":"Songs"}
{"Table":{"TableName":"Albums","TableStatus":"ACTIVE"}})",
     R"({"TableName":"Songs"}
{"Table":{"TableName":"Songs","TableStatus":"ACTIVE"}})"}};
inline constexpr rule restore_echo{
    "restore.echo",
    severity::error,
    edition::v2017_11_29,
    "The response to a restore shows the new table, with the name, the source and the time of the request.",
    restore::cite::from_backup,
    {R"({"TargetTableName":"Songs-2","BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d"}
{"TableDescription":{"TableName":"Songs","TableStatus":"CREATING"}})",
     R"({"TargetTableName":"Songs-2","BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d"}
{"TableDescription":{"TableName":"Songs-2","TableStatus":"CREATING"}})"}};
inline constexpr rule unknown_index{
    "restore.unknown-index",
    severity::error,
    edition::v2019_11_12,
    "A restore may leave out indexes of the backup, but adds none.",
    restore::cite::from_backup,
    {R"({"BackupDescription":{"SourceTableFeatureDetails":{"GlobalSecondaryIndexes":[{"IndexName":"ByYear"}]}}}
{"TargetTableName":"Songs-2","BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","GlobalSecondaryIndexOverride":[{"IndexName":"ByLabel","KeySchema":[{"AttributeName":"Label","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}]})",
     R"({"BackupDescription":{"SourceTableFeatureDetails":{"GlobalSecondaryIndexes":[{"IndexName":"ByYear"}]}}}
{"TargetTableName":"Songs-2","BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","GlobalSecondaryIndexOverride":[{"IndexName":"ByYear","KeySchema":[{"AttributeName":"Year","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}]})"}};
inline constexpr rule changed_index{
    "restore.changed-index",
    severity::error,
    edition::v2019_11_12,
    "An index that a restore keeps has the keys and the projection that it has in the backup.",
    restore::cite::from_backup,
    {R"({"BackupDescription":{"SourceTableFeatureDetails":{"GlobalSecondaryIndexes":[{"IndexName":"ByYear","KeySchema":[{"AttributeName":"Year","KeyType":"HASH"}]}]}}}
{"TargetTableName":"Songs-2","BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","GlobalSecondaryIndexOverride":[{"IndexName":"ByYear","KeySchema":[{"AttributeName":"Label","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}]})",
     R"({"BackupDescription":{"SourceTableFeatureDetails":{"GlobalSecondaryIndexes":[{"IndexName":"ByYear","KeySchema":[{"AttributeName":"Year","KeyType":"HASH"}]}]}}}
{"TargetTableName":"Songs-2","BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","GlobalSecondaryIndexOverride":[{"IndexName":"ByYear","KeySchema":[{"AttributeName":"Year","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}]})"}};
inline constexpr rule another_backup{
    "restore.another-backup",
    severity::error,
    edition::v2017_11_29,
    "A restore names the backup that it is compared with.",
    restore::cite::from_backup,
    {R"({"BackupDescription":{"BackupDetails":{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","BackupName":"weekly","BackupStatus":"AVAILABLE","BackupType":"USER","BackupCreationDateTime":1700000000}}}
{"TargetTableName":"Songs-2","BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-5e6f7a8b"})",
     R"({"BackupDescription":{"BackupDetails":{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","BackupName":"weekly","BackupStatus":"AVAILABLE","BackupType":"USER","BackupCreationDateTime":1700000000}}}
{"TargetTableName":"Songs-2","BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d"})"}};
inline constexpr rule outside_recovery{
    "restore.outside-recovery",
    severity::error,
    edition::v2018_03_26,
    "A table is restored to a point in time between its earliest and its latest restorable time.",
    restore::cite::to_point_in_time,
    {R"({"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"ENABLED","EarliestRestorableDateTime":1717200000,"LatestRestorableDateTime":1717286400}}}
{"SourceTableName":"Songs","TargetTableName":"Songs-2","RestoreDateTime":1717286401})",
     R"({"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"ENABLED","EarliestRestorableDateTime":1717200000,"LatestRestorableDateTime":1717286400}}}
{"SourceTableName":"Songs","TargetTableName":"Songs-2","RestoreDateTime":1717286400})"}};
inline constexpr rule recovery_echo{
    "pitr.echo",
    severity::error,
    edition::v2018_03_26,
    "The response to UpdateContinuousBackups has the state and the recovery period of the request.",
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateContinuousBackups.html",
    {R"({"TableName":"Songs","PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true}}
{"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"DISABLED"}}})",
     R"({"TableName":"Songs","PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":false}}
{"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"DISABLED"}}})"}};
inline constexpr rule export_echo{
    "table-export.echo",
    severity::error,
    edition::v2020_11_09,
    "The response to an operation on exports shows the export of the request.",
    export_call::cite::request,
    {R"({"TableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","S3Bucket":"exports"}
{"ExportDescription":{"S3Bucket":"archive"}})",
     R"({"TableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","S3Bucket":"exports"}
{"ExportDescription":{"S3Bucket":"exports"}})"}};
inline constexpr rule export_limit{
    "table-export.limit",
    severity::error,
    edition::v2020_11_09,
    "A page has no more exports than the request's MaxResults; without MaxResults, no more than 25.",
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListExports.html",
    {R"({"MaxResults":1}
{"ExportSummaries":[{"ExportStatus":"COMPLETED"},{"ExportStatus":"FAILED"}]})",
     R"({"MaxResults":2}
{"ExportSummaries":[{"ExportStatus":"COMPLETED"},{"ExportStatus":"FAILED"}]})"}};
inline constexpr rule import_echo{
    "table-import.echo",
    severity::error,
    edition::v2022_08_18,
    "The response to an operation on imports shows the import of the request.",
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeImport.html",
    {R"({"ImportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/import/01700000000000-1a2b3c4d"}
{"ImportTableDescription":{"ImportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/import/01700000000000-5e6f7a8b"}})",
     R"({"ImportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/import/01700000000000-1a2b3c4d"}
{"ImportTableDescription":{"ImportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/import/01700000000000-1a2b3c4d"}})"}};
inline constexpr rule import_limit{
    "table-import.limit",
    severity::error,
    edition::v2022_08_18,
    "A page has no more imports than the request's PageSize.",
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListImports.html",
    {R"({"PageSize":1}
{"ImportSummaryList":[{"ImportStatus":"COMPLETED"},{"ImportStatus":"FAILED"}]})",
     R"({"PageSize":2}
{"ImportSummaryList":[{"ImportStatus":"COMPLETED"},{"ImportStatus":"FAILED"}]})"}};

/// All rules of this header, for the catalogue.
inline constexpr std::array aws_table_rules{
    &table_echo,    &restore_echo, &unknown_index, &changed_index, &another_backup, &outside_recovery,
    &recovery_echo, &export_echo,  &export_limit,  &import_echo,   &import_limit};

} // namespace dynabackup::exchange
