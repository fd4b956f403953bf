/// \file
/// The module: `import dynabackup;` instead of `#include <dynabackup/dynabackup.hpp>`. It exports every documented name of
/// the headers that this file includes, and of those that they include; scripts/module-names writes them. Macros are not
/// exported, so a file that describes shapes of its own includes the headers.
module;

#include <dynabackup/check_documents.hpp>
#include <dynabackup/dynabackup.hpp>

export module dynabackup;

export namespace dynabackup {
using dynabackup::append_json;
using dynabackup::append_json_string;
using dynabackup::append_text;
using dynabackup::backup_view;
using dynabackup::byte_source;
using dynabackup::check;
using dynabackup::check_documents;
using dynabackup::check_exchange;
using dynabackup::check_options;
using dynabackup::client_members;
using dynabackup::default_chunk_size;
using dynabackup::default_max_item_bytes;
using dynabackup::default_max_record_bytes;
using dynabackup::dump_input;
using dynabackup::edition;
using dynabackup::exchange_report;
using dynabackup::export_facts;
using dynabackup::find_shape;
using dynabackup::finding;
using dynabackup::finding_sink;
using dynabackup::format;
using dynabackup::from_memory;
using dynabackup::from_stream;
using dynabackup::input_state;
using dynabackup::is_active;
using dynabackup::item_key;
using dynabackup::json_object;
using dynabackup::key_attribute;
using dynabackup::make_user_rule;
using dynabackup::name_of;
using dynabackup::nullable;
using dynabackup::open_enum;
using dynabackup::own_format;
using dynabackup::parse;
using dynabackup::parse_error;
using dynabackup::parse_into;
using dynabackup::parse_item_key;
using dynabackup::parse_memory;
using dynabackup::parse_options;
using dynabackup::read_date_time;
using dynabackup::read_edition;
using dynabackup::read_enumerator;
using dynabackup::read_epoch_seconds;
using dynabackup::read_error;
using dynabackup::read_input;
using dynabackup::record_position;
using dynabackup::record_visitor;
using dynabackup::report;
using dynabackup::request_shape;
using dynabackup::response_to;
using dynabackup::result;
using dynabackup::rule_context;
using dynabackup::selects;
using dynabackup::short_name;
using dynabackup::spelling;
using dynabackup::summary;
using dynabackup::throw_exception_from_error;
using dynabackup::time_status;
using dynabackup::timestamp;
using dynabackup::to_json;
using dynabackup::to_text;
using dynabackup::unknown_members;
using dynabackup::unreadable_fields;
using dynabackup::user_rule;
using dynabackup::validate;
using dynabackup::version;
using dynabackup::version_number;
using dynabackup::view;
using dynabackup::visit_info;
} // namespace dynabackup

export namespace dynabackup::arn {
using dynabackup::arn::agree;
using dynabackup::arn::all;
using dynabackup::arn::are_of_one_table;
using dynabackup::arn::backup;
using dynabackup::arn::backup_account;
using dynabackup::arn::backup_format;
using dynabackup::arn::backup_rules;
using dynabackup::arn::backup_table;
using dynabackup::arn::backup_timestamp;
using dynabackup::arn::check_backup;
using dynabackup::arn::check_format;
using dynabackup::arn::check_summary;
using dynabackup::arn::check_table;
using dynabackup::arn::compare_table;
using dynabackup::arn::compare_time;
using dynabackup::arn::format_rule;
using dynabackup::arn::is_another_time;
using dynabackup::arn::is_recovery_point;
using dynabackup::arn::parts;
using dynabackup::arn::read;
using dynabackup::arn::read_any;
using dynabackup::arn::read_backup;
using dynabackup::arn::read_backup_arn;
using dynabackup::arn::read_table;
using dynabackup::arn::read_table_arn;
using dynabackup::arn::summary_rules;
using dynabackup::arn::table;
using dynabackup::arn::table_format;
using dynabackup::arn::table_name;
using dynabackup::arn::table_rules;
using dynabackup::arn::time_of;
using dynabackup::arn::time_tolerance;
} // namespace dynabackup::arn

