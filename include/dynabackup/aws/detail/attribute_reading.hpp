#pragma once
/// \file
/// Reads attribute values of any type into AttributeValue and AttributeMap.

#include <dynabackup/aws/attribute_value.hpp>
#include <dynabackup/aws/detail/attribute_names.hpp>
#include <dynabackup/aws/detail/tagged_values.hpp>
#include <dynabackup/model/detail/words.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dynabackup::aws::detail {

/// Reads attribute values with one reader.
class attribute_reader {
public:
    explicit attribute_reader(reader& r) : values_(r), r_(r) {}

    /// Reads the attributes of an item, or of a map. `level`: the level of the values in it. \pre An object begins at
    /// the token.
    read_result read_map(token at, AttributeMap& map, path_node const& where, std::size_t level) {
        std::size_t n = 0;
        bool as_before = true; // whether the names so far are those that the map already had
        attribute_names names;
        ++r_.depth;
        auto const result =
            values_.read_members(at + 1, where, [&](std::string_view name, token key, token value) {
                bool const same = as_before && n < map.size() && is_name(map.begin()[n], name);
                auto* const repeated = same ? nullptr : names.find(map, n, name);
                as_before = as_before && same;
                auto& attribute = repeated ? *repeated : slot(map, n);
                if (!same && !repeated) attribute.name.assign(name);
                auto const read = read_value(value, attribute.value,
                                             path_node{&where, std::string_view(attribute.name)}, level);
                if (read.status.stopped()) [[unlikely]]
                    return read;
                if (!read.status.is_read()) [[unlikely]]
                    discard(attribute.value);
                if (repeated) [[unlikely]]
                    report_duplicate(r_, where, attribute.name, key);
                else ++n;
                return read;
            });
        --r_.depth;
        if (!result.status.stopped()) map.truncate(n);
        return result;
    }

    /// Reads a value.
    read_result read_value(token at, AttributeValue& out, path_node const& where, std::size_t level) {
        if (!r_.unreadable.empty()) [[unlikely]]
            r_.unreadable.erase(&out, value_table_of<AttributeValue>);
        if (auto const [tag, text] = values_.find_text(at, level); tag != 0) [[likely]] {
            using enum AttributeType;
            assign_text(out.hold<std::string>(tag == 'S' ? string : tag == 'N' ? number : binary), text);
            return {at + 5, value_read};
        }
        return values_.read_tagged(at, where, level,
                                   [&](token value, AttributeType type, path_node const& below) {
                                       return read_typed(value, type, out, below, level);
                                   });
    }

private:
    static bool is_name(Attribute const& a, std::string_view name) {
        return a.name.size() == name.size() && same_text(a.name.data(), name.data(), name.size());
    }

    /// The attribute at that index. Appends it if there is none.
    Attribute& slot(AttributeMap& map, std::size_t n) {
        if (n < map.size()) return map.begin()[n];
        auto const* const before = map.begin();
        map.append({});
        r_.unreadable.move(before, n * sizeof(Attribute), map.begin());
        return map.begin()[n];
    }

    void discard(AttributeValue& value) {
        value.hold_null();
        r_.unreadable.insert(&value, value_table_of<AttributeValue>);
    }

    read_result read_typed(token at, AttributeType type, AttributeValue& out, path_node const& where,
                           std::size_t level) {
        switch (type) {
        case AttributeType::string:
        case AttributeType::number:
        case AttributeType::binary: return values_.read_text(at, out.hold<std::string>(type), where);
        case AttributeType::boolean: return values_.read_truth(at, out.hold<bool>(type), where);
        case AttributeType::null: out.hold_null(); return values_.read_null(at, where);
        case AttributeType::map:
            if (!values_.is(at, '{') || values_.is_too_deep())
                return values_.refuse_container(at, where, "an object");
            return read_map(at, out.hold<AttributeMap>(type), where, level + 1);
        case AttributeType::list:
            if (!values_.is(at, '[') || values_.is_too_deep())
                return values_.refuse_container(at, where, "a list");
            return read_list(at + 1, out.hold<AttributeValue::List>(type), where, level + 1);
        default:
            if (!values_.is(at, '[') || values_.is_too_deep())
                return values_.refuse_container(at, where, "a list of strings");
            return read_set(at + 1, out.hold<AttributeValue::Set>(type), where);
        }
    }

    /// Reads a set. It is unreadable if one of its elements is.
    read_result read_set(token at, AttributeValue::Set& set, path_node const& where) {
        std::size_t size = 0;
        auto const result = values_.read_elements(at, where, [&](std::size_t n, token element) {
            if (n == set.size()) set.emplace_back();
            size = n + 1;
            return values_.read_text(element, set[n], path_node{&where, path_step{n}});
        });
        if (!result.status.stopped()) set.resize(size);
        return result;
    }

    read_result read_list(token at, AttributeValue::List& list, path_node const& where, std::size_t level) {
        std::size_t size = 0;
        ++r_.depth;
        auto const result = values_.read_elements(at, where, [&](std::size_t n, token element) {
            if (n == list.size()) {
                auto const* const before = list.data();
                list.emplace_back();
                r_.unreadable.move(before, n * sizeof(AttributeValue), list.data());
            }
            size = n + 1;
            auto read = read_value(element, list[n], path_node{&where, path_step{n}}, level);
            if (!read.status.stopped() && !read.status.is_read()) [[unlikely]] {
                discard(list[n]);
                read.status = value_read;
            }
            return read;
        });
        --r_.depth;
        if (!result.status.stopped()) list.resize(size);
        return result;
    }

    tagged_values values_;
    reader& r_;
};

DYNABACKUP_INLINE read_result read_map_value(reader& r, std::uint32_t const* at, void* value,
                                             path_node const& where, allowance may) {
    bool const is_object = at != r.cursor.last && r.cursor.text_begin[*at] == '{';
    if (!is_object || r.depth >= r.options.max_depth) [[unlikely]]
        return refuse_object(r, at, where, may);
    return attribute_reader(r).read_map(at, *static_cast<AttributeMap*>(value), where, 1);
}

DYNABACKUP_INLINE read_result read_single_value(reader& r, std::uint32_t const* at, void* value,
                                                path_node const& where, allowance) {
    return attribute_reader(r).read_value(at, *static_cast<AttributeValue*>(value), where, 1);
}

} // namespace dynabackup::aws::detail
