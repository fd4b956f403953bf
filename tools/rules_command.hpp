#pragma once
/// \file
/// `dynabackup rules`: the catalogue.

#include "command_line.hpp"

namespace dynabackup::tool {

command add_rules(CLI::App& app);

} // namespace dynabackup::tool
