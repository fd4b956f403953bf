// The program of docs/own-rules.md is examples/own_rule.cpp, and does what the page says.
#define main own_rule
#include "../examples/own_rule.cpp"
#undef main

#include "catch.hpp"
#include "program.hpp"

using namespace program_test;

TEST_CASE("the page on rules of one's own shows the program of the examples", "[docs]") {
    CHECK(shows("docs/own-rules.md", "examples/own_rule.cpp"));
}

TEST_CASE("the program with a rule of its own finds what breaks it", "[docs]") {
    std::string const text = "{\"BackupSummaries\":[\n"
                             "{\"BackupName\":\"Orders-nightly\",\"TableName\":\"Orders\"},\n"
                             "{\"BackupName\":\"before-move\",\"TableName\":\"Orders\"}]}";
    auto const ran = program_test::run(own_rule, text);
    CHECK(ran.status == 0); // a warning
    CHECK(ran.out.starts_with("3:15 /BackupSummaries/1/BackupName: "));
    CHECK(ran.out.find(" [acme.nightly]\n") != std::string::npos);
    CHECK(program_test::run(own_rule, "{\"BackupSummaries\":[]}").out.empty());
}
