#pragma once
/// \file
/// Compares the ARN of a backup or of a table with the members beside it.

#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/rules/arn.hpp>
#include <dynabackup/rules/expiry.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace dynabackup::arn {

/// How far the time in a BackupArn may differ from BackupCreationDateTime.
inline constexpr std::chrono::seconds time_tolerance = expiry::whole_seconds;

inline constexpr rule backup_format{
    "backup.arn-format",
    severity::warning,
    edition::v2017_11_29,
    "A BackupArn is the ARN of a table's backup, which ends with its time and eight hexadecimal digits, or "
    "the ARN of a recovery point of AWS Backup.",
    cite::arns,
    {R"({"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/latest"})",
     R"({"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d"})"}};
inline constexpr rule backup_table{
    "backup.arn-table",
    severity::warning,
    edition::v2017_11_29,
    "The table in a BackupArn is the one that the members beside it name.",
    cite::arns,
    {R"({"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","BackupName":"weekly","TableName":"Albums"})",
     R"({"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","BackupName":"weekly","TableName":"Songs"})"}};
inline constexpr rule backup_account{
    "backup.arn-account",
    severity::warning,
    edition::v2017_11_29,
    "A backup and its table belong to one account and partition; their regions may differ.",
    cite::arns,
    {R"({"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","BackupName":"weekly","TableArn":"arn:aws:dynamodb:eu-west-1:210987654321:table/Songs"})",
     R"({"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","BackupName":"weekly","TableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs"})"}};
inline constexpr rule backup_timestamp{
    "backup.arn-timestamp",
    severity::warning,
    edition::v2017_11_29,
    "The fourteen digits in a BackupArn are the time of its creation, in milliseconds since the epoch.",
    cite::backup_details,
    {R"({"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","BackupCreationDateTime":1710000000,"TableName":"Songs"})",
     R"({"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","BackupCreationDateTime":1700000000,"TableName":"Songs"})"}};
inline constexpr rule table_format{"table.arn-format",
                                   severity::warning,
                                   edition::v2017_11_29,
                                   "A TableArn is the ARN of a table.",
                                   cite::arns,
                                   {R"({"TableArn":"arn:aws:dynamodb:eu-west-1::table/Songs"})",
                                    R"({"TableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs"})",
                                    "BackupSummary"}};
inline constexpr rule table_name{
    "table.arn-name",
    severity::warning,
    edition::v2017_11_29,
    "The table in a TableArn is the one that the TableName beside it names.",
    cite::arns,
    {R"({"TableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","TableName":"Albums"})",
     R"({"TableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","TableName":"Songs"})",
     "BackupSummary"}};

/// Converts the time in a BackupArn; returns nothing if a timestamp cannot hold it.
constexpr std::optional<timestamp> time_of(std::uint64_t milliseconds) {
    constexpr std::int64_t each = 1'000'000; // nanoseconds
    if (milliseconds > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max() / each)) return {};
    return timestamp{std::chrono::nanoseconds(static_cast<std::int64_t>(milliseconds) * each)};
}

/// Whether the time in a BackupArn differs from the time of the creation.
constexpr bool is_another_time(std::uint64_t milliseconds, timestamp created) {
    auto const said = time_of(milliseconds);
    return !said || expiry::misses(created, *said, {}, time_tolerance);
}

/// Reads the BackupArn of a shape T, if it is the ARN of a table's backup. Reports an ARN of no documented form.
template <class T>
std::optional<backup> read_backup_arn(T const& t, rule_context& in) {
    auto const* const text = known<&T::backup_arn>(t, in);
    if (!text) return {};
    auto const result = read_backup(*text);
    constexpr auto const& limits = *dynabackup::detail::facts_of_member<&T::backup_arn>().simple;
    if (!result && !is_recovery_point(*text) && limits.at(in.edition()).admits(text->size())) [[unlikely]]
        in.fail(backup_format, {wire_name<&T::backup_arn>},
                "Neither arn:…:dynamodb:…:table/<table>/backup/<14 digits>-<8 hexadecimal digits> nor "
                "arn:…:backup:…:recovery-point:<UUID>.");
    return result;
}

/// Compares the time in a BackupArn with the time of the creation.
template <class T>
void compare_time(T const& t, backup const& read, rule_context& in) {
    auto const* const created = known<&T::backup_creation_date_time>(t, in);
    if (!created || !is_another_time(read.milliseconds, *created)) return;
    auto const said = time_of(read.milliseconds);
    in.fail(backup_timestamp, {wire_name<&T::backup_arn>}, "Its time is ",
            said ? to_text(*said) : std::string("in the far future"), "; the backup was created ",
            to_text(*created), '.');
}

