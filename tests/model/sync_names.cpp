#include <dynabackup/model/sync_names.hpp>

#include "catch.hpp"

#include <boost/describe/class.hpp>

#include <string_view>
#include <vector>

namespace model_sync_names_test {

namespace sync_names_test {

using namespace dynabackup;

template <class T>
constexpr dialect_facts dialect(std::type_identity<T>) {
    return {.pascal_case = false, .null_is_absent = false, .epoch_seconds = true};
}

struct Page {
    std::optional<std::string> items{}, next{};
};
BOOST_DESCRIBE_STRUCT(Page, (), (items, next))
constexpr auto members(std::type_identity<Page>) {
    return std::array{describe<&Page::items>(), describe<&Page::next>()};
}

struct Item {
    std::optional<std::string> name{}, next{}, type{};
};
BOOST_DESCRIBE_STRUCT(Item, (), (name, next, type))
constexpr auto members(std::type_identity<Item>) {
    return std::array{describe<&Item::name>().named("_name"), describe<&Item::next>(),
                      describe<&Item::type>()};
}

struct Tag {
    std::optional<std::string> type{}, value{};
};
BOOST_DESCRIBE_STRUCT(Tag, (), (type, value))
constexpr auto members(std::type_identity<Tag>) {
    return std::array{describe<&Tag::type>(), describe<&Tag::value>()};
}

} // namespace sync_names_test

using namespace dynabackup;
using namespace sync_names_test;

namespace {

std::vector<std::string_view> list_of(name_set const& names) {
    std::span<std::string_view const> const all = names;
    return {all.begin(), all.end()};
}

} // namespace

TEST_CASE("the names of several shapes are listed once each", "[model]") {
    CHECK(list_of(make_sync_names<void>(shape_list<Page, Item>{})) ==
          std::vector<std::string_view>{"items", "next", "_name", "type"});
}

TEST_CASE("names that occur inside are left out of sync names", "[model]") {
    constexpr auto names = make_sync_names<void>(shape_list<Page, Item>{}, shape_list<Tag>{});
    CHECK(list_of(names) == std::vector<std::string_view>{"items", "next", "_name"});
    STATIC_REQUIRE(names.contains("_name"));
    STATIC_REQUIRE_FALSE(names.contains("type"));
    STATIC_REQUIRE_FALSE(names.contains("value"));
}

} // namespace model_sync_names_test