export namespace dynabackup::aws {
using dynabackup::aws::ArchivalSummary;
using dynabackup::aws::Attribute;
using dynabackup::aws::AttributeDefinition;
using dynabackup::aws::AttributeMap;
using dynabackup::aws::AttributeType;
using dynabackup::aws::AttributeValue;
using dynabackup::aws::BackupDescription;
using dynabackup::aws::BackupDetails;
using dynabackup::aws::BackupInUseException;
using dynabackup::aws::BackupNotFoundException;
using dynabackup::aws::BackupStatus;
using dynabackup::aws::BackupSummary;
using dynabackup::aws::BackupType;
using dynabackup::aws::BackupTypeFilter;
using dynabackup::aws::BillingMode;
using dynabackup::aws::BillingModeSummary;
using dynabackup::aws::ContinuousBackupsDescription;
using dynabackup::aws::ContinuousBackupsStatus;
using dynabackup::aws::ContinuousBackupsUnavailableException;
using dynabackup::aws::CreateBackup;
using dynabackup::aws::CreateBackupInput;
using dynabackup::aws::CreateBackupOutput;
using dynabackup::aws::CsvOptions;
using dynabackup::aws::DeleteBackup;
using dynabackup::aws::DeleteBackupInput;
using dynabackup::aws::DeleteBackupOutput;
using dynabackup::aws::DescribeBackup;
using dynabackup::aws::DescribeBackupInput;
using dynabackup::aws::DescribeBackupOutput;
using dynabackup::aws::DescribeContinuousBackups;
using dynabackup::aws::DescribeContinuousBackupsInput;
using dynabackup::aws::DescribeContinuousBackupsOutput;
using dynabackup::aws::DescribeExport;
using dynabackup::aws::DescribeExportInput;
using dynabackup::aws::DescribeExportOutput;
using dynabackup::aws::DescribeImport;
using dynabackup::aws::DescribeImportInput;
using dynabackup::aws::DescribeImportOutput;
using dynabackup::aws::DescribeTable;
using dynabackup::aws::DescribeTableInput;
using dynabackup::aws::DescribeTableOutput;
using dynabackup::aws::ErrorBody;
using dynabackup::aws::ExportConflictException;
using dynabackup::aws::ExportDescription;
using dynabackup::aws::ExportFormat;
using dynabackup::aws::ExportNotFoundException;
using dynabackup::aws::ExportStatus;
using dynabackup::aws::ExportSummary;
using dynabackup::aws::ExportTableToPointInTime;
using dynabackup::aws::ExportTableToPointInTimeInput;
using dynabackup::aws::ExportTableToPointInTimeOutput;
using dynabackup::aws::ExportType;
using dynabackup::aws::ExportViewType;
using dynabackup::aws::FilterSpecification;
using dynabackup::aws::GlobalSecondaryIndex;
using dynabackup::aws::GlobalSecondaryIndexDescription;
using dynabackup::aws::GlobalSecondaryIndexInfo;
using dynabackup::aws::GlobalSecondaryIndexWarmThroughputDescription;
using dynabackup::aws::GlobalTableSettingsReplicationMode;
using dynabackup::aws::GlobalTableWitnessDescription;
using dynabackup::aws::ImportConflictException;
using dynabackup::aws::ImportNotFoundException;
using dynabackup::aws::ImportStatus;
using dynabackup::aws::ImportSummary;
using dynabackup::aws::ImportTable;
using dynabackup::aws::ImportTableDescription;
using dynabackup::aws::ImportTableInput;
using dynabackup::aws::ImportTableOutput;
using dynabackup::aws::IncrementalExportSpecification;
using dynabackup::aws::IndexStatus;
using dynabackup::aws::InputCompressionType;
using dynabackup::aws::InputFormat;
using dynabackup::aws::InputFormatOptions;
using dynabackup::aws::InternalServerError;
using dynabackup::aws::InvalidExportTimeException;
using dynabackup::aws::InvalidRestoreTimeException;
using dynabackup::aws::KeySchemaElement;
using dynabackup::aws::KeyType;
using dynabackup::aws::LimitExceededException;
using dynabackup::aws::ListBackups;
using dynabackup::aws::ListBackupsInput;
using dynabackup::aws::ListBackupsOutput;
using dynabackup::aws::ListExports;
using dynabackup::aws::ListExportsInput;
using dynabackup::aws::ListExportsOutput;
using dynabackup::aws::ListImports;
using dynabackup::aws::ListImportsInput;
using dynabackup::aws::ListImportsOutput;
using dynabackup::aws::LocalSecondaryIndex;
using dynabackup::aws::LocalSecondaryIndexDescription;
using dynabackup::aws::LocalSecondaryIndexInfo;
using dynabackup::aws::MultiRegionConsistency;
using dynabackup::aws::OnDemandThroughput;
using dynabackup::aws::OnDemandThroughputOverride;
using dynabackup::aws::PointInTimeRecoveryDescription;
using dynabackup::aws::PointInTimeRecoverySpecification;
using dynabackup::aws::PointInTimeRecoveryStatus;
using dynabackup::aws::PointInTimeRecoveryUnavailableException;
using dynabackup::aws::Projection;
using dynabackup::aws::ProjectionType;
using dynabackup::aws::ProvisionedThroughput;
using dynabackup::aws::ProvisionedThroughputDescription;
using dynabackup::aws::ProvisionedThroughputOverride;
using dynabackup::aws::ReplicaDescription;
using dynabackup::aws::ReplicaGlobalSecondaryIndexDescription;
using dynabackup::aws::ReplicaStatus;
using dynabackup::aws::ResourceInUseException;
using dynabackup::aws::ResourceNotFoundException;
using dynabackup::aws::RestoreSummary;
using dynabackup::aws::RestoreTableFromBackup;
using dynabackup::aws::RestoreTableFromBackupInput;
using dynabackup::aws::RestoreTableFromBackupOutput;
using dynabackup::aws::RestoreTableToPointInTime;
using dynabackup::aws::RestoreTableToPointInTimeInput;
using dynabackup::aws::RestoreTableToPointInTimeOutput;
using dynabackup::aws::S3BucketSource;
using dynabackup::aws::S3SseAlgorithm;
using dynabackup::aws::SSEDescription;
using dynabackup::aws::SSESpecification;
using dynabackup::aws::SSEStatus;
using dynabackup::aws::SSEType;
using dynabackup::aws::ScalarAttributeType;
using dynabackup::aws::SearchSchemaElement;
using dynabackup::aws::SearchSchemaElementType;
using dynabackup::aws::SourceTableDetails;
using dynabackup::aws::SourceTableFeatureDetails;
using dynabackup::aws::StreamSpecification;
using dynabackup::aws::StreamViewType;
using dynabackup::aws::TableAlreadyExistsException;
using dynabackup::aws::TableClass;
using dynabackup::aws::TableClassSummary;
using dynabackup::aws::TableCreationParameters;
using dynabackup::aws::TableDescription;
using dynabackup::aws::TableInUseException;
using dynabackup::aws::TableNotFoundException;
using dynabackup::aws::TableStatus;
using dynabackup::aws::TableWarmThroughputDescription;
using dynabackup::aws::TimeToLiveDescription;
using dynabackup::aws::TimeToLiveStatus;
using dynabackup::aws::UpdateContinuousBackups;
using dynabackup::aws::UpdateContinuousBackupsInput;
using dynabackup::aws::UpdateContinuousBackupsOutput;
using dynabackup::aws::VectorAttributeDefinition;
using dynabackup::aws::VectorDistanceFunction;
using dynabackup::aws::VectorIndex;
using dynabackup::aws::VectorIndexDescription;
using dynabackup::aws::VectorIndexInfo;
using dynabackup::aws::WarmThroughput;
using dynabackup::aws::WitnessStatus;
using dynabackup::aws::append_canonical;
using dynabackup::aws::append_json;
using dynabackup::aws::append_plain_json;
using dynabackup::aws::attribute_tag;
using dynabackup::aws::attribute_type_of;
using dynabackup::aws::attribute_types;
using dynabackup::aws::backup_error_shape;
using dynabackup::aws::base64_bytes;
using dynabackup::aws::canonical;
using dynabackup::aws::check_attributes;
using dynabackup::aws::check_billing_mode;
using dynabackup::aws::check_expression_values;
using dynabackup::aws::check_maxima;
using dynabackup::aws::check_maximum;
using dynabackup::aws::check_page;
using dynabackup::aws::check_values;
using dynabackup::aws::compare;
using dynabackup::aws::contained;
using dynabackup::aws::contents_of_backup;
using dynabackup::aws::custom_value;
using dynabackup::aws::decimal_text;
using dynabackup::aws::enforce_on_values;
using dynabackup::aws::entered;
using dynabackup::aws::error_names;
using dynabackup::aws::error_shape;
using dynabackup::aws::exchanges;
using dynabackup::aws::expected;
using dynabackup::aws::expression_rules;
using dynabackup::aws::from_base64;
using dynabackup::aws::is_base64;
using dynabackup::aws::is_clean_summary;
using dynabackup::aws::is_exception;
using dynabackup::aws::is_fault;
using dynabackup::aws::least_number_power;
using dynabackup::aws::most_number_digits;
using dynabackup::aws::most_number_power;
using dynabackup::aws::number_text;
using dynabackup::aws::operation;
using dynabackup::aws::operations;
using dynabackup::aws::operator==;
using dynabackup::aws::read_decimal_text;
using dynabackup::aws::read_plain_summary;
using dynabackup::aws::response_of;
using dynabackup::aws::since;
using dynabackup::aws::stored_size;
using dynabackup::aws::table_error_shape;
using dynabackup::aws::table_exchanges;
using dynabackup::aws::table_operations;
using dynabackup::aws::table_system;
using dynabackup::aws::time_uncertainty;
using dynabackup::aws::to_base64;
using dynabackup::aws::to_floating;
using dynabackup::aws::to_integer;
using dynabackup::aws::to_json;
using dynabackup::aws::to_plain_json;
} // namespace dynabackup::aws

