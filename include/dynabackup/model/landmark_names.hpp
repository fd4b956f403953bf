#pragma once
/// \file
/// The names of members by which reading goes on after damage.

#include <dynabackup/model/shape.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace dynabackup {

/// Names of members, each once.
class name_set {
public:
    /// \pre There is room for it.
    constexpr void insert(std::string_view name) {
        if (!contains(name)) names_[size_++] = name;
    }
    template <class T>
    constexpr void insert_members_of() {
        for (auto name : wire_names<T>) insert(name);
    }
    constexpr bool contains(std::string_view name) const {
        return std::find(names_.begin(), names_.begin() + size_, name) != names_.begin() + size_;
    }
    constexpr operator std::span<std::string_view const>() const { return {names_.data(), size_}; }

private:
    std::array<std::string_view, 128> names_{};
    std::size_t size_ = 0;
};

/// The names of the members of these shapes, `Shapes` being a list of types; those that members of `Inside`, another
/// list, have, too, are left out: they tell nothing.
template <template <class...> class List, class... Shapes, class... Inside>
constexpr name_set names_of(List<Shapes...>, List<Inside...>) {
    name_set inside, names;
    (inside.insert_members_of<Inside>(), ...);
    auto const add = [&](auto const& all) {
        for (std::string_view const name : all)
            if (!inside.contains(name)) names.insert(name);
    };
    (add(wire_names<Shapes>), ...);
    return names;
}

} // namespace dynabackup
