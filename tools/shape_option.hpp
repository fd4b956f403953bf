#pragma once
/// \file
/// Shapes by name, and `--shape` for commands that read documents.

#include <dynabackup/systems.hpp>

#include "command_line.hpp"
#include "nearest.hpp"

#include <string>
#include <vector>

namespace dynabackup::tool {

/// Returns the names of all shapes, system by system.
inline std::vector<std::string> shape_names() {
    std::vector<std::string> names;
    for (auto const* system : known_systems())
        for (auto const* rules : system->shapes) names.push_back(short_name(*rules->shape));
    return names;
}

/// Returns the shape of that name. Refuses the command line if there is none. `option`: the one that the name was
/// given to; empty: it is an argument.
inline shape_rules const& require_shape(std::string const& given, std::string const& option = "") {
    if (auto const* const found = find_shape(given)) return *found;
    auto const names = shape_names();
    auto const problem =
        fmt::format("there is no shape '{}'{}", given, suggestion(given, {names.begin(), names.end()}));
    refuse(option, problem);
}

/// Adds `--shape`.
inline CLI::Option* add_shape(CLI::App& app, shape_rules const*& target) {
    return add_value(app, "shape", "SHAPE", "Read every document as this shape, such as DescribeBackupOutput",
                     [&target](std::string const& given) { target = &require_shape(given, "--shape"); });
}

} // namespace dynabackup::tool
