#pragma once
/// \file
/// Recovery points: their ARNs, their vaults, their times and their lifecycles.

#include <dynabackup/detail/util/checked_arithmetic.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/rules/arn.hpp>
#include <dynabackup/rules/paging.hpp>
#include <dynabackup/timestamp.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace dynabackup::recovery_point {

/// The least time that a recovery point stays in cold storage.
inline constexpr std::chrono::days least_in_cold_storage{90};

/// The `ResourceType` of a table.
inline constexpr std::string_view table_type = "DynamoDB";

namespace cite {
inline constexpr std::string_view
    /// A recovery point.
    recovery_point =
        "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_RecoveryPointByBackupVault.html",
    /// When a recovery point is moved, and when it is deleted.
    lifecycle = "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html",
    /// One recovery point.
    describe = "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_DescribeRecoveryPoint.html",
    /// The recovery points of a vault.
    list_by_vault =
        "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ListRecoveryPointsByBackupVault.html",
    /// The forms of ARNs.
    arns = "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbackup.html";
} // namespace cite

inline constexpr rule arn_format{
    "recovery-point.arn-format",
    severity::warning,
    edition::v2019_01_16,
    "A recovery point has an ARN; for a DynamoDB table it is the ARN of a table's backup, or of a recovery "
    "point of AWS Backup.",
    cite::arns,
    {R"({"RecoveryPointArn":"arn:aws:backup:eu-west-1:123456789012:recovery-point:latest","ResourceType":"DynamoDB","Status":"COMPLETED"})",
     R"({"RecoveryPointArn":"arn:aws:backup:eu-west-1:123456789012:recovery-point:0f8fad5b-d9cb-469f-a165-70867728950e","ResourceType":"DynamoDB","Status":"COMPLETED"})"}};
inline constexpr rule arn_table{
    "recovery-point.arn-table",
    severity::warning,
    edition::v2019_01_16,
    "A recovery point that is a table's backup is a backup of the table in ResourceArn.",
    cite::recovery_point,
    {R"({"RecoveryPointArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","ResourceArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Albums"})",
     R"({"RecoveryPointArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d","ResourceArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs"})"}};
inline constexpr rule resource_type{
    "recovery-point.resource-type",
    severity::warning,
    edition::v2019_01_16,
    "The ResourceType is DynamoDB if and only if the ResourceArn is the ARN of a table.",
    cite::recovery_point,
    {R"({"RecoveryPointArn":"arn:aws:backup:eu-west-1:123456789012:recovery-point:0f8fad5b-d9cb-469f-a165-70867728950e","ResourceArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","ResourceType":"S3"})",
     R"({"RecoveryPointArn":"arn:aws:backup:eu-west-1:123456789012:recovery-point:0f8fad5b-d9cb-469f-a165-70867728950e","ResourceArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","ResourceType":"DynamoDB"})"}};
inline constexpr rule vault_name{
    "recovery-point.vault-name",
    severity::warning,
    edition::v2019_01_16,
    "The vault in a BackupVaultArn is the one that the BackupVaultName beside it names.",
    cite::arns,
    {R"({"RecoveryPointArn":"arn:aws:backup:eu-west-1:123456789012:recovery-point:0f8fad5b-d9cb-469f-a165-70867728950e","BackupVaultName":"Default","BackupVaultArn":"arn:aws:backup:eu-west-1:123456789012:backup-vault:Archive"})",
     R"({"RecoveryPointArn":"arn:aws:backup:eu-west-1:123456789012:recovery-point:0f8fad5b-d9cb-469f-a165-70867728950e","BackupVaultName":"Default","BackupVaultArn":"arn:aws:backup:eu-west-1:123456789012:backup-vault:Default"})"}};
inline constexpr rule completion_before_creation{
    "recovery-point.completion-before-creation",
    severity::warning,
    edition::v2019_01_16,
    "A recovery point, or a job, is not completed before it is created.",
    cite::recovery_point,
    {R"({"RecoveryPointArn":"arn:aws:backup:eu-west-1:123456789012:recovery-point:0f8fad5b-d9cb-469f-a165-70867728950e","CreationDate":1717200060.123,"CompletionDate":1717200000.123})",
     R"({"RecoveryPointArn":"arn:aws:backup:eu-west-1:123456789012:recovery-point:0f8fad5b-d9cb-469f-a165-70867728950e","CreationDate":1717200000.123,"CompletionDate":1717200060.123})"}};
inline constexpr rule deletion_before_creation{
    "recovery-point.deletion-before-creation",
    severity::error,
    edition::v2019_01_16,
    "A recovery point is deleted after its creation.",
    cite::lifecycle,
    {R"({"RecoveryPointArn":"arn:aws:backup:eu-west-1:123456789012:recovery-point:0f8fad5b-d9cb-469f-a165-70867728950e","CreationDate":1717200000,"CalculatedLifecycle":{"DeleteAt":1717113600}})",
     R"({"RecoveryPointArn":"arn:aws:backup:eu-west-1:123456789012:recovery-point:0f8fad5b-d9cb-469f-a165-70867728950e","CreationDate":1717200000,"CalculatedLifecycle":{"DeleteAt":1717286400}})"}};
