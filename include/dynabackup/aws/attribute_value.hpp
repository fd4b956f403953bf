#pragma once
/// \file
/// AttributeValue: the value of an attribute of an item, of any of DynamoDB's ten types. AttributeMap: the attributes
/// of an item, by name.
///
/// \code
/// aws::AttributeMap item;
/// item["pk"] = aws::AttributeValue::S("order#1");
/// item["total"] = aws::AttributeValue::N("12.50");
/// item["total"].as<double>();      // 12.5
/// to_json(item);                   // {"pk":{"S":"order#1"},"total":{"N":"12.50"}}
/// to_plain_json(item);             // {"pk":"order#1","total":12.50}
/// \endcode
/// Reading keeps the text of numbers and binary values: no digit is lost, and a value is decoded only when `as` is
/// called.

#include <dynabackup/aws/attribute_types.hpp>
#include <dynabackup/aws/base64.hpp>
#include <dynabackup/aws/decimal_text.hpp>
#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/shape_table.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace dynabackup::aws {

class AttributeValue;
struct Attribute;

/// The attributes of an item or of a value of type M, by name. They keep the order in which they were read or added;
/// equality does not depend on the order. Each name occurs once.
class AttributeMap {
public:
    AttributeMap() = default; ///< none
    /// Attributes in that order. \pre No two have one name.
    AttributeMap(std::initializer_list<Attribute> attributes);
    /// A copy of all attributes.
    AttributeMap(AttributeMap const& other);
    /// Moves the attributes of another map, and leaves it empty.
    AttributeMap(AttributeMap&& other) noexcept;
    /// A copy of all attributes.
    AttributeMap& operator=(AttributeMap const& other);
    /// Moves the attributes of another map, and leaves it empty.
    AttributeMap& operator=(AttributeMap&& other) noexcept;
    ~AttributeMap();

    std::size_t size() const noexcept; ///< attributes
    /// Returns whether there is no attribute.
    [[nodiscard]] bool empty() const noexcept { return size() == 0; }
    Attribute const* begin() const noexcept; ///< the first attribute
    Attribute const* end() const noexcept;   ///< after the last one
    /// The first attribute, which may be changed.
    Attribute* begin() noexcept;
    /// The end.
    Attribute* end() noexcept;

    /// Returns the value of the attribute with that name; null if there is none. Cost: linear in the number of
    /// attributes.
    AttributeValue const* find(std::string_view name) const;
    /// Returns the value of the attribute with that name, which may be changed; null if there is none.
    AttributeValue* find(std::string_view name);
    /// Returns the value of the attribute with that name. Adds the attribute, with the value NULL, if there is none.
    AttributeValue& operator[](std::string_view name);
    /// Adds an attribute after the others. \pre No attribute has that name.
    Attribute& append(std::string name);
    /// Removes all but the first `size` attributes.
    void truncate(std::size_t size);
    void clear() noexcept; ///< removes all attributes

    /// Whether both have the same names with equal values. Cost: linear if both have one order; else n log n.
    friend bool operator==(AttributeMap const& a, AttributeMap const& b) { return equal(a, b); }

private:
    DYNABACKUP_INLINE static bool equal(AttributeMap const& a, AttributeMap const& b);

    std::vector<Attribute> all_;
};

namespace detail {

/// A type whose values are numbers: not bool, and not a character.
template <class T>
concept number = std::floating_point<T> ||
    (std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char> && !std::same_as<T, wchar_t> &&
     !std::same_as<T, char8_t> && !std::same_as<T, char16_t> && !std::same_as<T, char32_t>);

} // namespace detail

/// A value of one of the ten types. The default is NULL.
class AttributeValue {
public:
    using List = std::vector<AttributeValue>; ///< of type L
    using Set = std::vector<std::string>;     ///< of types SS, NS, BS: texts; base64 for BS

    AttributeValue() = default; ///< NULL

    // ---- creation ----

