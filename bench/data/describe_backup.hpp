#pragma once
/// \file
/// DescribeBackup responses, one per line: tables with indexes, streams, times to live and encryption.

#include "data/backup.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

namespace detail {

/// Writes values, and adds them up.
struct summing_writer {
    tally sum;

    std::string text(std::string_view t) {
        sum.text(t);
        return json_string(t);
    }
    std::string number(std::int64_t n) {
        sum.number(n);
        return std::to_string(n);
    }
    std::string time(std::uint64_t milliseconds) {
        sum.times += milliseconds / 1000;
        return aws_time(milliseconds);
    }
    std::string flag(bool yes) {
        sum.flag(yes);
        return yes ? "true" : "false";
    }
};

inline std::string keys(summing_writer& w, std::string_view hash, std::string_view range) {
    auto const key = [&](std::string_view name, std::string_view type) {
        return compact({{"AttributeName", w.text(name)}, {"KeyType", w.text(type)}});
    };
    std::vector<std::string> all{key(hash, "HASH")};
    if (!range.empty()) all.push_back(key(range, "RANGE"));
    return list(all);
}

inline std::string projection(summing_writer& w, bool include) {
    if (!include) return compact({{"ProjectionType", w.text("ALL")}});
    return compact({{"NonKeyAttributes", list({w.text("Total"), w.text("Currency"), w.text("Channel")})},
                    {"ProjectionType", w.text("INCLUDE")}});
}

inline std::string throughput(summing_writer& w, random_source& random) {
    return compact({{"ReadCapacityUnits", w.number(static_cast<std::int64_t>(5 + random.below(500)))},
                    {"WriteCapacityUnits", w.number(static_cast<std::int64_t>(5 + random.below(500)))}});
}

inline std::string global_index(summing_writer& w, random_source& random, std::string_view name,
                                std::string_view hash, std::string_view range) {
    return compact({{"IndexName", w.text(name)},
                    {"KeySchema", keys(w, hash, range)},
                    {"Projection", projection(w, random.one_in(2))},
                    {"ProvisionedThroughput", throughput(w, random)}});
}

inline std::string details(summing_writer& w, backup const& b) {
    object members{{"BackupArn", w.text(b.arn)}, {"BackupCreationDateTime", w.time(b.created)}};
    if (b.system()) members.emplace_back("BackupExpiryDateTime", w.time(b.expires));
    members.emplace_back("BackupName", w.text(b.name));
    members.emplace_back("BackupSizeBytes", w.number(b.size));
    members.emplace_back("BackupStatus", w.text("AVAILABLE"));
    members.emplace_back("BackupType", w.text(b.type));
    return compact(members);
}

inline std::string table(summing_writer& w, random_source& random, backup const& b) {
    return compact({{"BillingMode", w.text("PROVISIONED")},
                    {"ItemCount", w.number(b.size / 300)},
                    {"KeySchema", keys(w, "OrderId", "Line")},
                    {"ProvisionedThroughput", throughput(w, random)},
                    {"TableArn", w.text(b.table_arn)},
                    {"TableCreationDateTime", w.time(b.created - random.below(10'000'000'000))},
                    {"TableId", w.text(b.table_id)},
                    {"TableName", w.text(b.table)},
                    {"TableSizeBytes", w.number(b.size)}});
}

inline std::string features(summing_writer& w, random_source& random) {
    std::vector<std::string> globals{global_index(w, random, "ByCustomerAndDay", "CustomerId", "Day")};
    if (random.one_in(2)) globals.push_back(global_index(w, random, "ByWarehouse", "WarehouseId", ""));
    object members{{"GlobalSecondaryIndexes", list(globals)},
                   {"LocalSecondaryIndexes",
                    list({compact({{"IndexName", w.text("ByPrice")},
                                   {"KeySchema", keys(w, "OrderId", "Price")},
                                   {"Projection", compact({{"ProjectionType", w.text("KEYS_ONLY")}})}})})}};
    if (random.one_in(2)) {
        auto const key = "arn:aws:kms:eu-west-1:111122223333:key/" + random.uuid();
        members.emplace_back("SSEDescription", compact({{"KMSMasterKeyArn", w.text(key)},
                                                        {"SSEType", w.text("KMS")},
                                                        {"Status", w.text("ENABLED")}}));
    }
    members.emplace_back("StreamDescription", compact({{"StreamEnabled", w.flag(true)},
                                                       {"StreamViewType", w.text("NEW_AND_OLD_IMAGES")}}));
    members.emplace_back("TimeToLiveDescription", compact({{"AttributeName", w.text("ExpiresAt")},
                                                           {"TimeToLiveStatus", w.text("ENABLED")}}));
    return compact(members);
}

/// Returns one response. Adds its values to `sum`.
inline std::string description(random_source& random, tally& sum) {
    summing_writer w;
    auto const b = make_backup(random);
    auto text =
        compact({{"BackupDescription", compact({{"BackupDetails", details(w, b)},
                                                {"SourceTableDetails", table(w, random, b)},
                                                {"SourceTableFeatureDetails", features(w, random)}})}});
    w.sum.records = 1;
    sum += w.sum;
    return text;
}

/// Damages a line: cuts it off, or removes a quote, a colon or a brace.
inline void damage(std::string& line, random_source& random) {
    auto const at = line.size() / 8 + random.below(line.size() / 2);
    switch (random.below(3)) {
    case 0: line.resize(at); break;
    case 1: line.erase(line.find("\":", at), 1); break;
    default: line.erase(line.find(':', line.find('"', at)), 1);
    }
}

} // namespace detail

/// Returns a text of about this number of bytes. `damaged`: two lines in a hundred are damaged.
inline scenario describe_backup(bool damaged, std::size_t bytes) {
    random_source random, of_damage;
    scenario made;
    while (made.text.size() < bytes) {
        tally sum;
        auto line = detail::description(random, sum);
        if (damaged && of_damage.one_in(50)) {
            detail::damage(line, of_damage);
            ++made.rejected;
        } else {
            made.expected += sum;
        }
        made.text += line + '\n';
    }
    return made;
}

} // namespace bench
