#pragma once
/// \file
/// ExportTableToPointInTime, DescribeExport and ListExports: export tables to files, and show the exports.

#include <dynabackup/aws/dialect.hpp>
#include <dynabackup/aws/export_description.hpp>
#include <dynabackup/aws/operation.hpp>
#include <dynabackup/aws/table_errors.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws {

/// Requests an export of a table.
struct ExportTableToPointInTimeInput {
    std::string table_arn;                        ///< of the table
    std::optional<timestamp> export_time{};       ///< the point in time whose data it has
    std::optional<std::string> client_token{};    ///< requests with the same token are one; no `$`
    std::string s3_bucket;                        ///< the bucket; at most 255 characters
    std::optional<std::string> s3_bucket_owner{}; ///< the account that owns the bucket: 12 digits
    std::optional<std::string> s3_prefix{};       ///< the prefix of its files' names; at most 1024 characters
    std::optional<open_enum<S3SseAlgorithm>> s3_sse_algorithm{}; ///< how its files are encrypted
    std::optional<std::string> s3_sse_kms_key_id{};         ///< the key, if that is KMS; 1 to 2048 characters
    std::optional<open_enum<ExportFormat>> export_format{}; ///< how its items are written
    /// Its type; absent: FULL_EXPORT; since 2023-09-26.
    std::optional<open_enum<ExportType>> export_type{};
    /// The window of an incremental export; since 2023-09-26.
    std::optional<IncrementalExportSpecification> incremental_export_specification{};
    std::optional<FilterSpecification> filter_specification{}; ///< which items it has; since 2026-09-30
};
BOOST_DESCRIBE_STRUCT(ExportTableToPointInTimeInput, (),
                      (table_arn, export_time, client_token, s3_bucket, s3_bucket_owner, s3_prefix,
                       s3_sse_algorithm, s3_sse_kms_key_id, export_format, export_type,
                       incremental_export_specification, filter_specification))

template <std::same_as<ExportTableToPointInTimeInput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::table_arn>(simple::TableArn).since(edition::v2020_11_09),
        describe<&T::export_time>(simple::ExportTime).since(edition::v2020_11_09),
        describe<&T::client_token>(simple::ClientToken).since(edition::v2020_11_09),
        describe<&T::s3_bucket>(simple::S3Bucket).since(edition::v2020_11_09),
        describe<&T::s3_bucket_owner>(simple::S3BucketOwner).since(edition::v2020_11_09),
        describe<&T::s3_prefix>(simple::S3Prefix).since(edition::v2020_11_09),
        describe<&T::s3_sse_algorithm>().since(edition::v2020_11_09),
        describe<&T::s3_sse_kms_key_id>(simple::S3SseKmsKeyId).since(edition::v2020_11_09),
        describe<&T::export_format>().since(edition::v2020_11_09),
        describe<&T::export_type>().since(edition::v2023_09_26),
        describe<&T::incremental_export_specification>().since(edition::v2023_09_26),
        describe<&T::filter_specification>().since(edition::v2026_09_30),
    };
}

template <std::same_as<ExportTableToPointInTimeInput> T>
constexpr auto rules(std::type_identity<T>) {
    return export_call::type_rules<T>();
}

/// The export that was started.
struct ExportTableToPointInTimeOutput {
    std::optional<ExportDescription> export_description{}; ///< the export
};
BOOST_DESCRIBE_STRUCT(ExportTableToPointInTimeOutput, (), (export_description))

template <std::same_as<ExportTableToPointInTimeOutput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::export_description>().since(edition::v2020_11_09),
    };
}

constexpr auto tolerated(std::type_identity<ExportTableToPointInTimeOutput>) { return client_members; }

/// The response to the request.
constexpr std::type_identity<ExportTableToPointInTimeOutput>
response_of(std::type_identity<ExportTableToPointInTimeInput>) {
    return {};
}

/// The operation: its name and its errors.
inline constexpr operation ExportTableToPointInTime{
    .name = "ExportTableToPointInTime",
    .target = "DynamoDB_20120810.ExportTableToPointInTime",
    .calls_per_second = 0,
    .errors =
        error_names<TableNotFoundException, PointInTimeRecoveryUnavailableException, LimitExceededException,
                    InvalidExportTimeException, ExportConflictException, InternalServerError>,
    .cite = "https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/ExportTableToPointInTime",
    .since = edition::v2020_11_09,
};

/// Requests one export.
struct DescribeExportInput {
    std::string export_arn; ///< of the export; 37 to 1024 characters
};
BOOST_DESCRIBE_STRUCT(DescribeExportInput, (), (export_arn))

template <std::same_as<DescribeExportInput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::export_arn>(simple::ExportArn).since(edition::v2020_11_09),
    };
}

/// The requested export.
struct DescribeExportOutput {
    std::optional<ExportDescription> export_description{}; ///< the export
};
BOOST_DESCRIBE_STRUCT(DescribeExportOutput, (), (export_description))

template <std::same_as<DescribeExportOutput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::export_description>().since(edition::v2020_11_09),
    };
}

constexpr auto tolerated(std::type_identity<DescribeExportOutput>) { return client_members; }

/// The response to the request.
constexpr std::type_identity<DescribeExportOutput> response_of(std::type_identity<DescribeExportInput>) {
    return {};
}

/// The operation: its name and its errors.
inline constexpr operation DescribeExport{
    .name = "DescribeExport",
    .target = "DynamoDB_20120810.DescribeExport",
    .calls_per_second = 0,
    .errors = error_names<ExportNotFoundException, LimitExceededException, InternalServerError>,
    .cite = "https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/DescribeExport",
    .since = edition::v2020_11_09,
};

/// Requests a page of exports.
struct ListExportsInput {
    std::optional<std::string> table_arn{};    ///< of the table
    std::optional<std::int64_t> max_results{}; ///< the most exports in the page: 1 to 25
    std::optional<std::string> next_token{};   ///< where the previous page ended
};
BOOST_DESCRIBE_STRUCT(ListExportsInput, (), (table_arn, max_results, next_token))

template <std::same_as<ListExportsInput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::table_arn>(simple::TableArn).since(edition::v2020_11_09),
        describe<&T::max_results>(simple::ListExportsMaxLimit).since(edition::v2020_11_09),
        describe<&T::next_token>(simple::ExportNextToken).since(edition::v2020_11_09),
    };
}

/// A page of exports.
struct ListExportsOutput {
    std::optional<std::vector<ExportSummary>> export_summaries{}; ///< the exports of this page
    /// For the request of the next page; absent if the list is complete.
    std::optional<std::string> next_token{};
};
BOOST_DESCRIBE_STRUCT(ListExportsOutput, (), (export_summaries, next_token))

template <std::same_as<ListExportsOutput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::export_summaries>(simple::ExportSummaries).since(edition::v2020_11_09),
        describe<&T::next_token>(simple::ExportNextToken).since(edition::v2020_11_09),
    };
}

constexpr auto tolerated(std::type_identity<ListExportsOutput>) { return client_members; }

/// The response to the request.
constexpr std::type_identity<ListExportsOutput> response_of(std::type_identity<ListExportsInput>) {
    return {};
}

/// The operation: its name and its errors.
inline constexpr operation ListExports{
    .name = "ListExports",
    .target = "DynamoDB_20120810.ListExports",
    .calls_per_second = 0,
    .errors = error_names<LimitExceededException, InternalServerError>,
    .cite = "https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/ListExports",
    .since = edition::v2020_11_09,
};

} // namespace dynabackup::aws
