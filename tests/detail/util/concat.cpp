#include <dynabackup/detail/util/concat.hpp>

#include "catch.hpp"

#include <cstdint>
#include <limits>
#include <string>

namespace detail_util_concat_test {

using dynabackup::concat;

namespace {
constexpr std::string_view nothing, a = "a", bc = "bc";
}

TEST_CASE("text, characters and numbers are joined", "[concat]") {
    CHECK(concat().empty());
    CHECK(concat("a", std::string("b"), std::string_view("c"), 'd', 5, std::size_t{6}) == "abcd56");
    CHECK(concat(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
    CHECK(concat(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615");
}

TEST_CASE("constants are joined", "[concat]") {
    STATIC_REQUIRE(dynabackup::joined<a, bc, nothing, a> == "abca");
    STATIC_REQUIRE(dynabackup::joined<nothing>.empty());
    STATIC_REQUIRE(dynabackup::joined<>.empty());
}

} // namespace detail_util_concat_test
