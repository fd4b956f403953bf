#include <dynabackup/check_documents.hpp>
#include <dynabackup/clumio/clumio.hpp>

#include "../reading.hpp"
#include "fixtures.hpp"

#include <algorithm>
#include <set>

namespace clumio_documents_test {

using namespace dynabackup;
using namespace clumio_fixtures;

namespace {

struct collector final : finding_sink {
    std::vector<finding> all;
    void take(finding&& f) override { all.push_back(std::move(f)); }
};

struct outcome {
    explicit outcome(std::string const& text, check_options const& chosen = {})
        : counts(check_documents(text, chosen, sink)) {}

    findings lines() const {
        findings all;
        for (auto const& f : sink.all) all.push_back(line_of(f));
        return all;
    }
    std::string shape() const {
        return counts.shapes.size() == 1 ? std::string(counts.shapes.begin()->first) : "-";
    }

    collector sink;
    summary counts;
};

/// Checks the shape for every order of the members.
void is(std::vector<std::string> members, std::string const& shape) {
    std::ranges::sort(members);
    do {
        std::string text;
        for (auto const& m : members) text += (text.empty() ? "{" : ",") + m;
        CAPTURE(text);
        CHECK(outcome(text + '}').shape() == shape);
    } while (std::ranges::next_permutation(members).found);
}

} // namespace

TEST_CASE("Clumio's documents are recognised by their members, whatever their order", "[clumio]") {
    auto const items = R"("_embedded":{"items":[]})";
    is({items}, "DynamoDBTableBackupList");
    is({items, R"("_links":{})", R"("current_count":0)"}, "DynamoDBTableBackupList");
    is({R"("_embedded":{"x":[{}],"items":null})"}, "DynamoDBTableBackupList");
    is({R"("_embedded":{"\u0069tems":[]})"}, "DynamoDBTableBackupList");
    auto const errors = R"("errors":[{"error_code":404}])";
    is({errors}, "Error");
    is({R"("errors":[{"error_message":"none"}])", R"("x":{})"}, "Error");
    for (auto name : {"start_timestamp", "expiration_timestamp", "account_native_id"})
        is({'"' + std::string(name) + R"(":null)", R"("table_name":"7")", R"("type":"aws_snapshot")"},
           "DynamoDBTableBackup");
    is({items, errors, R"("start_timestamp":null)"}, "DynamoDBTableBackupList");
    is({errors, R"("start_timestamp":null)"}, "Error");
    for (auto unknown :
         {R"("_embedded":{})", R"("_embedded":null)", R"("_embedded":["items"])",
          R"("_embedded":{"x":{"items":[]}})", R"("_links":{})", R"("id":"7")", R"("items":[])",
          R"("errors":[])", R"("errors":7)", R"("start_timestamp":null)", R"("table_name":"x")"})
        is({unknown}, "-");
}

TEST_CASE("Clumio's tables and restores are recognised by members that backups do not have", "[clumio]") {
    auto const name = R"("aws_region":"eu-west-1")", account = R"("account_native_id":"1")";
    for (auto member : {"table_native_id", "table_keys", "earliest_continuous_snapshot_restorable_timestamp",
                        "latest_continuous_snapshot_restorable_timestamp"}) {
        auto const own = '"' + std::string(member) + R"(":null)";
        is({own, name, account}, "DynamoDBTable");
        is({own}, "DynamoDBTable");
        is({R"("_embedded":{"items":[{"id":"5",)" + own + "}]}", R"("limit":100)"}, "DynamoDBTableList");
        is({R"("_embedded":{"x":[{)" + own + R"(}],"items":[{"id":"7"},{)" + own + "}]}"},
           "DynamoDBTableBackupList"); // recognised by the first element
    }
    is({R"("_embedded":{"items":{"table_keys":null}})"}, "DynamoDBTableList");
    is({R"("_embedded":{"items":[7]})"}, "DynamoDBTableBackupList");
    auto const target = R"("target":{"table_name":"Music"})";
    is({R"("source":{"securevault_backup":{}})", target}, "RestoreAwsDynamodbTableV1Request");
    is({R"("source":{"continuous_backup":null})"}, "RestoreAwsDynamodbTableV1Request");
    is({R"("source":{"backup_id":"7"})", target}, "-"); // the source of its items
    is({target}, "-");
}

TEST_CASE("Clumio's tables are not records", "[clumio]") {
    object const tables{{"_embedded", object{{"items", list({table().text(), "7"})}}.text()},
                        {"current_count", "1"}};
    outcome const o(tables.text() + '\n' + table().text() + '\n' + restore_request().text());
    CHECK(o.lines() ==
          findings{"error json.wrong-type /_embedded/items/1", "warning clumio.page-count /current_count"});
    CHECK(o.counts.documents == 3);
}

TEST_CASE("the backups of a page are records, one level deeper than those of AWS", "[clumio]") {
    outcome const o(page({backup().text(), backup().with("size", R"("x")").text(), "7"}).text() + '\n' +
                    backup().text());
    CHECK(o.lines() == findings{"error json.wrong-type /_embedded/items/1/size",
                                "error json.wrong-type /_embedded/items/2"});
    CHECK(o.sink.all[0].record == 1u);
    CHECK(o.counts.records == 4);
    CHECK(o.counts.rejected == 1); // not an object
    CHECK(o.counts.documents == 2);
    CHECK(o.counts.shapes.at("DynamoDBTableBackupList") == 1);
    CHECK(o.counts.shapes.at("DynamoDBTableBackup") == 1);
}

TEST_CASE("damage in a page costs only the damaged backup", "[clumio]") {
    auto const whole = reading_test::compact(
        page({backup().text(), backup().with("id", R"("broken")").text(), backup().text()}).text());
    for (auto const& [what, by] : std::initializer_list<std::pair<std::string, std::string>>{
             {R"("id":"broken")", R"("id":broken")"},
             {R"("id":"broken",)", R"("id":"broken,)"},
             {R"("id":"broken")", R"("id":{"broken")"},
             {R"("id":"broken",)", R"("id":"broken"]},)"}}) {
        auto text = whole;
        text.replace(text.find(what), what.size(), by);
        CAPTURE(by);
        outcome const o(text);
        CHECK(o.counts.rejected == 1);
        CHECK(o.counts.records == 3);
        REQUIRE(o.sink.all.size() == 1); // but none about the number of items, which damage hides
        CHECK(o.sink.all[0].rule == &reading::syntax);
    }
}

TEST_CASE("names that occur inside a backup are not sync points", "[clumio]") {
    auto const all = known_systems()[1]->sync_names;
    std::set<std::string_view> const names(all.begin(), all.end());
    for (auto name :
         {"_etag", "account_native_id", "id", "start_timestamp", "_embedded", "errors", "current_count"})
        CHECK(names.contains(name));
    for (auto name : {"type", "global_secondary_indexes", "provisioned_throughput", "index_name", "key",
                      "items", "region_name", "error_code"})
        CHECK_FALSE(names.contains(name));
}

} // namespace clumio_documents_test
