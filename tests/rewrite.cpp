// The program of docs/writing.md is examples/rewrite.cpp, and does what the page says.
#define main rewrite
#include "../examples/rewrite.cpp"
#undef main

#include "catch.hpp"
#include "instances.hpp"
#include "program.hpp"

TEST_CASE("the page on writing shows the program of the examples", "[docs]") {
    CHECK(program_test::shows("docs/writing.md", "examples/rewrite.cpp"));
}

TEST_CASE("the program that rewrites a page keeps the rest of it", "[docs]") {
    auto const ran = program_test::run(
        rewrite,
        R"({"BackupSummaries":[{"BackupName":"nightly","Colour":"red","TableId":"x"}],"NextToken":"t"})");
    CHECK(ran.status == 0);
    CHECK(ran.out == R"({
    "BackupSummaries": [
        {
            "BackupName": "nightly",
            "Colour": "red"
        }
    ],
    "NextToken": "t"
}
)");
}
