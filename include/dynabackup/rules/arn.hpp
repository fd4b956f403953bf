#pragma once
/// \file
/// Amazon Resource Names of tables and backups. Their parts are views of the text.
///
/// Every record has two of them, so no text is walked over byte by byte that can be compared with a constant.

#include <dynabackup/aws/limits.hpp>
#include <dynabackup/json/digits.hpp>
#include <dynabackup/json/same_bytes.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dynabackup::arn {

/// `arn:<partition>:<service>:<region>:<account>:<resource>`
struct parts {
    std::string_view partition; ///< `aws`, `aws-cn`, `aws-us-gov` or another `aws-…`
    std::string_view region;    ///< lower-case letters, digits and hyphens
    std::string_view account;   ///< twelve digits
    std::string_view resource;  ///< not looked at
};

namespace detail {

inline constexpr std::size_t account_size = 12;

/// Whether a text begins with a constant, without its final zero.
template <std::size_t N>
bool begins(std::string_view text, char const (&constant)[N]) {
    return text.size() >= N - 1 && json::same_bytes<N - 1>(text.data(), constant);
}

/// Lower-case letters, digits and hyphens, one at least.
constexpr bool is_lower_name(std::string_view text) {
    bool all = !text.empty();
    for (char const c : text) all &= (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    return all;
}

/// A UUID, whose letters may be of either case: AWS Backup writes both.
constexpr bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    char lower[36];
    for (std::size_t i = 0; i < 36; ++i)
        lower[i] = text[i] >= 'A' && text[i] <= 'F' ? static_cast<char>(text[i] | 0x20) : text[i];
    return aws::simple::patterns::is_uuid({lower, 36});
}

} // namespace detail

/// The parts of an ARN, from its region on: `<region>:<account>:<resource>`.
inline std::optional<parts> read_behind_service(std::string_view partition, std::string_view text) {
    std::size_t const colon = text.find(':');
    if (colon == text.npos || text.size() - colon < detail::account_size + 2) return {};
    char const* const account = text.data() + colon + 1;
    std::uint64_t number = 0;
    if (!detail::is_lower_name(text.substr(0, colon)) ||
        !json::detail::read_long_digits(account, detail::account_size, number) ||
        account[detail::account_size] != ':')
        return {};
    return parts{partition,
                 text.substr(0, colon),
                 {account, detail::account_size},
                 text.substr(colon + detail::account_size + 2)};
}

/// The parts of an ARN of that service, written with a colon on either side: `:dynamodb:`.
template <std::size_t N>
std::optional<parts> read(std::string_view text, char const (&service)[N]) {
    if (!detail::begins(text, "arn:aws")) return {};
    std::size_t end = 7;
    if (text.size() > end && text[end] == '-') {
        end = text.find(':', end);
        if (end == text.npos || end == 8 || !detail::is_lower_name(text.substr(8, end - 8))) return {};
    }
    auto const partition = text.substr(4, end - 4);
    text.remove_prefix(end);
    if (!detail::begins(text, service)) return {};
    return read_behind_service(partition, text.substr(N - 1));
}

/// A table: `arn:<partition>:dynamodb:<region>:<account>:table/<name>`.
struct table {
    std::string_view partition, region, account, name;
};

/// Reads the ARN of a table; nothing if the text is not of that form. The length of the name is not looked at.
inline std::optional<table> read_table(std::string_view text) {
    auto const read_parts = read(text, ":dynamodb:");
    if (!read_parts || !detail::begins(read_parts->resource, "table/")) return {};
    auto const name = read_parts->resource.substr(6);
    if (!aws::simple::patterns::is_name(name)) return {};
    return table{read_parts->partition, read_parts->region, read_parts->account, name};
}

/// A backup of a table: the table's ARN, then `/backup/<14 digits>-<8 hexadecimal digits>`.
struct backup {
    arn::table table;
    std::string_view table_arn; ///< how the ARN begins
    std::uint64_t milliseconds; ///< since the epoch: when it was requested
};

/// Reads the ARN of a table's backup; nothing if the text is not of that form.
inline std::optional<backup> read_backup(std::string_view text) {
    constexpr std::size_t word = 8, digits = 14, hex = 8, tail = word + digits + 1 + hex;
    if (text.size() <= tail) return {};
    char const* const p = text.data() + text.size() - tail;
    auto const suffix = aws::simple::patterns::load8(p + tail - hex);
    auto const lower = suffix | (suffix & 0x4040'4040'4040'4040) >> 1; // letters, whatever their case
    backup result{};
    if (!json::same_bytes<word>(p, "/backup/") ||
        !json::detail::read_long_digits(p + word, digits, result.milliseconds) || p[word + digits] != '-' ||
        !aws::simple::patterns::all_hex(lower))
        return {};
    result.table_arn = text.substr(0, text.size() - tail);
    auto const of_table = read_table(result.table_arn);
    if (!of_table) return {};
    result.table = *of_table;
    return result;
}

/// Whether a text is the ARN of a recovery point of AWS Backup:
/// `arn:<partition>:backup:<region>:<account>:recovery-point:<uuid>`.
inline bool is_recovery_point(std::string_view text) {
    auto const read_parts = read(text, ":backup:");
    return read_parts && detail::begins(read_parts->resource, "recovery-point:") &&
           detail::is_uuid(read_parts->resource.substr(15));
}

} // namespace dynabackup::arn
