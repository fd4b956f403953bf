#pragma once
/// \file
/// The ten types of attributes, and their names.

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace dynabackup::aws {

/// The types of values. Their names on the wire are those of attribute_tag.
enum class AttributeType : unsigned char {
    string,     ///< S
    number,     ///< N
    binary,     ///< B
    boolean,    ///< BOOL
    null,       ///< NULL
    map,        ///< M
    list,       ///< L
    string_set, ///< SS
    number_set, ///< NS
    binary_set  ///< BS
};

/// How many types there are.
inline constexpr std::size_t attribute_types = 10;

namespace detail {
inline constexpr std::array<std::string_view, attribute_types> attribute_tags{"S", "N", "B",  "BOOL", "NULL",
                                                                              "M", "L", "SS", "NS",   "BS"};
} // namespace detail

/// The name of a type on the wire: `S`, `BOOL`, `NS`.
constexpr std::string_view attribute_tag(AttributeType type) {
    return detail::attribute_tags[static_cast<std::size_t>(type)];
}

/// The type with that name on the wire; nothing if there is none.
constexpr std::optional<AttributeType> attribute_type_of(std::string_view tag) {
    for (std::size_t i = 0; i < attribute_types; ++i)
        if (auto const type = static_cast<AttributeType>(i); attribute_tag(type) == tag) return type;
    return std::nullopt;
}

} // namespace dynabackup::aws
