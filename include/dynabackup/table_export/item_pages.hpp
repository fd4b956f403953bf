#pragma once
/// \file
/// A page of items, as Scan and Query return it, and as `aws dynamodb scan` prints it for a whole table. Its items are
/// read one by one, like the lines of an export, so a page may have any number of them. GetItem returns an
/// ExportedItem.

#include <dynabackup/aws/attribute_types.hpp>
#include <dynabackup/aws/attribute_value.hpp>
#include <dynabackup/aws/errors.hpp>
#include <dynabackup/detail/json/cursor.hpp>
#include <dynabackup/json_object.hpp>
#include <dynabackup/model/system.hpp>
#include <dynabackup/nullable.hpp>
#include <dynabackup/rules/item_pages.hpp>
#include <dynabackup/rules/paging.hpp>
#include <dynabackup/table_export/items.hpp>

#include <boost/describe/class.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace dynabackup::table_export {

/// The response to Scan, and to Query.
struct ScanOutput {
    std::optional<unwrapped_list<ExportedItem>>
        items{};                         ///< the items of this page; absent: the items are only counted
    std::optional<std::int64_t> count{}; ///< the number of items
    std::optional<std::int64_t> scanned_count{}; ///< the number of items before the filter
    /// The key of the item that ended this page, for the request of the next page. If it is absent, no items are left.
    std::optional<aws::AttributeMap> last_evaluated_key{};
    nullable<json_object>
        consumed_capacity{}; ///< what it cost; the AWS command line prints null if that is absent
};
BOOST_DESCRIBE_STRUCT(ScanOutput, (), (items, count, scanned_count, last_evaluated_key, consumed_capacity))

/// A page of items, whose list may have elements of any type.
template <class T>
constexpr auto members_of_page() {
    return std::array{
        describe<&T::items>(),
        describe<&T::count>(),
        describe<&T::scanned_count>(),
        describe<&T::last_evaluated_key>(),
        describe<&T::consumed_capacity>(),
    };
}
template <std::same_as<ScanOutput> T>
constexpr auto members(std::type_identity<T>) {
    return members_of_page<T>();
}

/// The members that clients add to a page. The AWS command line adds NextToken when it cuts a list short.
inline constexpr auto tolerated_in_page = [] {
    std::array<std::string_view, client_members.size() + 1> names{"NextToken"};
    std::ranges::copy(client_members, names.begin() + 1);
    return names;
}();
constexpr auto tolerated(std::type_identity<ScanOutput>) { return tolerated_in_page; }
/// The tolerated member that shows that another page follows.
constexpr std::string_view page_token(std::type_identity<ScanOutput>) { return "NextToken"; }

/// Checks the key that requests the next page.
template <class T>
void check_last_key(T const& page, rule_context& in) {
    auto const* const key = known<&T::last_evaluated_key>(page, in);
    if (!key) return;
    path_node const where{&in.place(), wire_name<&T::last_evaluated_key>};
    check_attributes(*key, where, in);
    if (in.options().key && !key->empty()) check_key(*key, where, in);
}

/// Records the page in the listing of the input.
template <class T>
void note_page(T const& page, rule_context& in) {
    constexpr auto token = &T::last_evaluated_key;
    auto const* const key = known<token>(page, in);
    auto const cursor = key && !key->empty() ? aws::to_json(*key) : std::string();
    dump::end_page(in, !cursor.empty(), {wire_name<token>}, cursor);
}

/// The rules of a page, with items of any type.
template <class T>
constexpr auto rules_of_pages() {
    return std::array{
        enforce<item_page::check_counts<T>, item_page::count, item_page::scanned_count>(),
        enforce<check_last_key<T>, item::number, item::number_precision, item::number_range, item::binary,
                item::set_empty, item::set_duplicate, item::depth, item::attribute_name, item::key>(),
        enforce_in_order<note_page<T>, dump::incomplete_listing, paging::cursor_repeated>()};
}
template <std::same_as<ScanOutput> T>
constexpr auto rules(std::type_identity<T>) {
    return rules_of_pages<T>();
}

/// Whether a value is a list whose first element is an item: an object whose first member has a value with its type.
/// This recognises the list before its end is known.
inline clue_answer expect_items(json::cursor const& in, std::uint32_t const* value) {
    constexpr std::string_view beginning = "[{\":{\":"; // of [{"name":{"S":
    auto const text = in.text();
    for (std::size_t i = 0; i < beginning.size(); ++i) {
        if (value + i == in.last || value[i] == text.size()) return clue_answer::cut;
        if (text[value[i]] != beginning[i]) return clue_answer::no;
    }
    auto const first = value[5] + 1;
    auto const tag = text.substr(first, text.find('"', first) - first);
    return aws::attribute_type_of(tag) ? clue_answer::yes : clue_answer::no;
}

} // namespace dynabackup::table_export
