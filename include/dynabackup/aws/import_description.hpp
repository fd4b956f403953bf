#pragma once
/// \file
/// ImportTableDescription: an import of files into a new table, as its operations show it.

#include <dynabackup/aws/dialect.hpp>
#include <dynabackup/aws/export_enums.hpp>
#include <dynabackup/aws/export_limits.hpp>
#include <dynabackup/aws/index_specifications.hpp>
#include <dynabackup/aws/table_description.hpp>
#include <dynabackup/rules/described_table.hpp>
#include <dynabackup/rules/import_call.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws {

/// Where the files of an import are.
struct S3BucketSource {
    std::optional<std::string> s3_bucket_owner{}; ///< the account that owns the bucket: 12 digits
    std::string s3_bucket;                        ///< the bucket; at most 255 characters
    std::optional<std::string> s3_key_prefix{};   ///< the prefix of the files' names; at most 1024 characters
};
BOOST_DESCRIBE_STRUCT(S3BucketSource, (), (s3_bucket_owner, s3_bucket, s3_key_prefix))

template <std::same_as<S3BucketSource> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::s3_bucket_owner>(simple::S3BucketOwner).since(edition::v2022_08_18),
        describe<&T::s3_bucket>(simple::S3Bucket).since(edition::v2022_08_18),
        describe<&T::s3_key_prefix>(simple::S3Prefix).since(edition::v2022_08_18),
    };
}

/// How the lines of a CSV file are read.
struct CsvOptions {
    std::optional<std::string> delimiter{}; ///< what separates values; absent: a comma
    /// The names of the columns: 1 to 255; absent: they are in the first line.
    std::optional<std::vector<std::string>> header_list{};
};
BOOST_DESCRIBE_STRUCT(CsvOptions, (), (delimiter, header_list))

template <std::same_as<CsvOptions> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::delimiter>(simple::CsvDelimiter).since(edition::v2022_08_18),
        describe<&T::header_list>(simple::CsvHeaderList).since(edition::v2022_08_18),
    };
}

/// The options of an import's format.
struct InputFormatOptions {
    std::optional<CsvOptions> csv{}; ///< of CSV
};
BOOST_DESCRIBE_STRUCT(InputFormatOptions, (), (csv))

template <std::same_as<InputFormatOptions> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::csv>().since(edition::v2022_08_18),
    };
}

/// The table that an import creates.
struct TableCreationParameters {
    std::string table_name;                                 ///< 3 to 255 of `a-z A-Z 0-9 _ . -`
    std::vector<AttributeDefinition> attribute_definitions; ///< the attributes of all keys
    std::vector<KeySchemaElement> key_schema; ///< partition key, then the sort key if there is one
    std::optional<open_enum<BillingMode>> billing_mode{};          ///< how it will be billed
    std::optional<ProvisionedThroughput> provisioned_throughput{}; ///< units per second
    std::optional<OnDemandThroughput> on_demand_throughput{};      ///< its maxima; since 2024-05-02
    std::optional<SSESpecification> sse_specification{};           ///< how it will be encrypted
    /// At most 20, unless AWS has raised the quota.
    std::optional<std::vector<GlobalSecondaryIndex>> global_secondary_indexes{};
    std::optional<std::vector<VectorIndex>> vector_indexes{}; ///< its vector indexes; since 2026-08-04
};
BOOST_DESCRIBE_STRUCT(TableCreationParameters, (),
                      (table_name, attribute_definitions, key_schema, billing_mode, provisioned_throughput,
                       on_demand_throughput, sse_specification, global_secondary_indexes, vector_indexes))

template <std::same_as<TableCreationParameters> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::table_name>(simple::TableName).since(edition::v2022_08_18),
        describe<&T::attribute_definitions>(simple::AttributeDefinitions).since(edition::v2022_08_18),
        describe<&T::key_schema>(simple::KeySchema)
            .since(edition::v2022_08_18)
            .by_rule(), // key rules depend on the owner
        describe<&T::billing_mode>().since(edition::v2022_08_18),
        describe<&T::provisioned_throughput>().since(edition::v2022_08_18),
        describe<&T::on_demand_throughput>().since(edition::v2024_05_02),
        describe<&T::sse_specification>().since(edition::v2022_08_18).named("SSESpecification"),
        describe<&T::global_secondary_indexes>(simple::GlobalSecondaryIndexList).since(edition::v2022_08_18),
        describe<&T::vector_indexes>(simple::VectorIndexList).since(edition::v2026_08_04),
    };
}

template <std::same_as<TableCreationParameters> T>
constexpr auto rules(std::type_identity<T>) {
    return described_table::creation_rules<T>();
}

