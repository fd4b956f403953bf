#pragma once
/// \file
/// Fills an object of any shape with values that its table allows: the members, enumerators and limits of the edition.

#include <dynabackup/testing/detail/aws.hpp>
#include <dynabackup/testing/detail/aws_backup.hpp>
#include <dynabackup/testing/detail/clumio.hpp>
#include <dynabackup/testing/detail/exports.hpp>
#include <dynabackup/testing/detail/scene.hpp>
#include <dynabackup/testing/detail/shape_values.hpp>
#include <dynabackup/testing/detail/tables.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

namespace dynabackup::testing::detail {

/// Returns what the tables say about a shape; null if they say nothing.
inline shape_values const* find_values(shape_table const& shape) {
    for (auto const& values : aws_shapes)
        if (values.shape == &shape) return &values;
    for (auto const& values : table_shapes)
        if (values.shape == &shape) return &values;
    for (auto const& values : backup_shapes)
        if (values.shape == &shape) return &values;
    for (auto const& values : export_shapes)
        if (values.shape == shape.own) return &values;
    for (auto const& values : clumio_shapes)
        if (values.shape == &shape) return &values;
    return nullptr;
}

inline void fill_object(shape_table const& shape, shape_values const* values, void* object, scene& s);

/// Fills an object, whose memory is reused.
inline void fill(shape_table const& shape, void* object, scene& s) {
    fill_object(shape, find_values(shape), object, s);
}

// ---- values ----

/// Makes a text of arbitrary words, within its limits.
inline void draw_words(std::string& out, value_limits const& allowed, scene& s) {
    out.clear();
    if (allowed.pattern && allowed.pattern->matches("0f8fad5b-d9cb-469f-a165-70867728950e") &&
        !allowed.pattern->matches("a"))
        return append_uuid(out, s.random());
    auto const least = static_cast<std::size_t>(std::max<std::int64_t>(allowed.min, 1));
    do {
        if (!out.empty()) out += '-';
        out += s.random().pick(words::attributes);
    } while (out.size() < least);
    if (allowed.has_max()) out.resize(std::min(out.size(), static_cast<std::size_t>(allowed.max)));
}

inline void draw_text(std::string& out, simple_shape const* simple, value_limits const& allowed, scene& s) {
    for (auto const& known : aws_texts)
        if (known.shape == simple) return known.draw(out, s);
    for (auto const& known : table_texts)
        if (known.shape == simple) return known.draw(out, s);
    for (auto const& known : backup_texts)
        if (known.shape == simple) return known.draw(out, s);
    draw_words(out, allowed, s);
}

inline std::int64_t draw_number(value_limits const& allowed, scene& s) {
    constexpr std::int64_t large = std::int64_t{1} << 40;
    auto const number =
        s.random().log_between(std::max<std::int64_t>(allowed.min, 0), std::min(allowed.max, large));
    return s.is_rare() && s.random().one_in(8) ? allowed.max : number;
}

/// Makes an object of up to three members, whose values are texts of arbitrary words.
inline void draw_any_object(json_object& out, scene& s) {
    auto const first = s.random().below(words::attributes.size()), size = s.random().below(4);
    std::string text = "{";
    for (std::size_t i = 0; i < size; ++i) {
        ((text += i == 0 ? "\"" : ",\"") += words::attributes[(first + i) % words::attributes.size()]) +=
            "\":\"";
        (text += s.random().pick(words::stages)) += '"';
    }
    out.assign(text += '}');
}

inline timestamp draw_time(simple_shape const* simple, scene& s) {
    if (simple == &aws::simple::BackupCreationDateTime) return s.backup().created;
    if (simple == &aws::simple::TableCreationDateTime) return timestamp{s.table().created};
    return timestamp{s.draw_time()};
}

/// Draws the size of a list: small sizes are as likely as all larger ones together.
inline std::size_t draw_size(value_table const& list, value_limits const& allowed, scene& s) {
    constexpr std::int64_t most_elements = 6;
    bool const of_records = list.element->shape && list.element->shape->is_record;
    auto const most = of_records ? static_cast<std::int64_t>(s.options().most_backups) : most_elements;
    return static_cast<std::size_t>(
        s.random().log_between(std::max<std::int64_t>(allowed.min, 0), std::min(allowed.max, most)));
}

/// Draws a value. `simple`: its simple shape, or null.
inline void draw_value(value_table const& type, void* value, simple_shape const* simple, scene& s) {
    constexpr value_limits none{.since = {}};
    auto const& allowed = simple ? simple->at(s.edition()) : none;
    switch (type.kind) {
    case value_kind::string: return draw_text(*static_cast<std::string*>(value), simple, allowed, s);
    case value_kind::integer: *static_cast<std::int64_t*>(value) = draw_number(allowed, s); return;
    case value_kind::boolean: *static_cast<bool*>(value) = s.random().one_in(2); return;
    case value_kind::time: *static_cast<timestamp*>(value) = draw_time(simple, s); return;
    case value_kind::enumeration: return draw_enumerator(*type.enumeration, value, s);
    case value_kind::any_object: return draw_any_object(*static_cast<json_object*>(value), s);
    case value_kind::object: return fill(*type.shape, value, s);
    case value_kind::custom: return; // is filled by its shape
    case value_kind::list: break;
    }
    auto const size = draw_size(type, allowed, s);
    type.list->truncate(value, size);
    auto elements = type.list->view(value);
    while (elements.size < size) elements = type.list->append(value);
    auto const& element = *type.element;
    auto const* const values = element.shape ? find_values(*element.shape) : nullptr;
    for (std::size_t i = 0; i < size; ++i) {
        void* const at = elements.data + i * element.size;
        if (element.shape) fill_object(*element.shape, values, at, s);
        else draw_value(element, at, simple ? simple->element : nullptr, s);
    }
}

// ---- objects ----

inline void fill_member(member_table const& m, bool kept, void* object, scene& s) {
    void* const member = m.in(object);
    if (m.facts->entered > s.edition())
        return m.value->clear(member); // a required one keeps its default, unseen
    if (m.presence != presence::required && !kept && s.leaves_out()) {
        m.value->clear(member);
        if (m.presence == presence::nullable && s.random().one_in(2)) m.value->set_null(member);
        return;
    }
    draw_value(*m.value, m.value->made(member), m.facts->at(s.edition()), s);
}

inline void fill_object(shape_table const& shape, shape_values const* values, void* object, scene& s) {
    bool const outermost = shape.is_record && s.enter_record();
    for (auto const& m : shape.members) fill_member(m, values && (values->kept & m.bit()), object, s);
    if (values && values->adjust) values->adjust(object, s);
    if (outermost) s.leave_record();
}

} // namespace dynabackup::testing::detail
