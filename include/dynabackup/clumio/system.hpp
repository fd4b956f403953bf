#pragma once
/// \file
/// Clumio's shapes, and how its documents are recognised.

#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/clumio/exchange.hpp>
#include <dynabackup/clumio/tables.hpp>
#include <dynabackup/model/sync_names.hpp>
#include <dynabackup/model/system.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

namespace dynabackup::clumio {

namespace detail {

/// What the members of a document show about its shape.
enum clue : std::uint32_t {
    page = 1 << 0,
    error = 1 << 1,
    first_of_backup = 1 << 2, ///< and the bits after it: members of a backup, each a bit
    backup = ((1U << 11) - 1) << 2,
    restore = 1 << 13,
    table = 1 << 14, ///< a member that a backup does not have
    table_page = 1 << 15,
};

/// The tables of this system. A template, so that only their users compile all shapes.
template <class Lazy>
struct tables {
    using in_full = lazily<Lazy, DynamoDBTable>;
    using of_restore = lazily<Lazy, RestoreAwsDynamodbTableV1Request>;
    using restored = lazily<Lazy, DynamoDBTableRestoreSource>;

    /// Recognises a page whose first table has that member.
    static constexpr document_clue in_page(std::string_view member) {
        return {wire_name<&lazily<Lazy, DynamoDBTableList>::embedded>, table_page,
                wire_name<&lazily<Lazy, DynamoDBTableListEmbedded>::items>, clue_strength::strong, member};
    }

    static constexpr std::array clues{
        document_clue{wire_name<&of_restore::source>, restore, wire_name<&restored::securevault_backup>},
        document_clue{wire_name<&of_restore::source>, restore, wire_name<&restored::continuous_backup>},
        document_clue{wire_name<&in_full::table_native_id>, table},
        document_clue{wire_name<&in_full::table_keys>, table},
        document_clue{wire_name<&in_full::earliest_continuous_snapshot_restorable_timestamp>, table},
        document_clue{wire_name<&in_full::latest_continuous_snapshot_restorable_timestamp>, table},
        in_page(wire_name<&in_full::table_native_id>),
        in_page(wire_name<&in_full::table_keys>),
        in_page(wire_name<&in_full::earliest_continuous_snapshot_restorable_timestamp>),
        in_page(wire_name<&in_full::latest_continuous_snapshot_restorable_timestamp>),
        document_clue{wire_name<&lazily<Lazy, DynamoDBTableBackupList>::embedded>, page,
                      wire_name<&lazily<Lazy, DynamoDBTableBackupListEmbedded>::items>},
        document_clue{wire_name<&lazily<Lazy, Error>::errors>, error,
                      wire_name<&lazily<Lazy, SingleError>::error_code>},
        document_clue{wire_name<&lazily<Lazy, Error>::errors>, error,
                      wire_name<&lazily<Lazy, SingleError>::error_message>},
        document_clue{wire_name<&lazily<Lazy, DynamoDBTableBackup>::start_timestamp>, first_of_backup << 0},
        document_clue{wire_name<&lazily<Lazy, DynamoDBTableBackup>::expiration_timestamp>,
                      first_of_backup << 1},
        document_clue{wire_name<&lazily<Lazy, DynamoDBTableBackup>::account_native_id>, first_of_backup << 2},
        document_clue{wire_name<&lazily<Lazy, DynamoDBTableBackup>::aws_region>,
                      first_of_backup << 3,
                      {},
                      clue_strength::weak},
        document_clue{wire_name<&lazily<Lazy, DynamoDBTableBackup>::table_id>,
                      first_of_backup << 4,
                      {},
                      clue_strength::weak},
        document_clue{wire_name<&lazily<Lazy, DynamoDBTableBackup>::table_name>,
                      first_of_backup << 5,
                      {},
                      clue_strength::weak},
        document_clue{wire_name<&lazily<Lazy, DynamoDBTableBackup>::pitr_status>,
                      first_of_backup << 6,
                      {},
                      clue_strength::exact},
        document_clue{wire_name<&lazily<Lazy, DynamoDBTableBackup>::global_table_version>,
                      first_of_backup << 7,
                      {},
                      clue_strength::exact},
        document_clue{wire_name<&lazily<Lazy, DynamoDBTableBackup>::billing_mode>,
                      first_of_backup << 8,
                      {},
                      clue_strength::weak},
        document_clue{wire_name<&lazily<Lazy, DynamoDBTableBackup>::provisioned_throughput>,
                      first_of_backup << 9,
                      {},
                      clue_strength::weak},
        document_clue{wire_name<&lazily<Lazy, DynamoDBTableBackup>::sse_specification>,
                      first_of_backup << 10,
                      {},
                      clue_strength::exact},
    };

