#pragma once
/// \file
/// Backups that violate no rule: their times, tables and ARNs agree.

#include "data/json.hpp"
#include "scenario.hpp"

#include <cstdint>
#include <string>

namespace bench {

struct backup {
    std::string table, table_id, table_arn, arn, name, type;
    std::uint64_t created, expires; ///< milliseconds since the epoch
    std::int64_t size;

    bool system() const { return type == "SYSTEM"; }
};

inline backup make_backup(random_source& random) {
    backup b;
    b.table = "orders-" + padded(random.below(5000), 4);
    b.table_arn = "arn:aws:dynamodb:eu-west-1:" + random.digits(12) + ":table/" + b.table;
    b.created = 1'540'000'000'000 + random.below(220'000'000'000);
    b.type = random.one_in(5) ? "SYSTEM" : "USER";
    b.arn = b.table_arn + "/backup/" + padded(b.created, 14) + '-' + random.hex(8);
    b.table_id = random.uuid();
    b.name = b.table + (b.system() ? "$DeletedTableBackup" : "-nightly");
    b.size = static_cast<std::int64_t>(random.below(100'000'000'000));
    b.expires = b.created + 35ull * 24 * 3600 * 1000;
    return b;
}

} // namespace bench
