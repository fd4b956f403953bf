#pragma once
/// \file
/// The rules that requests other than those on backups set for their responses; and the rules that a backup sets for a
/// request to restore it, where the backup takes the place of the request.

#include <dynabackup/aws/describe_backup.hpp>
#include <dynabackup/aws/tables.hpp>
#include <dynabackup/aws/transfer_exchange.hpp>
#include <dynabackup/custom_rule.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/system.hpp>

#include <array>
#include <concepts>
#include <type_traits>
#include <vector>

namespace dynabackup::exchange {

inline constexpr rule table_echo{"describe-table.echo",
                                 severity::error,
                                 edition::v2017_11_29,
                                 "The response to DescribeTable shows the table of the request.",
                                 aws::DescribeTable.cite,
                                 {R"({"TableName":"Songs"}
{"Table":{"TableName":"Albums","TableStatus":"ACTIVE"}})",
                                  R"({"TableName":"Songs"}
{"Table":{"TableName":"Songs","TableStatus":"ACTIVE"}})"}};
inline constexpr rule restore_echo{
    "restore.echo",
    severity::error,
    edition::v2017_11_29,
    "The response to a restore shows the new table, with the name, the source and the time of the request.",
    restore::cite::from_backup,
    {R"({"TargetTableName":"Songs-2","BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d"}
{"TableDescription":{"TableName":"Songs","TableStatus":"CREATING"}})",
     R"({"TargetTableName":"Songs-2","BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d"}
{"TableDescription":{"TableName":"Songs-2","TableStatus":"CREATING"}})"}};
inline constexpr rule unknown_index{
    "restore.unknown-index",
    severity::error,
    edition::v2019_11_12,
    "A restore may leave out indexes of the backup, but adds none.",
    restore::cite::from_backup,
    {R"({"BackupDescription":{"SourceTableFeatureDetails":{"GlobalSecondaryIndexes":[{"IndexName":"ByYear"}]}}}
{"TargetTableName":"Songs-2","BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","GlobalSecondaryIndexOverride":[{"IndexName":"ByLabel","KeySchema":[{"AttributeName":"Label","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}]})",
     R"({"BackupDescription":{"SourceTableFeatureDetails":{"GlobalSecondaryIndexes":[{"IndexName":"ByYear"}]}}}
{"TargetTableName":"Songs-2","BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","GlobalSecondaryIndexOverride":[{"IndexName":"ByYear","KeySchema":[{"AttributeName":"Year","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}]})"}};
inline constexpr rule changed_index{
    "restore.changed-index",
    severity::error,
    edition::v2019_11_12,
    "An index that a restore keeps has the keys and the projection that it has in the backup.",
    restore::cite::from_backup,
    {R"({"BackupDescription":{"SourceTableFeatureDetails":{"GlobalSecondaryIndexes":[{"IndexName":"ByYear","KeySchema":[{"AttributeName":"Year","KeyType":"HASH"}]}]}}}
{"TargetTableName":"Songs-2","BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","GlobalSecondaryIndexOverride":[{"IndexName":"ByYear","KeySchema":[{"AttributeName":"Label","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}]})",
     R"({"BackupDescription":{"SourceTableFeatureDetails":{"GlobalSecondaryIndexes":[{"IndexName":"ByYear","KeySchema":[{"AttributeName":"Year","KeyType":"HASH"}]}]}}}
{"TargetTableName":"Songs-2","BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","GlobalSecondaryIndexOverride":[{"IndexName":"ByYear","KeySchema":[{"AttributeName":"Year","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}]})"}};
inline constexpr rule another_backup{
    "restore.another-backup",
    severity::error,
    edition::v2017_11_29,
    "A restore names the backup that it is compared with.",
    restore::cite::from_backup,
    {R"({"BackupDescription":{"BackupDetails":{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","BackupName":"weekly","BackupStatus":"AVAILABLE","BackupType":"USER","BackupCreationDateTime":1700000000}}}
{"TargetTableName":"Songs-2","BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-5e6f7a8b"})",
     R"({"BackupDescription":{"BackupDetails":{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","BackupName":"weekly","BackupStatus":"AVAILABLE","BackupType":"USER","BackupCreationDateTime":1700000000}}}
{"TargetTableName":"Songs-2","BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d"})"}};
inline constexpr rule outside_recovery{
    "restore.outside-recovery",
    severity::error,
    edition::v2018_03_26,
    "A table is restored to a point in time between its earliest and its latest restorable time.",
    restore::cite::to_point_in_time,
    {R"({"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"ENABLED","EarliestRestorableDateTime":1717200000,"LatestRestorableDateTime":1717286400}}}
{"SourceTableName":"Songs","TargetTableName":"Songs-2","RestoreDateTime":1717286401})",
     R"({"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"ENABLED","EarliestRestorableDateTime":1717200000,"LatestRestorableDateTime":1717286400}}}
{"SourceTableName":"Songs","TargetTableName":"Songs-2","RestoreDateTime":1717286400})"}};
inline constexpr rule recovery_echo{
    "pitr.echo",
    severity::error,
    edition::v2018_03_26,
    "The response to UpdateContinuousBackups has the state and the recovery period of the request.",
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateContinuousBackups.html",
    {R"({"TableName":"Songs","PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true}}
{"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"DISABLED"}}})",
     R"({"TableName":"Songs","PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":false}}
{"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"DISABLED"}}})"}};
/// All rules of this file, for the catalogue.
inline constexpr std::array aws_table_rules{
    &table_echo,    &restore_echo, &unknown_index, &changed_index, &another_backup, &outside_recovery,
    &recovery_echo, &export_echo,  &export_limit,  &import_echo,   &import_limit};

} // namespace dynabackup::exchange

namespace dynabackup::aws {

/// A request to restore a backup is checked against the description of that backup, as a response is against its
/// request: `check_exchange<DescribeBackupOutput>(description, request)`.
constexpr std::type_identity<RestoreTableFromBackupInput>
response_of(std::type_identity<DescribeBackupOutput>) {
    return {};
}
/// Likewise, a request to restore a table to a point in time is checked against the restorable times of that table.
constexpr std::type_identity<RestoreTableToPointInTimeInput>
response_of(std::type_identity<DescribeContinuousBackupsOutput>) {
    return {};
}

/// The rules that a request sets for its response. `in`: the context of the request. Templates, so that only code
/// that checks such an exchange compiles them.
template <std::same_as<DescribeTableInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
template <std::same_as<RestoreTableFromBackupInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
template <std::same_as<RestoreTableToPointInTimeInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
template <std::same_as<DescribeBackupOutput> T>
std::vector<user_rule> expected(T const& backup, rule_context const& in);
template <std::same_as<DescribeContinuousBackupsOutput> T>
std::vector<user_rule> expected(T const& backups, rule_context const& in);
template <std::same_as<UpdateContinuousBackupsInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
/// Sets no rule: the response to DescribeContinuousBackups does not name its table.
template <std::same_as<DescribeContinuousBackupsInput> T>
std::vector<user_rule> expected(T const&, rule_context const&) {
    return {};
}

/// The operations, and the restores.
template <class Lazy>
inline constexpr std::array table_exchanges{
    dynabackup::detail::make_exchange<lazily<Lazy, DescribeTableInput>, exchange::table_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, RestoreTableFromBackupInput>, exchange::restore_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, RestoreTableToPointInTimeInput>, exchange::restore_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, DescribeBackupOutput>, exchange::unknown_index,
                                      exchange::changed_index, exchange::another_backup>(),
    dynabackup::detail::make_exchange<lazily<Lazy, DescribeContinuousBackupsOutput>,
                                      exchange::outside_recovery>(),
    dynabackup::detail::make_exchange<lazily<Lazy, UpdateContinuousBackupsInput>, exchange::recovery_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, ExportTableToPointInTimeInput>, exchange::export_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, DescribeExportInput>, exchange::export_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, ListExportsInput>, exchange::export_echo,
                                      exchange::export_limit>(),
    // First, because the rule's example is of this operation.
    dynabackup::detail::make_exchange<lazily<Lazy, DescribeImportInput>, exchange::import_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, ImportTableInput>, exchange::import_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, ListImportsInput>, exchange::import_limit>(),
};

} // namespace dynabackup::aws

#if DYNABACKUP_DEFINE

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

} // namespace detail

template <std::same_as<DescribeTableInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in) {
    std::vector<user_rule> rules;
    detail::expect_table<&T::table_name, TableDescription>(rules, exchange::table_echo, request, in);
    return rules;
}

template <std::same_as<RestoreTableFromBackupInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in) {
    using Answer = typename decltype(response_of(std::type_identity<T>{}))::type;
    using Table = typename decltype(Answer::table_description)::value_type;
    using Summary = typename decltype(Table::restore_summary)::value_type;
    constexpr auto const& echo = exchange::restore_echo;
    std::vector<user_rule> rules;
    exchange::expect_same<&T::target_table_name, &Table::table_name>(rules, echo, request, in);
    exchange::expect_same<&T::backup_arn, &Summary::source_backup_arn>(rules, echo, request, in);
    return rules;
}

template <std::same_as<RestoreTableToPointInTimeInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in) {
    using Answer = typename decltype(response_of(std::type_identity<T>{}))::type;
    using Table = typename decltype(Answer::table_description)::value_type;
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

#endif
