#include <dynabackup/report.hpp>
#include <dynabackup/rules/reading.hpp>

#include "catch.hpp"

using namespace dynabackup;

TEST_CASE("an empty report is good", "[report]") {
    report const r;
    CHECK(r.ok());
    CHECK(r.empty());
    CHECK(r.size() == 0);
    CHECK(r.begin() == r.end());
}

TEST_CASE("a report is good until an error is counted", "[report]") {
    report r;
    summary counts;
    auto take = [&](rule const& what) {
        finding f;
        f.rule = &what;
        f.severity = what.severity;
        counts.count(f);
        r.take(std::move(f));
        r.set_summary(counts);
    };
    take(reading::unknown_member);
    take(reading::null_member);
    CHECK(r.ok());
    take(reading::syntax);
    CHECK_FALSE(r.ok());
    REQUIRE(r.size() == 3);
    CHECK(r[2].rule == &reading::syntax);
    CHECK(r.summary().count(severity::error) == 1);
}
