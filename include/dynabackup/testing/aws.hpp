#pragma once
/// \file
/// What ties members together in the shapes of DynamoDB.

#include <dynabackup/aws/aws.hpp>
#include <dynabackup/testing/fill.hpp>
#include <dynabackup/testing/settle.hpp>

#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace dynabackup::testing {

// ---- backups ----

template <>
inline constexpr auto kept<aws::BackupSummary> =
    indexes_of<&aws::BackupSummary::table_name, &aws::BackupSummary::backup_arn,
               &aws::BackupSummary::backup_status, &aws::BackupSummary::backup_type>;
template <>
inline constexpr auto kept<aws::BackupDescription> =
    indexes_of<&aws::BackupDescription::backup_details, &aws::BackupDescription::source_table_details>;
template <>
inline constexpr auto kept<aws::CreateBackupOutput> = indexes_of<&aws::CreateBackupOutput::backup_details>;
template <>
inline constexpr auto kept<aws::DeleteBackupOutput> =
    indexes_of<&aws::DeleteBackupOutput::backup_description>;
template <>
inline constexpr auto kept<aws::DescribeBackupOutput> =
    indexes_of<&aws::DescribeBackupOutput::backup_description>;
template <>
inline constexpr auto kept<aws::ListBackupsOutput> = indexes_of<&aws::ListBackupsOutput::backup_summaries>;

namespace detail {

/// The state, type and expiry that the scene's backup has.
template <class T>
void settle_backup(T& b, scene& s) {
    auto const& made = s.backup();
    b.backup_status = made.status;
    b.backup_expiry_date_time.reset();
    if (s.edition() < entered_on<&T::backup_type>) return;
    b.backup_type = made.type;
    b.backup_expiry_date_time = made.expires;
}

} // namespace detail

inline void settle(aws::BackupSummary& b, scene& s) { detail::settle_backup(b, s); }
inline void settle(aws::BackupDetails& b, scene& s) { detail::settle_backup(b, s); }

/// A backup that has just been begun, by a user.
inline void settle(aws::CreateBackupOutput& out, scene& s) {
    auto& b = *out.backup_details;
    b.backup_status = aws::BackupStatus::CREATING;
    b.backup_expiry_date_time.reset();
    s.name_backup(b.backup_name);
    if (b.backup_type.known()) b.backup_type = aws::BackupType::USER;
}

inline void settle(aws::DeleteBackupOutput& out, scene&) {
    out.backup_description->backup_details->backup_status = aws::BackupStatus::DELETED;
}

/// All of the listing: no further page.
inline void settle(aws::ListBackupsOutput& page, scene&) { page.last_evaluated_backup_arn.reset(); }

// ---- requests ----

template <>
inline constexpr auto kept<aws::ListBackupsInput> = indexes_of<&aws::ListBackupsInput::limit>;

inline void settle(aws::CreateBackupInput& request, scene& s) {
    s.name_backup(request.backup_name);
    if (!s.is_rare()) request.table_name = s.table().name;
}

inline void settle(aws::ListBackupsInput& request, scene& s) {
    auto const drop = [&s](auto& member) {
        if (s.random().one_in(2)) member.reset();
    };
    drop(request.table_name);
    drop(request.time_range_lower_bound);
    drop(request.time_range_upper_bound);
    drop(request.exclusive_start_backup_arn);
    drop(request.backup_type);
    if (!s.is_rare() && request.table_name) request.table_name = s.table().name;
    auto &from = request.time_range_lower_bound, &to = request.time_range_upper_bound;
    if (from && to && *to < *from) std::swap(*from, *to);
}

// ---- tables ----

inline void settle(aws::ProvisionedThroughput& t, scene& s) { settle_throughput(t, s); }

