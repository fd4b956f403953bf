// The program of the README is examples/quick_start.cpp, and does what the README says.
#define main quick_start
#include "../examples/quick_start.cpp"
#undef main

#include "catch.hpp"
#include "program.hpp"

using namespace program_test;

TEST_CASE("the README shows the program of the examples", "[readme]") {
    CHECK(shows("README.md", "examples/quick_start.cpp"));
}

TEST_CASE("the README's program finds the defect of the sample page, and lists what is available",
          "[readme]") {
    auto const [status, out] = run(quick_start, read("examples/sample-dump/1-list-backups.json"));
    CHECK(status == 1);
    CHECK(out.starts_with("44:37 /BackupSummaries/3/BackupExpiryDateTime: "));
    CHECK(out.find("[backup.system-expiry]\n") != std::string::npos);
    CHECK(out.find("table/Bookings/backup/01767484801234-4e1f0a7b\n") != std::string::npos);
    CHECK(out.find("table/Bookings/backup/01768521600902-77665544\n") == std::string::npos); // CREATING
}

TEST_CASE("the README shows what the checker prints for the sample dump", "[readme]") {
    auto const readme = read("README.md");
    CHECK(readme.find("3 files, 7 documents, 12 records (1 rejected): 6 errors, 0 warnings, 0 notes") !=
          std::string::npos);
}
