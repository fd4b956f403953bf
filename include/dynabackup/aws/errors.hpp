#pragma once
/// \file
/// The errors of the backup operations, and the body in which they are sent.

#include <dynabackup/aws/dialect.hpp>
#include <dynabackup/aws/limits.hpp>
#include <dynabackup/rules/client_members.hpp>

#include <boost/describe/class.hpp>

#include <array>
#include <string_view>

namespace dynabackup::aws {

/// Another backup of the table is being created, or this backup is being restored or deleted: try again later.
struct BackupInUseException {
    std::optional<std::string> message{}; ///< human-readable
};
BOOST_DESCRIBE_STRUCT(BackupInUseException, (), (message))

/// No backup has this ARN.
struct BackupNotFoundException {
    std::optional<std::string> message{}; ///< human-readable
};
BOOST_DESCRIBE_STRUCT(BackupNotFoundException, (), (message))

/// Backups are not yet enabled for this table.
struct ContinuousBackupsUnavailableException {
    std::optional<std::string> message{}; ///< human-readable
};
BOOST_DESCRIBE_STRUCT(ContinuousBackupsUnavailableException, (), (message))

/// The service failed, not the request: trying again may help.
struct InternalServerError {
    std::optional<std::string> message{}; ///< human-readable
};
BOOST_DESCRIBE_STRUCT(InternalServerError, (), (message))

/// Too many operations on tables and backups are under way at once.
struct LimitExceededException {
    std::optional<std::string> message{}; ///< human-readable
};
BOOST_DESCRIBE_STRUCT(LimitExceededException, (), (message))

/// The table is being created or deleted.
struct TableInUseException {
    std::optional<std::string> message{}; ///< human-readable
};
BOOST_DESCRIBE_STRUCT(TableInUseException, (), (message))

/// No table of this account and Region has this name.
struct TableNotFoundException {
    std::optional<std::string> message{}; ///< human-readable
};
BOOST_DESCRIBE_STRUCT(TableNotFoundException, (), (message))

/// An error that an operation on backups documents.
template <class T>
concept backup_error_shape = std::same_as<T, BackupInUseException> ||
    std::same_as<T, BackupNotFoundException> || std::same_as<T, ContinuousBackupsUnavailableException> ||
    std::same_as<T, InternalServerError> || std::same_as<T, LimitExceededException> ||
    std::same_as<T, TableInUseException> || std::same_as<T, TableNotFoundException>;

/// Marks a shape as an error. Each error has an overload of this.
template <backup_error_shape T>
constexpr bool is_exception(std::type_identity<T>) {
    return true;
}

/// An error that an operation documents.
template <class T>
concept error_shape = requires {
    requires is_exception(std::type_identity<T>{});
};

/// Whether the service is at fault (HTTP 5xx), rather than the request (HTTP 400).
template <error_shape T>
inline constexpr bool is_fault = std::is_same_v<T, InternalServerError>;

template <backup_error_shape T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::message>(simple::ErrorMessage).named("message")};
}

/// The body of an error response: the name of the error, and its message.
struct ErrorBody {
    std::optional<std::string> type{};    ///< `com.amazonaws.dynamodb.v20120810#TableNotFoundException`
    std::optional<std::string> message{}; ///< human-readable; some services spell it `Message`

    /// The name of the error: the part of the type after `#`, or all of it; empty without a type.
    std::string_view code() const {
        std::string_view text = type ? std::string_view(*type) : std::string_view();
        return text.substr(text.find('#') + 1); // npos + 1 is 0
    }
};
BOOST_DESCRIBE_STRUCT(ErrorBody, (), (type, message))

constexpr auto tolerated(std::type_identity<ErrorBody>) { return client_members; }

template <std::same_as<ErrorBody> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::type>().named("__type"), // belongs to the protocol: the model gives it no shape
        describe<&T::message>(simple::ErrorMessage).named("message").also("Message"),
    };
}

} // namespace dynabackup::aws
