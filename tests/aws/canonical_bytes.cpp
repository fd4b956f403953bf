#include <dynabackup/aws/canonical_bytes.hpp>

#include "catch.hpp"

#include <string>
#include <utility>
#include <vector>

namespace aws_canonical_bytes_test {

using namespace dynabackup::aws;
using V = AttributeValue;

namespace {

std::string bytes_of(auto const& value) {
    std::string out;
    append_canonical(out, value);
    return out;
}

} // namespace

TEST_CASE("equal values have the same bytes", "[aws][canonical]") {
    std::vector<std::pair<V, V>> const all{
        {V::N("10"), V::N("1e1")},
        {V::N("-0"), V::N("0.00")},
        {V::N("0.5"), V::N("+.50")},
        {V::B(std::vector{std::byte{1}}), V::B(std::vector{std::byte{1}})},
        {V::SS({"a", "b"}), V::SS({"b", "a"})},
        {V::NS({"1", "20"}), V::NS({"2E1", "1.0"})},
        {V::BS({"AQ==", "Ag=="}), V::BS({"Ag==", "AR=="})}, // the last bits do not count
        {V::M({{"a", V::N("1")}, {"b", V::null()}}), V::M({{"b", V::null()}, {"a", V::N("1.0")}})},
        {V::L({V::BOOL(true), V::N("100")}), V::L({V::BOOL(true), V::N("1E2")})}};
    for (auto const& [a, b] : all) {
        CAPTURE(to_json(a), to_json(b));
        CHECK(a == b);
        CHECK(bytes_of(a) == bytes_of(b));
    }
}

TEST_CASE("different values have different bytes, and none is a prefix of another", "[aws][canonical]") {
    std::vector<V> const all{V::S(""),
                             V::S("a"),
                             V::S("ab"),
                             V::S("1"),
                             V::S(std::string(127, 'a')),
                             V::S(std::string(128, 'a')),
                             V::S(std::string(20'000, 'a')),
                             V::N("1"),
                             V::N("10"),
                             V::N("-1"),
                             V::N("0"),
                             V::N("none"),
                             V::N(""),
                             V::B(std::vector<std::byte>{}),
                             V::B(std::vector{std::byte{1}}),
                             V::BOOL(false),
                             V::BOOL(true),
                             V::null(),
                             V::M({}),
                             V::M({{"a", V::S("b")}}),
                             V::M({{"ab", V::S("")}}),
                             V::M({{"a", V::S("b")}, {"c", V::null()}}),
                             V::M({{"a", V::M({{"c", V::null()}})}}),
                             V::L({}),
                             V::L({V::S("a")}),
                             V::L({V::S("a"), V::S("b")}),
                             V::L({V::S("b"), V::S("a")}),
                             V::L({V::L({V::S("a"), V::S("b")})}),
                             V::SS({}),
                             V::SS({"a"}),
                             V::SS({"a", "a"}),
                             V::SS({"a", "b"}),
                             V::NS({"1"}),
                             V::BS({"AQ=="})};
    for (auto const& a : all)
        for (auto const& b : all) {
            CAPTURE(to_json(a), to_json(b));
            CHECK(bytes_of(b).starts_with(bytes_of(a)) == (&a == &b));
        }
}

TEST_CASE("the bytes of a number contain its length, however long it is", "[aws][canonical]") {
    for (std::size_t digits : {1U, 38U, 99U, 100U, 101U, 124U, 125U, 126U, 200U, 20'000U}) {
        CAPTURE(digits);
        auto const number = std::string(digits, '7');
        std::string expected = "b"; // a number
        append_canonical(expected, std::string_view(canonical(*read_decimal_text(number))));
        CHECK(bytes_of(V::N(number)) == expected);
    }
}

TEST_CASE("the order of attributes does not matter to an item's bytes", "[aws][canonical]") {
    AttributeMap const a{{"pk", V::S("1")}, {"n", V::N("2")}}, b{{"n", V::N("2.0")}, {"pk", V::S("1")}};
    CHECK(bytes_of(a) == bytes_of(b));
    CHECK(bytes_of(a) != bytes_of(AttributeMap{{"pk", V::S("1")}}));
    CHECK(bytes_of(AttributeMap{}) != "");
}

} // namespace aws_canonical_bytes_test
