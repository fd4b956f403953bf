#pragma once
/// \file
/// DescribeContinuousBackups and UpdateContinuousBackups: the points in time to which a table can be restored.

#include <dynabackup/aws/dialect.hpp>
#include <dynabackup/aws/operation.hpp>
#include <dynabackup/aws/table_enums.hpp>
#include <dynabackup/aws/table_errors.hpp>
#include <dynabackup/aws/table_limits.hpp>
#include <dynabackup/rules/recovery.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws {

/// The points in time to which a table can be restored.
struct PointInTimeRecoveryDescription {
    std::optional<open_enum<PointInTimeRecoveryStatus>> point_in_time_recovery_status{}; ///< whether it can
    std::optional<std::int64_t> recovery_period_in_days{};    ///< in days: 1 to 35; since 2025-01-07
    std::optional<timestamp> earliest_restorable_date_time{}; ///< the earliest one
    std::optional<timestamp> latest_restorable_date_time{};   ///< the latest one; typically five minutes ago
};
BOOST_DESCRIBE_STRUCT(PointInTimeRecoveryDescription, (),
                      (point_in_time_recovery_status, recovery_period_in_days, earliest_restorable_date_time,
                       latest_restorable_date_time))

template <std::same_as<PointInTimeRecoveryDescription> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::point_in_time_recovery_status>().since(edition::v2018_03_26),
        describe<&T::recovery_period_in_days>(simple::RecoveryPeriodInDays).since(edition::v2025_01_07),
        describe<&T::earliest_restorable_date_time>(simple::Date).since(edition::v2018_03_26),
        describe<&T::latest_restorable_date_time>(simple::Date).since(edition::v2018_03_26),
    };
}

template <std::same_as<PointInTimeRecoveryDescription> T>
constexpr auto rules(std::type_identity<T>) {
    return recovery::rules<T>();
}

/// Whether a table can be restored to a point in time.
struct PointInTimeRecoverySpecification {
    bool point_in_time_recovery_enabled = false; ///< whether it can
    /// In days: 1 to 35; absent: 35; since 2025-01-07.
    std::optional<std::int64_t> recovery_period_in_days{};
};
BOOST_DESCRIBE_STRUCT(PointInTimeRecoverySpecification, (),
                      (point_in_time_recovery_enabled, recovery_period_in_days))

template <std::same_as<PointInTimeRecoverySpecification> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::point_in_time_recovery_enabled>(simple::BooleanObject).since(edition::v2018_03_26),
        describe<&T::recovery_period_in_days>(simple::RecoveryPeriodInDays).since(edition::v2025_01_07),
    };
}

/// The continuous backups of a table.
struct ContinuousBackupsDescription {
    open_enum<ContinuousBackupsStatus> continuous_backups_status; ///< whether it has them
    /// The points in time to which it can be restored; since 2018-03-26.
    std::optional<PointInTimeRecoveryDescription> point_in_time_recovery_description{};
};
BOOST_DESCRIBE_STRUCT(ContinuousBackupsDescription, (),
                      (continuous_backups_status, point_in_time_recovery_description))

template <std::same_as<ContinuousBackupsDescription> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::continuous_backups_status>(),
        describe<&T::point_in_time_recovery_description>().since(edition::v2018_03_26),
    };
}

template <std::same_as<ContinuousBackupsDescription> T>
constexpr auto rules(std::type_identity<T>) {
    return recovery::status_rules<T>();
}

/// Requests the continuous backups of a table.
struct DescribeContinuousBackupsInput {
    std::string table_name; ///< the table: its name or, since 2024-03-20, its ARN
};
BOOST_DESCRIBE_STRUCT(DescribeContinuousBackupsInput, (), (table_name))

template <std::same_as<DescribeContinuousBackupsInput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::table_name>(simple::TableArn).before(edition::v2024_03_20, simple::TableName),
    };
}

/// The continuous backups of a table.
struct DescribeContinuousBackupsOutput {
    /// The continuous backups.
    std::optional<ContinuousBackupsDescription> continuous_backups_description{};
};
BOOST_DESCRIBE_STRUCT(DescribeContinuousBackupsOutput, (), (continuous_backups_description))

template <std::same_as<DescribeContinuousBackupsOutput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::continuous_backups_description>(),
    };
}

constexpr auto tolerated(std::type_identity<DescribeContinuousBackupsOutput>) { return client_members; }

/// The response to the request.
constexpr std::type_identity<DescribeContinuousBackupsOutput>
response_of(std::type_identity<DescribeContinuousBackupsInput>) {
    return {};
}

/// The operation: its name and its errors.
inline constexpr operation DescribeContinuousBackups{
    .name = "DescribeContinuousBackups",
    .target = "DynamoDB_20120810.DescribeContinuousBackups",
    .calls_per_second = 10,
    .errors = error_names<TableNotFoundException, InternalServerError>,
    .cite = "https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/DescribeContinuousBackups",
};

/// Switches point-in-time recovery on or off.
struct UpdateContinuousBackupsInput {
    std::string table_name; ///< the table: its name or, since 2024-03-20, its ARN
    /// Whether the table can be restored to a point in time.
    PointInTimeRecoverySpecification point_in_time_recovery_specification;
};
BOOST_DESCRIBE_STRUCT(UpdateContinuousBackupsInput, (), (table_name, point_in_time_recovery_specification))

template <std::same_as<UpdateContinuousBackupsInput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::table_name>(simple::TableArn)
            .since(edition::v2018_03_26)
            .before(edition::v2024_03_20, simple::TableName),
        describe<&T::point_in_time_recovery_specification>().since(edition::v2018_03_26),
    };
}

/// The continuous backups as they are now.
struct UpdateContinuousBackupsOutput {
    /// The continuous backups.
    std::optional<ContinuousBackupsDescription> continuous_backups_description{};
};
BOOST_DESCRIBE_STRUCT(UpdateContinuousBackupsOutput, (), (continuous_backups_description))

template <std::same_as<UpdateContinuousBackupsOutput> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::continuous_backups_description>().since(edition::v2018_03_26),
    };
}

constexpr auto tolerated(std::type_identity<UpdateContinuousBackupsOutput>) { return client_members; }

/// The response to the request.
constexpr std::type_identity<UpdateContinuousBackupsOutput>
response_of(std::type_identity<UpdateContinuousBackupsInput>) {
    return {};
}

/// The operation: its name and its errors.
inline constexpr operation UpdateContinuousBackups{
    .name = "UpdateContinuousBackups",
    .target = "DynamoDB_20120810.UpdateContinuousBackups",
    .calls_per_second = 0,
    .errors = error_names<TableNotFoundException, ContinuousBackupsUnavailableException, InternalServerError>,
    .cite = "https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/UpdateContinuousBackups",
    .since = edition::v2018_03_26,
};

} // namespace dynabackup::aws
