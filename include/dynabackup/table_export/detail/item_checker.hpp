#pragma once
/// \file
/// Checks items and changes. Defines the functions that item_rules.hpp declares.

#include <dynabackup/aws/detail/attribute_functions.hpp>
#include <dynabackup/model/history.hpp>
#include <dynabackup/table_export/item_rules.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dynabackup::table_export {

namespace detail {

using aws::AttributeMap;
using aws::AttributeValue;

/// The number of bytes in a key attribute.
inline std::size_t key_size(AttributeValue const& value) {
    auto const* const text = value.text();
    return text ? aws::detail::size_of_text(value.type(), *text) : 0;
}

inline void check_key_attribute(key_attribute const& key, std::size_t longest, AttributeMap const& item,
                                path_node const& where, rule_context const& in) {
    auto const* const value = item.find(key.name);
    if (!value)
        return in.fail_at(item::key, {&where, std::string_view(key.name)}, "The key attribute ", key.name,
                          " is missing.");
    if (!in.knows(*value)) return;
    std::string_view const type(&key.type, 1);
    if (value->tag() != type)
        return in.fail_at(item::key, {&where, std::string_view(key.name)}, "The type is ", value->tag(),
                          "; the key is of type ", type, '.');
    if (key.type == 'N') return;
    auto const size = key_size(*value);
    if (size == 0)
        in.fail_at(item::key, {&where, std::string_view(key.name)},
                   "The value is empty; a key has at least one byte.");
    if (size > longest)
        in.fail_at(item::key, {&where, std::string_view(key.name)}, size,
                   " bytes; this part of a key has at most ", longest, '.');
}

} // namespace detail

DYNABACKUP_INLINE void check_item(aws::AttributeMap const& item, path_node const& where,
                                  rule_context const& in) {
    auto const size = check_attributes(item, where, in);
    if (size > in.options().max_item_bytes) [[unlikely]]
        in.fail_at(item::size, where, size, " bytes; an item has at most ", in.options().max_item_bytes, '.');
}

DYNABACKUP_INLINE void check_key(aws::AttributeMap const& item, path_node const& where,
                                 rule_context const& in) {
    auto const& key = *in.options().key;
    detail::check_key_attribute(key.partition, item::longest_partition_key, item, where, in);
    if (key.sort) detail::check_key_attribute(*key.sort, item::longest_sort_key, item, where, in);
}

DYNABACKUP_INLINE void note_key(aws::AttributeMap const& item, path_node const& where,
                                rule_context const& in) {
    std::string text = in.of_export() ? in.of_export()->id : std::string();
    auto const append = [&](key_attribute const& part) {
        auto const* const value = item.find(part.name);
        if (!value || !value->text() || value->tag() != std::string_view(&part.type, 1) || !in.knows(*value))
            return false; // item.key
        auto const one = aws::detail::canonical_element(value->type(), *value->text());
        ((text += '\n') += std::to_string(one.size())) += ':'; // so that different keys have different texts
        text += one;
        return true;
    };
    auto const& key = *in.options().key;
    if (!append(key.partition) || (key.sort && !append(*key.sort))) return;
    if (in.history()->repeats_key(text))
        in.fail_at(item::key_twice, where, "An earlier item has the same key.");
}

DYNABACKUP_INLINE void check_write_time(aws::AttributeValue const& micros, path_node const& where,
                                        rule_context const& in) {
    if (micros.type() != aws::AttributeType::number)
        return in.fail_at(item::attribute_type, where, "The time of a change is a number: {\"N\":\"…\"}.");
    path_node const at_number{&where, micros.tag()};
    auto const value = micros.as<std::int64_t>();
    if (!value)
        return in.fail_at(item::number, at_number, "Not a whole number of microseconds since the epoch.");
    auto const* const manifest = in.of_export();
    if (!manifest) return;
    auto const micros_of = [](timestamp time) {
        return std::chrono::floor<std::chrono::microseconds>(time).time_since_epoch().count();
    };
    if (manifest->from && *value < micros_of(*manifest->from))
        in.fail_at(exported::change_time, at_number, "Before the window of the export, which begins at ",
                   to_text(*manifest->from), '.');
    if (manifest->to && *value >= micros_of(*manifest->to))
        in.fail_at(exported::change_time, at_number, "After the window of the export, which ends before ",
                   to_text(*manifest->to), '.');
}

DYNABACKUP_INLINE void compare_keys(aws::AttributeMap const& keys, aws::AttributeMap const& image,
                                    path_node const& where, rule_context const& in) {
    for (auto const& key : keys) {
        auto const* const value = image.find(key.name);
        if (!value)
            in.fail_at(exported::change_keys, {&where, std::string_view(key.name)},
                       "The image lacks the key attribute ", key.name, '.');
        else if (in.knows(key.value) && in.knows(*value) && !(key.value == *value))
            in.fail_at(exported::change_keys, {&where, std::string_view(key.name)},
                       "Keys has another value of ", key.name, '.');
    }
}

} // namespace dynabackup::table_export
