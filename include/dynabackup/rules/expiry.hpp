#pragma once
/// \file
/// The times of backups: when they are created, when they expire, and the name of those that expire.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/util/checked_arithmetic.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/rules/reading.hpp>
#include <dynabackup/timestamp.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace dynabackup::expiry {

/// How long DynamoDB keeps a SYSTEM backup.
inline constexpr std::chrono::days system_retention{35};

/// Times that differ by no more than this count as equal, because programs print whole seconds.
inline constexpr std::chrono::seconds whole_seconds{1};

/// What DynamoDB appends to the name of a table to name its SYSTEM backup.
inline constexpr std::string_view system_name = "$DeletedTableBackup";

inline constexpr rule system_expiry{
    "backup.system-expiry",
    severity::error,
    edition::v2018_08_06,
    "A SYSTEM backup expires 35 days after its creation.",
    cite::backup_details,
    {R"({"BackupType":"SYSTEM","BackupCreationDateTime":1700000000,"BackupExpiryDateTime":1702592000})",
     R"({"BackupType":"SYSTEM","BackupCreationDateTime":1700000000,"BackupExpiryDateTime":1703024000})",
     "BackupSummary"}};
inline constexpr rule system_expiry_missing{
    "backup.system-expiry-missing",
    severity::warning,
    edition::v2018_08_06,
    "A SYSTEM backup has an expiry.",
    cite::backup_details,
    {R"({"BackupType":"SYSTEM","BackupCreationDateTime":1700000000})",
     R"({"BackupType":"SYSTEM","BackupCreationDateTime":1700000000,"BackupExpiryDateTime":1703024000})",
     "BackupSummary"}};
inline constexpr rule user_expiry{
    "backup.user-expiry",
    severity::warning,
    edition::v2018_08_06,
    "Only the automatic SYSTEM backups are documented to expire; USER backups stay until deleted.",
    cite::backup_details,
    {R"({"BackupType":"USER","BackupCreationDateTime":1700000000,"BackupExpiryDateTime":1703024000})",
     R"({"BackupType":"USER","BackupCreationDateTime":1700000000})", "BackupSummary"}};
inline constexpr rule expiry_before_creation{
    "backup.expiry-before-creation",
    severity::error,
    edition::v2018_08_06,
    "A backup expires after its creation.",
    cite::backup_details,
    {R"({"BackupType":"AWS_BACKUP","BackupCreationDateTime":1700000000,"BackupExpiryDateTime":1690000000})",
     R"({"BackupType":"AWS_BACKUP","BackupCreationDateTime":1700000000,"BackupExpiryDateTime":1710000000})",
     "BackupSummary"}};
inline constexpr rule expired{
    "backup.expired",
    severity::warning,
    edition::v2018_08_06,
    "A backup that has expired is no longer AVAILABLE; checked only if the caller gives a time.",
    cite::backup_details,
    {R"({"BackupStatus":"AVAILABLE","BackupExpiryDateTime":1703024000})",
     R"({"BackupStatus":"DELETED","BackupExpiryDateTime":1703024000})", "BackupSummary"}};
inline constexpr rule created_before_table{
    "backup.created-before-table",
    severity::warning,
    edition::v2017_11_29,
    "A backup is created after its table.",
    cite::backup_details,
    {R"({"BackupDescription":{"BackupDetails":{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01600000000000-1a2b3c4d","BackupName":"weekly","BackupStatus":"AVAILABLE","BackupType":"USER","BackupCreationDateTime":1600000000},"SourceTableDetails":{"TableName":"Songs","TableId":"0f8fad5b-d9cb-469f-a165-70867728950e","KeySchema":[{"AttributeName":"Artist","KeyType":"HASH"}],"TableCreationDateTime":1700000000,"ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}}}})",
     R"({"BackupDescription":{"BackupDetails":{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01710000000000-1a2b3c4d","BackupName":"weekly","BackupStatus":"AVAILABLE","BackupType":"USER","BackupCreationDateTime":1710000000},"SourceTableDetails":{"TableName":"Songs","TableId":"0f8fad5b-d9cb-469f-a165-70867728950e","KeySchema":[{"AttributeName":"Artist","KeyType":"HASH"}],"TableCreationDateTime":1700000000,"ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}}}})"}};
inline constexpr rule system_backup_name{
    "backup.system-name",
    severity::warning,
    edition::v2018_08_06,
    "DynamoDB names a SYSTEM backup after its table: <table>$DeletedTableBackup.",
    cite::system_backups,
    {R"({"BackupType":"SYSTEM","BackupName":"Songs-last","BackupExpiryDateTime":1703024000,"TableName":"Songs"})",
     R"({"BackupType":"SYSTEM","BackupName":"Songs$DeletedTableBackup","BackupExpiryDateTime":1703024000,"TableName":"Songs"})",
     "BackupSummary"}};

/// Whether the time from creation to expiry differs from the expected one by more than the tolerance. Never overflows.
constexpr bool misses(timestamp created, timestamp expires, std::chrono::nanoseconds expected,
                      std::chrono::nanoseconds tolerance) {
    std::int64_t const most = tolerance.count() > 0 ? tolerance.count() : 0;
    std::int64_t lasting = 0, error = 0;
    if (detail::subtract_overflows(expires.time_since_epoch().count(), created.time_since_epoch().count(),
                                   lasting))
        return true; // centuries
    if (detail::subtract_overflows(lasting, expected.count(), error)) return true;
    return error > most || error < -most;
}

/// The time at which a SYSTEM backup created at that time expires, as text.
inline std::string expiry_after(timestamp created) {
    if (created > timestamp::max() - system_retention) return "after " + to_text(timestamp::max());
    return to_text(created + system_retention);
}

