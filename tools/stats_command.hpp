#pragma once
/// \file
/// `dynabackup stats`: what a dump has.

#include "command_line.hpp"

namespace dynabackup::tool {

command add_stats(CLI::App& app);

} // namespace dynabackup::tool
