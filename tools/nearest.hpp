#pragma once
/// \file
/// Suggests existing names in the message about a name that does not exist.

#include <dynabackup/display/nearest.hpp>

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

/// Returns "; did you mean A or B?", or nothing. `known`: the names that exist.
template <class Names = std::vector<std::string_view>>
std::string suggestion(std::string_view given, Names const& known) {
    std::vector<std::string_view> const texts(known.begin(), known.end());
    auto const names = display::nearest(given, texts);
    if (names.empty()) return {};
    return fmt::format("; did you mean {}?", fmt::join(names, " or "));
}

} // namespace dynabackup::tool
