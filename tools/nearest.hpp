#pragma once
/// \file
/// Suggests a name for one that does not exist, in a message.

#include <dynabackup/display/nearest.hpp>

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

/// Returns "; did you mean A or B?", or nothing. `known` is a list of texts.
template <class Names = std::vector<std::string_view>>
std::string suggestion(std::string_view given, Names const& known) {
    std::vector<std::string_view> const texts(known.begin(), known.end());
    auto const names = display::nearest(given, texts);
    if (names.empty()) return {};
    return fmt::format("; did you mean {}?", fmt::join(names, " or "));
}

} // namespace dynabackup::tool
