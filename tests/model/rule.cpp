#include <dynabackup/model/rule.hpp>
#include <dynabackup/rules/reading.hpp>

#include "catch.hpp"

#include <set>

namespace model_rule_test {

using namespace dynabackup;

TEST_CASE("severities are ordered and have names", "[rule]") {
    STATIC_REQUIRE(severity::note < severity::warning);
    STATIC_REQUIRE(severity::warning < severity::error);
    STATIC_REQUIRE(to_text(severity::error) == "error");
    STATIC_REQUIRE(to_text(severity::warning) == "warning");
    STATIC_REQUIRE(to_text(severity::note) == "note");
}

TEST_CASE("the rules of reading are complete and distinct", "[rule]") {
    std::set<std::string_view> ids;
    for (auto const* r : reading::all) {
        CAPTURE(r->id);
        CHECK(ids.insert(r->id).second);
        CHECK(r->id.find('.') != r->id.npos);
        CHECK_FALSE(r->meaning.empty());
        CHECK_FALSE(r->cite.empty());
        CHECK(r->since == edition::v2017_11_29);
        CHECK(r->until == edition::latest);
    }
    CHECK(reading::unknown_member.severity == severity::note);
    CHECK(reading::null_member.severity == severity::warning);
    for (auto const* r : reading::all)
        CHECK((r->severity == severity::error) ==
              (r != &reading::unknown_member && r != &reading::null_member && r != &reading::embedded &&
               r != &reading::other_spelling && r != &reading::other_times && r != &reading::nothing_known));
}

TEST_CASE("a rule is in force from its first day to its last", "[rule]") {
    auto r = reading::syntax;
    CHECK(r.in_force(edition::v2017_11_29));
    CHECK(r.in_force(edition::latest));
    r.since = edition::v2018_08_06;
    r.until = edition::v2019_01_16;
    CHECK_FALSE(r.in_force(edition{2018'08'05}));
    CHECK(r.in_force(edition{2018'08'06}));
    CHECK(r.in_force(edition{2019'01'16}));
    CHECK_FALSE(r.in_force(edition{2019'01'17}));
}

} // namespace model_rule_test
