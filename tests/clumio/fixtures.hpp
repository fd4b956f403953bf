#pragma once
/// \file
/// A valid backup of Clumio. Tests change one thing in it.

#include <dynabackup/clumio/clumio.hpp>

#include "../fixtures.hpp"

namespace clumio_fixtures {

using fixtures::findings;
using fixtures::found;
using fixtures::found_in;
using fixtures::in_quotes;
using fixtures::line_of;
using fixtures::list;
using fixtures::names;
using fixtures::none;
using fixtures::object;
namespace clumio = dynabackup::clumio;
using clumio::DynamoDBTableBackup;

inline object key(std::string_view name, std::string_view type) {
    return {{"attribute_name", in_quotes(name)}, {"key_type", in_quotes(type)}};
}

/// A key schema of these types, `H` for HASH and `R` for RANGE, each with its own attribute: k0, k1 ….
inline std::string keys(std::string_view types) {
    std::string out = "[";
    for (std::size_t i = 0; i < types.size(); ++i)
        out += (i ? ", " : "") + key("k" + std::to_string(i), types[i] == 'H' ? "HASH" : "RANGE").text();
    return out + "]";
}

inline object capacity(std::string_view read, std::string_view write) {
    return {{"read_capacity_units", std::string(read)}, {"write_capacity_units", std::string(write)}};
}

inline object projected(std::string_view type, std::string_view attributes) {
    return {{"non_key_attributes", std::string(attributes)}, {"projection_type", in_quotes(type)}};
}

inline object local_index(std::string_view name = "ByYear") {
    return {{"index_name", in_quotes(name)},
            {"key_schema", list({key("Artist", "HASH").text(), key("Year", "RANGE").text()})},
            {"projection", projected("ALL", "[]").text()}};
}

inline object global_index(std::string_view name = "ByGenre") {
    return {{"contributor_insights_status", "false"},
            {"index_name", in_quotes(name)},
            {"key_schema", list(key("Genre", "HASH"))},
            {"projection", projected("INCLUDE", R"(["Length"])").text()},
            {"provisioned_throughput", capacity("2", "1").text()}};
}

inline object replica(std::string_view region) {
    return {{"global_secondary_indexes", R"([{"index_name": "ByGenre"}])"},
            {"kms_master_key_id", "null"},
            {"provisioned_throughput_override", R"({"read_capacity_units": 7})"},
            {"region_name", in_quotes(region)},
            {"replica_table_class", in_quotes("STANDARD")}};
}

inline object link(std::string_view method) {
    return {{"href", in_quotes("/backups/aws/dynamodb-tables/77")},
            {"templated", "false"},
            {"type", in_quotes(method)}};
}

/// Every member of the resource, in wire order.
inline object backup() {
    return {
        {"_etag", in_quotes("5d41402a")},
        {"_links", object{{"_self", link("get").text()},
                          {"restore-aws-dynamodb-records", link("post").text()},
                          {"restore-aws-dynamodb-table", link("post").text()}}
                       .text()},
        {"account_native_id", in_quotes("111122223333")},
        {"aws_region", in_quotes("eu-central-1")},
        {"billing_mode", in_quotes("PROVISIONED")},
        {"contributor_insights_status", "true"},
        {"deletion_protection_enabled", "false"},
        {"expiration_timestamp", in_quotes("2024-07-01T00:00:00Z")},
        {"global_secondary_indexes", list(global_index())},
        {"global_table_version", in_quotes("2019.11.21")},
        {"id", in_quotes("77")},
        {"item_count", "10"},
        {"local_secondary_indexes", list(local_index())},
        {"pitr_status", "true"},
        {"provisioned_throughput", capacity("5", "6").text()},
        {"replicas", list({replica("eu-west-1").text(), replica("us-east-1").text()})},
        {"size", "4096"},
        {"sse_specification", R"({"kms_key_type": "CUSTOMER_MANAGED", "kms_master_key_id": "alias/music"})"},
        {"start_timestamp", in_quotes("2024-06-01T00:00:00.25+02:00")},
        {"stream_specification", R"({"enabled": true, "view_type": "NEW_IMAGE"})"},
        {"table_class", in_quotes("STANDARD_INFREQUENT_ACCESS")},
        {"table_id", in_quotes("t-5")},
        {"table_name", in_quotes("Music")},
        {"tags", R"([{"key": "stage", "value": "live"}])"},
        {"type", in_quotes("clumio_backup")}};
}

/// A page of these backups.
inline object page(std::initializer_list<std::string> backups) {
    return {{"_embedded", object{{"items", list(backups)}}.text()},
            {"_links", object{{"_first", link("get").text()},
                              {"_last", link("get").text()},
                              {"_next", "null"},
                              {"_prev", "null"},
                              {"_self", link("get").text()}}
                           .text()},
            {"current_count", std::to_string(backups.size())},
            {"filter_applied", R"("{\"type\":{\"$all\":[\"clumio_backup\"]}}")"},
            {"limit", "100"},
            {"start", in_quotes("1")},
            {"total_count", std::to_string(backups.size())},
            {"total_pages_count", "1"}};
}

/// A table, in wire order.
inline object table() {
    return {
        {"_links", object{{"_self", link("get").text()}}.text()},
        {"account_native_id", in_quotes("111122223333")},
        {"aws_region", in_quotes("eu-central-1")},
        {"backup_status_info",
         R"({"backup_status": "success", "operation_info_list": [{"backup_status": "failure", "operation": "aws_dynamodb_table_backup"}]})"},
        {"billing_mode", in_quotes("PROVISIONED")},
        {"deletion_timestamp", "null"},
        {"earliest_continuous_snapshot_restorable_timestamp", in_quotes("2024-06-01T00:00:00Z")},
        {"environment_id", in_quotes("e-3")},
        {"global_secondary_indexes", list(global_index())},
        {"id", in_quotes("t-5")},
        {"is_deleted", "false"},
        {"latest_continuous_snapshot_restorable_timestamp", in_quotes("2024-06-02T00:00:00Z")},
        {"local_secondary_indexes", list(local_index())},
        {"name", in_quotes("Music")},
        {"pitr_status", "true"},
        {"protection_info", "null"},
        {"protection_status", in_quotes("unprotected")},
        {"provisioned_throughput", capacity("5", "6").text()},
        {"sse_specification", R"({"kms_key_type": "DEFAULT", "kms_master_key_id": null})"},
        {"table_keys",
         R"({"partition_key": {"name": "Artist", "type": "S"}, "sort_key": {"name": "Title", "type": "S"}})"},
        {"table_native_id", in_quotes("01234567-89ab-cdef-0123-456789abcdef")},
        {"tags", R"([{"id": "1", "key": "stage", "key_id": "2", "value": "live"}])"},
        {"unsupported_reason", "null"}};
}

/// A request to restore that backup with all of its indexes.
inline object restore_of(std::string_view source) {
    return {{"source", std::string(source)},
            {"target", object{{"billing_mode", in_quotes("PROVISIONED")},
                              {"environment_id", in_quotes("e-3")},
                              {"global_secondary_indexes", list(global_index())},
                              {"local_secondary_indexes", list(local_index())},
                              {"provisioned_throughput", capacity("5", "6").text()},
                              {"table_name", in_quotes("Music-2")},
                              {"tags", R"([{"key": "stage", "value": "test"}])"}}
                           .text()}};
}
inline object restore_request() { return restore_of(R"({"securevault_backup": {"backup_id": "77"}})"); }

/// The findings in a backup by itself, and as the second backup of a page. They must be the same, at the path of each.
inline findings found_of(object const& altered, dynabackup::check_options const& chosen = {},
                         dynabackup::severity least = dynabackup::severity::warning) {
    auto const alone = found<DynamoDBTableBackup>(altered, chosen, least);
    auto in_page =
        found<clumio::DynamoDBTableBackupList>(page({backup().text(), altered.text()}), chosen, least);
    for (auto& line : in_page)
        if (std::string_view const prefix = "/_embedded/items/1"; line.find(prefix) != line.npos)
            line.erase(line.find(prefix), prefix.size());
    CHECK(in_page == alone);
    return alone;
}

} // namespace clumio_fixtures
