#pragma once
/// \file
/// `dynabackup explain`: what a rule means, and what it finds.

#include "command_line.hpp"

namespace dynabackup::tool {

command add_explain(CLI::App& app);

} // namespace dynabackup::tool
