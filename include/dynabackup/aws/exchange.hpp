#pragma once
/// \file
/// The rules that a request sets for its response. They apply only to a response that is checked together with its
/// request: each rule is built from a member of the request, and applies to the objects of the response
/// (custom_rule.hpp).

#include <dynabackup/aws/create_backup.hpp>
#include <dynabackup/aws/delete_backup.hpp>
#include <dynabackup/aws/describe_backup.hpp>
#include <dynabackup/aws/list_backups.hpp>
#include <dynabackup/custom_rule.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/system.hpp>
#include <dynabackup/rules/backup_exchange.hpp>

#include <array>
#include <concepts>
#include <type_traits>
#include <vector>

namespace dynabackup::aws {

/// The rules that a request sets for its response. `in`: the context of the request. Templates, so that only code
/// that checks such an exchange compiles them.
template <std::same_as<ListBackupsInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
template <std::same_as<CreateBackupInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
template <std::same_as<DescribeBackupInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);
template <std::same_as<DeleteBackupInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in);

/// The operations.
template <class Lazy>
inline constexpr std::array exchanges{
    dynabackup::detail::make_exchange<lazily<Lazy, CreateBackupInput>, exchange::name_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, DescribeBackupInput>, exchange::arn_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, DeleteBackupInput>, exchange::arn_echo>(),
    dynabackup::detail::make_exchange<lazily<Lazy, ListBackupsInput>, exchange::outside_time_range,
                                      exchange::type_filter, exchange::table_filter, exchange::limit,
                                      exchange::start_repeated>(),
};

} // namespace dynabackup::aws

#if DYNABACKUP_DEFINE

#include <dynabackup/rules/arn.hpp>
#include <dynabackup/rules/exchange.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dynabackup::aws {

namespace detail {

/// The name of the table with that ARN; empty if the text is not the ARN of a table.
inline std::string_view name_in_arn(std::string_view text) {
    auto const table = arn::read_table(text);
    return table ? table->name : std::string_view();
}

/// Reports a summary of another table than `asked`, which is a name or, since 2024-03-20, an ARN. A name has no colon,
/// so the text itself shows which of the two it is.
template <std::same_as<BackupSummary> T>
void check_table(std::string const& asked, T const& s, rule_context& in) {
    auto const* const name = known<&T::table_name>(s, in);
    auto const* const table_arn = known<&T::table_arn>(s, in);
    bool const by_arn = asked.starts_with("arn:");
    auto const asked_name = by_arn ? name_in_arn(asked) : std::string_view(asked);
    auto const compare = [&](std::string_view wanted, std::string_view found, std::string_view member) {
        if (!wanted.empty() && !found.empty() && wanted != found)
            in.fail({member}, "The backup is of another table than the request's, ", asked, '.');
    };
    if (by_arn && table_arn) compare(asked, *table_arn, wire_name<&T::table_arn>);
    else if (name) compare(asked_name, *name, wire_name<&T::table_name>);
    else if (table_arn) compare(asked_name, name_in_arn(*table_arn), wire_name<&T::table_arn>);
}

/// The rule on the response to a request for one backup by its ARN.
template <std::same_as<BackupDetails> Details>
std::vector<user_rule> expect_arn(std::optional<std::string> const& asked) {
    if (!asked) return {};
    return {make_user_rule<Details>(exchange::arn_echo, [=](Details const& d, rule_context& in) {
        auto const* const own = known<&Details::backup_arn>(d, in);
        if (own && *own != *asked)
            in.fail({wire_name<&Details::backup_arn>}, "The request is for the backup ", *asked, '.');
    })};
}

} // namespace detail

