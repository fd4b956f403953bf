#pragma once
/// \file
/// Reads backup records while documents are checked: one by one, each validated before the next, in one object. Damage
/// costs the damaged record.

#include <dynabackup/detail/check/session.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace dynabackup::detail {

/// How far to search for the next sync point after damage before the damage is reported.
inline constexpr std::size_t search_range = 1 << 20;

/// Whether reading reached the end of the window, perhaps within a string: then no defect is certain yet.
inline bool reached_end(json::cursor const& cursor) {
    auto const text = cursor.text();
    return cursor.at == cursor.last || cursor.error.place == text.data() + text.size();
}

/// Whether the text from `start` on is too short to decide what is wrong with it.
inline bool is_starved(text_session& s, std::size_t start, std::size_t next) {
    if (!s.more()) return false;
    std::size_t const size = s.read.cursor.text().size();
    if (size - start < search_range && (next == size || reached_end(s.read.cursor))) return true;
    return next == size && reached_end(s.read.cursor);
}

/// Finds out what is wrong with a record that begins at `start` and cannot be read. Reads it again up to the next sync
/// point by the tolerant index, so that the finding does not depend on other damage in the text.
inline read_status diagnose(text_session& s, shape_table const& shape, void* record, path_node const& where,
                            allowance may, std::size_t start) {
    std::size_t const next = s.marks().find(start + 1);
    if (is_starved(s, start, next)) {
        if (!reached_end(s.read.cursor) || s.read.cursor.text().size() - start <= s.options.max_record_bytes)
            return stop(stop_reason::window_ends_in_value);
        return stop(stop_reason::too_large);
    }
    auto const first_attempt = s.findings.take_broken();
    auto cursor = std::exchange(s.read.cursor, s.examine(start, next));
    s.findings.mute(true);
    auto const result = read_object(s.read, shape, record, where, may);
    s.findings.mute(false);
    auto const text = cursor.text();
    if (result != stop(stop_reason::not_json)) s.findings.set_broken(first_attempt);
    else if (next != text.size() && s.read.cursor.at == s.read.cursor.last)
        s.findings.report_syntax(where, s.read.cursor.error.place,
                                 "Not JSON: another record begins here, and this one has not ended.");
    s.read.cursor = std::move(cursor);
    return stop(stop_reason::not_json);
}

/// Whether the document ends within the window, judged by its brackets, of which `s.read.depth` are open.
inline bool document_ends(text_session& s) {
    constexpr std::ptrdiff_t longest = 1 << 16; // in tokens; no document has this many after its records
    std::size_t depth = s.read.depth;
    auto const text = s.read.cursor.text();
    auto const* const limit =
        s.read.cursor.last - s.read.cursor.at > longest ? s.read.cursor.at + longest : s.read.cursor.last;
    for (auto const* at = s.read.cursor.at; depth != 0; ++at) {
        if (at == limit) return limit != s.read.cursor.last;
        depth += json::opens(text[*at]);
        depth -= json::closes(text[*at]);
    }
    return true;
}

/// Reads and validates one backup record. Its findings are handed out before the next record begins. `alone`: the
/// record is not in a list, and is read again if its document does not end in this window.
inline read_status read_record(text_session& s, shape_table const& shape, void* record,
                               path_node const& where, allowance may, bool alone) {
    auto before = s.begin_record(where);
    auto const depth = s.read.depth;
    auto const* const first = s.read.cursor.at;
    auto result = read_object(s.read, shape, record, where, may);
    if (result == stop(stop_reason::not_json)) [[unlikely]] {
        s.read.depth = depth;
        result = diagnose(s, shape, record, where, may, *first);
    }
    s.read.depth = depth;
    if (alone && s.more() && !result.stopped() && !document_ends(s))
        result = stop(stop_reason::window_ends_in_value);
    if (alone && s.recognition && !result.stopped() && !s.recognition->holds(s)) [[unlikely]]
        result = stop(stop_reason::other_shape);
    s.damage = result == stop(stop_reason::not_json) ? *first + std::size_t{1} : s.offset();
    if (result == value_read) [[likely]] {
        if (s.read.cursor.at[-1] + std::size_t{1} - *first > s.options.max_record_bytes) [[unlikely]] {
            s.reject_too_large(before.findings, where, first);
            result = value_unreadable;
        } else {
            s.scope.in_list = !alone;
            validate_object(s.scope, *s.record_rules, record, where, false);
            s.scope.in_list = false;
            if (s.visitor)
                s.visitor->visit(shape, record, s.position_of_record(*first),
                                 visit_info(s, s.text_from(first)));
        }
    } else if (result == stop(stop_reason::window_ends_in_value) ||
               result == stop(stop_reason::other_shape)) {
        s.read.cursor.at = first;
        s.abandon_record(std::move(before));
        return result;
    } else if (result == stop(stop_reason::not_json)) {
        s.reject(before.findings, !alone);
    } else if (result == stop(stop_reason::too_large)) {
        s.findings.take_broken();
        s.reject_too_large(before.findings, where, first);
        s.read.cursor.at = first;
        s.passes_over = true;
    } else {
        ++s.summary().rejected;
    }
    s.end_record(std::move(before));
    return result;
}

/// What follows a damaged element of a list.
enum class resumed : unsigned char { element, end, lost };

struct resumption {
    resumed what;
    std::size_t offset = 0;
};

