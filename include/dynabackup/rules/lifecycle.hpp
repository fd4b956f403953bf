#pragma once
/// \file
/// Compares the records of one backup with each other, in the order of the input, if a history is kept.

#include <dynabackup/model/history.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/rules/expiry.hpp>
#include <dynabackup/timestamp.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>

namespace dynabackup::lifecycle {

inline constexpr rule status_regression{
    "lifecycle.status-regression",
    severity::warning,
    edition::v2017_11_29,
    "A backup is CREATING, then AVAILABLE, then DELETED; its status never goes back.",
    cite::backup_details,
    {.invalid =
         R"([{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupStatus":"AVAILABLE","TableName":"Orders"},
{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupStatus":"CREATING","TableName":"Orders"}])",
     .valid =
         R"([{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupStatus":"CREATING","TableName":"Orders"},
{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupStatus":"AVAILABLE","TableName":"Orders"}])"}};

inline constexpr rule changed_immutable{
    "lifecycle.changed-immutable",
    severity::error,
    edition::v2017_11_29,
    "A backup keeps its name, its type, its creation time and its table; no operation changes them.",
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html",
    {.invalid =
         R"([{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupName":"weekly","TableName":"Orders"},
{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupName":"daily","TableName":"Orders"}])",
     .valid =
         R"([{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupName":"weekly","TableName":"Orders"},
{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d","BackupName":"weekly","TableName":"Orders"}])"}};

/// What earlier records said about the backup with that ARN; null without an ARN.
inline history::backup* past_of(std::string const* arn, history& known) {
    return arn && !arn->empty() ? &known.of(*arn) : nullptr;
}

/// The stage of a backup's life, counted from 1.
template <class E>
constexpr unsigned stage_of(E status) {
    return status == E::CREATING ? 1 : status == E::AVAILABLE ? 2 : 3;
}

/// Notes a text. Returns whether an earlier record had another text.
inline bool changes(history::backup& past, history::fact which, std::string const& text) {
    return past.changes(which, text);
}
/// Notes a time. Returns whether an earlier record had a time that differs by more than a second.
inline bool changes(history::backup& past, history::fact which, timestamp time) {
    return past.moves(which, time.time_since_epoch().count(), expiry::whole_seconds);
}
/// Notes an enumerator, also an unknown one. Returns whether an earlier record had another one.
template <class E>
bool changes(history::backup& past, history::fact which, open_enum<E> const& value) {
    return past.changes(which, value.text());
}

/// Compares a member with what earlier records said; `above`: the steps to its struct.
template <auto Member, class... Steps>
void compare(history::backup& past, history::fact which, struct_of<Member> const& in_struct, rule_context& in,
             Steps... above) {
    auto const* const value = known<Member>(in_struct, in);
    if (value && changes(past, which, *value))
        in.fail({above..., path_step{wire_name<Member>}}, "An earlier record of this backup has another ",
                wire_name<Member>, ", which never changes.");
}

/// Compares the table that was backed up with earlier records. `table`: a struct with its name and id.
template <class T, class... Steps>
void compare_table(history::backup& past, T const& table, rule_context& in, Steps... above) {
    compare<&T::table_name>(past, history::fact::table_name, table, in, above...);
    compare<&T::table_id>(past, history::fact::table_id, table, in, above...);
}

template <class T>
concept names_table = requires(T const& t) {
    t.table_name;
    t.table_id;
};

/// Reports a BackupStatus that goes back from that of the previous record of the backup. Notes the status.
template <class T>
void check_status(T const& b, rule_context& in) {
    auto* const history = in.history();
    if (!history) return;
    auto* const past = past_of(known<&T::backup_arn>(b, in), *history);
    auto const now = past ? enumerator(known<&T::backup_status>(b, in)) : std::nullopt;
    if (!now) return;
    using status = std::remove_cvref_t<decltype(*now)>;
    auto const before = past->advance(stage_of(*now));
    if (before > stage_of(*now))
        in.fail({wire_name<&T::backup_status>}, "An earlier record says ",
                name_of(before == stage_of(status::DELETED) ? status::DELETED : status::AVAILABLE),
                ", this one says ", name_of(*now),
                before == stage_of(status::DELETED) ? "; a deleted backup does not come back."
                                                    : "; an available backup does not go back.");
}

/// Reports a name, a type, a creation time or a table that differs from that of an earlier record of the backup. Notes
/// these values.
template <class T>
void check_immutable(T const& b, rule_context& in) {
    auto* const history = in.history();
    if (!history) return;
    auto* const past = past_of(known<&T::backup_arn>(b, in), *history);
    if (!past) return;
    compare<&T::backup_name>(*past, history::fact::name, b, in);
    compare<&T::backup_type>(*past, history::fact::type, b, in);
    compare<&T::backup_creation_date_time>(*past, history::fact::creation, b, in);
    if constexpr (names_table<T>) compare_table(*past, b, in);
}

/// The rules of a shape T that is one backup, with its ARN, and with or without its table.
template <class T>
constexpr auto rules() {
    return std::array{enforce_in_order<check_status<T>, status_regression>(),
                      enforce_in_order<check_immutable<T>, changed_immutable>()};
}

/// Reports a table in SourceTableDetails that differs from that of an earlier record of the backup. Notes the table.
template <class T>
void check_immutable_table(T const& d, rule_context& in) {
    auto* const history = in.history();
    if (!history) return;
    auto const* const details = known<&T::backup_details>(d, in);
    auto const* const table = known<&T::source_table_details>(d, in);
    if (!details || !table) return;
    using Details = std::remove_cvref_t<decltype(*details)>;
    if (auto* const past = past_of(known<&Details::backup_arn>(*details, in), *history))
        compare_table(*past, *table, in, path_step{wire_name<&T::source_table_details>});
}

/// The rule of a shape T that has a backup and its table in two members. The backup has rules of its own.
template <class T>
constexpr auto table_rules() {
    return std::array{enforce_in_order<check_immutable_table<T>, changed_immutable>()};
}

/// All rules of this file, for the catalogue.
inline constexpr std::array all{&status_regression, &changed_immutable};

} // namespace dynabackup::lifecycle
