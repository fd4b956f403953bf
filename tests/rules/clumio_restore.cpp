#include <dynabackup/clumio/tables.hpp>
#include <dynabackup/rules/clumio_restore.hpp>

#include "../clumio/fixtures.hpp"

namespace rules_clumio_restore_test {

using namespace dynabackup;
using namespace clumio_fixtures;
using request = clumio::RestoreAwsDynamodbTableV1Request;

namespace {

std::string const backup_7 = R"("securevault_backup": {"backup_id": "7"})";

std::string of_table(std::string const& options) {
    return R"("continuous_backup": {"table_id": "5")" + options + "}";
}

findings found_from(std::string const& source) { return found<request>(restore_of("{" + source + "}")); }

findings at(std::string const& options) { return found_from(of_table(options)); }

/// Returns a request whose target has another value of a member.
object with(std::string_view member, std::string_view value) {
    object const target{{"billing_mode", in_quotes("PROVISIONED")},
                        {"provisioned_throughput", capacity("5", "6").text()},
                        {"table_name", in_quotes("Music-2")}};
    return restore_request().with("target", target.with(member, value).text());
}

} // namespace

TEST_CASE("a request to restore names its source and its target table", "[rules][clumio][restore]") {
    CHECK(found<request>(restore_request()) == none);
    CHECK(found<request>(restore_request().without("source")) ==
          findings{"error json.missing-member /source"});
    CHECK(found<request>(restore_request().without("target")) ==
          findings{"error json.missing-member /target"});
    CHECK(found_from(R"("securevault_backup": {})") ==
          findings{"error json.missing-member /source/securevault_backup/backup_id"});
    CHECK(found_from(R"("continuous_backup": {"use_latest_restorable_time": true})") ==
          findings{"error json.missing-member /source/continuous_backup/table_id"});
}

TEST_CASE("a restore has one source", "[rules][clumio][restore]") {
    auto const latest = of_table(R"(, "use_latest_restorable_time": true)");
    CHECK(found_from(backup_7) == none);
    CHECK(found_from(latest) == none);
    CHECK(found_from(backup_7 + R"(, "continuous_backup": null)") == none);
    CHECK(found_from(backup_7 + ", " + latest) ==
          findings{"error clumio.restore-source /source/continuous_backup"});
    CHECK(found_from("") == findings{"error clumio.restore-source /source"});
    CHECK(found_from(R"("continuous_backup": null, "securevault_backup": null)") ==
          findings{"error clumio.restore-source /source"});
    CHECK(found_from(R"("securevault_backup": 7)") ==
          findings{"error json.wrong-type /source/securevault_backup"});
}

TEST_CASE("a restore of Clumio gives one point in time", "[rules][clumio][restore]") {
    auto const wrong = findings{"error clumio.restore-time /source/continuous_backup/timestamp"};
    auto const time = R"(, "timestamp": "2024-06-01T00:00:00Z")";
    CHECK(at(time) == none);
    CHECK(at(time + std::string(R"(, "use_latest_restorable_time": false)")) == none);
    CHECK(at(time + std::string(R"(, "use_latest_restorable_time": null)")) == none);
    CHECK(at(time + std::string(R"(, "use_latest_restorable_time": true)")) == wrong);
    CHECK(at("") == wrong);
    CHECK(at(R"(, "use_latest_restorable_time": false)") == wrong);
    CHECK(at(R"(, "use_latest_restorable_time": 1)") ==
          findings{"error json.wrong-type /source/continuous_backup/use_latest_restorable_time"});
    CHECK(at(time + std::string(R"(, "type": "clumio_pitr")")) == none);
    CHECK(at(time + std::string(R"(, "type": "other")")) ==
          findings{"error enum.unknown-value /source/continuous_backup/type"});
}

TEST_CASE("a restore creates no replicas", "[rules][clumio][restore]") {
    CHECK(found<request>(with("replicas", "[]")) == none);
    CHECK(found<request>(with("replicas", "null")) == none);
    CHECK(found<request>(with("replicas", list(replica("eu-west-1")))) ==
          findings{"warning clumio.restore-replicas /target/replicas"});
}

TEST_CASE("a restored table has the throughput of its billing mode", "[rules][clumio][restore]") {
    auto const of = [](std::string_view mode, std::string_view read, std::string_view write) {
        return found<request>(
            restore_request().with("target", object{{"billing_mode", std::string(mode)},
                                                    {"provisioned_throughput", capacity(read, write).text()}}
                                                 .text()));
    };
    auto const wrong = [](std::string rule) {
        return findings{"error provisioned-throughput." + rule +
                        " /target/provisioned_throughput/read_capacity_units"};
    };
    CHECK(of(in_quotes("PROVISIONED"), "1", "1") == none);
    CHECK(of(in_quotes("PROVISIONED"), "0", "1") == wrong("minimum"));
    CHECK(of(in_quotes("PAY_PER_REQUEST"), "0", "0") == none);
    CHECK(of(in_quotes("PAY_PER_REQUEST"), "1", "0") == wrong("on-demand-zero"));
    CHECK(of("null", "5", "5") == none);
    CHECK(found<request>(with("provisioned_throughput", "null")) == none); // unchanged from the table
}

TEST_CASE("a restore names the key of the customer, and no other key", "[rules][clumio][restore]") {
    auto const of = [](std::string_view type, std::string_view key) {
        return found<request>(
            with("sse_specification",
                 object{{"kms_key_type", in_quotes(type)}, {"kms_master_key_id", std::string(key)}}.text()));
    };
    auto const wrong = findings{"error clumio.sse-key /target/sse_specification/kms_master_key_id"};
    CHECK(of("CUSTOMER_MANAGED", in_quotes("alias/music")) == none);
    CHECK(of("CUSTOMER_MANAGED", "null") == wrong);
    CHECK(of("DEFAULT", "null") == none);
    CHECK(of("DEFAULT", in_quotes("alias/music")) == wrong);
}

TEST_CASE("the projections of a restore name attributes with INCLUDE, and only then",
          "[rules][clumio][restore]") {
    auto const of = [](std::string_view type, std::string_view attributes) {
        return found<request>(
            with("local_secondary_indexes",
                 list(local_index().with("projection", projected(type, attributes).text()))));
    };
    std::string const where = " /target/local_secondary_indexes/0/projection";
    CHECK(of("INCLUDE", R"(["Length"])") == none);
    CHECK(of("INCLUDE", "[]") == findings{"error projection.include-needs-attributes" + where});
    CHECK(of("ALL", "[]") == none);
    CHECK(of("ALL", R"(["Length"])") ==
          findings{"error projection.attributes-need-include" + where + "/non_key_attributes"});
    CHECK(of("KEYS_ONLY", R"(["Length"])") ==
          findings{"error projection.attributes-need-include" + where + "/non_key_attributes"});
}

TEST_CASE("a table of Clumio follows the rules of tables", "[rules][clumio]") {
    CHECK(found<clumio::DynamoDBTable>(table()) == none);
    CHECK(found<clumio::DynamoDBTable>(table().with("protection_status", in_quotes("safe"))) ==
          findings{"error enum.unknown-value /protection_status"});
    CHECK(found<clumio::DynamoDBTable>(table().with("billing_mode", in_quotes("PAY_PER_REQUEST"))).size() ==
          4);
    CHECK(found<clumio::DynamoDBTable>(table().with("replicas", list(replica("eu-west-1")))) ==
          findings{"warning clumio.global-table-version /global_table_version"});
}

TEST_CASE("the earliest restorable time of a table is not after the latest one", "[rules][clumio]") {
    auto const of = [](std::string_view earliest, std::string_view latest) {
        return found<clumio::DynamoDBTable>(
            table()
                .with("earliest_continuous_snapshot_restorable_timestamp", earliest)
                .with("latest_continuous_snapshot_restorable_timestamp", latest));
    };
    auto const time = in_quotes("2024-06-01T00:00:00Z");
    CHECK(of(time, time) == none);
    CHECK(of(in_quotes("2024-06-01T00:00:00.000000001Z"), time) ==
          findings{"error clumio.restorable-times /earliest_continuous_snapshot_restorable_timestamp"});
    CHECK(of("null", time) == none);
    CHECK(of(time, "null") == none);
    CHECK(of("7", time) ==
          findings{"error json.wrong-type /earliest_continuous_snapshot_restorable_timestamp"});
}

} // namespace rules_clumio_restore_test
