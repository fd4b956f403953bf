#pragma once
/// \file
/// Items by their keys: the code that comparing exports and applying changes share.

#include <dynabackup/aws/canonical_bytes.hpp>
#include <dynabackup/detail/json/text.hpp>
#include <dynabackup/dump.hpp>
#include <dynabackup/item_key.hpp>
#include <dynabackup/table_export/items.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::table_export {

/// Appends the bytes of an item's key. `names`: the names of its attributes, in a fixed order. Returns false if the
/// item lacks one of them.
[[nodiscard]] inline bool append_key(std::string& out, aws::AttributeMap const& item,
                                     std::span<std::string const> names) {
    for (auto const& name : names) {
        auto const* const value = item.find(name);
        if (!value) return false;
        aws::append_canonical(out, *value);
    }
    return true;
}

/// The names of the attributes of a key.
inline std::vector<std::string> names_of(item_key const& key) {
    std::vector<std::string> names{key.partition.name};
    if (key.sort) names.push_back(key.sort->name);
    return names;
}

namespace detail {

/// Appends the attributes as append_json does, sorted by name at every level, so that equal items nearly always have
/// equal texts.
inline void append_sorted_json(std::string& out, aws::AttributeMap const& attributes);
inline void append_sorted_json(std::string& out, aws::AttributeValue const& value) {
    if (auto const* const map = value.map()) {
        out += "{\"M\":";
        append_sorted_json(out, *map);
        out += '}';
    } else if (auto const* const list = value.list()) {
        out += "{\"L\":[";
        for (auto const& one : *list) {
            if (&one != list->data()) out += ',';
            append_sorted_json(out, one);
        }
        out += "]}";
    } else {
        aws::append_json(out, value);
    }
}
inline void append_sorted_json(std::string& out, aws::AttributeMap const& attributes) {
    std::vector<aws::Attribute const*> sorted;
    for (auto const& a : attributes) sorted.push_back(&a);
    std::sort(sorted.begin(), sorted.end(), [](auto const* a, auto const* b) { return a->name < b->name; });
    out += '{';
    for (auto const* a : sorted) {
        if (a != sorted.front()) out += ',';
        json::append_json_string(out, a->name);
        out += ':';
        append_sorted_json(out, a->value);
    }
    out += '}';
}

/// Items as pairs of their key's bytes and their JSON, one after another.
struct keyed_lines {
    /// Adds an item. An item without the key is only counted.
    void add(aws::AttributeMap const& item, std::span<std::string const> names) {
        auto const begin = text.size();
        if (!append_key(text, item, names)) {
            text.resize(begin);
            ++without_key;
            return;
        }
        auto const key_end = text.size();
        append_sorted_json(text, item);
        ends.emplace_back(key_end, text.size());
    }

    /// Calls `f(key, json)` for each item.
    template <class F>
    void for_each(F f) const {
        std::size_t begin = 0;
        for (auto const& [key_end, end] : ends) {
            auto const all = std::string_view(text);
            f(all.substr(begin, key_end - begin), all.substr(key_end, end - key_end));
            begin = end;
        }
    }

    std::string text;
    std::vector<std::pair<std::size_t, std::size_t>> ends; ///< of the key and of the JSON
    std::size_t without_key = 0;
};

/// Calls `f(key, json)` for each item of the inputs, in their order. Returns the number of items that lack the key.
template <class F>
std::size_t for_each_keyed_item(std::span<dump_input const> inputs, std::vector<std::string> const& names,
                                F f, dump_options const& chosen, dump_sink* sink, summary* counts) {
    std::size_t without_key = 0;
    reduce_records<ExportedItem, keyed_lines>(
        inputs, [&names](keyed_lines& to, ExportedItem const& line) { to.add(line.item, names); },
        [&](keyed_lines&, keyed_lines&& part) {
            part.for_each(f);
            without_key += part.without_key;
        },
        chosen, sink, counts);
    return without_key;
}

} // namespace detail

} // namespace dynabackup::table_export