/// Finds what follows damage in a list of records: the next element, or the end of the list. `from`: where the damage
/// begins. Counts braces and brackets separately: damage rarely imitates both.
inline resumption find_resumption(text_session& s, shape_table const& shape, std::size_t from) {
    auto const text = s.read.cursor.text();
    std::size_t const next = s.marks().find(s.damage);
    auto const tokens = s.examine(from, next);
    auto ends_member = [&](std::uint32_t const* behind) {
        return *behind == text.size() || text[*behind] == '}' || text[*behind] == ',';
    };
    std::size_t braces = 0, brackets = 0;
    for (auto const* at = tokens.at; at != tokens.last; ++at) {
        char const t = text[*at];
        if (t == '{') ++braces;
        else if (t == '[') ++brackets;
        else if (t == '}') braces -= braces > 0;
        else if (t == ']' && brackets > 0) --brackets;
        else if (t == ']' && braces == 0 && ends_member(at + 1)) return {resumed::end, *at};
        else if (t == ',' && braces + brackets == 0 && at[1] < next && text[at[1]] == '{')
            return {resumed::element, at[1]}; // a record whose first member is unknown
    }
    if (next == text.size() || s.marks().at(next) == json::sync_points::kind::line) return {resumed::lost};
    auto const name = s.marks().name(next);
    return {!shape.find(name) ? resumed::lost : resumed::element, next};
}

/// Whether the next element is a remnant of a damaged record: it is not an object, and is not followed by what may
/// follow an element. If not, the cursor has not moved. `whole`: elements have been examined up to there.
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

/// Reads a list of records. Keeps the last one only.
inline read_status text_session::read_list(value_table const& type, void* records, path_node const& where,
                                           allowance element, list_checkpoint at) {
    auto& s = *this;
    auto& cursor = read.cursor;
    auto const& shape = *type.element->shape;
    if (type.list->view(records).size == 0) type.list->append(records);
    else type.list->truncate(records, 1);
    void* const kept = type.list->view(records).data; // the last record, for the rules of the page
    void* record = kept;
    std::uint32_t const* whole = nullptr;
    auto* const ahead = began_before ? speculation : nullptr; // it cannot handle the end of the list
    list_checkpoint last{};
    std::optional<std::pair<std::size_t, detail::speculation::mark>> before_last;
    for (;;) {
        std::size_t from = s.offset();
        auto result = value_read;
        if (!at.after_element) {
            if (cursor.at == cursor.last && s.more()) return s.suspend(at, from);
            read.unreadable.erase(kept, *type.element);
            if (visitor) {
                void* const place = visitor->place(shape);
                record = place ? place : kept;
            }
            if (ahead) {
                last = at;
                before_last = {from, ahead->here(s)};
            }
            path_node const here{&where, path_step{at.index}};
            if (is_remnant(cursor, whole)) [[unlikely]] {
                s.damage = from + 1;
                if (is_starved(s, from, s.marks().find(s.damage))) return s.suspend(at, from);
                s.findings.report_syntax(here, cursor);
                result = stop(stop_reason::not_json);
            } else {
                result = read_record(s, shape, record, here, element, false);
                if (result == stop(stop_reason::window_ends_in_value)) return s.suspend(at, from);
                if (result == stop(stop_reason::too_large)) return s.suspend({at.index, true}, from);
                if (s.findings.stopped()) [[unlikely]]
                    return s.suspend({at.index, true}, s.offset());
            }
            if (result != value_read) [[unlikely]] {
                type.element->clear(kept);
                read.unreadable.insert(kept, *type.element);
            }
        }
        if (!result.stopped()) {
            char const next = cursor.peek();
            if (next == ',') [[likely]] {
                ++cursor.at;
                at = {at.index + 1, false};
                continue;
            }
            from = s.offset();
            at.after_element = true;
            if (next == ']' && ahead) { // the reader of the end needs the last record
                if (!before_last) return ahead->fail(), s.suspend(at, from);
                ahead->back_to(s, before_last->second);
                return s.suspend(last, before_last->first);
            }
            if (next == ']') {
                if (s.more() && !document_ends(s)) return s.suspend(at, from);
                ++cursor.at;
                s.scope.listed = records;
                s.scope.list_size.reset();
                if (!s.has_rejected()) s.scope.list_size = at.index + 1;
                if (s.visitor && !read.unreadable.contains(kept, *type.element) &&
                    !s.visitor->restore(shape, kept))
                    read.unreadable.insert(kept, *type.element);
                return value_read;
            }
            s.damage = from;
            if (is_starved(s, from, s.marks().find(from))) return s.suspend(at, from);
            cursor.fail_here(json::cursor::expect_comma_or_bracket);
            s.findings.report_syntax(where, cursor);
            read.unreadable.insert(kept, *type.element);
        }
        if (s.findings.is_broken()) { // between two records; otherwise the damaged record has been reported
            auto const before = s.findings.pending.size();
            s.reject(before, true);
            s.findings.hand_out(before);
        }
        whole = nullptr;
        auto const next = find_resumption(s, shape, from);
        if (next.what == resumed::lost) return stop(stop_reason::not_json);
        bool const ends = next.what == resumed::end;
        at = {ends ? at.index : at.index + 1, ends};
        if (!s.move_to(next.offset)) return s.suspend(at, next.offset);
    }
}

inline read_status text_session::read_one(shape_table const& shape, void* record, path_node const& where,
                                          allowance may) {
    return read_record(*this, shape, record, where, may, true);
}

} // namespace dynabackup::detail
