#pragma once
/// \file
/// Reads lists.

#include <dynabackup/read/object.hpp>

#include <cstddef>
#include <vector>

namespace dynabackup::detail {

template <class V>
V& element_at(context& c, std::vector<V>& list, std::size_t index) {
    if (list.begin() + static_cast<std::ptrdiff_t>(index) == list.end()) { // size() would divide
        void const* const before = list.data();
        std::size_t const bytes = list.size() * sizeof(V);
        list.emplace_back();
        c.unread.move(before, bytes, list.data());
    }
    return list[index];
}

/// Reads an element that is spelled as services write it; else moves nothing. There are no lists of times.
template <class V>
[[gnu::always_inline]] inline bool read_plain_element(json::token_cursor& at, V& element) {
    if constexpr (plain_member<V>) return at.is_plain() && read_plain(at, element);
    else return false;
}

/// Reads the elements of a list; the cursor is at the first one.
template <class V>
got read_elements(context& c, std::vector<V>& out, path_node const& where, allowed element) {
    auto& cursor = c.cursor;
    for (std::size_t n = 0;;) {
        V& slot = element_at(c, out, n);
        if (!read_plain_element(cursor, slot)) {
            auto const result = read_value(c, slot, path_node{&where, step{n}}, element);
            if (stops(result)) return result;
            if (result == got::unread) [[unlikely]] {
                slot = {};
                c.unread.insert(slot);
            }
        }
        ++n;
        char const next = cursor.peek();
        if (next != ',' && next != ']') {
            cursor.fail_here(json::cursor::expect_comma_or_bracket);
            return broken(c, where);
        }
        ++cursor.at;
        if (next == ',') [[likely]]
            continue;
        while (out.size() > n) out.pop_back(); // what a reused list held before
        return got::value;
    }
}

template <class V>
got read_value(context& c, std::vector<V>& out, path_node const& where, allowed may) {
    if (c.cursor.peek() != '[') [[unlikely]]
        return wrong_type(c, where, "a list", may);
    if (c.depth == c.options.max_depth) return skip(c, where, got::unread);
    ++c.cursor.at;
    if (c.cursor.peek() == ']') {
        ++c.cursor.at;
        out.clear();
        return got::value;
    }
    allowed const element{false, may.epoch_seconds};
    ++c.depth;
    auto result = got::value;
    if constexpr (record_shape<V>)
        result = c.records && !c.in_record() ? c.records->list(c, &out, where, element, {0, false})
                                             : read_elements(c, out, where, element);
    else result = read_elements(c, out, where, element);
    --c.depth;
    return result;
}

} // namespace dynabackup::detail
