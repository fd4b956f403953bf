#include <dynabackup/check_documents.hpp>
#include <dynabackup/rule_catalog.hpp>
#include <dynabackup/rules/clumio.hpp>

#include "../clumio/fixtures.hpp"

namespace rules_clumio_test {

using namespace dynabackup;
using namespace clumio_fixtures;
using clumio::BillingMode;

namespace {

object sse(std::string const& members) { return backup().with("sse_specification", "{" + members + "}"); }
object sse(std::string_view type, std::string_view key) {
    return sse(R"("kms_key_type": )" + in_quotes(type) + R"(, "kms_master_key_id": )" + std::string(key));
}

object lasting(std::string_view from, std::string_view to) {
    return backup().with("start_timestamp", from).with("expiration_timestamp", to);
}

object with_replicas(std::initializer_list<std::string> replicas) {
    return backup().with("replicas", list(replicas));
}

std::string replica_of(std::string_view indexes) {
    return replica("eu-west-1").with("global_secondary_indexes", indexes).text();
}

findings one(std::string line) { return {std::move(line)}; }

} // namespace

TEST_CASE("the key of a customer is named, and AWS's own key is not", "[rules][clumio]") {
    auto const wrong = one("error clumio.sse-key /sse_specification/kms_master_key_id");
    CHECK(found_of(sse("CUSTOMER_MANAGED", R"("alias/a")")) == none);
    CHECK(found_of(sse("CUSTOMER_MANAGED", "null")) == wrong);
    CHECK(found_of(sse("CUSTOMER_MANAGED", R"("")")) == wrong);
    CHECK(found_of(sse(R"("kms_key_type": "CUSTOMER_MANAGED")")) == wrong);
    CHECK(found_of(sse("DEFAULT", R"("alias/a")")) == wrong);
    CHECK(found_of(sse("DEFAULT", "null")) == none);
    CHECK(found_of(sse("DEFAULT", R"("")")) == none);
    CHECK(found_of(sse(R"("kms_key_type": "DEFAULT")")) == none);
    for (auto key : {"null", R"("")", R"("alias/a")"}) CHECK(found_of(sse("AWS_MANAGED", key)) == none);

    SECTION("but members that cannot be read are not checked") {
        CHECK(found_of(sse("CUSTOMER_MANAGED", "7")) ==
              one("error json.wrong-type /sse_specification/kms_master_key_id"));
        CHECK(found_of(sse("YOURS", "null")) ==
              one("error enum.unknown-value /sse_specification/kms_key_type"));
        CHECK(found_of(sse(R"("kms_key_type": 7, "kms_master_key_id": "a")")) ==
              one("error json.wrong-type /sse_specification/kms_key_type"));
        CHECK(found_of(sse(R"("kms_master_key_id": "a")")) == none);
    }
}

TEST_CASE("a backup expires after its start", "[rules][clumio]") {
    auto const wrong = one("error clumio.expiration-before-start /expiration_timestamp");
    auto const start = R"("2024-06-01T00:00:00Z")";
    CHECK(found_of(lasting(start, R"("2024-06-01T00:00:00.000000001Z")")) == none);
    CHECK(found_of(lasting(start, start)) == wrong);
    CHECK(found_of(lasting(start, R"("2024-05-31T23:59:59.999999999Z")")) == wrong);
    CHECK(found_of(lasting(start, R"("2024-06-01T01:00:00+02:00")")) == wrong);
    CHECK(found_of(lasting(start, "null")) == none);
    CHECK(found_of(lasting("null", start)) == none);
    CHECK(found_of(lasting(start, R"("2024-05-01")")) == one("error timestamp.format /expiration_timestamp"));
    CHECK(found_of(lasting("1800000000", start)) == one("error json.wrong-type /start_timestamp"));
}

TEST_CASE("a table with replicas has a version of global tables", "[rules][clumio]") {
    auto const wrong = one("warning clumio.global-table-version /global_table_version");
    CHECK(found_of(backup().with("global_table_version", "null")) == wrong);
    CHECK(found_of(backup().without("global_table_version")) == wrong);
    for (auto version : {R"("2017.11.29")", R"("2019.11.21")"})
        CHECK(found_of(backup().with("global_table_version", version)) == none);
    for (auto replicas : {"[]", "null"})
        CHECK(found_of(backup().with("global_table_version", "null").with("replicas", replicas)) == none);
    CHECK(found_of(backup().without("global_table_version").without("replicas")) == none);
    CHECK(found_of(backup().with("global_table_version", "7")) ==
          one("error json.wrong-type /global_table_version"));
    CHECK(found_of(backup().with("global_table_version", R"("2021.1.1")")) ==
          one("error enum.unknown-value /global_table_version"));
    CHECK(found_of(backup().with("global_table_version", "null").with("replicas", "7")) ==
          one("error json.wrong-type /replicas"));
}

TEST_CASE("a Region has only one replica", "[rules][clumio]") {
    auto const in = [](std::string_view region) { return replica(region).text(); };
    CHECK(found_of(with_replicas({in("a"), in("b"), in("c")})) == none);
    CHECK(found_of(with_replicas({in("a"), in("b"), in("a")})) ==
          one("warning clumio.replica-region /replicas/2/region_name"));
    CHECK(found_of(with_replicas({in("a"), in("a"), in("a")})) ==
          findings{"warning clumio.replica-region /replicas/1/region_name",
                   "warning clumio.replica-region /replicas/2/region_name"});
    CHECK(found_of(with_replicas({in("a"), in("A")})) == none);
    // Two Regions that cannot be read or are absent are not equal.
    CHECK(found_of(with_replicas({"{}", "{}", R"({"region_name": null})", R"({"region_name": null})"})) ==
          none);
    CHECK(found_of(with_replicas({R"({"region_name": 7})", R"({"region_name": 7})"})) ==
          findings{"error json.wrong-type /replicas/0/region_name",
                   "error json.wrong-type /replicas/1/region_name"});
    CHECK(found_of(with_replicas({"7", "7"})) ==
          findings{"error json.wrong-type /replicas/0", "error json.wrong-type /replicas/1"});
}

TEST_CASE("a replica has the table's indexes", "[rules][clumio]") {
    auto const with = [](std::string_view indexes, std::string_view of_table) {
        return found_of(with_replicas({replica("us-east-1").without("global_secondary_indexes").text(),
                                       replica_of(indexes)})
                            .with("global_secondary_indexes", of_table));
    };
    auto const table = list({global_index("A").text(), global_index("B").text()});
    auto const two = R"([{"index_name": "B"}, {"index_name": "C"}])";
    CHECK(with(R"([{"index_name": "B"}, {"index_name": "A"}])", table) == none);
    CHECK(with(two, table) ==
          one("warning clumio.index-unknown /replicas/1/global_secondary_indexes/1/index_name"));
    for (auto no_index : {"[]", "null"}) // means that there is none
        CHECK(with(R"([{"index_name": "B"}])", no_index) ==
              one("warning clumio.index-unknown /replicas/1/global_secondary_indexes/0/index_name"));
    CHECK(found_of(with_replicas({replica_of(two)}).without("global_secondary_indexes")) == none);
    CHECK(with("[]", "[]") == none);
    CHECK(with("null", "[]") == none);
    CHECK(with("[{}]", table) == none);
    CHECK(with(R"([{"index_name": 7}])", table) ==
          one("error json.wrong-type /replicas/1/global_secondary_indexes/0/index_name"));
    // An index of the table with an unknown name may be the one.
    CHECK(with(two, "[{}]") == none);
    CHECK(with(two, "7") == one("error json.wrong-type /global_secondary_indexes"));
    CHECK(with(two, list({global_index("B").text(), "7"})) ==
          one("error json.wrong-type /global_secondary_indexes/1"));
    CHECK(with(two, list({global_index("B").text(), R"({"index_name": 7})"})) ==
          one("error json.wrong-type /global_secondary_indexes/1/index_name"));
}

TEST_CASE("a page counts its items", "[rules][clumio]") {
    auto const wrong = one("warning clumio.page-count /current_count");
    auto const of = [](object const& page) { return found<clumio::DynamoDBTableBackupList>(page); };
    auto const b = backup().text();
    for (auto const& right : {page({}), page({b}), page({b, b, b})}) CHECK(of(right) == none);
    for (auto count : {"0", "1", "3", "-1", "9223372036854775807"})
        CHECK(of(page({b, b}).with("current_count", count)) == wrong);
    CHECK(of(page({}).with("current_count", "1")) == wrong);
    CHECK(of(page({b}).without("current_count")) == none);
    CHECK(of(page({b}).with("current_count", "null")) == none);
    CHECK(of(page({b}).with("current_count", R"("2")")) == one("error json.wrong-type /current_count"));
    for (auto nothing : {"null", R"({"items": null})", "{}"})
        CHECK(of(page({b}).with("_embedded", nothing)) == none);
    CHECK(of(page({b, b}).with("_embedded", R"({"items": 7})")) ==
          one("error json.wrong-type /_embedded/items"));
    // An item that is not a backup has a finding; the count is not checked then.
    for (auto count : {"1", "2"})
        CHECK(of(page({b, "7"}).with("current_count", count)) ==
              one("error json.wrong-type /_embedded/items/1"));
    // The count of one page does not affect the next.
    auto const two = page({b, b}).text() + '\n' + page({b}).with("_embedded", R"({"items": []})").text();
    struct collector final : finding_sink {
        findings lines;
        void take(finding&& f) override { lines.push_back(line_of(f)); }
    } sink;
    check_documents(two, {}, sink);
    CHECK(sink.lines == wrong);
}

// ---- the rules that apply to both systems ----

TEST_CASE("indexes of Clumio's backups follow the rules of key schemas", "[rules][clumio]") {
    auto const lsi = [](std::string_view types, edition when = {}) {
        return found_of(
            backup().with("local_secondary_indexes", list(local_index().with("key_schema", keys(types)))),
            {.edition = when, .only = {"key-schema.*"}});
    };
    auto const gsi = [](std::string_view types, edition when = {}) {
        return found_of(
            backup().with("global_secondary_indexes", list(global_index().with("key_schema", keys(types)))),
            {.edition = when, .only = {"key-schema.*"}});
    };
    std::string const of_lsi = " /local_secondary_indexes/0/key_schema",
                      of_gsi = " /global_secondary_indexes/0/key_schema";
    CHECK(lsi("HR") == none);
    CHECK(lsi("RH") == one("error key-schema.hash-first" + of_lsi));
    CHECK(lsi("RR") == one("error key-schema.hash-count" + of_lsi));
    CHECK(lsi("HRR") == one("error key-schema.size" + of_lsi));
    CHECK(lsi("") == one("error key-schema.size" + of_lsi));
    CHECK(gsi("HHHHRRRR") == none);
    CHECK(gsi("HRR", edition{2025'11'18}) == one("error key-schema.size" + of_gsi));
    CHECK(gsi("HRR", edition::v2025_11_19) == none);
    CHECK(gsi("HRRRRR") == one("error key-schema.range-count" + of_gsi));
    auto const twice = list({key("a", "HASH").text(), key("a", "RANGE").text()});
    CHECK(found_of(backup().with("local_secondary_indexes", list(local_index().with("key_schema", twice)))) ==
          one("error key-schema.distinct-attributes" + of_lsi + "/1"));
}

TEST_CASE("indexes of Clumio's backups follow the rules of projections", "[rules][clumio]") {
    auto const of = [](std::string_view type, std::string_view attributes) {
        return found_of(backup().with("global_secondary_indexes",
                                      list(global_index().with("projection", projected(type, attributes)))));
    };
    std::string const at = " /global_secondary_indexes/0/projection";
    CHECK(of("INCLUDE", R"(["a", "b"])") == none);
    CHECK(of("INCLUDE", names(21)) == none); // Clumio documents no limit for one index
    for (auto empty : {"[]", "null"}) {
        CHECK(of("INCLUDE", empty) == one("error projection.include-needs-attributes" + at));
        CHECK(of("ALL", empty) == none);
        CHECK(of("KEYS_ONLY", empty) == none);
    }
    CHECK(of("ALL", R"(["a"])") ==
          one("error projection.attributes-need-include" + at + "/non_key_attributes"));
    CHECK(of("INCLUDE", R"(["a", "a"])") ==
          one("warning projection.duplicate-attribute" + at + "/non_key_attributes/1"));
    CHECK(of("INCLUDE", R"(["a", "Genre"])") ==
          one("warning projection.non-key-is-key" + at + "/non_key_attributes/1"));

    auto const total = [](std::size_t local, std::size_t global, edition when) {
        return found_of(
            backup()
                .with("local_secondary_indexes",
                      list(local_index().with("projection", projected("INCLUDE", names(local)))))
                .with("global_secondary_indexes",
                      list(global_index().with("projection", projected("INCLUDE", names(global))))),
            {.edition = when});
    };
    findings const too_many{"error projection.total-non-key-attributes "};
    CHECK(total(50, 50, edition::latest) == none);
    CHECK(total(50, 51, edition::latest) == too_many);
    CHECK(total(50, 51, edition{2025'04'08}) == none);
    CHECK(total(50, 51, edition::v2025_04_09) == too_many);
    CHECK(total(20, 50, edition{2022'06'16}) == none);
    CHECK(total(21, 50, edition{2022'06'16}) == too_many);
    CHECK(total(100, 1, edition::v2022_06_17) == none);
    CHECK(total(101, 1, edition::v2022_06_17) == too_many);
}

TEST_CASE("capacities of Clumio's backups follow the billing mode", "[rules][clumio]") {
    auto const of = [](std::string_view mode, object const& table, object const& index, edition when = {}) {
        return found_of(
            backup()
                .with("billing_mode", mode)
                .with("provisioned_throughput", table)
                .with("global_secondary_indexes", list(global_index().with("provisioned_throughput", index))),
            {.edition = when});
    };
    auto const some = capacity("1", "1"), zero = capacity("0", "0");
    auto const provisioned = R"("PROVISIONED")", on_demand = R"("PAY_PER_REQUEST")";
    std::string const low = "error provisioned-throughput.minimum ",
                      high = "error provisioned-throughput.on-demand-zero ",
                      table = "/provisioned_throughput",
                      index = "/global_secondary_indexes/0/provisioned_throughput";
    CHECK(of(provisioned, some, some) == none);
    CHECK(of(provisioned, capacity("0", "1"), some) == one(low + table + "/read_capacity_units"));
    CHECK(of(provisioned, some, capacity("1", "0")) == one(low + index + "/write_capacity_units"));
    CHECK(of(on_demand, zero, zero) == none);
    CHECK(of(on_demand, capacity("0", "1"), zero) == one(high + table + "/write_capacity_units"));
    CHECK(of(on_demand, zero, capacity("1", "0")) == one(high + index + "/read_capacity_units"));
    CHECK(of(on_demand, some, zero, edition{2018'11'27}) == none);
    CHECK(of(on_demand, capacity("1", "0"), zero, edition::v2018_11_28) ==
          one(high + table + "/read_capacity_units"));
    CHECK(of("null", some, zero) == none); // as without a mode
    CHECK(of("null", capacity("0", "1"), zero) == one(low + table + "/read_capacity_units"));
    CHECK(of(R"("OTHER")", zero, some) == one("error enum.unknown-value /billing_mode"));
    CHECK(of("7", capacity("-1", "-1"), some) == one("error json.wrong-type /billing_mode"));
    CHECK(of(on_demand, object{{"read_capacity_units", "null"}}, zero) == none);
    CHECK(found_of(backup().with("billing_mode", on_demand).with("provisioned_throughput", "null")) ==
          findings{high + index + "/read_capacity_units", high + index + "/write_capacity_units"});
}

TEST_CASE("the rules of AWS's own shapes do not apply to Clumio's", "[rules][clumio]") {
    CHECK(found_of(backup().with("table_name", R"("x")").with("account_native_id", R"("none")")) == none);
    CHECK(found_of(backup().with("stream_specification", R"({"enabled": true})")) == none);
}

TEST_CASE("every rule of Clumio has an example that violates it, and one that does not", "[rules][clumio]") {
    std::size_t rules = 0;
    for (auto const* r : rule_catalog()) {
        if (!r->id.starts_with("clumio.")) continue;
        ++rules;
        if (needs_request(*r)) continue; // tests/rule_catalog.cpp
        CAPTURE(std::string(r->id));
        struct collector final : finding_sink {
            std::vector<rule const*> all;
            void take(finding&& f) override { all.push_back(f.rule); }
        } broken, sound;
        check_documents(r->example.invalid, {.strict = true}, broken);
        check_documents(r->example.valid, {.strict = true}, sound);
        CHECK(broken.all == std::vector<rule const*>{r});
        CHECK(sound.all.empty());
    }
    CHECK(rules == 14);
}

} // namespace rules_clumio_test
