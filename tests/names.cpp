#include <dynabackup/names.hpp>

#include "catch.hpp"

#include <optional>
#include <string_view>
#include <vector>

using namespace dynabackup;

TEST_CASE("names that are sorted are found", "[names]") {
    std::vector<std::string_view> list{"b", "", "a", "b", "ab"};
    sort_names(list);
    CHECK(list == std::vector<std::string_view>{"", "a", "ab", "b", "b"});
    for (auto name : {"", "a", "ab", "b"}) CHECK(holds_name(list, name));
    for (auto name : {"aa", "A", "c"}) CHECK_FALSE(holds_name(list, name));
    CHECK_FALSE(holds_name({}, ""));
}

TEST_CASE("each name has the place of the first one that is the same", "[names]") {
    std::optional<std::string_view> const unknown;
    CHECK(first_places({}).empty());
    CHECK(first_places({"b", "a", "b", "a", "c"}) == std::vector<std::size_t>{0, 1, 0, 1, 4});
    CHECK(first_places({unknown, "", unknown, ""}) == std::vector<std::size_t>{0, 1, 0, 1});
}
