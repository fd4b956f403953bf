#pragma once
/// \file
/// DynamoDBTableList: a page of tables.

#include <dynabackup/clumio/table.hpp>

namespace dynabackup::clumio {

/// The contents of a page.
struct DynamoDBTableListEmbedded {
    std::optional<std::vector<DynamoDBTable>> items{}; ///< the tables of the page
};
BOOST_DESCRIBE_STRUCT(DynamoDBTableListEmbedded, (), (items))

template <std::same_as<DynamoDBTableListEmbedded> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::items>()};
}

/// The pages around a page.
struct DynamoDBTableListLinks {
    std::optional<HateoasLink> first{}; ///< the first page
    std::optional<HateoasLink> last{};  ///< the last page
    std::optional<HateoasLink> next{};  ///< absent on the last page
    std::optional<HateoasLink> prev{};  ///< absent on the first page
    std::optional<HateoasLink> self{};  ///< this page
};
BOOST_DESCRIBE_STRUCT(DynamoDBTableListLinks, (), (first, last, next, prev, self))

template <std::same_as<DynamoDBTableListLinks> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::first>().named("_first"), describe<&T::last>().named("_last"),
        describe<&T::next>().named("_next"),   describe<&T::prev>().named("_prev"),
        describe<&T::self>().named("_self"),
    };
}

/// A page of tables. Known from Clumio's SDK only.
struct DynamoDBTableList {
    std::optional<DynamoDBTableListEmbedded> embedded{}; ///< the tables of this page
    std::optional<DynamoDBTableListLinks> links{};       ///< the other pages
    std::optional<std::int64_t> current_count{};         ///< tables in this page
    std::optional<std::int64_t> limit{};                 ///< the most tables in a page
    std::optional<std::string> start{};                  ///< the number of the page, from 1
    std::optional<std::int64_t> total_count{};           ///< tables in all pages
    std::optional<std::int64_t> total_pages_count{};     ///< pages
};
BOOST_DESCRIBE_STRUCT(DynamoDBTableList, (),
                      (embedded, links, current_count, limit, start, total_count, total_pages_count))

template <std::same_as<DynamoDBTableList> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::embedded>().named("_embedded"),
        describe<&T::links>().named("_links"),
        describe<&T::current_count>(),
        describe<&T::limit>(),
        describe<&T::start>(),
        describe<&T::total_count>(),
        describe<&T::total_pages_count>(),
    };
}

template <std::same_as<DynamoDBTableList> T>
constexpr auto rules(std::type_identity<T>) {
    return page_rules<T>();
}

} // namespace dynabackup::clumio
