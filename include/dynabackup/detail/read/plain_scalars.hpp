#pragma once
/// \file
/// Reads the scalars of an object whose text is plain, as services write it: it has no backslash, the first stage has
/// accepted it, and enough bytes follow to compare a name with a few loads. A function moves the cursor only if it
/// succeeds.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/json/cursor.hpp>
#include <dynabackup/detail/json/digits.hpp>
#include <dynabackup/detail/time/date_time.hpp>
#include <dynabackup/detail/util/characters.hpp>
#include <dynabackup/model/detail/words.hpp>
#include <dynabackup/model/shape_table.hpp>
#include <dynabackup/open_enum.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#if DYNABACKUP_SSE2
#include <emmintrin.h>
#endif

namespace dynabackup::detail {

// ---- values ----

/// Assigns a text. Calls no function if the text is as long as the previous one.
DYNABACKUP_ALWAYS_INLINE inline void assign_text(std::string& out, std::string_view text) {
    if (out.size() == text.size()) [[likely]]
        characters::copy(out.data(), text);
    else out.assign(text.data(), text.size());
}

DYNABACKUP_ALWAYS_INLINE inline bool read_plain(json::token_cursor& in, std::string& out) {
    std::string_view text;
    if (!in.read_plain_string(text)) [[unlikely]]
        return false;
    assign_text(out, text);
    return true;
}

DYNABACKUP_ALWAYS_INLINE inline bool read_plain(json::token_cursor& in, enum_value& out,
                                                enum_table const& names) {
    std::string_view text;
    auto const* const first = in.at;
    if (!in.read_plain_string(text)) [[unlikely]]
        return false;
    if (out.known) { // usually the value in the previous record
        auto const name = names.names[out.number];
        if (name.size() == text.size() && same_text(name.data(), text.data(), text.size())) return true;
    }
    int const number = find_enumerator(names.names, names.slots, text);
    if (number < 0) [[unlikely]]
        return in.at = first, false;
    out.assign(static_cast<std::uint8_t>(number));
    return true;
}

DYNABACKUP_ALWAYS_INLINE inline bool read_plain(json::token_cursor& in, std::int64_t& out) {
    return in.read_plain_integer(out);
}

DYNABACKUP_ALWAYS_INLINE inline bool read_plain(json::token_cursor& in, bool& out) {
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

/// Reads a time as AWS writes it, `1.70805524557E9` or `1708055245.57`. Returns false for any other number of seconds.
DYNABACKUP_ALWAYS_INLINE inline bool read_plain_epoch(json::token_cursor& in, timestamp& out) {
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

/// Reads a time as text or, if the dialect allows it, as a number of seconds.
DYNABACKUP_ALWAYS_INLINE inline bool read_plain(json::token_cursor& in, timestamp& out, bool epoch_seconds) {
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
DYNABACKUP_ALWAYS_INLINE inline V& engaged_value(void* optional) {
    auto& o = *static_cast<std::optional<V>*>(optional);
    return o ? *o : o.emplace();
}

/// Reads the value of a member, if it is a scalar of that kind. \pre The cursor is after the colon.
template <value_kind Kind, presence Presence>
DYNABACKUP_ALWAYS_INLINE inline bool read_plain_scalar(json::token_cursor& in, expected_member const& m,
                                                       void* object) {
    void* const member = static_cast<char*>(object) + m.offset;
    auto const value = [&]<class V>(std::type_identity<V>) -> V& {
        if constexpr (Presence == presence::required) return *static_cast<V*>(member);
        else if constexpr (Presence == presence::optional && !std::is_same_v<V, enum_value>)
            return engaged_value<V>(member);
        else return *static_cast<V*>(m.table->value->make(member));
    };
    if constexpr (Kind == value_kind::string) {
        auto& text = value(std::type_identity<std::string>{});
        if (!read_plain(in, text)) [[unlikely]]
            return false;
        if (m.empty_is_absent && text.empty()) [[unlikely]]
            m.table->value->clear(member);
        return true;
    } else if constexpr (Kind == value_kind::integer) {
        return read_plain(in, value(std::type_identity<std::int64_t>{}));
    } else if constexpr (Kind == value_kind::boolean) {
        return read_plain(in, value(std::type_identity<bool>{}));
    } else if constexpr (Kind == value_kind::time) {
        return read_plain(in, value(std::type_identity<timestamp>{}), m.epoch_seconds);
    } else if constexpr (Kind == value_kind::enumeration) {
        return read_plain(in, value(std::type_identity<enum_value>{}), *m.table->value->enumeration);
    } else {
        return false;
    }
}

// ---- names ----

/// Whether the key of a member is at a token. \pre The place is plain.
DYNABACKUP_ALWAYS_INLINE inline bool is_key(char const* text, std::uint32_t const* at,
                                            expected_member const& m) {
    constexpr std::size_t first = expected_member::key_bytes;
    static_assert(first <= json::token_cursor::margin);
    char const* const key = text + *at;
#if DYNABACKUP_SSE2
    auto const same = [&](std::size_t i) {
        auto const a = _mm_loadu_si128(reinterpret_cast<__m128i const*>(key + i));
        auto const b = _mm_load_si128(reinterpret_cast<__m128i const*>(m.key + i));
        return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(a, b)));
    };
    if (((same(0) | same(16) << 16) & m.key_mask) != m.key_mask) return false;
#else
    if (std::memcmp(key, m.key, std::min<std::size_t>(m.key_size, first)) != 0) return false;
#endif
    if (m.key_size <= first) [[likely]]
        return true;
    return at[1] - at[0] == m.key_size - 1U &&
           std::memcmp(key + first, m.table->key + first, m.key_size - first) == 0;
}

} // namespace dynabackup::detail
