#pragma once
/// \file
/// What `--version` prints.

#include <string>

namespace dynabackup::tool {

/// The version, on the first line alone, and those of what the tool is built on.
std::string version_text();

} // namespace dynabackup::tool
