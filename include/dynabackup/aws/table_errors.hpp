#pragma once
/// \file
/// The errors of the operations on tables, exports and imports that the operations on backups do not have.

#include <dynabackup/aws/errors.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::aws {

/// Another export has the same client token, but different parameters.
struct ExportConflictException {
    std::optional<std::string> message{}; ///< human-readable
};
BOOST_DESCRIBE_STRUCT(ExportConflictException, (), (message))

/// No export has this ARN.
struct ExportNotFoundException {
    std::optional<std::string> message{}; ///< human-readable
};
BOOST_DESCRIBE_STRUCT(ExportNotFoundException, (), (message))

/// Another import has the same client token, but different parameters.
struct ImportConflictException {
    std::optional<std::string> message{}; ///< human-readable
};
BOOST_DESCRIBE_STRUCT(ImportConflictException, (), (message))

/// No import has this ARN.
struct ImportNotFoundException {
    std::optional<std::string> message{}; ///< human-readable
};
BOOST_DESCRIBE_STRUCT(ImportNotFoundException, (), (message))

/// The table cannot be exported as of that time.
struct InvalidExportTimeException {
    std::optional<std::string> message{}; ///< human-readable
};
BOOST_DESCRIBE_STRUCT(InvalidExportTimeException, (), (message))

/// The table cannot be restored to that time.
struct InvalidRestoreTimeException {
    std::optional<std::string> message{}; ///< human-readable
};
BOOST_DESCRIBE_STRUCT(InvalidRestoreTimeException, (), (message))

/// Point-in-time recovery is not enabled for this table.
struct PointInTimeRecoveryUnavailableException {
    std::optional<std::string> message{}; ///< human-readable
};
BOOST_DESCRIBE_STRUCT(PointInTimeRecoveryUnavailableException, (), (message))

/// The table exists, or is being created or deleted.
struct ResourceInUseException {
    std::optional<std::string> message{}; ///< human-readable
};
BOOST_DESCRIBE_STRUCT(ResourceInUseException, (), (message))

/// No table of this account and Region has this name.
struct ResourceNotFoundException {
    std::optional<std::string> message{}; ///< human-readable
};
BOOST_DESCRIBE_STRUCT(ResourceNotFoundException, (), (message))

/// A table of this name exists.
struct TableAlreadyExistsException {
    std::optional<std::string> message{}; ///< human-readable
};
BOOST_DESCRIBE_STRUCT(TableAlreadyExistsException, (), (message))

/// An error that an operation on tables, exports or imports documents.
template <class T>
concept table_error_shape =
    std::same_as<T, ExportConflictException> || std::same_as<T, ExportNotFoundException> ||
    std::same_as<T, ImportConflictException> || std::same_as<T, ImportNotFoundException> ||
    std::same_as<T, InvalidExportTimeException> || std::same_as<T, InvalidRestoreTimeException> ||
    std::same_as<T, PointInTimeRecoveryUnavailableException> || std::same_as<T, ResourceInUseException> ||
    std::same_as<T, ResourceNotFoundException> || std::same_as<T, TableAlreadyExistsException>;

/// Marks these shapes as errors: see error_shape.
template <table_error_shape T>
constexpr bool is_exception(std::type_identity<T>) {
    return true;
}

/// The day on which an error entered the API.
template <class T>
constexpr edition entered(std::type_identity<T>) {
    if (std::is_same_v<T, InvalidRestoreTimeException> ||
        std::is_same_v<T, PointInTimeRecoveryUnavailableException>)
        return edition::v2018_03_26;
    if (std::is_same_v<T, ExportConflictException> || std::is_same_v<T, ExportNotFoundException> ||
        std::is_same_v<T, InvalidExportTimeException>)
        return edition::v2020_11_09;
    if (std::is_same_v<T, ImportConflictException> || std::is_same_v<T, ImportNotFoundException> ||
        std::is_same_v<T, ResourceInUseException>)
        return edition::v2022_08_18;
    return edition::v2017_11_29;
}

template <table_error_shape T>
constexpr auto members(std::type_identity<T>) {
    using first_day = std::type_identity<T>;
    return std::array{
        describe<&T::message>(simple::ErrorMessage).since(entered(first_day{})).named("message")};
}

} // namespace dynabackup::aws
