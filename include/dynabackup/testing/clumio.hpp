#pragma once
/// \file
/// What ties members together in the shapes of Clumio.

#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/testing/fill.hpp>
#include <dynabackup/testing/settle.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::testing {

template <>
inline constexpr auto kept<clumio::DynamoDBTableBackup> =
    indexes_of<&clumio::DynamoDBTableBackup::start_timestamp,
               &clumio::DynamoDBTableBackup::account_native_id>;
template <>
inline constexpr auto kept<clumio::DynamoDBTableBackupList> =
    indexes_of<&clumio::DynamoDBTableBackupList::embedded>;
template <>
inline constexpr auto kept<clumio::DynamoDBTableBackupListEmbedded> =
    indexes_of<&clumio::DynamoDBTableBackupListEmbedded::items>;
template <>
inline constexpr auto kept<clumio::Error> = indexes_of<&clumio::Error::errors>;

namespace detail {

/// A link of the API, to that path.
inline void settle_link(std::optional<clumio::HateoasLink>& link, std::string_view path,
                        std::string_view method) {
    if (!link) return;
    link->href = std::string(path);
    link->templated = false;
    link->type = std::string(method);
}

} // namespace detail

inline void settle(clumio::HateoasLink& link, scene&) {
    if (link.href) link.href = "/backups/aws/dynamodb-tables";
    if (link.type) link.type = "get";
}

inline void settle(clumio::ProvisionedThroughput& t, scene& s) { settle_throughput(t, s); }
inline void settle(clumio::ProvisionedThroughputOverride& t, scene& s) {
    if (t.read_capacity_units) t.read_capacity_units = s.random().log_between(1, 40'000);
}
inline void settle(clumio::OnDemandThroughputOverride& t, scene& s) {
    if (t.max_read_request_units) t.max_read_request_units = s.random().log_between(1, 40'000);
}

inline void settle(clumio::KeySchemaElement& element, scene& s) {
    if (element.attribute_name) element.attribute_name = std::string(s.random().pick(words::keys));
}

inline void settle(clumio::Projection& p, scene& s) { settle_projection(p, s); }

inline void settle(clumio::LocalSecondaryIndex& index, scene& s) {
    if (index.index_name) s.name_index(*index.index_name);
    if (index.key_schema) settle_local_keys(*index.key_schema, s);
}

inline void settle(clumio::GlobalSecondaryIndex& index, scene& s) {
    if (index.index_name) s.name_index(*index.index_name);
    if (index.key_schema) settle_global_keys(*index.key_schema, s);
}

/// A key is named where it is the customer's, and not where it is the service's own.
inline void settle(clumio::SSESpecification& sse, scene& s) {
    auto const type = enumerator(sse.kms_key_type);
    if (type == clumio::KMSKeyType::CUSTOMER_MANAGED) s.name_kms_key(sse.kms_master_key_id.emplace());
    else if (type == clumio::KMSKeyType::DEFAULT) sse.kms_master_key_id = nullptr;
    else if (sse.kms_master_key_id) s.name_kms_key(*sse.kms_master_key_id);
}

inline void settle(clumio::StreamSpecification& stream, scene&) {
    if (stream.enabled && !*stream.enabled) stream.view_type.reset();
}

inline void settle(clumio::Tag& tag, scene& s) {
    if (tag.key) tag.key = std::string(s.random().pick(words::attributes));
    if (tag.value) tag.value = std::string(s.random().pick(words::stages));
}

inline void settle(clumio::ReplicaDescription& replica, scene& s) {
    if (replica.kms_master_key_id) s.name_kms_key(*replica.kms_master_key_id);
    if (replica.region_name) replica.region_name = std::string(s.random().pick(aws_regions).name);
}

namespace detail {

/// The replicas of a backup are in Regions of their own, and have no index that the table does not have.
inline void settle_replicas(clumio::DynamoDBTableBackup& b, scene& s) {
    if (!b.replicas) return;
    auto const first = s.random().below(aws_regions.size());
    for (std::size_t i = 0; i < b.replicas->size(); ++i) {
        auto& replica = (*b.replicas)[i];
        if (replica.region_name)
            replica.region_name = std::string(aws_regions[(first + i) % aws_regions.size()].name);
        auto& copied = replica.global_secondary_indexes;
        if (!copied) continue;
        auto const* const indexes = b.global_secondary_indexes ? &*b.global_secondary_indexes : nullptr;
        copied->resize(std::min(copied->size(), indexes ? indexes->size() : 0));
        for (std::size_t j = 0; j < copied->size(); ++j) (*copied)[j].index_name = (*indexes)[j].index_name;
    }
    if (!b.replicas->empty() && !b.global_table_version)
        b.global_table_version = clumio::GlobalTableVersion::v2019_11_21;
    if (b.replicas->empty() && b.global_table_version) b.global_table_version = nullptr;
}

} // namespace detail

inline void settle(clumio::DynamoDBTableBackup& b, scene& s) {
    auto const text = [](std::optional<std::string>& member, std::string_view value) {
        if (member) member->assign(value);
    };
    text(b.account_native_id, s.account());
    text(b.aws_region, s.region().name);
    text(b.table_name, s.table().name);
    text(b.id, s.backup().arn.substr(s.backup().arn.size() - 8));
    text(b.table_id, s.table().id);
    if (b.billing_mode)
        b.billing_mode =
            s.table().on_demand ? clumio::BillingMode::PAY_PER_REQUEST : clumio::BillingMode::PROVISIONED;
    settle_indexes(b, s);
    if (!s.random().one_in(8)) b.replicas.emplace().clear();
    detail::settle_replicas(b, s);
    auto const start = date::floor<std::chrono::seconds>(s.backup().created);
    b.start_timestamp = timestamp{start};
    if (b.expiration_timestamp)
        b.expiration_timestamp = timestamp{start + date::days{s.random().log_between(1, 3650)}};
    if (!b.links) return;
    std::string const path = "/backups/aws/dynamodb-tables/" + b.id.value_or("0");
    detail::settle_link(b.links->self, path, "get");
    detail::settle_link(b.links->restore_aws_dynamodb_table, "/restores/aws/dynamodb", "post");
    detail::settle_link(b.links->restore_aws_dynamodb_records, "/restores/aws/dynamodb/records", "post");
}

/// All of the listing, on one page.
inline void settle(clumio::DynamoDBTableBackupList& page, scene& s) {
    auto const count = static_cast<std::int64_t>(page.embedded->items->size());
    if (page.current_count) page.current_count = count;
    if (page.total_count) page.total_count = count;
    if (page.total_pages_count) page.total_pages_count = 1;
    if (page.limit) page.limit = std::max<std::int64_t>(count, 100);
    if (page.start) page.start = "1";
    if (page.filter_applied) page.filter_applied = R"({"table_id":{"$eq":")" + s.table().id + R"("}})";
    if (!page.links) return;
    page.links->next.reset();
    page.links->prev.reset();
}

} // namespace dynabackup::testing
