#include <dynabackup/aws/exchange.hpp>
#include <dynabackup/detail/check/rule_uses.hpp>
#include <dynabackup/rule_catalog.hpp>
#include <dynabackup/rules/reading.hpp>
#include <dynabackup/rules/throughput.hpp>
#include <dynabackup/systems.hpp>

#include "fixtures.hpp"

#include <date/date.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace rule_catalog_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

using shape_names = std::vector<std::string>;

} // namespace

TEST_CASE("the catalogue has every rule once, sorted", "[rule_catalog]") {
    std::set<std::string_view> ids;
    for (auto const* r : rule_catalog()) ids.insert(r->id);
    CHECK(ids.size() == rule_catalog().size());
    CHECK(std::ranges::is_sorted(rule_catalog(), {}, &rule::id));
    for (auto const* r : reading::all) CHECK(ids.contains(r->id));
    for (auto id : {"key-schema.size", "key-schema.range-count", "projection.total-non-key-attributes",
                    "provisioned-throughput.minimum", "on-demand-throughput.empty", "backup.system-expiry"})
        CHECK(ids.contains(id));
}

TEST_CASE("every rule has a meaning and a source", "[rule_catalog]") {
    for (auto const* r : rule_catalog()) {
        CAPTURE(std::string(r->id));
        CHECK_FALSE(r->meaning.empty());
        CHECK(r->meaning.ends_with('.'));
        CHECK_FALSE(r->cite.empty());
        CHECK(r->since >= edition::v2017_11_29);
        CHECK(r->since <= r->until);
    }
}

TEST_CASE("no two rules share an id", "[rule_catalog]") {
    for (auto const* r : rule_catalog()) CHECK(std::ranges::count(rule_catalog(), r->id, &rule::id) == 1);
}

TEST_CASE("the catalogue has exactly the rules that are defined", "[rule_catalog]") {
    std::set<rule const*> made, listed(rule_catalog().begin(), rule_catalog().end());
    for (auto const& use : detail::rule_uses()) made.insert(use.which);
    for (auto const* r : made) {
        CAPTURE(std::string(r->id));
        CHECK(listed.contains(r));
    }
    for (auto const* r : listed) {
        CAPTURE(std::string(r->id));
        CHECK(made.contains(r));
    }
}

TEST_CASE("the catalogue knows which shapes a rule reads", "[rule_catalog]") {
    auto const of = [](std::string_view id) {
        return shapes_of(**std::ranges::find(rule_catalog(), id, &rule::id));
    };
    CHECK(of("json.syntax").empty());
    CHECK(of("list.size").empty()); // of every shape, and by a rule of Projection
    CHECK(of("on-demand-throughput.value") == shape_names{"OnDemandThroughput"});
    CHECK(of("key-schema.range-count") ==
          shape_names{"GlobalSecondaryIndex", "GlobalSecondaryIndexDescription", "GlobalSecondaryIndexInfo",
                      "aws.GlobalSecondaryIndex"});
    CHECK(of("provisioned-throughput.minimum") ==
          shape_names{"BackupDescription", "DynamoDBTable", "DynamoDBTableBackup",
                      "DynamoDBTableRestoreTarget", "SourceTableDetails", "TableCreationParameters",
                      "TableDescription"});
    auto another = reading::syntax; // not a rule of the library
    another.id = "another.rule";
    CHECK(shapes_of(another).empty());
    CHECK(of("list.limit") == shape_names{"ListBackupsOutput"});
    CHECK(of("create.name-echo") == shape_names{"CreateBackupOutput"});
    CHECK(of("backup.arn-echo") == shape_names{"DeleteBackupOutput", "DescribeBackupOutput"});
}

TEST_CASE("the catalogue knows which rules need an export", "[rule_catalog]") {
    std::set<std::string_view> ids;
    for (auto const* r : rule_catalog())
        if (needs_export(*r)) ids.insert(r->id);
    CHECK(ids.size() == 13);
    for (auto id : {"export.data-missing", "export.total-count", "change.keys"}) CHECK(ids.contains(id));
    for (auto id : {"export.version", "item.number", "json.syntax"}) CHECK_FALSE(ids.contains(id));
}