    /// A string.
    static AttributeValue S(std::string text) { return {AttributeType::string, std::move(text)}; }
    /// A number, as text that is kept unchanged: see read_decimal_text.
    static AttributeValue N(std::string text) { return {AttributeType::number, std::move(text)}; }
    /// A number: see number_text. Characters and bool are not numbers here.
    template <detail::number Number>
    static AttributeValue N(Number number) {
        return N(number_text(number));
    }
    /// A binary value of these bytes.
    static AttributeValue B(std::span<std::byte const> bytes) {
        return {AttributeType::binary, to_base64(bytes)};
    }
    /// A boolean value.
    static AttributeValue BOOL(bool value) { return {AttributeType::boolean, value}; }
    static AttributeValue null() { return {}; } ///< NULL
    /// A map.
    static AttributeValue M(AttributeMap map) { return {AttributeType::map, std::move(map)}; }
    /// A list.
    static AttributeValue L(List list) { return {AttributeType::list, std::move(list)}; }
    /// A set of strings.
    static AttributeValue SS(Set texts) { return {AttributeType::string_set, std::move(texts)}; }
    /// A set of numbers, as texts.
    static AttributeValue NS(Set numbers) { return {AttributeType::number_set, std::move(numbers)}; }
    /// A set of binary values, each in base64.
    static AttributeValue BS(Set base64) { return {AttributeType::binary_set, std::move(base64)}; }

    // ---- observers ----

    AttributeType type() const noexcept { return type_; }                  ///< which of the ten
    std::string_view tag() const noexcept { return attribute_tag(type_); } ///< `S`
    bool is_null() const noexcept { return type_ == AttributeType::null; } ///< NULL
    /// The text of an S, of an N as it was written, or of a B in base64; null for other types.
    std::string const* text() const noexcept { return std::get_if<std::string>(&held_); }
    /// The texts of an SS, NS or BS; null for other types.
    Set const* set() const noexcept { return std::get_if<Set>(&held_); }
    List const* list() const noexcept { return std::get_if<List>(&held_); } ///< of an L, or null
    AttributeMap const* map() const noexcept {
        return std::get_if<AttributeMap>(&held_);
    } ///< of an M, or null
    /// The elements of a list, which may be changed; null for other types.
    List* list() noexcept { return std::get_if<List>(&held_); }
    /// The attributes of a map, which may be changed; null for other types.
    AttributeMap* map() noexcept { return std::get_if<AttributeMap>(&held_); }

    /// The value as a C++ type; nothing if it is of another type, or does not fit:
    /// - bool of a BOOL, std::string of an S,
    /// - any arithmetic type of an N: exact for whole numbers, the nearest for floating point,
    /// - std::vector<std::byte> of a B.
    template <class T>
    std::optional<T> as() const {
        auto const* const held = text();
        if constexpr (std::same_as<T, bool>) {
            auto const* const value = std::get_if<bool>(&held_);
            return value ? std::optional(*value) : std::nullopt;
        } else if constexpr (std::integral<T>) {
            return type_ == AttributeType::number ? to_integer<T>(*held) : std::nullopt;
        } else if constexpr (std::floating_point<T>) {
            return type_ == AttributeType::number ? to_floating<T>(*held) : std::nullopt;
        } else if constexpr (std::same_as<T, std::vector<std::byte>>) {
            return type_ == AttributeType::binary ? from_base64(*held) : std::nullopt;
        } else {
            static_assert(std::same_as<T, std::string>,
                          "bool, a number, std::string or std::vector<std::byte>; see text() for all digits");
            return type_ == AttributeType::string ? std::optional(*held) : std::nullopt;
        }
    }

    /// Whether both have the same type and equal values. Numbers are compared by value, sets regardless of order,
    /// binary values by their bytes. Invalid numbers are compared by their texts.
    friend bool operator==(AttributeValue const& a, AttributeValue const& b) { return equal(a, b); }

    // ---- for readers ----

