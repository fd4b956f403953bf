#pragma once
/// \file
/// ExportDescription: an export of a table, as its operations show it.

#include <dynabackup/aws/attribute_rules.hpp>
#include <dynabackup/aws/attribute_value.hpp>
#include <dynabackup/aws/dialect.hpp>
#include <dynabackup/aws/export_enums.hpp>
#include <dynabackup/aws/export_limits.hpp>
#include <dynabackup/rules/export_call.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws {

/// The window of an incremental export.
struct IncrementalExportSpecification {
    std::optional<timestamp> export_from_time{}; ///< changes at this time or later
    std::optional<timestamp> export_to_time{};   ///< changes before this time; absent: as late as possible
    /// The images of each changed item; absent: NEW_AND_OLD_IMAGES.
    std::optional<open_enum<ExportViewType>> export_view_type{};
};
BOOST_DESCRIBE_STRUCT(IncrementalExportSpecification, (),
                      (export_from_time, export_to_time, export_view_type))

template <std::same_as<IncrementalExportSpecification> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::export_from_time>(simple::ExportFromTime).since(edition::v2023_09_26),
        describe<&T::export_to_time>(simple::ExportToTime).since(edition::v2023_09_26),
        describe<&T::export_view_type>().since(edition::v2023_09_26),
    };
}

template <std::same_as<IncrementalExportSpecification> T>
constexpr auto rules(std::type_identity<T>) {
    return export_call::window_rules<T>();
}

/// The items and attributes that an export has.
struct FilterSpecification {
    std::optional<std::string> filter_expression{};     ///< a condition on items
    std::optional<std::string> projection_expression{}; ///< the attributes, separated by commas
    /// A condition on keys: on one partition key, and optionally on a sort key.
    std::optional<std::string> key_condition_expression{};
    /// Names of attributes, by their placeholders in the expressions.
    std::optional<json_object> expression_attribute_names{};
    std::optional<AttributeMap> expression_attribute_values{}; ///< values, by their placeholders
};
BOOST_DESCRIBE_STRUCT(FilterSpecification, (),
                      (filter_expression, projection_expression, key_condition_expression,
                       expression_attribute_names, expression_attribute_values))

template <std::same_as<FilterSpecification> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::filter_expression>(simple::ConditionExpression).since(edition::v2026_09_30),
        describe<&T::projection_expression>(simple::ProjectionExpression).since(edition::v2026_09_30),
        describe<&T::key_condition_expression>(simple::KeyExpression).since(edition::v2026_09_30),
        describe<&T::expression_attribute_names>(simple::ExpressionAttributeNameMap)
            .since(edition::v2026_09_30),
        describe<&T::expression_attribute_values>(simple::ExpressionAttributeValueMap)
            .since(edition::v2026_09_30),
    };
}

template <std::same_as<FilterSpecification> T>
constexpr auto rules(std::type_identity<T>) {
    return expression_rules<T>();
}

/// An export.
struct ExportDescription {
    std::optional<std::string> export_arn{};                ///< of the export; 37 to 1024 characters
    std::optional<open_enum<ExportStatus>> export_status{}; ///< its state
    std::optional<timestamp> start_time{};                  ///< when it began
    std::optional<timestamp> end_time{};                    ///< when it ended
    std::optional<std::string> export_manifest{};           ///< the file that lists its files
    std::optional<std::string> table_arn{};                 ///< of the table
    std::optional<std::string> table_id{};                  ///< a UUID in lower case
    std::optional<timestamp> export_time{};                 ///< the point in time whose data it has
    std::optional<std::string> client_token{};              ///< requests with the same token are one; no `$`
    std::optional<std::string> s3_bucket{};                 ///< the bucket; at most 255 characters
    std::optional<std::string> s3_bucket_owner{};           ///< the account that owns the bucket: 12 digits
    std::optional<std::string> s3_prefix{}; ///< the prefix of its files' names; at most 1024 characters
    std::optional<open_enum<S3SseAlgorithm>> s3_sse_algorithm{}; ///< how its files are encrypted
    std::optional<std::string> s3_sse_kms_key_id{};         ///< the key, if that is KMS; 1 to 2048 characters
    std::optional<std::string> failure_code{};              ///< why it failed
    std::optional<std::string> failure_message{};           ///< why it failed, in words
    std::optional<open_enum<ExportFormat>> export_format{}; ///< how its items are written
    std::optional<std::int64_t> billed_size_bytes{};        ///< bytes that are billed; at least 0
    std::optional<std::int64_t> item_count{};               ///< items; at least 0
    /// Its type; absent: FULL_EXPORT; since 2023-09-26.
    std::optional<open_enum<ExportType>> export_type{};
    /// The window of an incremental export; since 2023-09-26.
    std::optional<IncrementalExportSpecification> incremental_export_specification{};
    std::optional<FilterSpecification> filter_specification{}; ///< which items it has; since 2026-09-30
};
BOOST_DESCRIBE_STRUCT(ExportDescription, (),
                      (export_arn, export_status, start_time, end_time, export_manifest, table_arn, table_id,
                       export_time, client_token, s3_bucket, s3_bucket_owner, s3_prefix, s3_sse_algorithm,
                       s3_sse_kms_key_id, failure_code, failure_message, export_format, billed_size_bytes,
                       item_count, export_type, incremental_export_specification, filter_specification))

