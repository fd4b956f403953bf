#pragma once
/// \file
/// Breaks the rules on recovery points, and on the jobs that create them.

#include <dynabackup/aws_backup/exchange.hpp>
#include <dynabackup/rules/backup_job.hpp>
#include <dynabackup/rules/recovery_point.hpp>
#include <dynabackup/testing/detail/aws_backup.hpp>
#include <dynabackup/testing/detail/backup_mutations.hpp>
#include <dynabackup/testing/detail/mutation.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <string>

namespace dynabackup::testing::detail {

using point_page = aws_backup::ListRecoveryPointsByBackupVaultOutput;
using point_request = aws_backup::ListRecoveryPointsByBackupVaultInput;
using recovery_point_of_vault = aws_backup::RecoveryPointByBackupVault;
using job_page = aws_backup::ListBackupJobsOutput;
using job_request = aws_backup::ListBackupJobsInput;

/// Breaks a rule in one recovery point of a page: `change(point, scene)`.
template <class Change>
constexpr model_mutation in_vault(rule const& r, Change) {
    return breaks(r, [](point_page& page, scene& s) {
        auto* const point = any_of(page.recovery_points, s);
        return point && Change{}(*point, s);
    });
}

/// Breaks a rule with a request and its response, a page: `change(request, page, scene)`. Before the change, the page
/// satisfies the request.
template <class Change>
constexpr model_mutation in_vault_listing(rule const& r, Change) {
    return breaks(r, [](point_request& request, point_page& page, scene& s) {
        request = {};
        request.backup_vault_name = std::string(vault);
        return !page.recovery_points->empty() && Change{}(request, page, s);
    });
}
template <class Change>
constexpr model_mutation in_job_listing(rule const& r, Change) {
    return breaks(r, [](job_request& request, job_page& page, scene& s) {
        request = {};
        if (page.backup_jobs->empty()) return false;
        request.by_backup_vault_name = std::string(vault);
        return Change{}(request, page, s);
    });
}

inline constexpr std::array recovery_point_mutations{
    in_vault(recovery_point::arn_format,
             [](recovery_point_of_vault& p, scene& s) {
                 (begin_backup_arn(*p.recovery_point_arn, s) += "recovery-point:") +=
                     s.random().pick(words::subjects);
                 return true;
             }),
    in_vault(recovery_point::arn_table,
             [](recovery_point_of_vault& p, scene&) {
                 if (end_of_table(*p.recovery_point_arn) == std::string::npos) return false;
                 *p.resource_arn += "-old";
                 return true;
             }),
    in_vault(recovery_point::resource_type,
             [](recovery_point_of_vault& p, scene& s) {
                 constexpr std::array others{"S3", "EFS", "RDS", "Aurora"};
                 p.resource_type = s.random().pick(others);
                 return true;
             }),
    in_vault(recovery_point::vault_name,
             [](recovery_point_of_vault& p, scene& s) {
                 if (!p.backup_vault_arn) return false;
                 (*p.backup_vault_arn += '-') += s.random().pick(words::stages);
                 return true;
             }),
    in_vault(recovery_point::completion_before_creation,
             [](recovery_point_of_vault& p, scene& s) {
                 p.completion_date = *p.creation_date - draw_span(s, date::days{10});
                 return true;
             }),
    in_vault(recovery_point::deletion_before_creation,
             [](recovery_point_of_vault& p, scene& s) {
                 p.calculated_lifecycle.emplace().delete_at = *p.creation_date - draw_span(s, date::days{10});
                 p.status = aws_backup::RecoveryPointStatus::EXPIRED;
                 return true;
             }),
    in_vault(recovery_point::cold_storage,
             [](recovery_point_of_vault& p, scene& s) {
                 auto& life = p.lifecycle.emplace();
                 life.move_to_cold_storage_after_days = s.random().between(1, 1000);
                 life.delete_after_days = *life.move_to_cold_storage_after_days + s.random().between(0, 89);
                 return true;
             }),
    in_vault(recovery_point::expired,
             [](recovery_point_of_vault& p, scene& s) {
                 timestamp const now{s.now()};
                 p.calculated_lifecycle.emplace().delete_at = *p.creation_date + (now - *p.creation_date) / 2;
                 p.status = aws_backup::RecoveryPointStatus::COMPLETED;
                 return true;
             }),
    breaks(backup_job::window,
           [](aws_backup::StartBackupJobInput& request, scene& s) {
               if (s.random().one_in(2)) request.start_window_minutes = s.random().between(0, 59);
               else request.complete_window_minutes = backup_job::most_window + s.random().between(1, 1000);
               return true;
           }),
    breaks(exchange::recovery_point_echo,
           [](aws_backup::DescribeRecoveryPointInput& request,
              aws_backup::DescribeRecoveryPointOutput& answer, scene& s) {
               request.recovery_point_arn = *answer.recovery_point_arn;
               (request.backup_vault_name += '-') += s.random().pick(words::stages);
               return true;
           }),
    in_vault_listing(exchange::recovery_point_filter,
                     [](point_request& request, point_page& page, scene& s) {
                         page.recovery_points->resize(1);
                         auto const created = *page.recovery_points->front().creation_date;
                         if (s.random().one_in(2))
                             request.by_created_after = created + draw_span(s, date::days{10});
                         else request.by_created_before = created - draw_span(s, date::days{10});
                         return true;
                     }),
    in_vault_listing(exchange::recovery_point_limit,
                     [](point_request& request, point_page& page, scene& s) {
                         auto const size = static_cast<std::int64_t>(page.recovery_points->size());
                         if (size < 2) return false;
                         request.max_results = s.random().between(1, size - 1);
                         return true;
                     }),
    breaks(exchange::backup_job_echo,
           [](aws_backup::DescribeBackupJobInput& request, aws_backup::DescribeBackupJobOutput& answer,
              scene& s) {
               (request.backup_job_id = *answer.backup_job_id) += s.random().pick(words::stages);
               return true;
           }),
    in_job_listing(exchange::backup_job_filter,
                   [](job_request& request, job_page& page, scene& s) {
                       page.backup_jobs->resize(1);
                       auto const created = *page.backup_jobs->front().creation_date;
                       if (s.random().one_in(2))
                           request.by_created_after = created + draw_span(s, date::days{10});
                       else request.by_created_before = created - draw_span(s, date::days{10});
                       return true;
                   }),
    in_job_listing(exchange::backup_job_limit,
                   [](job_request& request, job_page& page, scene& s) {
                       auto const size = static_cast<std::int64_t>(page.backup_jobs->size());
                       if (size < 2) return false;
                       request.max_results = s.random().between(1, size - 1);
                       return true;
                   }),
};

} // namespace dynabackup::testing::detail
