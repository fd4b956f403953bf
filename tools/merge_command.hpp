#pragma once
/// \file
/// The options of `dynabackup merge`.

#include "command_line.hpp"

namespace dynabackup::tool {

command add_merge(CLI::App& app);

} // namespace dynabackup::tool