export namespace dynabackup::aws::simple {
using dynabackup::aws::simple::ArchivalReason;
using dynabackup::aws::simple::AttributeDefinitions;
using dynabackup::aws::simple::AttributeName;
using dynabackup::aws::simple::Backfilling;
using dynabackup::aws::simple::BackupArn;
using dynabackup::aws::simple::BackupCreationDateTime;
using dynabackup::aws::simple::BackupName;
using dynabackup::aws::simple::BackupSizeBytes;
using dynabackup::aws::simple::BackupSummaries;
using dynabackup::aws::simple::BackupsInputLimit;
using dynabackup::aws::simple::BilledSizeBytes;
using dynabackup::aws::simple::BooleanObject;
using dynabackup::aws::simple::ClientToken;
using dynabackup::aws::simple::CloudWatchLogGroupArn;
using dynabackup::aws::simple::ConditionExpression;
using dynabackup::aws::simple::CsvDelimiter;
using dynabackup::aws::simple::CsvHeader;
using dynabackup::aws::simple::CsvHeaderList;
using dynabackup::aws::simple::Date;
using dynabackup::aws::simple::DeletionProtectionEnabled;
using dynabackup::aws::simple::DisassociationProtectionEnabled;
using dynabackup::aws::simple::ErrorCount;
using dynabackup::aws::simple::ErrorMessage;
using dynabackup::aws::simple::ExportArn;
using dynabackup::aws::simple::ExportEndTime;
using dynabackup::aws::simple::ExportFromTime;
using dynabackup::aws::simple::ExportManifest;
using dynabackup::aws::simple::ExportNextToken;
using dynabackup::aws::simple::ExportStartTime;
using dynabackup::aws::simple::ExportSummaries;
using dynabackup::aws::simple::ExportTime;
using dynabackup::aws::simple::ExportToTime;
using dynabackup::aws::simple::ExpressionAttributeNameMap;
using dynabackup::aws::simple::ExpressionAttributeValueMap;
using dynabackup::aws::simple::FailureCode;
using dynabackup::aws::simple::FailureMessage;
using dynabackup::aws::simple::GlobalSecondaryIndexDescriptionList;
using dynabackup::aws::simple::GlobalSecondaryIndexList;
using dynabackup::aws::simple::GlobalSecondaryIndexes;
using dynabackup::aws::simple::GlobalTableWitnessDescriptionList;
using dynabackup::aws::simple::ImportArn;
using dynabackup::aws::simple::ImportEndTime;
using dynabackup::aws::simple::ImportNextToken;
using dynabackup::aws::simple::ImportStartTime;
using dynabackup::aws::simple::ImportSummaryList;
using dynabackup::aws::simple::ImportedItemCount;
using dynabackup::aws::simple::IndexName;
using dynabackup::aws::simple::ItemCount;
using dynabackup::aws::simple::KMSMasterKeyArn;
using dynabackup::aws::simple::KMSMasterKeyId;
using dynabackup::aws::simple::KeyExpression;
using dynabackup::aws::simple::KeySchema;
using dynabackup::aws::simple::KeySchemaAttributeName;
using dynabackup::aws::simple::ListExportsMaxLimit;
using dynabackup::aws::simple::ListImportsMaxLimit;
using dynabackup::aws::simple::LocalSecondaryIndexDescriptionList;
using dynabackup::aws::simple::LocalSecondaryIndexList;
using dynabackup::aws::simple::LocalSecondaryIndexes;
using dynabackup::aws::simple::Long;
using dynabackup::aws::simple::LongObject;
using dynabackup::aws::simple::NonKeyAttributeName;
using dynabackup::aws::simple::NonKeyAttributeNameList;
using dynabackup::aws::simple::NonNegativeLongObject;
using dynabackup::aws::simple::PositiveLongObject;
using dynabackup::aws::simple::ProcessedItemCount;
using dynabackup::aws::simple::ProjectionExpression;
using dynabackup::aws::simple::RecoveryPeriodInDays;
using dynabackup::aws::simple::RegionName;
using dynabackup::aws::simple::ReplicaDescriptionList;
using dynabackup::aws::simple::ReplicaGlobalSecondaryIndexDescriptionList;
using dynabackup::aws::simple::ReplicaStatusDescription;
using dynabackup::aws::simple::ReplicaStatusPercentProgress;
using dynabackup::aws::simple::RestoreDateTime;
using dynabackup::aws::simple::RestoreInProgress;
using dynabackup::aws::simple::S3Bucket;
using dynabackup::aws::simple::S3BucketOwner;
using dynabackup::aws::simple::S3Prefix;
using dynabackup::aws::simple::S3SseKmsKeyId;
using dynabackup::aws::simple::SSEEnabled;
using dynabackup::aws::simple::SearchSchema;
using dynabackup::aws::simple::StreamArn;
using dynabackup::aws::simple::StreamEnabled;
using dynabackup::aws::simple::String;
using dynabackup::aws::simple::TableArn;
using dynabackup::aws::simple::TableCreationDateTime;
using dynabackup::aws::simple::TableId;
using dynabackup::aws::simple::TableName;
using dynabackup::aws::simple::TimeRangeLowerBound;
using dynabackup::aws::simple::TimeRangeUpperBound;
using dynabackup::aws::simple::TimeToLiveAttributeName;
using dynabackup::aws::simple::VectorAttributeName;
using dynabackup::aws::simple::VectorIndexDescriptionList;
using dynabackup::aws::simple::VectorIndexList;
using dynabackup::aws::simple::VectorIndexes;
} // namespace dynabackup::aws::simple

