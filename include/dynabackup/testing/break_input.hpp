#pragma once
/// \file
/// What breaks the rules over several documents: pages of a listing, records of one backup, a response to its request.

#include <dynabackup/listing.hpp>
#include <dynabackup/rules/exchange.hpp>
#include <dynabackup/rules/lifecycle.hpp>
#include <dynabackup/rules/paging.hpp>
#include <dynabackup/testing/break_backups.hpp>
#include <dynabackup/testing/breaker.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <utility>

namespace dynabackup::testing {

namespace detail {

/// Breaks a rule by two documents: `change(first, second, scene)`.
template <class First, class Second, class Change>
constexpr model_breaker by_two(rule const& r, Change) {
    static_assert(std::is_empty_v<Change>, "a function without a state");
    return {&r, short_name<Second>, [](std::string& out, scene& s) {
                First first{};
                Second second{};
                fill(first, s);
                fill(second, s);
                if (!Change{}(first, second, s)) return false;
                append_json(out, first);
                append_json(out += '\n', second);
                return true;
            }};
}

/// Breaks a rule by two records of one backup: `change(second, scene)`, which was the same as the first.
template <class Change>
constexpr model_breaker in_later_record(rule const& r, Change) {
    return by_two<aws::ListBackupsOutput, aws::ListBackupsOutput>(
        r, [](aws::ListBackupsOutput& first, aws::ListBackupsOutput& second, scene& s) {
            auto* const backup = any_of(first.backup_summaries, s);
            if (!backup) return false;
            second.backup_summaries = {{*backup}};
            return Change{}(second.backup_summaries->front(), s);
        });
}

using list_request = aws::ListBackupsInput;
using list_page = aws::ListBackupsOutput;

/// Breaks a rule by a request that is answered with a page: `change(request, page, scene)`; all else that is asked for
/// is there.
template <class Change>
constexpr model_breaker in_listing(rule const& r, Change) {
    return by_two<list_request, list_page>(r, [](list_request& request, list_page& page, scene& s) {
        auto const limit = request.limit;
        request = {};
        request.limit =
            std::max<std::int64_t>(*limit, static_cast<std::int64_t>(page.backup_summaries->size()));
        if (s.edition() >= entered_on<&list_request::backup_type>)
            request.backup_type = aws::BackupTypeFilter::ALL;
        return Change{}(request, page, s);
    });
}

/// Breaks `backup.arn-echo` by a request that is answered with another backup.
template <class Input, class Output>
constexpr model_breaker of_other_backup() {
    return by_two<Input, Output>(exchange::arn_echo, [](Input& request, Output& answer, scene&) {
        char& last = request.backup_arn.back(); // a hexadecimal digit
        last = last == '0' ? '1' : '0';
        return request.backup_arn != answer.backup_description->backup_details->backup_arn;
    });
}

} // namespace detail

inline constexpr std::array input_breakers{
    detail::by_two<aws::ListBackupsOutput, aws::ListBackupsOutput>(
        paging::last_evaluated,
        [](aws::ListBackupsOutput& page, aws::ListBackupsOutput&, scene& s) {
            auto& summaries = *page.backup_summaries;
            if (summaries.size() < 2) return false;
            page.last_evaluated_backup_arn = summaries[s.random().below(summaries.size() - 1)].backup_arn;
            return true;
        }),
    broken<aws::ListBackupsOutput>(dump::incomplete_listing,
                                   [](aws::ListBackupsOutput& page, scene&) {
                                       if (page.backup_summaries->empty()) return false;
                                       page.last_evaluated_backup_arn =
                                           page.backup_summaries->back().backup_arn;
                                       return true;
                                   }),
    broken<clumio::DynamoDBTableBackupList>(dump::incomplete_listing,
                                            [](clumio::DynamoDBTableBackupList& page, scene&) {
                                                auto& links = page.links ? *page.links : page.links.emplace();
                                                links.next.emplace().href =
                                                    "/backups/aws/dynamodb-tables?start=2";
                                                return true;
                                            }),
    detail::in_later_record(lifecycle::status_regression,
                            [](aws::BackupSummary& later, scene& s) {
                                using enum aws::BackupStatus;
                                if (later.backup_status == DELETED)
                                    later.backup_status = s.random().one_in(2) ? AVAILABLE : CREATING;
                                else if (later.backup_status == AVAILABLE) later.backup_status = CREATING;
                                else return false;
                                return true;
                            }),
    detail::in_later_record(lifecycle::changed_immutable,
                            [](aws::BackupSummary& later, scene& s) {
                                if (s.random().one_in(2)) {
                                    if (!later.table_id) return false;
                                    later.table_id->clear();
                                    append_uuid(*later.table_id, s.random());
                                    return true;
                                }
                                if (!later.backup_creation_date_time) return false;
                                *later.backup_creation_date_time += std::chrono::milliseconds{
                                    s.random().between(1, 500)}; // its ARN may be off by a second
                                return later.backup_type != aws::BackupType::SYSTEM;
                            }),
    detail::in_listing(exchange::outside_time_range,
                       [](detail::list_request& request, detail::list_page& page, scene& s) {
                           auto& all = *page.backup_summaries;
                           std::erase_if(all, [](auto const& b) { return !b.backup_creation_date_time; });
                           if (all.empty()) return false;
                           auto const span = draw_span(s, date::days{30});
                           all.resize(1);
                           if (s.random().one_in(2))
                               request.time_range_lower_bound = *all[0].backup_creation_date_time + span;
                           else request.time_range_upper_bound = *all[0].backup_creation_date_time;
                           return true;
                       }),
    detail::in_listing(exchange::type_filter,
                       [](detail::list_request& request, detail::list_page& page, scene& s) {
                           auto& all = *page.backup_summaries;
                           if (all.empty()) return false;
                           all.resize(1);
                           if (all[0].backup_type == aws::BackupType::USER)
                               request.backup_type = aws::BackupTypeFilter::SYSTEM;
                           else if (s.random().one_in(2)) request.backup_type.reset();
                           else request.backup_type = aws::BackupTypeFilter::USER;
                           return true;
                       }),
    detail::in_listing(exchange::table_filter,
                       [](detail::list_request& request, detail::list_page& page, scene& s) {
                           auto& all = *page.backup_summaries;
                           if (all.empty()) return false;
                           all.resize(1);
                           request.table_name = *all[0].table_name + (s.random().one_in(2) ? "-old" : ".2");
                           return true;
                       }),
    detail::in_listing(exchange::limit,
                       [](detail::list_request& request, detail::list_page& page, scene& s) {
                           auto const size = static_cast<std::int64_t>(page.backup_summaries->size());
                           if (size < 2) return false;
                           request.limit = s.random().between(1, size - 1);
                           return true;
                       }),
    detail::in_listing(exchange::start_repeated,
                       [](detail::list_request& request, detail::list_page& page, scene& s) {
                           auto* const backup = any_of(page.backup_summaries, s);
                           if (backup) request.exclusive_start_backup_arn = backup->backup_arn;
                           return backup != nullptr;
                       }),
    detail::by_two<aws::CreateBackupInput, aws::CreateBackupOutput>(
        exchange::name_echo,
        [](aws::CreateBackupInput& request, aws::CreateBackupOutput& answer, scene&) {
            return request.backup_name != answer.backup_details->backup_name;
        }),
    detail::of_other_backup<aws::DescribeBackupInput, aws::DescribeBackupOutput>(),
    detail::of_other_backup<aws::DeleteBackupInput, aws::DeleteBackupOutput>(),
};

} // namespace dynabackup::testing
