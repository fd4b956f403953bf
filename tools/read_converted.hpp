#pragma once
/// \file
/// Reads dumps, and hands out what becomes of them in a format.

#include "converted_records.hpp"
#include "shapes.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>

namespace dynabackup::tool {

/// Called once behind each stretch of a dump; see converted_records::for_each for its pieces.
using take_converted = std::function<void(converted_records const&)>;

/// `jobs`: threads; 0: as many as there are cores.
summary read_converted(std::span<dump_input const> inputs, options const& chosen, dump_sink& sink,
                       document_kind const& kind, target to, std::size_t jobs, take_converted const& take);

} // namespace dynabackup::tool
