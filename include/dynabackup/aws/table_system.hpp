#pragma once
/// \file
/// The shapes of DynamoDB's operations other than those on backups, and how their documents are recognised. They have a
/// table of their own, so that code that checks only backups does not compile them.

#include <dynabackup/aws/table_exchange.hpp>
#include <dynabackup/aws/tables.hpp>
#include <dynabackup/model/sync_names.hpp>
#include <dynabackup/model/system.hpp>

#include <array>
#include <cstdint>
#include <type_traits>

namespace dynabackup::aws {

namespace detail {

/// What the members of a document show about its shape.
enum table_clue : std::uint32_t {
    restored = 1 << 0,
    described = 1 << 1,
    table_status = 1 << 2,
    name_of_table = 1 << 3,
    target = 1 << 4,
    restored_backup = 1 << 5,
    continuous = 1 << 6,
    continuous_status = 1 << 7,
    recovery_status = 1 << 8,
    recovery_wish = 1 << 9,
    table_export = 1 << 10,
    export_page = 1 << 11,
    export_arn = 1 << 12,
    export_details = 1 << 13,
    export_status = 1 << 14,
    bucket = 1 << 15,
    exported_table = 1 << 16,
    table_import = 1 << 17,
    import_page = 1 << 18,
    import_arn = 1 << 19,
    import_details = 1 << 20,
    import_source = 1 << 21,
    import_table = 1 << 22,
};

/// The tables of these documents. A template, so that only their users compile all shapes.
template <class Lazy>
struct table_tables {
    using table = lazily<Lazy, TableDescription>;
    using from_backup = lazily<Lazy, RestoreTableFromBackupInput>;
    using of_export = lazily<Lazy, ExportDescription>;
    using of_import = lazily<Lazy, ImportTableDescription>;
    using backups = lazily<Lazy, ContinuousBackupsDescription>;

    static constexpr std::array clues{
        document_clue{wire_name<&lazily<Lazy, RestoreTableFromBackupOutput>::table_description>, restored},
        document_clue{wire_name<&lazily<Lazy, DescribeTableOutput>::table>, described,
                      wire_name<&table::table_name>},
        document_clue{wire_name<&table::table_status>, table_status},
        document_clue{wire_name<&table::table_name>, name_of_table},
        document_clue{wire_name<&from_backup::target_table_name>, target},
        document_clue{wire_name<&from_backup::backup_arn>, restored_backup},
        document_clue{
            wire_name<&lazily<Lazy, DescribeContinuousBackupsOutput>::continuous_backups_description>,
            continuous},
        document_clue{wire_name<&backups::continuous_backups_status>, continuous_status},
        document_clue{wire_name<&lazily<Lazy, PointInTimeRecoveryDescription>::point_in_time_recovery_status>,
                      recovery_status},
        document_clue{
            wire_name<&lazily<Lazy, UpdateContinuousBackupsInput>::point_in_time_recovery_specification>,
            recovery_wish},
        document_clue{wire_name<&lazily<Lazy, DescribeExportOutput>::export_description>, table_export},
        document_clue{wire_name<&lazily<Lazy, ListExportsOutput>::export_summaries>, export_page},
        document_clue{wire_name<&of_export::export_arn>, export_arn},
        document_clue{wire_name<&of_export::export_status>, export_status},
        document_clue{wire_name<&of_export::export_manifest>, export_details},
        document_clue{wire_name<&of_export::export_format>, export_details},
        document_clue{wire_name<&of_export::s3_bucket>, bucket | export_details},
        document_clue{wire_name<&of_export::start_time>, export_details | import_details},
        document_clue{wire_name<&of_export::table_arn>, exported_table},
        document_clue{wire_name<&lazily<Lazy, DescribeImportOutput>::import_table_description>, table_import},
        document_clue{wire_name<&lazily<Lazy, ListImportsOutput>::import_summary_list>, import_page},
        document_clue{wire_name<&of_import::import_arn>, import_arn},
        document_clue{wire_name<&of_import::import_status>, import_details},
        document_clue{wire_name<&of_import::s3_bucket_source>, import_source | import_details},
        document_clue{wire_name<&of_import::table_creation_parameters>, import_table},
    };

