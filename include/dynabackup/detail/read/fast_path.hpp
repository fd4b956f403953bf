#pragma once
/// \file
/// Reads the scalars of an object whose text is plain, as services write it: no backslash lies in it, the first stage has
/// passed it, and enough bytes follow to compare a name with a few loads.
///
/// Members are expected in wire order (AWS sorts them by name) or in the documented order (the command line prints them
/// so), and looked up by hash where another one comes. A function moves nothing unless it succeeds.

#include <dynabackup/detail/json/cursor.hpp>
#include <dynabackup/detail/json/digits.hpp>
#include <dynabackup/detail/time/date_time.hpp>
#include <dynabackup/detail/util/characters.hpp>
#include <dynabackup/model/shape_table.hpp>
#include <dynabackup/model/words.hpp>
#include <dynabackup/open_enum.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace dynabackup::detail {

/// How far an object has been read. In registers while scalars are read.
struct fast_path {
    json::token_cursor in;
    std::uint64_t seen; ///< the members that are not expected: those before, and those of later editions
    bool over = false;  ///< the object has ended

    /// Whether the next member can be read here.
    [[gnu::always_inline]] bool is_plain() const { return !over && in.is_plain(); }
};

// ---- values ----

[[gnu::always_inline]] inline bool read_plain(json::token_cursor& in, std::string& out) {
    std::string_view text;
    if (!in.read_plain_string(text)) [[unlikely]]
        return false;
    if (out.size() == text.size()) [[likely]]
        characters::copy(out.data(), text); // no call
    else out.assign(text.data(), text.size());
    return true;
}

[[gnu::always_inline]] inline bool read_plain(json::token_cursor& in, enum_value& out,
                                              enum_table const& names) {
    std::string_view text;
    auto const* const first = in.at;
    if (!in.read_plain_string(text)) [[unlikely]]
        return false;
    if (out.known) { // most often the value of the record before
        auto const name = names.names[out.number];
        if (name.size() == text.size() && same_text(name.data(), text.data(), text.size())) return true;
    }
    int const number = find_enumerator(names.names, names.slots, text);
    if (number < 0) [[unlikely]]
        return in.at = first, false;
    out.assign(static_cast<std::uint8_t>(number));
    return true;
}

[[gnu::always_inline]] inline bool read_plain(json::token_cursor& in, std::int64_t& out) {
    return in.read_plain_integer(out);
}

[[gnu::always_inline]] inline bool read_plain(json::token_cursor& in, bool& out) {
    auto const text = in.token();
    bool const yes =
        text.size() == 4 && load_word<std::uint32_t>(text.data()) == load_word<std::uint32_t>("true");
    bool const no = text.size() == 5 &&
                    load_word<std::uint32_t>(text.data() + 1) == load_word<std::uint32_t>("alse") &&
                    text[0] == 'f';
    if (!yes && !no) [[unlikely]]
        return false;
    out = yes;
    ++in.at;
    return true;
}

/// A time as AWS writes it, `1.70805524557E9` or `1708055245.57`; false for any other number of seconds.
[[gnu::always_inline]] inline bool read_plain_epoch(json::token_cursor& in, timestamp& out) {
    namespace digits = json::detail;
    char const* const first = in.text_begin + in.at[0];
    std::uint64_t whole = 0, fraction = 0, nanoseconds = 0;
    char const* end = nullptr;
    if (first[1] == '.') {
        end = digits::read_leading_digits(first + 2, fraction);
        auto const count = static_cast<std::size_t>(end - (first + 2));
        if (count - 1 >= 12 || !digits::is_digit(first[0]) || end[0] != 'E' || end[1] != '9') [[unlikely]]
            return false;
        auto const lead = digits::digit_value(first[0]) * digits::powers_of_ten[count];
        nanoseconds = (lead + fraction) * digits::powers_of_ten[18 - count];
        end += 2;
    } else {
        end = digits::read_leading_digits(first, whole);
        if (end != first + 10 || *first == '0') [[unlikely]]
            return false;
        nanoseconds = whole * 1'000'000'000;
        if (*end == '.') {
            char const* const point = end;
            end = digits::read_leading_digits(point + 1, fraction);
            auto const count = static_cast<std::size_t>(end - (point + 1));
            if (count - 1 >= 9) [[unlikely]]
                return false;
            nanoseconds += fraction * digits::powers_of_ten[9 - count];
        }
    }
    if (nanoseconds > std::uint64_t{INT64_MAX} || (end != in.text_begin + in.at[1] && !json::is_space(*end)))
        [[unlikely]]
        return false;
    out = from_nanoseconds(static_cast<std::int64_t>(nanoseconds));
    ++in.at;
    return true;
}

/// A time as text, or where the dialect has that as a number of seconds.
[[gnu::always_inline]] inline bool read_plain(json::token_cursor& in, timestamp& out, bool epoch_seconds) {
    if (!epoch_seconds || in.text_begin[*in.at] == '"') {
        std::string_view text;
        auto const* const first = in.at;
        if (!in.read_plain_string(text) || read_date_time(text, out) != time_status::ok) [[unlikely]]
            return in.at = first, false;
        return true;
    }
    return read_plain_epoch(in, out);
}

template <class V>
[[gnu::always_inline]] inline V& engaged_value(void* optional) {
    auto& o = *static_cast<std::optional<V>*>(optional);
    return o ? *o : o.emplace();
}

[[gnu::always_inline]] inline bool read_plain_text(json::token_cursor& in, member_table const& m,
                                                   void* member, std::string& text) {
    if (!read_plain(in, text)) [[unlikely]]
        return false;
    if (m.empty_is_absent && text.empty()) [[unlikely]]
        m.value->clear(member);
    return true;
}

