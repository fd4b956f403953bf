#include <dynabackup/detail/check/selection.hpp>

#include "catch.hpp"

namespace detail_check_selection_test {

using namespace dynabackup;

TEST_CASE("rules are selected by edition, only and disable", "[selection]") {
    rule const& r = reading::time_format;
    CHECK(is_active(r, {}));
    CHECK(is_active(r, {.only = {"timestamp.*"}}));
    CHECK_FALSE(is_active(r, {.only = {"json.*"}}));
    CHECK_FALSE(is_active(r, {.only = {"timestamp.*"}, .disable = {"timestamp.format"}}));
    constexpr rule later{"a.b", severity::note, edition::v2018_08_06, "", ""};
    CHECK_FALSE(is_active(later, {.edition = edition::v2017_11_29}));
    CHECK(is_active(later, {.edition = edition::v2018_08_06}));
}

TEST_CASE("the last severity that is given for a rule counts", "[selection]") {
    rule const& r = reading::unknown_member;
    CHECK(severity_of(r, {}) == severity::note);
    CHECK(severity_of(r, {.strict = true}) == severity::error);
    CHECK(severity_of(reading::null_member, {.strict = true}) == severity::warning);
    check_options chosen{.strict = true};
    chosen.severities = {{"json.*", severity::error}, {"json.unknown-member", severity::warning}};
    CHECK(severity_of(r, chosen) == severity::warning);
}

} // namespace detail_check_selection_test
