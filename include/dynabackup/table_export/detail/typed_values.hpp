#pragma once
/// \file
/// Attributes as C++ types, by the table in items.hpp: how each is read, and what is written for it.

#include <dynabackup/aws/attribute_value.hpp>
#include <dynabackup/aws/number.hpp>
#include <dynabackup/model/detail/words.hpp>
#include <dynabackup/model/shape.hpp>
#include <dynabackup/open_enum.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace dynabackup::table_export::detail {

using aws::AttributeMap;
using aws::AttributeType;
using aws::AttributeValue;

// ---- kinds of C++ types ----

template <class V>
inline constexpr bool is_optional = false;
template <class V>
inline constexpr bool is_optional<std::optional<V>> = true;

template <class V>
inline constexpr bool is_open_enum = false;
template <class E>
inline constexpr bool is_open_enum<open_enum<E>> = true;

template <class V>
concept byte_vector = std::same_as<V, std::vector<std::byte>> || std::same_as<V, std::vector<unsigned char>>;

template <class V>
concept number_type = std::is_arithmetic_v<V> && !std::same_as<V, bool>;

/// A type whose values are one text on the wire.
template <class V>
concept text_type = std::same_as<V, std::string> || std::same_as<V, aws::Number> || number_type<V> ||
    byte_vector<V> || std::is_enum_v<V> || is_open_enum<V>;

template <class V>
concept map_type = requires {
    typename V::mapped_type;
    requires std::same_as<typename V::key_type, std::string>;
};

template <class V>
concept set_type = requires {
    typename V::key_type;
    requires std::same_as<typename V::key_type, typename V::value_type>;
};

template <class V>
inline constexpr bool is_vector = false;
template <class V>
inline constexpr bool is_vector<std::vector<V>> = !byte_vector<std::vector<V>>;

/// The type of a value that is one text.
template <text_type V>
constexpr AttributeType type_of_text() {
    if constexpr (number_type<V> || std::same_as<V, aws::Number>) return AttributeType::number;
    else if constexpr (byte_vector<V>) return AttributeType::binary;
    else return AttributeType::string;
}

/// The type of a set with such elements.
constexpr AttributeType set_of(AttributeType element) {
    return element == AttributeType::number   ? AttributeType::number_set
           : element == AttributeType::binary ? AttributeType::binary_set
                                              : AttributeType::string_set;
}

// ---- members of a user's struct ----

/// `other_attributes(std::type_identity<T>)`, declared beside T, returns a pointer to the member that receives the
/// attributes without a member of their own: a std::map<std::string, aws::AttributeValue> or an aws::AttributeMap.
template <class T>
concept takes_others = requires {
    other_attributes(std::type_identity<T>{});
};

template <class T>
concept has_members = requires {
    members(std::type_identity<T>{});
};

/// The name of the attribute of a member: the member's own name, unless `members(std::type_identity<T>)`, declared
/// beside T, renames it, as in the library's own shapes.
template <class T, auto Pointer>
constexpr std::string_view attribute_name(std::string_view own) {
    if constexpr (has_members<T>)
        for (auto const& facts : members(std::type_identity<T>{}))
            if (facts.member == dynabackup::detail::address_of(Pointer) && !facts.name.empty())
                return facts.name;
    return own;
}

template <class T, auto Pointer>
constexpr bool is_for_others() {
    if constexpr (takes_others<T>) {
        constexpr auto others = other_attributes(std::type_identity<T>{});
        if constexpr (std::same_as<decltype(others), decltype(Pointer) const>) return others == Pointer;
    }
    return false;
}

/// A pointer to a member, as a type.
template <auto Pointer>
struct member_constant {
    constexpr auto operator()() const { return Pointer; }
};

/// Calls `f(name, pointer)` with a member_constant for each member of T except the one for other attributes.
template <class T, class F, template <class...> class List, class... D>
constexpr void for_each_attribute(F f, List<D...>*) {
    (
        [&] {
            if constexpr (!is_for_others<T, D::pointer>())
                f(attribute_name<T, D::pointer>(D::name), member_constant<D::pointer>{});
        }(),
        ...);
}
template <class T, class F>
constexpr void for_each_attribute(F f) {
    for_each_attribute<T>(f, static_cast<described_members<T>*>(nullptr));
}

template <class T>
inline constexpr std::size_t attribute_count = [] {
    std::size_t n = 0;
    for_each_attribute<T>([&](std::string_view, auto) { ++n; });
    return n;
}();

// ---- writing ----

template <class V>
AttributeValue to_attribute(V const& value);

template <text_type V>
std::string text_of(V const& value) {
    if constexpr (std::same_as<V, std::string>) return value;
    else if constexpr (std::same_as<V, aws::Number>) return value.text();
    else if constexpr (number_type<V>) return aws::number_text(value);
    else if constexpr (byte_vector<V>) return aws::to_base64(std::as_bytes(std::span(value)));
    else if constexpr (is_open_enum<V>) return std::string(value.text());
    else return std::string(name_of(value));
}

template <class V>
bool is_absent(V const& value) {
    if constexpr (is_optional<V>) return !value;
    else if constexpr (set_type<V>) return value.empty(); // a set is not empty
    else return false;
}

template <class T>
void add_members(AttributeMap& map, T const& object);

template <class T>
AttributeMap to_attributes(T const& object) {
    AttributeMap map;
    if constexpr (std::same_as<T, AttributeMap>) {
        map = object;
    } else if constexpr (map_type<T>) {
        for (auto const& [name, value] : object) map.append(name).value = to_attribute(value);
    } else {
        add_members(map, object);
    }
    return map;
}

template <class T>
void add_members(AttributeMap& map, T const& object) {
    for_each_attribute<T>([&](std::string_view name, auto pointer) {
        auto const& member = object.*pointer();
        if (!is_absent(member)) map.append(std::string(name)).value = to_attribute(member);
    });
    if constexpr (takes_others<T>) {
        auto const& others = object.*other_attributes(std::type_identity<T>{});
        for (auto const& [name, value] : others) map[name] = value;
    }
}

template <class V>
AttributeValue to_attribute(V const& value) {
    if constexpr (std::same_as<V, AttributeValue>) return value;
    else if constexpr (is_optional<V>) return value ? to_attribute(*value) : AttributeValue::null();
    else if constexpr (std::same_as<V, bool>) return AttributeValue::BOOL(value);
    else if constexpr (text_type<V>) {
        AttributeValue made;
        made.hold<std::string>(type_of_text<V>()) = text_of(value);
        return made;
    } else if constexpr (std::same_as<V, AttributeMap> || map_type<V>) {
        return AttributeValue::M(to_attributes(value));
    } else if constexpr (set_type<V>) {
        AttributeValue made;
        auto& texts = made.hold<AttributeValue::Set>(set_of(type_of_text<typename V::value_type>()));
        for (auto const& one : value) texts.push_back(text_of(one));
        return made;
    } else if constexpr (is_vector<V>) {
        AttributeValue::List list;
        for (auto const& one : value) list.push_back(to_attribute(static_cast<typename V::value_type>(one)));
        return AttributeValue::L(std::move(list));
    } else {
        static_assert(described_struct<V>,
                      "an attribute is of a type that the table in dynabackup/items.hpp lists");
        return AttributeValue::M(to_attributes(value));
    }
}

} // namespace dynabackup::table_export::detail
