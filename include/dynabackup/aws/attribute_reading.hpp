#pragma once
/// \file
/// Reads attribute values: the names of their members are their types, so no table describes them. The reader's cursor and
/// findings are those of any other value.

#include <dynabackup/aws/attribute_value.hpp>
#include <dynabackup/detail/read/object.hpp>
#include <dynabackup/detail/read/scalars.hpp>
#include <dynabackup/rules/items.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace dynabackup::aws::detail {

using namespace dynabackup::detail;
using dynabackup::detail::token; // the cursor's

/// The names of one map, as far as they may repeat. Few are compared one by one; many are kept in a tree, so that no text
/// makes it slow.
class attribute_names {
public:
    /// The attribute among the first n of that name; null if there is none.
    Attribute* find(AttributeMap& map, std::size_t n, std::string_view name) {
        if (n <= few) {
            for (std::size_t i = 0; i < n; ++i)
                if (auto& a = map.begin()[i]; a.name == name) return &a;
            return nullptr;
        }
        while (indexed_ < n) by_name_.emplace(map.begin()[indexed_].name, indexed_), ++indexed_;
        auto const found = by_name_.find(name);
        return found == by_name_.end() ? nullptr : map.begin() + found->second;
    }

private:
    static constexpr std::size_t few = 24;
    std::map<std::string, std::size_t, std::less<>> by_name_;
    std::size_t indexed_ = 0;
};

/// Reads attribute values with one reader.
class attribute_reader {
public:
    explicit attribute_reader(reader& r) : r_(r), text_(r.cursor.text_begin) {}

    /// Reads the attributes of an item, or of a map. `level`: of the values in it.
    read_result read_map(token at, AttributeMap& map, path_node const& where, std::size_t level) {
        ++r_.depth;
        auto const result = read_members(at + 1, map, where, level);
        --r_.depth;
        return result;
    }

    /// Reads a value.
    read_result read_value(token at, AttributeValue& out, path_node const& where, std::size_t level) {
        if (!r_.unreadable.empty()) [[unlikely]]
            r_.unreadable.erase(&out, value_table_of<AttributeValue>);
        if (level > item::most_levels) [[unlikely]]
            return refuse_value(at, where, item::depth,
                                "Nested deeper than 32 levels; the service refuses such an item.");
        if (!is(at, '{')) [[unlikely]]
            return refuse_value(at, where, item::attribute_type,
                                "Not a value with its type, such as {\"S\":\"text\"} or {\"N\":\"12.5\"}.");
        if (r_.depth >= r_.options.max_depth) [[unlikely]]
            return with_cursor(r_, at, [&] { return skip(r_, where, value_unreadable); });
        std::string_view tag;
        token value = at + 3;
        if (at + 1 < r_.cursor.plain_until && text_[at[1]] == '"' && text_[at[2]] == ':') [[likely]] {
            tag = quoted(at + 1);
        } else if (is(at + 1, '}')) {
            return refuse_type(at, where);
        } else {
            r_.cursor.at = at + 1;
            if (!r_.cursor.skip_key()) return {r_.cursor.at, not_json(r_, where)};
            tag = json::member_name(r_.cursor.text(), at + 1, r_.scratch);
            value = r_.cursor.at;
        }
        auto const type = type_of(tag);
        if (!type) [[unlikely]]
            return refuse_type(at, where);
        ++r_.depth;
        auto const result = read_typed(value, *type, out, path_node{&where, attribute_tag(*type)}, level);
        --r_.depth;
        if (result.status.stopped()) [[unlikely]]
            return result;
        if (is(result.at, '}')) [[likely]]
            return {result.at + 1, result.status};
        if (is(result.at, ',')) return refuse_type(at, where);
        return with_cursor(r_, result.at, [&] {
            r_.cursor.fail_here(json::cursor::expect_comma_or_brace);
            return not_json(r_, where);
        });
    }

private:
    bool is(token at, char c) const { return at != r_.cursor.last && text_[*at] == c; }

    /// A string's text between its quotes, as it is written. \pre the token begins with a quote, and is followed by another
    std::string_view quoted(token at) const {
        char const* const first = text_ + at[0];
        char const* behind = text_ + at[1];
        while (*--behind != '"') {} // only space follows the closing quote
        return {first + 1, static_cast<std::size_t>(behind - first - 1)};
    }

    static std::optional<AttributeType> type_of(std::string_view tag) {
        if (tag.size() == 1) {
            switch (tag[0]) {
            case 'S': return AttributeType::string;
            case 'N': return AttributeType::number;
            case 'B': return AttributeType::binary;
            case 'M': return AttributeType::map;
            case 'L': return AttributeType::list;
            default: return std::nullopt;
            }
        }
        return attribute_type_of(tag);
    }

    read_result refuse_value(token at, path_node const& where, rule const& which, std::string message) {
        return with_cursor(r_, at, [&] { return refuse(r_, which, where, std::move(message)); });
    }
    read_result refuse_type(token at, path_node const& where) {
        return refuse_value(at, where, item::attribute_type,
                            "A value has exactly one type: S, N, B, BOOL, NULL, M, L, SS, NS or BS.");
    }

