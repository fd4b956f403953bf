#pragma once
/// \file
/// The rules of capacities, of a table's settings and of the expiry of backups in JSON Schema.

#include <dynabackup/detail/json_schema/conditions.hpp>

#include <string_view>

namespace dynabackup::schema {

// ---- capacities ----

/// Both provisioned capacities of a table or an index satisfy a condition.
inline object capacities(subject const& s, object const& says) {
    auto const both = s.below("provisioned_throughput");
    return with(s["provisioned_throughput"],
                {{"properties", object{{both["read_capacity_units"].name, says},
                                       {both["write_capacity_units"].name, says}}}});
}

inline object positive_capacities(subject const& s) { return capacities(s, {{"minimum", 1}}); }
inline object zero_capacities(subject const& s) { return capacities(s, {{"const", 0}}); }

/// The billing mode of a table, as conditions. They cannot be stated in editions before BillingMode.
struct billing {
    explicit billing(subject const& table)
        : mode(table["billing_mode"]), stated(table.day() >= mode.facts->entered) {}

    object provisioned() const { return is(mode, "PROVISIONED"); }
    object on_demand() const { return is(mode, "PAY_PER_REQUEST"); }
    object unsaid() const { return lacks(mode); }

    member_table const& mode;
    bool stated;
};

/// Capacities are positive if the table is provisioned. If its mode is not stated, both may also be 0.
inline object minimum(object const& provisioned, object const& unsaid, bool stated, object const& positive,
                      object const& positive_or_zero) {
    if (!stated) return positive_or_zero;
    return implies(provisioned, positive).add("else", implies(unsaid, positive_or_zero));
}

/// Each global index satisfies a condition.
inline object each_global_index(subject const& s, object const& says) {
    return with(s["global_secondary_indexes"], {{"items", says}});
}

/// The rule for a table, and for its global indexes if they are in the same object.
inline object table_minimum(subject const& s) {
    billing const how(s);
    object says = minimum(how.provisioned(), how.unsaid(), how.stated, positive_capacities(s),
                          either(positive_capacities(s), zero_capacities(s)));
    if (!s.has("global_secondary_indexes")) return says;
    auto const index = s.below("global_secondary_indexes");
    object const more =
        minimum(how.provisioned(), how.unsaid(), how.stated, each_global_index(s, positive_capacities(index)),
                each_global_index(s, either(positive_capacities(index), zero_capacities(index))));
    return {{"allOf", list{says, more}}};
}

inline object table_on_demand_zero(subject const& s) {
    billing const how(s);
    object says = implies(how.on_demand(), zero_capacities(s));
    if (!s.has("global_secondary_indexes")) return says;
    auto const index = s.below("global_secondary_indexes");
    return {{"allOf", list{says, implies(how.on_demand(), each_global_index(s, zero_capacities(index)))}}};
}

inline object table_on_demand_billing(subject const& s) {
    return implies(billing(s).provisioned(), no(has(s["on_demand_throughput"])));
}

/// The global indexes of a table that is described in two members: one for the table, one for its features.
struct described_table {
    explicit described_table(subject const& s)
        : details(s["source_table_details"]), how(s.below("source_table_details")),
          all_features(s["source_table_feature_details"]), features(s.below("source_table_feature_details")),
          index(features.below("global_secondary_indexes")) {}

    /// The table is present, and satisfies a condition.
    object said(object const& says) const { return has(details, says); }
    /// If the table is present, it satisfies a condition.
    object unsaid(object const& says) const { return with(details, says); }
    object each_index(object const& says) const {
        return with(all_features, each_global_index(features, says));
    }

