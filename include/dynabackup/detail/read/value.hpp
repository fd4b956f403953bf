#pragma once
/// \file
/// Reads values of any kind, and lists with their elements. Resumes a list in which the previous window ended.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/read/object.hpp>
#include <dynabackup/detail/read/scalars.hpp>

#include <cstddef>
#include <string>
#include <utility>

namespace dynabackup::detail {

/// Whether the handler of records reads a backup record at the cursor.
inline bool handles_records(reader const& r, shape_table const& shape) {
    return shape.is_record && r.records && !r.records->in_record();
}

/// Returns the element at an index. Appends it if the list ends before it.
inline void* element_at(reader& r, value_table const& type, void* list, std::size_t index,
                        list_view& elements) {
    std::size_t const size = type.element->size;
    if (index == elements.size) {
        auto const before = elements;
        elements = type.list->append(list);
        r.unreadable.move(before.data, before.size * size, elements.data);
    }
    return elements.data + index * size;
}

/// Reads the elements of a list from the first one.
DYNABACKUP_ALWAYS_INLINE inline read_result read_elements(reader& r, token at, value_table const& type,
                                                          void* list, path_node const& where, allowance may) {
    auto const& element = *type.element;
    auto elements = type.list->view(list);
    char const* const text = r.cursor.text_begin;
    for (std::size_t n = 0;;) {
        void* const slot = element_at(r, type, list, n, elements);
        json::token_cursor in{at, r.cursor.last, text, r.cursor.plain_until};
        if (element.kind == value_kind::string && in.is_plain() &&
            read_plain(in, *static_cast<std::string*>(slot))) {
            at = in.at;
        } else {
            auto const result =
                element.kind == value_kind::object && at != r.cursor.last && text[*at] == '{'
                    ? read_object(r, at, *element.shape, slot, path_node{&where, path_step{n}}, may)
                    : read_value(r, at, element, slot, path_node{&where, path_step{n}}, may);
            at = result.at;
            if (result.status.stopped()) [[unlikely]]
                return result;
            if (result.status == value_unreadable) [[unlikely]] {
                element.clear(slot);
                r.unreadable.insert(slot, element);
            }
        }
        ++n;
        char const next = at != r.cursor.last ? text[*at] : '\0';
        if (next != ',' && next != ']') [[unlikely]]
            return with_cursor(r, at, [&] {
                r.cursor.fail_here(json::cursor::expect_comma_or_bracket);
                return not_json(r, where);
            });
        ++at;
        if (next == ',') continue;
        if (elements.size != n) type.list->truncate(list, n); // the old elements of a reused list
        return {at, value_read};
    }
}

/// Reads a list.
inline read_result read_list(reader& r, token at, value_table const& type, void* list, path_node const& where,
                             allowance may) {
    auto const is = [&](char c) { return at != r.cursor.last && r.cursor.text_begin[*at] == c; };
    if (!is('[')) [[unlikely]]
        return with_cursor(r, at, [&] { return wrong_type(r, where, "a list", may); });
    if (r.depth == r.options.max_depth) [[unlikely]]
        return with_cursor(r, at, [&] { return skip(r, where, value_unreadable); });
    ++at;
    if (is(']')) {
        type.list->truncate(list, 0);
        return {at + 1, value_read};
    }
    allowance const element{false, may.epoch_seconds};
    ++r.depth;
    bool const records = type.element->kind == value_kind::object && handles_records(r, *type.element->shape);
    auto const result =
        records ? with_cursor(r, at, [&] { return r.records->read_list(type, list, where, element, {}); })
                : read_elements(r, at, type, list, where, element);
    --r.depth;
    return result;
}

/// Reads an object, or a backup record.
inline read_result read_struct(reader& r, token at, shape_table const& shape, void* object,
                               path_node const& where, allowance may) {
    if (handles_records(r, shape) && at != r.cursor.last) {
        char const first = r.cursor.text_begin[*at];
        if (first == '{')
            return with_cursor(r, at, [&] { return r.records->read_one(shape, object, where, may); });
        if (!may.null || first != 'n') r.records->refuse();
    }
    return read_object(r, at, shape, object, where, may);
}

inline read_status read_scalar(reader& r, value_table const& type, void* value, path_node const& where,
                               allowance may) {
    switch (type.kind) {
    case value_kind::string: return read_string(r, *static_cast<std::string*>(value), where, may);
    case value_kind::integer: return read_integer(r, *static_cast<std::int64_t*>(value), where, may);
    case value_kind::boolean: return read_boolean(r, *static_cast<bool*>(value), where, may);
    case value_kind::time: return read_time(r, *static_cast<timestamp*>(value), where, may);
    case value_kind::any_object: return read_any_object(r, *static_cast<json_object*>(value), where, may);
    default: return read_enumerator(r, *type.enumeration, *static_cast<enum_value*>(value), where, may);
    }
}

/// Reads a document.
inline read_status read_root(reader& r, shape_table const& shape, void* object, path_node const& root) {
    auto const result =
        read_struct(r, r.cursor.at, shape, object, root, {false, shape.dialect.epoch_seconds});
    r.cursor.at = result.at;
    return result.status;
}

// ---- continuing with the next window ----

/// Continues an object whose reading stopped in a list of records.
inline read_status resume_object(reader& r, shape_table const& shape, void* object, path_node const& where) {
    auto before = std::move(r.resume.objects.back());
    r.resume.objects.pop_back();
    object_frame f{r, shape, object, where, before.seen};
    auto const& m = shape.members[before.member];
    f.member = before.member;
    f.spelled = before.spelled;
    path_node const below{&where, f.spelled};
    void* const value = m.value->made(m.in(object)); // another model may hold the beginning
    ++r.depth;
    read_status result;
    if (m.kind == value_kind::object) {
        result = resume_object(r, *m.value->shape, value, below);
    } else {
        ++r.depth;
        result = r.records->read_list(*m.value, value, below, {false, m.epoch_seconds}, r.resume.list);
        --r.depth;
    }
    result = settle_member(r, m, object, result);
    if (!result.stopped() && !r.records->in_record()) r.after_records = r.cursor.at;
    result = end_member(f, result);
    auto const rest = read_other_members(f, {r.cursor.at, result}, nullptr, std::move(before.names));
    r.cursor.at = rest.at;
    --r.depth;
    return rest.status;
}

} // namespace dynabackup::detail
