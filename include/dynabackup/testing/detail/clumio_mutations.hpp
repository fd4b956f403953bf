#pragma once
/// \file
/// Breaks the rules of Clumio.

#include <dynabackup/clumio/exchange.hpp>
#include <dynabackup/rules/clumio.hpp>
#include <dynabackup/rules/clumio_restore.hpp>
#include <dynabackup/testing/detail/mutation.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace dynabackup::testing::detail {

/// Gives a backup at least `least` replicas, and the version that goes with them.
inline std::vector<clumio::ReplicaDescription>& need_replicas(resource& b, std::size_t least) {
    auto& replicas = b.replicas ? *b.replicas : b.replicas.emplace();
    for (std::size_t i = replicas.size(); i < least; ++i)
        replicas.emplace_back().region_name = std::string(aws_regions[i].name);
    if (!b.global_table_version) b.global_table_version = clumio::GlobalTableVersion::v2019_11_21;
    return replicas;
}

using restore_of_clumio = clumio::RestoreAwsDynamodbTableV1Request;

/// Makes the target of a restore keep the first global index of a table, unchanged. Returns null if the table has no
/// global index, or if the name of one is absent.
template <class T>
clumio::GlobalSecondaryIndex* keep_index(T const& table, clumio::DynamoDBTableRestoreTarget& target) {
    target = {};
    auto const& own = table.global_secondary_indexes;
    if (!own || own->empty()) return nullptr;
    for (auto const& index : *own)
        if (!index.index_name) return nullptr;
    return &target.global_secondary_indexes.emplace().emplace_back(own->front());
}

/// Breaks a rule in what a restore keeps of a backup's indexes: `change(index)`.
template <class Change>
constexpr model_mutation in_kept_index(rule const& r, Change) {
    return breaks(r, [](resource& b, restore_of_clumio& request, scene& s) {
        request = {};
        request.source.securevault_backup.emplace().backup_id = b.id.value_or(clumio_id_of_backup(s));
        auto* const kept = keep_index(b, request.target);
        return kept && Change{}(*kept);
    });
}

inline constexpr std::array clumio_mutations{
    breaks(clumio::restore_source,
           [](restore_of_clumio& request, scene& s) {
               auto& source = request.source;
               source = {}; // no source would also break it, but the document could not be recognised
               adjust(source.continuous_backup.emplace(), s);
               adjust(source.securevault_backup.emplace(), s);
               return true;
           }),
    breaks(clumio::restore_time,
           [](restore_of_clumio& request, scene& s) {
               request.source = {};
               auto& options = request.source.continuous_backup.emplace();
               adjust(options, s);
               options.timestamp.reset();
               options.use_latest_restorable_time = s.random().one_in(2);
               if (*options.use_latest_restorable_time) options.timestamp = s.backup().created;
               return true;
           }),
    breaks(clumio::restore_replicas,
           [](restore_of_clumio& request, scene&) {
               request.target.global_table_version = clumio::GlobalTableVersion::v2019_11_21;
               request.target.replicas.emplace().emplace_back().region_name =
                   std::string(aws_regions[0].name);
               return true;
           }),
    breaks(clumio::restorable_times,
           [](clumio::DynamoDBTable& t, scene& s) {
               auto& earliest = t.earliest_continuous_snapshot_restorable_timestamp;
               auto& latest = t.latest_continuous_snapshot_restorable_timestamp;
               if (!earliest || !latest) return false;
               *earliest = *latest + std::chrono::seconds{s.random().log_between(1, 100'000'000)};
               return true;
           }),
    breaks(exchange::clumio_source,
           [](resource& b, restore_of_clumio& request, scene&) {
               request = {};
               if (!b.id) return false;
               request.source.securevault_backup.emplace().backup_id = *b.id + "-2";
               return true;
           }),
    in_kept_index(exchange::clumio_unknown_index,
                  [](clumio::GlobalSecondaryIndex& kept) {
                      *kept.index_name += "-new";
                      return true;
                  }),
    in_kept_index(exchange::clumio_changed_index,
                  [](clumio::GlobalSecondaryIndex& kept) {
                      if (!kept.key_schema || !kept.key_schema->front().attribute_name) return false;
                      *kept.key_schema->front().attribute_name += "-2";
                      return true;
                  }),
    breaks(exchange::clumio_outside_recovery,
           [](clumio::DynamoDBTable& t, restore_of_clumio& request, scene& s) {
               auto const& earliest = t.earliest_continuous_snapshot_restorable_timestamp;
               auto const& latest = t.latest_continuous_snapshot_restorable_timestamp;
               if (!earliest || !latest) return false;
               request = {};
               auto& options = request.source.continuous_backup.emplace();
               options.table_id = t.id.value_or(s.table().id);
               std::chrono::seconds const away{s.random().log_between(1, 1'000'000)};
               options.timestamp = s.random().one_in(2) ? *earliest - away : *latest + away;
               return true;
           }),

    breaks(clumio::sse_key,
           [](resource& b, scene& s) {
               auto& sse = b.sse_specification.emplace();
               bool const own = s.random().one_in(2);
               sse.kms_key_type = own ? clumio::KMSKeyType::CUSTOMER_MANAGED : clumio::KMSKeyType::DEFAULT;
               if (own) sse.kms_master_key_id = nullptr;
               else s.name_kms_key(sse.kms_master_key_id.emplace());
               return true;
           }),
    breaks(clumio::expiration_before_start,
           [](resource& b, scene& s) {
               b.expiration_timestamp =
                   *b.start_timestamp - std::chrono::seconds{s.random().log_between(0, 100'000'000)};
               return true;
           }),
    breaks(clumio::global_table_version,
           [](resource& b, scene& s) {
               need_replicas(b, 1);
               b.global_table_version.reset();
               if (s.random().one_in(2)) b.global_table_version = nullptr;
               return true;
           }),
    breaks(clumio::replica_region,
           [](resource& b, scene&) {
               auto& replicas = need_replicas(b, 2);
               replicas.back().region_name = replicas.front().region_name;
               return replicas.front().region_name.has_value();
           }),
    breaks(clumio::index_unknown,
           [](resource& b, scene& s) {
               auto& replicas = need_replicas(b, 1);
               auto& copied = replicas.front().global_secondary_indexes;
               if (!copied) copied.emplace();
               s.name_index(copied->emplace_back().index_name.emplace());
               auto const& own = b.global_secondary_indexes;
               return own &&
                      std::ranges::all_of(*own, [](auto const& i) { return i.index_name.has_value(); });
           }),
    breaks(clumio::page_count,
           [](clumio::DynamoDBTableBackupList& page, scene& s) {
               auto& count = page.current_count;
               if (count) *count += s.random().log_between(1, 100);
               return count.has_value();
           }),
};

} // namespace dynabackup::testing::detail
