#pragma once
/// \file
/// ListBackups: lists an account's backups, page by page.

#include <dynabackup/aws/backup_summary.hpp>
#include <dynabackup/aws/operation.hpp>
#include <dynabackup/rules/paging.hpp>

#include <algorithm>
#include <array>

namespace dynabackup::aws {

/// Requests a page of backups: at most 1 MB, and at most `limit` of them.
struct ListBackupsInput {
    std::optional<std::string> table_name{}; ///< of one table: its name or, since 2024-03-20, its ARN
    std::optional<std::int64_t> limit{};     ///< the most backups in the page: 1 to 100
    std::optional<timestamp> time_range_lower_bound{};        ///< requested at this time or later
    std::optional<timestamp> time_range_upper_bound{};        ///< requested before this time
    std::optional<std::string> exclusive_start_backup_arn{};  ///< the backup that ended the last page
    std::optional<open_enum<BackupTypeFilter>> backup_type{}; ///< absent: USER; since 2018-08-06
};
BOOST_DESCRIBE_STRUCT(ListBackupsInput, (),
                      (table_name, limit, time_range_lower_bound, time_range_upper_bound,
                       exclusive_start_backup_arn, backup_type))

template <std::same_as<ListBackupsInput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::table_name>(simple::TableArn).before(edition::v2024_03_20, simple::TableName),
        describe<&T::limit>(simple::BackupsInputLimit),
        describe<&T::time_range_lower_bound>(simple::TimeRangeLowerBound),
        describe<&T::time_range_upper_bound>(simple::TimeRangeUpperBound),
        describe<&T::exclusive_start_backup_arn>(simple::BackupArn),
        describe<&T::backup_type>().since(edition::v2018_08_06),
    };
}

/// A page of backups.
struct ListBackupsOutput {
    std::optional<std::vector<BackupSummary>> backup_summaries{}; ///< the backups of this page
    /// The backup that ended this page, for the request of the next page; 37 to 1024 characters. Its presence does not
    /// prove that there are more backups. If it is absent, the list is complete; an empty text counts as absent.
    std::optional<std::string> last_evaluated_backup_arn{};
};
BOOST_DESCRIBE_STRUCT(ListBackupsOutput, (), (backup_summaries, last_evaluated_backup_arn))

template <std::same_as<ListBackupsOutput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::backup_summaries>(simple::BackupSummaries),
        describe<&T::last_evaluated_backup_arn>(simple::BackupArn).or_empty(),
    };
}

/// The AWS command line adds NextToken when it cuts a list short.
constexpr auto tolerated(std::type_identity<ListBackupsOutput>) {
    std::array<std::string_view, client_members.size() + 1> names{"NextToken"};
    std::ranges::copy(client_members, names.begin() + 1);
    return names;
}

/// The tolerated member that shows that another page follows.
constexpr std::string_view page_token(std::type_identity<ListBackupsOutput>) { return "NextToken"; }

/// The response to the request.
constexpr std::type_identity<ListBackupsOutput> response_of(std::type_identity<ListBackupsInput>) {
    return {};
}

/// Records the page in the listing of the input.
inline void check_page(ListBackupsOutput const& page, rule_context& in) {
    constexpr auto token = &ListBackupsOutput::last_evaluated_backup_arn;
    auto const* const last = known<token>(page, in);
    auto const cursor = last ? std::string_view(*last) : std::string_view();
    dump::end_page(in, !cursor.empty(), {wire_name<token>}, cursor);
}

template <std::same_as<ListBackupsOutput> T>
constexpr auto rules(std::type_identity<T>) {
    return join(
        paging::last_evaluated_rule<T>(),
        std::array{enforce_in_order<check_page, dump::incomplete_listing, paging::cursor_repeated>()});
}

/// The operation: its name, its limits and its errors.
inline constexpr operation ListBackups{
    .name = "ListBackups",
    .target = "DynamoDB_20120810.ListBackups",
    .calls_per_second = 5,
    .errors = error_names<InternalServerError>,
    .cite = "https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/ListBackups",
};

} // namespace dynabackup::aws
