#include <dynabackup/detail/util/names.hpp>

#include "catch.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace detail_util_names_test {

using dynabackup::detail::name_list;

namespace {

using names = std::vector<std::optional<std::string_view>>;
using pairs = std::vector<std::pair<std::size_t, std::size_t>>;

void add(name_list& list, names const& all) {
    for (auto const& name : all) list.add(name);
}

/// The indexes of names that occur earlier in the list, and the indexes of these.
pairs duplicates(names const& all) {
    name_list list;
    add(list, all);
    pairs found;
    for (std::size_t i = 0; i < list.size(); ++i)
        if (auto const first = list.earlier(i)) found.emplace_back(i, *first);
    return found;
}

/// Many more names than are compared one by one.
names and_many_more(names all) {
    static std::string const others[] = {"x0", "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9"};
    all.insert(all.end(), std::begin(others), std::end(others));
    return all;
}

} // namespace

TEST_CASE("names of a list are found, whether the list is short or long", "[names]") {
    names const few{"b", "", "a", "b", "ab"};
    for (auto const& all : {few, and_many_more(few)}) {
        name_list list;
        add(list, all);
        CHECK(list.size() == all.size());
        for (auto const* name : {"", "a", "ab", "b"}) CHECK(list.contains(name));
        for (auto const* name : {"aa", "A", "c"}) CHECK_FALSE(list.contains(name));
    }
    CHECK_FALSE(name_list().contains(""));
}

TEST_CASE("each name has the index of the first equal name", "[names]") {
    std::optional<std::string_view> const unknown;
    CHECK(duplicates({}).empty());
    for (auto const& [all, expected] : std::vector<std::pair<names, pairs>>{
             {{"b", "a", "b", "a", "c"}, {{2, 0}, {3, 1}}},
             {{"a", "b", "a", "b", "a"}, {{2, 0}, {3, 1}, {4, 0}}},
             {{unknown, "", unknown, ""}, {{3, 1}}}, // the unknown names may differ
         }) {
        CHECK(duplicates(all) == expected);
        CHECK(duplicates(and_many_more(all)) == expected);
    }
}

TEST_CASE("a list may be searched while it grows", "[names]") {
    static std::string const letters = "abcdefghijklmnopqrstuvwxyz";
    name_list list;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        auto const name = std::string_view(letters).substr(i, 1);
        CHECK_FALSE(list.contains(name));
        list.add(name);
        CHECK(list.contains(name));
        CHECK_FALSE(list.earlier(i).has_value());
        CHECK(list.contains("a"));
    }
    list.add("c");
    CHECK(list.earlier(letters.size()) == 2u);
}

TEST_CASE("duplicates are found in order, each with the first equal name", "[names][property]") {
    std::vector<std::string> numbers;
    for (int i = 0; i < 40; ++i) numbers.push_back(std::to_string(i));
    std::mt19937 random(1);
    for (std::size_t size = 0; size < 30; ++size)
        for (unsigned const values : {2u, 5u, 40u}) {
            names all;
            for (std::size_t i = 0; i < size; ++i) all.emplace_back(numbers[random() % values]);
            pairs expected;
            for (std::size_t i = 0; i < size; ++i) {
                auto const first = static_cast<std::size_t>(std::ranges::find(all, all[i]) - all.begin());
                if (first != i) expected.emplace_back(i, first);
            }
            CHECK(duplicates(all) == expected);
        }
}

} // namespace detail_util_names_test
