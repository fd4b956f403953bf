#include <dynabackup/open_enum.hpp>

#include "catch.hpp"

#include <boost/describe/enum.hpp>

namespace open_enum_test {

namespace open_enum_test {

enum class Colour { RED, DARK_RED, GREEN = 7 };
BOOST_DESCRIBE_ENUM(Colour, RED, DARK_RED, GREEN)

enum class Version { v1_0, v2_0, next };
BOOST_DESCRIBE_ENUM(Version, v1_0, v2_0, next)
constexpr std::string_view renamed(Version v) {
    return v == Version::v1_0 ? "1.0" : v == Version::v2_0 ? "2.0" : "";
}

} // namespace open_enum_test

using namespace dynabackup;
using open_enum_test::Colour;
using open_enum_test::Version;

TEST_CASE("the name of an enumerator is its wire value in both directions", "[open_enum]") {
    STATIC_REQUIRE(name_of(Colour::DARK_RED) == "DARK_RED");
    STATIC_REQUIRE(name_of(Colour{3}).empty());
    Colour value = Colour::RED;
    CHECK(read_enumerator("GREEN", value));
    CHECK(value == Colour::GREEN);
    for (auto text : {"", "green", "GREE", "GREEN ", "RED_DARK"}) {
        CAPTURE(text);
        CHECK_FALSE(read_enumerator(text, value));
        CHECK(value == Colour::GREEN); // unchanged
    }
}

TEST_CASE("the wire value of an enumerator may differ from its name", "[open_enum]") {
    STATIC_REQUIRE(name_of(Version::v1_0) == "1.0");
    STATIC_REQUIRE(name_of(Version::next) == "next");
    open_enum<Version> version("2.0");
    CHECK(version == Version::v2_0);
    CHECK(version.text() == "2.0");
    version.assign("next");
    CHECK(version == Version::next);
    version.assign("v1_0"); // not a wire value
    CHECK_FALSE(version.known());
    CHECK(version.text() == "v1_0");
    CHECK(open_enum<Version>(Version::v1_0).text() == "1.0");
}

TEST_CASE("a value that the enumeration knows is an enumerator", "[open_enum]") {
    open_enum<Colour> colour("DARK_RED");
    CHECK(colour.known());
    CHECK(colour == Colour::DARK_RED);
    CHECK(colour != Colour::RED);
    CHECK(colour.value() == Colour::DARK_RED);
    CHECK(colour.text() == "DARK_RED");
    CHECK(colour == open_enum<Colour>(Colour::DARK_RED));
}

TEST_CASE("a value that the enumeration does not know is kept as text", "[open_enum]") {
    open_enum<Colour> colour("ULTRAVIOLET");
    CHECK_FALSE(colour.known());
    CHECK_FALSE(colour.value().has_value());
    CHECK(colour.text() == "ULTRAVIOLET");
    CHECK(colour == open_enum<Colour>("ULTRAVIOLET"));
    CHECK_FALSE(colour == open_enum<Colour>("INFRARED"));
    CHECK_FALSE(colour == Colour::RED);
    CHECK_FALSE(colour == open_enum<Colour>(Colour::RED));
    CHECK(name_of(static_cast<Colour>(99)).empty());

    SECTION("until another is assigned") {
        colour.assign("RED");
        CHECK(colour == Colour::RED);
        CHECK(colour == open_enum<Colour>("RED")); // the text is gone
        colour.assign("INFRARED");
        CHECK(colour == open_enum<Colour>("INFRARED"));
        colour = Colour::GREEN;
        CHECK(colour.text() == "GREEN");
    }
}

TEST_CASE("without a value, it is the empty text", "[open_enum]") {
    open_enum<Colour> colour;
    CHECK_FALSE(colour.known());
    CHECK(colour.text().empty());
    CHECK(colour == open_enum<Colour>(""));
    CHECK_FALSE(colour == Colour::RED); // the number of both is 0
}

} // namespace open_enum_test
