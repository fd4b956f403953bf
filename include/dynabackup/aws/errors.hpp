#pragma once
/// \file
/// The errors of the backup operations, and the body in which they travel.

#include <dynabackup/aws/dialect.hpp>
#include <dynabackup/aws/limits.hpp>

#include <boost/describe/class.hpp>

#include <array>
#include <string_view>

namespace dynabackup::aws {

/// The table has another backup in the making, or this backup is being restored or deleted: try again later.
struct BackupInUseException {
    std::optional<std::string> message{}; ///< for people
};
BOOST_DESCRIBE_STRUCT(BackupInUseException, (), (message))

/// No backup has this ARN.
struct BackupNotFoundException {
    std::optional<std::string> message{}; ///< for people
};
BOOST_DESCRIBE_STRUCT(BackupNotFoundException, (), (message))

/// Backups are not yet enabled for this table.
struct ContinuousBackupsUnavailableException {
    std::optional<std::string> message{}; ///< for people
};
BOOST_DESCRIBE_STRUCT(ContinuousBackupsUnavailableException, (), (message))

/// The service failed, not the request: trying again may help.
struct InternalServerError {
    std::optional<std::string> message{}; ///< for people
};
BOOST_DESCRIBE_STRUCT(InternalServerError, (), (message))

/// Too many operations on tables and backups are under way at once.
struct LimitExceededException {
    std::optional<std::string> message{}; ///< for people
};
BOOST_DESCRIBE_STRUCT(LimitExceededException, (), (message))

/// The table is being created or deleted.
struct TableInUseException {
    std::optional<std::string> message{}; ///< for people
};
BOOST_DESCRIBE_STRUCT(TableInUseException, (), (message))

/// No table of this account and Region has this name.
struct TableNotFoundException {
    std::optional<std::string> message{}; ///< for people
};
BOOST_DESCRIBE_STRUCT(TableNotFoundException, (), (message))

/// An error that an operation on backups documents.
template <class T>
concept backup_error_shape = std::same_as<T, BackupInUseException> ||
    std::same_as<T, BackupNotFoundException> || std::same_as<T, ContinuousBackupsUnavailableException> ||
    std::same_as<T, InternalServerError> || std::same_as<T, LimitExceededException> ||
    std::same_as<T, TableInUseException> || std::same_as<T, TableNotFoundException>;

/// Whether a shape is an error: beside each stands this.
template <backup_error_shape T>
constexpr bool is_exception(std::type_identity<T>) {
    return true;
}

/// An error that an operation documents.
template <class T>
concept error_shape = requires {
    requires is_exception(std::type_identity<T>{});
};

/// Whether the service is at fault (HTTP 5xx), and not the request (HTTP 400).
template <error_shape T>
inline constexpr bool is_fault = std::is_same_v<T, InternalServerError>;

template <backup_error_shape T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::message>(simple::ErrorMessage).named("message")};
}

/// The body of an error response: which of the errors it is, and its message.
struct ErrorBody {
    std::optional<std::string> type{};    ///< `com.amazonaws.dynamodb.v20120810#TableNotFoundException`
    std::optional<std::string> message{}; ///< for people; some services spell it `Message`

    /// The name of the error: what follows `#` in the type, or all of it; empty without a type.
    std::string_view code() const {
        std::string_view text = type ? std::string_view(*type) : std::string_view();
        return text.substr(text.find('#') + 1); // npos + 1 is 0
    }
};
BOOST_DESCRIBE_STRUCT(ErrorBody, (), (type, message))

/// What the API's clients add to a response: boto3, JavaScript (`$`), Go, and Java with Step Functions (`Sdk`).
inline constexpr std::array<std::string_view, 6> client_members{
    "ResponseMetadata", "$metadata", "$fault", "ResultMetadata", "SdkHttpMetadata", "SdkResponseMetadata"};

constexpr auto tolerated(std::type_identity<ErrorBody>) { return client_members; }

template <std::same_as<ErrorBody> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::type>().named("__type"), // belongs to the protocol: the model gives it no shape
        describe<&T::message>(simple::ErrorMessage).named("message").also("Message"),
    };
}

} // namespace dynabackup::aws
