#pragma once
/// \file
/// Compares, measures and writes attribute values. Defines the functions that attribute_value.hpp declares.

#include <dynabackup/aws/attribute_value.hpp>
#include <dynabackup/detail/json/text.hpp>
#include <dynabackup/model/unreadable_fields.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::aws {

namespace detail {

/// Whether two texts of that type have the same value.
inline bool mean_the_same(AttributeType type, std::string const& a, std::string const& b) {
    if (a == b) return true;
    if (type == AttributeType::number) {
        auto const x = read_decimal_text(a), y = read_decimal_text(b);
        return x && y && compare(*x, *y) == 0;
    }
    if (type == AttributeType::binary) { // the last bits before padding may differ
        auto const x = from_base64(a), y = from_base64(b);
        return x && y && *x == *y;
    }
    return false;
}

/// The type of the elements of a set.
constexpr AttributeType element_of(AttributeType set) {
    return set == AttributeType::number_set   ? AttributeType::number
           : set == AttributeType::binary_set ? AttributeType::binary
                                              : AttributeType::string;
}

/// One text for all texts of an element that have the same value.
inline std::string canonical_element(AttributeType type, std::string const& text) {
    if (type == AttributeType::number)
        if (auto const n = read_decimal_text(text)) return canonical(*n);
    if (type == AttributeType::binary)
        if (auto const bytes = from_base64(text)) return to_base64(*bytes);
    return text;
}

inline std::vector<std::string> canonical_set(AttributeType set, AttributeValue::Set const& texts) {
    std::vector<std::string> all;
    for (auto const& text : texts) all.push_back(canonical_element(element_of(set), text));
    std::sort(all.begin(), all.end());
    return all;
}

inline std::size_t size_of_text(AttributeType type, std::string_view text) {
    if (type == AttributeType::number) {
        auto const n = read_decimal_text(text);
        return n ? n->stored_size() : text.size();
    }
    if (type == AttributeType::binary && is_base64(text)) return base64_bytes(text);
    return text.size();
}

inline void append_quoted(std::string& out, std::string_view text) { json::append_json_string(out, text); }

/// Appends a number as JSON spells numbers; an invalid number as a string. Returns whether it is valid.
inline bool append_plain_number(std::string& out, std::string const& text) {
    json::decimal ignored;
    if (!json::read_decimal(text.data(), text.data() + text.size(), ignored)) return out += text, true;
    auto const n = read_decimal_text(text); // `+5`, `.5` and `007` are not JSON
    if (n) out += canonical(*n);
    else append_quoted(out, text);
    return n.has_value();
}

/// Appends values as a list. Omits those that are in `unreadable`.
template <class Values, class Append>
void append_list(std::string& out, Values const& values, unreadable_fields const* unreadable, Append append) {
    out += '[';
    bool first = true;
    for (auto const& one : values) {
        if (unreadable && unreadable->contains(one)) continue;
        if (!std::exchange(first, false)) out += ',';
        append(one);
    }
    out += ']';
}

/// Appends attributes as an object.
template <class Append>
void append_object(std::string& out, AttributeMap const& attributes, unreadable_fields const* unreadable,
                   Append append) {
    out += '{';
    bool first = true;
    for (auto const& a : attributes) {
        if (unreadable && unreadable->contains(a.value)) continue;
        if (!std::exchange(first, false)) out += ',';
        append_quoted(out, a.name);
        out += ':';
        append(a.value);
    }
    out += '}';
}

} // namespace detail

DYNABACKUP_INLINE bool AttributeMap::equal(AttributeMap const& a, AttributeMap const& b) {
    if (a.size() != b.size()) return false;
    std::size_t same = 0; // both nearly always have one order
    while (same != a.size() && a.all_[same].name == b.all_[same].name) {
        if (!(a.all_[same].value == b.all_[same].value)) return false;
        ++same;
    }
    if (same == a.size()) return true;
    auto const sorted = [same](AttributeMap const& map) {
        std::vector<Attribute const*> all;
        for (auto i = same; i < map.size(); ++i) all.push_back(&map.all_[i]);
        std::sort(all.begin(), all.end(), [](auto const* x, auto const* y) { return x->name < y->name; });
        return all;
    };
    auto const x = sorted(a), y = sorted(b);
    return std::equal(x.begin(), x.end(), y.begin(), [](auto const* one, auto const* other) {
        return one->name == other->name && one->value == other->value;
    });
}

