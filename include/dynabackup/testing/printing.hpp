#pragma once
/// \file
/// How test frameworks show values of the library: they look for `operator<<` beside a type. Programs do not get it
/// unless they include this header.

#include <dynabackup/display/finding_text.hpp>
#include <dynabackup/json/text.hpp>
#include <dynabackup/model/shape.hpp>
#include <dynabackup/report.hpp>
#include <dynabackup/write.hpp>

#include <boost/describe/enumerators.hpp>

#include <concepts>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>

namespace dynabackup {

namespace testing::detail {

inline void append_value(std::string& out, std::string_view text) { json::append_json_string(out, text); }
inline void append_value(std::string& out, bool yes) { out += yes ? "true" : "false"; }
template <std::integral N>
void append_value(std::string& out, N number) {
    out += concat(number);
}
inline void append_value(std::string& out, timestamp time) { append_text(out, time); }
template <described_struct T>
void append_value(std::string& out, T const& model) {
    append_json(out, model);
}
template <class E>
void append_value(std::string& out, open_enum<E> const& value) {
    if (value.known()) out += value.text();
    else json::append_json_string(out, value.text());
}

} // namespace testing::detail

/// Its wire value; in quotes if it is none of the enumerators.
template <class E>
std::ostream& operator<<(std::ostream& out, open_enum<E> const& value) {
    std::string text;
    testing::detail::append_value(text, value);
    return out << text;
}

/// `absent`, `null`, or its value.
template <class T>
std::ostream& operator<<(std::ostream& out, nullable<T> const& value) {
    if (value.is_absent()) return out << "absent";
    if (value.is_null()) return out << "null";
    std::string text;
    testing::detail::append_value(text, *value);
    return out << text;
}

/// `note`, `warning` or `error`.
inline std::ostream& operator<<(std::ostream& out, severity level) { return out << to_text(level); }
/// Its id.
inline std::ostream& operator<<(std::ostream& out, rule const& r) { return out << r.id; }

/// Its place, message, rule and path, and an excerpt if it has one.
inline std::ostream& operator<<(std::ostream& out, finding const& found) {
    std::string text;
    display::append_finding(text, {}, found, found.source.empty() ? 0 : 72);
    text.pop_back();
    return out << text;
}

/// All of its findings, or `no findings`.
inline std::ostream& operator<<(std::ostream& out, report const& all) {
    return out << display::report_text(all, 72);
}

namespace testing {

template <class E>
concept described_enum = boost::describe::has_describe_enumerators<E>::value;

/// What is printed as this header says: of described structs the shapes only.
template <class T>
concept printed = enum_member<T> || is_nullable<T> || std::same_as<T, timestamp> ||
    (described_struct<T>&& requires { dialect(std::type_identity<T>{}); });

} // namespace testing

namespace aws {

/// As the AWS command line prints it; times to the microsecond.
template <described_struct T>
std::ostream& operator<<(std::ostream& out, T const& model) {
    return out << to_json(model, format::aws_cli);
}
/// As on the wire.
template <testing::described_enum E>
std::ostream& operator<<(std::ostream& out, E value) {
    return out << name_of(value);
}

} // namespace aws

namespace clumio {

/// As the AWS command line prints it; times to the microsecond.
template <described_struct T>
std::ostream& operator<<(std::ostream& out, T const& model) {
    return out << to_json(model, format::aws_cli);
}
/// As on the wire.
template <testing::described_enum E>
std::ostream& operator<<(std::ostream& out, E value) {
    return out << name_of(value);
}

} // namespace clumio

} // namespace dynabackup
