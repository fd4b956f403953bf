#pragma once
/// \file
/// Reads an object by the table of its shape: plain members by the fast path, everything else member by member.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/json/locator.hpp>
#include <dynabackup/detail/read/plain_members.hpp>
#include <dynabackup/detail/read/unread_members.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::detail {

inline read_status read_scalar(reader& r, value_table const& type, void* value, path_node const& where,
                               allowance may);
inline read_result read_struct(reader& r, token at, shape_table const& shape, void* object,
                               path_node const& where, allowance may);

/// Reads a value of any kind into `value`, an object of the type without the optional.
DYNABACKUP_ALWAYS_INLINE inline read_result read_value(reader& r, token at, value_table const& type,
                                                       void* value, path_node const& where, allowance may) {
    if (type.kind == value_kind::object) return read_struct(r, at, *type.shape, value, where, may);
    if (type.kind == value_kind::list) return read_list(r, at, type, value, where, may);
    if (type.kind == value_kind::custom) return type.custom->read(r, at, value, where, may);
    return with_cursor(r, at, [&] { return read_scalar(r, type, value, where, may); });
}

/// Returns the members that the edition does not have yet.
inline std::uint64_t find_hidden_members(reader const& r, shape_table const& shape) {
    std::uint64_t hidden = 0;
    for (auto const& m : shape.members)
        if (r.options.edition < m.facts->entered) hidden |= m.bit();
    return hidden;
}
inline std::uint64_t hidden_members(reader const& r, shape_table const& shape) {
    return r.latest ? 0 : find_hidden_members(r, shape);
}

// ---- one member ----

/// Forgets what could not be read in a value, before the value is read again.
inline void forget_unreadable(unreadable_fields& fields, value_table const& type, void* member) {
    fields.erase(member, type);
    void* const value = const_cast<void*>(type.value(member));
    if (!value) return;
    if (type.kind == value_kind::object) {
        for (auto const& m : type.shape->members) forget_unreadable(fields, *m.value, m.in(value));
    } else if (type.kind == value_kind::list) {
        auto const elements = type.list->view(value);
        for (std::size_t i = 0; i < elements.size; ++i)
            forget_unreadable(fields, *type.element, elements.data + i * type.element->size);
    }
}

inline read_status settle_member(reader& r, member_table const& m, void* object, read_status result) {
    if (result.is_read() || result.why == stop_reason::window_ends_in_list) [[likely]]
        return result;
    void* const member = m.in(object);
    m.value->clear(member);
    if (result == value_absent && m.presence == presence::nullable) m.value->set_null(member);
    bool const is_known = result == value_absent && m.presence != presence::required;
    if (!is_known && !result.stopped()) r.unreadable.insert(member, *m.value);
    return result;
}

/// Reads a documented null, if one is at the cursor.
inline bool read_documented_null(reader& r, member_table const& m, void* object) {
    if (r.cursor.peek() != 'n' || r.cursor.token() != "null") return false;
    ++r.cursor.at;
    settle_member(r, m, object, value_absent);
    return true;
}

inline read_result read_member_value(object_frame& f, token at, member_table const& m,
                                     std::string_view name) {
    reader& r = f.in;
    if (m.null_is_documented) {
        r.cursor.at = at;
        if (read_documented_null(r, m, f.object)) return {at + 1, value_absent};
    }
    f.member = m.index;
    f.spelled = name;
    path_node const where{&f.where, name};
    auto [next, status] =
        read_value(r, at, *m.value, m.value->made(m.in(f.object)), where, allowance_of(r, m));
    status = settle_member(r, m, f.object, status);
    if (m.empty_is_absent && status.is_read() && m.kind == value_kind::string)
        if (auto const* const text = static_cast<std::string const*>(m.value_in(f.object));
            text && text->empty())
            m.value->clear(m.in(f.object));
    if (m.leads_to_records && !status.stopped() && !(r.records && r.records->in_record()))
        r.after_records = next;
    return {next, status};
}

inline read_status end_member(object_frame& f, read_status result) {
    if (result.stopped()) return result;
    auto& cursor = f.in.cursor;
    char const next = cursor.peek();
    if (next != ',' && next != '}') {
        cursor.fail_here(json::cursor::expect_comma_or_brace);
        return not_json(f.in, f.where);
    }
    ++cursor.at;
    f.over = next == '}';
    return value_read;
}

