#pragma once
/// \file
/// Checking inputs as a shape that is known by its name only at run time.

#include <dynabackup/dump/engine.hpp>

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

/// Checks all documents of some inputs; findings go to the sink.
using checker = std::function<summary(std::span<dump_input const> inputs, options const& chosen,
                                      dump_sink& sink, dynabackup::detail::dump_tuning const& tuning)>;

/// Every document is what its members make it.
checker recognizing_checker();

/// Every document is of that shape. Empty if there is no such shape.
checker checker_of(std::string_view shape);

std::vector<std::string_view> shape_names();

} // namespace dynabackup::tool
