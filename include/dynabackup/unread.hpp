#pragma once
/// \file
/// The members of a model that could not be read, or are absent though required: rules that need them stay
/// silent, since the reader has reported the defect already.

#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

namespace dynabackup {

/// A set of members, by place and type: a struct and its first member have the same address.
/// Empty for every clean record; asking costs one test then.
class unread_members {
public:
    template <class M>
    void insert(M const& member) {
        members_.insert(key(member));
    }

    template <class M>
    bool contains(M const& member) const {
        return !members_.empty() && members_.contains(key(member));
    }

    bool empty() const { return members_.empty(); }

    void clear() { members_.clear(); }

    template <class M>
    void erase(M const& member) {
        if (!members_.empty()) members_.erase(key(member));
    }

    /// The elements of a list have moved, and with them what lies in them.
    void move(void const* before, std::size_t bytes, void const* now) {
        if (members_.empty() || before == now) return;
        auto const from = address(before), to = address(now);
        auto const first = members_.lower_bound({from, 0}), last = members_.lower_bound({from + bytes, 0});
        std::vector<place_and_type> inside(first, last);
        members_.erase(first, last);
        for (auto const& [place, type] : inside) members_.insert({to + (place - from), type});
    }

private:
    using place_and_type = std::pair<std::uintptr_t, std::uintptr_t>;

    template <class M>
    static constexpr char type_of = 0; ///< its address stands for M

    static std::uintptr_t address(void const* p) { return reinterpret_cast<std::uintptr_t>(p); }

    template <class M>
    static place_and_type key(M const& m) {
        return {address(&m), address(&type_of<M>)};
    }

    std::set<place_and_type> members_;
};

} // namespace dynabackup
