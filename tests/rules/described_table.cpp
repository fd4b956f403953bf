#include <dynabackup/aws/tables.hpp>
#include <dynabackup/rules/described_table.hpp>

#include "fixtures.hpp"

namespace rules_described_table_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

using described = aws::TableDescription;

object attribute(std::string_view name) {
    return {{"AttributeName", in_quotes(name)}, {"AttributeType", in_quotes("S")}};
}
std::string attributes(std::initializer_list<std::string_view> all) {
    std::string out = "[";
    for (auto const name : all) out += (out.size() > 1 ? ", " : "") + attribute(name).text();
    return out + "]";
}

object described_table() {
    return {{"AttributeDefinitions", attributes({"Artist", "Title", "Year", "Genre"})},
            {"BillingModeSummary", R"({"BillingMode": "PROVISIONED"})"},
            {"GlobalSecondaryIndexes", list(global_index())},
            {"KeySchema", list({key("Artist", "HASH").text(), key("Title", "RANGE").text()})},
            {"LocalSecondaryIndexes", list(local_index())},
            {"ProvisionedThroughput", capacity("5", "6").text()},
            {"TableArn", in_quotes(table_arn)},
            {"TableName", in_quotes("Music")},
            {"TableStatus", in_quotes("ACTIVE")}};
}

} // namespace

TEST_CASE("each key attribute of a table is defined", "[rules][table]") {
    auto const of = [](std::initializer_list<std::string_view> all) {
        return found<described>(described_table().with("AttributeDefinitions", attributes(all)));
    };
    auto const wrong = [](std::string path) { return "error table.attribute-definitions " + path; };
    CHECK(found<described>(described_table()) == none);
    CHECK(of({"Genre", "Year", "Title", "Artist", "Other"}) == none);
    CHECK(of({"Artist", "Year", "Genre"}) == findings{wrong("/KeySchema/1/AttributeName")});
    CHECK(of({"Artist", "Title", "Genre"}) ==
          findings{wrong("/LocalSecondaryIndexes/0/KeySchema/1/AttributeName")});
    CHECK(of({"Artist", "Title", "Year"}) ==
          findings{wrong("/GlobalSecondaryIndexes/0/KeySchema/0/AttributeName")});
    CHECK(found<described>(described_table().without("AttributeDefinitions")) == none);
    CHECK(found<described>(described_table().with("AttributeDefinitions", R"([{"AttributeType": "S"}])")) ==
          findings{"error json.missing-member /AttributeDefinitions/0/AttributeName"});
}

TEST_CASE("the rules of a backup's table also apply to a table", "[rules][table]") {
    auto const of = [](std::string_view member, std::string_view value) {
        return found<described>(described_table().without("AttributeDefinitions").with(member, value));
    };
    CHECK(of("KeySchema", "[]") == findings{"error key-schema.size /KeySchema"});
    CHECK(of("KeySchema", keys("RH")) == findings{"error key-schema.hash-first /KeySchema",
                                                  "error lsi.hash-key /LocalSecondaryIndexes/0/KeySchema"});
    CHECK(of("KeySchema", list(key("Artist", "HASH"))) ==
          findings{"error lsi.table-range-key /LocalSecondaryIndexes"});
    CHECK(of("LocalSecondaryIndexes", list(local_index("ByGenre"))) ==
          findings{"error index.unique-name /GlobalSecondaryIndexes/0/IndexName"});
    CHECK(of("TableName", in_quotes("Musik")) == findings{"warning table.arn-name /TableArn"});
    CHECK(of("TableArn", in_quotes("Music")) == findings{"warning table.arn-format /TableArn"});
    CHECK(of("ProvisionedThroughput", capacity("0", "6").text()) ==
          findings{"error provisioned-throughput.minimum /ProvisionedThroughput/ReadCapacityUnits"});
    auto const on_demand = R"({"BillingMode": "PAY_PER_REQUEST"})";
    CHECK(of("BillingModeSummary", on_demand) ==
          findings{"error provisioned-throughput.on-demand-zero "
                   "/GlobalSecondaryIndexes/0/ProvisionedThroughput/ReadCapacityUnits",
                   "error provisioned-throughput.on-demand-zero "
                   "/GlobalSecondaryIndexes/0/ProvisionedThroughput/WriteCapacityUnits",
                   "error provisioned-throughput.on-demand-zero /ProvisionedThroughput/ReadCapacityUnits",
                   "error provisioned-throughput.on-demand-zero /ProvisionedThroughput/WriteCapacityUnits"});
    CHECK(of("StreamSpecification", R"({"StreamEnabled": true})") ==
          findings{"warning stream.view-type-missing /StreamSpecification/StreamViewType"});
    CHECK(of("SSEDescription", R"({"Status": "ENABLED", "SSEType": "KMS"})") ==
          findings{"warning sse.kms-key-missing /SSEDescription/KMSMasterKeyArn"});
    auto const projected_key = global_index()
                                   .with("Projection", projected("INCLUDE", R"(["Artist"])"))
                                   .without("ProvisionedThroughput");
    CHECK(of("GlobalSecondaryIndexes", list(projected_key)) ==
          findings{
              "warning projection.non-key-is-key /GlobalSecondaryIndexes/0/Projection/NonKeyAttributes/0"});
}

TEST_CASE("the rules of a table also apply to one that an import creates", "[rules][table]") {
    object const made{{"TableName", in_quotes("Music")},
                      {"AttributeDefinitions", attributes({"Artist", "Genre"})},
                      {"KeySchema", list(key("Artist", "HASH"))},
                      {"BillingMode", in_quotes("PROVISIONED")},
                      {"ProvisionedThroughput", capacity("1", "1").text()},
                      {"GlobalSecondaryIndexes", list(global_index())}};
    using T = aws::TableCreationParameters;
    CHECK(found<T>(made) == none);
    CHECK(found<T>(made.with("AttributeDefinitions", attributes({"Artist"}))) ==
          findings{"error table.attribute-definitions /GlobalSecondaryIndexes/0/KeySchema/0/AttributeName"});
    CHECK(found<T>(made.with("ProvisionedThroughput", capacity("0", "1"))) ==
          findings{"error provisioned-throughput.minimum /ProvisionedThroughput/ReadCapacityUnits"});
    CHECK(found<T>(made.with("GlobalSecondaryIndexes",
                             list({global_index("ByMood").text(), global_index("ByMood").text()}))) ==
          findings{"error index.unique-name /GlobalSecondaryIndexes/1/IndexName"});
    CHECK(found<T>(made.with("BillingMode", in_quotes("PAY_PER_REQUEST"))).size() == 4);
}

} // namespace rules_described_table_test
