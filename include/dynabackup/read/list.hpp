#pragma once
/// \file
/// Reads lists, and backup records, which are checked one by one.

#include <dynabackup/read/object.hpp>

#include <algorithm>
#include <vector>

namespace dynabackup::detail {

/// Reads one backup record and has it validated; its findings are handed out before the next one begins.
template <record_shape T>
got read_record(context& c, T& out, path_node const& where, allowed may) {
    auto before = c.begin_record(where);
    auto const depth = c.depth;
    c.damage = *c.cursor.at + std::size_t{1};
    auto const result = read_object(c, out, where, may);
    c.depth = depth;
    if (result == got::value) [[likely]]
        c.validate_record(c, &out, where);
    else if (result == got::broken) c.reject(before.findings);
    else ++c.summary.rejected;
    if (result != got::broken) c.damage = static_cast<std::size_t>(c.cursor.place() - c.cursor.text().data());
    c.end_record(std::move(before));
    return result;
}

template <described_struct T>
got read_value(context& c, T& out, path_node const& where, allowed may) {
    if constexpr (record_shape<T>) {
        bool const absent = c.cursor.at == c.cursor.last || (may.null && c.cursor.peek() == 'n');
        if (c.checks() && !c.in_record() && !absent) {
            if (c.cursor.peek() == '{' || where.last.is_index) return read_record(c, out, where, may);
            c.refuse_record();
        }
    }
    return read_object(c, out, where, may);
}

/// What comes behind a damaged element of a list.
enum class resumed : unsigned char { element, end, lost };

/// Goes on behind damage in a list of records: to its next element, or its end. `from`: the token where the
/// damage begins. Brackets are counted by kind: of two kinds, damage rarely fakes both.
template <record_shape V>
resumed resume_list(context& c, std::uint32_t const* from) {
    auto& cursor = c.cursor;
    std::size_t const next = c.marks().find(c.damage);
    auto ends_member = [&](std::uint32_t const* behind) {
        return behind == cursor.last || cursor.text()[*behind] == '}' || cursor.text()[*behind] == ',';
    };
    std::size_t braces = 0, brackets = 0;
    for (auto const* token = from; token != cursor.last && *token < next; ++token) {
        char const t = cursor.text()[*token];
        if (t == '{') ++braces;
        else if (t == '[') ++brackets;
        else if (t == '}') braces -= braces > 0;
        else if (t == ']' && brackets > 0) --brackets;
        else if (t == ']' && braces == 0 && ends_member(token + 1)) return cursor.at = token, resumed::end;
        else if (t == ',' && braces + brackets == 0 && token[1] < next && cursor.text()[token[1]] == '{')
            return cursor.at = token + 1, resumed::element; // its first member is an unknown one
    }
    if (next == cursor.text().size() || c.marks().at(next) == json::landmarks::kind::line)
        return resumed::lost;
    c.resume_at(next);
    auto const name = json::member_name(cursor.text(), cursor.at + 1, c.scratch);
    return find_member<V>(name) == member_count<V> ? resumed::lost : resumed::element;
}

template <class V>
V& element_at(context& c, std::vector<V>& list, std::size_t index) {
    if (index == list.size()) {
        void const* const before = list.data();
        std::size_t const bytes = list.size() * sizeof(V);
        list.emplace_back();
        c.unread.move(before, bytes, list.data());
    }
    return list[index];
}

/// Whether no object begins where a record belongs, and what does is not followed as an element is: what is left
/// of a damaged record. Else nothing has moved. `whole`: up to there elements have been looked through.
inline bool is_remnant(json::cursor& cursor, std::uint32_t const*& whole) {
    auto const* const first = cursor.at;
    if (cursor.peek() == '{' || first < whole) return false;
    for (;;) {
        char const* too_deep = nullptr;
        if (!cursor.skip_value(std::string_view::npos, too_deep)) return true;
        if (cursor.peek() == ']') break;
        if (cursor.peek() != ',') return !cursor.fail_here(json::cursor::expect_comma_or_bracket);
        ++cursor.at;
        if (cursor.peek() == '{') break;
    }
    whole = cursor.at;
    cursor.at = first;
    return false;
}

/// Reads a list. Records are checked one after the other in one object, so the list keeps the last one only;
/// damage costs the damaged record.
template <class V>
got read_list(context& c, std::vector<V>& out, path_node const& where, allowed may) {
    constexpr bool of_records = record_shape<V>;
    bool const streams = of_records && c.checks() && !c.in_record();
    allowed const element{false, false, may.epoch_seconds};
    auto& cursor = c.cursor;
    ++cursor.at;
    std::size_t n = 0;
    std::uint32_t const* whole = nullptr;
    if (cursor.peek() == ']') ++cursor.at;
    else
        for (;;) {
            auto const* from = cursor.at;
            V& slot = element_at(c, out, streams ? 0 : n);
            path_node const here{&where, step{n}};
            auto result = got::broken;
            if (streams && is_remnant(cursor, whole)) [[unlikely]] {
                c.damage = *from + std::size_t{1};
                c.report_syntax(here);
            } else {
                result = read_value(c, slot, here, element);
            }
            ++n;
            if (result == got::unread) [[unlikely]] {
                slot = {};
                c.unread.insert(slot);
            }
            if (result != got::broken) {
                if (char const t = cursor.peek(); t == ',') [[likely]] {
                    ++cursor.at;
                    continue;
                } else if (t == ']') {
                    ++cursor.at;
                    break;
                }
                from = cursor.at;
                if (streams) c.damage = static_cast<std::size_t>(cursor.place() - cursor.text().data());
                cursor.fail_here(json::cursor::expect_comma_or_bracket);
                c.report_syntax(where);
            }
            if constexpr (of_records) {
                if (!streams) return got::broken;
                if (c.is_broken()) { // between two records
                    auto const kept = c.pending.size();
                    c.reject(kept);
                    c.hand_out(kept);
                }
                whole = nullptr;
                auto const next = resume_list<V>(c, from);
                if (next == resumed::element) continue;
                if (next == resumed::lost) return got::broken;
                ++cursor.at;
                break;
            } else {
                return got::broken;
            }
        }
    while (out.size() > n) out.pop_back(); // what a reused list held before
    return got::value;
}

template <class V>
got read_value(context& c, std::vector<V>& out, path_node const& where, allowed may) {
    if (c.cursor.peek() != '[') [[unlikely]]
        return wrong_type(c, where, "a list", may);
    if (c.depth == c.options.max_depth) return skip(c, where, got::unread);
    ++c.depth;
    auto const result = read_list(c, out, where, may);
    --c.depth;
    return result;
}

} // namespace dynabackup::detail
