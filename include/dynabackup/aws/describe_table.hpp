#pragma once
/// \file
/// DescribeTable: shows one table.

#include <dynabackup/aws/dialect.hpp>
#include <dynabackup/aws/operation.hpp>
#include <dynabackup/aws/table_description.hpp>
#include <dynabackup/aws/table_errors.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws {

/// Requests one table.
struct DescribeTableInput {
    std::string table_name; ///< the table: its name or, since 2024-03-20, its ARN
};
BOOST_DESCRIBE_STRUCT(DescribeTableInput, (), (table_name))

template <std::same_as<DescribeTableInput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::table_name>(simple::TableArn).before(edition::v2024_03_20, simple::TableName),
    };
}

/// The requested table.
struct DescribeTableOutput {
    std::optional<TableDescription> table{}; ///< the table
};
BOOST_DESCRIBE_STRUCT(DescribeTableOutput, (), (table))

template <std::same_as<DescribeTableOutput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::table>(),
    };
}

constexpr auto tolerated(std::type_identity<DescribeTableOutput>) { return client_members; }

/// The response to the request.
constexpr std::type_identity<DescribeTableOutput> response_of(std::type_identity<DescribeTableInput>) {
    return {};
}

/// The operation: its name and its errors.
inline constexpr operation DescribeTable{
    .name = "DescribeTable",
    .target = "DynamoDB_20120810.DescribeTable",
    .calls_per_second = 0,
    .errors = error_names<ResourceNotFoundException, InternalServerError>,
    .cite = "https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/DescribeTable",
};

} // namespace dynabackup::aws
