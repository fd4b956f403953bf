#pragma once
/// \file
/// The members of a model that could not be read, or are required but absent. The reader has reported these defects.
/// Rules that need the members do not apply, and writers leave them out.

#include <dynabackup/model/tables.hpp>

#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

namespace dynabackup {

/// A set of members, identified by address and type, since a struct and its first member have the same address. For a
/// record without defects the set is empty, and a look-up costs one comparison.
class unreadable_fields {
public:
    /// Adds a member.
    void insert(void const* member, value_table const& type) { fields_.insert(key(member, type.mark)); }
    /// Removes a member.
    void erase(void const* member, value_table const& type) {
        if (!fields_.empty()) fields_.erase(key(member, type.mark));
    }
    /// Whether a member is in the set.
    bool contains(void const* member, value_table const& type) const {
        return !fields_.empty() && fields_.contains(key(member, type.mark));
    }

    /// Adds a member.
    template <class M>
    void insert(M const& member) {
        fields_.insert(key(&member, &detail::type_mark<M>));
    }
    /// Whether a member is in the set.
    template <class M>
    bool contains(M const& member) const {
        return !fields_.empty() && fields_.contains(key(&member, &detail::type_mark<M>));
    }

    bool empty() const { return fields_.empty(); } ///< whether there are none
    void clear() { fields_.clear(); }              ///< removes all members

    /// Updates the addresses of members in the elements of a list that have moved.
    void move(void const* before, std::size_t bytes, void const* now) {
        if (fields_.empty() || before == now) return;
        auto const from = address(before), to = address(now);
        auto const first = fields_.lower_bound({from, 0}), last = fields_.lower_bound({from + bytes, 0});
        std::vector<place_and_type> inside(first, last);
        fields_.erase(first, last);
        for (auto const& [place, type] : inside) fields_.insert({to + (place - from), type});
    }

private:
    using place_and_type = std::pair<std::uintptr_t, std::uintptr_t>;

    static std::uintptr_t address(void const* p) { return reinterpret_cast<std::uintptr_t>(p); }
    static place_and_type key(void const* member, void const* type_mark) {
        return {address(member), address(type_mark)};
    }

    std::set<place_and_type> fields_;
};

} // namespace dynabackup