export namespace dynabackup::aws::simple::patterns {
using dynabackup::aws::simple::patterns::account;
using dynabackup::aws::simple::patterns::bucket;
using dynabackup::aws::simple::patterns::client_token;
using dynabackup::aws::simple::patterns::delimiter;
using dynabackup::aws::simple::patterns::header;
using dynabackup::aws::simple::patterns::import_token;
using dynabackup::aws::simple::patterns::is_name;
using dynabackup::aws::simple::patterns::name;
using dynabackup::aws::simple::patterns::uuid;
} // namespace dynabackup::aws::simple::patterns

export namespace dynabackup::aws_backup {
using dynabackup::aws_backup::AggregatedScanResult;
using dynabackup::aws_backup::BackupJob;
using dynabackup::aws_backup::BackupJobState;
using dynabackup::aws_backup::CalculatedLifecycle;
using dynabackup::aws_backup::DependencyFailureException;
using dynabackup::aws_backup::DescribeBackupJob;
using dynabackup::aws_backup::DescribeBackupJobInput;
using dynabackup::aws_backup::DescribeBackupJobOutput;
using dynabackup::aws_backup::DescribeRecoveryPoint;
using dynabackup::aws_backup::DescribeRecoveryPointInput;
using dynabackup::aws_backup::DescribeRecoveryPointOutput;
using dynabackup::aws_backup::EncryptionKeyType;
using dynabackup::aws_backup::Index;
using dynabackup::aws_backup::IndexStatus;
using dynabackup::aws_backup::InvalidParameterValueException;
using dynabackup::aws_backup::InvalidRequestException;
using dynabackup::aws_backup::Lifecycle;
using dynabackup::aws_backup::LifecycleDeleteAfterEvent;
using dynabackup::aws_backup::LimitExceededException;
using dynabackup::aws_backup::ListBackupJobs;
using dynabackup::aws_backup::ListBackupJobsInput;
using dynabackup::aws_backup::ListBackupJobsOutput;
using dynabackup::aws_backup::ListRecoveryPointsByBackupVault;
using dynabackup::aws_backup::ListRecoveryPointsByBackupVaultInput;
using dynabackup::aws_backup::ListRecoveryPointsByBackupVaultOutput;
using dynabackup::aws_backup::ListRecoveryPointsByResource;
using dynabackup::aws_backup::ListRecoveryPointsByResourceInput;
using dynabackup::aws_backup::ListRecoveryPointsByResourceOutput;
using dynabackup::aws_backup::MalwareScanner;
using dynabackup::aws_backup::MissingParameterValueException;
using dynabackup::aws_backup::RecoveryPointByBackupVault;
using dynabackup::aws_backup::RecoveryPointByResource;
using dynabackup::aws_backup::RecoveryPointCreator;
using dynabackup::aws_backup::RecoveryPointStatus;
using dynabackup::aws_backup::ResourceNotFoundException;
using dynabackup::aws_backup::ScanFinding;
using dynabackup::aws_backup::ScanJobState;
using dynabackup::aws_backup::ScanResult;
using dynabackup::aws_backup::ServiceUnavailableException;
using dynabackup::aws_backup::StartBackupJob;
using dynabackup::aws_backup::StartBackupJobInput;
using dynabackup::aws_backup::StartBackupJobOutput;
using dynabackup::aws_backup::StorageClass;
using dynabackup::aws_backup::VaultType;
using dynabackup::aws_backup::error_names;
using dynabackup::aws_backup::error_shape;
using dynabackup::aws_backup::exchanges;
using dynabackup::aws_backup::expected;
using dynabackup::aws_backup::is_fault;
using dynabackup::aws_backup::operation;
using dynabackup::aws_backup::operations;
using dynabackup::aws_backup::operator==;
using dynabackup::aws_backup::response_of;
using dynabackup::aws_backup::since;
using dynabackup::aws_backup::system;
} // namespace dynabackup::aws_backup

export namespace dynabackup::aws_backup::simple {
using dynabackup::aws_backup::simple::ARN;
using dynabackup::aws_backup::simple::AccountId;
using dynabackup::aws_backup::simple::BackupJobChildJobsInState;
using dynabackup::aws_backup::simple::BackupJobsList;
using dynabackup::aws_backup::simple::BackupOptions;
using dynabackup::aws_backup::simple::BackupVaultName;
using dynabackup::aws_backup::simple::Boolean;
using dynabackup::aws_backup::simple::IAMRoleArn;
using dynabackup::aws_backup::simple::Long;
using dynabackup::aws_backup::simple::MaxResults;
using dynabackup::aws_backup::simple::RecoveryPointByBackupVaultList;
using dynabackup::aws_backup::simple::RecoveryPointByResourceList;
using dynabackup::aws_backup::simple::ResourceType;
using dynabackup::aws_backup::simple::ScanFindings;
using dynabackup::aws_backup::simple::ScanResults;
using dynabackup::aws_backup::simple::String;
using dynabackup::aws_backup::simple::Tags;
using dynabackup::aws_backup::simple::Timestamp;
using dynabackup::aws_backup::simple::WindowMinutes;
using dynabackup::aws_backup::simple::boolean_;
} // namespace dynabackup::aws_backup::simple

export namespace dynabackup::aws_backup::simple::patterns {
using dynabackup::aws_backup::simple::patterns::account;
using dynabackup::aws_backup::simple::patterns::resource_type;
using dynabackup::aws_backup::simple::patterns::vault_name;
} // namespace dynabackup::aws_backup::simple::patterns

export namespace dynabackup::backup_job {
using dynabackup::backup_job::all;
using dynabackup::backup_job::check_minutes;
using dynabackup::backup_job::check_windows;
using dynabackup::backup_job::least_start_window;
using dynabackup::backup_job::most_window;
using dynabackup::backup_job::rules;
using dynabackup::backup_job::start_rules;
using dynabackup::backup_job::window;
} // namespace dynabackup::backup_job

export namespace dynabackup::backup_job::cite {
using dynabackup::backup_job::cite::describe;
using dynabackup::backup_job::cite::list;
using dynabackup::backup_job::cite::start;
} // namespace dynabackup::backup_job::cite

export namespace dynabackup::cite {
using dynabackup::cite::clumio_backup;
using dynabackup::cite::clumio_backups;
using dynabackup::cite::clumio_restore;
using dynabackup::cite::clumio_table;
} // namespace dynabackup::cite

