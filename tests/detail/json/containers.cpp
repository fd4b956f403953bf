#include <dynabackup/detail/json/containers.hpp>
#include <dynabackup/detail/json/structural_index.hpp>

#include "catch.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace detail_json_containers_test {

using namespace dynabackup::json;

TEST_CASE("brackets and braces open and close, and nothing else does", "[json]") {
    for (int i = 0; i < 256; ++i) {
        auto const c = static_cast<char>(i);
        CAPTURE(i);
        CHECK(opens(c) == (c == '{' || c == '['));
        CHECK(closes(c) == (c == '}' || c == ']'));
    }
}

TEST_CASE("a value ends where its brackets do", "[json]") {
    constexpr std::string_view text = R"([{"a":[1,{}]},"x",[],2])";
    structural_index index;
    REQUIRE(index.build(text));
    auto const* const first = index.begin();
    auto const at = [&](std::uint32_t const* token) { return text.substr(*token, 1); };
    CHECK(behind_value(text, first) == index.end());
    CHECK(at(behind_value(text, first + 1)) == ","); // after the object
    auto const* const string = behind_value(text, first + 1) + 1;
    CHECK(at(string) == "\"");
    CHECK(behind_value(text, string) == string + 1);
    CHECK(behind_value(text, string + 2) == string + 4); // an empty list
}

TEST_CASE("a value without an end ends with the text", "[json]") {
    constexpr std::string_view text = R"([[{"a":[1,2)";
    structural_index index;
    REQUIRE(index.build(text));
    CHECK(behind_value(text, index.begin()) == index.end());
    CHECK(behind_value(text, index.begin() + 2) == index.end());
}

TEST_CASE("the containers that are open at a token are known", "[json]") {
    constexpr std::string_view text = R"([{"a":[]},[{"b":1)";
    structural_index index;
    REQUIRE(index.build(text));
    open_containers open;
    CHECK_FALSE(open.contains(index.begin()));
    open.assign(text, index.begin(), index.end());
    std::vector<std::size_t> offsets;
    for (auto const* token = index.begin(); token != index.end(); ++token)
        if (open.contains(token)) offsets.push_back(*token);
    CHECK(offsets == std::vector<std::size_t>{0, 10, 11});
    open.assign(text, index.begin() + 1, index.end());
    CHECK_FALSE(open.contains(index.begin())); // this part has not been looked at
}

} // namespace detail_json_containers_test
