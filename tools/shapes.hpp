#pragma once
/// \file
/// Checking a text as a shape that is known by its name only at run time.

#include <dynabackup/finding.hpp>
#include <dynabackup/input_state.hpp>
#include <dynabackup/options.hpp>
#include <dynabackup/summary.hpp>

#include <string_view>
#include <vector>

namespace dynabackup::tool {

/// Checks all documents of a text, one of an input; findings go to the sink.
using checker = summary (*)(std::string_view text, options const& chosen, finding_sink& sink,
                            input_state& input);

/// Every document is what its members make it.
checker recognizing_checker();

/// Every document is of that shape. Null if there is no such shape.
checker checker_of(std::string_view shape);

std::vector<std::string_view> shape_names();

} // namespace dynabackup::tool
