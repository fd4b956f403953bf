#pragma once
/// \file
/// The key of a table, as given by a user.

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup {

/// A key attribute of a table.
struct key_attribute {
    std::string name; ///< of the attribute
    char type = 'S';  ///< `S`, `N` or `B`

    friend bool operator==(key_attribute const&, key_attribute const&) = default;
};

/// The key of a table: a partition key and, optionally, a sort key.
struct item_key {
    key_attribute partition;                ///< its first attribute
    std::optional<key_attribute> sort = {}; ///< its second attribute, if it has two

    friend bool operator==(item_key const&, item_key const&) = default;
};

/// Reads a key: `pk:S`, `pk:S,sk:N`. The type follows the last colon of each part, so a name may contain colons, but no
/// comma. Returns nothing if the text is not a key, or names one attribute twice.
[[nodiscard]] inline std::optional<item_key> parse_item_key(std::string_view text) {
    auto const read = [](std::string_view part) -> std::optional<key_attribute> {
        if (part.size() < 3 || part[part.size() - 2] != ':' || part.find(',') != part.npos)
            return std::nullopt;
        char const type = part.back();
        if (type != 'S' && type != 'N' && type != 'B') return std::nullopt;
        return key_attribute{std::string(part.substr(0, part.size() - 2)), type};
    };
    auto const comma = text.find(',');
    auto partition = read(text.substr(0, comma));
    if (!partition) return std::nullopt;
    item_key key{std::move(*partition)};
    if (comma == text.npos) return key;
    key.sort = read(text.substr(comma + 1));
    if (!key.sort || key.sort->name == key.partition.name) return std::nullopt;
    return key;
}

/// Returns the text that parse_item_key reads.
inline std::string to_text(item_key const& key) {
    auto text = key.partition.name + ':' + key.partition.type;
    if (key.sort) ((text += ',') += key.sort->name + ':') += key.sort->type;
    return text;
}

} // namespace dynabackup