/// Reads the value of a member, if it is a scalar; the cursor is after its colon.
[[gnu::always_inline]] inline bool read_plain_scalar(json::token_cursor& in, member_table const& m,
                                                     void* object) {
    using kind = value_kind;
    using may_be = dynabackup::presence;
    void* const member = m.in(object);
    switch (m.type_code) {
    case code_of(kind::string, may_be::required):
        return read_plain_text(in, m, member, *static_cast<std::string*>(member));
    case code_of(kind::string, may_be::optional):
        return read_plain_text(in, m, member, engaged_value<std::string>(member));
    case code_of(kind::integer, may_be::required): return read_plain(in, *static_cast<std::int64_t*>(member));
    case code_of(kind::integer, may_be::optional): return read_plain(in, engaged_value<std::int64_t>(member));
    case code_of(kind::boolean, may_be::required): return read_plain(in, *static_cast<bool*>(member));
    case code_of(kind::boolean, may_be::optional): return read_plain(in, engaged_value<bool>(member));
    case code_of(kind::time, may_be::required):
        return read_plain(in, *static_cast<timestamp*>(member), m.epoch_seconds);
    case code_of(kind::time, may_be::optional):
        return read_plain(in, engaged_value<timestamp>(member), m.epoch_seconds);
    case code_of(kind::enumeration, may_be::required):
        return read_plain(in, *static_cast<enum_value*>(member), *m.value->enumeration);
    case code_of(kind::enumeration, may_be::optional):
    case code_of(kind::enumeration, may_be::nullable):
        return read_plain(in, *static_cast<enum_value*>(m.value->make(member)), *m.value->enumeration);
    case code_of(kind::string, may_be::nullable):
        return read_plain_text(in, m, member, *static_cast<std::string*>(m.value->make(member)));
    case code_of(kind::integer, may_be::nullable):
        return read_plain(in, *static_cast<std::int64_t*>(m.value->make(member)));
    case code_of(kind::boolean, may_be::nullable):
        return read_plain(in, *static_cast<bool*>(m.value->make(member)));
    case code_of(kind::time, may_be::nullable):
        return read_plain(in, *static_cast<timestamp*>(m.value->make(member)), m.epoch_seconds);
    default: return false;
    }
}

// ---- names ----

/// Whether a member's key is there. \pre The place is plain.
[[gnu::always_inline]] inline bool is_key(char const* text, member_table const& m) {
#ifdef __SSE2__
    auto const same = [&](std::size_t i) {
        auto const a = _mm_loadu_si128(reinterpret_cast<__m128i const*>(text + i));
        auto const b = _mm_loadu_si128(reinterpret_cast<__m128i const*>(m.key + i));
        return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(a, b)));
    };
    if (((same(0) | same(16) << 16) & m.key_mask) != m.key_mask) return false;
    return m.key_size - 1U < 32 ||
           (m.key_size != 0 && std::memcmp(text + 32, m.key + 32, m.key_size - 32U) == 0);
#else
    return m.key_size != 0 && same_text(text, m.key, m.key_size);
#endif
}

/// The member whose name is at that token; null if there is none. \pre The place is plain.
[[gnu::always_inline]] inline member_table const* find_key(json::token_cursor const& in,
                                                           shape_table const& shape) {
    std::size_t const size = in.at[1] - in.at[0]; // up to the colon
    char const* const key = in.text_begin + *in.at;
    if (size < 3) return nullptr;
    for (auto h = hash_of(key + 1, size - 2);; ++h) {
        auto const slot = shape.slots[h & (shape.slots.size() - 1)];
        if (slot == 0) [[unlikely]]
            return nullptr;
        auto const& m = shape.members[slot - 1U];
        if (is_key(key, m)) [[likely]]
            return &m;
    }
}

// ---- the member that is expected next: a pointer that counts up in one of two orders ----

using expected_members = member_table const* const*;

/// Looks a member up by hash; then the one after it is expected. Null if it is unknown.
[[gnu::noinline]] inline member_table const* look_up(json::token_cursor const& in, shape_table const& shape,
                                                     expected_members& next) {
    auto const* const found = find_key(in, shape);
    if (!found) return nullptr;
    auto const place = next - shape.expected_documented;
    bool const documented = place >= 0 && place <= static_cast<std::ptrdiff_t>(shape.members.size());
    next = documented ? shape.expected_documented + found->index + 1
                      : shape.expected_wire + found->wire_place + 1;
    return found;
}

/// The first member, as far as the text tells in which order they come; null if it is unknown.
[[gnu::always_inline]] inline member_table const*
first_member(json::token_cursor const& in, shape_table const& shape, expected_members& next) {
    char const* const text = in.text_begin + *in.at;
    next = shape.expected_wire;
    if (!is_key(text, **next)) {
        next = shape.expected_documented;
        if (!is_key(text, **next)) {
            next = shape.expected_wire;
            return look_up(in, shape, next);
        }
    }
    return *next++;
}

/// The member at the cursor; null if it is unknown.
[[gnu::always_inline]] inline member_table const*
next_member(json::token_cursor const& in, shape_table const& shape, expected_members& next) {
    char const* const text = in.text_begin + *in.at;
    if (is_key(text, *next[0])) [[likely]]
        return *next++;
    if (is_key(text, *next[1])) { // one that is absent is passed over
        next += 2;
        return next[-1];
    }
    return look_up(in, shape, next);
}

} // namespace dynabackup::detail
