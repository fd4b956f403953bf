#include <dynabackup/nullable.hpp>

#include "catch.hpp"

#include <memory>
#include <string>
#include <vector>

namespace nullable_test {

using dynabackup::nullable;

namespace {

enum class is { absent, null, value };

template <class T>
is what(nullable<T> const& n) {
    CHECK(n.is_absent() + n.is_null() + n.has_value() == 1);
    CHECK(n.has_value() == static_cast<bool>(n));
    return n.is_absent() ? is::absent : n.is_null() ? is::null : is::value;
}

} // namespace

TEST_CASE("absent, null and a value are three different states", "[nullable]") {
    nullable<std::string> n;
    CHECK(what(n) == is::absent);
    n = nullptr;
    CHECK(what(n) == is::null);
    n = "text";
    CHECK(what(n) == is::value);
    CHECK(*n == "text");
    CHECK(n->size() == 4);
    n = nullptr;
    CHECK(what(n) == is::null);
    n.emplace(3u, 'x');
    CHECK(what(n) == is::value);
    CHECK(*n == "xxx");
    *n = "";
    CHECK(what(n) == is::value); // empty is not null
    n.reset();
    CHECK(what(n) == is::absent);
    n = nullptr;
    n.reset();
    CHECK(what(n) == is::absent);
}

TEST_CASE("a false value is a value", "[nullable]") {
    nullable<bool> n = false;
    CHECK(what(n) == is::value);
    CHECK_FALSE(*n);
    CHECK(what(nullable<bool>(nullptr)) == is::null);
    CHECK(what(nullable<int>(0)) == is::value);
}

TEST_CASE("two absences, two nulls and two equal values are equal", "[nullable]") {
    nullable<std::string> const absent, null = nullptr, empty = "", text = "a";
    nullable<std::string> const* all[] = {&absent, &null, &empty, &text};
    for (auto const* a : all)
        for (auto const* b : all) CHECK((*a == *b) == (a == b));
    CHECK(null == nullptr);
    CHECK(absent != nullptr);
    CHECK(text == "a");
    CHECK(null != "a");
}

TEST_CASE("value_or takes the other value for null and absence", "[nullable]") {
    CHECK(nullable<int>().value_or(7) == 7);
    CHECK(nullable<int>(nullptr).value_or(7) == 7);
    CHECK(nullable<int>(0).value_or(7) == 0);
    CHECK(nullable<std::string>("a").value_or("b") == "a");
}

TEST_CASE("a value is moved, and kept unchanged", "[nullable]") {
    nullable<std::unique_ptr<int>> n = std::make_unique<int>(7);
    auto const other = std::move(n);
    CHECK(**other == 7);
    nullable<std::vector<int>> list = std::vector{1, 2};
    list->push_back(3);
    CHECK(list == std::vector{1, 2, 3});
}

} // namespace nullable_test
