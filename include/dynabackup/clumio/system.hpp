#pragma once
/// \file
/// Clumio's shapes, and how its documents are recognised.

#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/model/sync_names.hpp>
#include <dynabackup/model/system.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

namespace dynabackup::clumio {

namespace detail {

/// What the members of a document say.
enum clue : std::uint32_t {
    page = 1 << 0,
    error = 1 << 1,
    first_of_backup = 1 << 2, ///< and the bits after it: members of a backup, each a bit
    backup = ((1U << 11) - 1) << 2,
};

/// The tables of this system. A template, so that only their users compile all shapes.
template <class Lazy>
struct tables {
    static constexpr std::array clues{
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
        document_type{
            .clues = page, .shape = &shape_rules_of<lazily<Lazy, DynamoDBTableBackupList>>, .is_list = true},
        document_type{error, &shape_rules_of<lazily<Lazy, Error>>},
        document_type{
            .clues = backup, .shape = &shape_rules_of<lazily<Lazy, DynamoDBTableBackup>>, .least = 2},
    };

    /// What is in a record has lists of its own; the names that occur there, `type` for one, tell nothing.
    static constexpr name_set sync_names = make_sync_names<Lazy>(
        shape_list<DynamoDBTableBackup, DynamoDBTableBackupList, Error>{},
        shape_list<DynamoDBTableBackupLinks, DynamoDBTableBackupListEmbedded, DynamoDBTableBackupListLinks,
                   GlobalSecondaryIndex, HateoasLink, KeySchemaElement, LocalSecondaryIndex,
                   OnDemandThroughputOverride, Projection, ProvisionedThroughput,
                   ProvisionedThroughputOverride, ReplicaDescription, ReplicaGlobalSecondaryIndex,
                   SSESpecification, SingleError, StreamSpecification, Tag>{});
    static constexpr std::array shapes = dynabackup::detail::list_shapes<Lazy>(
        shape_list<DynamoDBTableBackup, DynamoDBTableBackupLinks, DynamoDBTableBackupList,
                   DynamoDBTableBackupListEmbedded, DynamoDBTableBackupListLinks, Error, GlobalSecondaryIndex,
                   HateoasLink, KeySchemaElement, LocalSecondaryIndex, OnDemandThroughputOverride, Projection,
                   ProvisionedThroughput, ProvisionedThroughputOverride, ReplicaDescription,
                   ReplicaGlobalSecondaryIndex, SSESpecification, SingleError, StreamSpecification, Tag>{});
};

} // namespace detail

/// The shapes and documents of Clumio's backups of DynamoDB tables.
template <class Lazy = void>
inline constexpr system_table system{
    .name = "clumio",
    .shapes = detail::tables<Lazy>::shapes,
    .clues = detail::tables<Lazy>::clues,
    .documents = detail::tables<Lazy>::documents,
    .sync_names = detail::tables<Lazy>::sync_names,
};

/// The members with which a document or a record of this system may begin. The condition makes them depend on T: whoever
/// does not call this does not compile them.
template <class T>
constexpr std::span<std::string_view const> sync_names(std::type_identity<T>) {
    return detail::tables<std::conditional_t<std::is_void_v<T>, T, void>>::sync_names;
}

} // namespace dynabackup::clumio
