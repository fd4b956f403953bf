#pragma once
/// \file
/// What generating values of DynamoDB's shapes needs beyond their descriptions.

#include <dynabackup/aws/aws.hpp>
#include <dynabackup/aws/table_errors.hpp>
#include <dynabackup/testing/detail/shape_values.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::testing::detail {

// ---- backups ----

/// Gives a backup the state, the type and the expiry of the scene's backup.
template <class T>
void adjust_backup(T& b, scene& s) {
    auto const& made = s.backup();
    b.backup_status = made.status;
    b.backup_expiry_date_time.reset();
    if (s.edition() < entered_on<&T::backup_type>) return;
    b.backup_type = made.type;
    b.backup_expiry_date_time = made.expires;
}

/// Draws the size of a table's data: kilobytes to tens of terabytes.
inline void draw_bytes(std::optional<std::int64_t>& size, scene& s) {
    constexpr std::int64_t kilobyte = 11, tens_of_terabytes = 45; // bits
    if (size) size = s.random().one_in(32) ? 0 : s.random().log_normal(kilobyte, tens_of_terabytes);
}

inline void adjust(aws::BackupSummary& b, scene& s) {
    adjust_backup(b, s);
    draw_bytes(b.backup_size_bytes, s);
}
inline void adjust(aws::BackupDetails& b, scene& s) {
    adjust_backup(b, s);
    draw_bytes(b.backup_size_bytes, s);
}

/// Turns the response into that for a backup that a user has just requested.
inline void adjust(aws::CreateBackupOutput& out, scene& s) {
    auto& b = *out.backup_details;
    b.backup_status = aws::BackupStatus::CREATING;
    b.backup_expiry_date_time.reset();
    s.name_backup(b.backup_name);
    if (b.backup_type.known()) b.backup_type = aws::BackupType::USER;
}

inline void adjust(aws::DeleteBackupOutput& out, scene&) {
    out.backup_description->backup_details->backup_status = aws::BackupStatus::DELETED;
}

/// Turns the page into a whole listing, without a further page.
inline void adjust(aws::ListBackupsOutput& page, scene&) { page.last_evaluated_backup_arn.reset(); }

// ---- requests and errors ----

inline void adjust(aws::CreateBackupInput& request, scene& s) {
    s.name_backup(request.backup_name);
    if (!s.is_rare()) request.table_name = s.table().name;
}

