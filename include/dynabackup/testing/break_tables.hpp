#pragma once
/// \file
/// What breaks the rules on throughput and settings of a table.

#include <dynabackup/rules/table_settings.hpp>
#include <dynabackup/rules/throughput.hpp>
#include <dynabackup/testing/break_in_table.hpp>

#include <array>
#include <cstdint>

namespace dynabackup::testing {

namespace detail {

// ---- throughput ----

inline constexpr auto provision_nothing = [](auto& t, scene& s) {
    t.provisioned_throughput->read_capacity_units =
        s.random().one_in(2) ? 0 : -s.random().log_between(1, 1000);
    return !s.table().on_demand;
};

inline constexpr auto provision_needlessly = [](auto& t, scene& s) {
    t.provisioned_throughput->write_capacity_units = s.random().log_between(1, 1000);
    return s.table().on_demand;
};

inline constexpr auto maximum_of_nothing = [](auto& maxima, scene& s) {
    auto& units = s.random().one_in(2) ? maxima.max_read_request_units : maxima.max_write_request_units;
    units = s.random().one_in(2) ? 0 : -s.random().log_between(2, 1000);
    return true;
};

/// Breaks a rule in the on-demand maxima of a table or one of its indexes, which pay per request: `change(maxima, scene)`.
template <class Change>
constexpr model_breaker in_maxima(rule const& r, Change) {
    return broken<describe_output>(r, [](describe_output& answer, scene& s) {
        auto* const index = any_of(features_of(answer).global_secondary_indexes, s);
        auto& maxima = index && s.random().one_in(2) ? index->on_demand_throughput
                                                     : table_of(answer).on_demand_throughput;
        return s.table().on_demand && Change{}(maxima.emplace(), s);
    });
}

} // namespace detail

inline constexpr std::array table_breakers{
    broken<aws::DescribeBackupOutput>(throughput::minimum,
                                      [](aws::DescribeBackupOutput& answer, scene& s) {
                                          auto& capacity = detail::table_of(answer).provisioned_throughput;
                                          capacity.write_capacity_units = -s.random().log_between(1, 1000);
                                          return !s.table().on_demand;
                                      }),
    detail::in_global(throughput::minimum,
                      [](aws::GlobalSecondaryIndexInfo& index, scene& s) {
                          return index.provisioned_throughput && detail::provision_nothing(index, s);
                      }),
    detail::in_resource(throughput::minimum,
                        [](clumio::DynamoDBTableBackup& b, scene& s) {
                            return b.provisioned_throughput && detail::provision_nothing(b, s);
                        }),
    broken<aws::DescribeBackupOutput>(throughput::on_demand_zero,
                                      [](aws::DescribeBackupOutput& answer, scene& s) {
                                          auto& table = detail::table_of(answer);
                                          table.provisioned_throughput.read_capacity_units =
                                              s.random().log_between(1, 1000);
                                          return s.table().on_demand && table.billing_mode.has_value();
                                      }),
    detail::in_resource(throughput::on_demand_zero,
                        [](clumio::DynamoDBTableBackup& b, scene& s) {
                            return b.provisioned_throughput && b.billing_mode &&
                                   detail::provision_needlessly(b, s);
                        }),
    detail::in_maxima(throughput::on_demand_value, detail::maximum_of_nothing),
    detail::in_maxima(throughput::on_demand_empty, [](aws::OnDemandThroughput&, scene&) { return true; }),
    broken<aws::DescribeBackupOutput>(throughput::on_demand_billing_mode,
                                      [](aws::DescribeBackupOutput& answer, scene& s) {
                                          auto& table = detail::table_of(answer);
                                          auto& maxima = table.on_demand_throughput.emplace();
                                          maxima.max_read_request_units = s.random().log_between(1, 1000);
                                          return !s.table().on_demand && table.billing_mode.has_value();
                                      }),
    detail::in_features(table_settings::view_type_missing,
                        [](aws::SourceTableFeatureDetails& t, scene&) {
                            t.stream_description.emplace().stream_enabled = true;
                            return true;
                        }),
    detail::in_features(table_settings::view_type_unexpected,
                        [](aws::SourceTableFeatureDetails& t, scene& s) {
                            auto& stream = t.stream_description.emplace();
                            draw(stream.stream_view_type.emplace(), detail::value_facts{}, s);
                            return true;
                        }),
    detail::in_features(table_settings::ttl_attribute_missing,
                        [](aws::SourceTableFeatureDetails& t, scene& s) {
                            using enum aws::TimeToLiveStatus;
                            t.time_to_live_description.emplace().time_to_live_status =
                                s.random().one_in(4) ? ENABLING : ENABLED;
                            return true;
                        }),
    detail::in_features(table_settings::kms_key_missing,
                        [](aws::SourceTableFeatureDetails& t, scene& s) {
                            auto& sse = t.sse_description.emplace();
                            sse.sse_type = aws::SSEType::KMS;
                            if (!s.random().one_in(4)) sse.status = aws::SSEStatus::ENABLED;
                            return true;
                        }),
    detail::in_features(
        table_settings::undocumented_status,
        [](aws::SourceTableFeatureDetails& t, scene& s) {
            using enum aws::SSEStatus;
            if (!t.sse_description) return false;
            t.sse_description->status = s.random().pick(std::array{ENABLING, DISABLING, DISABLED});
            return true;
        }),
    detail::in_features(table_settings::undocumented_type,
                        [](aws::SourceTableFeatureDetails& t, scene&) {
                            if (!t.sse_description) return false;
                            t.sse_description->sse_type = aws::SSEType::AES256;
                            return true;
                        }),
    detail::in_features(table_settings::key_inaccessible,
                        [](aws::SourceTableFeatureDetails& t, scene& s) {
                            if (!t.sse_description) return false;
                            t.sse_description->inaccessible_encryption_date_time = timestamp{s.draw_time()};
                            return true;
                        }),
};

} // namespace dynabackup::testing