export namespace dynabackup::clumio {
using dynabackup::clumio::AttributeType;
using dynabackup::clumio::AwsTagModel;
using dynabackup::clumio::BackupStatus;
using dynabackup::clumio::BackupStatusInfo;
using dynabackup::clumio::BackupType;
using dynabackup::clumio::BillingMode;
using dynabackup::clumio::ContinuousBackupType;
using dynabackup::clumio::DynamoDBGRRAttributeFilter;
using dynabackup::clumio::DynamoDBKeyFilter;
using dynabackup::clumio::DynamoDBKeys;
using dynabackup::clumio::DynamoDBRestoreKeyFilters;
using dynabackup::clumio::DynamoDBRestoreQueryFilter;
using dynabackup::clumio::DynamoDBRestoreSourceBackupOptions;
using dynabackup::clumio::DynamoDBRestoreSourcePitrOptions;
using dynabackup::clumio::DynamoDBTable;
using dynabackup::clumio::DynamoDBTableBackup;
using dynabackup::clumio::DynamoDBTableBackupLinks;
using dynabackup::clumio::DynamoDBTableBackupList;
using dynabackup::clumio::DynamoDBTableBackupListEmbedded;
using dynabackup::clumio::DynamoDBTableBackupListLinks;
using dynabackup::clumio::DynamoDBTableEmbedded;
using dynabackup::clumio::DynamoDBTableLinks;
using dynabackup::clumio::DynamoDBTableList;
using dynabackup::clumio::DynamoDBTableListEmbedded;
using dynabackup::clumio::DynamoDBTableListLinks;
using dynabackup::clumio::DynamoDBTableRestoreSource;
using dynabackup::clumio::DynamoDBTableRestoreTarget;
using dynabackup::clumio::Error;
using dynabackup::clumio::FilterCondition;
using dynabackup::clumio::FilterType;
using dynabackup::clumio::GlobalSecondaryIndex;
using dynabackup::clumio::GlobalTableVersion;
using dynabackup::clumio::HateoasLink;
using dynabackup::clumio::KMSKeyType;
using dynabackup::clumio::KeyAttribute;
using dynabackup::clumio::KeySchemaElement;
using dynabackup::clumio::KeyType;
using dynabackup::clumio::LocalSecondaryIndex;
using dynabackup::clumio::OnDemandThroughputOverride;
using dynabackup::clumio::OperationInfo;
using dynabackup::clumio::Projection;
using dynabackup::clumio::ProjectionType;
using dynabackup::clumio::ProtectionInfoWithRule;
using dynabackup::clumio::ProtectionStatus;
using dynabackup::clumio::ProvisionedThroughput;
using dynabackup::clumio::ProvisionedThroughputOverride;
using dynabackup::clumio::ReplicaDescription;
using dynabackup::clumio::ReplicaGlobalSecondaryIndex;
using dynabackup::clumio::RestoreAwsDynamodbTableV1Request;
using dynabackup::clumio::SSESpecification;
using dynabackup::clumio::SingleError;
using dynabackup::clumio::StreamSpecification;
using dynabackup::clumio::StreamViewType;
using dynabackup::clumio::TableClass;
using dynabackup::clumio::Tag;
using dynabackup::clumio::all_restore_rules;
using dynabackup::clumio::all_rules;
using dynabackup::clumio::backup_rules;
using dynabackup::clumio::check_expiration;
using dynabackup::clumio::check_global_table_version;
using dynabackup::clumio::check_page;
using dynabackup::clumio::check_page_count;
using dynabackup::clumio::check_replica_indexes;
using dynabackup::clumio::check_replica_regions;
using dynabackup::clumio::check_restorable_times;
using dynabackup::clumio::check_restore_replicas;
using dynabackup::clumio::check_restore_source;
using dynabackup::clumio::check_restore_time;
using dynabackup::clumio::check_sse_key;
using dynabackup::clumio::expected;
using dynabackup::clumio::expiration_before_start;
using dynabackup::clumio::global_table_version;
using dynabackup::clumio::index_unknown;
using dynabackup::clumio::operator==;
using dynabackup::clumio::page_count;
using dynabackup::clumio::page_rules;
using dynabackup::clumio::renamed;
using dynabackup::clumio::replica_region;
using dynabackup::clumio::replica_rules;
using dynabackup::clumio::response_of;
using dynabackup::clumio::restorable_rules;
using dynabackup::clumio::restorable_times;
using dynabackup::clumio::restore_exchanges;
using dynabackup::clumio::restore_replicas;
using dynabackup::clumio::restore_source;
using dynabackup::clumio::restore_source_rules;
using dynabackup::clumio::restore_target_rules;
using dynabackup::clumio::restore_time;
using dynabackup::clumio::restore_time_rules;
using dynabackup::clumio::since;
using dynabackup::clumio::sse_key;
using dynabackup::clumio::sse_rules;
using dynabackup::clumio::table_rules;
} // namespace dynabackup::clumio

export namespace dynabackup::clumio::simple {
using dynabackup::clumio::simple::UInt32;
} // namespace dynabackup::clumio::simple

export namespace dynabackup::described_table {
using dynabackup::described_table::all;
using dynabackup::described_table::attribute_definitions;
using dynabackup::described_table::billing_of;
using dynabackup::described_table::check_capacities;
using dynabackup::described_table::check_created_capacities;
using dynabackup::described_table::check_created_names;
using dynabackup::described_table::check_definitions;
using dynabackup::described_table::check_local_indexes;
using dynabackup::described_table::check_projected_keys;
using dynabackup::described_table::creation_rules;
using dynabackup::described_table::find_undefined;
using dynabackup::described_table::find_undefined_in;
using dynabackup::described_table::has_local_indexes;
using dynabackup::described_table::rules;
} // namespace dynabackup::described_table

export namespace dynabackup::dump {
using dynabackup::dump::end_page;
using dynabackup::dump::incomplete_listing;
using dynabackup::dump::incomplete_message;
using dynabackup::dump::listing_at_hand;
} // namespace dynabackup::dump

