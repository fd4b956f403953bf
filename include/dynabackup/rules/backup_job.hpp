#pragma once
/// \file
/// Backup jobs of AWS Backup: their resource, and their windows of time.

#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/rules/recovery_point.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace dynabackup::backup_job {

/// The minimum of a start window, and the maximum of both windows: a hundred years.
inline constexpr std::int64_t least_start_window = 60, most_window = 52'560'000; ///< minutes

namespace cite {
inline constexpr std::string_view
    /// The beginning of a job.
    start = "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_StartBackupJob.html",
    /// One job.
    describe = "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_DescribeBackupJob.html",
    /// All jobs.
    list = "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ListBackupJobs.html";
} // namespace cite

inline constexpr rule window{
    "backup-job.window",
    severity::error,
    edition::v2019_01_16,
    "The start window of a job is 60 minutes to a hundred years; its completion window is at most a hundred "
    "years.",
    cite::start,
    {R"({"BackupVaultName":"Default","ResourceArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","IamRoleArn":"arn:aws:iam::123456789012:role/Backups","StartWindowMinutes":59})",
     R"({"BackupVaultName":"Default","ResourceArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","IamRoleArn":"arn:aws:iam::123456789012:role/Backups","StartWindowMinutes":60})"}};

/// The rules of a job T, with its vault, its resource and its times.
template <class T>
constexpr auto rules() {
    return join(recovery_point::resource_rule<T>(), recovery_point::vault_rules<T>());
}

/// Reports a window that is shorter than `least` minutes or longer than a hundred years. `minutes`: the window, or
/// null; `member`: its name.
inline void check_minutes(std::int64_t const* minutes, std::int64_t least, std::string_view member,
                          rule_context& in) {
    if (minutes && (*minutes < least || *minutes > most_window))
        in.fail({member}, *minutes, " minutes; ", least, " to ", most_window, " are allowed.");
}

/// Reports a StartWindowMinutes of less than 60 or more than a hundred years, and a CompleteWindowMinutes that is
/// negative or more than a hundred years.
template <class T>
void check_windows(T const& t, rule_context& in) {
    check_minutes(known<&T::start_window_minutes>(t, in), least_start_window,
                  wire_name<&T::start_window_minutes>, in);
    check_minutes(known<&T::complete_window_minutes>(t, in), 0, wire_name<&T::complete_window_minutes>, in);
}

/// The rules of a request T to start a job.
template <class T>
constexpr auto start_rules() {
    return std::array{enforce<check_windows<T>, window>()};
}

/// All rules of this file, for the catalogue.
inline constexpr std::array all{&window};

} // namespace dynabackup::backup_job
