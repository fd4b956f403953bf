#pragma once
/// \file
/// The rules that a backup, or a table, sets for a request to restore it. The backup or the table takes the place of
/// the request, and the request takes the place of the response.

#include <dynabackup/clumio/restore_table.hpp>
#include <dynabackup/clumio/table.hpp>
#include <dynabackup/clumio/table_backup.hpp>
#include <dynabackup/custom_rule.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/system.hpp>
#include <dynabackup/rules/clumio_exchange.hpp>

#include <array>
#include <concepts>
#include <type_traits>
#include <vector>

namespace dynabackup::clumio {

/// A request to restore a backup is checked against that backup, as a response is against its request:
/// `check_exchange<DynamoDBTableBackup>(backup, request)`.
constexpr std::type_identity<RestoreAwsDynamodbTableV1Request>
response_of(std::type_identity<DynamoDBTableBackup>) {
    return {};
}
/// Likewise, a request to restore a table to a point in time is checked against that table.
constexpr std::type_identity<RestoreAwsDynamodbTableV1Request>
response_of(std::type_identity<DynamoDBTable>) {
    return {};
}

/// The rules that a backup sets for a request to restore it. `in`: the context of the backup. A template, so that only
/// code that checks such an exchange compiles it.
template <std::same_as<DynamoDBTableBackup> T>
std::vector<user_rule> expected(T const& backup, rule_context const& in);
/// The rules that a table sets for a request to restore it.
template <std::same_as<DynamoDBTable> T>
std::vector<user_rule> expected(T const& table, rule_context const& in);

/// The restores. The backup is first, because the examples are of backups.
template <class Lazy>
inline constexpr std::array restore_exchanges{
    dynabackup::detail::make_exchange<lazily<Lazy, DynamoDBTableBackup>, exchange::clumio_source,
                                      exchange::clumio_unknown_index, exchange::clumio_changed_index>(),
    dynabackup::detail::make_exchange<lazily<Lazy, DynamoDBTable>, exchange::clumio_source,
                                      exchange::clumio_unknown_index, exchange::clumio_changed_index,
                                      exchange::clumio_outside_recovery>(),
};

} // namespace dynabackup::clumio

#if DYNABACKUP_DEFINE

#include <dynabackup/rules/exchange.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace dynabackup::clumio {

