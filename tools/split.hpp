#pragma once
/// \file
/// The run of `dynabackup split`.

#include <dynabackup/options.hpp>

#include "exit_status.hpp"
#include "part_files.hpp"
#include "terminal.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace dynabackup::tool {

/// What the command line asks for.
struct split_request {
    std::vector<std::string> paths;
    std::string output; ///< a directory
    part_sizes sizes;
    bool force = false; ///< parts that are there already are replaced
    dynabackup::options options;
    std::size_t jobs = 0; ///< threads; 0: as many as there are cores
    when progress = when::automatic;
    when color = when::automatic;
};

/// Writes the parts and their manifest, says what could not be written, and tells how the process ends.
int run(split_request const& request);

} // namespace dynabackup::tool
