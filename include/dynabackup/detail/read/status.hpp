#pragma once
/// \file
/// The outcome of reading a value, and why reading stopped.

#include <cstdint>

namespace dynabackup::detail {

/// Why reading stopped. Callers return immediately.
enum class stop_reason : unsigned char {
    none,
    not_json,            ///< the text is not JSON here; the place of the cursor is unspecified
    window_ends_in_list, ///< the window ends in a list of records: reading continues there with the next window
    window_ends_in_value, ///< the window ends in a value that is to be read again with more text
    too_large,            ///< a record is larger than the limit, has been reported, and is to be skipped
    unknown,              ///< an object that is not a known document; the cursor has not moved
    other_shape, ///< later members show that the document is of another shape, as which it is to be read again
};

/// The outcome of reading a value. Its member holds the value only if it was read.
enum class value_outcome : unsigned char {
    read,
    absent,     ///< `null` where a member may be absent
    unreadable, ///< not of its type; this has been reported
};

/// The outcome of reading a value that was read or skipped, or why reading stopped.
struct read_status {
    value_outcome value = value_outcome::read;
    stop_reason why = stop_reason::none;

    constexpr bool stopped() const { return why != stop_reason::none; }
    constexpr bool is_read() const { return value == value_outcome::read && !stopped(); }
    friend constexpr bool operator==(read_status, read_status) = default;
};

inline constexpr read_status value_read{};
inline constexpr read_status value_absent{value_outcome::absent};
inline constexpr read_status value_unreadable{value_outcome::unreadable};
constexpr read_status stop(stop_reason why) { return {value_outcome::unreadable, why}; }

/// A token of the structural index.
using token = std::uint32_t const*;

/// Where reading continues, and the outcome of the value. The place is passed and returned in registers: a copy in
/// memory would be stored and loaded for each member.
struct read_result {
    token at;
    read_status status;
};

} // namespace dynabackup::detail
