#pragma once
/// \file
/// What generating values of Clumio's shapes needs beyond their descriptions.

#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/clumio/tables.hpp>
#include <dynabackup/testing/detail/shape_values.hpp>

#include <date/date.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dynabackup::testing::detail {

/// Sets a link of the API to that path.
inline void adjust_link(std::optional<clumio::HateoasLink>& link, std::string_view path,
                        std::string_view method) {
    if (!link) return;
    link->href = std::string(path);
    link->templated = false;
    link->type = std::string(method);
}

inline void adjust(clumio::HateoasLink& link, scene&) {
    if (link.href) link.href = "/backups/aws/dynamodb-tables";
    if (link.type) link.type = "get";
}

inline void adjust(clumio::ProvisionedThroughput& t, scene& s) { adjust_throughput(t, s); }
inline void adjust(clumio::ProvisionedThroughputOverride& t, scene& s) {
    if (t.read_capacity_units) t.read_capacity_units = s.random().log_between(1, 40'000);
}
inline void adjust(clumio::OnDemandThroughputOverride& t, scene& s) {
    if (t.max_read_request_units) t.max_read_request_units = s.random().log_between(1, 40'000);
}

inline void adjust(clumio::KeySchemaElement& element, scene& s) {
    if (element.attribute_name) element.attribute_name = std::string(s.random().pick(words::keys));
}

inline void adjust(clumio::Projection& p, scene& s) { adjust_projection(p, s); }

inline void adjust(clumio::LocalSecondaryIndex& index, scene& s) {
    if (index.index_name) s.name_index(*index.index_name);
    if (index.key_schema) adjust_local_keys(*index.key_schema, s);
}

inline void adjust(clumio::GlobalSecondaryIndex& index, scene& s) {
    if (index.index_name) s.name_index(*index.index_name);
    if (index.key_schema) adjust_global_keys(*index.key_schema, s);
}

/// Names a customer-managed key, and no key if the key is AWS's own.
inline void adjust(clumio::SSESpecification& sse, scene& s) {
    auto const type = enumerator(sse.kms_key_type);
    if (type == clumio::KMSKeyType::CUSTOMER_MANAGED) s.name_kms_key(sse.kms_master_key_id.emplace());
    else if (type == clumio::KMSKeyType::DEFAULT) sse.kms_master_key_id = nullptr;
    else if (sse.kms_master_key_id) s.name_kms_key(*sse.kms_master_key_id);
}

inline void adjust(clumio::StreamSpecification& stream, scene&) {
    if (stream.enabled && !*stream.enabled) stream.view_type.reset();
}

/// Ensures that there is an error with a code or a message: without it, the document could not be recognised.
inline void adjust(clumio::Error& error, scene& s) {
    if (error.errors->empty()) error.errors->emplace_back();
    auto& first = error.errors->front();
    if (!first.error_code && !first.error_message) first.error_code = s.random().log_between(1, 1000);
}

inline void adjust(clumio::Tag& tag, scene& s) {
    if (tag.key) tag.key = std::string(s.random().pick(words::attributes));
    if (tag.value) tag.value = std::string(s.random().pick(words::stages));
}

inline void adjust(clumio::ReplicaDescription& replica, scene& s) {
    if (replica.kms_master_key_id) s.name_kms_key(*replica.kms_master_key_id);
    if (replica.region_name) replica.region_name = std::string(s.random().pick(aws_regions).name);
}

/// Puts the replicas of a table into different Regions, and removes their indexes that the table does not have.
template <class T>
void adjust_replicas(T& b, scene& s) {
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

/// Sets the text of a member, if it is present.
inline void set_text(std::optional<std::string>& member, std::string_view value) {
    if (member) member->assign(value);
}

/// Bills a table, or a shape that shows one, as the scene's table is billed, and leaves it no more indexes than
/// allowed.
template <class T>
void adjust_table(T& t, scene& s) {
    if (t.billing_mode)
        t.billing_mode =
            s.table().on_demand ? clumio::BillingMode::PAY_PER_REQUEST : clumio::BillingMode::PROVISIONED;
    adjust_indexes(t, s);
}

/// The id that Clumio gave to the scene's backup.
inline std::string clumio_id_of_backup(scene const& s) {
    return s.backup().arn.substr(s.backup().arn.size() - 8);
}

inline void adjust(clumio::DynamoDBTableBackup& b, scene& s) {
    set_text(b.account_native_id, s.account());
    set_text(b.aws_region, s.region().name);
    set_text(b.table_name, s.table().name);
    set_text(b.id, clumio_id_of_backup(s));
    set_text(b.table_id, s.table().id);
    adjust_table(b, s);
    if (!s.random().one_in(8)) b.replicas.emplace().clear();
    adjust_replicas(b, s);
    auto const start = date::floor<std::chrono::seconds>(s.backup().created);
    b.start_timestamp = timestamp{start};
    if (b.expiration_timestamp)
        b.expiration_timestamp = timestamp{start + date::days{s.random().log_between(1, 3650)}};
    if (!b.links) return;
    std::string const path = "/backups/aws/dynamodb-tables/" + b.id.value_or("0");
    adjust_link(b.links->self, path, "get");
    adjust_link(b.links->restore_aws_dynamodb_table, "/restores/aws/dynamodb", "post");
    adjust_link(b.links->restore_aws_dynamodb_records, "/restores/aws/dynamodb/records", "post");
}

/// Turns the page into a whole listing.
inline void adjust(clumio::DynamoDBTableBackupList& page, scene& s) {
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

// ---- tables and restores ----

inline void adjust(clumio::KeyAttribute& key, scene& s) {
    if (key.name) key.name = std::string(s.random().pick(words::keys));
}

inline void adjust(clumio::AwsTagModel& tag, scene& s) {
    set_text(tag.key, s.random().pick(words::attributes));
    set_text(tag.value, s.random().pick(words::stages));
}

/// Leaves embedded objects empty, because their contents are not modelled.
inline void adjust(clumio::DynamoDBTableEmbedded& embedded, scene&) {
    if (embedded.read_policy_definition) embedded.read_policy_definition->clear();
}

inline void adjust(clumio::DynamoDBTable& t, scene& s) {
    set_text(t.account_native_id, s.account());
    set_text(t.aws_region, s.region().name);
    set_text(t.name, s.table().name);
    set_text(t.id, s.table().id);
    set_text(t.table_native_id, s.table().id);
    set_text(t.table_arn, s.table().arn);
    set_text(t.table_status, "ACTIVE");
    adjust_table(t, s);
    if (t.table_keys && t.table_keys->partition_key)
        t.table_keys->partition_key->name = std::string(scene::key(s.table().keys));
    if (t.table_keys && !s.table().sorted) t.table_keys->sort_key.reset();
    else if (t.table_keys && t.table_keys->sort_key)
        t.table_keys->sort_key->name = std::string(scene::key(s.table().keys + 1));
    if (!s.random().one_in(8)) t.replicas.emplace().clear();
    adjust_replicas(t, s);
    if (t.is_deleted) t.is_deleted = false;
    t.deletion_timestamp = nullptr;
    t.unsupported_reason = nullptr;
    auto& earliest = t.earliest_continuous_snapshot_restorable_timestamp;
    auto& latest = t.latest_continuous_snapshot_restorable_timestamp;
    earliest = latest = nullptr;
    if (!t.pitr_status || !*t.pitr_status) return;
    auto const now = date::floor<std::chrono::seconds>(s.now());
    latest = timestamp{now - std::chrono::minutes{5}};
    earliest = timestamp{now - std::chrono::minutes{s.random().log_between(6, 35 * 24 * 60)}};
}

/// Turns the page into a whole listing.
inline void adjust(clumio::DynamoDBTableList& page, scene&) {
    auto& items = *page.embedded->items;
    if (items.empty())
        items.emplace_back().table_native_id = "0"; // distinguishes the page from a page of backups
    auto const count = static_cast<std::int64_t>(items.size());
    if (page.current_count) page.current_count = count;
    if (page.total_count) page.total_count = count;
    if (page.total_pages_count) page.total_pages_count = 1;
    if (page.limit) page.limit = std::max<std::int64_t>(count, 100);
    if (page.start) page.start = "1";
    if (!page.links) return;
    page.links->next.reset();
    page.links->prev.reset();
}

inline void adjust(clumio::DynamoDBRestoreSourcePitrOptions& o, scene& s) {
    o.table_id = s.table().id;
    o.use_latest_restorable_time = s.random().one_in(2);
    if (*o.use_latest_restorable_time) o.timestamp.reset();
    else o.timestamp = timestamp{date::floor<std::chrono::seconds>(s.backup().created)};
}

inline void adjust(clumio::DynamoDBRestoreSourceBackupOptions& o, scene& s) {
    o.backup_id = clumio_id_of_backup(s);
}

/// Usually restores a backup.
inline void adjust(clumio::DynamoDBTableRestoreSource& source, scene& s) {
    bool const of_table = s.random().one_in(4);
    source = {};
    if (of_table) adjust(source.continuous_backup.emplace(), s);
    else adjust(source.securevault_backup.emplace(), s);
}

inline void adjust(clumio::DynamoDBTableRestoreTarget& t, scene& s) {
    t.table_name = s.table().name + "-restored";
    t.replicas.reset();
    adjust_table(t, s);
}

inline void adjust(clumio::RestoreAwsDynamodbTableV1Request& request, scene& s) {
    if (!s.random().one_in(8)) request.query_filter.reset();
}

/// The shapes. Kept are the members by which a document is recognised.
inline constexpr std::array clumio_shapes{
    values_of<clumio::KeyAttribute>(),
    values_of<clumio::AwsTagModel>(),
    values_of<clumio::DynamoDBTableEmbedded>(),
    values_of<clumio::DynamoDBTable>(bits_of<&clumio::DynamoDBTable::table_native_id>),
    values_of<clumio::DynamoDBTableList>(bits_of<&clumio::DynamoDBTableList::embedded>),
    values_of<clumio::DynamoDBTableListEmbedded>(bits_of<&clumio::DynamoDBTableListEmbedded::items>),
    values_of<clumio::DynamoDBRestoreSourcePitrOptions>(),
    values_of<clumio::DynamoDBRestoreSourceBackupOptions>(),
    values_of<clumio::DynamoDBTableRestoreSource>(),
    values_of<clumio::DynamoDBTableRestoreTarget>(),
    values_of<clumio::RestoreAwsDynamodbTableV1Request>(),
    values_of<clumio::DynamoDBTableBackup>(bits_of<&clumio::DynamoDBTableBackup::start_timestamp,
                                                   &clumio::DynamoDBTableBackup::account_native_id>),
    values_of<clumio::DynamoDBTableBackupList>(bits_of<&clumio::DynamoDBTableBackupList::embedded>),
    values_of<clumio::DynamoDBTableBackupListEmbedded>(
        bits_of<&clumio::DynamoDBTableBackupListEmbedded::items>),
    values_of<clumio::Error>(bits_of<&clumio::Error::errors>),
    values_of<clumio::HateoasLink>(),
    values_of<clumio::ProvisionedThroughput>(),
    values_of<clumio::ProvisionedThroughputOverride>(),
    values_of<clumio::OnDemandThroughputOverride>(),
    values_of<clumio::KeySchemaElement>(),
    values_of<clumio::Projection>(),
    values_of<clumio::LocalSecondaryIndex>(),
    values_of<clumio::GlobalSecondaryIndex>(),
    values_of<clumio::SSESpecification>(),
    values_of<clumio::StreamSpecification>(),
    values_of<clumio::Tag>(),
    values_of<clumio::ReplicaDescription>(),
};

} // namespace dynabackup::testing::detail
