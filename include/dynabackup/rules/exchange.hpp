#pragma once
/// \file
/// What a request makes of its response. A response has these rules only together with its request: each is made
/// from what the request asks for, as a rule for the objects of the response (user_rules.hpp).

#include <dynabackup/response_to.hpp>
#include <dynabackup/rules/arn.hpp>
#include <dynabackup/user_rules.hpp>
#include <dynabackup/validate.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace dynabackup::exchange {

inline constexpr rule outside_time_range{
    "list.outside-time-range",
    severity::error,
    edition::v2017_11_29,
    "A page has the backups created at TimeRangeLowerBound or later, and before TimeRangeUpperBound.",
    cite::list_backups,
    {.broken = R"({"TimeRangeUpperBound":1717200000}
{"BackupSummaries":[{"BackupCreationDateTime":1717200000}]})",
     .sound = R"({"TimeRangeUpperBound":1717200000}
{"BackupSummaries":[{"BackupCreationDateTime":1717199999.999}]})"}};

inline constexpr rule type_filter{
    "list.type-filter",
    severity::error,
    edition::v2018_08_06,
    "A page has backups of the request's BackupType; without one, of type USER.",
    cite::list_backups,
    {.broken = R"({"BackupType":"USER"}
{"BackupSummaries":[{"BackupType":"AWS_BACKUP"}]})",
     .sound = R"({"BackupType":"ALL"}
{"BackupSummaries":[{"BackupType":"AWS_BACKUP"}]})"}};

inline constexpr rule table_filter{"list.table-filter",
                                   severity::error,
                                   edition::v2017_11_29,
                                   "A page has the backups of the table that the request names.",
                                   cite::list_backups,
                                   {.broken = R"({"Limit":5,"TableName":"Orders"}
{"BackupSummaries":[{"TableName":"Customers"}]})",
                                    .sound = R"({"Limit":5,"TableName":"Orders"}
{"BackupSummaries":[{"TableName":"Orders"}]})"}};

inline constexpr rule limit{
    "list.limit",
    severity::error,
    edition::v2017_11_29,
    "A page has no more backups than the request's Limit; without one, no more than 100.",
    cite::list_backups,
    {.broken = R"({"Limit":1}
{"BackupSummaries":[{"TableName":"Orders"},{"TableName":"Orders"}]})",
     .sound = R"({"Limit":2}
{"BackupSummaries":[{"TableName":"Orders"},{"TableName":"Orders"}]})"}};

