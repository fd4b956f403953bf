#pragma once
/// \file
/// The text of `--version`.

#include <string>

namespace dynabackup::tool {

/// Returns the version, alone on the first line, followed by those of the libraries of the tool.
std::string version_text();

} // namespace dynabackup::tool
