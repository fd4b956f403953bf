#pragma once
/// \file
/// BackupDescription: a backup, its table, and what that table had.

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
    std::optional<SourceTableDetails> source_table_details{};                ///< the table it was made of
    std::optional<SourceTableFeatureDetails> source_table_feature_details{}; ///< its indexes and settings
};
BOOST_DESCRIBE_STRUCT(BackupDescription, (),
                      (backup_details, source_table_details, source_table_feature_details))

template <std::same_as<BackupDescription> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        of<&T::backup_details>(),
        of<&T::source_table_details>(),
        of<&T::source_table_feature_details>(),
    };
}

/// One backup: counted as a record.
constexpr bool is_record(std::type_identity<BackupDescription>) { return true; }

namespace detail {

template <class T>
using backup_of = typename decltype(T::backup_details)::value_type;
template <class T>
using features_of = typename decltype(T::source_table_feature_details)::value_type;
template <class T>
using table_of = typename decltype(T::source_table_details)::value_type;
template <class T>
using global_index_of = typename decltype(features_of<T>::global_secondary_indexes)::value_type::value_type;

/// How the table of a backup is billed, as far as the document says.
template <class Subject>
throughput::billing billing_of(BackupDescription const& d, Subject const& in) {
    if (!in.knows(d.source_table_details)) return throughput::billing::unknown;
    return d.source_table_details ? throughput::billing_of(*d.source_table_details, in)
                                  : throughput::billing::absent;
}

/// One of the rules on capacities, for the global secondary indexes.
template <class T, rule const& Which>
constexpr void index_capacities(auto const& enforce) {
    using F = features_of<T>;
    enforce(Which, [](T const& t, auto const& in) {
        if (auto const* const features = known<&T::source_table_feature_details>(t, in))
            throughput::check_indexes(
                Which, billing_of(t, in), known<&F::global_secondary_indexes>(*features, in), in,
                step{at<&T::source_table_feature_details>}, step{at<&F::global_secondary_indexes>});
    });
}

/// Enforces a rule that needs a backup and its table: `judge(details, table, subject, path to the details)`.
template <class T, class... Rules>
constexpr void enforce_on_both(auto const& enforce, rule const& first, auto judge, Rules const&... more) {
    enforce(
        first,
        [judge](T const& t, auto const& in) {
            auto const* const backup = known<&T::backup_details>(t, in);
            auto const* const table = known<&T::source_table_details>(t, in);
            if (backup && table) judge(*backup, *table, in, step{at<&T::backup_details>});
        },
        more...);
}

/// Enforces a rule that needs a table and its local indexes: `judge(table, indexes, subject, path to them…)`.
template <class T>
constexpr void enforce_on_local_indexes(auto const& enforce, rule const& which, auto judge) {
    using F = features_of<T>;
    enforce(which, [judge](T const& t, auto const& in) {
        auto const* const table = known<&T::source_table_details>(t, in);
        auto const* const features = known<&T::source_table_feature_details>(t, in);
        auto const* const locals = features ? known<&F::local_secondary_indexes>(*features, in) : nullptr;
        if (table && locals)
            judge(*table, *locals, in, step{at<&T::source_table_feature_details>},
                  step{at<&F::local_secondary_indexes>});
    });
}

} // namespace detail

/// The rules that need a backup and its table, or the table and its indexes together.
template <std::same_as<BackupDescription> T>
constexpr void rules(std::type_identity<T>, auto const& enforce) {
    using Backup = detail::backup_of<T>;
    using Table = detail::table_of<T>;
    detail::enforce_on_both<T>(enforce, expiry::created_before_table,
                               [](Backup const& b, Table const& table, auto const& in, step below) {
                                   expiry::judge_creation(b, table, in, below);
                               });
    detail::enforce_on_both<T>(enforce, expiry::system_backup_name,
                               [](Backup const& b, Table const& table, auto const& in, step below) {
                                   expiry::judge_system_name(b, known<&Table::table_name>(table, in), in,
                                                             below);
                               });
    detail::enforce_on_both<T>(
        enforce, arn::backup_table,
        [](Backup const& b, Table const& table, auto const& in, step below) {
            auto const* const text = known<&Backup::backup_arn>(b, in);
            auto const* const of_table = known<&Table::table_arn>(table, in);
            auto const* const name = known<&Table::table_name>(table, in);
            std::uint64_t time = 0;
            if (text && of_table && name && arn::are_of_one_table(*text, *of_table, *name, time)) return;
            if (auto const read = text ? arn::read_backup(*text) : std::nullopt)
                arn::judge_table(*read, name, of_table ? arn::read_table(*of_table) : std::nullopt, in, below,
                                 step{at<&Backup::backup_arn>});
        },
        arn::backup_account);
    detail::enforce_on_local_indexes<T>(enforce, indexes::hash_key,
                                        [](auto const&... given) { indexes::find_other_keys(given...); });
    detail::enforce_on_local_indexes<T>(enforce, indexes::table_range_key,
                                        [](auto const&... given) { indexes::need_sort_key(given...); });
    using F = detail::features_of<T>;
    enforce(projection::non_key_is_key, [](T const& t, auto const& in) {
        auto const* const features = known<&T::source_table_feature_details>(t, in);
        if (!features) return;
        auto const* const table = known<&T::source_table_details>(t, in);
        auto const* const keys = table ? known<&detail::table_of<T>::key_schema>(*table, in) : nullptr;
        constexpr step below = at<&T::source_table_feature_details>;
        projection::find_keys(keys, known<&F::local_secondary_indexes>(*features, in), in, below,
                              step{at<&F::local_secondary_indexes>});
        projection::find_keys(keys, known<&F::global_secondary_indexes>(*features, in), in, below,
                              step{at<&F::global_secondary_indexes>});
        projection::find_keys(keys, known<&F::vector_indexes>(*features, in), in, below,
                              step{at<&F::vector_indexes>});
    });
    lifecycle::table_rules<T>(enforce);
    detail::index_capacities<T, throughput::minimum>(enforce);
    detail::index_capacities<T, throughput::on_demand_zero>(enforce);
    enforce(throughput::on_demand_billing_mode, [](T const& t, auto const& in) {
        auto const* const features = known<&T::source_table_feature_details>(t, in);
        auto const* const indexes = features ? known<&F::global_secondary_indexes>(*features, in) : nullptr;
        if (!indexes || detail::billing_of(t, in) != throughput::billing::provisioned) return;
        for (std::size_t i = 0; i < indexes->size(); ++i)
            if ((*indexes)[i].on_demand_throughput)
                in.fail({at<&T::source_table_feature_details>, at<&F::global_secondary_indexes>, i,
                         at<&detail::global_index_of<T>::on_demand_throughput>},
                        "The table is PROVISIONED; on-demand maxima of its index have no effect.");
    });
}

} // namespace dynabackup::aws
