#pragma once
/// \file
/// The run of `dynabackup convert`.

#include <dynabackup/options.hpp>

#include "converted_records.hpp"
#include "exit_status.hpp"
#include "shapes.hpp"
#include "terminal.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace dynabackup::tool {

/// What the command line asks for.
struct convert_request {
    std::vector<std::string> paths;
    std::optional<target> to;
    std::string output = "-"; ///< a file; `-` is standard output
    dynabackup::options options;
    document_kind kind = any_known_kind();
    std::size_t jobs = 0; ///< threads; 0: as many as there are cores
    when progress = when::automatic;
    when color = when::automatic;
};

/// Converts, says what could not be, and tells how the process ends. \pre `request.to`
int run(convert_request const& request);

} // namespace dynabackup::tool
