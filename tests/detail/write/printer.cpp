#include <dynabackup/aws/source_table_details.hpp>
#include <dynabackup/detail/write/printer.hpp>
#include <dynabackup/write.hpp>

#include "catch.hpp"

namespace detail_write_printer_test {

using namespace dynabackup;

TEST_CASE("unknown members of a model are left out, whether they are required or not", "[write]") {
    aws::SourceTableDetails table;
    table.table_name = "Music";
    table.table_size_bytes = 7;
    table.key_schema = {{"Artist", aws::KeyType::HASH}, {"Title", aws::KeyType::RANGE}};
    unreadable_fields unread;
    unread.insert(table.table_id);
    unread.insert(table.table_size_bytes);
    unread.insert(table.key_schema[0]);
    unread.insert(table.table_creation_date_time);
    unread.insert(table.provisioned_throughput.read_capacity_units);
    std::string text;
    append_json(text, shape_table_of<aws::SourceTableDetails>, &table, format::aws_wire, 0, &unread);
    CHECK(text == R"({"KeySchema":[{"AttributeName":"Title","KeyType":"RANGE"}],)"
                  R"("ProvisionedThroughput":{"WriteCapacityUnits":0},"TableName":"Music"})");
}

TEST_CASE("part of a document is indented by its depth", "[write]") {
    std::string text = "[";
    aws::KeySchemaElement const element{"Artist", aws::KeyType::HASH};
    append_json(text, shape_table_of<aws::KeySchemaElement>, &element, format::aws_cli, 2);
    CHECK(text == "[{\n            \"AttributeName\": \"Artist\",\n"
                  "            \"KeyType\": \"HASH\"\n        }");
}

TEST_CASE("empty objects and lists have no line break", "[write]") {
    std::string text;
    aws::SourceTableDetails table;
    table.table_name = "Music";
    append_json(text, shape_table_of<aws::SourceTableDetails>, &table, format::aws_cli);
    CHECK(text.find("\"KeySchema\": [],\n") != text.npos);
    text.clear();
    aws::OnDemandThroughput const nothing;
    append_json(text, shape_table_of<aws::OnDemandThroughput>, &nothing, format::aws_cli);
    CHECK(text == "{}");
}

} // namespace detail_write_printer_test