    /// Changes the type. Keeps the held object if it is of the C++ type `Held`, so that its memory is reused.
    /// \pre `Held` is the C++ type of `type`: bool for BOOL, std::string for S, N and B, Set for the sets, List for L,
    /// AttributeMap for M. \return The held object.
    template <class Held>
    Held& hold(AttributeType type) {
        type_ = type;
        if (auto* const held = std::get_if<Held>(&held_)) return *held;
        return held_.emplace<Held>();
    }
    void hold_null() { ///< changes the value to NULL
        type_ = AttributeType::null;
        held_.emplace<std::monostate>();
    }

private:
    template <class Held>
    AttributeValue(AttributeType type, Held held) : type_(type), held_(std::move(held)) {}

    DYNABACKUP_INLINE static bool equal(AttributeValue const& a, AttributeValue const& b);

    AttributeType type_ = AttributeType::null;
    std::variant<std::monostate, bool, std::string, Set, List, AttributeMap> held_;
};

/// An attribute.
struct Attribute {
    std::string name;     ///< 1 to 65,535 bytes
    AttributeValue value; ///< of any type
};

// ---- sizes ----

/// Returns the number of bytes that the service counts for a value. Invalid base64 and invalid numbers count with the
/// bytes of their texts.
DYNABACKUP_INLINE std::size_t stored_size(AttributeValue const& value);
/// Returns the number of bytes that the service counts for the attributes of an item, including their names.
DYNABACKUP_INLINE std::size_t stored_size(AttributeMap const& attributes);

// ---- JSON ----

/// Appends the value as DynamoDB sends it: `{"N":"12.50"}`. Omits the values that are in `unreadable`.
DYNABACKUP_INLINE void append_json(std::string& out, AttributeValue const& value,
                                   unreadable_fields const* unreadable = nullptr);
/// Appends attributes as DynamoDB sends them: `{"price":{"N":"12.50"}}`. Omits the values that are in `unreadable`.
DYNABACKUP_INLINE void append_json(std::string& out, AttributeMap const& attributes,
                                   unreadable_fields const* unreadable = nullptr);
/// Appends the value as plain JSON: numbers with all of their digits, sets as lists, binary values in base64, invalid
/// numbers as strings. Omits the values that are in `unreadable`. \return How many values do not show their type: sets,
/// binary values and invalid numbers.
DYNABACKUP_INLINE std::size_t append_plain_json(std::string& out, AttributeValue const& value,
                                                unreadable_fields const* unreadable = nullptr);
/// Appends attributes as plain JSON: `{"price":12.50}`. Omits the values that are in `unreadable`. \return How many
/// values do not show their type, as above.
DYNABACKUP_INLINE std::size_t append_plain_json(std::string& out, AttributeMap const& attributes,
                                                unreadable_fields const* unreadable = nullptr);

/// Returns what append_json appends.
template <class Value>
requires std::same_as<Value, AttributeValue> || std::same_as<Value, AttributeMap> std::string
to_json(Value const& value) {
    std::string out;
    append_json(out, value);
    return out;
}
/// Returns what append_plain_json appends.
template <class Value>
requires std::same_as<Value, AttributeValue> || std::same_as<Value, AttributeMap> std::string
to_plain_json(Value const& value) {
    std::string out;
    append_plain_json(out, value);
    return out;
}

// ---- as members of shapes ----

