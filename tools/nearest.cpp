#include "nearest.hpp"

#include <dynabackup/display/nearest.hpp>

#include <fmt/format.h>

namespace dynabackup::tool {

std::string suggestion(std::string_view given, std::vector<std::string_view> const& known) {
    auto const names = display::nearest(given, known);
    if (names.empty()) return {};
    return fmt::format("; did you mean {}?", fmt::join(names, " or "));
}

} // namespace dynabackup::tool
