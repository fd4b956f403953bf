#pragma once
/// \file
/// DynamoDBTableBackupList: a page of backups.

#include <dynabackup/clumio/table_backup.hpp>
#include <dynabackup/listing.hpp>

namespace dynabackup::clumio {

/// What a page holds.
struct DynamoDBTableBackupListEmbedded {
    std::optional<std::vector<DynamoDBTableBackup>> items{}; ///< the backups of the page
};
BOOST_DESCRIBE_STRUCT(DynamoDBTableBackupListEmbedded, (), (items))

template <std::same_as<DynamoDBTableBackupListEmbedded> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{of<&T::items>()};
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
        of<&T::first>().named("_first"), of<&T::last>().named("_last"), of<&T::next>().named("_next"),
        of<&T::prev>().named("_prev"),   of<&T::self>().named("_self"),
    };
}

/// A page of backups. Known from Clumio's SDK and the reference of its list operation.
struct DynamoDBTableBackupList {
    std::optional<DynamoDBTableBackupListEmbedded> embedded{}; ///< the backups of this page
    std::optional<DynamoDBTableBackupListLinks> links{};       ///< the other pages
    std::optional<std::int64_t> current_count{};               ///< backups in this page
    std::optional<std::string> filter_applied{};               ///< which backups were asked for, as JSON text
    std::optional<std::int64_t> limit{};                       ///< backups in a page, at most
    std::optional<std::string> start{};                        ///< which page it is: a number, from 1
    std::optional<std::int64_t> total_count{};                 ///< backups in all pages
    std::optional<std::int64_t> total_pages_count{};           ///< pages
};
BOOST_DESCRIBE_STRUCT(DynamoDBTableBackupList, (),
                      (embedded, links, current_count, filter_applied, limit, start, total_count,
                       total_pages_count))

template <std::same_as<DynamoDBTableBackupList> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        of<&T::embedded>().named("_embedded"),
        of<&T::links>().named("_links"),
        of<&T::current_count>(),
        of<&T::filter_applied>(),
        of<&T::limit>(),
        of<&T::start>(),
        of<&T::total_count>(),
        of<&T::total_pages_count>(),
    };
}

template <std::same_as<DynamoDBTableBackupList> T>
constexpr void rules(std::type_identity<T>, auto const& enforce) {
    page_rules<T>(enforce);
    enforce(dump::incomplete_listing, [](T const& page, auto const& in) {
        using around = typename decltype(T::links)::value_type;
        auto const* const links = known<&T::links>(page, in);
        bool const goes_on = links && known<&around::next>(*links, in);
        dump::end_page(in, goes_on, {at<&T::links>, at<&around::next>});
    });
}

} // namespace dynabackup::clumio
