#pragma once
/// \file
/// Where rules on a table are broken: in the answer of DescribeBackup, and in Clumio's resource for shapes that it has, too.

#include <dynabackup/testing/breaker.hpp>

namespace dynabackup::testing::detail {

using describe_output = aws::DescribeBackupOutput;

inline aws::SourceTableDetails& table_of(describe_output& answer) {
    return *answer.backup_description->source_table_details;
}
inline aws::SourceTableFeatureDetails& features_of(describe_output& answer) {
    auto& features = answer.backup_description->source_table_feature_details;
    return features ? *features : features.emplace();
}

/// Breaks a rule in the features of a table: `change(features, scene)`.
template <class Change>
constexpr model_breaker in_features(rule const& r, Change) {
    return broken<describe_output>(
        r, [](describe_output& answer, scene& s) { return Change{}(features_of(answer), s); });
}

/// Breaks a rule in one of Clumio's backups: `change(backup, scene)`. Its indexes are members of the backup itself.
template <class Change>
constexpr model_breaker in_resource(rule const& r, Change) {
    return broken<clumio::DynamoDBTableBackup>(r, Change{});
}

/// Breaks a rule in a global index: `change(index, scene)`.
template <class Change>
inline constexpr auto any_global = [](auto& t, scene& s) {
    auto* const index = any_of(t.global_secondary_indexes, s);
    return index && Change{}(*index, s);
};
template <class Change>
constexpr model_breaker in_global(rule const& r, Change) {
    return in_features(r, any_global<Change>);
}
template <class Change>
constexpr model_breaker in_clumio_global(rule const& r, Change) {
    return in_resource(r, any_global<Change>);
}

} // namespace dynabackup::testing::detail
