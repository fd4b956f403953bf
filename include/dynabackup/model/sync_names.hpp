#pragma once
/// \file
/// The names of members at which reading resumes after damage: see detail/json/recovery.hpp.

#include <dynabackup/model/tables.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>

namespace dynabackup {

/// A list of shapes, for constant expressions.
template <class... Shapes>
struct shape_list {};

/// A set of names of members.
class name_set {
public:
    /// \pre There is room for the name.
    constexpr void insert(std::string_view name) {
        if (!contains(name)) names_[size_++] = name;
    }
    template <class T>
    constexpr void insert_members_of() {
        for (auto const& m : detail::member_tables<T>) insert(m.name);
    }
    constexpr bool contains(std::string_view name) const {
        for (std::size_t i = 0; i < size_; ++i)
            if (names_[i] == name) return true;
        return false;
    }
    constexpr operator std::span<std::string_view const>() const { return {names_.data(), size_}; }

private:
    std::array<std::string_view, 128> names_{};
    std::size_t size_ = 0;
};

/// Returns the names of the members with which a document or a record may begin: those of `Shapes`. Leaves out names
/// that members of `Inside`, the shapes inside these, also have, since they are ambiguous. `Lazy` is void.
template <class Lazy, class... Shapes, class... Inside>
constexpr name_set make_sync_names(shape_list<Shapes...>, shape_list<Inside...> = {}) {
    name_set inside, names;
    (inside.insert_members_of<std::conditional_t<std::is_void_v<Lazy>, Inside, Lazy>>(), ...);
    auto const add = [&](auto const& members) {
        for (auto const& m : members)
            if (!inside.contains(m.name)) names.insert(m.name);
    };
    (add(detail::member_tables<std::conditional_t<std::is_void_v<Lazy>, Shapes, Lazy>>), ...);
    return names;
}

} // namespace dynabackup
