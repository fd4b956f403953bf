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
    backup = 1 << 2,
};

/// The tables of this system. A template, so that only their users compile all shapes.
template <class Lazy>
struct tables {
    static constexpr std::array clues{
        document_clue{wire_name<&lazily<Lazy, DynamoDBTableBackupList>::embedded>, page,
                      wire_name<&lazily<Lazy, DynamoDBTableBackupListEmbedded>::items>},
        document_clue{wire_name<&lazily<Lazy, Error>::errors>, error},
        document_clue{wire_name<&lazily<Lazy, DynamoDBTableBackup>::start_timestamp>, backup},
        document_clue{wire_name<&lazily<Lazy, DynamoDBTableBackup>::expiration_timestamp>, backup},
        document_clue{wire_name<&lazily<Lazy, DynamoDBTableBackup>::account_native_id>, backup},
    };

    static constexpr std::array documents{
        document_type{
            .clues = page, .shape = &shape_rules_of<lazily<Lazy, DynamoDBTableBackupList>>, .is_list = true},
        document_type{error, &shape_rules_of<lazily<Lazy, Error>>},
        document_type{backup, &shape_rules_of<lazily<Lazy, DynamoDBTableBackup>>},
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
