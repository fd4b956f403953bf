#pragma once
/// \file
/// One spelling for all attribute values that are equal, so that they can be hashed, sorted and compared as bytes.

#include <dynabackup/aws/attribute_value.hpp>
#include <dynabackup/detail/config.hpp>

#include <string>
#include <string_view>

namespace dynabackup::aws {

/// Appends bytes that are the same for two values if and only if the values are equal. The bytes depend neither on the
/// order of attributes, nor on the order of the elements of sets, nor on the spelling of numbers. The bytes of one
/// value are never the beginning of the bytes of another value. Cost: n log n in the attributes of a map and the
/// elements of a set.
DYNABACKUP_INLINE void append_canonical(std::string& out, AttributeValue const& value);
/// Appends such bytes for the attributes of an item.
DYNABACKUP_INLINE void append_canonical(std::string& out, AttributeMap const& attributes);
/// Appends such bytes for a text: its length and its bytes.
DYNABACKUP_INLINE void append_canonical(std::string& out, std::string_view text);

} // namespace dynabackup::aws

#if DYNABACKUP_DEFINE
#include <dynabackup/aws/detail/attribute_functions.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace dynabackup::aws {

namespace detail {

/// Appends a number with seven bits in each byte, in as few bytes as possible.
inline void append_count(std::string& out, std::size_t count) {
    for (; count > 0x7F; count >>= 7)
        out += static_cast<char>(static_cast<unsigned char>(0x80 | (count & 0x7F)));
    out += static_cast<char>(count);
}

inline void append_canonical_element(std::string& out, AttributeType type, std::string const& text) {
    if (type == AttributeType::string) return append_canonical(out, std::string_view(text));
    auto const number = type == AttributeType::number ? read_decimal_text(text) : std::nullopt;
    constexpr std::size_t short_number = 100; // digits: at most 127 bytes, so that the length takes one byte
    if (!number || number->significant > short_number)
        return append_canonical(out, std::string_view(canonical_element(type, text)));
    auto const begin = out.size();
    out += '\0';
    append_canonical(out, *number);
    out[begin] = static_cast<char>(out.size() - begin - 1);
}

inline void append_canonical_set(std::string& out, AttributeType type, AttributeValue::Set const& set) {
    append_count(out, set.size());
    if (type != AttributeType::string_set) {
        for (auto const& one : canonical_set(type, set)) append_canonical(out, std::string_view(one));
        return;
    }
    std::vector<std::string_view> sorted(set.begin(), set.end());
    std::sort(sorted.begin(), sorted.end());
    for (auto const one : sorted) append_canonical(out, one);
}

} // namespace detail

DYNABACKUP_INLINE void append_canonical(std::string& out, std::string_view text) {
    detail::append_count(out, text.size());
    out += text;
}

DYNABACKUP_INLINE void append_canonical(std::string& out, AttributeValue const& value) {
    out += static_cast<char>('a' + static_cast<int>(value.type()));
    if (auto const* const text = value.text()) {
        detail::append_canonical_element(out, value.type(), *text);
    } else if (auto const* const set = value.set()) {
        detail::append_canonical_set(out, value.type(), *set);
    } else if (auto const* const map = value.map()) {
        append_canonical(out, *map);
    } else if (auto const* const list = value.list()) {
        detail::append_count(out, list->size());
        for (auto const& one : *list) append_canonical(out, one);
    } else if (!value.is_null()) {
        out += value.as<bool>().value_or(false) ? '1' : '0';
    }
}

DYNABACKUP_INLINE void append_canonical(std::string& out, AttributeMap const& attributes) {
    std::vector<Attribute const*> sorted;
    sorted.reserve(attributes.size());
    for (auto const& a : attributes) sorted.push_back(&a);
    std::sort(sorted.begin(), sorted.end(), [](auto const* a, auto const* b) { return a->name < b->name; });
    detail::append_count(out, sorted.size());
    for (auto const* a : sorted) {
        append_canonical(out, std::string_view(a->name));
        append_canonical(out, a->value);
    }
}

} // namespace dynabackup::aws
#endif
