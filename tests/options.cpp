#include <dynabackup/options.hpp>

#include "catch.hpp"

namespace options_test {

using namespace dynabackup;

TEST_CASE("by default the latest edition is read, leniently and deep enough", "[options]") {
    options const chosen;
    CHECK(chosen.edition == edition::latest);
    CHECK_FALSE(chosen.strict);
    CHECK(chosen.max_depth == 1024);
    CHECK(chosen.only.empty());
    CHECK(chosen.disable.empty());
    CHECK(chosen.expiry_tolerance == std::chrono::seconds(1));
}

TEST_CASE("a rule is chosen by its id or its family", "[options]") {
    STATIC_REQUIRE(selects("json.syntax", "json.syntax"));
    STATIC_REQUIRE(selects("json.*", "json.syntax"));
    STATIC_REQUIRE(selects("*", "json.syntax"));
    STATIC_REQUIRE_FALSE(selects("json.syn", "json.syntax"));
    STATIC_REQUIRE_FALSE(selects("json.syntax.more", "json.syntax"));
    STATIC_REQUIRE_FALSE(selects("jsonx.*", "json.syntax"));
    STATIC_REQUIRE_FALSE(selects("", "json.syntax"));
}

} // namespace options_test
