#pragma once
/// \file
/// Prints values of the library with `<<`, as test frameworks do in the messages of failures. The operators exist only
/// in programs that include this header.
///
/// A program that compiles the library once, in a file that includes src.hpp, also includes this header there.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/tables.hpp>
#include <dynabackup/nullable.hpp>
#include <dynabackup/open_enum.hpp>
#include <dynabackup/report.hpp>
#include <dynabackup/write.hpp>

#include <boost/describe/enumerators.hpp>

#include <concepts>
#include <cstddef>
#include <ostream>
#include <string>

namespace dynabackup {

namespace testing {

/// The width of the lines of a failure, in columns; messages of findings may be wider. Catch2 breaks lines at 80
/// columns, which would separate a mark from its value.
inline constexpr std::size_t failure_width = 72;

template <class E>
concept described_enum = boost::describe::has_describe_enumerators<E>::value;

namespace detail {

/// Returns a value of that type in words: as JSON, `absent`, or an enumerator.
DYNABACKUP_INLINE std::string shown(value_table const& type, void const* member);
/// Returns the place, message, rule and path of a finding, and an excerpt if it has one.
DYNABACKUP_INLINE std::string shown(finding const& found);
/// Returns all findings, or `no findings`.
DYNABACKUP_INLINE std::string shown(report const& all);

template <class T>
inline constexpr bool is_printed = std::same_as<T, timestamp> || shape<T>;
template <class E>
inline constexpr bool is_printed<open_enum<E>> = true;
template <class T>
inline constexpr bool is_printed<nullable<T>> = true;

} // namespace detail

/// The types of members that this header prints.
template <class T>
concept printed = detail::is_printed<T>;

} // namespace testing

/// Prints the wire value; in quotes if it is not an enumerator.
template <class E>
std::ostream& operator<<(std::ostream& out, open_enum<E> const& value) {
    return out << testing::detail::shown(value_table_of<open_enum<E>>, &value);
}

/// Prints `absent`, `null`, or the value.
template <class T>
std::ostream& operator<<(std::ostream& out, nullable<T> const& value) {
    return out << testing::detail::shown(value_table_of<nullable<T>>, &value);
}

/// Prints `note`, `warning` or `error`.
inline std::ostream& operator<<(std::ostream& out, severity level) { return out << to_text(level); }
/// Prints the id.
inline std::ostream& operator<<(std::ostream& out, rule const& r) { return out << r.id; }
/// Prints the place, message, rule and path, and an excerpt if there is one.
inline std::ostream& operator<<(std::ostream& out, finding const& found) {
    return out << testing::detail::shown(found);
}
/// Prints all findings, or `no findings`.
inline std::ostream& operator<<(std::ostream& out, report const& all) {
    return out << testing::detail::shown(all);
}

namespace testing::operators {

/// Prints a model as the AWS command line does; times to the microsecond.
template <shape T>
std::ostream& operator<<(std::ostream& out, T const& model) {
    return out << to_json(model, format::aws_cli);
}
/// Prints an enumerator as on the wire.
template <described_enum E>
std::ostream& operator<<(std::ostream& out, E value) {
    return out << name_of(value);
}

} // namespace testing::operators

// Argument-dependent lookup finds the operators in the namespaces of the shapes.
namespace aws {
using testing::operators::operator<<;
} // namespace aws
namespace aws_backup {
using testing::operators::operator<<;
} // namespace aws_backup
namespace clumio {
using testing::operators::operator<<;
} // namespace clumio
namespace table_export {
using testing::operators::operator<<;
} // namespace table_export

} // namespace dynabackup

#if DYNABACKUP_DEFINE

#include <dynabackup/detail/json/text.hpp>
#include <dynabackup/detail/util/concat.hpp>
#include <dynabackup/display/finding_text.hpp>
#include <dynabackup/timestamp.hpp>

#include <cstdint>

namespace dynabackup::testing::detail {

DYNABACKUP_INLINE std::string shown(value_table const& type, void const* member) {
    if (type.presence == presence::nullable && type.is_null(member)) return "null";
    auto const* const value = type.value(member);
    if (!value) return "absent";
    std::string out;
    switch (type.kind) {
    case value_kind::string: json::append_json_string(out, *static_cast<std::string const*>(value)); break;
    case value_kind::integer: out = concat(*static_cast<std::int64_t const*>(value)); break;
    case value_kind::boolean: out = *static_cast<bool const*>(value) ? "true" : "false"; break;
    case value_kind::time: append_text(out, *static_cast<timestamp const*>(value)); break;
    case value_kind::enumeration: {
        auto const& e = *static_cast<dynabackup::detail::enum_value const*>(value);
        if (e.known) out = type.enumeration->names[e.number];
        else json::append_json_string(out, e.other);
        break;
    }
    case value_kind::any_object: out = static_cast<json_object const*>(value)->text(); break;
    case value_kind::object:
        dynabackup::detail::append_object(out, *type.shape, value, format::aws_cli);
        break;
    case value_kind::custom: type.custom->append(out, value, nullptr); break;
    case value_kind::list: {
        auto const list = type.list->view(const_cast<void*>(value));
        for (std::size_t i = 0; i < list.size; ++i)
            (out += i == 0 ? "[" : ", ") += shown(*type.element, list.data + i * type.element->size);
        out += list.size == 0 ? "[]" : "]";
    }
    }
    return out;
}

DYNABACKUP_INLINE std::string shown(finding const& found) {
    std::string text;
    display::append_finding(text, {}, found, found.source.empty() ? 0 : failure_width);
    text.pop_back();
    return text;
}

DYNABACKUP_INLINE std::string shown(report const& all) { return display::report_text(all, failure_width); }

} // namespace dynabackup::testing::detail

#endif
