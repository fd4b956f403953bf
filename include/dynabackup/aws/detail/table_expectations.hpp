#pragma once
/// \file
/// Builds the rules that aws/table_exchange.hpp declares.

#include <dynabackup/aws/table_exchange.hpp>
#include <dynabackup/rules/exchange.hpp>
#include <dynabackup/rules/export_call.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dynabackup::aws {

namespace detail {

/// Adds the rule that a table is the one that a member of the request names, by its name or, since 2024-03-20, by its
/// ARN.
template <auto Asked, std::same_as<TableDescription> Table>
void expect_table(std::vector<user_rule>& rules, rule const& which, struct_of<Asked> const& request,
                  rule_context const& in) {
    auto const asked = exchange::asked_for<Asked>(request, in);
    if (!asked) return;
    bool const by_arn = asked->starts_with("arn:");
    rules.push_back(
        make_user_rule<Table>(which, [asked = *asked, by_arn](Table const& t, rule_context& of_answer) {
            auto const* const own =
                by_arn ? known<&Table::table_arn>(t, of_answer) : known<&Table::table_name>(t, of_answer);
            if (own && *own != asked)
                of_answer.fail({by_arn ? wire_name<&Table::table_arn> : wire_name<&Table::table_name>},
                               "The request is for the table ", asked, '.');
        }));
}

/// Whether a member of an index that is kept equals that of the backup's index. Does not compare a member that either
/// lacks.
template <auto Kept, auto Backed, class Index, class Info>
bool is_same(Index const& index, Info const& info, rule_context const& in) {
    auto const* const kept = known<Kept>(index, in);
    auto const* const backed = get(info.*Backed);
    return !kept || !backed || *kept == *backed;
}

/// Adds the rules that the indexes of a request are among those of a backup. `Override`: the member of the request.
template <auto Override, class Info>
void expect_indexes(std::vector<user_rule>& rules, std::vector<Info> const& backed) {
    using Request = struct_of<Override>;
    using Index = typename std::remove_cvref_t<decltype(*(std::declval<Request&>().*Override))>::value_type;
    rules.push_back(
        make_user_rule<Request>(exchange::unknown_index, [=](Request const& r, rule_context& of_request) {
            auto const* const kept = known<Override>(r, of_request);
            for (std::size_t i = 0; kept && i < kept->size(); ++i) {
                auto const& index = (*kept)[i];
                auto const* const name = known<&Index::index_name>(index, of_request);
                if (!name) continue;
                auto const same = std::ranges::find_if(
                    backed, [&](Info const& info) { return info.index_name && *info.index_name == *name; });
                if (same == backed.end())
                    of_request.fail({wire_name<Override>, i, wire_name<&Index::index_name>},
                                    "The backup has no index of this name; a restore adds none.");
            }
        }));
    rules.push_back(
        make_user_rule<Request>(exchange::changed_index, [=](Request const& r, rule_context& of_request) {
            auto const* const kept = known<Override>(r, of_request);
            for (std::size_t i = 0; kept && i < kept->size(); ++i) {
                auto const& index = (*kept)[i];
                auto const* const name = known<&Index::index_name>(index, of_request);
                for (auto const& info : backed) {
                    if (!name || !info.index_name || *info.index_name != *name) continue;
                    if constexpr (requires { index.key_schema; })
                        if (!is_same<&Index::key_schema, &Info::key_schema>(index, info, of_request))
                            of_request.fail({wire_name<Override>, i, wire_name<&Index::key_schema>},
                                            "The backup's index of this name has other keys.");
                    if (!is_same<&Index::projection, &Info::projection>(index, info, of_request))
                        of_request.fail({wire_name<Override>, i, wire_name<&Index::projection>},
                                        "The backup's index of this name has another projection.");
                }
            }
        }));
}

/// The table in the response to a restore.
template <class Request, class Answer = typename decltype(response_of(std::type_identity<Request>{}))::type>
using restored_table = typename decltype(Answer::table_description)::value_type;

} // namespace detail

template <std::same_as<DescribeTableInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in) {
    std::vector<user_rule> rules;
    detail::expect_table<&T::table_name, TableDescription>(rules, exchange::table_echo, request, in);
    return rules;
}

template <std::same_as<RestoreTableFromBackupInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in) {
    using Table = detail::restored_table<T>;
    using Summary = typename decltype(Table::restore_summary)::value_type;
    constexpr auto const& echo = exchange::restore_echo;
    std::vector<user_rule> rules;
    exchange::expect_same<&T::target_table_name, &Table::table_name>(rules, echo, request, in);
    exchange::expect_same<&T::backup_arn, &Summary::source_backup_arn>(rules, echo, request, in);
    return rules;
}

template <std::same_as<RestoreTableToPointInTimeInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in) {
    using Table = detail::restored_table<T>;
    using Summary = typename decltype(Table::restore_summary)::value_type;
    constexpr auto const& echo = exchange::restore_echo;
    std::vector<user_rule> rules;
    exchange::expect_same<&T::target_table_name, &Table::table_name>(rules, echo, request, in);
    exchange::expect_same<&T::source_table_arn, &Summary::source_table_arn>(rules, echo, request, in);
    exchange::expect_same<&T::restore_date_time, &Summary::restore_date_time>(rules, echo, request, in);
    return rules;
}

template <std::same_as<DescribeBackupOutput> T>
std::vector<user_rule> expected(T const& backup, rule_context const& in) {
    using Request = typename decltype(response_of(std::type_identity<T>{}))::type;
    using Description = typename decltype(T::backup_description)::value_type;
    using Details = typename decltype(Description::backup_details)::value_type;
    using Features = typename decltype(Description::source_table_feature_details)::value_type;
    std::vector<user_rule> rules;
    auto const* const description = known<&T::backup_description>(backup, in);
    if (!description) return rules;
    if (auto const* const details = known<&Description::backup_details>(*description, in))
        exchange::expect_same<&Details::backup_arn, &Request::backup_arn>(rules, exchange::another_backup,
                                                                          *details, in);
    auto const* const features = known<&Description::source_table_feature_details>(*description, in);
    if (!features) return rules;
    auto const add = [&]<auto Override, auto List>() {
        if (!in.knows(features->*List)) return;
        auto const* const list = known<List>(*features, in);
        using list_type = std::remove_cvref_t<decltype(*list)>;
        detail::expect_indexes<Override>(rules, list ? *list : list_type{});
    };
    add.template operator()<&Request::global_secondary_index_override, &Features::global_secondary_indexes>();
    add.template operator()<&Request::local_secondary_index_override, &Features::local_secondary_indexes>();
    add.template operator()<&Request::vector_index_override, &Features::vector_indexes>();
    return rules;
}

template <std::same_as<DescribeContinuousBackupsOutput> T>
std::vector<user_rule> expected(T const& backups, rule_context const& in) {
    using Request = typename decltype(response_of(std::type_identity<T>{}))::type;
    using Description = typename decltype(T::continuous_backups_description)::value_type;
    using Points = typename decltype(Description::point_in_time_recovery_description)::value_type;
    std::vector<user_rule> rules;
    auto const* const description = known<&T::continuous_backups_description>(backups, in);
    auto const* const points =
        description ? known<&Description::point_in_time_recovery_description>(*description, in) : nullptr;
    if (!points) return rules;
    exchange::expect_after<&Points::earliest_restorable_date_time, &Request::restore_date_time>(
        rules, exchange::outside_recovery, *points, in);
    exchange::expect_before<&Points::latest_restorable_date_time, &Request::restore_date_time>(
        rules, exchange::outside_recovery, *points, in);
    return rules;
}

template <std::same_as<UpdateContinuousBackupsInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in) {
    using Asked = decltype(T::point_in_time_recovery_specification);
    using Points = std::conditional_t<std::is_void_v<T>, T, PointInTimeRecoveryDescription>;
    std::vector<user_rule> rules;
    auto const* const asked = known<&T::point_in_time_recovery_specification>(request, in);
    if (!asked) return rules;
    if (auto const enabled = exchange::asked_for<&Asked::point_in_time_recovery_enabled>(*asked, in))
        rules.push_back(make_user_rule<Points>(
            exchange::recovery_echo, [enabled = *enabled](Points const& p, rule_context& of_answer) {
                constexpr auto status = &Points::point_in_time_recovery_status;
                auto const found = enumerator(known<status>(p, of_answer));
                if (found && (*found == PointInTimeRecoveryStatus::ENABLED) != enabled)
                    of_answer.fail({wire_name<status>}, "The request is for point-in-time recovery ",
                                   enabled ? "ENABLED." : "DISABLED.");
            }));
    exchange::expect_same<&Asked::recovery_period_in_days, &Points::recovery_period_in_days>(
        rules, exchange::recovery_echo, *asked, in);
    return rules;
}

#ifdef DYNABACKUP_SOURCE
template std::vector<user_rule> expected(DescribeTableInput const&, rule_context const&);
template std::vector<user_rule> expected(RestoreTableFromBackupInput const&, rule_context const&);
template std::vector<user_rule> expected(RestoreTableToPointInTimeInput const&, rule_context const&);
template std::vector<user_rule> expected(DescribeBackupOutput const&, rule_context const&);
template std::vector<user_rule> expected(DescribeContinuousBackupsOutput const&, rule_context const&);
template std::vector<user_rule> expected(UpdateContinuousBackupsInput const&, rule_context const&);
#endif

} // namespace dynabackup::aws
