// The program of docs/generating.md is examples/property_test.cpp, and does what the page says.
#define main property_test
#include "../examples/property_test.cpp"
#undef main

#include "catch.hpp"
#include "program.hpp"

using namespace program_test;

TEST_CASE("the page on generating shows the program of the examples", "[docs]") {
    CHECK(shows("docs/generating.md", "examples/property_test.cpp"));
}

TEST_CASE("the program that tests by generated pages accepts valid ones, and tells what it sees", "[docs]") {
    auto const ran = program_test::run(property_test, "");
    CHECK(ran.status == 0);
    CHECK(ran.out.find("refused") == std::string::npos);
    CHECK(ran.out.find("backup.expired is overlooked\n") != std::string::npos); // nobody says what time it is
    CHECK(ran.out.find("backup.system-expiry is seen\n") != std::string::npos);
}
