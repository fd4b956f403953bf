#pragma once
/// \file
/// The manifests of a table export: manifest-summary.json is one ManifestSummary, manifest-files.json has one
/// ManifestFile per line.

#include <dynabackup/table_export/dialect.hpp>
#include <dynabackup/table_export/manifest_rules.hpp>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>

namespace dynabackup::table_export {

/// How the data files are written.
enum class OutputFormat : unsigned char {
    DYNAMODB_JSON, ///< JSON, one item or change per line
    ION,           ///< Amazon Ion text
};
BOOST_DESCRIBE_ENUM(OutputFormat, DYNAMODB_JSON, ION)
constexpr edition since(OutputFormat) { return edition::v2017_11_29; }

/// The images in each change of an incremental export.
enum class OutputView : unsigned char {
    NEW_IMAGE,          ///< the item after the change
    NEW_AND_OLD_IMAGES, ///< the item before and after it
};
BOOST_DESCRIBE_ENUM(OutputView, NEW_IMAGE, NEW_AND_OLD_IMAGES)
constexpr edition since(OutputView) { return exported::incremental_exports; }

/// The contents of an export.
enum class ExportType : unsigned char {
    FULL_EXPORT,        ///< the items of the table at one time
    INCREMENTAL_EXPORT, ///< the changes between two times
};
BOOST_DESCRIBE_ENUM(ExportType, FULL_EXPORT, INCREMENTAL_EXPORT)
constexpr edition since(ExportType) { return exported::incremental_exports; }

/// manifest-summary.json: one export.
struct ManifestSummary {
    std::string version{};                              ///< `2020-06-30` full, `2023-08-01` incremental
    std::string export_arn{};                           ///< of the export
    timestamp start_time{};                             ///< when it was requested
    timestamp end_time{};                               ///< when it was complete
    std::string table_arn{};                            ///< of the table
    std::string table_id{};                             ///< a UUID
    std::optional<timestamp> export_time{};             ///< full: the table as of this time
    std::optional<timestamp> export_from_time{};        ///< incremental: the changes from this time on
    std::optional<timestamp> export_to_time{};          ///< incremental: the changes before this time
    std::string s3_bucket{};                            ///< the bucket that holds the export
    nullable<std::string> s3_prefix{};                  ///< the prefix of its keys
    nullable<std::string> s3_sse_algorithm{};           ///< how S3 encrypted it
    nullable<std::string> s3_sse_kms_key_id{};          ///< the key that encrypted it
    std::string manifest_files_s3_key{};                ///< the key of manifest-files.json
    std::int64_t billed_size_bytes = 0;                 ///< bytes
    std::int64_t item_count = 0;                        ///< items or changes, in all files
    open_enum<OutputFormat> output_format{};            ///< of the data files
    std::optional<open_enum<OutputView>> output_view{}; ///< incremental: the images of each change
    std::optional<open_enum<ExportType>> export_type{}; ///< only in incremental exports
};
BOOST_DESCRIBE_STRUCT(ManifestSummary, (),
                      (version, export_arn, start_time, end_time, table_arn, table_id, export_time,
                       export_from_time, export_to_time, s3_bucket, s3_prefix, s3_sse_algorithm,
                       s3_sse_kms_key_id, manifest_files_s3_key, billed_size_bytes, item_count, output_format,
                       output_view, export_type))
/// It counts neither as a backup nor as an item.
constexpr bool is_manifest(std::type_identity<ManifestSummary>) { return true; }

template <std::same_as<ManifestSummary> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::version>(),
        describe<&T::export_arn>(),
        describe<&T::start_time>(),
        describe<&T::end_time>(),
        describe<&T::table_arn>(),
        describe<&T::table_id>(),
        describe<&T::export_time>(),
        describe<&T::export_from_time>().since(exported::incremental_exports),
        describe<&T::export_to_time>().since(exported::incremental_exports),
        describe<&T::s3_bucket>(),
        describe<&T::s3_prefix>(),
        describe<&T::s3_sse_algorithm>(),
        describe<&T::s3_sse_kms_key_id>(),
        describe<&T::manifest_files_s3_key>(),
        describe<&T::billed_size_bytes>(),
        describe<&T::item_count>(),
        describe<&T::output_format>(),
        describe<&T::output_view>().since(exported::incremental_exports),
        describe<&T::export_type>().since(exported::incremental_exports),
    };
}

template <std::same_as<ManifestSummary> T>
constexpr auto rules(std::type_identity<T>) {
    return summary_rules<T>();
}

/// A line of manifest-files.json: a data file.
struct ManifestFile {
    std::int64_t item_count = 0;    ///< its lines
    std::string md5_checksum{};     ///< base64 of the MD5 of the compressed file
    std::string etag{};             ///< S3's tag of its contents
    std::string data_file_s3_key{}; ///< its key
};
BOOST_DESCRIBE_STRUCT(ManifestFile, (), (item_count, md5_checksum, etag, data_file_s3_key))
/// It counts neither as a backup nor as an item.
constexpr bool is_manifest(std::type_identity<ManifestFile>) { return true; }

template <std::same_as<ManifestFile> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::item_count>(), describe<&T::md5_checksum>(), describe<&T::etag>(),
                      describe<&T::data_file_s3_key>()};
}

} // namespace dynabackup::table_export
