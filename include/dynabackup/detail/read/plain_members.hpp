#pragma once
/// \file
/// Reads the members of an object as long as they are plain. Each kind of value has one function, which calls that of
/// the next member by a tail call. The state (token, expected members, members read) stays in registers.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/read/expected_members.hpp>
#include <dynabackup/detail/read/object_frame.hpp>
#include <dynabackup/detail/read/plain_scalars.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace dynabackup::detail {

/// Reads the comma or the end of the object after the value of a member, unless reading the value has stopped.
inline read_status end_member(object_frame& f, read_status result);

/// Reads the value of a member in any spelling.
inline read_result read_member_value(object_frame& f, token at, member_table const& m, std::string_view name);
/// Sets the state of a member after an attempt to read it.
inline read_status settle_member(reader& r, member_table const& m, void* object, read_status result);

inline read_result read_object(reader& r, token at, shape_table const& shape, void* object,
                               path_node const& where, allowance may);
inline read_result read_list(reader& r, token at, value_table const& type, void* list, path_node const& where,
                             allowance may);

// ---- one function for each kind of member ----

/// Reads the value at `at` of the member next[-1], which is in `seen`, and the following members as long as they are
/// plain.
using member_reader = read_result (*)(object_frame& f, token at, expected_members next, std::uint64_t seen,
                                      char const* text);

struct member_readers {
    static std::array<member_reader, value_codes> const by_code; ///< see code_of
};

/// Handles what follows a value, unless that is the expected member: another member, the end, or text that is not
/// plain.
DYNABACKUP_NOINLINE inline read_result leave_member(object_frame& f, token at, expected_members next,
                                                    std::uint64_t seen, char const* text) {
    f.seen = seen;
    char const after = text[*at];
    if (after == '}') [[likely]] {
        f.over = true;
        return {at + 1, value_read};
    }
    if (after != ',') [[unlikely]]
        return with_cursor(f.in, at, [&] { return end_member(f, value_read); });
    ++at;
    if (at >= f.in.cursor.plain_until) [[unlikely]]
        return {at, value_read};
    if (is_key(text, at, next[1])) { // an absent member is skipped
        ++next;
    } else {
        auto const* const found = find_key(text, at, f.shape);
        if (!found) [[unlikely]]
            return {at, value_read};
        next = expect(f, next, *found->table);
    }
    if (seen & next->bit) [[unlikely]]
        return {at, value_read};
    DYNABACKUP_TAIL_CALL return member_readers::by_code[next->type_code](f, at + 2, next + 1,
                                                                         seen | next->bit, text);
}

/// Continues after a value.
DYNABACKUP_ALWAYS_INLINE inline read_result go_on(object_frame& f, token at, expected_members next,
                                                  std::uint64_t seen, char const* text) {
    if (text[*at] == ',' && at + 1 < f.in.cursor.plain_until && is_key(text, at + 1, *next) &&
        !(seen & next->bit)) [[likely]]
        DYNABACKUP_TAIL_CALL return member_readers::by_code[next->type_code](f, at + 3, next + 1,
                                                                             seen | next->bit, text);
    DYNABACKUP_TAIL_CALL return leave_member(f, at, next, seen, text);
}

/// Returns the name of the member whose value is at a token, as it is spelled there.
DYNABACKUP_ALWAYS_INLINE inline std::string_view name_at(expected_member const& m, char const* text,
                                                         token value) {
    if (!m.is_spelled) [[likely]]
        return m.table->name;
    return {text + value[-2] + 1, m.key_size - std::size_t{3}};
}

/// Reads an object, a list or null, in any spelling.
DYNABACKUP_NOINLINE inline read_result read_other_member(object_frame& f, token at, expected_members next,
                                                         std::uint64_t seen, char const* text) {
    f.seen = seen;
    auto const result = read_member_value(f, at, *next[-1].table, name_at(next[-1], text, at));
    at = result.at;
    if (at >= f.in.cursor.plain_until || result.status.stopped()) [[unlikely]]
        return with_cursor(f.in, at, [&] { return end_member(f, result.status); });
    DYNABACKUP_TAIL_CALL return go_on(f, at, next, seen, text);
}

/// Leaves a scalar that is not plain, or not of the member's type: it is read again from its key.
DYNABACKUP_NOINLINE inline read_result refuse_scalar(object_frame& f, token at, expected_members next,
                                                     std::uint64_t seen, char const* text) {
    if (next[-1].null_is_documented && text[*at] == 'n')
        DYNABACKUP_TAIL_CALL return read_other_member(f, at, next, seen, text);
    f.seen = seen & ~next[-1].bit;
    return {at - 2, value_read};
}

