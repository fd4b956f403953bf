#pragma once
/// \file
/// The shapes of DynamoDB's backup operations, and how their documents are recognised.

#include <dynabackup/aws/aws.hpp>
#include <dynabackup/aws/exchange.hpp>
#include <dynabackup/model/sync_names.hpp>
#include <dynabackup/model/system.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

namespace dynabackup::aws {

namespace detail {

/// What the members of a document show about its shape.
enum clue : std::uint32_t {
    summaries = 1 << 0,
    description = 1 << 1,
    details = 1 << 2,
    source = 1 << 3,
    arn = 1 << 4,
    name = 1 << 5,
    type = 1 << 6,
    status = 1 << 7,
    created = 1 << 8,
    record = 1 << 9, ///< a member that no request has
    table = 1 << 10,
    table_name = 1 << 11,
    listing = 1 << 12,
    error = 1 << 13,
    recovery_point = 1 << 14, ///< of AWS Backup, whose records also have a BackupSizeBytes
};

/// The tables of this system. A template, so that only their users compile all shapes.
template <class Lazy>
struct tables {
    static constexpr std::array clues{
        document_clue{wire_name<&lazily<Lazy, ListBackupsOutput>::backup_summaries>, summaries},
        document_clue{wire_name<&lazily<Lazy, DescribeBackupOutput>::backup_description>, description},
        document_clue{wire_name<&lazily<Lazy, CreateBackupOutput>::backup_details>, details},
        document_clue{wire_name<&lazily<Lazy, BackupDescription>::source_table_details>, source},
        document_clue{wire_name<&lazily<Lazy, BackupDescription>::source_table_feature_details>, source},
        document_clue{wire_name<&lazily<Lazy, BackupDetails>::backup_arn>, arn},
        document_clue{wire_name<&lazily<Lazy, BackupDetails>::backup_name>, name},
        document_clue{wire_name<&lazily<Lazy, BackupDetails>::backup_type>, type},
        document_clue{wire_name<&lazily<Lazy, BackupDetails>::backup_type>, listing, {}, clue_strength::weak},
        document_clue{wire_name<&lazily<Lazy, BackupDetails>::backup_status>, status | record},
        document_clue{wire_name<&lazily<Lazy, BackupDetails>::backup_size_bytes>, record},
        document_clue{wire_name<&lazily<Lazy, BackupDetails>::backup_creation_date_time>, created | record},
        document_clue{wire_name<&lazily<Lazy, BackupDetails>::backup_expiry_date_time>, record},
        document_clue{wire_name<&lazily<Lazy, BackupSummary>::table_name>, table | table_name},
        document_clue{"Table*", table},
        document_clue{"RecoveryPoint*", recovery_point},
        document_clue{wire_name<&lazily<Lazy, ErrorBody>::type>, error, {}, clue_strength::exact},
        document_clue{wire_name<&lazily<Lazy, ListBackupsInput>::limit>, listing, {}, clue_strength::weak},
        document_clue{wire_name<&lazily<Lazy, ListBackupsInput>::time_range_lower_bound>, listing},
        document_clue{wire_name<&lazily<Lazy, ListBackupsInput>::time_range_upper_bound>, listing},
        document_clue{wire_name<&lazily<Lazy, ListBackupsInput>::exclusive_start_backup_arn>, listing},
    };

    static constexpr std::array documents{
        document_type{
            .clues = summaries, .shape = &shape_rules_of<lazily<Lazy, ListBackupsOutput>>, .is_list = true},
        document_type{.clues = description,
                      .shape = &shape_rules_of<lazily<Lazy, DescribeBackupOutput>>,
                      .is_wrapper = true},
        document_type{details | source, &shape_rules_of<lazily<Lazy, BackupDescription>>},
        document_type{details, &shape_rules_of<lazily<Lazy, CreateBackupOutput>>},
        document_type{.clues = arn | name | type | status | created,
                      .shape = &shape_rules_of<lazily<Lazy, BackupDetails>>,
                      .excluded = table},
        document_type{.clues = record,
                      .shape = &shape_rules_of<lazily<Lazy, BackupSummary>>,
                      .excluded = recovery_point},
        document_type{name | type, &shape_rules_of<lazily<Lazy, BackupSummary>>},
        document_type{name | arn, &shape_rules_of<lazily<Lazy, BackupSummary>>},
        document_type{
            .clues = arn, .shape = &shape_rules_of<lazily<Lazy, DescribeBackupInput>>, .is_weak = true},
        document_type{table_name | name, &shape_rules_of<lazily<Lazy, CreateBackupInput>>},
        document_type{
            .clues = listing, .shape = &shape_rules_of<lazily<Lazy, ListBackupsInput>>, .is_weak = true},
        document_type{error, &shape_rules_of<lazily<Lazy, ErrorBody>>},
    };

    static constexpr name_set sync_names = make_sync_names<Lazy>(
        shape_list<BackupSummary, BackupDescription, BackupDetails, ListBackupsOutput, DescribeBackupOutput,
                   CreateBackupOutput, ListBackupsInput, ErrorBody>{});
    static constexpr std::array shapes = dynabackup::detail::list_shapes<Lazy>(
        shape_list<BackupDescription, BackupDetails, BackupInUseException, BackupNotFoundException,
                   BackupSummary, ContinuousBackupsUnavailableException, CreateBackupInput,
                   CreateBackupOutput, DeleteBackupInput, DeleteBackupOutput, DescribeBackupInput,
                   DescribeBackupOutput, ErrorBody, GlobalSecondaryIndexInfo, InternalServerError,
                   KeySchemaElement, LimitExceededException, ListBackupsInput, ListBackupsOutput,
                   LocalSecondaryIndexInfo, OnDemandThroughput, Projection, ProvisionedThroughput,
                   SSEDescription, SearchSchemaElement, SourceTableDetails, SourceTableFeatureDetails,
                   StreamSpecification, TableInUseException, TableNotFoundException, TimeToLiveDescription,
                   VectorAttributeDefinition, VectorIndexInfo>{});
};

} // namespace detail

/// The shapes and documents of the backup operations.
template <class Lazy = void>
inline constexpr system_table system{
    .name = "aws",
    .shapes = detail::tables<Lazy>::shapes,
    .clues = detail::tables<Lazy>::clues,
    .documents = detail::tables<Lazy>::documents,
    .sync_names = detail::tables<Lazy>::sync_names,
    .exchanges = exchanges<Lazy>,
};

} // namespace dynabackup::aws