namespace detail {

/// The source of a restore, if it is of the kind `Source`: a backup, or a table. Null if it is not, or is not known.
template <class Request, auto Source>
auto const* restored(Request const& request, rule_context const& in) {
    auto const* const source = known<&Request::source>(request, in);
    return source ? known<Source>(*source, in) : nullptr;
}

/// Adds the rule that a request names the backup or the table with that id.
template <auto Id>
void expect_source(std::vector<user_rule>& rules, std::optional<std::string> const& id) {
    if (!id) return;
    using Options = struct_of<Id>;
    rules.push_back(
        make_user_rule<Options>(exchange::clumio_source, [id](Options const& own, rule_context& of_request) {
            auto const* const named = known<Id>(own, of_request);
            if (named && *named != *id)
                of_request.fail({wire_name<Id>}, "The restore is compared with ", *id, '.');
        }));
}

/// Whether a member of an index that is kept equals that of the table's index. Does not compare a member that either
/// lacks.
template <auto Member>
bool is_same(struct_of<Member> const& kept, struct_of<Member> const& own, rule_context const& in) {
    auto const* const value = known<Member>(kept, in);
    auto const& other = own.*Member;
    return !value || !other || *value == *other;
}

/// Adds the rules that the indexes in a member of the target are among those of a backup or a table.
template <class Request, auto Source, auto List, class Index>
void expect_indexes(std::vector<user_rule>& rules, std::vector<Index> const& own) {
    // Calls `compare(index, the table's index of this name or null, place in the list)` for each index that is kept.
    auto const for_each = [own](Request const& request, rule_context& of_request, auto compare) {
        if (!restored<Request, Source>(request, of_request)) return;
        auto const* const target = known<&Request::target>(request, of_request);
        auto const* const kept = target ? known<List>(*target, of_request) : nullptr;
        for (std::size_t i = 0; kept && i < kept->size(); ++i) {
            auto const* const name = known<&Index::index_name>((*kept)[i], of_request);
            if (!name) continue;
            auto const same =
                std::ranges::find_if(own, [&](Index const& index) { return index.index_name == *name; });
            compare((*kept)[i], same == own.end() ? nullptr : &*same, i);
        }
    };
    constexpr path_step at_target = wire_name<&Request::target>, at_list = wire_name<List>;
    rules.push_back(make_user_rule<Request>(
        exchange::clumio_unknown_index, [=](Request const& request, rule_context& of_request) {
            for_each(request, of_request, [&](Index const&, Index const* same, std::size_t i) {
                if (!same)
                    of_request.fail({at_target, at_list, i, wire_name<&Index::index_name>},
                                    "There is no index of this name; a restore adds none.");
            });
        }));
    rules.push_back(make_user_rule<Request>(
        exchange::clumio_changed_index, [=](Request const& request, rule_context& of_request) {
            for_each(request, of_request, [&](Index const& kept, Index const* same, std::size_t i) {
                if (same && !is_same<&Index::key_schema>(kept, *same, of_request))
                    of_request.fail({at_target, at_list, i, wire_name<&Index::key_schema>},
                                    "The index of this name has other keys.");
                if (same && !is_same<&Index::projection>(kept, *same, of_request))
                    of_request.fail({at_target, at_list, i, wire_name<&Index::projection>},
                                    "The index of this name has another projection.");
            });
        }));
}

/// Adds these rules for both kinds of indexes. Null means that there are no indexes. Adds no rules for a list that is
/// absent, or that has an index whose name is not known.
template <class Request, auto Source, class T>
void expect_all_indexes(std::vector<user_rule>& rules, T const& table, rule_context const& in) {
    auto const add = [&]<auto Own, auto Kept>() {
        auto const& list = table.*Own;
        if (!in.knows(list) || list.is_absent()) return;
        using Indexes = std::remove_cvref_t<decltype(*list)>;
        using Index = typename Indexes::value_type;
        auto const own = list ? *list : Indexes();
        if (std::ranges::all_of(own, [&](Index const& i) { return known<&Index::index_name>(i, in); }))
            expect_indexes<Request, Source, Kept, Index>(rules, own);
    };
    using Target = decltype(Request::target);
    add.template operator()<&T::global_secondary_indexes, &Target::global_secondary_indexes>();
    add.template operator()<&T::local_secondary_indexes, &Target::local_secondary_indexes>();
}

} // namespace detail

template <std::same_as<DynamoDBTableBackup> T>
std::vector<user_rule> expected(T const& backup, rule_context const& in) {
    using Request = typename decltype(response_of(std::type_identity<T>{}))::type;
    constexpr auto source = &decltype(Request::source)::securevault_backup;
    using Options =
        typename std::remove_cvref_t<decltype(std::declval<Request>().source.*source)>::value_type;
    std::vector<user_rule> rules;
    detail::expect_source<&Options::backup_id>(rules, exchange::asked_for<&T::id>(backup, in));
    detail::expect_all_indexes<Request, source>(rules, backup, in);
    return rules;
}

template <std::same_as<DynamoDBTable> T>
std::vector<user_rule> expected(T const& table, rule_context const& in) {
    using Request = typename decltype(response_of(std::type_identity<T>{}))::type;
    constexpr auto source = &decltype(Request::source)::continuous_backup;
    using Options =
        typename std::remove_cvref_t<decltype(std::declval<Request>().source.*source)>::value_type;
    constexpr auto const& outside = exchange::clumio_outside_recovery;
    std::vector<user_rule> rules;
    detail::expect_source<&Options::table_id>(rules, exchange::asked_for<&T::id>(table, in));
    detail::expect_all_indexes<Request, source>(rules, table, in);
    exchange::expect_after<&T::earliest_continuous_snapshot_restorable_timestamp, &Options::timestamp>(
        rules, outside, table, in);
    exchange::expect_before<&T::latest_continuous_snapshot_restorable_timestamp, &Options::timestamp>(
        rules, outside, table, in);
    return rules;
}

#ifdef DYNABACKUP_SOURCE
template std::vector<user_rule> expected(DynamoDBTableBackup const&, rule_context const&);
template std::vector<user_rule> expected(DynamoDBTable const&, rule_context const&);
#endif

} // namespace dynabackup::clumio

#endif
