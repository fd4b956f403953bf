#include <dynabackup/catalogue.hpp>
#include <dynabackup/check_example.hpp>

#include "catch.hpp"

#include <algorithm>
#include <set>
#include <string>

using namespace dynabackup;

namespace {

using names = std::vector<std::string_view>;

} // namespace

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

TEST_CASE("two rules do not share an id", "[catalogue]") {
    detail::for_each_rule([](rule const* r, std::string_view) {
        CAPTURE(std::string(r->id));
        CHECK(std::ranges::count(catalogue, r) == 1);
    });
}

TEST_CASE("the catalogue knows which shapes a rule reads", "[catalogue]") {
    auto const of = [](std::string_view id) {
        return shapes_of(**std::ranges::find(catalogue, id, &rule::id));
    };
    CHECK(of("json.syntax").empty());
    CHECK(of("list.size").empty()); // of every shape, and by a rule of Projection
    CHECK(of("on-demand-throughput.value") == names{"OnDemandThroughput"});
    CHECK(of("key-schema.range-count") == names{"GlobalSecondaryIndex", "GlobalSecondaryIndexInfo"});
    CHECK(of("provisioned-throughput.minimum") ==
          names{"BackupDescription", "DynamoDBTableBackup", "SourceTableDetails"});
    auto another = reading::syntax; // of somebody else
    another.id = "another.rule";
    CHECK(shapes_of(another).empty());
    CHECK(of("list.limit") == names{"ListBackupsOutput"});
    CHECK(of("create.name-echo") == names{"CreateBackupOutput"});
    CHECK(of("backup.arn-echo") == names{"DeleteBackupOutput", "DescribeBackupOutput"});
}

TEST_CASE("the catalogue knows which rules need a request", "[catalogue]") {
    for (auto const* r : catalogue) {
        CAPTURE(std::string(r->id));
        bool const is_of_list =
            r->id.starts_with("list.") && r->id != "list.last-evaluated" && r->id != "list.size";
        CHECK(needs_request(*r) == (is_of_list || r->id == "create.name-echo" || r->id == "backup.arn-echo"));
    }
}

TEST_CASE("the example of every rule breaks that rule once, and no other", "[catalogue][example]") {
    for (auto const* r : catalogue) {
        CAPTURE(std::string(r->id), std::string(r->example.broken));
        REQUIRE_FALSE(r->example.broken.empty());
        auto const broken = check_example(*r, r->example.broken);
        CHECK(broken.summary().documents > 0);
        REQUIRE(broken.size() == 1);
        CHECK(broken[0].rule == r);
        CHECK(broken[0].severity == r->severity);
    }
}

TEST_CASE("the example of every rule has a repaired text without findings", "[catalogue][example]") {
    for (auto const* r : catalogue) {
        CAPTURE(std::string(r->id), std::string(r->example.sound));
        REQUIRE_FALSE(r->example.sound.empty());
        auto const sound = check_example(*r, r->example.sound);
        CHECK(sound.summary().documents > 0);
        for (auto const& f : sound) FAIL_CHECK(std::string(f.rule->id) + ' ' + f.path);
    }
}