    read_result read_members(token at, AttributeMap& map, path_node const& where, std::size_t level) {
        std::size_t n = 0;
        bool as_before = true; // so far the names are those of the map that was here before
        attribute_names names;
        if (is(at, '}')) return map.truncate(0), read_result{at + 1, value_read};
        for (;;) {
            std::string_view name;
            token const key = at;
            if (at < r_.cursor.plain_until && text_[*at] == '"' && text_[at[1]] == ':') [[likely]] {
                name = quoted(at);
                at += 2;
            } else {
                r_.cursor.at = at;
                if (!r_.cursor.skip_key()) return {r_.cursor.at, not_json(r_, where)};
                name = json::member_name(r_.cursor.text(), key, r_.scratch);
                at = r_.cursor.at;
            }
            bool const same = as_before && n < map.size() && map.begin()[n].name == name;
            auto* const repeated = same ? nullptr : names.find(map, n, name);
            as_before = as_before && same;
            auto& attribute = repeated ? *repeated : slot(map, n);
            if (!same && !repeated) attribute.name.assign(name);
            auto const result = read_value(at, attribute.value, path_node{&where, std::string_view(attribute.name)}, level);
            if (result.status.stopped()) [[unlikely]]
                return result;
            if (!result.status.is_read()) [[unlikely]]
                discard(attribute.value);
            at = result.at;
            if (repeated) [[unlikely]]
                report_duplicate(r_, where, attribute.name, key);
            else ++n;
            if (is(at, ',')) [[likely]] {
                ++at;
                continue;
            }
            if (is(at, '}')) break;
            return with_cursor(r_, at, [&] {
                r_.cursor.fail_here(json::cursor::expect_comma_or_brace);
                return not_json(r_, where);
            });
        }
        map.truncate(n);
        return {at + 1, value_read};
    }

    /// The attribute of that index, appended if there is none.
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
        case AttributeType::binary: return read_string(at, out.hold<std::string>(type), where);
        case AttributeType::boolean:
            return with_cursor(r_, at, [&] {
                return read_boolean(r_, out.hold<bool>(type), where, {false, false});
            });
        case AttributeType::null: return read_null(at, out, where);
        case AttributeType::map: {
            auto& map = out.hold<AttributeMap>(type);
            if (!is(at, '{')) return refuse_container(at, where, "an object");
            if (r_.depth >= r_.options.max_depth) return refuse_container(at, where, {});
            return read_map(at, map, where, level + 1);
        }
        case AttributeType::list: {
            auto& list = out.hold<AttributeValue::List>(type);
            if (!is(at, '[')) return refuse_container(at, where, "a list");
            if (r_.depth >= r_.options.max_depth) return refuse_container(at, where, {});
            ++r_.depth;
            auto const result = read_list(at + 1, list, where, level + 1);
            --r_.depth;
            return result;
        }
        default: {
            auto& set = out.hold<AttributeValue::Set>(type);
            if (!is(at, '[')) return refuse_container(at, where, "a list of strings");
            return read_set(at + 1, set, where);
        }
        }
    }

    /// A value of another type, or one that lies too deep, which skip says.
    read_result refuse_container(token at, path_node const& where, std::string_view expected) {
        return with_cursor(r_, at, [&] {
            return expected.empty() ? skip(r_, where, value_unreadable)
                                    : wrong_type(r_, where, expected, {false, false});
        });
    }

    read_result read_string(token at, std::string& out, path_node const& where) {
        json::token_cursor in{at, r_.cursor.last, text_, r_.cursor.plain_until};
        if (in.is_plain() && read_plain(in, out)) [[likely]]
            return {in.at, value_read};
        return with_cursor(r_, at,
                           [&] { return dynabackup::detail::read_string(r_, out, where, {false, false}); });
    }

    read_result read_null(token at, AttributeValue& out, path_node const& where) {
        out.hold_null();
        if (is(at, 't')) return with_cursor(r_, at, [&] { return skip(r_, where, value_read); });
        return refuse_value(at, where, item::null, "The value of NULL is true; leave the attribute out instead.");
    }

    /// Reads the elements of a list with `read(place, where)`; behind the bracket.
    template <class Elements, class Read>
    read_result read_elements(token at, Elements& elements, path_node const& where, Read read) {
        std::size_t n = 0;
        auto status = value_read;
        if (!is(at, ']')) {
            for (;;) {
                if (n == elements.size()) {
                    auto const* const before = elements.data();
                    elements.emplace_back();
                    if constexpr (std::same_as<typename Elements::value_type, AttributeValue>)
                        r_.unreadable.move(before, n * sizeof(AttributeValue), elements.data());
                }
                auto const result = read(at, elements[n], path_node{&where, path_step{n}});
                if (result.status.stopped()) [[unlikely]]
                    return result;
                if (!result.status.is_read()) status = value_unreadable;
                at = result.at;
                ++n;
                if (is(at, ',')) {
                    ++at;
                    continue;
                }
                if (is(at, ']')) break;
                return with_cursor(r_, at, [&] {
                    r_.cursor.fail_here(json::cursor::expect_comma_or_bracket);
                    return not_json(r_, where);
                });
            }
        }
        elements.resize(n);
        return {at + 1, status};
    }

    /// A set with an element that cannot be read cannot be read itself.
    read_result read_set(token at, AttributeValue::Set& set, path_node const& where) {
        return read_elements(at, set, where, [this](token element, std::string& out, path_node const& here) {
            return read_string(element, out, here);
        });
    }

    read_result read_list(token at, AttributeValue::List& list, path_node const& where, std::size_t level) {
        return read_elements(
            at, list, where, [this, level](token element, AttributeValue& out, path_node const& here) {
                auto result = read_value(element, out, here, level);
                if (result.status.value == value_outcome::unreadable && !result.status.stopped()) [[unlikely]] {
                    discard(out);
                    result.status = value_read;
                }
                return result;
            });
    }

    reader& r_;
    char const* const text_;
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
