#pragma once
/// \file
/// Pages of a list of backups.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/history.hpp>
#include <dynabackup/model/path.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <type_traits>

namespace dynabackup::dump {

inline constexpr rule incomplete_listing{
    "dump.incomplete-listing",
    severity::warning,
    edition::v2017_11_29,
    "The last page of a listing has no token and no link for another page.",
    cite::list_backups,
    {.invalid = R"({"BackupSummaries":[],"NextToken":"eyJFeGNsdXNpdmVTdGFydEJhY2t1cEFybiI6IG51bGx9"})",
     .valid = R"({"BackupSummaries":[]})"}};

/// The message of the finding.
inline constexpr std::string_view incomplete_message =
    "The listing continues after this page, but the input has no further page: backups or items may be "
    "missing. Request the next page with this value.";

/// Applies the rule to a page of any API. `goes_on`: the page says that a further page exists; `token`: the steps to
/// the member that says so; `cursor`: the value that requests the next page, empty if there is none or it is not known.
/// Does nothing for a model, which belongs to no listing.
DYNABACKUP_INLINE void end_page(rule_context& in, bool goes_on, std::initializer_list<path_step> token,
                                std::string_view cursor = {});

/// The number of the listing whose page is being read, counted from 0; nothing for a model.
DYNABACKUP_INLINE std::optional<std::size_t> listing_at_hand(rule_context const& in);

} // namespace dynabackup::dump

namespace dynabackup::paging {

inline constexpr rule last_evaluated{
    "list.last-evaluated",
    severity::warning,
    edition::v2017_11_29,
    "LastEvaluatedBackupArn is the ARN of the last backup of the page.",
    cite::list_backups,
    {R"({"BackupSummaries":[{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d"}],"LastEvaluatedBackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01600000000000-5e6f7a8b"}
{"BackupSummaries":[]})",
     R"({"BackupSummaries":[{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d"}],"LastEvaluatedBackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d"}
{"BackupSummaries":[]})"}};

inline constexpr rule cursor_repeated{
    "list.cursor-repeated",
    severity::warning,
    edition::v2017_11_29,
    "The LastEvaluatedBackupArn or LastEvaluatedKey of a page differs from that of the page before it.",
    cite::list_backups,
    {R"({"BackupSummaries":[],"LastEvaluatedBackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d"}
{"BackupSummaries":[],"LastEvaluatedBackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d"}
{"BackupSummaries":[]})",
     R"({"BackupSummaries":[],"LastEvaluatedBackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d"}
{"BackupSummaries":[]})"}};

inline constexpr rule duplicate_backup{
    "list.duplicate-backup",
    severity::warning,
    edition::v2017_11_29,
    "A backup occurs once in the pages of a listing.",
    cite::list_backups,
    {R"({"BackupSummaries":[{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d"},{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d"}]})",
     R"({"BackupSummaries":[{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d"},{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000001-1a2b3c4d"}]})"}};

/// Compares a record of a page with the records before it in the listing, if a history is kept.
template <class T>
void check_duplicate(T const& summary, rule_context& in) {
    auto* const history = in.history();
    auto const listing = dump::listing_at_hand(in);
    auto const* const arn = known<&T::backup_arn>(summary, in);
    if (!history || !listing || !in.in_list() || !arn || arn->empty()) return;
    if (history->of(*arn).is_listed_again(*listing))
        in.fail({wire_name<&T::backup_arn>}, "This backup occurs earlier in the listing.");
}

/// The rule of a shape T that is a record of pages, with `backup_arn`.
template <class T>
constexpr auto duplicate_rule() {
    return std::array{enforce_in_order<check_duplicate<T>, duplicate_backup>()};
}

/// Reads the last summary only: a page that is read record by record keeps no others.
template <class T>
void check_last_evaluated(T const& page, rule_context& in) {
    auto const* const last = known<&T::last_evaluated_backup_arn>(page, in);
    auto const* const summaries = known<&T::backup_summaries>(page, in);
    if (!last || last->empty() || !summaries || summaries->empty()) return;
    auto const& summary = summaries->back();
    using record = std::remove_cvref_t<decltype(summary)>;
    auto const* const arn = in.knows(summary) ? known<&record::backup_arn>(summary, in) : nullptr;
    if (arn && *arn != *last)
        in.fail({wire_name<&T::last_evaluated_backup_arn>}, "The last backup of the page is ", *arn,
                "; the next page begins after it.");
}

/// The rule of a shape T with `backup_summaries` and `last_evaluated_backup_arn`.
template <class T>
constexpr auto last_evaluated_rule() {
    return std::array{enforce<check_last_evaluated<T>, last_evaluated>()};
}

/// All rules of this file, for the catalogue.
inline constexpr std::array all{&dump::incomplete_listing, &last_evaluated, &cursor_repeated,
                                &duplicate_backup};

} // namespace dynabackup::paging

#if DYNABACKUP_DEFINE
#include <dynabackup/model/listing.hpp>
#endif
