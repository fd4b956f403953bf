#pragma once
/// \file
/// Reads backup records where documents are checked: one by one, each validated before the next, in one object.
/// Damage costs the damaged record.

#include <dynabackup/read/list.hpp>
#include <dynabackup/read/object.hpp>
#include <dynabackup/validate.hpp>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace dynabackup::detail {

/// As far behind damage the next landmark is looked for before the damage is reported.
inline constexpr std::size_t search_range = 1 << 20;

/// Whether reading came to the end of the piece, perhaps within a string: so far nothing is wrong.
inline bool reached_end(json::cursor const& cursor) {
    auto const text = cursor.text();
    return cursor.at == cursor.last || cursor.error.place == text.data() + text.size();
}

/// Whether the text that was read from `start` on is too short to tell what is wrong in it.
inline bool is_starved(context& c, std::size_t start, std::size_t next) {
    if (!c.more()) return false;
    std::size_t const size = c.cursor.text().size();
    if (size - start < search_range && (next == size || reached_end(c.cursor))) return true;
    return next == size && reached_end(c.cursor);
}

/// What is wrong with a record that begins at `start`, and cannot be read. It is read once more up to the next
/// landmark, by the tolerant index: so what is said of it does not depend on other damage in the text.
template <record_shape T>
got diagnose(context& c, T& out, path_node const& where, allowed may, std::size_t start) {
    std::size_t const next = c.marks().find(start + 1);
    if (is_starved(c, start, next)) {
        if (!reached_end(c.cursor) || c.cursor.text().size() - start <= c.options.max_record_bytes)
            return got::starved;
        return got::oversized;
    }
    auto const first_attempt = c.take_broken();
    auto cursor = std::exchange(c.cursor, c.examine(start, next));
    c.mute(true);
    auto const result = read_object(c, out, where, may);
    c.mute(false);
    auto const text = cursor.text();
    if (result != got::broken) c.set_broken(first_attempt);
    else if (next != text.size() && c.cursor.at == c.cursor.last)
        c.report_syntax(where, c.cursor.error.place,
                        "Not JSON: another record begins here, and this one has not ended.");
    c.cursor = std::move(cursor);
    return got::broken;
}

/// Whether the document ends within the piece of text, as far as its brackets tell; `c.depth` of them are open.
inline bool document_ends(context& c) {
    constexpr std::ptrdiff_t longest = 1 << 16; // tokens; no document has so many behind its records
    std::size_t depth = c.depth;
    auto const text = c.cursor.text();
    auto const* const limit = c.cursor.last - c.cursor.at > longest ? c.cursor.at + longest : c.cursor.last;
    for (auto const* token = c.cursor.at; depth != 0; ++token) {
        if (token == limit) return limit != c.cursor.last;
        depth += json::opens(text[*token]);
        depth -= json::closes(text[*token]);
    }
    return true;
}

/// Reads and validates one backup record; its findings are handed out before the next one begins. `alone`: it is
/// not one of a list, and read again if its document does not end in this piece of text.
template <record_shape T>
got read_record(context& c, T& out, path_node const& where, allowed may, bool alone) {
    auto before = c.begin_record(where);
    auto const depth = c.depth;
    auto const* const first = c.cursor.at;
    auto result = read_object(c, out, where, may);
    if (result == got::broken) [[unlikely]] {
        c.depth = depth;
        result = diagnose(c, out, where, may, *first);
    }
    c.depth = depth;
    if (alone && c.more() && !stops(result) && !document_ends(c)) result = got::starved;
    if (alone && c.recognition && !stops(result) && !c.recognition->holds(c)) [[unlikely]]
        result = got::mistaken;
    c.damage = result == got::broken ? *first + std::size_t{1} : c.offset();
    if (result == got::value) [[likely]] {
        if (c.cursor.at[-1] + std::size_t{1} - *first > c.options.max_record_bytes) [[unlikely]] {
            c.reject_too_large(before.findings, where, first);
            result = got::unread;
        } else {
            validate_object(c, out, where);
            if (c.visitor) c.visitor->visit(&shape_identity<T>, &out, c.record_position(*first));
        }
    } else if (result == got::starved || result == got::mistaken) {
        c.cursor.at = first;
        c.abandon_record(std::move(before));
        return result;
    } else if (result == got::broken) {
        c.reject(before.findings, !alone);
    } else if (result == got::oversized) {
        c.take_broken();
        c.reject_too_large(before.findings, where, first);
        c.cursor.at = first;
        c.passes_over = true;
    } else {
        ++c.summary.rejected;
    }
    c.end_record(std::move(before));
    return result;
}

/// What comes behind a damaged element of a list.
enum class resumed : unsigned char { element, end, lost };

struct resumption {
    resumed what;
    std::size_t offset = 0;
};

