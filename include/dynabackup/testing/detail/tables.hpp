#pragma once
/// \file
/// Generated values of DynamoDB's shapes other than those of backups: how each is adjusted, and texts.

#include <dynabackup/testing/detail/shape_values.hpp>
#include <dynabackup/testing/detail/transfer_values.hpp>

#include <array>
#include <string_view>

namespace dynabackup::testing::detail {

/// The shapes. Kept are the members by which a document is recognised, or that a rule needs.
inline constexpr std::array table_shapes{
    values_of<aws::TableDescription>(
        bits_of<&aws::TableDescription::table_name, &aws::TableDescription::key_schema,
                &aws::TableDescription::table_status, &aws::TableDescription::provisioned_throughput>),
    values_of<aws::DescribeTableOutput>(bits_of<&aws::DescribeTableOutput::table>),
    values_of<aws::RestoreTableFromBackupOutput>(
        bits_of<&aws::RestoreTableFromBackupOutput::table_description>),
    values_of<aws::RestoreTableToPointInTimeOutput>(
        bits_of<&aws::RestoreTableToPointInTimeOutput::table_description>),
    values_of<aws::RestoreTableFromBackupInput>(),
    values_of<aws::RestoreTableToPointInTimeInput>(),
    values_of<aws::DescribeContinuousBackupsOutput>(
        bits_of<&aws::DescribeContinuousBackupsOutput::continuous_backups_description>),
    values_of<aws::UpdateContinuousBackupsOutput>(
        bits_of<&aws::UpdateContinuousBackupsOutput::continuous_backups_description>),
    values_of<aws::ContinuousBackupsDescription>(),
    values_of<aws::PointInTimeRecoveryDescription>(
        bits_of<&aws::PointInTimeRecoveryDescription::point_in_time_recovery_status>),
    values_of<aws::ExportTableToPointInTimeInput>(),
    values_of<aws::ExportTableToPointInTimeOutput>(
        bits_of<&aws::ExportTableToPointInTimeOutput::export_description>),
    values_of<aws::DescribeExportOutput>(bits_of<&aws::DescribeExportOutput::export_description>),
    values_of<aws::ExportDescription>(
        bits_of<&aws::ExportDescription::export_status, &aws::ExportDescription::s3_bucket>),
    values_of<aws::ExportSummary>(bits_of<&aws::ExportSummary::export_status>),
    values_of<aws::ListExportsOutput>(bits_of<&aws::ListExportsOutput::export_summaries>),
    values_of<aws::IncrementalExportSpecification>(),
    values_of<aws::ImportTableInput>(),
    values_of<aws::ImportTableDescription>(
        bits_of<&aws::ImportTableDescription::import_status, &aws::ImportTableDescription::s3_bucket_source>),
    values_of<aws::ImportSummary>(),
    values_of<aws::ListImportsOutput>(bits_of<&aws::ListImportsOutput::import_summary_list>),
    values_of<aws::TableCreationParameters>(),
    values_of<aws::BillingModeSummary>(),
    values_of<aws::ArchivalSummary>(),
    values_of<aws::RestoreSummary>(),
    values_of<aws::SSESpecification>(),
    values_of<aws::LocalSecondaryIndex>(),
    values_of<aws::GlobalSecondaryIndex>(),
    values_of<aws::VectorIndex>(),
    values_of<aws::LocalSecondaryIndexDescription>(),
    values_of<aws::GlobalSecondaryIndexDescription>(),
    values_of<aws::VectorIndexDescription>(),
    values_of<aws::ProvisionedThroughputDescription>(),
    values_of<aws::OnDemandThroughputOverride>(),
};

/// The texts, by their simple shapes.
inline constexpr std::array table_texts{
    text_values{&aws::simple::S3BucketOwner, [](std::string& out, scene& s) { out = s.account(); }},
    text_values{&aws::simple::S3Bucket,
                [](std::string& out, scene& s) { (out = s.account()) += "-exports"; }},
    text_values{&aws::simple::CsvDelimiter,
                [](std::string& out, scene& s) { out = s.random().one_in(2) ? "," : ";"; }},
    text_values{&aws::simple::RegionName, [](std::string& out, scene& s) { out = s.region().name; }},
    text_values{&aws::simple::KMSMasterKeyId, [](std::string& out, scene& s) { s.name_kms_key(out); }},
    text_values{&aws::simple::S3SseKmsKeyId, [](std::string& out, scene& s) { s.name_kms_key(out); }},
    text_values{
        &aws::simple::StreamArn,
        [](std::string& out, scene& s) { (out = s.table().arn) += "/stream/2024-06-01T00:00:00.000"; }},
    text_values{&aws::simple::ExportArn,
                [](std::string& out, scene& s) {
                    append_made(out = s.table().arn, "/export/", s.backup().created, s);
                }},
    text_values{&aws::simple::ImportArn,
                [](std::string& out, scene& s) {
                    append_made(out = s.table().arn, "/import/", s.backup().created, s);
                }},
    text_values{&aws::simple::ImportNextToken,
                [](std::string& out, scene& s) {
                    out.clear();
                    for (auto n = s.random().between(7, 64); n > 0; --n) append_hex(out, s.random(), 16);
                }},
    text_values{&aws::simple::CloudWatchLogGroupArn,
                [](std::string& out, scene& s) {
                    ((((out = "arn:aws:logs:") += s.region().name) += ':') += s.account()) +=
                        ":log-group:/aws-dynamodb/imports:*";
                }},
};

} // namespace dynabackup::testing::detail