    static constexpr std::array documents{
        document_type{table_page, &shape_rules_of<lazily<Lazy, DynamoDBTableList>>},
        document_type{
            .clues = page, .shape = &shape_rules_of<lazily<Lazy, DynamoDBTableBackupList>>, .is_list = true},
        document_type{error, &shape_rules_of<lazily<Lazy, Error>>},
        document_type{restore, &shape_rules_of<of_restore>},
        document_type{table, &shape_rules_of<in_full>},
        document_type{
            .clues = backup, .shape = &shape_rules_of<lazily<Lazy, DynamoDBTableBackup>>, .least = 2},
    };

    /// Excludes the names that occur in the lists inside a record, such as `type`: they do not identify a record. `id`
    /// identifies a backup: apart from backups, only the tags of tables have it.
    static constexpr name_set sync_names = make_sync_names<Lazy>(
        shape_list<DynamoDBTableBackup, DynamoDBTableBackupList, Error, DynamoDBTable, DynamoDBTableList,
                   RestoreAwsDynamodbTableV1Request>{},
        shape_list<BackupStatusInfo, DynamoDBGRRAttributeFilter, DynamoDBKeyFilter, DynamoDBKeys,
                   DynamoDBRestoreKeyFilters, DynamoDBRestoreQueryFilter, DynamoDBRestoreSourceBackupOptions,
                   DynamoDBTableBackupLinks, DynamoDBTableBackupListEmbedded, DynamoDBTableBackupListLinks,
                   DynamoDBTableEmbedded, DynamoDBTableLinks, DynamoDBTableListEmbedded,
                   DynamoDBTableListLinks, DynamoDBTableRestoreSource, GlobalSecondaryIndex, HateoasLink,
                   KeyAttribute, KeySchemaElement, LocalSecondaryIndex, OnDemandThroughputOverride,
                   OperationInfo, Projection, ProtectionInfoWithRule, ProvisionedThroughput,
                   ProvisionedThroughputOverride, ReplicaDescription, ReplicaGlobalSecondaryIndex,
                   SSESpecification, SingleError, StreamSpecification, Tag>{});
    static constexpr std::array shapes = dynabackup::detail::list_shapes<Lazy>(
        shape_list<AwsTagModel, BackupStatusInfo, DynamoDBGRRAttributeFilter, DynamoDBKeyFilter, DynamoDBKeys,
                   DynamoDBRestoreKeyFilters, DynamoDBRestoreQueryFilter, DynamoDBRestoreSourceBackupOptions,
                   DynamoDBRestoreSourcePitrOptions, DynamoDBTable, DynamoDBTableBackup,
                   DynamoDBTableBackupLinks, DynamoDBTableBackupList, DynamoDBTableBackupListEmbedded,
                   DynamoDBTableBackupListLinks, DynamoDBTableEmbedded, DynamoDBTableLinks, DynamoDBTableList,
                   DynamoDBTableListEmbedded, DynamoDBTableListLinks, DynamoDBTableRestoreSource,
                   DynamoDBTableRestoreTarget, Error, GlobalSecondaryIndex, HateoasLink, KeyAttribute,
                   KeySchemaElement, LocalSecondaryIndex, OnDemandThroughputOverride, OperationInfo,
                   Projection, ProtectionInfoWithRule, ProvisionedThroughput, ProvisionedThroughputOverride,
                   ReplicaDescription, ReplicaGlobalSecondaryIndex, RestoreAwsDynamodbTableV1Request,
                   SSESpecification, SingleError, StreamSpecification, Tag>{});
};

} // namespace detail

/// The shapes and documents of Clumio's backups of DynamoDB tables, of the tables, and of restores.
template <class Lazy = void>
inline constexpr system_table system{
    .name = "clumio",
    .shapes = detail::tables<Lazy>::shapes,
    .clues = detail::tables<Lazy>::clues,
    .documents = detail::tables<Lazy>::documents,
    .sync_names = detail::tables<Lazy>::sync_names,
    .exchanges = restore_exchanges<Lazy>,
};

} // namespace dynabackup::clumio