    member_table const& details;
    billing how;
    member_table const& all_features;
    subject features, index;
};

inline object index_minimum(subject const& s) {
    described_table const t(s);
    return minimum(t.said(t.how.provisioned()), t.unsaid(t.how.unsaid()), t.how.stated,
                   t.each_index(positive_capacities(t.index)),
                   t.each_index(either(positive_capacities(t.index), zero_capacities(t.index))));
}

inline object index_on_demand_zero(subject const& s) {
    described_table const t(s);
    return implies(t.said(t.how.on_demand()), t.each_index(zero_capacities(t.index)));
}

inline object index_on_demand_billing(subject const& s) {
    described_table const t(s);
    return implies(t.said(t.how.provisioned()), t.each_index(no(has(t.index["on_demand_throughput"]))));
}

inline object on_demand_value(subject const& s) {
    object const allowed = either({{"const", -1}}, {{"minimum", 1}});
    return {{"properties", object{{s["max_read_request_units"].name, allowed},
                                  {s["max_write_request_units"].name, allowed}}}};
}

inline object on_demand_empty(subject const& s) {
    return either(has(s["max_read_request_units"]), has(s["max_write_request_units"]));
}

// ---- streams, expiry of items, encryption, replicas ----

inline object view_type_missing(subject const& s) {
    return implies(is(s["stream_enabled"], true), has(s["stream_view_type"]));
}

inline object view_type_unexpected(subject const& s) {
    return implies(is(s["stream_enabled"], false), no(has(s["stream_view_type"])));
}

inline object ttl_attribute_missing(subject const& s) {
    return implies(has(s["time_to_live_status"], {{"enum", list{"ENABLED", "ENABLING"}}}),
                   has(s["attribute_name"]));
}

inline object kms_key_missing(subject const& s) {
    return implies(is(s["sse_type"], "KMS"), has(s["kms_master_key_arn"]));
}

/// No enumerators of the member other than these.
inline object only_documented(subject const& s, std::string_view member,
                              std::initializer_list<std::string_view> documented) {
    auto const& m = s[member];
    return with(m, no({{"enum", enumerators(*m.value->enumeration, s.day(), documented)}}));
}

inline object undocumented_status(subject const& s) {
    return only_documented(s, "status", {"ENABLED", "UPDATING"});
}
inline object undocumented_type(subject const& s) { return only_documented(s, "sse_type", {"KMS"}); }

inline object key_inaccessible(subject const& s) { return no(has(s["inaccessible_encryption_date_time"])); }

/// An empty text does not name a key.
inline object sse_key(subject const& s) {
    auto const &type = s["kms_key_type"], &key = s["kms_master_key_id"];
    return implies(is(type, "CUSTOMER_MANAGED"), has(key, {{"type", "string"}, {"minLength", 1}}))
        .add("else", implies(is(type, "DEFAULT"), with(key, {{"maxLength", 0}})));
}

inline object global_table_version(subject const& s) {
    return implies(has(s["replicas"], {{"type", "array"}, {"minItems", 1}}),
                   has(s["global_table_version"], {{"type", "string"}}));
}

// ---- restores ----

/// The member is present, and not null.
inline object given(member_table const& m) { return has(m, no({{"type", "null"}})); }

inline object restore_source(subject const& s) {
    auto const &name = s["source_table_name"], &arn = s["source_table_arn"];
    return s.day() < arn.facts->entered ? given(name) : either(given(name), given(arn));
}

inline object clumio_restore_source(subject const& s) {
    return {{"oneOf", list{given(s["continuous_backup"]), given(s["securevault_backup"])}}};
}

/// The restore is to one of two points in time: that of the member, or the latest.
inline object to_one_time(subject const& s, std::string_view member) {
    return {{"oneOf", list{given(s[member]), is(s["use_latest_restorable_time"], true)}}};
}
inline object restore_time(subject const& s) { return to_one_time(s, "restore_date_time"); }
inline object clumio_restore_time(subject const& s) { return to_one_time(s, "timestamp"); }

inline object clumio_restore_replicas(subject const& s) {
    return no(has(s["replicas"], {{"type", "array"}, {"minItems", 1}}));
}

// ---- backups: of shapes with `backup_type`, `backup_name` and `backup_expiry_date_time` ----

/// The limits of a name that was not given by the service.
inline object backup_name(subject const& s) {
    auto const &name = s["backup_name"], &type = s["backup_type"];
    auto const limits = string_limits(name.facts->simple->at(s.day()), s.chosen);
    if (limits.empty()) return {};
    object const says = with(name, limits);
    return s.day() < type.facts->entered ? says : implies(no(is(type, "SYSTEM")), says);
}

inline object system_expiry_missing(subject const& s) {
    return implies(is(s["backup_type"], "SYSTEM"), has(s["backup_expiry_date_time"]));
}

inline object user_expiry(subject const& s) {
    return implies(is(s["backup_type"], "USER"), no(has(s["backup_expiry_date_time"])));
}

} // namespace dynabackup::schema
