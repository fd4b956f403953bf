#pragma once
/// \file
/// Regions, and the words that make up names.

#include <array>
#include <string_view>

namespace dynabackup::testing::detail {

/// A Region of AWS.
struct aws_region {
    std::string_view partition, name;
};

inline constexpr std::array<aws_region, 16> aws_regions{{{"aws", "us-east-1"},
                                                         {"aws", "us-east-2"},
                                                         {"aws", "us-west-2"},
                                                         {"aws", "ca-central-1"},
                                                         {"aws", "sa-east-1"},
                                                         {"aws", "eu-west-1"},
                                                         {"aws", "eu-central-1"},
                                                         {"aws", "eu-north-1"},
                                                         {"aws", "ap-northeast-1"},
                                                         {"aws", "ap-southeast-2"},
                                                         {"aws", "ap-south-1"},
                                                         {"aws", "af-south-1"},
                                                         {"aws-cn", "cn-north-1"},
                                                         {"aws-cn", "cn-northwest-1"},
                                                         {"aws-us-gov", "us-gov-west-1"},
                                                         {"aws-us-gov", "us-gov-east-1"}}};

namespace words {

using namespace std::string_view_literals;

/// Names of tables.
inline constexpr std::array subjects{
    "orders"sv,    "customers"sv, "sessions"sv, "payments"sv,      "invoices"sv,   "inventory"sv,
    "shipments"sv, "users"sv,     "events"sv,   "audit-log"sv,     "products"sv,   "carts"sv,
    "devices"sv,   "telemetry"sv, "tickets"sv,  "notifications"sv, "price_list"sv, "leases"sv,
    "locks"sv,     "catalog"sv,   "reviews"sv,  "subscriptions"sv, "accounts"sv,   "game.scores"sv};
/// Suffixes of the names of tables.
inline constexpr std::array stages{"prod"sv, "prod"sv, "prod"sv, "staging"sv,
                                   "dev"sv,  "test"sv, "eu"sv,   "v2"sv};

/// Names of backups.
inline constexpr std::array backups{"nightly"sv,   "weekly"sv,  "monthly"sv,          "before-migration"sv,
                                    "manual"sv,    "release"sv, "before-delete"sv,    "Backup"sv,
                                    "quarterly"sv, "gdpr"sv,    "pre-restore_test"sv, "snapshot"sv};

/// Attributes that are keys. No other attribute has one of these names.
inline constexpr std::array keys{
    "pk"sv,     "sk"sv,     "id"sv,    "userId"sv,    "orderId"sv,   "createdAt"sv, "deviceId"sv, "tenant"sv,
    "region"sv, "status"sv, "email"sv, "updatedAt"sv, "accountNo"sv, "category"sv,  "GSI1PK"sv,   "GSI1SK"sv};

/// Attributes that are not keys.
inline constexpr std::array attributes{
    "title"sv,   "price"sv,    "currency"sv, "quantity"sv, "comment"sv,  "address"sv, "city"sv,
    "zip"sv,     "country"sv,  "phone"sv,    "name"sv,     "payload"sv,  "version"sv, "source"sv,
    "score"sv,   "rating"sv,   "weight"sv,   "colour"sv,   "size"sv,     "tags"sv,    "state"sv,
    "reason"sv,  "owner"sv,    "locale"sv,   "channel"sv,  "discount"sv, "total"sv,   "tax"sv,
    "carrier"sv, "tracking"sv, "batch"sv,    "checksum"sv};

/// Attributes that are not keys, and whose JSON text needs care: quotes, backslashes, line ends, other scripts.
inline constexpr std::array rare_attributes{
    "unit price"sv,       "size \"L\""sv, "path\\to"sv, "line\nend"sv, "größe"sv,   "価格"sv,
    "emoji \U0001F4B0"sv, "tab\there"sv,  "a/b"sv,      "bell\x07"sv,  "e\u0301"sv, "{}[],:"sv};

/// Names of secondary indexes.
inline constexpr std::array indexes{
    "by-status"sv,   "by-email"sv,    "by-date"sv,      "by-tenant"sv,   "GSI1"sv,       "GSI2"sv,
    "GSI3"sv,        "LSI1"sv,        "LSI2"sv,         "ByCustomer"sv,  "ByRegion"sv,   "ByCategory"sv,
    "ByOwner"sv,     "ByUpdatedAt"sv, "status-index"sv, "email-index"sv, "date-index"sv, "owner-index"sv,
    "lookup"sv,      "reverse"sv,     "latest"sv,       "by_score"sv,    "by_device"sv,  "by_account"sv,
    "open.orders"sv, "shard-index"sv, "sparse"sv,       "inverted"sv,    "overdue"sv,    "by-type"sv,
    "by-parent"sv,   "similar"sv};

/// Messages of errors.
inline constexpr std::array messages{"The table is being created."sv,
                                     "No backup of this ARN."sv,
                                     "Too many requests at once; try again later."sv,
                                     "Backups are not enabled yet."sv,
                                     "Internal error."sv,
                                     "A \"second\" backup is being made."sv};

} // namespace words

} // namespace dynabackup::testing::detail
