#pragma once
/// \file
/// SourceTableFeatureDetails: the indexes, stream, expiry and encryption of a table that was backed up.

#include <dynabackup/aws/indexes.hpp>
#include <dynabackup/aws/vector_index.hpp>
#include <dynabackup/rules/indexes.hpp>
#include <dynabackup/rules/projection.hpp>
#include <dynabackup/rules/table_settings.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws {

/// The stream of a table.
struct StreamSpecification {
    bool stream_enabled = false; ///< whether there is one; required since 2019-11-21
    std::optional<open_enum<StreamViewType>> stream_view_type{}; ///< what it records of a changed item
};
BOOST_DESCRIBE_STRUCT(StreamSpecification, (), (stream_enabled, stream_view_type))

template <std::same_as<StreamSpecification> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::stream_enabled>(simple::StreamEnabled).required_since(edition::v2019_11_21),
        describe<&T::stream_view_type>(),
    };
}

template <std::same_as<StreamSpecification> T>
constexpr auto rules(std::type_identity<T>) {
    return table_settings::stream_rules<T>();
}

/// The expiry of a table's items ("time to live").
struct TimeToLiveDescription {
    std::optional<open_enum<TimeToLiveStatus>> time_to_live_status{}; ///< whether items expire
    std::optional<std::string> attribute_name{};                      ///< holds the time; 1 to 255 characters
};
BOOST_DESCRIBE_STRUCT(TimeToLiveDescription, (), (time_to_live_status, attribute_name))

template <std::same_as<TimeToLiveDescription> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::time_to_live_status>(),
        describe<&T::attribute_name>(simple::TimeToLiveAttributeName),
    };
}

template <std::same_as<TimeToLiveDescription> T>
constexpr auto rules(std::type_identity<T>) {
    return table_settings::expiry_rule<T>();
}

/// The server-side encryption of a table, at rest. Since 2018-02-08.
struct SSEDescription {
    std::optional<open_enum<SSEStatus>> status{};    ///< whether it is on
    std::optional<open_enum<SSEType>> sse_type{};    ///< how; since 2018-06-14
    std::optional<std::string> kms_master_key_arn{}; ///< the key, if that is KMS; since 2018-06-14
    /// When DynamoDB found that it could no longer use the key; absent once it can use the key again. After seven days
    /// the table is archived. Since 2019-11-26.
    std::optional<timestamp> inaccessible_encryption_date_time{};
};
BOOST_DESCRIBE_STRUCT(SSEDescription, (),
                      (status, sse_type, kms_master_key_arn, inaccessible_encryption_date_time))

template <std::same_as<SSEDescription> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::status>().since(edition::v2018_02_08),
        describe<&T::sse_type>().since(edition::v2018_06_14).named("SSEType"),
        describe<&T::kms_master_key_arn>(simple::KMSMasterKeyArn)
            .since(edition::v2018_06_14)
            .named("KMSMasterKeyArn"),
        describe<&T::inaccessible_encryption_date_time>(simple::Date).since(edition::v2019_11_26),
    };
}

template <std::same_as<SSEDescription> T>
constexpr auto rules(std::type_identity<T>) {
    return table_settings::encryption_rules<T>();
}

/// The features that the table had when it was backed up. A feature that it did not have is absent.
struct SourceTableFeatureDetails {
    std::optional<std::vector<LocalSecondaryIndexInfo>> local_secondary_indexes{}; ///< at most 5
    std::optional<std::vector<GlobalSecondaryIndexInfo>>
        global_secondary_indexes{};                          ///< at most 20, unless AWS has raised the quota
    std::optional<StreamSpecification> stream_description{}; ///< its stream
    std::optional<TimeToLiveDescription> time_to_live_description{}; ///< how items expire
    std::optional<SSEDescription> sse_description{};                 ///< since 2018-02-08
    std::optional<std::vector<VectorIndexInfo>> vector_indexes{};    ///< since 2026-08-04
};
BOOST_DESCRIBE_STRUCT(SourceTableFeatureDetails, (),
                      (local_secondary_indexes, global_secondary_indexes, stream_description,
                       time_to_live_description, sse_description, vector_indexes))

template <std::same_as<SourceTableFeatureDetails> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::local_secondary_indexes>(simple::LocalSecondaryIndexes),
        describe<&T::global_secondary_indexes>(simple::GlobalSecondaryIndexes),
        describe<&T::stream_description>(),
        describe<&T::time_to_live_description>(),
        describe<&T::sse_description>().since(edition::v2018_02_08).named("SSEDescription"),
        describe<&T::vector_indexes>(simple::VectorIndexes).since(edition::v2026_08_04),
    };
}

template <std::same_as<SourceTableFeatureDetails> T>
constexpr auto rules(std::type_identity<T>) {
    return join(indexes::rules<T>(), projection::total_rule<T>());
}

} // namespace dynabackup::aws
