#pragma once
/// \file
/// The options of `dynabackup split`.

#include "command_line.hpp"

namespace dynabackup::tool {

command add_split(CLI::App& app);

} // namespace dynabackup::tool