/// The maker of a backup, as far as the document shows.
enum class maker : unsigned char { user, system, other, unclear };

/// The maker of a backup of shape T, which has `backup_type`: `unclear` if the type cannot be read or is not known;
/// `other` if it is of another type, or validly has none.
template <class T>
DYNABACKUP_ALWAYS_INLINE inline maker maker_of(T const& b, rule_context const& in) {
    using type = enumeration<decltype(T::backup_type)>;
    auto const found = enumerator(known<&T::backup_type>(b, in));
    if (found == type::USER) return maker::user;
    if (found == type::SYSTEM) return maker::system;
    bool const said = found || in.edition() < entered_on<&T::backup_type> ||
                      (in.knows(b.backup_type) && !get(b.backup_type));
    return said ? maker::other : maker::unclear;
}

/// Checks the limits of `backup_name`. DynamoDB itself names SYSTEM backups, and ignores the limits. If the maker is
/// unclear, a name that DynamoDB may have given is valid.
template <class T, simple_shape const& Name>
void check_name(T const& b, rule_context& in) {
    auto const* const name = known<&T::backup_name>(b, in);
    auto const made_by = maker_of(b, in);
    if (!name || made_by == maker::system) return;
    if (made_by == maker::unclear && name->ends_with(system_name)) return;
    in.check_text(wire_name<&T::backup_name>, *name, Name);
}

/// Reports a SYSTEM backup that does not expire 35 days after its creation, an expiry of a USER backup, an expiry that
/// is not after the creation, and an AVAILABLE backup whose expiry is before the `now` of the options.
template <class T>
void check_expiry(T const& b, rule_context& in) {
    auto const* const created = known<&T::backup_creation_date_time>(b, in);
    auto const* const expires = known<&T::backup_expiry_date_time>(b, in);
    auto const made_by = maker_of(b, in);
    if (!b.backup_expiry_date_time && made_by != maker::system) return;
    constexpr path_step at_expiry = wire_name<&T::backup_expiry_date_time>;
    if (created && expires && made_by == maker::system &&
        misses(*created, *expires, system_retention, in.options().expiry_tolerance))
        in.fail(system_expiry, {at_expiry}, "The SYSTEM backup expires ", to_text(*expires), "; ",
                system_retention.count(), " days after its creation is ", expiry_after(*created), '.');
    if (!b.backup_expiry_date_time && in.knows(b.backup_expiry_date_time) && made_by == maker::system)
        in.fail(system_expiry_missing, {at_expiry}, "The SYSTEM backup has no expiry; it expires ",
                system_retention.count(), " days after its creation.");
    if (b.backup_expiry_date_time && made_by == maker::user)
        in.fail(user_expiry, {at_expiry}, "A USER backup has no expiry; it stays until it is deleted.");
    if (created && expires && *expires <= *created && made_by != maker::system)
        in.fail(expiry_before_creation, {at_expiry}, "The backup expires ", to_text(*expires),
                ", but was created ", to_text(*created), "; a backup expires after its creation.");
    using status = enumeration<decltype(T::backup_status)>;
    auto const& now = in.options().now;
    if (now && expires && *expires < *now && enumerator(known<&T::backup_status>(b, in)) == status::AVAILABLE)
        in.fail(expired, {at_expiry}, "The backup expired ", to_text(*expires),
                ", but is still AVAILABLE at ", to_text(*now), '.');
}

/// The rules of a shape T with `backup_status`, `backup_type`, `backup_creation_date_time`,
/// `backup_expiry_date_time`, and `backup_name`, which has the limits of `Name`.
template <class T, simple_shape const& Name>
constexpr auto rules() {
    return std::array{enforce<check_name<T, Name>, reading::string_length, reading::string_pattern>(),
                      enforce<check_expiry<T>, system_expiry, system_expiry_missing, user_expiry,
                              expiry_before_creation, expired>()};
}

/// Compares the name of a SYSTEM backup with that of its table; `at_name`: the path to the name.
template <class T>
void compare_system_name(T const& b, std::string const* table, rule_context& in,
                         std::initializer_list<path_step> at_name) {
    if (!table || maker_of(b, in) != maker::system) return;
    auto const* const name = known<&T::backup_name>(b, in);
    if (!name || (name->size() == table->size() + system_name.size() && name->starts_with(*table) &&
                  name->ends_with(system_name)))
        return;
    in.fail(system_backup_name, at_name, "The name of a SYSTEM backup of the table ", *table, " is ", *table,
            system_name, '.');
}

/// Reports a SYSTEM backup whose name is not that of its table, followed by `$DeletedTableBackup`.
template <class T>
void check_system_name(T const& b, rule_context& in) {
    compare_system_name(b, known<&T::table_name>(b, in), in, {wire_name<&T::backup_name>});
}

/// The rule of a shape T with `backup_type`, `backup_name` and `table_name`.
template <class T>
constexpr auto system_name_rule() {
    return std::array{enforce<check_system_name<T>, system_backup_name>()};
}

/// Reports a backup that is older than its table; `at_creation`: the path to the time of its creation.
template <class Backup, class Table>
void compare_creation(Backup const& b, Table const& t, rule_context& in,
                      std::initializer_list<path_step> at_creation) {
    auto const* const created = known<&Backup::backup_creation_date_time>(b, in);
    auto const* const table = known<&Table::table_creation_date_time>(t, in);
    if (created && table && *created < *table)
        in.fail(created_before_table, at_creation, "The backup was created ", to_text(*created),
                ", before its table, which was created ", to_text(*table), '.');
}

/// All rules of this file, for the catalogue.
inline constexpr std::array all{
    &system_expiry, &system_expiry_missing, &user_expiry,       &expiry_before_creation,
    &expired,       &created_before_table,  &system_backup_name};

} // namespace dynabackup::expiry
