#pragma once
/// \file
/// The simple shapes of the DynamoDB API that descriptions of tables, restores, exports and imports reach, beyond those
/// of backups. See limits.hpp for how they are described.

#include <dynabackup/aws/limits.hpp>
#include <dynabackup/model/simple_shape.hpp>

namespace dynabackup::aws::simple {

using enum simple_type;

// ---- values ----

/// Any text.
inline constexpr simple_shape String{"String", string, {.since = edition::v2017_11_29}};

/// A truth value.
inline constexpr simple_shape BooleanObject{"BooleanObject", boolean, {.since = edition::v2018_03_26}};

/// Capacity units per second, or none.
inline constexpr simple_shape NonNegativeLongObject{
    "NonNegativeLongObject", long_, {.since = edition::v2018_11_28, .min = 0}};

// ---- tables and their indexes ----

/// The attributes of all keys of a table and of its indexes.
inline constexpr simple_shape AttributeDefinitions{
    "AttributeDefinitions", list, {.since = edition::v2017_11_29}};

/// Whether an index is being filled.
inline constexpr simple_shape Backfilling{"Backfilling", boolean, {.since = edition::v2017_11_29}};

/// Global secondary indexes of a table to be created.
inline constexpr simple_shape GlobalSecondaryIndexList{
    "GlobalSecondaryIndexList", list, {.since = edition::v2019_11_12}};

/// Local secondary indexes of a table to be created.
inline constexpr simple_shape LocalSecondaryIndexList{
    "LocalSecondaryIndexList", list, {.since = edition::v2019_11_12}};

/// Vector indexes of a table to be created.
inline constexpr simple_shape VectorIndexList{"VectorIndexList", list, {.since = edition::v2026_08_04}};

/// The global secondary indexes of a table.
inline constexpr simple_shape GlobalSecondaryIndexDescriptionList{
    "GlobalSecondaryIndexDescriptionList", list, {.since = edition::v2017_11_29}};

/// The local secondary indexes of a table.
inline constexpr simple_shape LocalSecondaryIndexDescriptionList{
    "LocalSecondaryIndexDescriptionList", list, {.since = edition::v2017_11_29}};

/// The vector indexes of a table.
inline constexpr simple_shape VectorIndexDescriptionList{
    "VectorIndexDescriptionList", list, {.since = edition::v2026_08_04}};

/// The Amazon Resource Name of a stream.
inline constexpr simple_shape StreamArn{
    "StreamArn", string, {.since = edition::v2017_11_29, .min = 37, .max = 1024}};

/// Why a table was archived.
inline constexpr simple_shape ArchivalReason{"ArchivalReason", string, {.since = edition::v2019_11_26}};

/// Whether a table cannot be deleted.
inline constexpr simple_shape DeletionProtectionEnabled{
    "DeletionProtectionEnabled", boolean, {.since = edition::v2023_03_08}};

/// Whether a replica cannot leave its global table.
inline constexpr simple_shape DisassociationProtectionEnabled{
    "DisassociationProtectionEnabled", boolean, {.since = edition::v2026_10_22}};

/// Whether a key of the Key Management Service encrypts a table.
inline constexpr simple_shape SSEEnabled{"SSEEnabled", boolean, {.since = edition::v2020_02_17}};

/// A key of the Key Management Service: its id, its ARN, or its alias.
inline constexpr simple_shape KMSMasterKeyId{"KMSMasterKeyId", string, {.since = edition::v2019_11_21}};

// ---- replicas ----

/// The name of a region.
inline constexpr simple_shape RegionName{"RegionName", string, {.since = edition::v2019_11_21}};

/// The replicas of a table.
inline constexpr simple_shape ReplicaDescriptionList{
    "ReplicaDescriptionList", list, {.since = edition::v2019_11_21}};

/// The global secondary indexes of a replica.
inline constexpr simple_shape ReplicaGlobalSecondaryIndexDescriptionList{
    "ReplicaGlobalSecondaryIndexDescriptionList", list, {.since = edition::v2019_11_21}};

/// The meaning of a replica's state.
inline constexpr simple_shape ReplicaStatusDescription{
    "ReplicaStatusDescription", string, {.since = edition::v2019_11_21}};

/// The progress of a replica, as text.
inline constexpr simple_shape ReplicaStatusPercentProgress{
    "ReplicaStatusPercentProgress", string, {.since = edition::v2019_11_21}};

/// The witnesses of a global table.
inline constexpr simple_shape GlobalTableWitnessDescriptionList{
    "GlobalTableWitnessDescriptionList", list, {.since = edition::v2025_06_30}};

// ---- restoring ----

/// Whether a table is being restored.
inline constexpr simple_shape RestoreInProgress{
    "RestoreInProgress", boolean, {.since = edition::v2017_11_29}};

/// The point in time whose data a table has; called `Date` here until 2018-03-26.
inline constexpr simple_shape RestoreDateTime{"RestoreDateTime", time, {.since = edition::v2017_11_29}};

/// The number of days for which a table can be restored.
inline constexpr simple_shape RecoveryPeriodInDays{
    "RecoveryPeriodInDays", integer, {.since = edition::v2025_01_07, .min = 1, .max = 35}};

} // namespace dynabackup::aws::simple
