#pragma once
/// \file
/// BackupDescription: a backup, its table, and the table's indexes and settings.

#include <dynabackup/aws/backup_details.hpp>
#include <dynabackup/aws/source_table_details.hpp>
#include <dynabackup/aws/table_features.hpp>
#include <dynabackup/rules/backup_arn.hpp>
#include <dynabackup/rules/expiry.hpp>
#include <dynabackup/rules/indexes.hpp>
#include <dynabackup/rules/projection.hpp>
#include <dynabackup/rules/throughput.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws {

/// A backup in full.
struct BackupDescription {
    std::optional<BackupDetails> backup_details{};                           ///< the backup itself
    std::optional<SourceTableDetails> source_table_details{};                ///< the table that was backed up
    std::optional<SourceTableFeatureDetails> source_table_feature_details{}; ///< its indexes and settings
};
BOOST_DESCRIBE_STRUCT(BackupDescription, (),
                      (backup_details, source_table_details, source_table_feature_details))

template <std::same_as<BackupDescription> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::backup_details>(),
        describe<&T::source_table_details>(),
        describe<&T::source_table_feature_details>(),
    };
}

/// One backup: counted as a record.
constexpr bool is_record(std::type_identity<BackupDescription>) { return true; }

namespace detail {

using features = SourceTableFeatureDetails;

inline constexpr path_step at_details = wire_name<&BackupDescription::backup_details>,
                           at_features = wire_name<&BackupDescription::source_table_feature_details>,
                           at_local_indexes = wire_name<&features::local_secondary_indexes>,
                           at_global_indexes = wire_name<&features::global_secondary_indexes>;

/// How the table of a backup is billed, as far as the document shows.
inline throughput::billing billing_of(BackupDescription const& d, rule_context const& in) {
    if (!in.knows(d.source_table_details)) return throughput::billing::unknown;
    return d.source_table_details ? throughput::billing_of(*d.source_table_details, in)
                                  : throughput::billing::absent;
}

/// Members of a description; null if they are absent or not known.
inline BackupDetails const* details_of(BackupDescription const& d, rule_context const& in) {
    return known<&BackupDescription::backup_details>(d, in);
}
inline SourceTableDetails const* table_of(BackupDescription const& d, rule_context const& in) {
    return known<&BackupDescription::source_table_details>(d, in);
}
inline features const* features_of(BackupDescription const& d, rule_context const& in) {
    return known<&BackupDescription::source_table_feature_details>(d, in);
}
inline std::vector<GlobalSecondaryIndexInfo> const* global_indexes_of(BackupDescription const& d,
                                                                      rule_context const& in) {
    auto const* const f = features_of(d, in);
    return f ? known<&features::global_secondary_indexes>(*f, in) : nullptr;
}

// ---- a backup and its table ----

inline void check_creation(BackupDescription const& d, rule_context& in) {
    auto const* const backup = details_of(d, in);
    auto const* const table = table_of(d, in);
    if (backup && table)
        expiry::compare_creation(*backup, *table, in,
                                 {at_details, wire_name<&BackupDetails::backup_creation_date_time>});
}

inline void check_system_name(BackupDescription const& d, rule_context& in) {
    auto const* const backup = details_of(d, in);
    auto const* const table = table_of(d, in);
    if (backup && table)
        expiry::compare_system_name(*backup, known<&SourceTableDetails::table_name>(*table, in), in,
                                    {at_details, wire_name<&BackupDetails::backup_name>});
}

inline void check_arn(BackupDescription const& d, rule_context& in) {
    auto const* const backup = details_of(d, in);
    auto const* const table = table_of(d, in);
    auto const* const text = backup && table ? known<&BackupDetails::backup_arn>(*backup, in) : nullptr;
    if (!text) return;
    auto const* const of_table = known<&SourceTableDetails::table_arn>(*table, in);
    auto const* const name = known<&SourceTableDetails::table_name>(*table, in);
    std::uint64_t time = 0;
    if (of_table && name && arn::are_of_one_table(*text, *of_table, *name, time)) return;
    if (auto const read = arn::read_backup(*text))
        arn::compare_table(*read, name, of_table ? arn::read_table(*of_table) : std::nullopt, in,
                           {at_details, wire_name<&BackupDetails::backup_arn>});
}

// ---- a table and its indexes ----

inline void check_local_indexes(BackupDescription const& d, rule_context& in) {
    auto const* const table = table_of(d, in);
    auto const* const f = features_of(d, in);
    auto const* const locals = f ? known<&features::local_secondary_indexes>(*f, in) : nullptr;
    if (!table || !locals) return;
    indexes::find_other_keys(*table, *locals, in, at_features, at_local_indexes);
    indexes::need_sort_key(*table, *locals, in, at_features, at_local_indexes);
}

inline void check_projected_keys(BackupDescription const& d, rule_context& in) {
    auto const* const f = features_of(d, in);
    if (!f) return;
    auto const* const table = table_of(d, in);
    auto const* const keys = table ? known<&SourceTableDetails::key_schema>(*table, in) : nullptr;
    projection::find_keys(keys, known<&features::local_secondary_indexes>(*f, in), in, at_features,
                          at_local_indexes);
    projection::find_keys(keys, known<&features::global_secondary_indexes>(*f, in), in, at_features,
                          at_global_indexes);
    projection::find_keys(keys, known<&features::vector_indexes>(*f, in), in, at_features,
                          path_step{wire_name<&features::vector_indexes>});
}

/// Applies one of the rules on capacities to the global secondary indexes.
template <rule const& Which>
void check_index_capacities(BackupDescription const& d, rule_context& in) {
    throughput::check_indexes(Which, billing_of(d, in), global_indexes_of(d, in), in, at_features,
                              at_global_indexes);
}

inline void check_index_maxima(BackupDescription const& d, rule_context& in) {
    auto const* const indexes = global_indexes_of(d, in);
    if (!indexes || billing_of(d, in) != throughput::billing::provisioned) return;
    for (std::size_t i = 0; i < indexes->size(); ++i)
        if ((*indexes)[i].on_demand_throughput)
            in.fail({at_features, at_global_indexes, i,
                     wire_name<&GlobalSecondaryIndexInfo::on_demand_throughput>},
                    "The table is PROVISIONED; the on-demand throughput of its index has no effect.");
}

inline void check_vector_indexes(BackupDescription const& d, rule_context& in) {
    auto const* const f = features_of(d, in);
    if (!f) return;
    constexpr auto member = &features::vector_indexes;
    vector_indexes::check_billing_mode(billing_of(d, in), known<member>(*f, in), in,
                                       {at_features, wire_name<member>});
}

} // namespace detail

/// The rules that need a backup and its table, or the table and its indexes together.
template <std::same_as<BackupDescription> T>
constexpr auto rules(std::type_identity<T>) {
    return join(
        std::array{
            enforce<detail::check_creation, expiry::created_before_table>(),
            enforce<detail::check_system_name, expiry::system_backup_name>(),
            enforce<detail::check_arn, arn::backup_table, arn::backup_account>(),
            enforce<detail::check_local_indexes, indexes::hash_key, indexes::table_range_key>(),
            enforce<detail::check_projected_keys, projection::non_key_is_key>(),
        },
        lifecycle::table_rules<T>(),
        std::array{
            enforce<detail::check_index_capacities<throughput::minimum>, throughput::minimum>(),
            enforce<detail::check_index_capacities<throughput::on_demand_zero>, throughput::on_demand_zero>(),
            enforce<detail::check_index_maxima, throughput::on_demand_billing_mode>(),
            enforce<detail::check_vector_indexes, vector_indexes::billing_mode>(),
        });
}

} // namespace dynabackup::aws
