#pragma once
/// \file
/// The rules of a shape in JSON Schema: a table with the conditions of each rule that the language can express.

#include <dynabackup/detail/json_schema/indexes.hpp>
#include <dynabackup/detail/json_schema/table_settings.hpp>
#include <dynabackup/rules/clumio.hpp>
#include <dynabackup/rules/clumio_restore.hpp>
#include <dynabackup/rules/expiry.hpp>
#include <dynabackup/rules/projection.hpp>
#include <dynabackup/rules/restore.hpp>
#include <dynabackup/rules/table_settings.hpp>
#include <dynabackup/rules/throughput.hpp>

#include <array>
#include <set>
#include <string_view>

namespace dynabackup::schema {

/// What a rule says about the shapes that have certain members.
struct rule_schema {
    rule const* of;
    std::array<std::string_view, 3> members; ///< their names in C++
    object (*says)(subject const&);          ///< an empty object: nothing

    bool fits(rule const& r, subject const& s) const {
        if (of != &r) return false;
        for (auto const name : members)
            if (!name.empty() && !s.has(name)) return false;
        return true;
    }
};

inline object rule_says(rule const& r, subject const& s) {
    namespace keys = dynabackup::key_schema;
    static constexpr rule_schema all[] = {
        {&keys::size, {"key_schema"}, key_count},
        {&keys::hash_count, {"key_schema"}, hash_count},
        {&keys::range_count, {"key_schema"}, range_count},
        {&keys::hash_first, {"key_schema"}, hash_first},
        {&keys::distinct_attributes, {"key_schema"}, distinct_keys},
        {&indexes::range_key, {"key_schema"}, sort_key},
        {&indexes::table_range_key, {"source_table_details", "source_table_feature_details"}, table_sort_key},
        {&indexes::local_count, {"local_secondary_indexes"}, local_count},
        {&indexes::global_count, {"global_secondary_indexes"}, global_count},

        {&projection::include_needs_attributes, {"non_key_attributes"}, include_needs_attributes},
        {&projection::attributes_need_include, {"non_key_attributes"}, attributes_need_include},
        {&projection::duplicate_attribute, {"non_key_attributes"}, distinct_attributes},
        {&reading::list_size, {"projection_type", "non_key_attributes"}, attribute_count},

        {&throughput::minimum, {"billing_mode", "provisioned_throughput"}, table_minimum},
        {&throughput::minimum, {"source_table_details", "source_table_feature_details"}, index_minimum},
        {&throughput::on_demand_zero, {"billing_mode", "provisioned_throughput"}, table_on_demand_zero},
        {&throughput::on_demand_zero,
         {"source_table_details", "source_table_feature_details"},
         index_on_demand_zero},
        {&throughput::on_demand_billing_mode,
         {"billing_mode", "on_demand_throughput"},
         table_on_demand_billing},
        {&throughput::on_demand_billing_mode,
         {"source_table_details", "source_table_feature_details"},
         index_on_demand_billing},
        {&throughput::on_demand_value,
         {"max_read_request_units", "max_write_request_units"},
         on_demand_value},
        {&throughput::on_demand_empty,
         {"max_read_request_units", "max_write_request_units"},
         on_demand_empty},

        {&table_settings::view_type_missing, {"stream_enabled", "stream_view_type"}, view_type_missing},
        {&table_settings::view_type_unexpected, {"stream_enabled", "stream_view_type"}, view_type_unexpected},
        {&table_settings::ttl_attribute_missing,
         {"time_to_live_status", "attribute_name"},
         ttl_attribute_missing},
        {&table_settings::kms_key_missing, {"sse_type", "kms_master_key_arn"}, kms_key_missing},
        {&table_settings::undocumented_status, {"status"}, undocumented_status},
        {&table_settings::undocumented_type, {"sse_type"}, undocumented_type},
        {&table_settings::key_inaccessible, {"inaccessible_encryption_date_time"}, key_inaccessible},
        {&clumio::sse_key, {"kms_key_type", "kms_master_key_id"}, sse_key},
        {&clumio::global_table_version, {"replicas", "global_table_version"}, global_table_version},
        {&restore::source, {"source_table_arn", "source_table_name", "target_table_name"}, restore_source},
        {&restore::time, {"use_latest_restorable_time", "restore_date_time"}, restore_time},
        {&clumio::restore_source, {"continuous_backup", "securevault_backup"}, clumio_restore_source},
        {&clumio::restore_time, {"timestamp", "use_latest_restorable_time"}, clumio_restore_time},
        {&clumio::restore_replicas, {"replicas"}, clumio_restore_replicas},

        // this function also applies string_pattern
        {&reading::string_length, {"backup_type", "backup_name", "backup_expiry_date_time"}, backup_name},
        {&expiry::system_expiry_missing, {"backup_type", "backup_expiry_date_time"}, system_expiry_missing},
        {&expiry::user_expiry, {"backup_type", "backup_expiry_date_time"}, user_expiry},
    };
    for (auto const& one : all)
        if (one.fits(r, s)) return one.says(s);
    return {};
}

/// Returns the rules of a shape that are in the choice, each with its id, its meaning and its source.
inline list rules_say(subject const& s) {
    list all;
    std::set<rule const*> seen; // some shapes apply a rule in two functions
    for (auto const& function : s.rules.rules) {
        for (auto const* r : function.rules) {
            bool const states_parts = r == &reading::string_length; // also the pattern
            if ((!s.chosen.states(*r) && !states_parts) || !seen.insert(r).second) continue;
            if (auto const says = rule_says(*r, s); !says.empty())
                all.add(
                    object{{"title", r->id}, {"description", r->meaning}, {"$comment", r->cite}}.add(says));
        }
    }
    return all;
}

} // namespace dynabackup::schema
