#pragma once
/// \file
/// What was meant by a name that does not exist, for a message.

#include <dynabackup/display/nearest.hpp>

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

/// "; did you mean A or B?", or nothing.
inline std::string suggestion(std::string_view given, std::vector<std::string_view> const& known) {
    auto const names = display::nearest(given, known);
    if (names.empty()) return {};
    return fmt::format("; did you mean {}?", fmt::join(names, " or "));
}

} // namespace dynabackup::tool