/// Reads the next member, in any order and spelling, or the end of an empty object.
inline read_status read_any_member(object_frame& f) {
    reader& r = f.in;
    auto& cursor = r.cursor;
    token const key = cursor.at;
    if (cursor.peek() == '}' && cursor.text()[key[-1]] == '{') {
        ++cursor.at;
        f.over = true;
        return value_read;
    }
    if (!cursor.skip_key()) return not_json(r, f.where);
    auto const name = json::member_name(cursor.text(), key, r.scratch);
    auto const* m = f.shape.find(name);
    bool const misspelled = !m && (m = f.shape.find_spelled(name));
    bool const later = m && !r.latest && r.options.edition < m->facts->entered;
    if (!m || later || (misspelled && r.options.names == spelling::exact))
        return end_member(f, skip_unread_member(f, name, m, key));
    bool const again = f.seen & m->bit();
    if (again) forget_unreadable(r.unreadable, *m->value, m->in(f.object));
    f.seen |= m->bit();
    if (misspelled && !again) learn_spelling(f, key, *m);
    r.found_spellings |= misspelled;
    // A name that outlives the value, which may have escapes and reuse the scratch memory.
    auto const known_name = misspelled && name.data() != r.scratch.data() ? name
                            : misspelled || name == m->name               ? m->name
                                                                          : m->facts->alias;
    auto const [next, result] = read_member_value(f, cursor.at, *m, known_name);
    cursor.at = next;
    if (again && !result.stopped()) report_duplicate(r, f.where, known_name, key);
    return end_member(f, result);
}

// ---- all members ----

/// Clears the members that are absent from an object, and reports those that are required.
inline void finish_members(object_frame& f, token opening) {
    reader& r = f.in;
    if (!r.latest) f.seen &= ~hidden_members(r, f.shape);
    if (f.seen == 0) [[unlikely]]
        report_nothing_known(f, opening);
    for (std::uint64_t missing = f.shape.all & ~f.seen; missing != 0; missing &= missing - 1) {
        auto const& m = f.shape.members[static_cast<std::size_t>(std::countr_zero(missing))];
        m.value->clear(m.in(f.object));
        if (m.presence == presence::required || f.unknown) [[unlikely]]
            judge_absent(f, m, opening);
    }
}

/// Reads the remaining members, in any spelling. `opening`: the brace of the object; null if that is in an earlier
/// window.
inline read_result read_other_members(object_frame& f, read_result before, token opening,
                                      name_collection&& names) {
    reader& r = f.in;
    token at = before.at;
    auto result = before;
    f.unknown = &names;
    while (!f.over && !result.status.stopped()) {
        if (at < r.cursor.plain_until) result = read_plain_members(f, at);
        if (!f.over && !result.status.stopped() && result.at == at)
            result = with_cursor(r, at, [&] { return read_any_member(f); });
        at = result.at;
    }
    if (result.status.why == stop_reason::window_ends_in_list)
        r.resume.objects.push_back({f.member, f.seen, std::move(names), std::string(f.spelled)});
    if (result.status.stopped()) return result;
    finish_members(f, opening);
    return {at, value_read};
}

// Rare cases are kept out of read_object, so that it saves and restores fewer registers.

/// Reads the remaining members of an object that is not plain.
DYNABACKUP_NOINLINE inline read_result read_rest(object_frame& f, read_result before, token opening) {
    return read_other_members(f, before, opening, {});
}

/// Refuses a value that is not an object, or is nested too deeply.
DYNABACKUP_NOINLINE inline read_result refuse_object(reader& r, token at, path_node const& where,
                                                     allowance may) {
    return with_cursor(r, at, [&] {
        return r.cursor.peek() == '{' ? skip(r, where, value_unreadable)
                                      : wrong_type(r, where, "an object", may);
    });
}

/// After a record for which keys in other spellings were expected: notes whether it has any. If not, they are no longer
/// expected.
DYNABACKUP_NOINLINE inline void note_spellings(reader& r, token at, shape_table const& shape) {
    auto const text = r.cursor.text();
    auto const is_known = [&](std::string_view name) {
        return !shape.find(name) && shape.find_spelled(name);
    };
    for (++at; at < r.cursor.last && text[*at] == '"' && !r.found_spellings;) {
        r.found_spellings = is_known(json::member_name(text, at, r.scratch));
        at = r.cursor.behind(at + 2);
        if (at != r.cursor.last && text[*at] == ',') ++at;
    }
    if (!r.found_spellings) r.learned.forget();
}

/// Reads an object.
inline read_result read_object(reader& r, token at, shape_table const& shape, void* object,
                               path_node const& where, allowance may) {
    if (shape.is_unwrapped) {
        auto const& m = shape.members.front();
        return m.value->custom->read(r, at, m.in(object), where, may);
    }
    bool const is_object = at != r.cursor.last && r.cursor.text_begin[*at] == '{';
    if (!is_object || r.depth == r.options.max_depth) [[unlikely]]
        return refuse_object(r, at, where, may);
    object_frame f{r, shape, object, where, hidden_members(r, shape)};
    ++r.depth;
    read_result result{at + 1, value_read};
    if (result.at < r.cursor.plain_until) [[likely]]
        result = read_plain_members(f, result.at);
    if (!f.over) [[unlikely]]
        result = read_rest(f, result, at);
    else if (f.seen != shape.all || !r.latest) finish_members(f, at);
    if (r.learned.spelled && r.learned.shape == &shape && !r.found_spellings) [[unlikely]]
        note_spellings(r, at, shape);
    --r.depth;
    return result;
}

/// Reads an object at the cursor.
inline read_status read_object(reader& r, shape_table const& shape, void* object, path_node const& where,
                               allowance may) {
    auto const result = read_object(r, r.cursor.at, shape, object, where, may);
    r.cursor.at = result.at;
    return result.status;
}

} // namespace dynabackup::detail
