#pragma once
/// \file
/// Amazon Resource Names of tables and backups. Their parts are views of the text.
///
/// Every record has two ARNs, so constant parts are compared in machine words, not byte by byte.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/json/digits.hpp>
#include <dynabackup/detail/json/same_bytes.hpp>
#include <dynabackup/detail/util/characters.hpp>

#include <array>
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
    std::string_view resource;  ///< the rest, not checked
};

namespace detail {

inline constexpr std::size_t account_size = 12;
inline constexpr char head[] = "arn:aws", dynamodb[] = ":dynamodb:", table_word[] = "table/",
                      backup_word[] = "/backup/";

/// The bytes of a constant, without its final zero.
template <std::size_t N>
constexpr std::size_t size_of(char const (&)[N]) {
    return N - 1;
}

/// Whether a text begins with a constant, without its final zero.
template <std::size_t N>
bool begins(std::string_view text, char const (&constant)[N]) {
    return text.size() >= N - 1 && json::same_bytes<N - 1>(text.data(), constant);
}

/// Whether a text can name a region or a partition: one or more lower-case letters, digits and hyphens.
DYNABACKUP_ALWAYS_INLINE inline bool is_lower_name(std::string_view text) {
    return characters::consists_of<characters::lower>(text);
}

/// Whether a text can name a table: one or more letters, digits, `_`, `.` and `-`.
DYNABACKUP_ALWAYS_INLINE inline bool is_name(std::string_view text) {
    return characters::consists_of<characters::name>(text);
}

} // namespace detail

/// Reads an ARN of one service. `service`: its name with a colon on either side, such as `:dynamodb:`.
/// \return Nothing if the text is not such an ARN.
template <std::size_t N>
std::optional<parts> read(std::string_view text, char const (&service)[N]) {
    constexpr std::size_t shortest = detail::size_of(detail::head), service_size = N - 1;
    if (!detail::begins(text, detail::head)) return {};
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

/// Reads an ARN of any service. The region and the account may be empty: ARNs of some resources, such as
/// buckets, omit them.
/// \return Nothing if the text is not an ARN.
inline std::optional<parts> read_any(std::string_view text) {
    if (!detail::begins(text, detail::head)) return {};
    std::array<std::string_view, 5> before{}; // arn, partition, service, region, account
    for (auto& part : before) {
        auto const colon = text.find(':');
        if (colon == text.npos) return {};
        part = text.substr(0, colon);
        text.remove_prefix(colon + 1);
    }
    auto const [arn, partition, service, region, account] = before;
    bool const has_account =
        account.size() == detail::account_size && characters::consists_of<characters::digits>(account);
    if ((!region.empty() && !detail::is_lower_name(region)) || (!account.empty() && !has_account)) return {};
    return parts{partition, region, account, text};
}

/// A table: `arn:<partition>:dynamodb:<region>:<account>:table/<name>`.
struct table {
    std::string_view partition; ///< `aws`, `aws-cn`, `aws-us-gov`
    std::string_view region;    ///< `eu-west-1`
    std::string_view account;   ///< 12 digits
    std::string_view name;      ///< of the table
};

/// Reads the ARN of a table. Does not check the length of the name.
/// \return Nothing if the text is not of that form.
inline std::optional<table> read_table(std::string_view text) {
    auto const read_parts = read(text, detail::dynamodb);
    if (!read_parts || !detail::begins(read_parts->resource, detail::table_word)) return {};
    auto const name = read_parts->resource.substr(detail::size_of(detail::table_word));
    if (!detail::is_name(name)) return {};
    return table{read_parts->partition, read_parts->region, read_parts->account, name};
}

/// A backup of a table: the table's ARN, then `/backup/<14 digits>-<8 hexadecimal digits>`.
struct backup {
    arn::table table;           ///< the table that was backed up
    std::string_view table_arn; ///< the beginning of the ARN
    std::uint64_t milliseconds; ///< when it was requested, since the epoch
};

namespace detail {

/// The number of digits in a backup's time, and in the suffix that distinguishes backups of one millisecond.
inline constexpr std::size_t time_digits = 14, hex_digits = 8;
inline constexpr std::size_t tail_size = size_of(backup_word) + time_digits + 1 + hex_digits;

/// Reads the part of a backup's ARN that follows the table's ARN. Returns whether it has the documented form.
/// \pre It has tail_size bytes.
DYNABACKUP_ALWAYS_INLINE inline bool read_tail(char const* tail, std::uint64_t& milliseconds) {
    char const* const time = tail + size_of(backup_word);
    char const* const behind = time + time_digits;
    return json::same_bytes<size_of(backup_word)>(tail, backup_word) &&
           json::detail::read_long_digits(time, time_digits, milliseconds) && *behind == '-' &&
           characters::consists_of<characters::any_hex>({behind + 1, hex_digits});
}

} // namespace detail

/// Reads the ARN of a table's backup.
/// \return Nothing if the text is not of that form.
inline std::optional<backup> read_backup(std::string_view text) {
    if (text.size() <= detail::tail_size) return {};
    backup result{};
    result.table_arn = {text.data(), text.size() - detail::tail_size};
    if (!detail::read_tail(text.data() + result.table_arn.size(), result.milliseconds)) return {};
    auto const of_table = read_table(result.table_arn);
    if (!of_table) return {};
    result.table = *of_table;
    return result;
}

/// Whether these are the ARN of a table's backup in the partition `aws`, the ARN of that table, and its name. Nearly
/// every record passes, and a few comparisons show it. Stores the time of the backup in `milliseconds`. False does not
/// say what is wrong.
DYNABACKUP_ALWAYS_INLINE inline bool are_of_one_table(std::string_view backup_arn, std::string_view table_arn,
                                                      std::string_view name, std::uint64_t& milliseconds) {
    using namespace detail;
    constexpr std::size_t before_region = size_of(head) + size_of(dynamodb);
    std::size_t const behind_region = 1 + account_size + 1 + size_of(table_word) + name.size();
    if (backup_arn.size() != table_arn.size() + tail_size ||
        table_arn.size() <= before_region + behind_region)
        return false;
    char const* const region = table_arn.data() + before_region;
    char const* const behind = table_arn.data() + table_arn.size() - behind_region;
    char const* const account = behind + 1;
    char const* const resource = account + account_size + 1;
    return read_tail(backup_arn.data() + table_arn.size(), milliseconds) && begins(table_arn, head) &&
           json::same_bytes<size_of(dynamodb)>(region - size_of(dynamodb), dynamodb) &&
           is_lower_name({region, static_cast<std::size_t>(behind - region)}) && *behind == ':' &&
           characters::consists_of<characters::digits>({account, account_size}) && resource[-1] == ':' &&
           json::same_bytes<size_of(table_word)>(resource, table_word) &&
           std::memcmp(resource + size_of(table_word), name.data(), name.size()) == 0 &&
           std::memcmp(backup_arn.data(), table_arn.data(), table_arn.size()) == 0 && detail::is_name(name);
}

/// Whether a text is the ARN of a recovery point of AWS Backup:
/// `arn:<partition>:backup:<region>:<account>:recovery-point:<uuid>`. AWS Backup writes the letters of the UUID in
/// either case.
inline bool is_recovery_point(std::string_view text) {
    auto const read_parts = read(text, ":backup:");
    return read_parts && detail::begins(read_parts->resource, "recovery-point:") &&
           characters::is_uuid<characters::any_hex>(read_parts->resource.substr(15));
}

} // namespace dynabackup::arn
