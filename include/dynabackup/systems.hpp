#pragma once
/// \file
/// Every system that the library knows, and their shapes by name.

#include <dynabackup/model/system.hpp>

#include <string>
#include <string_view>

namespace dynabackup {

/// Returns the shape of a name: `BackupSummary`, `clumio.Projection`, `aws.BackupSummary`. Returns null if there is
/// none. A name without a system means the shape of the first system that has one of that name.
template <class Lazy = void>
shape_rules const* find_shape(std::string_view name);

/// Returns the name by which find_shape finds a shape: its own name, preceded by that of its system if an earlier
/// system has a shape of that name.
template <class Lazy = void>
std::string short_name(shape_table const& shape);

} // namespace dynabackup

#if DYNABACKUP_DEFINE

#include <dynabackup/aws/system.hpp>
#include <dynabackup/aws/table_system.hpp>
#include <dynabackup/aws_backup/system.hpp>
#include <dynabackup/clumio/system.hpp>
#include <dynabackup/table_export/system.hpp>

#include <array>

namespace dynabackup {

template <class Lazy>
std::span<system_table const* const> known_systems() {
    static constexpr std::array<system_table const*, 5> systems{
        &aws::system<Lazy>, &clumio::system<Lazy>, &aws::table_system<Lazy>, &aws_backup::system<Lazy>,
        &table_export::system<Lazy>};
    return systems;
}

template <class Lazy>
shape_rules const* find_shape(std::string_view name) {
    auto const dot = name.find('.');
    for (auto const* system : known_systems<Lazy>()) {
        if (dot != name.npos && name.substr(0, dot) != system->name) continue;
        for (auto const* rules : system->shapes)
            if (rules->shape->name == name.substr(dot == name.npos ? 0 : dot + 1)) return rules;
    }
    return nullptr;
}

template <class Lazy>
std::string short_name(shape_table const& shape) {
    auto const* const found = find_shape<Lazy>(shape.name);
    if (found && found->shape == &shape) return std::string(shape.name);
    return std::string(shape.dialect.system) + '.' + std::string(shape.name);
}

#ifdef DYNABACKUP_SOURCE
template std::span<system_table const* const> known_systems<void>();
template shape_rules const* find_shape<void>(std::string_view name);
template std::string short_name<void>(shape_table const& shape);
#endif

} // namespace dynabackup

#endif
