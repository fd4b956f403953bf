#pragma once
/// \file
/// The rules of table exports: whether the manifests agree with each other and with the data, and the changes of an
/// incremental export with its manifest. Rules that compare several files are applied by check_export only
/// (table_export/check_export.hpp). The examples of these rules are exports: each line is a line of a file, after the
/// file's name and a space.

#include <dynabackup/model/rule.hpp>

#include <array>

namespace dynabackup::exported {

/// The day on which full exports were introduced.
inline constexpr edition full_exports = edition::v2020_11_09;
/// The day on which incremental exports were introduced.
inline constexpr edition incremental_exports = edition::v2023_09_26;

namespace cite {
inline constexpr std::string_view format =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html";
/// Decisions of this library, where the service documents nothing.
inline constexpr std::string_view design = dynabackup::cite::design;
} // namespace cite

inline constexpr rule version{
    "export.version",
    severity::warning,
    full_exports,
    "The version of a manifest is 2020-06-30 for a full export and 2023-08-01 for an incremental one.",
    cite::format,
    {R"({"version":"2023-08-01","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportTime":"2024-06-01T00:00:00.123Z","s3Bucket":"bucket","s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON"})",
     R"({"version":"2020-06-30","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportTime":"2024-06-01T00:00:00.123Z","s3Bucket":"bucket","s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON"})"}};
inline constexpr rule arn{
    "export.arn",
    severity::warning,
    full_exports,
    "An exportArn is the ARN of its table, /export/, and 14 digits, a hyphen and 8 hexadecimal digits.",
    cite::format,
    {R"({"version":"2020-06-30","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs2","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportTime":"2024-06-01T00:00:00.123Z","s3Bucket":"bucket","s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON"})",
     R"({"version":"2020-06-30","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportTime":"2024-06-01T00:00:00.123Z","s3Bucket":"bucket","s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON"})"}};
inline constexpr rule id_time{
    "export.id-time",
    severity::warning,
    full_exports,
    "The 14 digits in an exportArn are the startTime, in milliseconds since the epoch.",
    cite::design,
    {R"({"version":"2020-06-30","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.124Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportTime":"2024-06-01T00:00:00.123Z","s3Bucket":"bucket","s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON"})",
     R"({"version":"2020-06-30","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportTime":"2024-06-01T00:00:00.123Z","s3Bucket":"bucket","s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON"})"}};
inline constexpr rule manifest_key{
    "export.manifest-key",
    severity::warning,
    full_exports,
    "The manifestFilesS3Key is [s3Prefix/]AWSDynamoDB/<id>/manifest-files.json.",
    cite::format,
    {R"({"version":"2020-06-30","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportTime":"2024-06-01T00:00:00.123Z","s3Bucket":"bucket","s3Prefix":"backups","s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON"})",
     R"({"version":"2020-06-30","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportTime":"2024-06-01T00:00:00.123Z","s3Bucket":"bucket","s3Prefix":"backups","s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"backups/AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON"})"}};
inline constexpr rule time_order{
    "export.time-order",
    severity::error,
    full_exports,
    "An export does not end before its start, its data are not of a later time than its start, and its "
    "window ends after it begins.",
    cite::format,
    {R"({"version":"2020-06-30","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-05-31T00:00:00.000Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportTime":"2024-06-01T00:00:00.123Z","s3Bucket":"bucket","s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON"})",
     R"({"version":"2020-06-30","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportTime":"2024-06-01T00:00:00.123Z","s3Bucket":"bucket","s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON"})"}};
inline constexpr rule window{
    "export.window", severity::warning, incremental_exports, "The window of an incremental export lasts 15 minutes to 24 hours.", cite::format, {R"({"version":"2023-08-01","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportFromTime":"2024-05-31T22:50:00.000Z","exportToTime":"2024-05-31T23:00:00.000Z","s3Bucket":"bucket","s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON","outputView":"NEW_AND_OLD_IMAGES","exportType":"INCREMENTAL_EXPORT"})", R"({"version":"2023-08-01","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportFromTime":"2024-05-31T22:00:00.000Z","exportToTime":"2024-05-31T23:00:00.000Z","s3Bucket":"bucket","s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON","outputView":"NEW_AND_OLD_IMAGES","exportType":"INCREMENTAL_EXPORT"})"}};
inline constexpr rule checksum_file{
    "export.checksum-file",
    severity::error,
    full_exports,
    "The .md5 beside a manifest holds the base64 of the manifest's MD5.",
    cite::format,
    {R"(manifest-summary.json {"version":"2020-06-30","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportTime":"2024-06-01T00:00:00.123Z","s3Bucket":"bucket","s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON"})"
     "\n"
     R"(manifest-summary.md5 ndTkYSaMgDT1yFZOFVxnpg==)",
     R"(manifest-summary.json {"version":"2020-06-30","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportTime":"2024-06-01T00:00:00.123Z","s3Bucket":"bucket","s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON"})"
     "\n"
     R"(manifest-summary.md5 4huJztc+glE0zbKRlOp55g==)"}};
inline constexpr rule checksum_missing{
    "export.checksum-missing",
    severity::warning,
    full_exports,
    "A manifest has its .md5 beside it.",
    cite::format,
    {R"(manifest-summary.json {"version":"2020-06-30","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportTime":"2024-06-01T00:00:00.123Z","s3Bucket":"bucket","s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON"})",
     R"(manifest-summary.json {"version":"2020-06-30","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportTime":"2024-06-01T00:00:00.123Z","s3Bucket":"bucket","s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON"})"
     "\n"
     R"(manifest-summary.md5 4huJztc+glE0zbKRlOp55g==)"}};
inline constexpr rule incomplete{
    "export.incomplete",
    severity::error,
    full_exports,
    "An export has both manifests; an export with _started alone has not ended, or has failed.",
    cite::format,
    {R"(manifest-files.json {"itemCount":1,"md5Checksum":"XrY7u+Ae7tCTyyK7j1rNww==","etag":"241d8a27c836427bd7f04461b60e7359-1","dataFileS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/data/aaaa2222bbbb3333cccc4444dd.json"})",
     R"(manifest-summary.json {"version":"2020-06-30","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportTime":"2024-06-01T00:00:00.123Z","s3Bucket":"bucket","s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON"})"
     "\n"
     R"(manifest-files.json {"itemCount":1,"md5Checksum":"XrY7u+Ae7tCTyyK7j1rNww==","etag":"241d8a27c836427bd7f04461b60e7359-1","dataFileS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/data/aaaa2222bbbb3333cccc4444dd.json"})"}};
inline constexpr rule data_missing{
    "export.data-missing",
    severity::error,
    full_exports,
    "Each data file that a manifest lists exists.",
    cite::format,
    {R"(manifest-files.json {"itemCount":1,"md5Checksum":"XrY7u+Ae7tCTyyK7j1rNww==","etag":"241d8a27c836427bd7f04461b60e7359-1","dataFileS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/data/aaaa2222bbbb3333cccc4444dd.json"})",
     R"(manifest-files.json {"itemCount":1,"md5Checksum":"XrY7u+Ae7tCTyyK7j1rNww==","etag":"241d8a27c836427bd7f04461b60e7359-1","dataFileS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/data/aaaa2222bbbb3333cccc4444dd.json"})"
     "\n"
     R"(data/aaaa2222bbbb3333cccc4444dd.json {"Item":{"pk":{"S":"a"}}})"}};
inline constexpr rule data_surplus{
    "export.data-surplus",
    severity::warning,
    full_exports,
    "Each data file in the folder of an export's data is listed in its manifest.",
    cite::format,
    {R"(manifest-files.json {"itemCount":1,"md5Checksum":"XrY7u+Ae7tCTyyK7j1rNww==","etag":"241d8a27c836427bd7f04461b60e7359-1","dataFileS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/data/aaaa2222bbbb3333cccc4444dd.json"})"
     "\n"
     R"(data/aaaa2222bbbb3333cccc4444dd.json {"Item":{"pk":{"S":"a"}}})"
     "\n"
     R"(data/bbbb2222bbbb3333cccc4444dd.json {"Item":{"pk":{"S":"a"}}})",
     R"(manifest-files.json {"itemCount":1,"md5Checksum":"XrY7u+Ae7tCTyyK7j1rNww==","etag":"241d8a27c836427bd7f04461b60e7359-1","dataFileS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/data/aaaa2222bbbb3333cccc4444dd.json"})"
     "\n"
     R"(data/aaaa2222bbbb3333cccc4444dd.json {"Item":{"pk":{"S":"a"}}})"}};
inline constexpr rule duplicate_file{
    "export.duplicate-file",
    severity::error,
    full_exports,
    "A manifest lists each data file once.",
    cite::format,
    {R"(manifest-files.json {"itemCount":1,"md5Checksum":"XrY7u+Ae7tCTyyK7j1rNww==","etag":"241d8a27c836427bd7f04461b60e7359-1","dataFileS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/data/aaaa2222bbbb3333cccc4444dd.json"})"
     "\n"
     R"(manifest-files.json {"itemCount":1,"md5Checksum":"XrY7u+Ae7tCTyyK7j1rNww==","etag":"241d8a27c836427bd7f04461b60e7359-1","dataFileS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/data/aaaa2222bbbb3333cccc4444dd.json"})"
     "\n"
     R"(data/aaaa2222bbbb3333cccc4444dd.json {"Item":{"pk":{"S":"a"}}})",
     R"(manifest-files.json {"itemCount":1,"md5Checksum":"XrY7u+Ae7tCTyyK7j1rNww==","etag":"241d8a27c836427bd7f04461b60e7359-1","dataFileS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/data/aaaa2222bbbb3333cccc4444dd.json"})"
     "\n"
     R"(data/aaaa2222bbbb3333cccc4444dd.json {"Item":{"pk":{"S":"a"}}})"}};
inline constexpr rule data_checksum{
    "export.data-checksum",
    severity::error,
    full_exports,
    "The md5Checksum of a data file is the base64 of the MD5 of the compressed file.",
    cite::format,
    {R"(manifest-files.json {"itemCount":1,"md5Checksum":"XrY7u+Ae7tCTyyK7j1rNww==","etag":"241d8a27c836427bd7f04461b60e7359-1","dataFileS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/data/aaaa2222bbbb3333cccc4444dd.json"})"
     "\n"
     R"(data/aaaa2222bbbb3333cccc4444dd.json {"Item":{"pk":{"S":"a"}}} )",
     R"(manifest-files.json {"itemCount":1,"md5Checksum":"C9zNm09RoFDqStd2mjdyUg==","etag":"516137cdc5cb118fb60655b007eed1a6-1","dataFileS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/data/aaaa2222bbbb3333cccc4444dd.json"})"
     "\n"
     R"(data/aaaa2222bbbb3333cccc4444dd.json {"Item":{"pk":{"S":"a"}}})"}};
inline constexpr rule data_etag{
    "export.data-etag",
    severity::warning,
    full_exports,
    "An etag that ends in -1 is the MD5 of the file's MD5 in hexadecimal digits, and -1: an upload of one "
    "part.",
    cite::design,
    {R"(manifest-files.json {"itemCount":1,"md5Checksum":"XrY7u+Ae7tCTyyK7j1rNww==","etag":"00000000000000000000000000000000-1","dataFileS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/data/aaaa2222bbbb3333cccc4444dd.json"})",
     R"(manifest-files.json {"itemCount":1,"md5Checksum":"XrY7u+Ae7tCTyyK7j1rNww==","etag":"241d8a27c836427bd7f04461b60e7359-1","dataFileS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/data/aaaa2222bbbb3333cccc4444dd.json"})"}};
inline constexpr rule item_count{
    "export.item-count",
    severity::error,
    full_exports,
    "The itemCount of a data file is the number of its lines.",
    cite::format,
    {R"(manifest-files.json {"itemCount":2,"md5Checksum":"C9zNm09RoFDqStd2mjdyUg==","etag":"516137cdc5cb118fb60655b007eed1a6-1","dataFileS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/data/aaaa2222bbbb3333cccc4444dd.json"})"
     "\n"
     R"(data/aaaa2222bbbb3333cccc4444dd.json {"Item":{"pk":{"S":"a"}}})",
     R"(manifest-files.json {"itemCount":1,"md5Checksum":"C9zNm09RoFDqStd2mjdyUg==","etag":"516137cdc5cb118fb60655b007eed1a6-1","dataFileS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/data/aaaa2222bbbb3333cccc4444dd.json"})"
     "\n"
     R"(data/aaaa2222bbbb3333cccc4444dd.json {"Item":{"pk":{"S":"a"}}})"}};
inline constexpr rule total_count{
    "export.total-count",
    severity::error,
    full_exports,
    "The itemCount of an export is the sum of the itemCounts of its files.",
    cite::format,
    {R"(manifest-summary.json {"version":"2020-06-30","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportTime":"2024-06-01T00:00:00.123Z","s3Bucket":"bucket","s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":2,"outputFormat":"DYNAMODB_JSON"})"
     "\n"
     R"(manifest-files.json {"itemCount":1,"md5Checksum":"XrY7u+Ae7tCTyyK7j1rNww==","etag":"241d8a27c836427bd7f04461b60e7359-1","dataFileS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/data/aaaa2222bbbb3333cccc4444dd.json"})",
     R"(manifest-summary.json {"version":"2020-06-30","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportTime":"2024-06-01T00:00:00.123Z","s3Bucket":"bucket","s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON"})"
     "\n"
     R"(manifest-files.json {"itemCount":1,"md5Checksum":"XrY7u+Ae7tCTyyK7j1rNww==","etag":"241d8a27c836427bd7f04461b60e7359-1","dataFileS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/data/aaaa2222bbbb3333cccc4444dd.json"})"}};
inline constexpr rule change_time{
    "change.time-range",
    severity::error,
    incremental_exports,
    "Each change of an incremental export was written within its window: not before exportFromTime, and "
    "before exportToTime.",
    cite::format,
    {R"(manifest-summary.json {"version":"2023-08-01","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportFromTime":"2024-05-31T22:00:00.000Z","exportToTime":"2024-05-31T23:00:00.000Z","s3Bucket":"bucket","s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON","outputView":"NEW_AND_OLD_IMAGES","exportType":"INCREMENTAL_EXPORT"})"
     "\n"
     R"(manifest-files.json {"itemCount":1,"md5Checksum":"XrY7u+Ae7tCTyyK7j1rNww==","etag":"241d8a27c836427bd7f04461b60e7359-1","dataFileS3Key":"AWSDynamoDB/data/aaaa2222bbbb3333cccc4444dd.json"})"
     "\n"
     R"(data/aaaa2222bbbb3333cccc4444dd.json {"Metadata":{"WriteTimestampMicros":{"N":"1717196400000000"}},"Keys":{"pk":{"S":"a"}},"NewImage":{"pk":{"S":"a"}}})",
     R"(manifest-summary.json {"version":"2023-08-01","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportFromTime":"2024-05-31T22:00:00.000Z","exportToTime":"2024-05-31T23:00:00.000Z","s3Bucket":"bucket","s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON","outputView":"NEW_AND_OLD_IMAGES","exportType":"INCREMENTAL_EXPORT"})"
     "\n"
     R"(manifest-files.json {"itemCount":1,"md5Checksum":"XrY7u+Ae7tCTyyK7j1rNww==","etag":"241d8a27c836427bd7f04461b60e7359-1","dataFileS3Key":"AWSDynamoDB/data/aaaa2222bbbb3333cccc4444dd.json"})"
     "\n"
     R"(data/aaaa2222bbbb3333cccc4444dd.json {"Metadata":{"WriteTimestampMicros":{"N":"1717192800000000"}},"Keys":{"pk":{"S":"a"}},"NewImage":{"pk":{"S":"a"}}})"}};
inline constexpr rule change_images{
    "change.images",
    severity::error,
    incremental_exports,
    "A change has the images that the outputView of its export requires.",
    cite::format,
    {R"(manifest-summary.json {"version":"2023-08-01","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportFromTime":"2024-05-31T22:00:00.000Z","exportToTime":"2024-05-31T23:00:00.000Z","s3Bucket":"bucket","s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON","outputView":"NEW_AND_OLD_IMAGES","exportType":"INCREMENTAL_EXPORT"})"
     "\n"
     R"(manifest-files.json {"itemCount":1,"md5Checksum":"XrY7u+Ae7tCTyyK7j1rNww==","etag":"241d8a27c836427bd7f04461b60e7359-1","dataFileS3Key":"AWSDynamoDB/data/aaaa2222bbbb3333cccc4444dd.json"})"
     "\n"
     R"(data/aaaa2222bbbb3333cccc4444dd.json {"Metadata":{"WriteTimestampMicros":{"N":"1717192800000000"}},"Keys":{"pk":{"S":"a"}}})",
     R"(manifest-summary.json {"version":"2023-08-01","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportFromTime":"2024-05-31T22:00:00.000Z","exportToTime":"2024-05-31T23:00:00.000Z","s3Bucket":"bucket","s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON","outputView":"NEW_AND_OLD_IMAGES","exportType":"INCREMENTAL_EXPORT"})"
     "\n"
     R"(manifest-files.json {"itemCount":1,"md5Checksum":"XrY7u+Ae7tCTyyK7j1rNww==","etag":"241d8a27c836427bd7f04461b60e7359-1","dataFileS3Key":"AWSDynamoDB/data/aaaa2222bbbb3333cccc4444dd.json"})"
     "\n"
     R"(data/aaaa2222bbbb3333cccc4444dd.json {"Metadata":{"WriteTimestampMicros":{"N":"1717192800000000"}},"Keys":{"pk":{"S":"a"}},"NewImage":{"pk":{"S":"a"}}})"}};
inline constexpr rule change_keys{
    "change.keys",
    severity::error,
    incremental_exports,
    "The images of a change have its key attributes, with the values that Keys gives.",
    cite::format,
    {R"(manifest-summary.json {"version":"2023-08-01","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportFromTime":"2024-05-31T22:00:00.000Z","exportToTime":"2024-05-31T23:00:00.000Z","s3Bucket":"bucket","s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON","outputView":"NEW_AND_OLD_IMAGES","exportType":"INCREMENTAL_EXPORT"})"
     "\n"
     R"(manifest-files.json {"itemCount":1,"md5Checksum":"XrY7u+Ae7tCTyyK7j1rNww==","etag":"241d8a27c836427bd7f04461b60e7359-1","dataFileS3Key":"AWSDynamoDB/data/aaaa2222bbbb3333cccc4444dd.json"})"
     "\n"
     R"(data/aaaa2222bbbb3333cccc4444dd.json {"Metadata":{"WriteTimestampMicros":{"N":"1717192800000000"}},"Keys":{"pk":{"S":"a"}},"NewImage":{"pk":{"S":"b"}}})",
     R"(manifest-summary.json {"version":"2023-08-01","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000123-1a2b3c4d","startTime":"2024-06-01T00:00:00.123Z","endTime":"2024-06-01T00:05:00.123Z","tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e","exportFromTime":"2024-05-31T22:00:00.000Z","exportToTime":"2024-05-31T23:00:00.000Z","s3Bucket":"bucket","s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,"manifestFilesS3Key":"AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,"outputFormat":"DYNAMODB_JSON","outputView":"NEW_AND_OLD_IMAGES","exportType":"INCREMENTAL_EXPORT"})"
     "\n"
     R"(manifest-files.json {"itemCount":1,"md5Checksum":"XrY7u+Ae7tCTyyK7j1rNww==","etag":"241d8a27c836427bd7f04461b60e7359-1","dataFileS3Key":"AWSDynamoDB/data/aaaa2222bbbb3333cccc4444dd.json"})"
     "\n"
     R"(data/aaaa2222bbbb3333cccc4444dd.json {"Metadata":{"WriteTimestampMicros":{"N":"1717192800000000"}},"Keys":{"pk":{"S":"a"}},"NewImage":{"pk":{"S":"a"}}})"}};

/// The rules that compare several files, or a file with its entry in the manifest.
inline constexpr std::array of_files{&checksum_file, &checksum_missing, &incomplete,    &data_missing,
                                     &data_surplus,  &duplicate_file,   &data_checksum, &data_etag,
                                     &item_count,    &total_count};
/// The rules that compare a change with the manifest of its export.
inline constexpr std::array of_changes{&change_time, &change_images, &change_keys};

/// All rules of this file, for the catalogue.
inline constexpr std::array all{&version,       &arn,           &id_time,       &manifest_key,
                                &time_order,    &window,        &checksum_file, &checksum_missing,
                                &incomplete,    &data_missing,  &data_surplus,  &duplicate_file,
                                &data_checksum, &data_etag,     &item_count,    &total_count,
                                &change_time,   &change_images, &change_keys};

} // namespace dynabackup::exported