template <std::same_as<ListBackupsInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in) {
    std::vector<user_rule> rules;
    using Output = typename decltype(response_of(std::type_identity<T>{}))::type;
    using Summary = typename decltype(Output::backup_summaries)::value_type::value_type;

    auto const lower = exchange::asked_for<&T::time_range_lower_bound>(request, in);
    auto const upper = exchange::asked_for<&T::time_range_upper_bound>(request, in);
    if (lower || upper)
        rules.push_back(make_user_rule<Summary>(
            exchange::outside_time_range, [=](Summary const& s, rule_context& of_page) {
                constexpr auto creation = &Summary::backup_creation_date_time;
                auto const* const created = known<creation>(s, of_page);
                if (created && lower && *created < *lower)
                    of_page.fail({wire_name<creation>}, "The backup was created before ", to_text(*lower),
                                 ", where the requested range begins.");
                else if (created && upper && *created >= *upper)
                    of_page.fail({wire_name<creation>}, "The backup was not created before ", to_text(*upper),
                                 ", where the requested range ends.");
            }));

    auto const chosen = request.backup_type ? enumerator(request.backup_type) : BackupTypeFilter::USER;
    if (in.knows(request.backup_type) && chosen && chosen != BackupTypeFilter::ALL)
        rules.push_back(
            make_user_rule<Summary>(exchange::type_filter, [=](Summary const& s, rule_context& of_page) {
                auto const type = enumerator(known<&Summary::backup_type>(s, of_page));
                if (type && name_of(*type) != name_of(*chosen))
                    of_page.fail({wire_name<&Summary::backup_type>}, "The backup is of type ", name_of(*type),
                                 "; the request is for backups of type ", name_of(*chosen), '.');
            }));

    if (auto const table = exchange::asked_for<&T::table_name>(request, in))
        rules.push_back(
            make_user_rule<Summary>(exchange::table_filter, [=](Summary const& s, rule_context& of_page) {
                detail::check_table(*table, s, of_page);
            }));

    if (in.knows(request.limit)) {
        constexpr std::int64_t unless_asked = 100;
        std::int64_t const asked = request.limit.value_or(unless_asked), most = asked > 0 ? asked : 0;
        auto const count =
            std::make_shared<std::int64_t>(0); // a page does not keep its backups while it is read
        rules.push_back(
            make_user_rule<Summary>(exchange::limit, [=](Summary const&, rule_context&) { ++*count; }));
        rules.push_back(make_user_rule<Output>(exchange::limit, [=](Output const&, rule_context& of_page) {
            if (*count > most)
                of_page.fail({wire_name<&Output::backup_summaries>}, *count, " backups; at most ", most,
                             most == 1 ? " is" : " are", " allowed.");
        }));
    }

    if (auto const start = exchange::asked_for<&T::exclusive_start_backup_arn>(request, in))
        rules.push_back(make_user_rule<Summary>(exchange::start_repeated, [=](Summary const& s,
                                                                              rule_context& of_page) {
            auto const* const own = known<&Summary::backup_arn>(s, of_page);
            if (own && *own == *start)
                of_page.fail(
                    {wire_name<&Summary::backup_arn>},
                    "A page begins after the ExclusiveStartBackupArn of its request, which is this backup.");
        }));
    return rules;
}

template <std::same_as<CreateBackupInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in) {
    using Details = std::conditional_t<std::is_void_v<T>, T, BackupDetails>;
    auto const asked = exchange::asked_for<&T::backup_name>(request, in);
    if (!asked) return {};
    return {make_user_rule<Details>(exchange::name_echo, [=](Details const& d, rule_context& of_answer) {
        auto const* const name = known<&Details::backup_name>(d, of_answer);
        if (name && *name != *asked)
            of_answer.fail({wire_name<&Details::backup_name>}, "The request is for a backup named ", *asked,
                           '.');
    })};
}

template <std::same_as<DescribeBackupInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in) {
    return detail::expect_arn<BackupDetails>(exchange::asked_for<&T::backup_arn>(request, in));
}

template <std::same_as<DeleteBackupInput> T>
std::vector<user_rule> expected(T const& request, rule_context const& in) {
    return detail::expect_arn<BackupDetails>(exchange::asked_for<&T::backup_arn>(request, in));
}

#ifdef DYNABACKUP_SOURCE
template std::vector<user_rule> expected(ListBackupsInput const& request, rule_context const& in);
template std::vector<user_rule> expected(CreateBackupInput const& request, rule_context const& in);
template std::vector<user_rule> expected(DescribeBackupInput const& request, rule_context const& in);
template std::vector<user_rule> expected(DeleteBackupInput const& request, rule_context const& in);
#endif

} // namespace dynabackup::aws

#endif
