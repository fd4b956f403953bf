#include <dynabackup/model/simple_shape.hpp>

#include "catch.hpp"

namespace model_simple_shape_test {

using namespace dynabackup;

namespace {

constexpr pattern digits{"[0-9]+", [](std::string_view text) {
                             return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
                         }};
constexpr simple_shape Steady{"Steady", simple_type::integer, {.since = edition::v2018_08_06, .min = -1}};
constexpr simple_shape Changed{"Changed",
                               simple_type::string,
                               {.since = edition::v2017_11_29, .max = 5},
                               {.since = edition::v2019_01_16, .min = 1, .pattern = &digits}};
constexpr simple_shape List{
    .name = "List", .type = simple_type::list, .first = {.since = edition::v2017_11_29}, .element = &Steady};

} // namespace

TEST_CASE("a limit that is not documented is absent", "[model]") {
    STATIC_REQUIRE(Steady.first.has_min());
    STATIC_REQUIRE_FALSE(Steady.first.has_max());
    STATIC_REQUIRE(Steady.first.pattern == nullptr);
    STATIC_REQUIRE(Steady.element == nullptr);
}

TEST_CASE("limits that never changed are in force on every day", "[model]") {
    for (edition day : {edition::v2017_11_29, edition::v2018_08_06, edition::latest})
        CHECK(Steady.at(day).min == -1);
    STATIC_REQUIRE(List.at(edition::latest).since == edition::v2017_11_29);
    STATIC_REQUIRE(List.element == &Steady);
}

TEST_CASE("changed limits are in force from their day on", "[model]") {
    STATIC_REQUIRE(Changed.at(edition{2019'01'15}).max == 5);
    STATIC_REQUIRE_FALSE(Changed.at(edition{2019'01'15}).has_min());
    STATIC_REQUIRE(Changed.at(edition{2019'01'16}).min == 1);
    STATIC_REQUIRE_FALSE(Changed.at(edition{2019'01'16}).has_max());
    STATIC_REQUIRE(Changed.at(edition::latest).pattern == &digits);
    CHECK(Changed.at(edition::latest).pattern->matches("123"));
    CHECK_FALSE(Changed.at(edition::latest).pattern->matches("12a"));
}

} // namespace model_simple_shape_test
