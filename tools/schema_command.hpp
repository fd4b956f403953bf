#pragma once
/// \file
/// `dynabackup schema`: a shape as JSON Schema.

#include "command_line.hpp"

namespace dynabackup::tool {

command add_schema(CLI::App& app);

} // namespace dynabackup::tool
