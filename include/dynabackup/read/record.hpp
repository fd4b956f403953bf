#pragma once
/// \file
/// Reads backup records where documents are checked: one by one, each validated before the next, in one object.
/// Damage costs the damaged record.

#include <dynabackup/read/list.hpp>
#include <dynabackup/read/object.hpp>
#include <dynabackup/validate.hpp>

#include <cstdint>
#include <vector>

namespace dynabackup::detail {

/// Reads and validates one backup record; its findings are handed out before the next one begins.
template <record_shape T>
got read_record(context& c, T& out, path_node const& where, allowed may) {
    auto before = c.begin_record(where);
    auto const depth = c.depth;
    c.damage = *c.cursor.at + std::size_t{1};
    auto const result = read_object(c, out, where, may);
    c.depth = depth;
    if (result == got::value) [[likely]]
        validate_object(c, out, where);
    else if (result == got::broken) c.reject(before.findings);
    else ++c.summary.rejected;
    if (result != got::broken) c.damage = static_cast<std::size_t>(c.cursor.place() - c.cursor.text().data());
    c.end_record(std::move(before));
    return result;
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

/// Reads a list of records; it keeps the last one only.
template <record_shape V>
got read_records(context& c, std::vector<V>& out, path_node const& where, allowed element) {
    auto& cursor = c.cursor;
    out.resize(1);
    c.listed = &out;
    c.list_size.reset();
    bool damaged = false;
    std::uint32_t const* whole = nullptr;
    for (std::size_t n = 0;; ++n) {
        auto const* from = cursor.at;
        path_node const here{&where, step{n}};
        auto result = got::broken;
        if (is_remnant(cursor, whole)) [[unlikely]] {
            c.damage = *from + std::size_t{1};
            c.report_syntax(here);
        } else {
            result = read_record(c, out.front(), here, element);
        }
        if (result != got::broken) {
            if (result == got::unread) out.front() = {};
            char const next = cursor.peek();
            if (next == ',' || next == ']') [[likely]] {
                ++cursor.at;
                if (next == ',') continue;
                if (result == got::unread) c.unread.insert(out.front());
                if (!damaged) c.list_size = n + 1;
                return got::value;
            }
            from = cursor.at;
            c.damage = static_cast<std::size_t>(cursor.place() - cursor.text().data());
            cursor.fail_here(json::cursor::expect_comma_or_bracket);
            c.report_syntax(where);
        }
        if (c.is_broken()) { // between two records; else the damaged one has been reported
            auto const kept = c.pending.size();
            c.reject(kept);
            c.hand_out(kept);
        }
        damaged = true;
        whole = nullptr;
        auto const next = resume_list<V>(c, from);
        if (next == resumed::lost) return got::broken;
        if (next == resumed::end) return ++cursor.at, got::value;
    }
}

/// The same for whoever meets a record or a list of them: see context::records.
template <record_shape R>
inline constexpr record_readers readers_of{
    [](context& c, void* record, path_node const& where, allowed may) {
        return read_record(c, *static_cast<R*>(record), where, may);
    },
    [](context& c, void* list, path_node const& where, allowed element) {
        return read_records(c, *static_cast<std::vector<R>*>(list), where, element);
    }};

} // namespace dynabackup::detail
