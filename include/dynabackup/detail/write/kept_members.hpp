#pragma once
/// \file
/// The members of objects that their shapes do not have. unknown_members keeps them, and the printer writes them.

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace dynabackup::detail {

struct kept_member {
    std::string name;  ///< without escapes
    std::string value; ///< its JSON, as it was read
};

struct kept_members {
    /// The members by the JSON Pointer of their object, sorted by name.
    std::map<std::string, std::vector<kept_member>> objects;
    std::size_t size = 0; ///< members, over all objects
};

} // namespace dynabackup::detail