template <value_kind Kind, presence Presence>
read_result read_plain_member(object_frame& f, token at, expected_members next, std::uint64_t seen,
                              char const* text) {
    constexpr bool is_number = Kind == value_kind::integer || Kind == value_kind::time;
    if (is_number && at - 2 >= f.in.cursor.numbers_until) [[unlikely]]
        DYNABACKUP_TAIL_CALL return refuse_scalar(f, at, next, seen, text);
    json::token_cursor in{at, nullptr, text, nullptr};
    if (!read_plain_scalar<Kind, Presence>(in, next[-1], f.object)) [[unlikely]]
        DYNABACKUP_TAIL_CALL return refuse_scalar(f, at, next, seen, text);
    ++at;
    DYNABACKUP_TAIL_CALL return go_on(f, at, next, seen, text);
}

/// Reads an object or a list without records.
template <value_kind Kind>
DYNABACKUP_NOINLINE read_result read_simple(object_frame& f, token at, expected_member const& m) {
    path_node const where{&f.where, name_at(m, f.in.cursor.text_begin, at)};
    void* const member = static_cast<char*>(f.object) + m.offset;
    auto const may = allowance_of(f.in, *m.table);
    auto const& type = *m.table->value;
    void* const value = m.is_required ? member : type.make(member);
    auto result = Kind == value_kind::object ? read_object(f.in, at, *type.shape, value, where, may)
                                             : read_list(f.in, at, type, value, where, may);
    if (!result.status.is_read()) [[unlikely]]
        result.status = settle_member(f.in, *m.table, f.object, result.status);
    return result;
}

template <value_kind Kind>
read_result read_plain_nested(object_frame& f, token at, expected_members next, std::uint64_t seen,
                              char const* text) {
    if (!next[-1].is_simple || text[*at] != (Kind == value_kind::object ? '{' : '[')) [[unlikely]]
        DYNABACKUP_TAIL_CALL return read_other_member(f, at, next, seen, text);
    auto const result = read_simple<Kind>(f, at, next[-1]);
    at = result.at;
    if (at >= f.in.cursor.plain_until || result.status.stopped()) [[unlikely]] {
        f.seen = seen;
        return with_cursor(f.in, at, [&] { return end_member(f, result.status); });
    }
    DYNABACKUP_TAIL_CALL return go_on(f, at, next, seen, text);
}

/// Reads members of one kind and presence.
template <unsigned Code>
constexpr member_reader reader_of() {
    constexpr auto kind = static_cast<value_kind>(Code % value_kinds);
    constexpr auto may_be = static_cast<presence>(Code / value_kinds);
    static_assert(code_of(kind, may_be) == Code);
    if constexpr (kind == value_kind::custom) return read_other_member;
    else if constexpr (kind >= value_kind::object) return read_plain_nested<kind>;
    else return read_plain_member<kind, may_be>;
}
template <unsigned... Code>
constexpr std::array<member_reader, sizeof...(Code)> all_readers(std::integer_sequence<unsigned, Code...>) {
    return {reader_of<Code>()...};
}
inline std::array<member_reader, value_codes> const member_readers::by_code =
    all_readers(std::make_integer_sequence<unsigned, value_codes>{});

/// Reads a record by unrolled code, if its shape has any, unless earlier records came in an order that the code does
/// not know. Returns true if the rest of the record is not plain.
DYNABACKUP_NOINLINE inline bool read_unrolled_record(object_frame& f, token& at) {
    reader& r = f.in;
    r.learned.patience = std::min(r.learned.patience + 1, member_order::most_patience);
    if (!f.shape.unrolled) return false;
    if (r.interpreted != 0) return --r.interpreted, false;
    auto const read = f.shape.unrolled(r.cursor.text_begin, at, r.cursor.numbers_until, f.seen, f.object);
    at = read.at;
    f.seen = read.seen;
    f.over = r.cursor.text_begin[at[-1]] == '}';
    if (f.over || at >= r.cursor.plain_until) return true;
    if (at < r.cursor.numbers_until) r.interpreted = member_order::records_without_unrolled;
    return false;
}

/// Reads members as long as they are plain. \pre The member at `at` is plain, and the object has not ended.
DYNABACKUP_ALWAYS_INLINE inline read_result read_plain_members(object_frame& f, token at) {
    if (f.shape.is_record && read_unrolled_record(f, at)) return {at, value_read};
    char const* const text = f.in.cursor.text_begin;
    auto const next = first_member(f, at, text);
    if (!next || (f.seen & next[-1].bit)) [[unlikely]]
        return {at, value_read};
    return member_readers::by_code[next[-1].type_code](f, at + 2, next, f.seen | next[-1].bit, text);
}

} // namespace dynabackup::detail