inline constexpr rule cold_storage{
    "recovery-point.cold-storage",
    severity::error,
    edition::v2019_01_16,
    "A recovery point that moves to cold storage stays there for at least 90 days.",
    cite::lifecycle,
    {R"({"MoveToColdStorageAfterDays":30,"DeleteAfterDays":119})",
     R"({"MoveToColdStorageAfterDays":30,"DeleteAfterDays":120})", "Lifecycle"}};
inline constexpr rule expired{
    "recovery-point.expired",
    severity::warning,
    edition::v2019_01_16,
    "A recovery point is EXPIRED or being deleted once its retention is over; checked only if the caller "
    "gives a time.",
    cite::recovery_point,
    {R"({"RecoveryPointArn":"arn:aws:backup:eu-west-1:123456789012:recovery-point:0f8fad5b-d9cb-469f-a165-70867728950e","Status":"COMPLETED","CalculatedLifecycle":{"DeleteAt":1717286400}})",
     R"({"RecoveryPointArn":"arn:aws:backup:eu-west-1:123456789012:recovery-point:0f8fad5b-d9cb-469f-a165-70867728950e","Status":"EXPIRED","CalculatedLifecycle":{"DeleteAt":1717286400}})"}};

/// Whether a shape says which resource was backed up.
template <class T>
concept names_resource = requires(T const& t) {
    t.resource_arn;
    t.resource_type;
};

/// Whether the ResourceType of a shape says that its resource is a table.
template <class T>
bool is_of_table(T const& t, rule_context const& in) {
    if constexpr (names_resource<T>) {
        auto const* const type = known<&T::resource_type>(t, in);
        return type && *type == table_type;
    } else {
        return false;
    }
}

/// Reports a RecoveryPointArn that does not begin with arn:, one of no documented form if the ResourceType is DynamoDB,
/// and one of a backup of another table than the one in ResourceArn.
template <class T>
void check_arn(T const& t, rule_context& in) {
    auto const* const text = known<&T::recovery_point_arn>(t, in);
    if (!text) return;
    constexpr path_step at_arn = wire_name<&T::recovery_point_arn>;
    if (!text->starts_with("arn:")) return in.fail({at_arn}, "Not an ARN: it does not begin with arn:.");
    auto const backup = arn::read_backup(*text);
    if (!backup) {
        if (is_of_table(t, in) && !arn::is_recovery_point(*text))
            in.fail({at_arn}, "Neither arn:…:backup:…:recovery-point:<UUID> nor "
                              "arn:…:dynamodb:…:table/<table>/backup/<14 digits>-<8 hexadecimal digits>.");
        return;
    }
    if constexpr (names_resource<T>) {
        auto const* const resource = known<&T::resource_arn>(t, in);
        auto const beside = resource ? arn::read_table(*resource) : std::nullopt;
        if (beside && beside->name != backup->table.name)
            in.fail(arn_table, {at_arn}, "This is a backup of the table ", backup->table.name,
                    "; the resource beside it is the table ", beside->name, '.');
    }
}

/// Reports a ResourceType of DynamoDB if the ResourceArn is not the ARN of a table, and any other type if it is.
template <class T>
void check_resource(T const& t, rule_context& in) {
    auto const* const text = known<&T::resource_arn>(t, in);
    auto const* const type = known<&T::resource_type>(t, in);
    if (!text || !type) return;
    bool const is_table = arn::read_table(*text).has_value();
    if (is_table != (*type == table_type))
        in.fail({wire_name<&T::resource_type>},
                is_table ? "The resource is a DynamoDB table, but its type is not "
                         : "The resource is not a table, but its type is ",
                table_type, '.');
}

/// The rule of a shape T with `resource_arn` and `resource_type`.
template <class T>
constexpr auto resource_rule() {
    return std::array{enforce<check_resource<T>, resource_type>()};
}

/// Reports a BackupVaultArn that is not the ARN of the vault in BackupVaultName.
template <class T>
void check_vault(T const& t, rule_context& in) {
    auto const* const text = known<&T::backup_vault_arn>(t, in);
    auto const* const name = known<&T::backup_vault_name>(t, in);
    if (!text || !name) return;
    constexpr std::string_view before = "backup-vault:";
    auto const read = arn::read(*text, ":backup:");
    if (!read || !read->resource.starts_with(before) || read->resource.substr(before.size()) != *name)
        in.fail({wire_name<&T::backup_vault_arn>}, "Not arn:…:backup:…:", before, *name, '.');
}

/// Reports a CompletionDate before the CreationDate.
template <class T>
void check_completion(T const& t, rule_context& in) {
    auto const* const created = known<&T::creation_date>(t, in);
    auto const* const completed = known<&T::completion_date>(t, in);
    if (created && completed && *completed < *created)
        in.fail({wire_name<&T::completion_date>}, "Completed ", to_text(*completed), ", before its creation ",
                to_text(*created), '.');
}

