#include <dynabackup/clumio/exchange.hpp>
#include <dynabackup/exchange.hpp>

#include "fixtures.hpp"

namespace clumio_exchange_test {

using namespace dynabackup;
using namespace clumio_fixtures;

namespace {

/// The findings in a request to restore that backup, in texts and in models.
template <class T>
findings restored(std::string const& what, std::string const& request) {
    auto const both = check_exchange<T>(what, request);
    CHECK(fixtures::lines_of(both.request, severity::warning) == none);
    fixtures::check_places(both.response, request);
    auto const of = parse<T>(what);
    auto const asked = parse<response_to<T>>(request);
    REQUIRE(of.has_value());
    REQUIRE(asked.has_value());
    auto const lines = fixtures::lines_of(both.response, severity::warning);
    CHECK(fixtures::of_model(fixtures::lines_of(check_exchange(*of, *asked), severity::warning)) ==
          fixtures::of_model(lines));
    return lines;
}
findings restored(object const& of, object const& request) {
    return restored<DynamoDBTableBackup>(of.text(), request.text());
}

/// A request whose target has these global indexes.
object keeping(std::string_view indexes) {
    return restore_request().with("target",
                                  object{{"global_secondary_indexes", std::string(indexes)}}.text());
}

object of_table(std::string const& options) {
    return restore_of(R"({"continuous_backup": {"table_id": "t-5", )" + options + "}}");
}

findings one(std::string const& rule, std::string const& path) {
    return {"error clumio.restore-" + rule + ' ' + path};
}

} // namespace

TEST_CASE("a restore of Clumio names the backup that it is compared with", "[clumio][exchange]") {
    CHECK(restored(backup(), restore_request()) == none);
    CHECK(restored(backup().with("id", in_quotes("78")), restore_request()) ==
          one("another-source", "/source/securevault_backup/backup_id"));
    CHECK(restored(backup().without("id"), restore_request()) == none);
    CHECK(restored(backup(), of_table(R"("use_latest_restorable_time": true)")) == none); // names no backup
}

TEST_CASE("a restore of Clumio keeps indexes unchanged, and adds none", "[clumio][exchange]") {
    auto const at = std::string("/target/global_secondary_indexes/0/");
    CHECK(restored(backup(), keeping(list(global_index()))) == none);
    CHECK(restored(backup(), keeping("[]")) == none);
    CHECK(restored(backup(), keeping("null")) == none);
    CHECK(restored(backup(), keeping(list(global_index("ByLabel")))) ==
          one("unknown-index", at + "index_name"));
    CHECK(restored(backup(), keeping(list(global_index().with("key_schema", keys("HR"))))) ==
          one("changed-index", at + "key_schema"));
    CHECK(
        restored(backup(), keeping(list(global_index().with("projection", projected("ALL", "[]").text())))) ==
        one("changed-index", at + "projection"));
    CHECK(restored(backup(), keeping(list(global_index().with("provisioned_throughput", "null")))) == none);
    CHECK(restored(backup(), keeping(list(global_index().without("key_schema")))) == none);

    SECTION("of both kinds") {
        auto const request = restore_request().with(
            "target", object{{"local_secondary_indexes", list(local_index("ByDay"))}}.text());
        CHECK(restored(backup(), request) ==
              one("unknown-index", "/target/local_secondary_indexes/0/index_name"));
    }
    SECTION("a list that is null means that there is none, and an absent one means nothing") {
        auto const without_replicas = backup().without("replicas");
        CHECK(restored(without_replicas.with("global_secondary_indexes", "null"),
                       keeping(list(global_index()))) == one("unknown-index", at + "index_name"));
        CHECK(restored(without_replicas.without("global_secondary_indexes"),
                       keeping(list(global_index("ByLabel")))) == none);
        CHECK(restored(backup().with("global_secondary_indexes", list(global_index().without("index_name"))),
                       keeping(list(global_index("ByLabel")))) == none); // it may be that index
    }
    SECTION("of the source") {
        auto const request =
            of_table(R"("use_latest_restorable_time": true)")
                .with("target", object{{"global_secondary_indexes", list(global_index("ByLabel"))}}.text());
        CHECK(restored(backup(), request) == none);
        CHECK(restored<clumio::DynamoDBTable>(table().text(), request.text()) ==
              one("unknown-index", at + "index_name"));
    }
}

TEST_CASE("a table is restored to one of its restorable times", "[clumio][exchange]") {
    auto const of = [](std::string const& time) {
        return restored<clumio::DynamoDBTable>(table().text(),
                                               of_table(R"("timestamp": ")" + time + '"').text());
    };
    auto const wrong = one("outside-recovery", "/source/continuous_backup/timestamp");
    CHECK(of("2024-06-01T00:00:00Z") == none);
    CHECK(of("2024-06-02T00:00:00Z") == none);
    CHECK(of("2024-05-31T23:59:59.999999999Z") == wrong);
    CHECK(of("2024-06-02T00:00:00.000000001Z") == wrong);
    CHECK(restored<clumio::DynamoDBTable>(table().with("id", in_quotes("t-6")).text(),
                                          of_table(R"("use_latest_restorable_time": true)").text()) ==
          one("another-source", "/source/continuous_backup/table_id"));
    CHECK(restored<clumio::DynamoDBTable>(table().with("id", in_quotes("t-6")).text(),
                                          restore_request().text()) == none); // a backup, not the table
}

} // namespace clumio_exchange_test