inline void adjust(aws::ListBackupsInput& request, scene& s) {
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

/// An error of the API, and the day on which it entered.
struct dated_error {
    std::string_view name;
    dynabackup::edition since;
};
template <class Error>
inline constexpr dated_error dated{shape_name<Error>(), entered_on<&Error::message>};

inline void adjust(aws::ErrorBody& error, scene& s) {
    using namespace aws;
    static constexpr std::array all{dated<BackupInUseException>,
                                    dated<BackupNotFoundException>,
                                    dated<ContinuousBackupsUnavailableException>,
                                    dated<aws::InternalServerError>,
                                    dated<aws::LimitExceededException>,
                                    dated<TableInUseException>,
                                    dated<TableNotFoundException>,
                                    dated<TableAlreadyExistsException>,
                                    dated<ResourceNotFoundException>,
                                    dated<InvalidRestoreTimeException>,
                                    dated<PointInTimeRecoveryUnavailableException>,
                                    dated<ExportConflictException>,
                                    dated<ExportNotFoundException>,
                                    dated<InvalidExportTimeException>,
                                    dated<ImportConflictException>,
                                    dated<ImportNotFoundException>,
                                    dated<ResourceInUseException>};
    static_assert(std::ranges::is_sorted(all, {}, &dated_error::since));
    auto const later = std::ranges::upper_bound(all, s.edition(), {}, &dated_error::since);
    auto const known = std::span(all).first(static_cast<std::size_t>(later - all.begin()));
    error.type.emplace("com.amazonaws.dynamodb.v20120810#") += known[s.random().below(known.size())].name;
}

// ---- tables ----

inline void adjust(aws::ProvisionedThroughput& t, scene& s) { adjust_throughput(t, s); }

inline void adjust(aws::OnDemandThroughput& t, scene& s) {
    if (s.edition() < edition::v2024_05_02) return; // the member did not exist
    auto const adjust_one = [&s](std::optional<std::int64_t>& units) {
        if (units) units = s.random().one_in(4) ? -1 : s.random().log_between(1, 40'000);
    };
    adjust_one(t.max_read_request_units);
    adjust_one(t.max_write_request_units);
    if (!t.max_read_request_units && !t.max_write_request_units) t.max_read_request_units = -1;
}

/// Keeps on-demand maxima only where they have an effect, and even there rarely.
template <class T>
void adjust_maxima(T& t, scene& s) {
    if (!s.table().on_demand || !s.random().one_in(4)) t.on_demand_throughput.reset();
}

inline void adjust(aws::SourceTableDetails& t, scene& s) {
    set_keys(t.key_schema, s.table().keys, 1, s.table().sorted ? 1 : 0);
    if (t.billing_mode)
        t.billing_mode =
            s.table().on_demand ? aws::BillingMode::PAY_PER_REQUEST : aws::BillingMode::PROVISIONED;
    adjust_maxima(t, s);
    draw_bytes(t.table_size_bytes, s);
}

inline void adjust(aws::Projection& p, scene& s) { adjust_projection(p, s); }

inline void adjust(aws::LocalSecondaryIndexInfo& index, scene& s) {
    if (index.key_schema) adjust_local_keys(*index.key_schema, s);
}

inline void adjust(aws::GlobalSecondaryIndexInfo& index, scene& s) {
    if (index.key_schema) adjust_global_keys(*index.key_schema, s);
    adjust_maxima(index, s);
}

inline void adjust(aws::VectorIndexInfo& index, scene& s) {
    if (index.dimensions) index.dimensions = s.random().log_between(2, vector_indexes::most_dimensions);
}

inline void adjust(aws::StreamSpecification& stream, scene& s) {
    if (!stream.stream_enabled) stream.stream_view_type.reset();
    else if (!stream.stream_view_type) draw_enumerator(stream.stream_view_type.emplace(), s);
}

inline void adjust(aws::TimeToLiveDescription& ttl, scene& s) {
    using enum aws::TimeToLiveStatus;
    if (!ttl.time_to_live_status) return;
    bool const on = *ttl.time_to_live_status == ENABLED || *ttl.time_to_live_status == ENABLING;
    if (!on) ttl.attribute_name.reset();
    else if (!ttl.attribute_name) ttl.attribute_name = std::string(s.random().pick(words::attributes));
}

/// Describes a table whose key can be used. From the day on which the documentation names ENABLED, UPDATING and KMS,
/// uses only these.
inline void adjust(aws::SSEDescription& sse, scene& s) {
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

inline void adjust(aws::SourceTableFeatureDetails& features, scene& s) {
    adjust_indexes(features, s);
    if (!s.random().one_in(3)) features.stream_description.reset();
    if (!s.random().one_in(3)) features.time_to_live_description.reset();
    if (!s.random().one_in(2)) features.sse_description.reset();
    if (!s.random().one_in(8) || !s.table().on_demand) features.vector_indexes.reset();
}

// ---- tables of the above ----

/// The shapes. Kept are the members by which a document is recognised, or that a rule needs.
inline constexpr std::array aws_shapes{
    values_of<aws::BackupSummary>(
        bits_of<&aws::BackupSummary::table_name, &aws::BackupSummary::backup_arn,
                &aws::BackupSummary::backup_status, &aws::BackupSummary::backup_type>),
    values_of<aws::BackupDetails>(),
    values_of<aws::BackupDescription>(
        bits_of<&aws::BackupDescription::backup_details, &aws::BackupDescription::source_table_details>),
    values_of<aws::CreateBackupOutput>(bits_of<&aws::CreateBackupOutput::backup_details>),
    values_of<aws::DeleteBackupOutput>(bits_of<&aws::DeleteBackupOutput::backup_description>),
    values_of<aws::DescribeBackupOutput>(bits_of<&aws::DescribeBackupOutput::backup_description>),
    values_of<aws::ListBackupsOutput>(bits_of<&aws::ListBackupsOutput::backup_summaries>),
    values_of<aws::ListBackupsInput>(bits_of<&aws::ListBackupsInput::limit>),
    values_of<aws::CreateBackupInput>(),
    values_of<aws::ErrorBody>(bits_of<&aws::ErrorBody::type>),
    values_of<aws::SourceTableDetails>(),
    values_of<aws::SourceTableFeatureDetails>(),
    values_of<aws::LocalSecondaryIndexInfo>(),
    values_of<aws::GlobalSecondaryIndexInfo>(),
    values_of<aws::VectorIndexInfo>(),
    values_of<aws::Projection>(),
    values_of<aws::ProvisionedThroughput>(),
    values_of<aws::OnDemandThroughput>(),
    values_of<aws::StreamSpecification>(),
    values_of<aws::TimeToLiveDescription>(),
    values_of<aws::SSEDescription>(),
};

inline void draw_attribute(std::string& out, scene& s) {
    out = s.is_rare() ? s.random().pick(words::rare_attributes) : s.random().pick(words::attributes);
}

/// The texts, by their simple shapes. Clumio's members share some of these.
inline constexpr std::array aws_texts{
    text_values{&aws::simple::TableName, [](std::string& out, scene& s) { out = s.table().name; }},
    text_values{&aws::simple::TableArn, [](std::string& out, scene& s) { out = s.table().arn; }},
    text_values{&aws::simple::TableId, [](std::string& out, scene& s) { out = s.table().id; }},
    text_values{&aws::simple::BackupArn, [](std::string& out, scene& s) { out = s.backup().arn; }},
    text_values{&aws::simple::BackupName, [](std::string& out, scene& s) { out = s.backup().name; }},
    text_values{&aws::simple::IndexName, [](std::string& out, scene& s) { s.name_index(out); }},
    text_values{&aws::simple::KeySchemaAttributeName,
                [](std::string& out, scene& s) { out = s.random().pick(words::keys); }},
    text_values{&aws::simple::NonKeyAttributeName, draw_attribute},
    text_values{&aws::simple::AttributeName, draw_attribute},
    text_values{&aws::simple::VectorAttributeName, draw_attribute},
    text_values{&aws::simple::TimeToLiveAttributeName, draw_attribute},
    text_values{&aws::simple::KMSMasterKeyArn, [](std::string& out, scene& s) { s.name_kms_key(out); }},
    text_values{&aws::simple::ErrorMessage,
                [](std::string& out, scene& s) { out = s.random().pick(words::messages); }},
};

} // namespace dynabackup::testing::detail
