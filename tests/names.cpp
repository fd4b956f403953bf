#include <dynabackup/names.hpp>

#include "catch.hpp"

#include <optional>
#include <string_view>
#include <vector>

using namespace dynabackup;

TEST_CASE("names that are sorted are found", "[names]") {
    std::vector<std::string_view> list{"b", "", "a", "b", "ab"};
    names::sort(list);
    CHECK(list == std::vector<std::string_view>{"", "a", "ab", "b", "b"});
    for (auto name : {"", "a", "ab", "b"}) CHECK(names::contains(list, name));
    for (auto name : {"aa", "A", "c"}) CHECK_FALSE(names::contains(list, name));
    CHECK_FALSE(names::contains({}, ""));
}

TEST_CASE("each name has the place of the first one that is the same", "[names]") {
    std::optional<std::string_view> const unknown;
    CHECK(names::first_of_each({}).empty());
    CHECK(names::first_of_each({"b", "a", "b", "a", "c"}) == std::vector<std::size_t>{0, 1, 0, 1, 4});
    CHECK(names::first_of_each({unknown, "", unknown, ""}) == std::vector<std::size_t>{0, 1, 0, 1});
}
