#pragma once
/// \file
/// DynamoDBTableBackupList: a page of backups.

#include <dynabackup/clumio/table_backup.hpp>
#include <dynabackup/rules/paging.hpp>

namespace dynabackup::clumio {

/// The contents of a page.
struct DynamoDBTableBackupListEmbedded {
    std::optional<std::vector<DynamoDBTableBackup>> items{}; ///< the backups of the page
};
BOOST_DESCRIBE_STRUCT(DynamoDBTableBackupListEmbedded, (), (items))

template <std::same_as<DynamoDBTableBackupListEmbedded> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::items>()};
}

/// The pages around a page.
struct DynamoDBTableBackupListLinks {
    std::optional<HateoasLink> first{}; ///< the first page
    std::optional<HateoasLink> last{};  ///< the last page
    std::optional<HateoasLink> next{};  ///< absent on the last page
    std::optional<HateoasLink> prev{};  ///< absent on the first page
    std::optional<HateoasLink> self{};  ///< this page
};
BOOST_DESCRIBE_STRUCT(DynamoDBTableBackupListLinks, (), (first, last, next, prev, self))

template <std::same_as<DynamoDBTableBackupListLinks> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::first>().named("_first"), describe<&T::last>().named("_last"),
        describe<&T::next>().named("_next"),   describe<&T::prev>().named("_prev"),
        describe<&T::self>().named("_self"),
    };
}

/// A page of backups. Known from Clumio's SDK and the reference of its list operation.
struct DynamoDBTableBackupList {
    std::optional<DynamoDBTableBackupListEmbedded> embedded{}; ///< the backups of this page
    std::optional<DynamoDBTableBackupListLinks> links{};       ///< the other pages
    std::optional<std::int64_t> current_count{};               ///< backups in this page
    std::optional<std::string> filter_applied{};               ///< the filter of the request, as JSON text
    std::optional<std::int64_t> limit{};                       ///< the most backups in a page
    std::optional<std::string> start{};                        ///< the number of the page, from 1
    std::optional<std::int64_t> total_count{};                 ///< backups in all pages
    std::optional<std::int64_t> total_pages_count{};           ///< pages
};
BOOST_DESCRIBE_STRUCT(DynamoDBTableBackupList, (),
                      (embedded, links, current_count, filter_applied, limit, start, total_count,
                       total_pages_count))

template <std::same_as<DynamoDBTableBackupList> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::embedded>().named("_embedded"),
        describe<&T::links>().named("_links"),
        describe<&T::current_count>(),
        describe<&T::filter_applied>(),
        describe<&T::limit>(),
        describe<&T::start>(),
        describe<&T::total_count>(),
        describe<&T::total_pages_count>(),
    };
}

/// Records the page in the listing of the input. A link without an address does not lead to another page.
inline void check_page(DynamoDBTableBackupList const& page, rule_context& in) {
    constexpr auto links = &DynamoDBTableBackupList::links;
    constexpr auto next = &DynamoDBTableBackupListLinks::next;
    auto const* const around = known<links>(page, in);
    auto const* const link = around ? known<next>(*around, in) : nullptr;
    auto const* const address = link ? known<&HateoasLink::href>(*link, in) : nullptr;
    dump::end_page(in, address && !address->empty(), {wire_name<links>, wire_name<next>});
}

template <std::same_as<DynamoDBTableBackupList> T>
constexpr auto rules(std::type_identity<T>) {
    return join(page_rules<T>(), std::array{enforce_in_order<check_page, dump::incomplete_listing>()});
}

} // namespace dynabackup::clumio
