#pragma once
/// \file
/// One spelling for all attribute values that are equal: to hash, sort and compare them as bytes.

#include <dynabackup/aws/attribute_value.hpp>
#include <dynabackup/detail/config.hpp>

#include <string>
#include <string_view>

namespace dynabackup::aws {

/// Appends bytes that two values share exactly if they are equal. They depend neither on the order of attributes and of
/// the elements of sets, nor on how numbers are spelled. No value's bytes are the beginning of another value's.
/// Cost: n log n in the attributes of a map and the elements of a set.
DYNABACKUP_INLINE void append_canonical(std::string& out, AttributeValue const& value);
/// Appends the same for the attributes of an item.
DYNABACKUP_INLINE void append_canonical(std::string& out, AttributeMap const& attributes);
/// Appends the same for a text: its length and its bytes.
DYNABACKUP_INLINE void append_canonical(std::string& out, std::string_view text);

} // namespace dynabackup::aws

#if DYNABACKUP_DEFINE
#include <dynabackup/aws/attribute_functions.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace dynabackup::aws {

namespace detail {

/// Appends a number in as many bytes as it needs, seven bits each.
inline void append_count(std::string& out, std::size_t count) {
    for (; count > 0x7F; count >>= 7)
        out += static_cast<char>(static_cast<unsigned char>(0x80 | (count & 0x7F)));
    out += static_cast<char>(count);
}

} // namespace detail

DYNABACKUP_INLINE void append_canonical(std::string& out, std::string_view text) {
    detail::append_count(out, text.size());
    out += text;
}

DYNABACKUP_INLINE void append_canonical(std::string& out, AttributeValue const& value) {
    out += static_cast<char>('a' + static_cast<int>(value.type()));
    if (auto const* const text = value.text()) {
        if (value.type() == AttributeType::string) append_canonical(out, std::string_view(*text));
        else append_canonical(out, std::string_view(detail::canonical_element(value.type(), *text)));
    } else if (auto const* const set = value.set()) {
        detail::append_count(out, set->size());
        for (auto const& one : detail::canonical_set(value.type(), *set))
            append_canonical(out, std::string_view(one));
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
