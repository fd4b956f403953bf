#pragma once
/// \file
/// What several records of one backup say together, in the order of the input; only where a history is kept.

#include <dynabackup/enforce.hpp>
#include <dynabackup/history.hpp>
#include <dynabackup/timestamp.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>

namespace dynabackup::lifecycle {

inline constexpr rule status_regression{
    "lifecycle.status-regression",
    severity::warning,
    edition::v2017_11_29,
    "A backup is CREATING, then AVAILABLE, then DELETED, and never goes back.",
    cite::backup_details,
    {.broken =
         R"([{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupStatus":"AVAILABLE","TableName":"Orders"},
{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupStatus":"CREATING","TableName":"Orders"}])",
     .sound =
         R"([{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupStatus":"CREATING","TableName":"Orders"},
{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupStatus":"AVAILABLE","TableName":"Orders"}])"}};

inline constexpr rule changed_immutable{
    "lifecycle.changed-immutable",
    severity::error,
    edition::v2017_11_29,
    "A backup keeps its name, its type, its creation time and its table; no operation changes them.",
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html",
    {.broken =
         R"([{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupName":"weekly","TableName":"Orders"},
{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupName":"daily","TableName":"Orders"}])",
     .sound =
         R"([{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupName":"weekly","TableName":"Orders"},
{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupName":"weekly","TableName":"Orders"}])"}};

/// What the records before have said of the backup of that ARN; null without an ARN.
inline history::backup* past_of(std::string const* arn, history& known) {
    return arn && !arn->empty() ? &known.of(*arn) : nullptr;
}

/// How far a backup is in its life, counted from 1.
template <class E>
constexpr unsigned stage_of(E status) {
    return status == E::CREATING ? 1 : status == E::AVAILABLE ? 2 : 3;
}

/// Notes a text; whether it was another one before.
inline bool changes(history::backup& past, history::fact which, std::string const& text) {
    return past.changes(which, text);
}
/// The same of a time.
inline bool changes(history::backup& past, history::fact which, timestamp time) {
    return past.changes(which, static_cast<std::uint64_t>(time.time_since_epoch().count()));
}
/// The same of an enumerator; of a value that is none, nothing is noted.
template <class E>
bool changes(history::backup& past, history::fact which, open_enum<E> const& value) {
    return value.known() && past.changes(which, static_cast<std::uint64_t>(*value.value()));
}

/// Compares a member with what the records before said; `above` are the steps to its struct.
template <auto Member, class Subject, class... Steps>
void compare(history::backup& past, history::fact which, struct_of<Member> const& in_struct,
             Subject const& in, Steps... above) {
    auto const* const value = known<Member>(in_struct, in);
    if (value && changes(past, which, *value))
        in.fail({above..., step{at<Member>}}, "A record of this backup before has another ", at<Member>,
                "; it never changes.");
}

/// The table that was backed up, in a struct with its name and id.
template <class T, class Subject, class... Steps>
void compare_table(history::backup& past, T const& table, Subject const& in, Steps... above) {
    compare<&T::table_name>(past, history::fact::table_name, table, in, above...);
    compare<&T::table_id>(past, history::fact::table_id, table, in, above...);
}

template <class T>
concept names_table = requires(T const& t) {
    t.table_name;
    t.table_id;
};

/// The rules of a shape T that is one backup, with its ARN, and its table or without.
template <class T>
constexpr void rules(auto const& enforce) {
    enforce(status_regression, [](T const& b, auto const& in) {
        auto* const history = in.history();
        if (!history) return;
        auto* const past = past_of(known<&T::backup_arn>(b, in), *history);
        auto const now = past ? enumerator(known<&T::backup_status>(b, in)) : std::nullopt;
        if (!now) return;
        using status = std::remove_cvref_t<decltype(*now)>;
        auto const before = past->advance(stage_of(*now));
        if (before > stage_of(*now))
            in.fail({at<&T::backup_status>}, "A record of this backup before says ",
                    name_of(before == stage_of(status::DELETED) ? status::DELETED : status::AVAILABLE),
                    "; it does not become ", name_of(*now), " behind that.");
    });
    enforce(changed_immutable, [](T const& b, auto const& in) {
        auto* const history = in.history();
        if (!history) return;
        auto* const past = past_of(known<&T::backup_arn>(b, in), *history);
        if (!past) return;
        compare<&T::backup_name>(*past, history::fact::name, b, in);
        compare<&T::backup_type>(*past, history::fact::type, b, in);
        compare<&T::backup_creation_date_time>(*past, history::fact::creation, b, in);
        if constexpr (names_table<T>) compare_table(*past, b, in);
    });
}

/// The rule of a shape T that has a backup and its table in two members; the backup has its own rules.
template <class T>
constexpr void table_rules(auto const& enforce) {
    enforce(changed_immutable, [](T const& d, auto const& in) {
        auto* const history = in.history();
        if (!history) return;
        auto const* const details = known<&T::backup_details>(d, in);
        auto const* const table = known<&T::source_table_details>(d, in);
        if (!details || !table) return;
        using Details = std::remove_cvref_t<decltype(*details)>;
        if (auto* const past = past_of(known<&Details::backup_arn>(*details, in), *history))
            compare_table(*past, *table, in, step{at<&T::source_table_details>});
    });
}

} // namespace dynabackup::lifecycle
