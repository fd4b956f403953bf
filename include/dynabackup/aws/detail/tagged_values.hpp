#pragma once
/// \file
/// Reads what all values of attributes have in common, whatever C++ type stores them: an object with one member, whose
/// name is the type of the value. The reader's cursor and findings work as for any other value.

#include <dynabackup/aws/attribute_types.hpp>
#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/read/object.hpp>
#include <dynabackup/detail/read/scalars.hpp>
#include <dynabackup/detail/read/value.hpp>
#include <dynabackup/model/detail/words.hpp>
#include <dynabackup/rules/items.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::aws::detail {

using namespace dynabackup::detail;
using dynabackup::detail::token; // of the cursor

/// Reads the parts of values with one reader.
class tagged_values {
public:
    explicit tagged_values(reader& r) : r_(r), text_(r.cursor.text_begin) {}

    reader& in() { return r_; } ///< reads all other values
    bool is(token at, char c) const { return at != r_.cursor.last && text_[*at] == c; }
    bool is_too_deep() const { return r_.depth >= r_.options.max_depth; }

    /// A value that is one text.
    struct text_value {
        char tag = 0; ///< S, N or B; 0: none was read
        std::string_view text;
    };

    /// Reads a value of type S, N or B that is written as `{"S":"text"}`, without space, escapes or other members.
    /// Nearly all values are. Such a value has five tokens. All other values are left to read_tagged.
    DYNABACKUP_ALWAYS_INLINE text_value find_text(token at, std::size_t level) const {
        if (at + 1 >= r_.cursor.plain_until || level > item::most_levels || is_too_deep()) [[unlikely]]
            return {};
        char const* const first = text_ + *at;
        char const* const last = text_ + at[4];
        if (at[3] != *at + 5 || *last != '}' || last[-1] != '"') return {};
        constexpr std::uint64_t form = load_word<std::uint64_t>("{\"\0\":\"\0\0"),
                                varies = 0xFFFF'0000'00FF'0000;
        if ((load_word<std::uint64_t>(first) & ~varies) != form) return {};
        char const tag = first[2];
        if (tag != 'S' && tag != 'N' && tag != 'B') return {};
        return {tag, {first + 6, static_cast<std::size_t>(last - first - 7)}};
    }

    /// Reads the object around a value. Calls `read(token, type, place)` for the value itself. `level`: its level of
    /// nesting, from 1.
    template <class Read>
    DYNABACKUP_ALWAYS_INLINE read_result read_tagged(token at, path_node const& where, std::size_t level,
                                                     Read read) {
        if (level > item::most_levels) [[unlikely]]
            return refuse_value(at, where, item::depth, item::too_many_levels());
        if (!is(at, '{')) [[unlikely]]
            return refuse_value(at, where, item::attribute_type,
                                "Not a value with its type, such as {\"S\":\"text\"} or {\"N\":\"12.5\"}.");
        if (is_too_deep()) [[unlikely]]
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
        auto const result = read(value, *type, path_node{&where, attribute_tag(*type)});
        --r_.depth;
        if (result.status.stopped()) [[unlikely]]
            return result;
        if (is(result.at, '}')) [[likely]]
            return {result.at + 1, result.status};
        if (is(result.at, ',')) return refuse_type(at, where);
        return expect(result.at, where, json::cursor::expect_comma_or_brace);
    }