DYNABACKUP_INLINE bool AttributeValue::equal(AttributeValue const& a, AttributeValue const& b) {
    if (a.type_ != b.type_) return false;
    if (auto const* const text = a.text()) return detail::mean_the_same(a.type_, *text, *b.text());
    if (auto const* const set = a.set()) {
        if (set->size() != b.set()->size()) return false;
        return *set == *b.set() ||
               detail::canonical_set(a.type_, *set) == detail::canonical_set(a.type_, *b.set());
    }
    if (auto const* const list = a.list()) return *list == *b.list();
    if (auto const* const map = a.map()) return *map == *b.map();
    return a.held_.index() == b.held_.index() &&
           (!std::holds_alternative<bool>(a.held_) || std::get<bool>(a.held_) == std::get<bool>(b.held_));
}

DYNABACKUP_INLINE std::size_t stored_size(AttributeValue const& value) {
    if (auto const* const text = value.text()) return detail::size_of_text(value.type(), *text);
    std::size_t size = 0;
    if (auto const* const set = value.set()) {
        for (auto const& text : *set) size += detail::size_of_text(detail::element_of(value.type()), text);
        return size;
    }
    constexpr std::size_t container = 3;
    if (auto const* const list = value.list()) {
        for (auto const& element : *list) size += 1 + stored_size(element);
        return container + size;
    }
    if (auto const* const map = value.map()) return container + map->size() + stored_size(*map);
    return 1; // BOOL, NULL
}

DYNABACKUP_INLINE std::size_t stored_size(AttributeMap const& attributes) {
    std::size_t size = 0;
    for (auto const& a : attributes) size += a.name.size() + stored_size(a.value);
    return size;
}

DYNABACKUP_INLINE void append_json(std::string& out, AttributeValue const& value,
                                   unreadable_fields const* unreadable) {
    out += "{\"";
    out += value.tag();
    out += "\":";
    if (auto const* const text = value.text()) detail::append_quoted(out, *text);
    else if (auto const* const set = value.set())
        detail::append_list(out, *set, nullptr,
                            [&](std::string const& one) { detail::append_quoted(out, one); });
    else if (auto const* const map = value.map()) append_json(out, *map, unreadable);
    else if (auto const* const list = value.list())
        detail::append_list(out, *list, unreadable,
                            [&](AttributeValue const& one) { append_json(out, one, unreadable); });
    else if (value.is_null()) out += "true";
    else out += value.as<bool>().value_or(false) ? "true" : "false";
    out += '}';
}
/// Appends the attributes of an item as DynamoDB sends them.
DYNABACKUP_INLINE void append_json(std::string& out, AttributeMap const& attributes,
                                   unreadable_fields const* unreadable) {
    detail::append_object(out, attributes, unreadable,
                          [&](AttributeValue const& value) { append_json(out, value, unreadable); });
}

DYNABACKUP_INLINE std::size_t append_plain_json(std::string& out, AttributeValue const& value,
                                                unreadable_fields const* unreadable) {
    auto const append_text = [&](AttributeType type,
                                 std::string const& text) { // returns whether the type is shown
        if (type == AttributeType::number) return detail::append_plain_number(out, text);
        detail::append_quoted(out, text);
        return type == AttributeType::string;
    };
    std::size_t untold = 0;
    if (auto const* const text = value.text()) {
        untold += !append_text(value.type(), *text);
    } else if (auto const* const set = value.set()) {
        untold = 1;
        detail::append_list(out, *set, nullptr, [&](std::string const& one) {
            append_text(detail::element_of(value.type()), one);
        });
    } else if (auto const* const list = value.list()) {
        detail::append_list(out, *list, unreadable, [&](AttributeValue const& one) {
            untold += append_plain_json(out, one, unreadable);
        });
    } else if (auto const* const map = value.map()) {
        untold = append_plain_json(out, *map, unreadable);
    } else if (value.is_null()) {
        out += "null";
    } else {
        out += value.as<bool>().value_or(false) ? "true" : "false";
    }
    return untold;
}
/// Appends the attributes of an item as plain JSON.
DYNABACKUP_INLINE std::size_t append_plain_json(std::string& out, AttributeMap const& attributes,
                                                unreadable_fields const* unreadable) {
    std::size_t untold = 0;
    detail::append_object(out, attributes, unreadable, [&](AttributeValue const& value) {
        untold += append_plain_json(out, value, unreadable);
    });
    return untold;
}

} // namespace dynabackup::aws