/// An import.
struct ImportTableDescription {
    std::optional<std::string> import_arn{};                ///< of the import; 37 to 1024 characters
    std::optional<open_enum<ImportStatus>> import_status{}; ///< its state
    std::optional<std::string> table_arn{};                 ///< of the table
    std::optional<std::string> table_id{};                  ///< a UUID in lower case
    std::optional<std::string> client_token{};              ///< requests with the same token are one; no `$`
    std::optional<S3BucketSource> s3_bucket_source{};       ///< where the files are
    std::optional<std::int64_t> error_count{};              ///< errors; at least 0
    std::optional<std::string> cloud_watch_log_group_arn{}; ///< of its log; 1 to 1024 characters
    std::optional<open_enum<InputFormat>> input_format{};   ///< how the items are written
    std::optional<InputFormatOptions> input_format_options{}; ///< of that format
    /// How the files are compressed.
    std::optional<open_enum<InputCompressionType>> input_compression_type{};
    std::optional<TableCreationParameters> table_creation_parameters{}; ///< the table to be created
    std::optional<timestamp> start_time{};                              ///< when it began
    std::optional<timestamp> end_time{};                                ///< when it ended
    std::optional<std::int64_t> processed_size_bytes{};                 ///< bytes that were read
    std::optional<std::int64_t> processed_item_count{};                 ///< items that were read; at least 0
    std::optional<std::int64_t> imported_item_count{}; ///< items that were written; at least 0
    std::optional<std::string> failure_code{};         ///< why it failed
    std::optional<std::string> failure_message{};      ///< why it failed, in words
};
BOOST_DESCRIBE_STRUCT(ImportTableDescription, (),
                      (import_arn, import_status, table_arn, table_id, client_token, s3_bucket_source,
                       error_count, cloud_watch_log_group_arn, input_format, input_format_options,
                       input_compression_type, table_creation_parameters, start_time, end_time,
                       processed_size_bytes, processed_item_count, imported_item_count, failure_code,
                       failure_message))

template <std::same_as<ImportTableDescription> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::import_arn>(simple::ImportArn).since(edition::v2022_08_18),
        describe<&T::import_status>().since(edition::v2022_08_18),
        describe<&T::table_arn>(simple::TableArn).since(edition::v2022_08_18),
        describe<&T::table_id>(simple::TableId).since(edition::v2022_08_18),
        describe<&T::client_token>(simple::ClientToken).since(edition::v2022_08_18),
        describe<&T::s3_bucket_source>().since(edition::v2022_08_18),
        describe<&T::error_count>(simple::ErrorCount).since(edition::v2022_08_18),
        describe<&T::cloud_watch_log_group_arn>(simple::CloudWatchLogGroupArn).since(edition::v2022_08_18),
        describe<&T::input_format>().since(edition::v2022_08_18),
        describe<&T::input_format_options>().since(edition::v2022_08_18),
        describe<&T::input_compression_type>().since(edition::v2022_08_18),
        describe<&T::table_creation_parameters>().since(edition::v2022_08_18),
        describe<&T::start_time>(simple::ImportStartTime).since(edition::v2022_08_18),
        describe<&T::end_time>(simple::ImportEndTime).since(edition::v2022_08_18),
        describe<&T::processed_size_bytes>(simple::LongObject)
            .since(edition::v2022_08_18)
            .before(edition::v2023_03_08, simple::Long),
        describe<&T::processed_item_count>(simple::ProcessedItemCount).since(edition::v2022_08_18),
        describe<&T::imported_item_count>(simple::ImportedItemCount).since(edition::v2022_08_18),
        describe<&T::failure_code>(simple::FailureCode).since(edition::v2022_08_18),
        describe<&T::failure_message>(simple::FailureMessage).since(edition::v2022_08_18),
    };
}

template <std::same_as<ImportTableDescription> T>
constexpr auto rules(std::type_identity<T>) {
    return join(import_call::option_rule<T>(), import_call::description_rules<T>());
}

/// An import in a list.
struct ImportSummary {
    std::optional<std::string> import_arn{};                ///< of the import; 37 to 1024 characters
    std::optional<open_enum<ImportStatus>> import_status{}; ///< its state
    std::optional<std::string> table_arn{};                 ///< of the table
    std::optional<S3BucketSource> s3_bucket_source{};       ///< where the files are
    std::optional<std::string> cloud_watch_log_group_arn{}; ///< of its log; 1 to 1024 characters
    std::optional<open_enum<InputFormat>> input_format{};   ///< how the items are written
    std::optional<timestamp> start_time{};                  ///< when it began
    std::optional<timestamp> end_time{};                    ///< when it ended
};
BOOST_DESCRIBE_STRUCT(ImportSummary, (),
                      (import_arn, import_status, table_arn, s3_bucket_source, cloud_watch_log_group_arn,
                       input_format, start_time, end_time))

template <std::same_as<ImportSummary> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::import_arn>(simple::ImportArn).since(edition::v2022_08_18),
        describe<&T::import_status>().since(edition::v2022_08_18),
        describe<&T::table_arn>(simple::TableArn).since(edition::v2022_08_18),
        describe<&T::s3_bucket_source>().since(edition::v2022_08_18),
        describe<&T::cloud_watch_log_group_arn>(simple::CloudWatchLogGroupArn).since(edition::v2022_08_18),
        describe<&T::input_format>().since(edition::v2022_08_18),
        describe<&T::start_time>(simple::ImportStartTime).since(edition::v2022_08_18),
        describe<&T::end_time>(simple::ImportEndTime).since(edition::v2022_08_18),
    };
}

template <std::same_as<ImportSummary> T>
constexpr auto rules(std::type_identity<T>) {
    return import_call::time_rule<T>();
}

} // namespace dynabackup::aws