template <std::same_as<ExportDescription> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::export_arn>(simple::ExportArn).since(edition::v2020_11_09),
        describe<&T::export_status>().since(edition::v2020_11_09),
        describe<&T::start_time>(simple::ExportStartTime).since(edition::v2020_11_09),
        describe<&T::end_time>(simple::ExportEndTime).since(edition::v2020_11_09),
        describe<&T::export_manifest>(simple::ExportManifest).since(edition::v2020_11_09),
        describe<&T::table_arn>(simple::TableArn).since(edition::v2020_11_09),
        describe<&T::table_id>(simple::TableId).since(edition::v2020_11_09),
        describe<&T::export_time>(simple::ExportTime).since(edition::v2020_11_09),
        describe<&T::client_token>(simple::ClientToken).since(edition::v2020_11_09),
        describe<&T::s3_bucket>(simple::S3Bucket).since(edition::v2020_11_09),
        describe<&T::s3_bucket_owner>(simple::S3BucketOwner).since(edition::v2020_11_09),
        describe<&T::s3_prefix>(simple::S3Prefix).since(edition::v2020_11_09),
        describe<&T::s3_sse_algorithm>().since(edition::v2020_11_09),
        describe<&T::s3_sse_kms_key_id>(simple::S3SseKmsKeyId).since(edition::v2020_11_09),
        describe<&T::failure_code>(simple::FailureCode).since(edition::v2020_11_09),
        describe<&T::failure_message>(simple::FailureMessage).since(edition::v2020_11_09),
        describe<&T::export_format>().since(edition::v2020_11_09),
        describe<&T::billed_size_bytes>(simple::BilledSizeBytes).since(edition::v2020_11_09),
        describe<&T::item_count>(simple::ItemCount).since(edition::v2020_11_09),
        describe<&T::export_type>().since(edition::v2023_09_26),
        describe<&T::incremental_export_specification>().since(edition::v2023_09_26),
        describe<&T::filter_specification>().since(edition::v2026_09_30),
    };
}

template <std::same_as<ExportDescription> T>
constexpr auto rules(std::type_identity<T>) {
    return join(export_call::description_rules<T>(), export_call::type_rules<T>());
}

/// An export in a list.
struct ExportSummary {
    std::optional<std::string> export_arn{};                ///< of the export; 37 to 1024 characters
    std::optional<open_enum<ExportStatus>> export_status{}; ///< its state
    /// Its type; absent: FULL_EXPORT; since 2023-09-26.
    std::optional<open_enum<ExportType>> export_type{};
};
BOOST_DESCRIBE_STRUCT(ExportSummary, (), (export_arn, export_status, export_type))

template <std::same_as<ExportSummary> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::export_arn>(simple::ExportArn).since(edition::v2020_11_09),
        describe<&T::export_status>().since(edition::v2020_11_09),
        describe<&T::export_type>().since(edition::v2023_09_26),
    };
}

template <std::same_as<ExportSummary> T>
constexpr auto rules(std::type_identity<T>) {
    return export_call::arn_rule<T>();
}

} // namespace dynabackup::aws
