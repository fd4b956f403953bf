#pragma once
/// \file
/// Walks over the attributes of items and checks each value: defines what item_rules.hpp declares. One walk checks and
/// measures; the quiet pass of the validator allocates nothing for items without long sets.

#include <dynabackup/aws/attribute_functions.hpp>
#include <dynabackup/detail/check/history.hpp>
#include <dynabackup/table_export/item_rules.hpp>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace dynabackup::table_export {

namespace detail {

using aws::AttributeMap;
using aws::AttributeType;
using aws::AttributeValue;

class value_checker {
public:
    explicit value_checker(rule_context const& in) : in_(in) {}

    std::size_t check(AttributeMap const& attributes, path_node const& where, std::size_t level) const {
        std::size_t size = 0;
        for (auto const& a : attributes) {
            if (a.name.empty() || a.name.size() > item::longest_name) [[unlikely]]
                in_.fail_at(item::attribute_name, {&where, std::string_view(a.name)}, "A name of ",
                            a.name.size(), " bytes; the name of an attribute has 1 to 65,535.");
            size += a.name.size();
            if (in_.knows(a.value)) [[likely]]
                size += check(a.value, path_node{&where, std::string_view(a.name)}, level);
        }
        return size;
    }

    std::size_t check(AttributeValue const& value, path_node const& where, std::size_t level) const {
        if (level > item::most_levels) [[unlikely]] // built in C++; the reader goes no deeper
            return in_.fail_at(item::depth, where, "Nested deeper than 32 levels."), 0;
        path_node const below{&where, value.tag()};
        if (auto const* const text = value.text()) return check_text(value.type(), *text, below);
        constexpr std::size_t container = 3;
        std::size_t size = 0;
        if (auto const* const set = value.set()) return check_set(value.type(), *set, below);
        if (auto const* const map = value.map())
            return container + map->size() + check(*map, below, level + 1);
        if (auto const* const list = value.list()) {
            for (std::size_t i = 0; i < list->size(); ++i)
                if (in_.knows((*list)[i])) [[likely]]
                    size += 1 + check((*list)[i], path_node{&below, path_step{i}}, level + 1);
            return container + size;
        }
        return 1; // BOOL, NULL
    }

private:
    std::size_t check_text(AttributeType type, std::string const& text, path_node const& where) const {
        if (type == AttributeType::number) return check_number(text, where);
        if (type != AttributeType::binary) return text.size();
        if (aws::is_base64(text)) return aws::base64_bytes(text);
        in_.fail_at(
            item::binary, where,
            "Not base64 of RFC 4648 section 4: groups of four of A-Z, a-z, 0-9, + and /, the last one padded "
            "with =.");
        return text.size();
    }

    std::size_t check_number(std::string const& text, path_node const& where) const {
        auto const n = aws::read_decimal_text(text);
        if (!n) [[unlikely]] {
            in_.fail_at(item::number, where,
                        "Not a number; write digits, with a sign, a point and an exponent if "
                        "need be, such as -12.5 or 1E+3.");
            return text.size();
        }
        if (!n->is_precise()) [[unlikely]]
            in_.fail_at(item::number_precision, where, "It has ", n->significant,
                        " significant digits; the service keeps 38.");
        if (!n->is_in_range()) [[unlikely]]
            in_.fail_at(item::number_range, where,
                        "Neither 0 nor between 1E-130 and 9.9999999999999999999999999999999999999E+125 in "
                        "magnitude.");
        return n->stored_size();
    }

    std::size_t check_set(AttributeType type, AttributeValue::Set const& set, path_node const& where) const {
        if (set.empty()) [[unlikely]]
            in_.fail_at(item::set_empty, where, "A set has an element; leave the attribute out instead.");
        auto const of = aws::detail::element_of(type);
        std::size_t size = 0;
        for (std::size_t i = 0; i < set.size(); ++i)
            size += check_text(of, set[i], path_node{&where, path_step{i}});
        constexpr std::size_t few = 8;
        if (set.size() <= few) compare_few(of, set, where);
        else compare_many(of, set, where);
        return size;
    }

    void compare_few(AttributeType of, AttributeValue::Set const& set, path_node const& where) const {
        for (std::size_t i = 1; i < set.size(); ++i)
            for (std::size_t k = 0; k < i; ++k)
                if (aws::detail::mean_the_same(of, set[k], set[i])) {
                    report_twice(k, i, where);
                    break;
                }
    }

    void compare_many(AttributeType of, AttributeValue::Set const& set, path_node const& where) const {
        std::vector<std::pair<std::string, std::size_t>> all;
        all.reserve(set.size());
        for (std::size_t i = 0; i < set.size(); ++i)
            all.emplace_back(aws::detail::canonical_element(of, set[i]), i);
        std::sort(all.begin(), all.end());
        std::vector<std::pair<std::size_t, std::size_t>> twice; // the later one, the first one
        for (std::size_t i = 1, first = 0; i < all.size(); ++i) {
            if (all[i].first != all[first].first) first = i;
            else twice.emplace_back(all[i].second, all[first].second);
        }
        std::sort(twice.begin(), twice.end());
        for (auto const& [later, first] : twice) report_twice(first, later, where);
    }

    void report_twice(std::size_t first, std::size_t later, path_node const& where) const {
        in_.fail_at(item::set_duplicate, {&where, path_step{later}}, "Equal to element ", first,
                    " of the set; the elements of a set differ.");
    }

    rule_context const& in_;
};

/// The bytes of a key attribute.
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
        return in.fail_at(item::key, {&where, std::string_view(key.name)}, "Of type ", value->tag(),
                          "; the key is of type ", type, '.');
    if (key.type == 'N') return;
    auto const size = key_size(*value);
    if (size == 0)
        in.fail_at(item::key, {&where, std::string_view(key.name)},
                   "An empty value; a key has at least one byte.");
    if (size > longest)
        in.fail_at(item::key, {&where, std::string_view(key.name)}, size,
                   " bytes; this part of a key has at most ", longest, '.');
}

} // namespace detail

DYNABACKUP_INLINE std::size_t check_attributes(aws::AttributeMap const& attributes, path_node const& where,
                                               rule_context const& in) {
    return detail::value_checker(in).check(attributes, where, 1);
}

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
        ((text += '\n') += std::to_string(one.size())) += ':'; // so that no two keys have one text
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
        in.fail_at(exported::change_time, at_number, "Behind the window of the export, which ends before ",
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
