#pragma once
/// \file
/// Documents that are pages of a list, and how several become one.

#include <dynabackup/aws/list_backups.hpp>
#include <dynabackup/clumio/table_backup_list.hpp>
#include <dynabackup/write.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::tool {

/// A shape that is a page, `list_of` being its records.
template <class T>
concept page_shape = requires(T& page) {
    list_of(page);
    around_list(page);
};

} // namespace dynabackup::tool

namespace dynabackup::aws {

inline auto& list_of(ListBackupsOutput& page) { return page.backup_summaries; }

/// What is left of a page when others came before it: where the list goes on if this is not all.
inline void around_list(ListBackupsOutput&) {}

} // namespace dynabackup::aws

namespace dynabackup::clumio {

inline auto& list_of(DynamoDBTableBackupList& page) {
    return (page.embedded ? *page.embedded : page.embedded.emplace()).items;
}

/// The same. Counts and other links are those of one page.
inline void around_list(DynamoDBTableBackupList& page) {
    auto kept = DynamoDBTableBackupList{};
    kept.embedded = std::move(page.embedded);
    if (page.links && page.links->next) kept.links.emplace().next = std::move(page.links->next);
    page = std::move(kept);
}

} // namespace dynabackup::clumio

namespace dynabackup::tool {

/// The text of a page that has no records, before and behind them: the list comes first in every layout.
struct page_text {
    std::string before, behind;
};

/// `unread`: members that are not known, and left out. The list itself is always there.
template <page_shape T>
page_text text_around(T& page, format as, unread_members const* unread = nullptr) {
    list_of(page).emplace();
    std::string all;
    dynabackup::detail::append_json(all, page, as, 0, unread);
    auto list = all.find("[]");
    if (list == all.npos) {
        all = to_json(page, as);
        list = all.find("[]");
    }
    return {all.substr(0, list + 1), all.substr(list + 1)};
}

} // namespace dynabackup::tool
