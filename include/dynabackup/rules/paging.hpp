#pragma once
/// \file
/// Pages of a list of backups.

#include <dynabackup/enforce.hpp>

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

/// The rule of a shape T with `backup_summaries` and `last_evaluated_backup_arn`. The last summary is all that it
/// looks at, so it does not matter that a page which is read record by record keeps no others.
template <class T>
constexpr void last_evaluated_rule(auto const& enforce) {
    enforce(last_evaluated, [](T const& page, auto const& in) {
        auto const* const last = known<&T::last_evaluated_backup_arn>(page, in);
        auto const* const summaries = known<&T::backup_summaries>(page, in);
        if (!last || last->empty() || !summaries || summaries->empty()) return;
        auto const& summary = summaries->back();
        using record = std::remove_cvref_t<decltype(summary)>;
        auto const* const arn = in.knows(summary) ? known<&record::backup_arn>(summary, in) : nullptr;
        if (arn && *arn != *last)
            in.fail({at<&T::last_evaluated_backup_arn>}, "The last backup of the page is ", *arn,
                    "; the next page begins behind that.");
    });
}

} // namespace dynabackup::paging
