#include <dynabackup/detail/json/structural_index.hpp>

#include "catch.hpp"
#include "reading.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace detail_json_structural_index_test {

using dynabackup::json::structural_index;
using reading_test::exact;

namespace {

std::vector<std::uint32_t> places(std::string_view text) {
    structural_index index;
    REQUIRE(index.build(exact(text)));
    return {index.begin(), index.end()};
}

using list = std::vector<std::uint32_t>;

} // namespace

TEST_CASE("every token of a text has its offset", "[json]") {
    CHECK(places(R"({"a":[1,true]})") == list{0, 1, 4, 5, 6, 7, 8, 12, 13});
    CHECK(places(" \n\"a\\\"{\"\t: -1 ") == list{2, 9, 11}); // nothing inside a string is a token
    CHECK(places("") == list{});
    CHECK(places(" \r\n\t ") == list{});
    CHECK(places("7") == list{0});
}

TEST_CASE("the size of the text follows the last token", "[json]") {
    for (std::size_t size = 1; size < 300; ++size) {
        std::string const text(size, '7');
        structural_index index;
        REQUIRE(index.build(exact(text)));
        REQUIRE(index.end() - index.begin() == 1);
        if (*index.end() != size) FAIL(size);
    }
}

TEST_CASE("the first stage refuses invalid text", "[json]") {
    structural_index index;
    CHECK_FALSE(index.build("\"open"));
    CHECK_FALSE(index.build("\"a\nb\""));
    CHECK_FALSE(index.build(std::string_view("\"\0\"", 3)));
    CHECK_FALSE(index.build("\"\xFF\""));
    CHECK_FALSE(index.build("\"\xED\xA0\x80\""));
    CHECK_FALSE(index.build(R"(x"{"a":1})"));
    CHECK(index.begin() == index.end());
}

TEST_CASE("an index is reused for longer and shorter texts", "[json]") {
    structural_index index;
    for (std::size_t size : {5u, 5000u, 1u, 100'000u, 0u, 3u}) {
        std::string text;
        while (text.size() + 2 <= size) text += "[]";
        REQUIRE(index.build(exact(text)));
        CHECK(static_cast<std::size_t>(index.end() - index.begin()) == text.size());
    }
}

} // namespace detail_json_structural_index_test
