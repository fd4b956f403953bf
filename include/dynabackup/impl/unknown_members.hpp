#pragma once
/// \file
/// Keeps the members that a model does not know: what keep.hpp declares.

#include <dynabackup/inline.hpp>
#include <dynabackup/keep.hpp>

#include <string>
#include <utility>
#include <vector>

namespace dynabackup {

DYNABACKUP_INLINE void unknown_members::add(std::string const& object, member added) {
    auto& there = objects_[object];
    auto at = there.end();
    while (at != there.begin() && added.name < (at - 1)->name) --at; // they come sorted, nearly always
    there.insert(at, std::move(added));
    ++size_;
}

DYNABACKUP_INLINE std::vector<unknown_members::member> const*
unknown_members::in(std::string const& object) const {
    auto const found = objects_.find(object);
    return found == objects_.end() ? nullptr : &found->second;
}

} // namespace dynabackup
