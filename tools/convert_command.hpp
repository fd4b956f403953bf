#pragma once
/// \file
/// The options of `dynabackup convert`.

#include "command_line.hpp"

namespace dynabackup::tool {

command add_convert(CLI::App& app);

} // namespace dynabackup::tool
