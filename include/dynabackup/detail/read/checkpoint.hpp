#pragma once
/// \file
/// The place in a list of records where reading stopped because the window of the text ended.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace dynabackup::detail {

/// The names of the unknown members of an object.
using name_collection = std::set<std::string, std::less<>>;

/// An object around the list.
struct object_checkpoint {
    std::uint8_t member;      ///< the index of the member in which the list is
    std::uint64_t seen;       ///< the members that have been read
    name_collection names;    ///< the unknown members that have been read
    std::string spelled = {}; ///< the name of that member in the text
};

/// The place in the list.
struct list_checkpoint {
    std::size_t index = 0;      ///< the index of an element
    bool after_element = false; ///< a comma or the end of the list comes next; otherwise the element
};

/// The whole place.
struct checkpoint {
    std::vector<object_checkpoint> objects; ///< the innermost one first
    list_checkpoint list;

    void clear() {
        objects.clear();
        list = {};
    }

    /// Whether reading continues in the same way from both. Ignores the indices of elements.
    bool continues_like(checkpoint const& other) const {
        return list.after_element == other.list.after_element &&
               std::equal(objects.begin(), objects.end(), other.objects.begin(), other.objects.end(),
                          [](auto const& a, auto const& b) {
                              return a.member == b.member && a.spelled == b.spelled;
                          });
    }
};

} // namespace dynabackup::detail