    /// Reads the members of an object, after its brace. `member(name, key, value)` reads each value, and returns the
    /// token after it.
    template <class Member>
    DYNABACKUP_ALWAYS_INLINE read_result read_members(token at, path_node const& where, Member member) {
        if (is(at, '}')) return {at + 1, value_read};
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
            read_result const result = member(name, key, at);
            if (result.status.stopped()) [[unlikely]]
                return result;
            at = result.at;
            if (is(at, '}')) return {at + 1, value_read};
            if (!is(at, ',')) [[unlikely]]
                return expect(at, where, json::cursor::expect_comma_or_brace);
            ++at;
        }
    }

    /// Reads the elements of a list, after its bracket. `element(index, token)` reads each element, and returns the
    /// token after it. The list is unreadable if an element is.
    template <class Element>
    DYNABACKUP_ALWAYS_INLINE read_result read_elements(token at, path_node const& where, Element element) {
        if (is(at, ']')) return {at + 1, value_read};
        auto status = value_read;
        for (std::size_t n = 0;; ++n) {
            read_result const result = element(n, at);
            if (result.status.stopped()) [[unlikely]]
                return result;
            if (!result.status.is_read()) status = value_unreadable;
            at = result.at;
            if (is(at, ']')) return {at + 1, status};
            if (!is(at, ',')) [[unlikely]]
                return expect(at, where, json::cursor::expect_comma_or_bracket);
            ++at;
        }
    }

    /// Reads the value of an S, N or B.
    DYNABACKUP_ALWAYS_INLINE read_result read_text(token at, std::string& out, path_node const& where) {
        json::token_cursor plain{at, r_.cursor.last, text_, r_.cursor.plain_until};
        if (plain.is_plain() && read_plain(plain, out)) [[likely]]
            return {plain.at, value_read};
        return with_cursor(r_, at, [&] { return read_string(r_, out, where, {false, false}); });
    }

    /// Reads the value of an S, N or B as a text that is valid until the next value is read.
    DYNABACKUP_ALWAYS_INLINE read_result read_view(token at, std::string_view& out, path_node const& where) {
        if (at < r_.cursor.plain_until && text_[*at] == '"') [[likely]]
            return out = quoted(at), read_result{at + 1, value_read};
        return with_cursor(r_, at, [&] {
            return dynabackup::detail::read_text(r_, out, where, {false, false}, "a string");
        });
    }

    /// Reads the value of a BOOL.
    read_result read_truth(token at, bool& out, path_node const& where) {
        return with_cursor(r_, at, [&] { return read_boolean(r_, out, where, {false, false}); });
    }

    /// Reads the value of a NULL.
    read_result read_null(token at, path_node const& where) {
        if (is(at, 't')) return with_cursor(r_, at, [&] { return skip(r_, where, value_read); });
        return refuse_value(at, where, item::null,
                            "The value of NULL is true; leave the attribute out instead.");
    }

    // ---- unreadable values ----

    read_result refuse_value(token at, path_node const& where, rule const& which, std::string message) {
        return with_cursor(r_, at, [&] { return refuse(r_, which, where, std::move(message)); });
    }
    read_result refuse_type(token at, path_node const& where) {
        return refuse_value(at, where, item::attribute_type,
                            "A value has exactly one type: S, N, B, BOOL, NULL, M, L, SS, NS or BS.");
    }
    /// Refuses a value that is not the expected container, or a container that is nested too deep; skip reports the
    /// latter.
    read_result refuse_container(token at, path_node const& where, std::string_view expected) {
        return with_cursor(r_, at, [&] {
            return is_too_deep() ? skip(r_, where, value_unreadable)
                                 : wrong_type(r_, where, expected, {false, false});
        });
    }

private:
    /// The text of a string between its quotes, as written. \pre It is plain.
    std::string_view quoted(token at) const {
        char const* const first = text_ + at[0];
        char const* behind = text_ + at[1];
        while (*--behind != '"') {} // only space follows the closing quote
        return {first + 1, static_cast<std::size_t>(behind - first - 1)};
    }

    /// Does what attribute_type_of does, without comparing texts for the common types.
    DYNABACKUP_ALWAYS_INLINE static std::optional<AttributeType> type_of(std::string_view tag) {
        using enum AttributeType;
        if (tag.size() == 1) {
            switch (tag[0]) {
            case 'S': return string;
            case 'N': return number;
            case 'B': return binary;
            case 'M': return map;
            case 'L': return list;
            default: return std::nullopt;
            }
        }
        if (tag.size() == 2 && tag[1] == 'S') {
            switch (tag[0]) {
            case 'S': return string_set;
            case 'N': return number_set;
            case 'B': return binary_set;
            default: return std::nullopt;
            }
        }
        if (tag == attribute_tag(boolean)) return boolean;
        if (tag == attribute_tag(null)) return null;
        return std::nullopt;
    }

    read_result expect(token at, path_node const& where, std::string_view what) {
        return with_cursor(r_, at, [&] {
            r_.cursor.fail_here(what);
            return not_json(r_, where);
        });
    }

    reader& r_;
    char const* const text_;
};

} // namespace dynabackup::aws::detail
