#pragma once

#include "command_line.hpp"

namespace dynabackup::tool {

/// `dynabackup schema`
command add_schema(CLI::App& app);

} // namespace dynabackup::tool