TEST_CASE("the catalogue knows which rules need a request", "[rule_catalog]") {
    for (auto const* r : rule_catalog()) {
        CAPTURE(std::string(r->id));
        bool const is_of_list = r->id.starts_with("list.") && r->id != "list.last-evaluated" &&
                                r->id != "list.size" && r->id != "list.cursor-repeated" &&
                                r->id != "list.duplicate-backup";
        bool const is_of_others =
            r->id.ends_with(".echo") || r->id.ends_with("-echo") || r->id.ends_with(".filter") ||
            r->id.ends_with(".limit") || r->id == "restore.unknown-index" ||
            r->id == "restore.changed-index" || r->id == "restore.another-backup" ||
            r->id == "restore.outside-recovery" || r->id == "clumio.restore-another-source" ||
            r->id == "clumio.restore-unknown-index" || r->id == "clumio.restore-changed-index" ||
            r->id == "clumio.restore-outside-recovery";
        CHECK(needs_request(*r) == (is_of_list || is_of_others));
    }
}

TEST_CASE("the example of every rule violates that rule once, and no other", "[rule_catalog][example]") {
    for (auto const* r : rule_catalog()) {
        if (needs_export(*r)) continue; // tests/table_export/check_export.cpp
        CAPTURE(std::string(r->id), std::string(r->example.invalid));
        REQUIRE_FALSE(r->example.invalid.empty());
        auto const all = check_example(*r, r->example.invalid);
        CHECK(all.summary().documents > 0);
        std::vector<finding> broken;
        std::ranges::copy_if(all, std::back_inserter(broken),
                             [&](finding const& f) { return f.severity >= r->severity; });
        REQUIRE(broken.size() == 1);
        CHECK(broken[0].rule == r);
        CHECK(broken[0].severity == r->severity);
    }
}

TEST_CASE("the example of every rule has a valid text without findings", "[rule_catalog][example]") {
    for (auto const* r : rule_catalog()) {
        if (needs_export(*r)) continue;
        CAPTURE(std::string(r->id), std::string(r->example.valid));
        REQUIRE_FALSE(r->example.valid.empty());
        auto const sound = check_example(*r, r->example.valid);
        CHECK(sound.summary().documents > 0);
        for (auto const& f : sound) FAIL_CHECK(std::string(f.rule->id) + ' ' + f.path);
    }
}

// ---- examples ----

namespace {

rule with(example const& e, edition until = edition::latest) {
    return {"test.rule", severity::error, edition::v2017_11_29, "Meaning.", cite::design, e, until};
}

findings found_in_example(rule const& r, std::string_view text) {
    return lines_of(check_example(r, text), severity::note);
}

} // namespace

TEST_CASE("an example is read as its shape, or as the shape that its members identify", "[example]") {
    auto const text = R"({"KeyType":"HASH"})";
    CHECK(found_in_example(with({}), text) == findings{"error document.unrecognized "});
    CHECK(found_in_example(with({.shape = "KeySchemaElement"}), text) ==
          findings{"error json.missing-member /AttributeName"});
    CHECK(found_in_example(with({}), R"({"Limit":0})") == findings{"error number.out-of-range /Limit"});
    auto const report = check_example(with({.shape = "NoSuchShape"}), text);
    CHECK(report.empty());
    CHECK(report.summary().documents == 0);
}

TEST_CASE("an example is checked in the last edition of its rule", "[example]") {
    auto const text = R"({"BackupType":"AWS_BACKUP","Limit":0})";
    CHECK(found_in_example(with({}), text).size() == 1);
    CHECK(found_in_example(with({}, edition{2018'08'05}), text) ==
          findings{"note json.unknown-member /BackupType", "error number.out-of-range /Limit"});
}

TEST_CASE("an example of an exchange is a request and its response, each on a line", "[example]") {
    auto const text = std::string(R"({"Limit":1})") + '\n' + R"({"BackupSummaries":[{},{}]})";
    auto const parts = split_exchange(text);
    CHECK(parts.request == R"({"Limit":1})");
    CHECK(parts.response == R"({"BackupSummaries":[{},{}]})");
    CHECK(split_exchange("{}").response.empty());
    CHECK(found_in_example(exchange::limit, text) == findings{"error list.limit /BackupSummaries"});
    CHECK(found_in_example(exchange::limit, "{\"Limit\":0}\n{\"BackupSummaries\":[]}") ==
          findings{"error number.out-of-range /Limit"});
}

TEST_CASE("an example may have its own limit of nesting and its own time", "[example]") {
    CHECK(example_options(with({})).max_depth == check_options{}.max_depth);
    CHECK(example_options(with({.max_depth = 2})).max_depth == 2);
    CHECK(example_options(with({})).now == date::sys_days{date::year{2030} / 1 / 1});
}

} // namespace rule_catalog_test
