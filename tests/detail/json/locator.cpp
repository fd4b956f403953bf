#include <dynabackup/detail/json/locator.hpp>

#include "catch.hpp"
#include "reading.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace detail_json_locator_test {

using namespace dynabackup::json;
using dynabackup::path_step;
using reading_test::exact;

namespace {

/// A text with its index and a locator.
struct located {
    explicit located(std::string_view source) : bytes(source), text(bytes), find_in(text) {
        REQUIRE(index.build(text));
    }

    /// Returns the value at a path, or `!` and the text of the container if there is none.
    std::string at(std::vector<path_step> const& steps) {
        auto const place = find_in.find(index.begin(), steps);
        return (place.found ? "" : "!") + std::string(find_in.raw(place.token, 40));
    }

    exact bytes;
    std::string_view text;
    structural_index index;
    locator find_in;
};

path_step const a{"a"}, b{"b"};
path_step element(std::size_t i) { return path_step{i}; }

} // namespace

TEST_CASE("values are found by their path", "[json]") {
    located l(R"({"a":[1,[2,3],{"b":"x"}],"b":{"a":4,"a":5},"c~/d":6})");
    CHECK(l.at({a, element(0)}) == "1");
    CHECK(l.at({a, element(1), element(1)}) == "3");
    CHECK(l.at({a, element(2), b}) == "\"x\"");
    CHECK(l.at({b, a}) == "5"); // of duplicates, the last one is read
    CHECK(l.at({path_step{"c~/d"}}) == "6");
    CHECK(l.at({}).substr(0, 5) == "{\"a\":");
    CHECK(l.at({a, element(0)}) == "1"); // backward
}

TEST_CASE("an absent value is at its container", "[json]") {
    located l(R"({"a":[1,[]],"b":{}})");
    CHECK(l.at({path_step{"c"}})[0] == '!');
    CHECK(l.at({a, element(2)}) == "![1,[]]");
    CHECK(l.at({a, element(1), element(0)}) == "![]");
    CHECK(l.at({b, a}) == "!{}");
    CHECK(l.at({a, a}) == "![1,[]]");
    CHECK(l.at({b, element(0)}) == "!{}");
    CHECK(l.at({a, element(0), a}) == "!1");
    CHECK(l.at({a, element(0)}) == "1"); // a failure does not matter later
}

TEST_CASE("names with escapes are found by the characters that they mean", "[json]") {
    located l(R"({"\u0061":1,"\"}":2})");
    CHECK(l.at({a}) == "1");
    CHECK(l.at({path_step{"\"}"}}) == "2");
}

TEST_CASE("a raw value ends at a character, and has a maximum number of bytes", "[json]") {
    auto const raw = [](std::string_view text, std::size_t size) {
        structural_index index;
        exact const bytes(text);
        REQUIRE(index.build(bytes));
        return std::string(locator(bytes).raw(index.begin(), size));
    };
    CHECK(raw("[ 1 , 2 ] ", 100) == "[ 1 , 2 ]");
    CHECK(raw("[ 1 , 2 ] ", 5) == "[ 1 ,");
    CHECK(raw("12  ", 100) == "12");
    CHECK(raw("123", 2) == "12");
    CHECK(raw("\"\u00e9\u20ac\"", 2) == "\"");
    CHECK(raw("\"\u00e9\u20ac\"", 3) == "\"\u00e9");
    CHECK(raw("\"\u00e9\u20ac\"", 5) == "\"\u00e9");
    CHECK(raw("\"\u00e9\u20ac\"", 6) == "\"\u00e9\u20ac");
    CHECK(raw("\"\u00e9\u20ac\"", 7) == "\"\u00e9\u20ac\"");
    CHECK(raw("{}", 2) == "{}");
}

TEST_CASE("the token after a value is found by its brackets", "[json]") {
    structural_index index;
    std::string_view const text = R"([{"a":[{}]},"]",3])";
    REQUIRE(index.build(text));
    CHECK(*behind_value(text, index.begin() + 1) == 11);
    CHECK(*behind_value(text, index.begin()) == text.size());
}

TEST_CASE("a member is found after others, as long as these are members", "[json]") {
    auto const found = [](std::string_view text) {
        structural_index index;
        exact const bytes(text);
        REQUIRE(index.build(bytes));
        locator in(bytes);
        auto const* const value = in.find_member(index.begin(), "b");
        return value ? std::string(in.raw(value, 40)) : "none";
    };
    CHECK(found(R"(,"a":1,"b":[2]})") == "[2]");
    CHECK(found(R"(,"b":1,"b":2})") == "2"); // the last one counts
    for (auto text : {"}", ",", ",7", R"(,"a":1})", R"(,"a":1)", R"(,"a":1 "b":2})"}) {
        CAPTURE(text);
        CHECK(found(text) == "none");
    }
}

} // namespace detail_json_locator_test
