#include <dynabackup/model/member.hpp>

#include "catch.hpp"

#include <boost/describe/class.hpp>

#include <string>

namespace model_member_test {

namespace member_test {

struct Point {
    std::int64_t x = 0, y = 0;
    std::optional<std::string> label{};
};
BOOST_DESCRIBE_STRUCT(Point, (), (x, y, label))

constexpr dynabackup::simple_shape Number{
    "Number", dynabackup::simple_type::long_, {.since = dynabackup::edition::v2017_11_29}};
constexpr dynabackup::simple_shape Former{
    "Former", dynabackup::simple_type::long_, {.since = dynabackup::edition::v2017_11_29}};

} // namespace member_test

using namespace dynabackup;
using member_test::Former;
using member_test::Number;
using member_test::Point;

TEST_CASE("a member is found by its pointer among members of the same type and of other types", "[model]") {
    STATIC_REQUIRE(describe<&Point::x>().member == describe<&Point::x>().member);
    STATIC_REQUIRE(describe<&Point::x>().member != describe<&Point::y>().member);
    STATIC_REQUIRE(describe<&Point::y>().member != describe<&Point::label>().member);
    STATIC_REQUIRE(describe<&Point::label>().member == dynabackup::detail::address_of(&Point::label));
    STATIC_REQUIRE(std::is_same_v<struct_of<&Point::y>, Point>);
}

TEST_CASE("a member has no special facts at first", "[model]") {
    constexpr auto f = describe<&Point::x>();
    STATIC_REQUIRE(f.entered == edition::v2017_11_29);
    STATIC_REQUIRE(f.obliged == edition::v2017_11_29);
    STATIC_REQUIRE(f.simple == nullptr);
    STATIC_REQUIRE(f.at(edition::latest) == nullptr);
    STATIC_REQUIRE((f.name.empty() && f.alias.empty() && !f.limits_by_rule && !f.empty_is_absent));
    STATIC_REQUIRE(describe<&Point::x>(Number).simple == &Number);
}

TEST_CASE("each fact is added to the earlier ones", "[model]") {
    constexpr auto f = describe<&Point::y>(Number)
                           .since(edition::v2018_08_06)
                           .before(edition::v2023_03_08, Former)
                           .named("Y")
                           .also("why")
                           .by_rule()
                           .or_empty();
    STATIC_REQUIRE(f.member == describe<&Point::y>().member);
    STATIC_REQUIRE((f.entered == edition::v2018_08_06 && f.obliged == edition::v2018_08_06));
    STATIC_REQUIRE((f.name == "Y" && f.alias == "why" && f.limits_by_rule && f.empty_is_absent));

    SECTION("its simple shape depends on the day") {
        STATIC_REQUIRE(f.at(edition{2023'03'07}) == &Former);
        STATIC_REQUIRE(f.at(edition{2023'03'08}) == &Number);
        STATIC_REQUIRE(f.at(edition::latest) == &Number);
    }
    SECTION("it may be required later than it was added") {
        STATIC_REQUIRE(f.required_since(edition::v2019_11_21).obliged == edition::v2019_11_21);
        STATIC_REQUIRE(f.required_since(edition::v2019_11_21).entered == edition::v2018_08_06);
    }
}

} // namespace model_member_test
