#pragma once
/// \file
/// The options of `dynabackup map`.

#include "command_line.hpp"

namespace dynabackup::tool {

command add_map(CLI::App& app);

} // namespace dynabackup::tool
