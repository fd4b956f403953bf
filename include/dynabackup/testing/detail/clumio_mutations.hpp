#pragma once
/// \file
/// How the rules of Clumio are broken.

#include <dynabackup/rules/clumio.hpp>
#include <dynabackup/testing/detail/mutation.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace dynabackup::testing::detail {

/// Replicas of a backup, one at least, and the version that goes with them.
inline std::vector<clumio::ReplicaDescription>& need_replicas(resource& b, std::size_t least) {
    auto& replicas = b.replicas ? *b.replicas : b.replicas.emplace();
    for (std::size_t i = replicas.size(); i < least; ++i)
        replicas.emplace_back().region_name = std::string(aws_regions[i].name);
    if (!b.global_table_version) b.global_table_version = clumio::GlobalTableVersion::v2019_11_21;
    return replicas;
}

inline constexpr std::array clumio_mutations{
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
