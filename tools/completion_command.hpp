#pragma once
/// \file
/// `dynabackup completion`: the script by which a shell completes command lines of this tool.

#include "command_line.hpp"

namespace dynabackup::tool {

/// The script asks `dynabackup __complete WORD…` for what may follow; see completion.hpp.
command add_completion(CLI::App& app);

} // namespace dynabackup::tool
