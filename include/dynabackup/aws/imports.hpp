#pragma once
/// \file
/// ImportTable, DescribeImport and ListImports: create tables from files, and show the imports.

#include <dynabackup/aws/dialect.hpp>
#include <dynabackup/aws/import_description.hpp>
#include <dynabackup/aws/operation.hpp>
#include <dynabackup/aws/table_errors.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws {

/// Requests an import of files into a new table.
struct ImportTableInput {
    std::optional<std::string> client_token{}; ///< requests with the same token are one; no `$`
    S3BucketSource s3_bucket_source;           ///< where the files are
    open_enum<InputFormat> input_format;       ///< how the items are written
    std::optional<InputFormatOptions> input_format_options{}; ///< of that format
    /// How the files are compressed.
    std::optional<open_enum<InputCompressionType>> input_compression_type{};
    TableCreationParameters table_creation_parameters; ///< the table to be created
};
BOOST_DESCRIBE_STRUCT(ImportTableInput, (),
                      (client_token, s3_bucket_source, input_format, input_format_options,
                       input_compression_type, table_creation_parameters))

template <std::same_as<ImportTableInput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::client_token>(simple::ClientToken).since(edition::v2022_08_18),
        describe<&T::s3_bucket_source>().since(edition::v2022_08_18),
        describe<&T::input_format>().since(edition::v2022_08_18),
        describe<&T::input_format_options>().since(edition::v2022_08_18),
        describe<&T::input_compression_type>().since(edition::v2022_08_18),
        describe<&T::table_creation_parameters>().since(edition::v2022_08_18),
    };
}

template <std::same_as<ImportTableInput> T>
constexpr auto rules(std::type_identity<T>) {
    return import_call::option_rule<T>();
}

/// The import that was started.
struct ImportTableOutput {
    ImportTableDescription import_table_description; ///< the import
};
BOOST_DESCRIBE_STRUCT(ImportTableOutput, (), (import_table_description))

template <std::same_as<ImportTableOutput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::import_table_description>().since(edition::v2022_08_18),
    };
}

constexpr auto tolerated(std::type_identity<ImportTableOutput>) { return client_members; }

/// The response to the request.
constexpr std::type_identity<ImportTableOutput> response_of(std::type_identity<ImportTableInput>) {
    return {};
}

/// The operation: its name and its errors.
inline constexpr operation ImportTable{
    .name = "ImportTable",
    .target = "DynamoDB_20120810.ImportTable",
    .calls_per_second = 0,
    .errors = error_names<ResourceInUseException, LimitExceededException, ImportConflictException>,
    .cite = "https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/ImportTable",
    .since = edition::v2022_08_18,
};

/// Requests one import.
struct DescribeImportInput {
    std::string import_arn; ///< of the import; 37 to 1024 characters
};
BOOST_DESCRIBE_STRUCT(DescribeImportInput, (), (import_arn))

template <std::same_as<DescribeImportInput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::import_arn>(simple::ImportArn).since(edition::v2022_08_18),
    };
}

/// The requested import.
struct DescribeImportOutput {
    ImportTableDescription import_table_description; ///< the import
};
BOOST_DESCRIBE_STRUCT(DescribeImportOutput, (), (import_table_description))

template <std::same_as<DescribeImportOutput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::import_table_description>().since(edition::v2022_08_18),
    };
}

constexpr auto tolerated(std::type_identity<DescribeImportOutput>) { return client_members; }

/// The response to the request.
constexpr std::type_identity<DescribeImportOutput> response_of(std::type_identity<DescribeImportInput>) {
    return {};
}

/// The operation: its name and its errors.
inline constexpr operation DescribeImport{
    .name = "DescribeImport",
    .target = "DynamoDB_20120810.DescribeImport",
    .calls_per_second = 0,
    .errors = error_names<ImportNotFoundException>,
    .cite = "https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/DescribeImport",
    .since = edition::v2022_08_18,
};

/// Requests a page of imports.
struct ListImportsInput {
    std::optional<std::string> table_arn{};  ///< of the table
    std::optional<std::int64_t> page_size{}; ///< the most imports in the page: 1 to 25
    std::optional<std::string> next_token{}; ///< where the previous page ended
};
BOOST_DESCRIBE_STRUCT(ListImportsInput, (), (table_arn, page_size, next_token))

template <std::same_as<ListImportsInput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::table_arn>(simple::TableArn).since(edition::v2022_08_18),
        describe<&T::page_size>(simple::ListImportsMaxLimit).since(edition::v2022_08_18),
        describe<&T::next_token>(simple::ImportNextToken).since(edition::v2022_08_18),
    };
}

/// A page of imports.
struct ListImportsOutput {
    std::optional<std::vector<ImportSummary>> import_summary_list{}; ///< the imports of this page
    /// For the request of the next page; absent if the list is complete; 112 to 1024 characters.
    std::optional<std::string> next_token{};
};
BOOST_DESCRIBE_STRUCT(ListImportsOutput, (), (import_summary_list, next_token))

template <std::same_as<ListImportsOutput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::import_summary_list>(simple::ImportSummaryList).since(edition::v2022_08_18),
        describe<&T::next_token>(simple::ImportNextToken).since(edition::v2022_08_18),
    };
}

constexpr auto tolerated(std::type_identity<ListImportsOutput>) { return client_members; }

/// The response to the request.
constexpr std::type_identity<ListImportsOutput> response_of(std::type_identity<ListImportsInput>) {
    return {};
}

/// The operation: its name and its errors.
inline constexpr operation ListImports{
    .name = "ListImports",
    .target = "DynamoDB_20120810.ListImports",
    .calls_per_second = 0,
    .errors = error_names<LimitExceededException>,
    .cite = "https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/ListImports",
    .since = edition::v2022_08_18,
};

} // namespace dynabackup::aws
