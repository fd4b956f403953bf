#pragma once
/// \file
/// The rules that requests other than those on backups set for their responses; and the rules that a backup sets for a
/// request to restore it, where the backup takes the place of the request.

#include <dynabackup/aws/describe_backup.hpp>
#include <dynabackup/aws/tables.hpp>
#include <dynabackup/aws/transfer_exchange.hpp>
#include <dynabackup/custom_rule.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/system.hpp>

#include <array>
#include <concepts>
#include <type_traits>
#include <vector>

namespace dynabackup::exchange {

inline constexpr rule table_echo{"describe-table.echo",
                                 severity::error,
                                 edition::v2017_11_29,
                                 "The response to DescribeTable shows the table of the request.",
                                 aws::DescribeTable.cite,
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
/// All rules of this file, for the catalogue.
inline constexpr std::array aws_table_rules{
    &table_echo,    &restore_echo, &unknown_index, &changed_index, &another_backup, &outside_recovery,
    &recovery_echo, &export_echo,  &export_limit,  &import_echo,   &import_limit};

} // namespace dynabackup::exchange

namespace dynabackup::aws {

/// A request to restore a backup is checked against the description of that backup, as a response is against its
/// request: `check_exchange<DescribeBackupOutput>(description, request)`.
constexpr std::type_identity<RestoreTableFromBackupInput>
response_of(std::type_identity<DescribeBackupOutput>) {
    return {};
}
/// Likewise, a request to restore a table to a point in time is checked against the restorable times of that table.
constexpr std::type_identity<RestoreTableToPointInTimeInput>
response_of(std::type_identity<DescribeContinuousBackupsOutput>) {
    return {};
}

/// The rules that a request sets for its response. `in`: the context of the request. Templates, so that only code
/// that checks such an exchange compiles them.
template <std::same_as<DescribeTableInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
template <std::same_as<RestoreTableFromBackupInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
template <std::same_as<RestoreTableToPointInTimeInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
template <std::same_as<DescribeBackupOutput> T>
std::vector<user_rule> expected(T const& backup, rule_context const& in);
template <std::same_as<DescribeContinuousBackupsOutput> T>
std::vector<user_rule> expected(T const& backups, rule_context const& in);
template <std::same_as<UpdateContinuousBackupsInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
/// Sets no rule: the response to DescribeContinuousBackups does not name its table.
template <std::same_as<DescribeContinuousBackupsInput> T>
std::vector<user_rule> expected(T const&, rule_context const&) {
    return {};
}

/// The operations, and the restores.
template <class Lazy>
inline constexpr std::array table_exchanges{
    dynabackup::detail::make_exchange<lazily<Lazy, DescribeTableInput>, exchange::table_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, RestoreTableFromBackupInput>, exchange::restore_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, RestoreTableToPointInTimeInput>, exchange::restore_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, DescribeBackupOutput>, exchange::unknown_index,
                                      exchange::changed_index, exchange::another_backup>(),
    dynabackup::detail::make_exchange<lazily<Lazy, DescribeContinuousBackupsOutput>,
                                      exchange::outside_recovery>(),
    dynabackup::detail::make_exchange<lazily<Lazy, UpdateContinuousBackupsInput>, exchange::recovery_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, ExportTableToPointInTimeInput>, exchange::export_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, DescribeExportInput>, exchange::export_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, ListExportsInput>, exchange::export_echo,
                                      exchange::export_limit>(),
    // First, because the rule's example is of this operation.
    dynabackup::detail::make_exchange<lazily<Lazy, DescribeImportInput>, exchange::import_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, ImportTableInput>, exchange::import_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, ListImportsInput>, exchange::import_limit>(),
};

} // namespace dynabackup::aws

#if DYNABACKUP_DEFINE
#include <dynabackup/aws/detail/table_expectations.hpp>
#endif