export namespace dynabackup::exchange {
using dynabackup::exchange::another_backup;
using dynabackup::exchange::arn_echo;
using dynabackup::exchange::asked_for;
using dynabackup::exchange::aws_backup_rules;
using dynabackup::exchange::aws_rules;
using dynabackup::exchange::aws_table_rules;
using dynabackup::exchange::backup_job_echo;
using dynabackup::exchange::backup_job_filter;
using dynabackup::exchange::backup_job_limit;
using dynabackup::exchange::changed_index;
using dynabackup::exchange::clumio_changed_index;
using dynabackup::exchange::clumio_outside_recovery;
using dynabackup::exchange::clumio_rules;
using dynabackup::exchange::clumio_source;
using dynabackup::exchange::clumio_unknown_index;
using dynabackup::exchange::expect_after;
using dynabackup::exchange::expect_at_most;
using dynabackup::exchange::expect_before;
using dynabackup::exchange::expect_same;
using dynabackup::exchange::export_echo;
using dynabackup::exchange::export_limit;
using dynabackup::exchange::import_echo;
using dynabackup::exchange::import_limit;
using dynabackup::exchange::limit;
using dynabackup::exchange::name_echo;
using dynabackup::exchange::outside_recovery;
using dynabackup::exchange::outside_time_range;
using dynabackup::exchange::recovery_echo;
using dynabackup::exchange::recovery_point_echo;
using dynabackup::exchange::recovery_point_filter;
using dynabackup::exchange::recovery_point_limit;
using dynabackup::exchange::restore_echo;
using dynabackup::exchange::shown;
using dynabackup::exchange::start_repeated;
using dynabackup::exchange::table_echo;
using dynabackup::exchange::table_filter;
using dynabackup::exchange::type_filter;
using dynabackup::exchange::unknown_index;
} // namespace dynabackup::exchange

export namespace dynabackup::expiry {
using dynabackup::expiry::all;
using dynabackup::expiry::check_expiry;
using dynabackup::expiry::check_name;
using dynabackup::expiry::check_system_name;
using dynabackup::expiry::compare_creation;
using dynabackup::expiry::compare_system_name;
using dynabackup::expiry::created_before_table;
using dynabackup::expiry::expired;
using dynabackup::expiry::expiry_after;
using dynabackup::expiry::expiry_before_creation;
using dynabackup::expiry::maker;
using dynabackup::expiry::maker_of;
using dynabackup::expiry::misses;
using dynabackup::expiry::rules;
using dynabackup::expiry::system_backup_name;
using dynabackup::expiry::system_expiry;
using dynabackup::expiry::system_expiry_missing;
using dynabackup::expiry::system_name;
using dynabackup::expiry::system_name_rule;
using dynabackup::expiry::system_retention;
using dynabackup::expiry::user_expiry;
using dynabackup::expiry::whole_seconds;
} // namespace dynabackup::expiry

export namespace dynabackup::export_call {
using dynabackup::export_call::all;
using dynabackup::export_call::arn_format;
using dynabackup::export_call::arn_rule;
using dynabackup::export_call::check_arn;
using dynabackup::export_call::check_failure;
using dynabackup::export_call::check_times;
using dynabackup::export_call::check_type;
using dynabackup::export_call::check_window;
using dynabackup::export_call::description_rules;
using dynabackup::export_call::failure;
using dynabackup::export_call::incremental;
using dynabackup::export_call::table_in_arn;
using dynabackup::export_call::time_order;
using dynabackup::export_call::type_rules;
using dynabackup::export_call::window;
using dynabackup::export_call::window_order;
using dynabackup::export_call::window_rules;
} // namespace dynabackup::export_call

export namespace dynabackup::export_call::cite {
using dynabackup::export_call::cite::description;
using dynabackup::export_call::cite::request;
using dynabackup::export_call::cite::window;
} // namespace dynabackup::export_call::cite

export namespace dynabackup::exported {
using dynabackup::exported::all;
using dynabackup::exported::arn;
using dynabackup::exported::change_images;
using dynabackup::exported::change_keys;
using dynabackup::exported::change_time;
using dynabackup::exported::checksum_file;
using dynabackup::exported::checksum_missing;
using dynabackup::exported::data_checksum;
using dynabackup::exported::data_etag;
using dynabackup::exported::data_missing;
using dynabackup::exported::data_surplus;
using dynabackup::exported::duplicate_file;
using dynabackup::exported::full_exports;
using dynabackup::exported::id_time;
using dynabackup::exported::incomplete;
using dynabackup::exported::incremental_exports;
using dynabackup::exported::item_count;
using dynabackup::exported::manifest_key;
using dynabackup::exported::of_changes;
using dynabackup::exported::of_files;
using dynabackup::exported::time_order;
using dynabackup::exported::total_count;
using dynabackup::exported::version;
using dynabackup::exported::window;
} // namespace dynabackup::exported

export namespace dynabackup::exported::cite {
using dynabackup::exported::cite::design;
using dynabackup::exported::cite::format;
} // namespace dynabackup::exported::cite

export namespace dynabackup::import_call {
using dynabackup::import_call::all;
using dynabackup::import_call::check_counts;
using dynabackup::import_call::check_options;
using dynabackup::import_call::check_times;
using dynabackup::import_call::counts;
using dynabackup::import_call::csv_options;
using dynabackup::import_call::description_rules;
using dynabackup::import_call::option_rule;
using dynabackup::import_call::time_order;
using dynabackup::import_call::time_rule;
} // namespace dynabackup::import_call

export namespace dynabackup::import_call::cite {
using dynabackup::import_call::cite::description;
using dynabackup::import_call::cite::request;
} // namespace dynabackup::import_call::cite

export namespace dynabackup::indexes {
using dynabackup::indexes::all;
using dynabackup::indexes::check_global_count;
using dynabackup::indexes::check_local_count;
using dynabackup::indexes::check_names;
using dynabackup::indexes::check_range_key;
using dynabackup::indexes::check_unique_names;
using dynabackup::indexes::find_other_keys;
using dynabackup::indexes::global_count;
using dynabackup::indexes::has_vector_indexes;
using dynabackup::indexes::hash_key;
using dynabackup::indexes::index_lists;
using dynabackup::indexes::local_count;
using dynabackup::indexes::local_rule;
using dynabackup::indexes::most_global;
using dynabackup::indexes::most_local;
using dynabackup::indexes::need_sort_key;
using dynabackup::indexes::partition_key;
using dynabackup::indexes::range_key;
using dynabackup::indexes::rules;
using dynabackup::indexes::table_range_key;
using dynabackup::indexes::unique_name;
} // namespace dynabackup::indexes

export namespace dynabackup::item {
using dynabackup::item::all;
using dynabackup::item::attribute_name;
using dynabackup::item::attribute_type;
using dynabackup::item::binary;
using dynabackup::item::depth;
using dynabackup::item::key;
using dynabackup::item::key_twice;
using dynabackup::item::longest_name;
using dynabackup::item::longest_partition_key;
using dynabackup::item::longest_sort_key;
using dynabackup::item::most_levels;
using dynabackup::item::null;
using dynabackup::item::number;
using dynabackup::item::number_precision;
using dynabackup::item::number_range;
using dynabackup::item::set_duplicate;
using dynabackup::item::set_empty;
using dynabackup::item::size;
using dynabackup::item::too_many_levels;
} // namespace dynabackup::item

