#pragma once
/// \file
/// BackupSummary: one backup in a list.

#include <dynabackup/aws/dialect.hpp>
#include <dynabackup/aws/enums.hpp>
#include <dynabackup/aws/limits.hpp>
#include <dynabackup/rules/backup_arn.hpp>
#include <dynabackup/rules/expiry.hpp>
#include <dynabackup/rules/lifecycle.hpp>
#include <dynabackup/rules/paging.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws {

/// One backup in a list: the table that was backed up, and the backup itself.
struct BackupSummary {
    std::optional<std::string> table_name{};  ///< 3 to 255 of `a-z A-Z 0-9 _ . -`
    std::optional<std::string> table_id{};    ///< a UUID in lower case
    std::optional<std::string> table_arn{};   ///< 1 to 1024 characters
    std::optional<std::string> backup_arn{};  ///< 37 to 1024 characters
    std::optional<std::string> backup_name{}; ///< 3 to 255 of `a-z A-Z 0-9 _ . -`, unless SYSTEM made it
    std::optional<timestamp> backup_creation_date_time{}; ///< when the backup was requested
    std::optional<timestamp> backup_expiry_date_time{};   ///< of a SYSTEM backup: 35 days after its creation
    std::optional<open_enum<BackupStatus>> backup_status{}; ///< its state
    std::optional<open_enum<BackupType>> backup_type{};     ///< its maker; since 2018-08-06
    std::optional<std::int64_t> backup_size_bytes{};        ///< bytes, at least 0
};
BOOST_DESCRIBE_STRUCT(BackupSummary, (),
                      (table_name, table_id, table_arn, backup_arn, backup_name, backup_creation_date_time,
                       backup_expiry_date_time, backup_status, backup_type, backup_size_bytes))

template <std::same_as<BackupSummary> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::table_name>(simple::TableName),
        describe<&T::table_id>(simple::TableId),
        describe<&T::table_arn>(simple::TableArn),
        describe<&T::backup_arn>(simple::BackupArn),
        describe<&T::backup_name>(simple::BackupName).by_rule(), // SYSTEM backups are exempt
        describe<&T::backup_creation_date_time>(simple::BackupCreationDateTime),
        describe<&T::backup_expiry_date_time>(simple::Date).since(edition::v2018_08_06),
        describe<&T::backup_status>(),
        describe<&T::backup_type>().since(edition::v2018_08_06),
        describe<&T::backup_size_bytes>(simple::BackupSizeBytes),
    };
}

/// One backup: counted as a record.
constexpr bool is_record(std::type_identity<BackupSummary>) { return true; }

/// Reads a summary that is written plainly, with unrolled code, because lists of backups are long. A template, so that
/// only its users compile it; `Lazy` is void.
template <class Lazy = void>
unrolled_progress read_plain_summary(char const* text, std::uint32_t const* at,
                                     std::uint32_t const* plain_until, std::uint64_t seen, void* summary);
constexpr auto unrolled_reader(std::type_identity<BackupSummary>) { return read_plain_summary<>; }
/// Whether a summary breaks no rule. If it breaks one, the rules are applied again to find which.
template <class Lazy = void>
bool is_clean_summary(void const* summary, rule_context& in);
constexpr auto unrolled_check(std::type_identity<BackupSummary>) { return is_clean_summary<>; }

template <std::same_as<BackupSummary> T>
constexpr auto rules(std::type_identity<T>) {
    return join(expiry::rules<T, simple::BackupName>(), lifecycle::rules<T>(), expiry::system_name_rule<T>(),
                arn::summary_rules<T>(), paging::duplicate_rule<T>());
}

} // namespace dynabackup::aws

#if DYNABACKUP_DEFINE

#include <dynabackup/detail/read/unrolled.hpp>
#include <dynabackup/detail/validate/unrolled.hpp>

namespace dynabackup::aws {

template <class Lazy>
unrolled_progress read_plain_summary(char const* text, std::uint32_t const* at,
                                     std::uint32_t const* plain_until, std::uint64_t seen, void* summary) {
    return dynabackup::detail::read_unrolled<std::conditional_t<std::is_void_v<Lazy>, BackupSummary, Lazy>>(
        text, at, plain_until, seen, summary);
}

template <class Lazy>
bool is_clean_summary(void const* summary, rule_context& in) {
    return dynabackup::detail::is_clean_unrolled<
        std::conditional_t<std::is_void_v<Lazy>, BackupSummary, Lazy>>(summary, in);
}

#ifdef DYNABACKUP_SOURCE
template unrolled_progress read_plain_summary<void>(char const*, std::uint32_t const*, std::uint32_t const*,
                                                    std::uint64_t, void*);
template bool is_clean_summary<void>(void const*, rule_context&);
#endif

} // namespace dynabackup::aws

#endif
