#pragma once
/// \file
/// What became of a value that was to be read, and where reading stopped.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>

namespace dynabackup::detail {

/// What became of a value.
enum class got : unsigned char {
    value,
    absent,    ///< `null` where a member may be absent
    unread,    ///< not readable as its type; a finding says so
    broken,    ///< not JSON; the cursor is lost
    suspended, ///< the piece of text ends within a list of records; reading goes on there with the next one
    starved,   ///< the piece of text ends within a value, which is to be read again with more text
    oversized, ///< larger than the limit; a finding says so, and it is to be passed over
    mistaken,  ///< members behind it make the document another one, as which it is to be read again
};

/// Whether reading has stopped, and callers unwind.
constexpr bool stops(got result) { return result >= got::broken; }

/// An object that is being read while the piece of text ends in a list of records below it.
struct suspended_object {
    std::size_t member;                       ///< the list of records is in this one
    std::uint64_t seen;                       ///< the members so far
    std::set<std::string, std::less<>> names; ///< the unknown ones
};

/// The list of records where the piece of text ends.
struct suspended_list {
    std::size_t index;   ///< of the element
    bool behind_element; ///< a comma or the end of the list comes next, else the element
};

} // namespace dynabackup::detail
