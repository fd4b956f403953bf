#pragma once
/// \file
/// Reads strings, numbers, booleans, enumerators, times and objects without described members in every spelling, and
/// explains what it refuses.

#include <dynabackup/detail/read/reader.hpp>
#include <dynabackup/detail/time/date_time.hpp>
#include <dynabackup/detail/time/epoch_seconds.hpp>
#include <dynabackup/detail/time/other_times.hpp>
#include <dynabackup/json_object.hpp>
#include <dynabackup/open_enum.hpp>

#include <cstdint>
#include <string>

namespace dynabackup::detail {

inline read_status read_text(reader& r, std::string_view& out, path_node const& where, allowance may,
                             std::string_view expected) {
    if (r.cursor.peek() != '"') return wrong_type(r, where, expected, may);
    if (!r.cursor.read_string(out, r.scratch)) return not_json(r, where);
    return value_read;
}

inline read_status read_string(reader& r, std::string& out, path_node const& where, allowance may) {
    std::string_view text;
    auto const result = read_text(r, text, where, may, "a string");
    if (result.is_read()) out.assign(text);
    return result;
}

inline read_status read_enumerator(reader& r, enum_table const& names, enum_value& out,
                                   path_node const& where, allowance may) {
    std::string_view text;
    auto const result = read_text(r, text, where, may, "a string");
    if (!result.is_read()) return result;
    int const number = find_enumerator(names.names, names.slots, text);
    if (number >= 0) out.assign(static_cast<std::uint8_t>(number));
    else out.assign_other(text);
    return result;
}

inline read_status read_integer(reader& r, std::int64_t& out, path_node const& where, allowance may) {
    if (!json::is_number(r.cursor.peek())) return wrong_type(r, where, "a whole number", may);
    auto const text = r.cursor.token();
    auto const status = json::read_int64(text.data(), text.data() + text.size(), out);
    if (status == json::integer_status::ok) {
        ++r.cursor.at;
        return value_read;
    }
    if (status == json::integer_status::not_integer)
        return refuse(r, reading::not_integer, where,
                      concat(name_of_value(where), " is ", found_value(r), "; expected a whole number."));
    return refuse(r, reading::out_of_range, where,
                  concat(name_of_value(where), " is ", found_value(r),
                         ", which does not fit in a signed 64-bit number."));
}

inline read_status read_boolean(reader& r, bool& out, path_node const& where, allowance may) {
    char const first = r.cursor.peek();
    if (first != 't' && first != 'f') return wrong_type(r, where, "true or false", may);
    out = first == 't';
    return skip(r, where, value_read);
}

inline read_status read_any_object(reader& r, json_object& out, path_node const& where, allowance may) {
    if (r.cursor.peek() != '{') return wrong_type(r, where, "an object", may);
    auto const* const first = r.cursor.at;
    auto const result = skip(r, where, value_read);
    if (result.is_read()) out.assign(r.cursor.text().substr(*first, r.cursor.at[-1] + 1 - *first));
    return result;
}

/// Reads again a time that is not spelled as the API spells it, if the options allow it.
template <class Read>
bool read_in_other_spelling(reader& r, Read read) {
    bool const is_read = r.options.times == spelling::any && read() == time_status::ok;
    r.found_times |= is_read;
    return is_read;
}

inline read_status read_time_number(reader& r, timestamp& out, path_node const& where) {
    auto const text = r.cursor.token();
    auto const status = read_seconds(text, out);
    bool const milliseconds = looks_like_milliseconds(text);
    if (status == time_status::ok ||
        (milliseconds && read_in_other_spelling(r, [&] { return read_milliseconds(text, out); }))) {
        ++r.cursor.at;
        return value_read;
    }
    if (status == time_status::syntax) return skip(r, where, value_unreadable);
    return refuse(r, reading::time_out_of_range, where,
                  concat(text, milliseconds ? " looks like a number of milliseconds; the API has seconds."
                                            : " seconds are not between 1677-09-21 and 2262-04-11."));
}

inline read_status read_time(reader& r, timestamp& out, path_node const& where, allowance may) {
    if (json::is_number(r.cursor.peek()) && may.epoch_seconds) return read_time_number(r, out, where);
    auto const* const first = r.cursor.at;
    std::string_view text;
    auto const result = read_text(r, text, where, may,
                                  may.epoch_seconds ? "a number of seconds or a date-time in quotes"
                                                    : "a date-time in quotes");
    if (!result.is_read()) return result;
    auto const status = read_date_time(text, out);
    if (status == time_status::ok || read_in_other_spelling(r, [&] { return read_other_time(text, out); }))
        return value_read;
    r.cursor.at = first;
    if (status == time_status::out_of_range)
        return refuse(r, reading::time_out_of_range, where,
                      "The time is not between 1677-09-21 and 2262-04-11.");
    return refuse(
        r, reading::time_format, where,
        "Not a date-time of the API; write 2024-06-01T00:00:00Z, with Z or an offset such as +02:00.");
}

} // namespace dynabackup::detail
