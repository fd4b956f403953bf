#pragma once
/// \file
/// Text of unknown origin on a terminal.

#include <dynabackup/display/safe_text.hpp>

namespace dynabackup::tool {

using display::append_glyph;
using display::append_safe;
using display::safe;

} // namespace dynabackup::tool