/// Finds what comes behind damage in a list of records: its next element, or its end. `from`: where the damage
/// begins. Brackets are counted by kind: of two kinds, damage rarely fakes both.
template <record_shape V>
resumption find_resumption(context& c, std::size_t from) {
    auto const text = c.cursor.text();
    std::size_t const next = c.marks().find(c.damage);
    auto const tokens = c.examine(from, next);
    auto ends_member = [&](std::uint32_t const* behind) {
        return *behind == text.size() || text[*behind] == '}' || text[*behind] == ',';
    };
    std::size_t braces = 0, brackets = 0;
    for (auto const* token = tokens.at; token != tokens.last; ++token) {
        char const t = text[*token];
        if (t == '{') ++braces;
        else if (t == '[') ++brackets;
        else if (t == '}') braces -= braces > 0;
        else if (t == ']' && brackets > 0) --brackets;
        else if (t == ']' && braces == 0 && ends_member(token + 1)) return {resumed::end, *token};
        else if (t == ',' && braces + brackets == 0 && token[1] < next && text[token[1]] == '{')
            return {resumed::element, token[1]}; // its first member is an unknown one
    }
    if (next == text.size() || c.marks().at(next) == json::landmarks::kind::line) return {resumed::lost};
    auto const name = c.marks().name(next);
    return {find_member<V>(name) == member_count<V> ? resumed::lost : resumed::element, next};
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
got read_records(context& c, std::vector<V>& out, path_node const& where, allowed element,
                 suspended_list at) {
    auto& cursor = c.cursor;
    out.resize(1);
    std::uint32_t const* whole = nullptr;
    auto* const speculation = c.began_before ? c.speculation : nullptr; // the list's end is not its business
    suspended_list last{};
    std::optional<std::pair<std::size_t, speculation::mark>> before_last;
    for (;;) {
        std::size_t from = c.offset();
        auto result = got::value;
        if (!at.behind_element) {
            if (cursor.at == cursor.last && c.more()) return c.suspend(at, from);
            c.unread.erase(out.front());
            if (speculation) {
                last = at;
                before_last = {from, speculation->here(c)};
            }
            path_node const here{&where, step{at.index}};
            if (is_remnant(cursor, whole)) [[unlikely]] {
                c.damage = from + 1;
                if (is_starved(c, from, c.marks().find(c.damage))) return c.suspend(at, from);
                c.report_syntax(here);
                result = got::broken;
            } else {
                result = read_record(c, out.front(), here, element, false);
                if (result == got::starved) return c.suspend(at, from);
                if (result == got::oversized) return c.suspend({at.index, true}, from);
                if (c.stopped()) [[unlikely]]
                    return c.suspend({at.index, true}, c.offset());
            }
            if (result != got::value) [[unlikely]] {
                out.front() = {};
                c.unread.insert(out.front());
            }
        }
        if (!stops(result)) {
            char const next = cursor.peek();
            if (next == ',') [[likely]] {
                ++cursor.at;
                at = {at.index + 1, false};
                continue;
            }
            from = c.offset();
            at.behind_element = true;
            if (next == ']' && speculation) { // who ends the list needs its last record
                if (!before_last) return speculation->fail(), c.suspend(at, from);
                speculation->back_to(c, before_last->second);
                return c.suspend(last, before_last->first);
            }
            if (next == ']') {
                if (c.more() && !document_ends(c)) return c.suspend(at, from);
                ++cursor.at;
                c.listed = &out;
                c.list_size.reset();
                if (!c.has_rejected()) c.list_size = at.index + 1;
                if (c.visitor && !c.unread.contains(out.front()) &&
                    !c.visitor->restore(&shape_identity<V>, &out.front()))
                    c.unread.insert(out.front());
                return got::value;
            }
            c.damage = from;
            if (is_starved(c, from, c.marks().find(from))) return c.suspend(at, from);
            cursor.fail_here(json::cursor::expect_comma_or_bracket);
            c.report_syntax(where);
            c.unread.insert(out.front());
        }
        if (c.is_broken()) { // between two records; else the damaged one has been reported
            auto const kept = c.pending.size();
            c.reject(kept, true);
            c.hand_out(kept);
        }
        whole = nullptr;
        auto const next = find_resumption<V>(c, from);
        if (next.what == resumed::lost) return got::broken;
        bool const ends = next.what == resumed::end;
        at = {ends ? at.index : at.index + 1, ends};
        if (!c.move_to(next.offset)) return c.suspend(at, next.offset);
    }
}

/// The same for whoever meets a record or a list of them: see context::records.
template <record_shape R>
inline constexpr record_readers readers_of{
    [](context& c, void* record, path_node const& where, allowed may) {
        return read_record(c, *static_cast<R*>(record), where, may, true);
    },
    [](context& c, void* list, path_node const& where, allowed element, suspended_list from) {
        return read_records(c, *static_cast<std::vector<R>*>(list), where, element, from);
    }};

} // namespace dynabackup::detail
