#pragma once
/// \file
/// The rules that a request about backups sets for its response. aws/exchange.hpp makes them from requests.

#include <dynabackup/model/rule.hpp>

#include <array>

namespace dynabackup::exchange {

inline constexpr rule outside_time_range{
    "list.outside-time-range",
    severity::error,
    edition::v2017_11_29,
    "A page has only backups created at TimeRangeLowerBound or later, and before TimeRangeUpperBound.",
    cite::list_backups,
    {.invalid = R"({"TimeRangeUpperBound":1717200000}
{"BackupSummaries":[{"BackupCreationDateTime":1717200000}]})",
     .valid = R"({"TimeRangeUpperBound":1717200000}
{"BackupSummaries":[{"BackupCreationDateTime":1717199999.999}]})"}};

inline constexpr rule type_filter{
    "list.type-filter",
    severity::error,
    edition::v2018_08_06,
    "A page has only backups of the request's BackupType; without a BackupType, only backups of type USER.",
    cite::list_backups,
    {.invalid = R"({"BackupType":"USER"}
{"BackupSummaries":[{"BackupType":"AWS_BACKUP"}]})",
     .valid = R"({"BackupType":"ALL"}
{"BackupSummaries":[{"BackupType":"AWS_BACKUP"}]})"}};

inline constexpr rule table_filter{"list.table-filter",
                                   severity::error,
                                   edition::v2017_11_29,
                                   "A page has only backups of the table that the request names.",
                                   cite::list_backups,
                                   {.invalid = R"({"Limit":5,"TableName":"Orders"}
{"BackupSummaries":[{"TableName":"Customers"}]})",
                                    .valid = R"({"Limit":5,"TableName":"Orders"}
{"BackupSummaries":[{"TableName":"Orders"}]})"}};

inline constexpr rule limit{
    "list.limit",
    severity::error,
    edition::v2017_11_29,
    "A page has no more backups than the request's Limit; without a Limit, no more than 100.",
    cite::list_backups,
    {.invalid = R"({"Limit":1}
{"BackupSummaries":[{"TableName":"Orders"},{"TableName":"Orders"}]})",
     .valid = R"({"Limit":2}
{"BackupSummaries":[{"TableName":"Orders"},{"TableName":"Orders"}]})"}};

inline constexpr rule start_repeated{
    "list.start-repeated",
    severity::error,
    edition::v2017_11_29,
    "A page begins after the request's ExclusiveStartBackupArn.",
    cite::list_backups,
    {.invalid =
         R"({"ExclusiveStartBackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d"}
{"BackupSummaries":[{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d"}]})",
     .valid =
         R"({"ExclusiveStartBackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d"}
{"BackupSummaries":[{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200060456-5e6f7a8b"}]})"}};

inline constexpr rule name_echo{"create.name-echo",
                                severity::error,
                                edition::v2017_11_29,
                                "The response to CreateBackup has the BackupName of the request.",
                                cite::create_backup,
                                {.invalid = R"({"TableName":"Orders","BackupName":"before-move"}
{"BackupDetails":{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupCreationDateTime":1717200000.123,"BackupName":"weekly","BackupStatus":"CREATING","BackupType":"USER"}})",
                                 .valid = R"({"TableName":"Orders","BackupName":"before-move"}
{"BackupDetails":{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupCreationDateTime":1717200000.123,"BackupName":"before-move","BackupStatus":"CREATING","BackupType":"USER"}})"}};

inline constexpr rule arn_echo{
    "backup.arn-echo",
    severity::error,
    edition::v2017_11_29,
    "The responses to DescribeBackup and DeleteBackup have the BackupArn of the request.",
    cite::describe_backup,
    {.invalid =
         R"({"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-5e6f7a8b"}
{"BackupDescription":{"BackupDetails":{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupCreationDateTime":1717200000.123,"BackupName":"weekly","BackupStatus":"AVAILABLE","BackupType":"USER"}}})",
     .valid =
         R"({"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d"}
{"BackupDescription":{"BackupDetails":{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupCreationDateTime":1717200000.123,"BackupName":"weekly","BackupStatus":"AVAILABLE","BackupType":"USER"}}})"}};

/// All rules of this header, for the catalogue.
inline constexpr std::array aws_rules{&outside_time_range, &type_filter, &table_filter, &limit,
                                      &start_repeated,     &name_echo,   &arn_echo};

} // namespace dynabackup::exchange