/// The rules of a shape T with `backup_vault_arn`, `backup_vault_name`, `creation_date`, `completion_date`.
template <class T>
constexpr auto vault_rules() {
    return std::array{enforce<check_vault<T>, vault_name>(),
                      enforce<check_completion<T>, completion_before_creation>()};
}

/// Reports a DeleteAt that is not after the CreationDate. Reports one before the `now` of the options, unless the
/// recovery point is EXPIRED or DELETING.
template <class T>
void check_deletion(T const& t, rule_context& in) {
    auto const* const times = known<&T::calculated_lifecycle>(t, in);
    if (!times) return;
    using times_type = std::remove_cvref_t<decltype(*times)>;
    auto const* const deleted = known<&times_type::delete_at>(*times, in);
    if (!deleted) return;
    constexpr path_step at_times = wire_name<&T::calculated_lifecycle>,
                        at_deletion = wire_name<&times_type::delete_at>;
    auto const* const created = known<&T::creation_date>(t, in);
    if (created && *deleted <= *created)
        in.fail({at_times, at_deletion}, "Deleted ", to_text(*deleted), ", not after its creation ",
                to_text(*created), '.');
    using status = enumeration<decltype(T::status)>;
    auto const& now = in.options().now;
    auto const state = enumerator(known<&T::status>(t, in));
    if (now && *deleted < *now && state && *state != status::EXPIRED && *state != status::DELETING)
        in.fail(expired, {at_times, at_deletion}, "The deletion was due ", to_text(*deleted), "; at ",
                to_text(*now), " the recovery point is still ", name_of(*state), '.');
}

/// Whether a Lifecycle deletes a recovery point too soon after its move to cold storage.
template <class T>
bool is_too_short(T const& t, rule_context const& in) {
    auto const* const moved = known<&T::move_to_cold_storage_after_days>(t, in);
    auto const* const deleted = known<&T::delete_after_days>(t, in);
    if (!moved || !deleted || *moved < 0 || *deleted < 0) return false; // -1: never
    return *deleted < *moved || *deleted - *moved < least_in_cold_storage.count();
}

/// Reports a Lifecycle that deletes a recovery point less than 90 days after its move to cold storage.
template <class T>
void check_days(T const& t, rule_context& in) {
    if (is_too_short(t, in))
        in.fail({wire_name<&T::delete_after_days>}, "Deleted ", *t.delete_after_days,
                " days after its creation, less than ", least_in_cold_storage.count(),
                " days after its move to cold storage on day ", *t.move_to_cold_storage_after_days, '.');
}

/// The rule of a shape T with `move_to_cold_storage_after_days` and `delete_after_days`.
template <class T>
constexpr auto lifecycle_rules() {
    return std::array{enforce<check_days<T>, cold_storage>()};
}

/// Checks the calculated times. They follow from the days: if the days are too few, the times are not reported again.
template <class T>
void check_move(T const& t, rule_context& in) {
    auto const* const times = known<&T::calculated_lifecycle>(t, in);
    auto const* const days = known<&T::lifecycle>(t, in);
    if (!times || (days && is_too_short(*days, in))) return;
    using times_type = std::remove_cvref_t<decltype(*times)>;
    auto const* const moved = known<&times_type::move_to_cold_storage_at>(*times, in);
    auto const* const deleted = known<&times_type::delete_at>(*times, in);
    if (!moved || !deleted) return;
    std::int64_t in_storage = 0; // nanoseconds; an overflow is centuries, or a time before the other
    bool const far = detail::subtract_overflows(deleted->time_since_epoch().count(),
                                                moved->time_since_epoch().count(), in_storage);
    if (far ? *deleted < *moved : std::chrono::nanoseconds(in_storage) < least_in_cold_storage)
        in.fail({wire_name<&T::calculated_lifecycle>, wire_name<&times_type::delete_at>}, "Deleted ",
                to_text(*deleted), ", less than ", least_in_cold_storage.count(),
                " days after its move to cold storage ", to_text(*moved), '.');
}

/// The rules of a recovery point T, except those that need a member which T does not have.
template <class T>
constexpr auto rules() {
    auto const arn = std::array{enforce<check_arn<T>, arn_format, arn_table>()};
    if constexpr (names_resource<T>)
        return join(arn, resource_rule<T>(), vault_rules<T>(),
                    std::array{enforce<check_deletion<T>, deletion_before_creation, expired>(),
                               enforce<check_move<T>, cold_storage>()});
    else return arn;
}

/// Reports a page with a NextToken if no further page follows.
template <class T>
void check_page(T const& page, rule_context& in) {
    auto const* const token = known<&T::next_token>(page, in);
    dump::end_page(in, token && !token->empty(), {wire_name<&T::next_token>});
}

/// The rule of a page T with `next_token`.
template <class T>
constexpr auto page_rules() {
    return std::array{enforce_in_order<check_page<T>, dump::incomplete_listing>()};
}

/// All rules of this file, for the catalogue.
inline constexpr std::array all{&arn_format,
                                &arn_table,
                                &resource_type,
                                &vault_name,
                                &completion_before_creation,
                                &deletion_before_creation,
                                &cold_storage,
                                &expired};

} // namespace dynabackup::recovery_point