inline constexpr rule start_repeated{
    "list.start-repeated",
    severity::error,
    edition::v2017_11_29,
    "A page begins behind the request's ExclusiveStartBackupArn.",
    cite::list_backups,
    {.broken =
         R"({"ExclusiveStartBackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d"}
{"BackupSummaries":[{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d"}]})",
     .sound =
         R"({"ExclusiveStartBackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d"}
{"BackupSummaries":[{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200060456-5e6f7a8b"}]})"}};

inline constexpr rule name_echo{"create.name-echo",
                                severity::error,
                                edition::v2017_11_29,
                                "CreateBackup answers with the BackupName that was asked for.",
                                cite::create_backup,
                                {.broken = R"({"TableName":"Orders","BackupName":"before-move"}
{"BackupDetails":{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupCreationDateTime":1717200000.123,"BackupName":"weekly","BackupStatus":"CREATING","BackupType":"USER"}})",
                                 .sound = R"({"TableName":"Orders","BackupName":"before-move"}
{"BackupDetails":{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupCreationDateTime":1717200000.123,"BackupName":"before-move","BackupStatus":"CREATING","BackupType":"USER"}})"}};

inline constexpr rule arn_echo{
    "backup.arn-echo",
    severity::error,
    edition::v2017_11_29,
    "DescribeBackup and DeleteBackup answer with the BackupArn that was asked for.",
    cite::describe_backup,
    {.broken =
         R"({"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-5e6f7a8b"}
{"BackupDescription":{"BackupDetails":{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupCreationDateTime":1717200000.123,"BackupName":"weekly","BackupStatus":"AVAILABLE","BackupType":"USER"}}})",
     .sound =
         R"({"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d"}
{"BackupDescription":{"BackupDetails":{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupCreationDateTime":1717200000.123,"BackupName":"weekly","BackupStatus":"AVAILABLE","BackupType":"USER"}}})"}};

/// The rules that a request makes: for the catalogue.
template <class Input>
inline constexpr std::array made_by{&arn_echo};
template <>
inline constexpr std::array made_by<aws::CreateBackupInput>{&name_echo};
template <>
inline constexpr std::array made_by<aws::ListBackupsInput>{&outside_time_range, &type_filter, &table_filter,
                                                           &limit, &start_repeated};

/// Calls `f(rule, std::type_identity<Input>)` for every rule and every request that makes it.
template <class F>
constexpr void for_each_rule(F f) {
    auto const of = [&](auto input) {
        for (auto const* r : made_by<typename decltype(input)::type>) f(*r, input);
    };
    of(std::type_identity<aws::CreateBackupInput>{});
    of(std::type_identity<aws::DescribeBackupInput>{});
    of(std::type_identity<aws::DeleteBackupInput>{});
    of(std::type_identity<aws::ListBackupsInput>{});
}

/// A member of a request, for as long as its response is judged; none if it is absent or could not be read.
template <auto Member, class Subject>
auto asked_for(struct_of<Member> const& request, Subject const& in) {
    auto const* const value = known<Member>(request, in);
    return value ? std::optional(*value) : std::nullopt;
}

/// The name of the table of that ARN; empty if it is not the ARN of a table.
inline std::string_view table_of(std::string_view text) {
    auto const table = arn::read_table(text);
    return table ? table->name : std::string_view();
}

/// Judges which table a summary is of, by its name or its ARN. A request may have either since 2024-03-20; no name
/// has a colon, so what is asked for tells which it is.
template <class Summary, class Subject>
void check_table(std::string const& asked, Summary const& s, Subject const& in) {
    auto const* const name = known<&Summary::table_name>(s, in);
    auto const* const table_arn = known<&Summary::table_arn>(s, in);
    bool const by_arn = asked.starts_with("arn:");
    auto const asked_name = by_arn ? table_of(asked) : std::string_view(asked);
    auto const differs = [](std::string_view a, std::string_view b) {
        return !a.empty() && !b.empty() && a != b;
    };
    auto const fail = [&](std::string_view member) {
        in.fail({member}, "A backup of another table than ", asked, ", which was asked for.");
    };
    if (by_arn && table_arn) {
        if (differs(asked, *table_arn)) fail(at<&Summary::table_arn>);
    } else if (name) {
        if (differs(asked_name, *name)) fail(at<&Summary::table_name>);
    } else if (table_arn && differs(asked_name, table_of(*table_arn))) {
        fail(at<&Summary::table_arn>);
    }
}

/// The rules that a request makes for its response.
template <std::same_as<aws::ListBackupsInput> T>
std::vector<user_rule> expected(T const& request, subject const& in) {
    using Page = aws::ListBackupsOutput;
    using Summary = aws::BackupSummary;
    std::vector<user_rule> rules;

    auto const lower = asked_for<&T::time_range_lower_bound>(request, in);
    auto const upper = asked_for<&T::time_range_upper_bound>(request, in);
    if (lower || upper)
        rules.push_back(on<Summary>(outside_time_range, [=](Summary const& s, auto const& of_page) {
            auto const* const created = known<&Summary::backup_creation_date_time>(s, of_page);
            if (created && lower && *created < *lower)
                of_page.fail({at<&Summary::backup_creation_date_time>}, "Created before ", to_text(*lower),
                             ", where the range begins that was asked for.");
            else if (created && upper && *created >= *upper)
                of_page.fail({at<&Summary::backup_creation_date_time>}, "Not created before ",
                             to_text(*upper), ", where the range ends that was asked for.");
        }));

    using filter = aws::BackupTypeFilter;
    auto const chosen = request.backup_type ? enumerator(request.backup_type) : filter::USER;
    if (in.knows(request.backup_type) && chosen && chosen != filter::ALL)
        rules.push_back(on<Summary>(type_filter, [=](Summary const& s, auto const& of_page) {
            auto const type = enumerator(known<&Summary::backup_type>(s, of_page));
            if (type && name_of(*type) != name_of(*chosen))
                of_page.fail({at<&Summary::backup_type>}, "A backup of type ", name_of(*type),
                             ", where those of type ", name_of(*chosen), " were asked for.");
        }));

    if (auto const table = asked_for<&T::table_name>(request, in))
        rules.push_back(on<Summary>(
            table_filter, [=](Summary const& s, auto const& of_page) { check_table(*table, s, of_page); }));

    if (in.knows(request.limit)) {
        constexpr std::int64_t unless_asked = 100;
        auto const most = std::max<std::int64_t>(request.limit.value_or(unless_asked), 0);
        auto const count = std::make_shared<std::int64_t>(0); // a page that is read does not keep them
        rules.push_back(on<Summary>(limit, [=](Summary const&, auto const&) { ++*count; }));
        rules.push_back(on<Page>(limit, [=](Page const&, auto const& of_page) {
            if (*count > most)
                of_page.fail({at<&Page::backup_summaries>}, *count, " backups, where ", most,
                             " are allowed at most.");
        }));
    }

    if (auto const start = asked_for<&T::exclusive_start_backup_arn>(request, in))
        rules.push_back(on<Summary>(start_repeated, [=](Summary const& s, auto const& of_page) {
            auto const* const own = known<&Summary::backup_arn>(s, of_page);
            if (own && *own == *start)
                of_page.fail({at<&Summary::backup_arn>},
                             "The page begins behind this backup, ExclusiveStartBackupArn of its request.");
        }));
    return rules;
}

template <std::same_as<aws::CreateBackupInput> T>
std::vector<user_rule> expected(T const& request, subject const& in) {
    using Details = aws::BackupDetails;
    auto const asked = asked_for<&T::backup_name>(request, in);
    if (!asked) return {};
    return {on<Details>(name_echo, [=](Details const& d, auto const& of_answer) {
        auto const* const name = known<&Details::backup_name>(d, of_answer);
        if (name && *name != *asked)
            of_answer.fail({at<&Details::backup_name>}, "A backup named ", *asked, " was asked for.");
    })};
}

/// What a request by ARN makes of its response: it is of the same backup.
template <class T>
requires std::same_as<T, aws::DescribeBackupInput> || std::same_as<T, aws::DeleteBackupInput>
    std::vector<user_rule> expected(T const& request, subject const& in) {
    using Details = aws::BackupDetails;
    auto const asked = asked_for<&T::backup_arn>(request, in);
    if (!asked) return {};
    return {on<Details>(arn_echo, [=](Details const& d, auto const& of_answer) {
        auto const* const own = known<&Details::backup_arn>(d, of_answer);
        if (own && *own != *asked)
            of_answer.fail({at<&Details::backup_arn>}, "The backup ", *asked, " was asked for.");
    })};
}

} // namespace dynabackup::exchange