export namespace dynabackup::item::cite {
using dynabackup::item::cite::design;
using dynabackup::item::cite::limits;
using dynabackup::item::cite::types;
using dynabackup::item::cite::values;
} // namespace dynabackup::item::cite

export namespace dynabackup::item_page {
using dynabackup::item_page::all;
using dynabackup::item_page::check_counts;
using dynabackup::item_page::count;
using dynabackup::item_page::scanned_count;
} // namespace dynabackup::item_page

export namespace dynabackup::item_page::cite {
using dynabackup::item_page::cite::scan;
} // namespace dynabackup::item_page::cite

export namespace dynabackup::key_schema {
using dynabackup::key_schema::all;
using dynabackup::key_schema::allowance;
using dynabackup::key_schema::allowed;
using dynabackup::key_schema::check_attributes;
using dynabackup::key_schema::check_composition;
using dynabackup::key_schema::check_size;
using dynabackup::key_schema::compose;
using dynabackup::key_schema::composition;
using dynabackup::key_schema::distinct_attributes;
using dynabackup::key_schema::hash_count;
using dynabackup::key_schema::hash_first;
using dynabackup::key_schema::owner;
using dynabackup::key_schema::range_count;
using dynabackup::key_schema::rules;
using dynabackup::key_schema::several_attributes;
using dynabackup::key_schema::size;
} // namespace dynabackup::key_schema

export namespace dynabackup::lifecycle {
using dynabackup::lifecycle::all;
using dynabackup::lifecycle::changed_immutable;
using dynabackup::lifecycle::changes;
using dynabackup::lifecycle::check_immutable;
using dynabackup::lifecycle::check_immutable_table;
using dynabackup::lifecycle::check_status;
using dynabackup::lifecycle::compare;
using dynabackup::lifecycle::compare_table;
using dynabackup::lifecycle::names_table;
using dynabackup::lifecycle::past_of;
using dynabackup::lifecycle::rules;
using dynabackup::lifecycle::stage_of;
using dynabackup::lifecycle::status_regression;
using dynabackup::lifecycle::table_rules;
} // namespace dynabackup::lifecycle

export namespace dynabackup::paging {
using dynabackup::paging::all;
using dynabackup::paging::check_duplicate;
using dynabackup::paging::check_last_evaluated;
using dynabackup::paging::cursor_repeated;
using dynabackup::paging::duplicate_backup;
using dynabackup::paging::duplicate_rule;
using dynabackup::paging::last_evaluated;
using dynabackup::paging::last_evaluated_rule;
} // namespace dynabackup::paging

export namespace dynabackup::projection {
using dynabackup::projection::add_names;
using dynabackup::projection::all;
using dynabackup::projection::attributes_need_include;
using dynabackup::projection::check_duplicates;
using dynabackup::projection::check_include;
using dynabackup::projection::check_list_size;
using dynabackup::projection::check_others;
using dynabackup::projection::check_total;
using dynabackup::projection::count_attributes;
using dynabackup::projection::duplicate_attribute;
using dynabackup::projection::find_keys;
using dynabackup::projection::hundred_for_local;
using dynabackup::projection::include_needs_attributes;
using dynabackup::projection::local_and_global;
using dynabackup::projection::non_key_is_key;
using dynabackup::projection::rules;
using dynabackup::projection::size_rule;
using dynabackup::projection::total_non_key_attributes;
using dynabackup::projection::total_rule;
} // namespace dynabackup::projection

export namespace dynabackup::reading {
using dynabackup::reading::all;
using dynabackup::reading::always;
using dynabackup::reading::api_model;
using dynabackup::reading::depth;
using dynabackup::reading::duplicate_member;
using dynabackup::reading::embedded;
using dynabackup::reading::list_size;
using dynabackup::reading::missing_member;
using dynabackup::reading::misspelled_member;
using dynabackup::reading::not_integer;
using dynabackup::reading::nothing_known;
using dynabackup::reading::null_member;
using dynabackup::reading::other_spelling;
using dynabackup::reading::other_times;
using dynabackup::reading::out_of_range;
using dynabackup::reading::record_too_large;
using dynabackup::reading::string_length;
using dynabackup::reading::string_pattern;
using dynabackup::reading::syntax;
using dynabackup::reading::time_format;
using dynabackup::reading::time_out_of_range;
using dynabackup::reading::unknown_member;
using dynabackup::reading::unknown_value;
using dynabackup::reading::unrecognized;
using dynabackup::reading::wrong_type;
} // namespace dynabackup::reading

export namespace dynabackup::recovery {
using dynabackup::recovery::all;
using dynabackup::recovery::check_order;
using dynabackup::recovery::check_status;
using dynabackup::recovery::check_times;
using dynabackup::recovery::default_period;
using dynabackup::recovery::is_further;
using dynabackup::recovery::needs_backups;
using dynabackup::recovery::period;
using dynabackup::recovery::period_tolerance;
using dynabackup::recovery::restorable_times;
using dynabackup::recovery::rules;
using dynabackup::recovery::status_rules;
using dynabackup::recovery::time_order;
} // namespace dynabackup::recovery

export namespace dynabackup::recovery::cite {
using dynabackup::recovery::cite::continuous_backups;
using dynabackup::recovery::cite::description;
} // namespace dynabackup::recovery::cite

export namespace dynabackup::recovery_point {
using dynabackup::recovery_point::all;
using dynabackup::recovery_point::arn_format;
using dynabackup::recovery_point::arn_table;
using dynabackup::recovery_point::check_arn;
using dynabackup::recovery_point::check_completion;
using dynabackup::recovery_point::check_days;
using dynabackup::recovery_point::check_deletion;
using dynabackup::recovery_point::check_move;
using dynabackup::recovery_point::check_page;
using dynabackup::recovery_point::check_resource;
using dynabackup::recovery_point::check_vault;
using dynabackup::recovery_point::cold_storage;
using dynabackup::recovery_point::completion_before_creation;
using dynabackup::recovery_point::deletion_before_creation;
using dynabackup::recovery_point::expired;
using dynabackup::recovery_point::is_of_table;
using dynabackup::recovery_point::is_too_short;
using dynabackup::recovery_point::least_in_cold_storage;
using dynabackup::recovery_point::lifecycle_rules;
using dynabackup::recovery_point::page_rules;
using dynabackup::recovery_point::resource_rule;
using dynabackup::recovery_point::resource_type;
using dynabackup::recovery_point::rules;
using dynabackup::recovery_point::table_type;
using dynabackup::recovery_point::vault_name;
using dynabackup::recovery_point::vault_rules;
} // namespace dynabackup::recovery_point

