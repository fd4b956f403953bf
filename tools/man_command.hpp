#pragma once
/// \file
/// `dynabackup man`: the manual page, for packages. Not in the help.

#include "command_line.hpp"

namespace dynabackup::tool {

command add_man(CLI::App& app);

} // namespace dynabackup::tool
