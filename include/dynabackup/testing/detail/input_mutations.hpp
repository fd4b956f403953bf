#pragma once
/// \file
/// Breaks the rules on several documents: pages of a listing, records of one backup, a request and its response.

#include <dynabackup/aws/exchange.hpp>
#include <dynabackup/model/listing.hpp>
#include <dynabackup/rules/lifecycle.hpp>
#include <dynabackup/rules/paging.hpp>
#include <dynabackup/testing/detail/backup_mutations.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <vector>

namespace dynabackup::testing::detail {

using list_request = aws::ListBackupsInput;
using summaries = std::vector<aws::BackupSummary>;

/// Breaks a rule with two records of one backup: `change(second, scene)`. The second record starts as a copy of the
/// first.
template <class Change>
constexpr model_mutation in_later_record(rule const& r, Change) {
    return breaks(r, [](backup_page& first, backup_page& second, scene& s) {
        auto* const backup = any_of(first.backup_summaries, s);
        if (!backup) return false;
        second.backup_summaries = {{*backup}};
        return Change{}(second.backup_summaries->front(), s);
    });
}

/// Breaks a rule with a request and its response, a page: `change(request, backups, scene)`. Before the change, the
/// page satisfies the request.
template <class Change>
constexpr model_mutation in_listing(rule const& r, Change) {
    return breaks(r, [](list_request& request, backup_page& page, scene& s) {
        auto const limit = request.limit;
        request = {};
        request.limit =
            std::max<std::int64_t>(*limit, static_cast<std::int64_t>(page.backup_summaries->size()));
        if (s.edition() >= entered_on<&list_request::backup_type>)
            request.backup_type = aws::BackupTypeFilter::ALL;
        return Change{}(request, *page.backup_summaries, s);
    });
}

/// Breaks `backup.arn-echo` with a request and the response for another backup.
template <class Input, class Output>
constexpr model_mutation of_other_backup() {
    return breaks(exchange::arn_echo, [](Input& request, Output& answer, scene&) {
        char& last = request.backup_arn.back(); // a hexadecimal digit
        last = last == '0' ? '1' : '0';
        return request.backup_arn != answer.backup_description->backup_details->backup_arn;
    });
}

inline constexpr std::array input_mutations{
    breaks(paging::last_evaluated,
           [](backup_page& page, backup_page&, scene& s) {
               auto& all = *page.backup_summaries;
               if (all.size() < 2) return false;
               page.last_evaluated_backup_arn = all[s.random().below(all.size() - 1)].backup_arn;
               return true;
           }),
    breaks(paging::duplicate_backup,
           [](backup_page& page, scene& s) {
               auto& all = *page.backup_summaries;
               auto* const backup = any_of(all, s);
               if (backup) all.push_back(*backup);
               page.last_evaluated_backup_arn.reset();
               return backup != nullptr;
           }),
    breaks(dump::incomplete_listing,
           [](backup_page& page, scene&) {
               if (page.backup_summaries->empty()) return false;
               page.last_evaluated_backup_arn = page.backup_summaries->back().backup_arn;
               return true;
           }),
    breaks(dump::incomplete_listing,
           [](clumio::DynamoDBTableBackupList& page, scene&) {
               auto& links = page.links ? *page.links : page.links.emplace();
               links.next.emplace().href = "/backups/aws/dynamodb-tables?start=2";
               return true;
           }),
    in_later_record(lifecycle::status_regression,
                    [](aws::BackupSummary& later, scene& s) {
                        using enum aws::BackupStatus;
                        if (later.backup_status == DELETED)
                            later.backup_status = s.random().one_in(2) ? AVAILABLE : CREATING;
                        else if (later.backup_status == AVAILABLE) later.backup_status = CREATING;
                        else return false;
                        return true;
                    }),
    in_later_record(lifecycle::changed_immutable,
                    [](aws::BackupSummary& later, scene& s) {
                        if (!later.table_id) return false;
                        later.table_id->clear();
                        append_uuid(*later.table_id, s.random());
                        return true;
                    }),
    in_listing(exchange::outside_time_range,
               [](list_request& request, summaries& all, scene& s) {
                   std::erase_if(all, [](auto const& b) { return !b.backup_creation_date_time; });
                   if (all.empty()) return false;
                   auto const span = draw_span(s, date::days{30});
                   all.resize(1);
                   if (s.random().one_in(2))
                       request.time_range_lower_bound = *all[0].backup_creation_date_time + span;
                   else request.time_range_upper_bound = *all[0].backup_creation_date_time;
                   return true;
               }),
    in_listing(exchange::type_filter,
               [](list_request& request, summaries& all, scene& s) {
                   if (all.empty()) return false;
                   all.resize(1);
                   if (all[0].backup_type == aws::BackupType::USER)
                       request.backup_type = aws::BackupTypeFilter::SYSTEM;
                   else if (s.random().one_in(2)) request.backup_type.reset();
                   else request.backup_type = aws::BackupTypeFilter::USER;
                   return true;
               }),
    in_listing(exchange::table_filter,
               [](list_request& request, summaries& all, scene& s) {
                   if (all.empty()) return false;
                   all.resize(1);
                   request.table_name = *all[0].table_name + (s.random().one_in(2) ? "-old" : ".2");
                   return true;
               }),
    in_listing(exchange::limit,
               [](list_request& request, summaries& all, scene& s) {
                   if (all.size() < 2) return false;
                   request.limit = s.random().between(1, static_cast<std::int64_t>(all.size()) - 1);
                   return true;
               }),
    in_listing(exchange::start_repeated,
               [](list_request& request, summaries& all, scene& s) {
                   auto* const backup = any_of(all, s);
                   if (backup) request.exclusive_start_backup_arn = backup->backup_arn;
                   return backup != nullptr;
               }),
    breaks(exchange::name_echo,
           [](aws::CreateBackupInput& request, aws::CreateBackupOutput& answer, scene&) {
               return request.backup_name != answer.backup_details->backup_name;
           }),
    of_other_backup<aws::DescribeBackupInput, aws::DescribeBackupOutput>(),
    of_other_backup<aws::DeleteBackupInput, aws::DeleteBackupOutput>(),
};

} // namespace dynabackup::testing::detail