export namespace dynabackup::recovery_point::cite {
using dynabackup::recovery_point::cite::arns;
using dynabackup::recovery_point::cite::describe;
using dynabackup::recovery_point::cite::lifecycle;
using dynabackup::recovery_point::cite::list_by_vault;
using dynabackup::recovery_point::cite::recovery_point;
} // namespace dynabackup::recovery_point::cite

export namespace dynabackup::restore {
using dynabackup::restore::all;
using dynabackup::restore::check_key;
using dynabackup::restore::check_source;
using dynabackup::restore::check_summary;
using dynabackup::restore::check_throughput;
using dynabackup::restore::check_time;
using dynabackup::restore::encryption_rules;
using dynabackup::restore::override_rules;
using dynabackup::restore::same_table;
using dynabackup::restore::source;
using dynabackup::restore::source_rules;
using dynabackup::restore::summary_rules;
using dynabackup::restore::summary_source;
using dynabackup::restore::summary_table;
using dynabackup::restore::throughput_billing;
using dynabackup::restore::time;
using dynabackup::restore::unused_key;
} // namespace dynabackup::restore

export namespace dynabackup::restore::cite {
using dynabackup::restore::cite::encryption;
using dynabackup::restore::cite::from_backup;
using dynabackup::restore::cite::summary;
using dynabackup::restore::cite::to_point_in_time;
} // namespace dynabackup::restore::cite

export namespace dynabackup::selection {
using dynabackup::selection::unknown_rule;
} // namespace dynabackup::selection

export namespace dynabackup::table_export {
using dynabackup::table_export::ChangeMetadata;
using dynabackup::table_export::ExportType;
using dynabackup::table_export::ExportedChange;
using dynabackup::table_export::ExportedItem;
using dynabackup::table_export::ManifestFile;
using dynabackup::table_export::ManifestSummary;
using dynabackup::table_export::OutputFormat;
using dynabackup::table_export::OutputView;
using dynabackup::table_export::ScanOutput;
using dynabackup::table_export::check_exported_change;
using dynabackup::table_export::check_exported_item;
using dynabackup::table_export::check_identity;
using dynabackup::table_export::check_item;
using dynabackup::table_export::check_key;
using dynabackup::table_export::check_last_key;
using dynabackup::table_export::check_manifest_key;
using dynabackup::table_export::check_times;
using dynabackup::table_export::check_version;
using dynabackup::table_export::check_write_time;
using dynabackup::table_export::checksum_name;
using dynabackup::table_export::compare_keys;
using dynabackup::table_export::data_name;
using dynabackup::table_export::data_name_digits;
using dynabackup::table_export::expect_items;
using dynabackup::table_export::export_id;
using dynabackup::table_export::export_word;
using dynabackup::table_export::files_name;
using dynabackup::table_export::full_version;
using dynabackup::table_export::id_hex_size;
using dynabackup::table_export::id_size;
using dynabackup::table_export::id_time_size;
using dynabackup::table_export::incremental_version;
using dynabackup::table_export::is_item;
using dynabackup::table_export::is_manifest;
using dynabackup::table_export::longest_window;
using dynabackup::table_export::make_export_id;
using dynabackup::table_export::manifest_key;
using dynabackup::table_export::manifest_shape;
using dynabackup::table_export::members_of_page;
using dynabackup::table_export::note_exported_item;
using dynabackup::table_export::note_key;
using dynabackup::table_export::note_page;
using dynabackup::table_export::operator==;
using dynabackup::table_export::read_export_id;
using dynabackup::table_export::rules_of_changes;
using dynabackup::table_export::rules_of_items;
using dynabackup::table_export::rules_of_pages;
using dynabackup::table_export::shortest_window;
using dynabackup::table_export::since;
using dynabackup::table_export::started_name;
using dynabackup::table_export::summary_name;
using dynabackup::table_export::summary_rules;
using dynabackup::table_export::system;
using dynabackup::table_export::tolerated_in_item;
using dynabackup::table_export::tolerated_in_page;
using dynabackup::table_export::top_folder;
} // namespace dynabackup::table_export

export namespace dynabackup::table_settings {
using dynabackup::table_settings::all;
using dynabackup::table_settings::archived_after;
using dynabackup::table_settings::check_encryption_status;
using dynabackup::table_settings::check_encryption_type;
using dynabackup::table_settings::check_expiry;
using dynabackup::table_settings::check_key;
using dynabackup::table_settings::check_key_access;
using dynabackup::table_settings::check_stream;
using dynabackup::table_settings::encryption_rules;
using dynabackup::table_settings::expiry_rule;
using dynabackup::table_settings::key_inaccessible;
using dynabackup::table_settings::kms_key_missing;
using dynabackup::table_settings::stream_rules;
using dynabackup::table_settings::time_left;
using dynabackup::table_settings::ttl_attribute_missing;
using dynabackup::table_settings::undocumented_status;
using dynabackup::table_settings::undocumented_type;
using dynabackup::table_settings::view_type_missing;
using dynabackup::table_settings::view_type_unexpected;
} // namespace dynabackup::table_settings

export namespace dynabackup::throughput {
using dynabackup::throughput::all;
using dynabackup::throughput::billing;
using dynabackup::throughput::billing_of;
using dynabackup::throughput::check_capacities;
using dynabackup::throughput::check_capacity;
using dynabackup::throughput::check_indexes;
using dynabackup::throughput::check_table;
using dynabackup::throughput::is_too_low;
using dynabackup::throughput::minimum;
using dynabackup::throughput::on_demand_billing_mode;
using dynabackup::throughput::on_demand_empty;
using dynabackup::throughput::on_demand_value;
using dynabackup::throughput::on_demand_zero;
using dynabackup::throughput::table_rule;
} // namespace dynabackup::throughput

export namespace dynabackup::vector_indexes {
using dynabackup::vector_indexes::all;
using dynabackup::vector_indexes::billing_mode;
using dynabackup::vector_indexes::check_billing_mode;
using dynabackup::vector_indexes::check_dimensions;
using dynabackup::vector_indexes::dimensions;
using dynabackup::vector_indexes::most_dimensions;
using dynabackup::vector_indexes::rules;
} // namespace dynabackup::vector_indexes