namespace detail {
DYNABACKUP_INLINE dynabackup::detail::read_result read_map_value(dynabackup::detail::reader& r,
                                                                 std::uint32_t const* at, void* value,
                                                                 path_node const& where,
                                                                 dynabackup::detail::allowance may);
DYNABACKUP_INLINE dynabackup::detail::read_result read_single_value(dynabackup::detail::reader& r,
                                                                    std::uint32_t const* at, void* value,
                                                                    path_node const& where,
                                                                    dynabackup::detail::allowance may);

template <class Value>
inline constexpr custom_functions attribute_functions{
    .read = std::same_as<Value, AttributeMap> ? read_map_value : read_single_value,
    .append =
        [](std::string& out, void const* value, unreadable_fields const* unreadable) {
            append_json(out, *static_cast<Value const*>(value), unreadable);
        },
    .equal = [](void const* a,
                void const* b) { return *static_cast<Value const*>(a) == *static_cast<Value const*>(b); },
    .schema = std::same_as<Value, AttributeMap>
                  ? R"("type":"object","additionalProperties":{"$ref":"#/$defs/AttributeValue"})"
                  : R"("$ref":"#/$defs/AttributeValue")",
    .definition_name = "AttributeValue",
    .definition =
        R"("title":"AttributeValue","type":"object","minProperties":1,"maxProperties":1,"properties":{)"
        R"("S":{"type":"string"},"N":{"type":"string"},"B":{"type":"string"},"BOOL":{"type":"boolean"},)"
        R"("NULL":{"type":"boolean"},"SS":{"type":"array","items":{"type":"string"}},)"
        R"("NS":{"type":"array","items":{"type":"string"}},"BS":{"type":"array","items":{"type":"string"}},)"
        R"("L":{"type":"array","items":{"$ref":"#/$defs/AttributeValue"}},)"
        R"("M":{"type":"object","additionalProperties":{"$ref":"#/$defs/AttributeValue"}}},)"
        R"("additionalProperties":false)"};
} // namespace detail

/// How reading and writing treat the attributes of an item.
constexpr custom_functions const& custom_value(std::type_identity<AttributeMap>) {
    return detail::attribute_functions<AttributeMap>;
}
/// How reading and writing treat a value.
constexpr custom_functions const& custom_value(std::type_identity<AttributeValue>) {
    return detail::attribute_functions<AttributeValue>;
}

// ---- inline, because readers and rules call them for each attribute ----

inline AttributeMap::AttributeMap(std::initializer_list<Attribute> attributes) : all_(attributes) {}
// Not in the class, where Attribute is incomplete. NOLINTBEGIN(readability-redundant-inline-specifier)
inline AttributeMap::AttributeMap(AttributeMap const& other) = default;
inline AttributeMap::AttributeMap(AttributeMap&& other) noexcept = default;
inline AttributeMap& AttributeMap::operator=(AttributeMap const& other) = default;
inline AttributeMap& AttributeMap::operator=(AttributeMap&& other) noexcept = default;
inline AttributeMap::~AttributeMap() = default;
// NOLINTEND(readability-redundant-inline-specifier)
inline std::size_t AttributeMap::size() const noexcept { return all_.size(); }
inline Attribute const* AttributeMap::begin() const noexcept { return all_.data(); }
inline Attribute const* AttributeMap::end() const noexcept { return all_.data() + all_.size(); }
inline Attribute* AttributeMap::begin() noexcept { return all_.data(); }
inline Attribute* AttributeMap::end() noexcept { return all_.data() + all_.size(); }
inline AttributeValue const* AttributeMap::find(std::string_view name) const {
    for (auto const& a : all_)
        if (a.name == name) return &a.value;
    return nullptr;
}
inline AttributeValue* AttributeMap::find(std::string_view name) {
    for (auto& a : all_)
        if (a.name == name) return &a.value;
    return nullptr;
}
inline AttributeValue& AttributeMap::operator[](std::string_view name) {
    if (auto* const known = find(name)) return *known;
    return append(std::string(name)).value;
}
inline Attribute& AttributeMap::append(std::string name) {
    all_.push_back({std::move(name), {}});
    return all_.back();
}
inline void AttributeMap::truncate(std::size_t size) {
    while (all_.size() > size) all_.pop_back();
}
inline void AttributeMap::clear() noexcept { all_.clear(); }

} // namespace dynabackup::aws

#if DYNABACKUP_DEFINE
#include <dynabackup/aws/detail/attribute_functions.hpp>
#include <dynabackup/aws/detail/attribute_reading.hpp>
#endif