inline void settle(aws::OnDemandThroughput& t, scene& s) {
    if (s.edition() < edition::v2024_05_02) return; // there was no such thing
    auto const settle_one = [&s](std::optional<std::int64_t>& units) {
        if (units) units = s.random().one_in(4) ? -1 : s.random().log_between(1, 40'000);
    };
    settle_one(t.max_read_request_units);
    settle_one(t.max_write_request_units);
    if (!t.max_read_request_units && !t.max_write_request_units) t.max_read_request_units = -1;
}

namespace detail {

/// On-demand maxima where they have an effect, and not often.
template <class T>
void settle_maxima(T& t, scene& s) {
    if (!s.table().on_demand || !s.random().one_in(4)) t.on_demand_throughput.reset();
}

} // namespace detail

inline void settle(aws::SourceTableDetails& t, scene& s) {
    settle_table_keys(t.key_schema, s);
    if (t.billing_mode)
        t.billing_mode =
            s.table().on_demand ? aws::BillingMode::PAY_PER_REQUEST : aws::BillingMode::PROVISIONED;
    detail::settle_maxima(t, s);
}

inline void settle(aws::Projection& p, scene& s) { settle_projection(p, s); }

inline void settle(aws::LocalSecondaryIndexInfo& index, scene& s) {
    if (index.key_schema) settle_local_keys(*index.key_schema, s);
}

inline void settle(aws::GlobalSecondaryIndexInfo& index, scene& s) {
    if (index.key_schema) settle_global_keys(*index.key_schema, s);
    detail::settle_maxima(index, s);
}

inline void settle(aws::VectorIndexInfo& index, scene& s) {
    if (index.dimensions) index.dimensions = s.random().log_between(2, 4096);
}

inline void settle(aws::StreamSpecification& stream, scene& s) {
    if (!stream.stream_enabled) stream.stream_view_type.reset();
    else if (!stream.stream_view_type)
        detail::draw(stream.stream_view_type.emplace(), detail::value_facts{}, s);
}

inline void settle(aws::TimeToLiveDescription& ttl, scene& s) {
    using enum aws::TimeToLiveStatus;
    if (!ttl.time_to_live_status) return;
    bool const on = *ttl.time_to_live_status == ENABLED || *ttl.time_to_live_status == ENABLING;
    if (!on) ttl.attribute_name.reset();
    else if (!ttl.attribute_name) ttl.attribute_name = std::string(s.random().pick(words::attributes));
}

/// Of a table whose key is within reach. Since the prose names them: ENABLED, UPDATING and KMS only.
inline void settle(aws::SSEDescription& sse, scene& s) {
    sse.inaccessible_encryption_date_time.reset();
    if (s.edition() >= edition::v2019_06_06) {
        if (sse.status)
            sse.status = s.random().one_in(8) ? aws::SSEStatus::UPDATING : aws::SSEStatus::ENABLED;
        if (sse.sse_type) sse.sse_type = aws::SSEType::KMS;
    }
    bool const kms = sse.sse_type && *sse.sse_type == aws::SSEType::KMS;
    if (!kms) sse.kms_master_key_arn.reset();
    else if (!sse.kms_master_key_arn) s.name_kms_key(sse.kms_master_key_arn.emplace());
}

inline void settle(aws::SourceTableFeatureDetails& features, scene& s) {
    settle_indexes(features, s);
    if (!s.random().one_in(3)) features.stream_description.reset();
    if (!s.random().one_in(3)) features.time_to_live_description.reset();
    if (!s.random().one_in(2)) features.sse_description.reset();
    if (!s.random().one_in(8)) features.vector_indexes.reset();
}

// ---- errors ----

template <>
inline constexpr auto kept<aws::ErrorBody> = indexes_of<&aws::ErrorBody::type>;

inline void settle(aws::ErrorBody& error, scene& s) {
    auto const chosen = s.random().below(boost::mp11::mp_size<aws::errors>::value);
    auto& type = error.type.emplace("com.amazonaws.dynamodb.v20120810#");
    boost::mp11::mp_with_index<boost::mp11::mp_size<aws::errors>::value>(
        chosen, [&](auto i) { type += shape_name<boost::mp11::mp_at_c<aws::errors, i>>(); });
}

} // namespace dynabackup::testing
