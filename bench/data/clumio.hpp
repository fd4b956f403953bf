#pragma once
/// \file
/// Pages of Clumio's list of backups of DynamoDB tables.

#include "data/describe_backup.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

namespace detail {

inline std::string clumio_time(summing_writer& w, std::uint64_t milliseconds) {
    auto const text = date_time(milliseconds, 0, "");
    w.sum.times += text.size();
    return json_string(text);
}

inline std::string clumio_link(summing_writer& w, std::string const& href, std::string_view type) {
    return compact({{"href", w.text(href)}, {"templated", w.flag(false)}, {"type", w.text(type)}});
}

inline std::string clumio_keys(summing_writer& w, std::string_view hash, std::string_view range) {
    auto const key = [&](std::string_view name, std::string_view type) {
        return compact({{"attribute_name", w.text(name)}, {"key_type", w.text(type)}});
    };
    return list({key(hash, "HASH"), key(range, "RANGE")});
}

inline std::string clumio_throughput(summing_writer& w, random_source& random) {
    return compact({{"read_capacity_units", w.number(static_cast<std::int64_t>(5 + random.below(500)))},
                    {"write_capacity_units", w.number(static_cast<std::int64_t>(5 + random.below(500)))}});
}

inline std::string clumio_index(summing_writer& w, random_source& random) {
    return compact(
        {{"index_name", w.text("ByCustomerAndDay")},
         {"key_schema", clumio_keys(w, "CustomerId", "Day")},
         {"projection", compact({{"non_key_attributes", list({w.text("Total"), w.text("Currency")})},
                                 {"projection_type", w.text("INCLUDE")}})},
         {"provisioned_throughput", clumio_throughput(w, random)}});
}

inline std::string clumio_backup(summing_writer& w, random_source& random) {
    auto const b = make_backup(random);
    auto const path = "https://us-west-2.api.clumio.com/backups/aws/dynamodb-tables/" + random.hex(24);
    return compact(
        {{"_etag", w.text(random.hex(16))},
         {"_links",
          compact({{"_self", clumio_link(w, path, "get")},
                   {"restore-aws-dynamodb-table",
                    clumio_link(w, "https://us-west-2.api.clumio.com/restores/aws/dynamodb", "post")}})},
         {"account_native_id", w.text(random.digits(12))},
         {"aws_region", w.text("us-west-2")},
         {"billing_mode", w.text("PROVISIONED")},
         {"expiration_timestamp", clumio_time(w, b.expires)},
         {"global_secondary_indexes", list({clumio_index(w, random)})},
         {"global_table_version", "null"},
         {"id", w.text(random.hex(24))},
         {"item_count", w.number(b.size / 300)},
         {"local_secondary_indexes", "[]"},
         {"pitr_status", w.flag(random.one_in(2))},
         {"provisioned_throughput", clumio_throughput(w, random)},
         {"size", w.number(b.size)},
         {"sse_specification", compact({{"kms_key_type", w.text("DEFAULT")}, {"kms_master_key_id", "null"}})},
         {"start_timestamp", clumio_time(w, b.created)},
         {"table_class", w.text("STANDARD")},
         {"table_id", w.text(b.table_id)},
         {"table_name", w.text(b.table)},
         {"tags", list({compact({{"key", w.text("team")}, {"value", w.text("orders")}}),
                        compact({{"key", w.text("stage")}, {"value", w.text("production")}})})},
         {"type", w.text("clumio_backup")}});
}

} // namespace detail

/// Returns a page of about this number of bytes. It is the only page of its list.
inline scenario clumio_page(std::size_t bytes) {
    random_source random;
    detail::summing_writer w;
    scenario page;
    page.time_texts = true;
    page.text = "{\"_embedded\":{\"items\":[";
    while (page.text.size() < bytes) {
        if (w.sum.records++ != 0) page.text += ',';
        page.text += detail::clumio_backup(w, random);
    }
    auto const count = std::to_string(w.sum.records);
    page.text +=
        "]},\"_links\":{\"_self\":{\"href\":\"https://us-west-2.api.clumio.com/backups/aws/dynamodb-tables\","
        "\"templated\":false,\"type\":\"get\"}},\"current_count\":" +
        count + ",\"filter_applied\":\"{}\",\"limit\":" + count +
        ",\"start\":\"1\",\"total_count\":" + count + ",\"total_pages_count\":1}";
    page.expected = w.sum;
    return page;
}

} // namespace bench
