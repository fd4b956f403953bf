#pragma once
/// \file
/// The enumerations that exports and imports reach. See enums.hpp for how they are described.

#include <dynabackup/edition.hpp>
#include <dynabackup/open_enum.hpp>

#include <boost/describe/enum.hpp>

#include <string_view>
#include <type_traits>

namespace dynabackup::aws {

/// The state of an export.
enum class ExportStatus : unsigned char {
    IN_PROGRESS, ///< being written
    COMPLETED,   ///< complete
    FAILED,      ///< failed
};
BOOST_DESCRIBE_ENUM(ExportStatus, IN_PROGRESS, COMPLETED, FAILED)
constexpr edition since(ExportStatus) { return edition::v2020_11_09; }

/// How the items of an export are written.
enum class ExportFormat : unsigned char {
    DYNAMODB_JSON, ///< as JSON
    ION,           ///< as Amazon Ion text
};
BOOST_DESCRIBE_ENUM(ExportFormat, DYNAMODB_JSON, ION)
constexpr edition since(ExportFormat) { return edition::v2020_11_09; }

/// The contents of an export.
enum class ExportType : unsigned char {
    FULL_EXPORT,        ///< all items
    INCREMENTAL_EXPORT, ///< the changes within a window
};
BOOST_DESCRIBE_ENUM(ExportType, FULL_EXPORT, INCREMENTAL_EXPORT)
constexpr edition since(ExportType) { return edition::v2023_09_26; }

/// The images of each changed item in an incremental export.
enum class ExportViewType : unsigned char {
    NEW_IMAGE,          ///< the item after the change; the prose calls it NEW_IMAGES
    NEW_AND_OLD_IMAGES, ///< the item after the change, and before it
};
BOOST_DESCRIBE_ENUM(ExportViewType, NEW_IMAGE, NEW_AND_OLD_IMAGES)
constexpr edition since(ExportViewType) { return edition::v2023_09_26; }
/// A hint for a value that the documentation lists but the API does not have; else empty.
constexpr std::string_view hint(std::type_identity<ExportViewType>, std::string_view text) {
    return text == "NEW_IMAGES" ? "The prose lists NEW_IMAGES; on the wire the value is NEW_IMAGE." : "";
}

/// How files in a bucket are encrypted.
enum class S3SseAlgorithm : unsigned char {
    AES256, ///< with keys of Amazon S3
    KMS,    ///< with a key of the Key Management Service
};
BOOST_DESCRIBE_ENUM(S3SseAlgorithm, AES256, KMS)
constexpr edition since(S3SseAlgorithm) { return edition::v2020_11_09; }

/// The state of an import.
enum class ImportStatus : unsigned char {
    IN_PROGRESS, ///< being read
    COMPLETED,   ///< complete
    CANCELLING,  ///< being stopped
    CANCELLED,   ///< stopped
    FAILED,      ///< failed
};
BOOST_DESCRIBE_ENUM(ImportStatus, IN_PROGRESS, COMPLETED, CANCELLING, CANCELLED, FAILED)
constexpr edition since(ImportStatus) { return edition::v2022_08_18; }

/// How the items of an import are written.
enum class InputFormat : unsigned char {
    DYNAMODB_JSON, ///< as JSON, one item per line
    ION,           ///< as Amazon Ion text
    CSV,           ///< as comma-separated values
};
BOOST_DESCRIBE_ENUM(InputFormat, DYNAMODB_JSON, ION, CSV)
constexpr edition since(InputFormat) { return edition::v2022_08_18; }

/// How the files of an import are compressed.
enum class InputCompressionType : unsigned char {
    GZIP, ///< by gzip
    ZSTD, ///< by Zstandard
    NONE, ///< not at all
};
BOOST_DESCRIBE_ENUM(InputCompressionType, GZIP, ZSTD, NONE)
constexpr edition since(InputCompressionType) { return edition::v2022_08_18; }

} // namespace dynabackup::aws