/// Compares the table in a BackupArn with the table beside it, as far as the latter's name and ARN are known. `at_arn`:
/// the path to the BackupArn.
inline void compare_table(backup const& read, std::string const* name, std::optional<table> const& beside,
                          rule_context& in, std::initializer_list<path_step> at_arn) {
    if (name && read.table.name != *name) [[unlikely]]
        in.fail(backup_table, at_arn, "This is a backup of the table ", read.table.name,
                "; the table beside it is ", *name, '.');
    if (beside && (read.table.account != beside->account || read.table.partition != beside->partition))
        [[unlikely]]
        in.fail(backup_account, at_arn, "The account is ", read.table.account, " in partition ",
                read.table.partition, "; the table's is ", beside->account, " in partition ",
                beside->partition, '.');
}

/// Reads the TableArn of a shape T, if it is the ARN of a table. Reports an ARN that is not, or that is another
/// table's.
template <class T>
std::optional<table> read_table_arn(T const& t, rule_context& in) {
    auto const* const text = known<&T::table_arn>(t, in);
    if (!text) return {};
    auto const result = read_table(*text);
    auto const* const name = known<&T::table_name>(t, in);
    if (!result) [[unlikely]]
        in.fail(table_format, {wire_name<&T::table_arn>},
                "Not arn:<partition>:dynamodb:<region>:<12 digits>:table/<table>.");
    else if (name && result->name != *name) [[unlikely]]
        in.fail(table_name, {wire_name<&T::table_arn>}, "This is the ARN of the table ", result->name,
                "; the table beside it is ", *name, '.');
    return result;
}

/// Whether the ARNs, the name and the time of a shape T agree. They nearly always do.
template <class T>
bool agree(T const& t, rule_context const& in) {
    auto const* const name = known<&T::table_name>(t, in);
    auto const* const table_arn = known<&T::table_arn>(t, in);
    auto const* const backup_arn = known<&T::backup_arn>(t, in);
    auto const* const created = known<&T::backup_creation_date_time>(t, in);
    std::uint64_t milliseconds = 0;
    return name && table_arn && backup_arn && created &&
           are_of_one_table(*backup_arn, *table_arn, *name, milliseconds) &&
           !is_another_time(milliseconds, *created);
}

/// Reports a BackupArn of no documented form.
template <class T>
void check_format(T const& t, rule_context& in) {
    read_backup_arn(t, in);
}

/// The rule of a shape T that has `backup_arn` only.
template <class T>
constexpr auto format_rule() {
    return std::array{enforce<check_format<T>, backup_format>()};
}

/// Reports a BackupArn of no documented form, or of another time than BackupCreationDateTime.
template <class T>
void check_backup(T const& t, rule_context& in) {
    if (auto const read = read_backup_arn(t, in)) compare_time(t, *read, in);
}

/// The rules of a shape T with `backup_arn` and `backup_creation_date_time`.
template <class T>
constexpr auto backup_rules() {
    return std::array{enforce<check_backup<T>, backup_format, backup_timestamp>()};
}

/// Reports a TableArn that is not the ARN of a table, or that is not the ARN of the table in TableName.
template <class T>
void check_table(T const& t, rule_context& in) {
    read_table_arn(t, in);
}

/// The rules of a shape T with `table_arn` and `table_name`.
template <class T>
constexpr auto table_rules() {
    return std::array{enforce<check_table<T>, table_format, table_name>()};
}

/// Reports what check_backup and check_table report. Reports a BackupArn of another table than TableName, or of another
/// account or partition than TableArn.
template <class T>
void check_summary(T const& t, rule_context& in) {
    if (agree(t, in)) [[likely]]
        return;
    auto const read = read_backup_arn(t, in);
    if (read) compare_time(t, *read, in);
    auto const beside = read_table_arn(t, in);
    if (read) compare_table(*read, known<&T::table_name>(t, in), beside, in, {wire_name<&T::backup_arn>});
}

/// The rules of a shape T with all of these members.
template <class T>
constexpr auto summary_rules() {
    return std::array{enforce<check_summary<T>, backup_format, backup_table, backup_account, backup_timestamp,
                              table_format, table_name>()};
}

/// All rules of this file, for the catalogue.
inline constexpr std::array all{&backup_format,    &backup_table, &backup_account,
                                &backup_timestamp, &table_format, &table_name};

} // namespace dynabackup::arn
