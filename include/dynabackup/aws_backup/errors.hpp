#pragma once
/// \file
/// The errors of the operations. The header x-amzn-ErrorType, not the body, names the error.

#include <dynabackup/aws_backup/dialect.hpp>
#include <dynabackup/aws_backup/limits.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws_backup {

/// A service on which AWS Backup depends failed.
struct DependencyFailureException {
    std::optional<std::string> code{};    ///< the name of the error
    std::optional<std::string> message{}; ///< human-readable
    std::optional<std::string> type{};    ///< the party at fault
    std::optional<std::string> context{}; ///< the subject of the error
};
BOOST_DESCRIBE_STRUCT(DependencyFailureException, (), (code, message, type, context))

/// A parameter of the request has an invalid value.
struct InvalidParameterValueException {
    std::optional<std::string> code{};    ///< the name of the error
    std::optional<std::string> message{}; ///< human-readable
    std::optional<std::string> type{};    ///< the party at fault
    std::optional<std::string> context{}; ///< the subject of the error
};
BOOST_DESCRIBE_STRUCT(InvalidParameterValueException, (), (code, message, type, context))

/// The request does not suit its resource.
struct InvalidRequestException {
    std::optional<std::string> code{};    ///< the name of the error
    std::optional<std::string> message{}; ///< human-readable
    std::optional<std::string> type{};    ///< the party at fault
    std::optional<std::string> context{}; ///< the subject of the error
};
BOOST_DESCRIBE_STRUCT(InvalidRequestException, (), (code, message, type, context))

/// A quota is exhausted.
struct LimitExceededException {
    std::optional<std::string> code{};    ///< the name of the error
    std::optional<std::string> message{}; ///< human-readable
    std::optional<std::string> type{};    ///< the party at fault
    std::optional<std::string> context{}; ///< the subject of the error
};
BOOST_DESCRIBE_STRUCT(LimitExceededException, (), (code, message, type, context))

/// A required parameter is missing.
struct MissingParameterValueException {
    std::optional<std::string> code{};    ///< the name of the error
    std::optional<std::string> message{}; ///< human-readable
    std::optional<std::string> type{};    ///< the party at fault
    std::optional<std::string> context{}; ///< the subject of the error
};
BOOST_DESCRIBE_STRUCT(MissingParameterValueException, (), (code, message, type, context))

/// There is no such vault, recovery point or job.
struct ResourceNotFoundException {
    std::optional<std::string> code{};    ///< the name of the error
    std::optional<std::string> message{}; ///< human-readable
    std::optional<std::string> type{};    ///< the party at fault
    std::optional<std::string> context{}; ///< the subject of the error
};
BOOST_DESCRIBE_STRUCT(ResourceNotFoundException, (), (code, message, type, context))

/// The service failed, not the request: trying again may help.
struct ServiceUnavailableException {
    std::optional<std::string> code{};    ///< the name of the error
    std::optional<std::string> message{}; ///< human-readable
    std::optional<std::string> type{};    ///< the party at fault
    std::optional<std::string> context{}; ///< the subject of the error
};
BOOST_DESCRIBE_STRUCT(ServiceUnavailableException, (), (code, message, type, context))

/// An error that an operation documents.
template <class T>
concept error_shape = std::same_as<T, DependencyFailureException> ||
    std::same_as<T, InvalidParameterValueException> || std::same_as<T, InvalidRequestException> ||
    std::same_as<T, LimitExceededException> || std::same_as<T, MissingParameterValueException> ||
    std::same_as<T, ResourceNotFoundException> || std::same_as<T, ServiceUnavailableException>;

/// Whether the service is at fault (HTTP 5xx), rather than the request (HTTP 400).
template <error_shape T>
inline constexpr bool is_fault =
    std::is_same_v<T, DependencyFailureException> || std::is_same_v<T, ServiceUnavailableException>;

template <error_shape T>
constexpr auto members(std::type_identity<T>) {
    // InvalidRequestException was an error of ListBackupJobs from 2020-01-13 to 2020-06-24, and is an error of
    // StartBackupJob.
    constexpr auto day =
        std::is_same_v<T, InvalidRequestException> ? edition::v2020_11_18 : edition::v2019_01_16;
    return std::array{
        describe<&T::code>(simple::String).since(day),
        describe<&T::message>(simple::String).since(day),
        describe<&T::type>(simple::String).since(day),
        describe<&T::context>(simple::String).since(day),
    };
}

} // namespace dynabackup::aws_backup
