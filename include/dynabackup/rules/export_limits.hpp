#pragma once
/// \file
/// The ids of exports, and the windows of incremental ones.

#include <dynabackup/detail/json/digits.hpp>
#include <dynabackup/detail/util/characters.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dynabackup::table_export {

/// The shortest window of an incremental export.
inline constexpr std::chrono::minutes shortest_window{15};
/// The longest window of an incremental export.
inline constexpr std::chrono::hours longest_window{24};

/// The text between the ARN of a table and the id of an export.
inline constexpr std::string_view export_word = "/export/";
/// The number of digits of an id that give the time.
inline constexpr std::size_t id_time_size = 14;
/// The number of hexadecimal digits that follow the time and a hyphen.
inline constexpr std::size_t id_hex_size = 8;
/// The size of an id.
inline constexpr std::size_t id_size = id_time_size + 1 + id_hex_size;

/// The id of an export: `01717200000123-1a2b3c4d`.
struct export_id {
    std::string_view text;      ///< 14 digits, a hyphen, 8 hexadecimal digits
    std::uint64_t milliseconds; ///< since the epoch
};

/// Returns the id at the end of the ARN of an export; nothing if the ARN has none.
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

} // namespace dynabackup::table_export
