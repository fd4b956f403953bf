#include <dynabackup/testing/round_trip.hpp>

#include "fixtures.hpp"

using namespace dynabackup;
using namespace dynabackup::testing;
using namespace fixtures;
using T = aws::BackupSummary;

TEST_CASE("a text comes back if its model does and nothing is lost", "[testing]") {
    CHECK(round_trips<T>().judge(backup_summary().text()).holds);
    CHECK(round_trips<T>()
              .judge(R"({"BackupName": "w", "BackupStatus": "NEW"})")
              .holds); // whatever the rules say
    CHECK_FALSE(round_trips<T>().judge(R"({"Extra": 1})").holds);
    CHECK_FALSE(round_trips<T>().judge(R"({"BackupName": 1})").holds);
    CHECK_FALSE(round_trips<T>().judge("{").holds);
}

TEST_CASE("a model comes back in a format that keeps its times", "[testing]") {
    T model;
    model.backup_creation_date_time = timestamp(std::chrono::nanoseconds(1'708'055'245'570'000'001));
    CHECK(round_trips<T>().judge(model).holds);
    CHECK_FALSE(round_trips<T>(format::aws_cli).judge(model).holds);
    model.backup_creation_date_time = timestamp(std::chrono::microseconds(1'708'055'245'570'001));
    CHECK(round_trips<T>(format::aws_cli).judge(model).holds);
}

TEST_CASE("a model that cannot be written does not come back", "[testing]") {
    auto const seen = round_trips<aws::BackupDetails>().judge(aws::BackupDetails{});
    CHECK_FALSE(seen.holds);
    CHECK(seen.seen.find("[json.missing-member]") != std::string::npos);
}
