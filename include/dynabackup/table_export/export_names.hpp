#pragma once
/// \file
/// How an export and its files are named.

#include <dynabackup/detail/json/decimal.hpp>
#include <dynabackup/detail/util/characters.hpp>
#include <dynabackup/timestamp.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dynabackup::table_export {

/// The folder that all exports of a bucket, or of a prefix, have in common.
inline constexpr std::string_view top_folder = "AWSDynamoDB/";
/// The names of the files of an export besides those of its data.
inline constexpr std::string_view summary_name = "manifest-summary.json",
                                  files_name = "manifest-files.json", ///< the list of data files
    started_name = "_started";                                        ///< is there before all others

/// Returns the checksum file's name of a manifest: `manifest-files.md5`.
inline std::string checksum_name(std::string_view manifest) {
    return std::string(manifest.substr(0, manifest.rfind('.'))) + ".md5";
}

/// Returns the key of a manifest, or of what else has that name in the folder of an export, without a prefix.
inline std::string manifest_key(std::string_view export_id, std::string_view name) {
    std::string key(top_folder);
    return ((key += export_id) += '/') += name;
}

/// The name of a data file has 26 of these characters: 128 bits in base32.
inline constexpr std::string_view data_name_digits = "abcdefghijklmnopqrstuvwxyz234567";

/// Returns the name of a data file that these 128 bits stand for.
inline std::string data_name(std::span<std::byte const, 16> digits) {
    std::string name;
    unsigned bits = 0, held = 0;
    for (auto const byte : digits) {
        held = held << 8 | std::to_integer<unsigned>(byte);
        for (bits += 8; bits >= 5; bits -= 5) name += data_name_digits[held >> (bits - 5) & 31];
    }
    name += data_name_digits[held << (5 - bits) & 31];
    return name + ".json.gz";
}

/// What stands between the ARN of a table and the id of an export.
inline constexpr std::string_view export_word = "/export/";
/// How many digits of an id tell the time.
inline constexpr std::size_t id_time_size = 14;
/// How many hexadecimal digits follow them, behind a hyphen.
inline constexpr std::size_t id_hex_size = 8;
/// The size of an id.
inline constexpr std::size_t id_size = id_time_size + 1 + id_hex_size;

/// The id of an export: `01717200000123-1a2b3c4d`.
struct export_id {
    std::string_view text;      ///< 14 digits, a hyphen, 8 hexadecimal digits
    std::uint64_t milliseconds; ///< since the epoch
};

/// The id at the end of the ARN of an export; nothing if it has none.
inline std::optional<export_id> read_export_id(std::string_view arn) {
    auto const at = arn.rfind(export_word);
    if (at == arn.npos) return std::nullopt;
    export_id id{arn.substr(at + export_word.size()), 0};
    if (id.text.size() != id_size || id.text[id_time_size] != '-' ||
        !json::detail::read_long_digits(id.text.data(), id_time_size, id.milliseconds) ||
        !characters::consists_of<characters::any_hex>(id.text.substr(id_time_size + 1)))
        return std::nullopt;
    return id;
}

/// Returns the id of an export that was requested then. `hex`: eight hexadecimal digits.
inline std::string make_export_id(timestamp start, std::string_view hex) {
    auto const since = std::chrono::floor<std::chrono::milliseconds>(start.time_since_epoch()).count();
    auto text = std::to_string(since);
    if (text.size() < id_time_size) text.insert(0, id_time_size - text.size(), '0');
    return (text += '-').append(hex);
}

} // namespace dynabackup::table_export
