#include <dynabackup/catalogue.hpp>

#include "catch.hpp"

#include <algorithm>
#include <set>
#include <string>

using namespace dynabackup;

TEST_CASE("the catalogue has every rule once, sorted", "[catalogue]") {
    std::set<std::string_view> ids;
    for (auto const* r : catalogue) ids.insert(r->id);
    CHECK(ids.size() == catalogue.size());
    CHECK(std::ranges::is_sorted(catalogue, {}, &rule::id));
    for (auto const* r : reading::all) CHECK(ids.contains(r->id));
    for (auto id : {"key-schema.size", "key-schema.range-count", "projection.total-non-key-attributes",
                    "provisioned-throughput.minimum", "on-demand-throughput.empty", "backup.system-expiry"})
        CHECK(ids.contains(id));
}

TEST_CASE("every rule says what it means and who says so", "[catalogue]") {
    for (auto const* r : catalogue) {
        CAPTURE(std::string(r->id));
        CHECK_FALSE(r->meaning.empty());
        CHECK(r->meaning.ends_with('.'));
        CHECK_FALSE(r->cite.empty());
        CHECK(r->since >= edition::v2017_11_29);
        CHECK(r->since <= r->until);
    }
}
