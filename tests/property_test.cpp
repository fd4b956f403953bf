// The program of docs/generating.md is examples/property_test.cpp, and does what the page says.
#include "instances.hpp"

#define main property_test
#include "../examples/property_test.cpp"
#undef main

#include "catch.hpp"
#include "program.hpp"

using namespace program_test;

TEST_CASE("the page on generating shows the program of the examples", "[docs]") {
    CHECK(shows("docs/generating.md", "examples/property_test.cpp"));
}

TEST_CASE("the program that tests by generated documents accepts valid ones, and tells what is overlooked",
          "[docs]") {
    auto const ran = program_test::run(property_test, "");
    CHECK(ran.status == 0);
    CHECK(ran.out.find("refused") == std::string::npos);
    CHECK(ran.out.find("backup.expired is overlooked\n") != std::string::npos); // without the time
    CHECK(ran.out.find("lifecycle.status-regression is overlooked\n") !=
          std::string::npos); // without a history
    CHECK(ran.out.find("system-expiry") == std::string::npos);
}
