#pragma once
/// \file
/// The options of `dynabackup check`.

#include "command_line.hpp"

namespace dynabackup::tool {

command add_check(CLI::App& app);

} // namespace dynabackup::tool
