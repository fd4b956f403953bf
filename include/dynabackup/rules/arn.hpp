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
#include <cstring>
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

/// Whether all bytes are lower-case ASCII letters, digits, `-`.
constexpr bool all_lower(std::uint64_t word) {
    using namespace aws::simple::patterns;
    auto const ascii = word & 0x7f * each;
    auto const good = between(ascii, 'a', 'z') | between(ascii, '0', '9') | between(ascii, '-', '-');
    return (~word & good & 0x80 * each) == 0x80 * each;
}

/// What regions and partitions are made of: lower-case letters, digits and hyphens, one at least.
constexpr bool is_lower_name(std::string_view text) {
    return aws::simple::patterns::consists_of<all_lower>(text);
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

/// The parts of an ARN of that service, written with a colon on either side: `:dynamodb:`.
template <std::size_t N>
std::optional<parts> read(std::string_view text, char const (&service)[N]) {
    constexpr std::size_t shortest = 7, service_size = N - 1; // `arn:aws`
    if (!detail::begins(text, "arn:aws")) return {};
    std::size_t at = shortest;
    if (text.size() > at && text[at] == '-') [[unlikely]] {
        at = text.find(':', at);
        if (at == text.npos || !detail::is_lower_name(text.substr(shortest + 1, at - shortest - 1)))
            return {};
    }
    std::string_view const partition(text.data() + 4, at - 4);
    if (text.size() < at + service_size || !json::same_bytes<service_size>(text.data() + at, service))
        return {};
    at += service_size;
    std::size_t const colon = text.find(':', at);
    if (colon == text.npos || text.size() - colon < detail::account_size + 2) return {};
    std::string_view const region(text.data() + at, colon - at);
    char const* const account = text.data() + colon + 1;
    char const* const behind = account + detail::account_size;
    std::uint64_t number = 0;
    if (*behind != ':' || !detail::is_lower_name(region) ||
        !json::detail::read_long_digits(account, detail::account_size, number))
        return {};
    return parts{partition,
                 region,
                 {account, detail::account_size},
                 {behind + 1, static_cast<std::size_t>(text.data() + text.size() - behind - 1)}};
}

/// A table: `arn:<partition>:dynamodb:<region>:<account>:table/<name>`.
struct table {
    std::string_view partition, region, account, name;
};

/// Reads the ARN of a table; nothing if the text is not of that form. The length of the name is not looked at.
inline std::optional<table> read_table(std::string_view text) {
    auto const read_parts = read(text, ":dynamodb:");
    if (!read_parts || !detail::begins(read_parts->resource, "table/")) return {};
    std::string_view const name(read_parts->resource.data() + 6, read_parts->resource.size() - 6);
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
    result.table_arn = {text.data(), text.size() - tail};
    auto const of_table = read_table(result.table_arn);
    if (!of_table) return {};
    result.table = *of_table;
    return result;
}

/// Whether these are the ARN of a backup of a table in the partition `aws`, the ARN of that table, and its name:
/// what nearly every record has. A few comparisons, and no more is known afterwards; `milliseconds` gets the time.
[[gnu::always_inline]] inline bool are_of_one_table(std::string_view backup_arn, std::string_view table_arn,
                                                    std::string_view name, std::uint64_t& milliseconds) {
    constexpr std::string_view head = "arn:aws:dynamodb:", backup_word = "/backup/", table_word = ":table/";
    constexpr std::size_t digits = 14, hex = 8, tail = backup_word.size() + digits + 1 + hex;
    std::size_t const behind_region = 1 + detail::account_size + table_word.size() + name.size();
    if (backup_arn.size() != table_arn.size() + tail || table_arn.size() <= head.size() + behind_region)
        return false;
    char const* const p = backup_arn.data() + table_arn.size();
    char const* const account = table_arn.data() + table_arn.size() - behind_region + 1;
    char const* const region = table_arn.data() + head.size();
    using namespace aws::simple::patterns;
    auto const suffix = load8(p + tail - hex);
    return json::same_bytes<backup_word.size()>(p, backup_word.data()) &&
           json::detail::read_long_digits(p + backup_word.size(), digits, milliseconds) &&
           p[backup_word.size() + digits] == '-' && all_hex(suffix) &&
           json::same_bytes<head.size()>(table_arn.data(), head.data()) && account[-1] == ':' &&
           detail::is_lower_name({region, static_cast<std::size_t>(account - 1 - region)}) &&
           all_digits(load8(account)) && all_digits(load8(account + detail::account_size - 8)) &&
           json::same_bytes<table_word.size()>(account + detail::account_size, table_word.data()) &&
           std::memcmp(account + detail::account_size + table_word.size(), name.data(), name.size()) == 0 &&
           std::memcmp(backup_arn.data(), table_arn.data(), table_arn.size()) == 0 && is_name(name);
}

/// Whether a text is the ARN of a recovery point of AWS Backup:
/// `arn:<partition>:backup:<region>:<account>:recovery-point:<uuid>`.
inline bool is_recovery_point(std::string_view text) {
    auto const read_parts = read(text, ":backup:");
    return read_parts && detail::begins(read_parts->resource, "recovery-point:") &&
           detail::is_uuid(read_parts->resource.substr(15));
}

} // namespace dynabackup::arn
