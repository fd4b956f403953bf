#include <dynabackup/aws/source_table_details.hpp>
#include <dynabackup/write/printer.hpp>

#include "catch.hpp"

using namespace dynabackup;

TEST_CASE("what is not known of a model is left out, required or not", "[write]") {
    aws::SourceTableDetails table;
    table.table_name = "Music";
    table.table_size_bytes = 7;
    table.key_schema = {{"Artist", aws::KeyType::HASH}, {"Title", aws::KeyType::RANGE}};
    unread_members unread;
    unread.insert(table.table_id);
    unread.insert(table.table_size_bytes);
    unread.insert(table.key_schema[0]);
    unread.insert(table.table_creation_date_time);
    unread.insert(table.provisioned_throughput.read_capacity_units);
    std::string text;
    detail::append_json(text, table, format::aws_wire, 0, &unread);
    CHECK(text == R"({"KeySchema":[{"AttributeName":"Title","KeyType":"RANGE"}],)"
                  R"("ProvisionedThroughput":{"WriteCapacityUnits":0},"TableName":"Music"})");
}

TEST_CASE("part of a document is indented as deep as it lies", "[write]") {
    std::string text = "[";
    detail::append_json(text, aws::KeySchemaElement{"Artist", aws::KeyType::HASH}, format::aws_cli, 2,
                        nullptr);
    CHECK(text == "[{\n            \"AttributeName\": \"Artist\",\n"
                  "            \"KeyType\": \"HASH\"\n        }");
}
