#pragma once
/// \file
/// Suggests existing names in the message about a name that does not exist.

#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

/// Returns "; did you mean A or B?", or nothing. `known`: the names that exist.
std::string suggestion(std::string_view given, std::vector<std::string_view> const& known);

} // namespace dynabackup::tool
