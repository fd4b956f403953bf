#pragma once
/// \file
/// Compares two objects of one shape, member by member.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/json_object.hpp>
#include <dynabackup/model/shape_table.hpp>
#include <dynabackup/open_enum.hpp>
#include <dynabackup/timestamp.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace dynabackup::detail {

DYNABACKUP_INLINE bool equal_objects(shape_table const& shape, void const* a, void const* b);

DYNABACKUP_INLINE bool equal_values(value_table const& type, void const* a, void const* b) {
    if (type.presence != presence::required) {
        if (type.presence == presence::nullable && type.is_null(a) != type.is_null(b)) return false;
        a = type.value(a);
        b = type.value(b);
        if (!a || !b) return a == b;
    }
    switch (type.kind) {
    case value_kind::string:
        return *static_cast<std::string const*>(a) == *static_cast<std::string const*>(b);
    case value_kind::integer:
        return *static_cast<std::int64_t const*>(a) == *static_cast<std::int64_t const*>(b);
    case value_kind::time: return *static_cast<timestamp const*>(a) == *static_cast<timestamp const*>(b);
    case value_kind::boolean: return *static_cast<bool const*>(a) == *static_cast<bool const*>(b);
    case value_kind::enumeration: {
        auto const& x = *static_cast<enum_value const*>(a);
        auto const& y = *static_cast<enum_value const*>(b);
        return x.known == y.known && (x.known ? x.number == y.number : x.other == y.other);
    }
    case value_kind::any_object:
        return *static_cast<json_object const*>(a) == *static_cast<json_object const*>(b);
    case value_kind::object: return equal_objects(*type.shape, a, b);
    case value_kind::custom: return type.custom->equal(a, b);
    case value_kind::list: break;
    }
    auto const x = type.list->view(const_cast<void*>(a)), y = type.list->view(const_cast<void*>(b));
    if (x.size != y.size) return false;
    for (std::size_t i = 0; i < x.size; ++i)
        if (!equal_values(*type.element, x.data + i * type.element->size, y.data + i * type.element->size))
            return false;
    return true;
}

DYNABACKUP_INLINE bool equal_objects(shape_table const& shape, void const* a, void const* b) {
    for (auto const& m : shape.members)
        if (!equal_values(*m.value, m.in(a), m.in(b))) return false;
    return true;
}

} // namespace dynabackup::detail
