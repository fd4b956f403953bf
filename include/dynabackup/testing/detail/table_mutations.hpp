#pragma once
/// \file
/// Breaks the rules on throughput and on the settings of a table.

#include <dynabackup/rules/table_settings.hpp>
#include <dynabackup/rules/throughput.hpp>
#include <dynabackup/testing/detail/mutation.hpp>

#include <array>
#include <cstdint>

namespace dynabackup::testing::detail {

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

/// Breaks a rule in the on-demand maxima of a table or one of its indexes, which pay per request: `change(maxima,
/// scene)`.
template <class Change>
constexpr model_mutation in_maxima(rule const& r, Change) {
    return breaks(r, [](description& answer, scene& s) {
        auto* const index = any_of(features_of(answer).global_secondary_indexes, s);
        auto& maxima = index && s.random().one_in(2) ? index->on_demand_throughput
                                                     : table_of(answer).on_demand_throughput;
        return s.table().on_demand && Change{}(maxima.emplace(), s);
    });
}

inline constexpr std::array table_mutations{
    breaks(throughput::minimum,
           [](description& answer, scene& s) {
               auto& capacity = table_of(answer).provisioned_throughput;
               capacity.write_capacity_units = -s.random().log_between(1, 1000);
               return !s.table().on_demand;
           }),
    in_global(throughput::minimum,
              [](aws::GlobalSecondaryIndexInfo& index, scene& s) {
                  return index.provisioned_throughput && provision_nothing(index, s);
              }),
    breaks(throughput::minimum,
           [](resource& b, scene& s) { return b.provisioned_throughput && provision_nothing(b, s); }),
    breaks(throughput::on_demand_zero,
           [](description& answer, scene& s) {
               auto& table = table_of(answer);
               table.provisioned_throughput.read_capacity_units = s.random().log_between(1, 1000);
               return s.table().on_demand && table.billing_mode.has_value();
           }),
    breaks(throughput::on_demand_zero,
           [](resource& b, scene& s) {
               return b.provisioned_throughput && b.billing_mode && provision_needlessly(b, s);
           }),
    in_maxima(throughput::on_demand_value, maximum_of_nothing),
    in_maxima(throughput::on_demand_empty, [](aws::OnDemandThroughput&, scene&) { return true; }),
    breaks(throughput::on_demand_billing_mode,
           [](description& answer, scene& s) {
               auto& table = table_of(answer);
               auto& maxima = table.on_demand_throughput.emplace();
               maxima.max_read_request_units = s.random().log_between(1, 1000);
               return !s.table().on_demand && table.billing_mode.has_value();
           }),
    in<features_of>(table_settings::view_type_missing,
                    [](features& t, scene&) {
                        t.stream_description.emplace().stream_enabled = true;
                        return true;
                    }),
    in<features_of>(table_settings::view_type_unexpected,
                    [](features& t, scene& s) {
                        auto& stream = t.stream_description.emplace();
                        draw_enumerator(stream.stream_view_type.emplace(), s);
                        return true;
                    }),
    in<features_of>(table_settings::ttl_attribute_missing,
                    [](features& t, scene& s) {
                        using enum aws::TimeToLiveStatus;
                        t.time_to_live_description.emplace().time_to_live_status =
                            s.random().one_in(4) ? ENABLING : ENABLED;
                        return true;
                    }),
    in<features_of>(table_settings::kms_key_missing,
                    [](features& t, scene& s) {
                        auto& sse = t.sse_description.emplace();
                        sse.sse_type = aws::SSEType::KMS;
                        if (!s.random().one_in(4)) sse.status = aws::SSEStatus::ENABLED;
                        return true;
                    }),
    in<features_of>(
        table_settings::undocumented_status,
        [](features& t, scene& s) {
            using enum aws::SSEStatus;
            if (!t.sse_description) return false;
            t.sse_description->status = s.random().pick(std::array{ENABLING, DISABLING, DISABLED});
            return true;
        }),
    in<features_of>(table_settings::undocumented_type,
                    [](features& t, scene&) {
                        if (!t.sse_description) return false;
                        t.sse_description->sse_type = aws::SSEType::AES256;
                        return true;
                    }),
    in<features_of>(table_settings::key_inaccessible,
                    [](features& t, scene& s) {
                        if (!t.sse_description) return false;
                        t.sse_description->inaccessible_encryption_date_time = timestamp{s.draw_time()};
                        return true;
                    }),
};

} // namespace dynabackup::testing::detail
