#pragma once
/// \file
/// The options of `dynabackup generate`.

#include "command_line.hpp"

namespace dynabackup::tool {

command add_generate(CLI::App& app);

} // namespace dynabackup::tool
