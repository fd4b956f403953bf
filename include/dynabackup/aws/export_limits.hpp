#pragma once
/// \file
/// The simple shapes of the DynamoDB API that exports and imports reach, beyond those of tables. See limits.hpp for how
/// they are described.

#include <dynabackup/aws/table_limits.hpp>
#include <dynabackup/model/simple_shape.hpp>

#include <string_view>

namespace dynabackup::aws::simple {

using enum simple_type;

namespace patterns {

/// One or more characters other than `$`.
inline constexpr pattern client_token{
    R"(^[^\$]+$)", [](std::string_view text) { return !text.empty() && text.find('$') == text.npos; }};
/// An account: twelve digits.
inline constexpr pattern account{R"([0-9]{12})", [](std::string_view text) {
                                     return text.size() == 12 &&
                                            text.find_first_not_of("0123456789") == text.npos;
                                 }};
/// Letters, digits, `_`, `.` and `-`, with a letter or a digit at either end.
inline constexpr pattern bucket{
    R"(^[a-z0-9A-Z]+[\.\-\w]*[a-z0-9A-Z]+$)", [](std::string_view text) {
        auto const is_edge = [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        };
        return text.size() >= 2 && is_name(text) && is_edge(text.front()) && is_edge(text.back());
    }};
/// One of `,` `;` `:` `|`, a tab or a space.
inline constexpr pattern delimiter{"[,;:|\\t ]", [](std::string_view text) {
                                       return text.size() == 1 &&
                                              std::string_view(",;:|\t ").find(text[0]) != text.npos;
                                   }};
/// Printable ASCII without `"` and `,`.
inline constexpr pattern header{R"([\x20-\x21\x23-\x2B\x2D-\x7E]*)", [](std::string_view text) {
                                    for (char const c : text)
                                        if (c < ' ' || c > '~' || c == '"' || c == ',') return false;
                                    return true;
                                }};
/// One or more groups of sixteen hexadecimal digits.
inline constexpr pattern import_token{"([0-9a-f]{16})+", [](std::string_view text) {
                                          return !text.empty() && text.size() % 16 == 0 &&
                                                 text.find_first_not_of("0123456789abcdef") == text.npos;
                                      }};

} // namespace patterns

// ---- where files are ----

/// The name of a bucket.
inline constexpr simple_shape S3Bucket{
    "S3Bucket",
    string,
    {.since = edition::v2020_11_09},
    {.since = edition::v2022_08_18, .max = 255, .pattern = &patterns::bucket}};

/// The account that owns a bucket.
inline constexpr simple_shape S3BucketOwner{"S3BucketOwner",
                                            string,
                                            {.since = edition::v2020_11_09},
                                            {.since = edition::v2022_08_18, .pattern = &patterns::account}};

/// The prefix of the names of files in a bucket.
inline constexpr simple_shape S3Prefix{
    "S3Prefix", string, {.since = edition::v2020_11_09}, {.since = edition::v2022_08_18, .max = 1024}};

/// The key that encrypts files in a bucket.
inline constexpr simple_shape S3SseKmsKeyId{
    "S3SseKmsKeyId", string, {.since = edition::v2020_11_09, .min = 1, .max = 2048}};

/// Requests with the same token are one.
inline constexpr simple_shape ClientToken{
    "ClientToken",
    string,
    {.since = edition::v2020_11_09},
    {.since = edition::v2022_08_18, .pattern = &patterns::client_token}};

/// Why something failed.
inline constexpr simple_shape FailureCode{"FailureCode", string, {.since = edition::v2020_11_09}};

/// Why something failed, in words.
inline constexpr simple_shape FailureMessage{"FailureMessage", string, {.since = edition::v2020_11_09}};

// ---- exports ----

/// The Amazon Resource Name of an export.
inline constexpr simple_shape ExportArn{
    "ExportArn", string, {.since = edition::v2020_11_09, .min = 37, .max = 1024}};

/// The name of the file that lists the files of an export.
inline constexpr simple_shape ExportManifest{"ExportManifest", string, {.since = edition::v2020_11_09}};

/// Where a page of exports ended.
inline constexpr simple_shape ExportNextToken{"ExportNextToken", string, {.since = edition::v2020_11_09}};

/// One page of exports.
inline constexpr simple_shape ExportSummaries{"ExportSummaries", list, {.since = edition::v2020_11_09}};

/// The most exports that one page may hold.
inline constexpr simple_shape ListExportsMaxLimit{
    "ListExportsMaxLimit", integer, {.since = edition::v2020_11_09, .min = 1, .max = 25}};

/// When an export began.
inline constexpr simple_shape ExportStartTime{"ExportStartTime", time, {.since = edition::v2020_11_09}};

/// When an export ended.
inline constexpr simple_shape ExportEndTime{"ExportEndTime", time, {.since = edition::v2020_11_09}};

/// The point in time whose data is exported.
inline constexpr simple_shape ExportTime{"ExportTime", time, {.since = edition::v2020_11_09}};

/// When the exported changes begin.
inline constexpr simple_shape ExportFromTime{"ExportFromTime", time, {.since = edition::v2023_09_26}};

/// When the exported changes end.
inline constexpr simple_shape ExportToTime{"ExportToTime", time, {.since = edition::v2023_09_26}};

/// The bytes that are billed.
inline constexpr simple_shape BilledSizeBytes{
    "BilledSizeBytes", long_, {.since = edition::v2020_11_09, .min = 0}};

/// A condition on items.
inline constexpr simple_shape ConditionExpression{
    "ConditionExpression", string, {.since = edition::v2026_09_30}};

/// The attributes that are exported.
inline constexpr simple_shape ProjectionExpression{
    "ProjectionExpression", string, {.since = edition::v2026_09_30}};

/// A condition on keys.
inline constexpr simple_shape KeyExpression{"KeyExpression", string, {.since = edition::v2026_09_30}};

/// Names of attributes, by their placeholders in an expression.
inline constexpr simple_shape ExpressionAttributeNameMap{
    "ExpressionAttributeNameMap", map, {.since = edition::v2026_09_30}};

/// Values, by their placeholders in an expression.
inline constexpr simple_shape ExpressionAttributeValueMap{
    "ExpressionAttributeValueMap", map, {.since = edition::v2026_09_30}};

// ---- imports ----

/// The Amazon Resource Name of an import.
inline constexpr simple_shape ImportArn{
    "ImportArn", string, {.since = edition::v2022_08_18, .min = 37, .max = 1024}};

/// Where a page of imports ended.
inline constexpr simple_shape ImportNextToken{
    "ImportNextToken",
    string,
    {.since = edition::v2022_08_18, .min = 112, .max = 1024, .pattern = &patterns::import_token}};

/// One page of imports.
inline constexpr simple_shape ImportSummaryList{"ImportSummaryList", list, {.since = edition::v2022_08_18}};

/// The most imports that one page may hold.
inline constexpr simple_shape ListImportsMaxLimit{
    "ListImportsMaxLimit", integer, {.since = edition::v2022_08_18, .min = 1, .max = 25}};

/// When an import began.
inline constexpr simple_shape ImportStartTime{"ImportStartTime", time, {.since = edition::v2022_08_18}};

/// When an import ended.
inline constexpr simple_shape ImportEndTime{"ImportEndTime", time, {.since = edition::v2022_08_18}};

/// The number of errors in an import.
inline constexpr simple_shape ErrorCount{"ErrorCount", long_, {.since = edition::v2022_08_18, .min = 0}};

/// The number of items that an import has read.
inline constexpr simple_shape ProcessedItemCount{
    "ProcessedItemCount", long_, {.since = edition::v2022_08_18, .min = 0}};

/// The number of items that an import has written.
inline constexpr simple_shape ImportedItemCount{
    "ImportedItemCount", long_, {.since = edition::v2022_08_18, .min = 0}};

/// The Amazon Resource Name of the log of an import.
inline constexpr simple_shape CloudWatchLogGroupArn{
    "CloudWatchLogGroupArn", string, {.since = edition::v2022_08_18, .min = 1, .max = 1024}};

/// What separates the values in a line.
inline constexpr simple_shape CsvDelimiter{
    "CsvDelimiter",
    string,
    {.since = edition::v2022_08_18, .min = 1, .max = 1, .pattern = &patterns::delimiter}};

/// The name of a column.
inline constexpr simple_shape CsvHeader{
    "CsvHeader",
    string,
    {.since = edition::v2022_08_18, .min = 1, .max = 65536, .pattern = &patterns::header}};

/// The names of all columns.
inline constexpr simple_shape CsvHeaderList{.name = "CsvHeaderList",
                                            .type = list,
                                            .first = {.since = edition::v2022_08_18, .min = 1, .max = 255},
                                            .element = &CsvHeader};

} // namespace dynabackup::aws::simple
