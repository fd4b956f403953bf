#pragma once
/// \file
/// Every shape of the known systems as a type, for tests that compare the tables with C++.

#include <dynabackup/aws/aws.hpp>
#include <dynabackup/aws/tables.hpp>
#include <dynabackup/aws_backup/aws_backup.hpp>
#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/clumio/tables.hpp>
#include <dynabackup/table_export/item_pages.hpp>
#include <dynabackup/table_export/items.hpp>
#include <dynabackup/table_export/manifests.hpp>

#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <type_traits>

namespace all_shapes {

namespace aws = dynabackup::aws;
namespace aws_backup = dynabackup::aws_backup;
namespace clumio = dynabackup::clumio;
namespace table_export = dynabackup::table_export;

using of_aws = boost::mp11::mp_list<
    aws::BackupDescription, aws::BackupDetails, aws::BackupInUseException, aws::BackupNotFoundException,
    aws::BackupSummary, aws::ContinuousBackupsUnavailableException, aws::CreateBackupInput,
    aws::CreateBackupOutput, aws::DeleteBackupInput, aws::DeleteBackupOutput, aws::DescribeBackupInput,
    aws::DescribeBackupOutput, aws::ErrorBody, aws::GlobalSecondaryIndexInfo, aws::InternalServerError,
    aws::KeySchemaElement, aws::LimitExceededException, aws::ListBackupsInput, aws::ListBackupsOutput,
    aws::LocalSecondaryIndexInfo, aws::OnDemandThroughput, aws::Projection, aws::ProvisionedThroughput,
    aws::SSEDescription, aws::SearchSchemaElement, aws::SourceTableDetails, aws::SourceTableFeatureDetails,
    aws::StreamSpecification, aws::TableInUseException, aws::TableNotFoundException,
    aws::TimeToLiveDescription, aws::VectorAttributeDefinition, aws::VectorIndexInfo>;

using of_tables = boost::mp11::mp_list<
    aws::ArchivalSummary, aws::AttributeDefinition, aws::BillingModeSummary,
    aws::ContinuousBackupsDescription, aws::CsvOptions, aws::DescribeContinuousBackupsInput,
    aws::DescribeContinuousBackupsOutput, aws::DescribeExportInput, aws::DescribeExportOutput,
    aws::DescribeImportInput, aws::DescribeImportOutput, aws::DescribeTableInput, aws::DescribeTableOutput,
    aws::ExportConflictException, aws::ExportDescription, aws::ExportNotFoundException, aws::ExportSummary,
    aws::ExportTableToPointInTimeInput, aws::ExportTableToPointInTimeOutput, aws::FilterSpecification,
    aws::GlobalSecondaryIndex, aws::GlobalSecondaryIndexDescription,
    aws::GlobalSecondaryIndexWarmThroughputDescription, aws::GlobalTableWitnessDescription,
    aws::ImportConflictException, aws::ImportNotFoundException, aws::ImportSummary,
    aws::ImportTableDescription, aws::ImportTableInput, aws::ImportTableOutput,
    aws::IncrementalExportSpecification, aws::InputFormatOptions, aws::InvalidExportTimeException,
    aws::InvalidRestoreTimeException, aws::ListExportsInput, aws::ListExportsOutput, aws::ListImportsInput,
    aws::ListImportsOutput, aws::LocalSecondaryIndex, aws::LocalSecondaryIndexDescription,
    aws::OnDemandThroughputOverride, aws::PointInTimeRecoveryDescription,
    aws::PointInTimeRecoverySpecification, aws::PointInTimeRecoveryUnavailableException,
    aws::ProvisionedThroughputDescription, aws::ProvisionedThroughputOverride, aws::ReplicaDescription,
    aws::ReplicaGlobalSecondaryIndexDescription, aws::ResourceInUseException, aws::ResourceNotFoundException,
    aws::RestoreSummary, aws::RestoreTableFromBackupInput, aws::RestoreTableFromBackupOutput,
    aws::RestoreTableToPointInTimeInput, aws::RestoreTableToPointInTimeOutput, aws::S3BucketSource,
    aws::SSESpecification, aws::TableAlreadyExistsException, aws::TableClassSummary,
    aws::TableCreationParameters, aws::TableDescription, aws::TableWarmThroughputDescription,
    aws::UpdateContinuousBackupsInput, aws::UpdateContinuousBackupsOutput, aws::VectorIndex,
    aws::VectorIndexDescription, aws::WarmThroughput>;

using of_dynamodb = boost::mp11::mp_append<of_aws, of_tables>;

using of_aws_backup = boost::mp11::mp_list<
    aws_backup::AggregatedScanResult, aws_backup::BackupJob, aws_backup::CalculatedLifecycle,
    aws_backup::DependencyFailureException, aws_backup::DescribeBackupJobInput,
    aws_backup::DescribeBackupJobOutput, aws_backup::DescribeRecoveryPointInput,
    aws_backup::DescribeRecoveryPointOutput, aws_backup::InvalidParameterValueException,
    aws_backup::InvalidRequestException, aws_backup::Lifecycle, aws_backup::LimitExceededException,
    aws_backup::ListBackupJobsInput, aws_backup::ListBackupJobsOutput,
    aws_backup::ListRecoveryPointsByBackupVaultInput, aws_backup::ListRecoveryPointsByBackupVaultOutput,
    aws_backup::ListRecoveryPointsByResourceInput, aws_backup::ListRecoveryPointsByResourceOutput,
    aws_backup::MissingParameterValueException, aws_backup::RecoveryPointByBackupVault,
    aws_backup::RecoveryPointByResource, aws_backup::RecoveryPointCreator,
    aws_backup::ResourceNotFoundException, aws_backup::ScanResult, aws_backup::ServiceUnavailableException,
    aws_backup::StartBackupJobInput, aws_backup::StartBackupJobOutput>;

using of_clumio = boost::mp11::mp_list<
    clumio::AwsTagModel, clumio::BackupStatusInfo, clumio::DynamoDBGRRAttributeFilter,
    clumio::DynamoDBKeyFilter, clumio::DynamoDBKeys, clumio::DynamoDBRestoreKeyFilters,
    clumio::DynamoDBRestoreQueryFilter, clumio::DynamoDBRestoreSourceBackupOptions,
    clumio::DynamoDBRestoreSourcePitrOptions, clumio::DynamoDBTable, clumio::DynamoDBTableEmbedded,
    clumio::DynamoDBTableLinks, clumio::DynamoDBTableList, clumio::DynamoDBTableListEmbedded,
    clumio::DynamoDBTableListLinks, clumio::DynamoDBTableRestoreSource, clumio::DynamoDBTableRestoreTarget,
    clumio::KeyAttribute, clumio::OperationInfo, clumio::ProtectionInfoWithRule,
    clumio::RestoreAwsDynamodbTableV1Request, clumio::DynamoDBTableBackup, clumio::DynamoDBTableBackupLinks,
    clumio::DynamoDBTableBackupList, clumio::DynamoDBTableBackupListEmbedded,
    clumio::DynamoDBTableBackupListLinks, clumio::Error, clumio::GlobalSecondaryIndex, clumio::HateoasLink,
    clumio::KeySchemaElement, clumio::LocalSecondaryIndex, clumio::OnDemandThroughputOverride,
    clumio::Projection, clumio::ProvisionedThroughput, clumio::ProvisionedThroughputOverride,
    clumio::ReplicaDescription, clumio::ReplicaGlobalSecondaryIndex, clumio::SSESpecification,
    clumio::SingleError, clumio::StreamSpecification, clumio::Tag>;

using of_exports = boost::mp11::mp_list<table_export::ChangeMetadata, table_export::ExportedChange,
                                        table_export::ExportedItem, table_export::ManifestFile,
                                        table_export::ManifestSummary, table_export::ScanOutput>;

using of_all = boost::mp11::mp_append<of_aws, of_clumio, of_tables, of_aws_backup, of_exports>;

/// Calls `f(std::type_identity<T>)` for each shape T of a list.
template <class List, class F>
void for_each(F f) {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, List>>(f);
}

/// Calls `f(member_table const&, pointer to member)` for each member of T, in the order of its description.
template <class T, class F>
void for_each_member(F f) {
    auto const* m = dynabackup::shape_table_of<T>.members.data();
    boost::mp11::mp_for_each<dynabackup::described_members<T>>([&](auto d) { f(*m++, d.pointer); });
}

} // namespace all_shapes
