#pragma once
/// \file
/// The simple shapes of the DynamoDB API that backups reach, with their limits, and the days on which the limits
/// changed. Source: the service's own model, version 2012-08-10, as it was on each day.
///
/// `first.since` is the day on which the shape entered the API, or the day of the backup operations if the shape is
/// older; `later` is present if its limits changed.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/util/characters.hpp>
#include <dynabackup/model/simple_shape.hpp>

#include <string_view>

namespace dynabackup::aws::simple {

namespace patterns {

/// One or more ASCII letters, digits, `_`, `.`, `-`.
DYNABACKUP_ALWAYS_INLINE inline bool is_name(std::string_view text) {
    return characters::consists_of<characters::name>(text);
}

/// Names of tables, indexes and backups.
inline constexpr pattern name{"[a-zA-Z0-9_.-]+", is_name};
/// Ids of tables.
inline constexpr pattern uuid{"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
                              characters::is_uuid<>};

} // namespace patterns

using enum simple_type;

// ---- tables, indexes and their attributes ----

/// The name of a table.
inline constexpr simple_shape TableName{
    "TableName", string, {.since = edition::v2017_11_29, .min = 3, .max = 255, .pattern = &patterns::name}};

/// A table's Amazon Resource Name; in a request since 2024-03-20 also its bare name, hence the minimum of 1.
inline constexpr simple_shape TableArn{"TableArn",
                                       string,
                                       {.since = edition::v2017_11_29},
                                       {.since = edition::v2024_03_20, .min = 1, .max = 1024}};

/// Identifies a table: a UUID. Tables that had one name at different times have different ids.
inline constexpr simple_shape TableId{
    "TableId", string, {.since = edition::v2017_11_29, .pattern = &patterns::uuid}};

/// When a table was created.
inline constexpr simple_shape TableCreationDateTime{
    "TableCreationDateTime", time, {.since = edition::v2017_11_29}};

/// Approximate number of items in a table.
inline constexpr simple_shape ItemCount{"ItemCount", long_, {.since = edition::v2017_11_29, .min = 0}};

/// The name of a secondary or vector index.
inline constexpr simple_shape IndexName{
    "IndexName", string, {.since = edition::v2017_11_29, .min = 3, .max = 255, .pattern = &patterns::name}};

/// The name of an attribute of a primary key.
inline constexpr simple_shape KeySchemaAttributeName{
    "KeySchemaAttributeName", string, {.since = edition::v2017_11_29, .min = 1, .max = 255}};

/// The attributes of a primary key, partition key first. At most two until 2025-11-19, when keys of several
/// partition and sort attributes appeared and the model dropped the maximum.
inline constexpr simple_shape KeySchema{"KeySchema",
                                        list,
                                        {.since = edition::v2017_11_29, .min = 1, .max = 2},
                                        {.since = edition::v2025_11_19, .min = 1}};

/// The name of an attribute that is copied into an index.
inline constexpr simple_shape NonKeyAttributeName{
    "NonKeyAttributeName", string, {.since = edition::v2017_11_29, .min = 1, .max = 255}};

/// The attributes that one index copies beyond the keys.
inline constexpr simple_shape NonKeyAttributeNameList{
    .name = "NonKeyAttributeNameList",
    .type = list,
    .first = {.since = edition::v2017_11_29, .min = 1, .max = 20},
    .element = &NonKeyAttributeName};

/// The local secondary indexes of a table.
inline constexpr simple_shape LocalSecondaryIndexes{
    "LocalSecondaryIndexes", list, {.since = edition::v2017_11_29}};

/// The global secondary indexes of a table.
inline constexpr simple_shape GlobalSecondaryIndexes{
    "GlobalSecondaryIndexes", list, {.since = edition::v2017_11_29}};

/// Capacity units per second, or the number of dimensions of a vector.
inline constexpr simple_shape PositiveLongObject{
    "PositiveLongObject", long_, {.since = edition::v2017_11_29, .min = 1}};

/// Any 64-bit number; the name of `LongObject` until 2023-03-08.
inline constexpr simple_shape Long{"Long", long_, {.since = edition::v2017_11_29}};

/// Any 64-bit number.
inline constexpr simple_shape LongObject{"LongObject", long_, {.since = edition::v2023_03_08}};

// ---- features of a table ----

/// Whether a table has a stream.
inline constexpr simple_shape StreamEnabled{"StreamEnabled", boolean, {.since = edition::v2017_11_29}};

/// The name of the attribute that holds an item's time of expiry.
inline constexpr simple_shape TimeToLiveAttributeName{
    "TimeToLiveAttributeName", string, {.since = edition::v2017_11_29, .min = 1, .max = 255}};

/// The Amazon Resource Name of the key that encrypts a table.
inline constexpr simple_shape KMSMasterKeyArn{"KMSMasterKeyArn", string, {.since = edition::v2018_06_14}};

/// The name of any attribute.
inline constexpr simple_shape AttributeName{
    "AttributeName", string, {.since = edition::v2026_08_04, .max = 65535}};

/// The name of an attribute that holds vectors.
inline constexpr simple_shape VectorAttributeName{
    "VectorAttributeName", string, {.since = edition::v2026_08_04, .min = 1, .max = 255}};

/// The attributes that a search in a vector index may name.
inline constexpr simple_shape SearchSchema{"SearchSchema", list, {.since = edition::v2026_08_04, .min = 1}};

/// The vector indexes of a table.
inline constexpr simple_shape VectorIndexes{"VectorIndexes", list, {.since = edition::v2026_08_04}};

// ---- backups ----

/// The Amazon Resource Name of a backup.
inline constexpr simple_shape BackupArn{
    "BackupArn", string, {.since = edition::v2017_11_29, .min = 37, .max = 1024}};

/// The name of a backup. Its pattern is documented since 2018-02-08.
inline constexpr simple_shape BackupName{
    "BackupName",
    string,
    {.since = edition::v2017_11_29, .min = 3, .max = 255},
    {.since = edition::v2018_02_08, .min = 3, .max = 255, .pattern = &patterns::name}};

/// Bytes of a backup.
inline constexpr simple_shape BackupSizeBytes{
    "BackupSizeBytes", long_, {.since = edition::v2017_11_29, .min = 0}};

/// When a backup was requested.
inline constexpr simple_shape BackupCreationDateTime{
    "BackupCreationDateTime", time, {.since = edition::v2017_11_29}};

/// A point in time.
inline constexpr simple_shape Date{"Date", time, {.since = edition::v2017_11_29}};

/// One page of backups.
inline constexpr simple_shape BackupSummaries{"BackupSummaries", list, {.since = edition::v2017_11_29}};

/// The most backups that one page may hold.
inline constexpr simple_shape BackupsInputLimit{
    "BackupsInputLimit", integer, {.since = edition::v2017_11_29, .min = 1, .max = 100}};

/// The first creation time that is listed.
inline constexpr simple_shape TimeRangeLowerBound{
    "TimeRangeLowerBound", time, {.since = edition::v2017_11_29}};

/// The first creation time that is no longer listed.
inline constexpr simple_shape TimeRangeUpperBound{
    "TimeRangeUpperBound", time, {.since = edition::v2017_11_29}};

// ---- errors ----

/// What went wrong, in words.
inline constexpr simple_shape ErrorMessage{"ErrorMessage", string, {.since = edition::v2017_11_29}};

} // namespace dynabackup::aws::simple
