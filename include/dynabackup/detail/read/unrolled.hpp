#pragma once
/// \file
/// The fast path of one shape as unrolled code, for records of long lists. A shape requests it by a function that calls
/// read_unrolled, and one line beside its struct:
/// \code
/// constexpr auto unrolled_reader(std::type_identity<BackupSummary>) { return read_plain_summary; }
/// \endcode
/// It has the same results as the interpreter of the table, which continues where this stops.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/json/same_bytes.hpp>
#include <dynabackup/detail/read/plain_scalars.hpp>
#include <dynabackup/model/tables.hpp>

#include <cstddef>
#include <utility>

namespace dynabackup::detail {

/// The progress in an object. In registers while scalars are read.
struct unrolled_object {
    json::token_cursor in;
    std::uint64_t seen; ///< the members not expected: earlier ones, and those of later editions
    bool over = false;  ///< the object has ended

    /// Whether the next member can be read here.
    DYNABACKUP_ALWAYS_INLINE bool is_plain() const { return !over && in.is_plain(); }
};

/// Reads member I if it comes next and is a plain scalar. Returns false if the following text must not be compared with
/// other members.
template <class T, std::size_t I>
DYNABACKUP_ALWAYS_INLINE inline bool read_if_next(unrolled_object& p, void* object) {
    static constexpr member_table m = member_tables<T>[I];
    static constexpr expected_member expected = make_expected(m);
    static_assert(m.key_size <= json::token_cursor::margin, "unrolled code compares names of up to 32 bytes");
    auto const* const key = p.in.at;
    if (!json::same_bytes<m.key_size>(p.in.text_begin + *key, m.key)) return true;
    if (p.seen & m.bit()) [[unlikely]]
        return false;
    p.in.at += 2;
    if (!read_plain_scalar<m.kind, m.presence>(p.in, expected, object)) [[unlikely]]
        return p.in.at = key, false;
    char const next = p.in.text_begin[*p.in.at];
    if (next != ',' && next != '}') [[unlikely]]
        return p.in.at = key, false;
    ++p.in.at;
    p.seen |= m.bit();
    p.over = next == '}';
    return p.is_plain();
}

template <class T, std::size_t... I>
DYNABACKUP_ALWAYS_INLINE inline void read_in_orders(unrolled_object& p, void* object,
                                                    std::index_sequence<I...>) {
    constexpr auto const& first = member_tables<T>.front();
    if constexpr (wire_order_of<T>.front() != member_tables<T>.data())
        if (json::same_bytes<first.key_size>(p.in.text_begin + *p.in.at, first.key))
            (void)(... && read_if_next<T, I>(p, object));
    if (p.is_plain()) (void)(... && read_if_next<T, wire_order_of<T>[I] -> index>(p, object));
}

/// Reads an object of shape T from its first member, as far as it is plain.
template <class T>
unrolled_progress read_unrolled(char const* text, std::uint32_t const* at, std::uint32_t const* plain_until,
                                std::uint64_t seen, void* object) {
    unrolled_object p{{at, plain_until, text, plain_until}, seen};
    if (p.is_plain()) read_in_orders<T>(p, object, std::make_index_sequence<member_tables<T>.size()>{});
    return {p.in.at, p.seen};
}

} // namespace dynabackup::detail
