#pragma once
/// \file
/// The names of an export and its files.

#include <dynabackup/rules/export_limits.hpp>
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
/// The names of an export's files other than its data files.
inline constexpr std::string_view summary_name = "manifest-summary.json",
                                  files_name = "manifest-files.json", ///< the list of data files
    started_name = "_started";                                        ///< is written before all other files

/// Returns the name of a manifest's checksum file: `manifest-files.md5`.
inline std::string checksum_name(std::string_view manifest) {
    return std::string(manifest.substr(0, manifest.rfind('.'))) + ".md5";
}

/// Returns the key of a manifest, or of another file or folder with that name in the folder of an export, without a
/// prefix.
inline std::string manifest_key(std::string_view export_id, std::string_view name) {
    std::string key(top_folder);
    return ((key += export_id) += '/') += name;
}

/// The name of a data file has 26 of these characters: 128 bits in base32.
inline constexpr std::string_view data_name_digits = "abcdefghijklmnopqrstuvwxyz234567";

/// Returns the name of a data file that encodes these 128 bits.
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

/// Returns the id of an export that was requested at that time. `hex`: eight hexadecimal digits.
inline std::string make_export_id(timestamp start, std::string_view hex) {
    auto const since = std::chrono::floor<std::chrono::milliseconds>(start.time_since_epoch()).count();
    auto text = std::to_string(since);
    if (text.size() < id_time_size) text.insert(0, id_time_size - text.size(), '0');
    return (text += '-').append(hex);
}

} // namespace dynabackup::table_export