    static constexpr std::array documents{
        document_type{restored, &shape_rules_of<lazily<Lazy, RestoreTableFromBackupOutput>>},
        document_type{described, &shape_rules_of<lazily<Lazy, DescribeTableOutput>>},
        document_type{table_status | name_of_table, &shape_rules_of<table>},
        document_type{target | restored_backup, &shape_rules_of<from_backup>},
        document_type{target, &shape_rules_of<lazily<Lazy, RestoreTableToPointInTimeInput>>},
        document_type{continuous, &shape_rules_of<lazily<Lazy, DescribeContinuousBackupsOutput>>},
        document_type{continuous_status, &shape_rules_of<backups>},
        document_type{recovery_status, &shape_rules_of<lazily<Lazy, PointInTimeRecoveryDescription>>},
        document_type{recovery_wish, &shape_rules_of<lazily<Lazy, UpdateContinuousBackupsInput>>},
        document_type{table_export, &shape_rules_of<lazily<Lazy, DescribeExportOutput>>},
        document_type{export_page, &shape_rules_of<lazily<Lazy, ListExportsOutput>>},
        document_type{export_arn | export_details, &shape_rules_of<of_export>},
        document_type{export_arn | export_status, &shape_rules_of<lazily<Lazy, ExportSummary>>},
        document_type{export_arn, &shape_rules_of<lazily<Lazy, DescribeExportInput>>},
        document_type{bucket | exported_table, &shape_rules_of<lazily<Lazy, ExportTableToPointInTimeInput>>},
        document_type{table_import, &shape_rules_of<lazily<Lazy, DescribeImportOutput>>},
        document_type{import_page, &shape_rules_of<lazily<Lazy, ListImportsOutput>>},
        document_type{import_arn | import_details, &shape_rules_of<of_import>},
        document_type{import_arn, &shape_rules_of<lazily<Lazy, DescribeImportInput>>},
        document_type{import_source | import_table, &shape_rules_of<lazily<Lazy, ImportTableInput>>},
    };

    /// Excludes names that also occur in a record of a backup, or inside a table: they do not identify a document.
    static constexpr name_set sync_names = make_sync_names<Lazy>(
        shape_list<RestoreTableFromBackupOutput, DescribeTableOutput, TableDescription,
                   RestoreTableFromBackupInput, RestoreTableToPointInTimeInput,
                   DescribeContinuousBackupsOutput, ContinuousBackupsDescription,
                   PointInTimeRecoveryDescription, UpdateContinuousBackupsInput, DescribeExportOutput,
                   ExportDescription, ListExportsOutput, ExportTableToPointInTimeInput, DescribeImportOutput,
                   ImportTableDescription, ListImportsOutput, ImportTableInput>{},
        shape_list<SourceTableDetails, SourceTableFeatureDetails, GlobalSecondaryIndexInfo,
                   LocalSecondaryIndexInfo, VectorIndexInfo, GlobalSecondaryIndexDescription,
                   ReplicaDescription, RestoreSummary>{});
    static constexpr std::array shapes = dynabackup::detail::list_shapes<Lazy>(
        shape_list<ArchivalSummary, AttributeDefinition, BillingModeSummary, ContinuousBackupsDescription,
                   CsvOptions, DescribeContinuousBackupsInput, DescribeContinuousBackupsOutput,
                   DescribeExportInput, DescribeExportOutput, DescribeImportInput, DescribeImportOutput,
                   DescribeTableInput, DescribeTableOutput, ExportConflictException, ExportDescription,
                   ExportNotFoundException, ExportSummary, ExportTableToPointInTimeInput,
                   ExportTableToPointInTimeOutput, FilterSpecification, GlobalSecondaryIndex,
                   GlobalSecondaryIndexDescription, GlobalSecondaryIndexWarmThroughputDescription,
                   GlobalTableWitnessDescription, ImportConflictException, ImportNotFoundException,
                   ImportSummary, ImportTableDescription, ImportTableInput, ImportTableOutput,
                   IncrementalExportSpecification, InputFormatOptions, InvalidExportTimeException,
                   InvalidRestoreTimeException, ListExportsInput, ListExportsOutput, ListImportsInput,
                   ListImportsOutput, LocalSecondaryIndex, LocalSecondaryIndexDescription,
                   OnDemandThroughputOverride, PointInTimeRecoveryDescription,
                   PointInTimeRecoverySpecification, PointInTimeRecoveryUnavailableException,
                   ProvisionedThroughputDescription, ProvisionedThroughputOverride, ReplicaDescription,
                   ReplicaGlobalSecondaryIndexDescription, ResourceInUseException, ResourceNotFoundException,
                   RestoreSummary, RestoreTableFromBackupInput, RestoreTableFromBackupOutput,
                   RestoreTableToPointInTimeInput, RestoreTableToPointInTimeOutput, S3BucketSource,
                   SSESpecification, TableAlreadyExistsException, TableClassSummary, TableCreationParameters,
                   TableDescription, TableWarmThroughputDescription, UpdateContinuousBackupsInput,
                   UpdateContinuousBackupsOutput, VectorIndex, VectorIndexDescription, WarmThroughput>{});
};

} // namespace detail

/// The shapes and documents of the operations other than those on backups.
template <class Lazy = void>
inline constexpr system_table table_system{
    .name = "aws",
    .shapes = detail::table_tables<Lazy>::shapes,
    .clues = detail::table_tables<Lazy>::clues,
    .documents = detail::table_tables<Lazy>::documents,
    .sync_names = detail::table_tables<Lazy>::sync_names,
    .exchanges = table_exchanges<Lazy>,
};

} // namespace dynabackup::aws
