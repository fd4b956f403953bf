#pragma once
/// \file
/// Reads strings, numbers, truth values, enumerators and times.
///
/// `read_plain` is the hot path, for what is_plain() and spelled as services write it. It moves nothing unless it
/// succeeds. `read_value` reads every spelling, and reports what cannot be read.

#include <dynabackup/characters.hpp>
#include <dynabackup/date_time.hpp>
#include <dynabackup/epoch_seconds.hpp>
#include <dynabackup/model/shape.hpp>
#include <dynabackup/read/value.hpp>
#include <dynabackup/time_point.hpp>

#include <cstdint>
#include <string>

namespace dynabackup::detail {

// ---- the hot path ----

[[gnu::always_inline]] inline bool read_plain(json::token_cursor& c, std::string& out) {
    std::string_view text;
    if (!c.read_plain_string(text)) [[unlikely]]
        return false;
    if (out.size() == text.size()) characters::copy(out.data(), text); // as often as not: no call
    else out.assign(text.data(), text.size());
    return true;
}

template <class E>
[[gnu::always_inline]] inline bool read_plain(json::token_cursor& c, open_enum<E>& out) {
    std::string_view text;
    E value{};
    auto const* const before = c.at;
    if (!c.read_plain_string(text) || !read_enumerator(text, value)) [[unlikely]]
        return c.at = before, false;
    out.assign(value);
    return true;
}

[[gnu::always_inline]] inline bool read_plain(json::token_cursor& c, std::int64_t& out) {
    return c.read_plain_integer(out);
}

[[gnu::always_inline]] inline bool read_plain(json::token_cursor& c, bool& out) {
    auto const token = c.token();
    out = token.size() == 4;
    if (!(out ? json::same_bytes<4>(token.data(), "true")
              : token.size() == 5 && json::same_bytes<5>(token.data(), "false"))) [[unlikely]]
        return false;
    ++c.at;
    return true;
}

/// A time as text, or where the dialect has that as a number of seconds.
template <bool EpochSeconds>
[[gnu::always_inline]] inline bool read_plain_time(json::token_cursor& c, timestamp& out) {
    if (!EpochSeconds || c.text_begin[*c.at] == '"') {
        std::string_view text;
        auto const* const before = c.at;
        if (!c.read_plain_string(text) || read_date_time(text, out) != time_status::ok) [[unlikely]]
            return c.at = before, false;
        return true;
    }
    auto const token = c.token();
    if (read_epoch_seconds(token.data(), token.data() + token.size(), out) != time_status::ok) [[unlikely]]
        return false;
    ++c.at;
    return true;
}

// ---- every spelling ----

inline got read_text(context& c, std::string_view& out, path_node const& where, allowed may,
                     std::string_view expected) {
    if (c.cursor.peek() != '"') [[unlikely]]
        return wrong_type(c, where, expected, may);
    if (!c.cursor.read_string(out, c.scratch)) [[unlikely]]
        return broken(c, where);
    return got::value;
}

[[gnu::noinline]] inline got read_value(context& c, std::string& out, path_node const& where, allowed may) {
    std::string_view text;
    auto const result = read_text(c, text, where, may, "a string");
    if (result == got::value) [[likely]]
        out.assign(text);
    return result;
}

template <class E>
[[gnu::noinline]] got read_value(context& c, open_enum<E>& out, path_node const& where, allowed may) {
    std::string_view text;
    auto const result = read_text(c, text, where, may, "a string");
    if (result == got::value) [[likely]]
        out.assign(text);
    return result;
}

[[gnu::noinline]] inline got read_value(context& c, std::int64_t& out, path_node const& where, allowed may) {
    if (!json::is_number(c.cursor.peek())) [[unlikely]]
        return wrong_type(c, where, "a whole number", may);
    auto const token = c.cursor.token();
    auto const status = json::read_int64(token.data(), token.data() + token.size(), out);
    if (status == json::integer_status::ok) {
        ++c.cursor.at;
        return got::value;
    }
    if (status == json::integer_status::not_integer)
        return refuse(c, reading::not_integer, where,
                      "A number with a fraction; the member is a whole number.");
    return refuse(c, reading::out_of_range, where, "Does not fit a signed 64-bit number.");
}

inline got read_value(context& c, bool& out, path_node const& where, allowed may) {
    char const first = c.cursor.peek();
    if (first != 't' && first != 'f') return wrong_type(c, where, "true or false", may);
    out = first == 't';
    return skip(c, where, got::value);
}

[[gnu::noinline]] inline got read_value(context& c, timestamp& out, path_node const& where, allowed may) {
    auto status = time_status::ok;
    auto const* const token = c.cursor.at;
    if (char const first = c.cursor.peek(); json::is_number(first) && may.epoch_seconds) {
        auto const text = c.cursor.token();
        status = read_epoch_seconds(text.data(), text.data() + text.size(), out);
        if (status == time_status::ok) {
            ++c.cursor.at;
            return got::value;
        }
        if (status == time_status::syntax) return skip(c, where, got::unread);
    } else {
        std::string_view text;
        auto const result = read_text(c, text, where, may,
                                      may.epoch_seconds ? "a number of seconds or a date-time in quotes"
                                                        : "a date-time in quotes");
        if (result != got::value) return result;
        status = read_date_time(text, out);
        if (status == time_status::ok) return got::value;
        c.cursor.at = token;
    }
    if (status == time_status::out_of_range)
        return refuse(c, reading::time_out_of_range, where,
                      "Does not lie between 1677-09-21 and 2262-04-11.");
    return refuse(c, reading::time_format, where,
                  "Not a time; write 2024-06-01T00:00:00Z, with Z or an offset such as +02:00.");
}

} // namespace dynabackup::detail
