#pragma once
/// \file
/// The run of `dynabackup merge`.

#include "exit_status.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace dynabackup::tool {

/// What the command line asks for.
struct merge_request {
    std::vector<std::string> paths;
    std::string name;       ///< of what comes from standard input; empty: it has none
    std::size_t expect = 0; ///< so many parts; 0: as many as there are
    std::string manifest;   ///< a file of `split`; empty: none
};

/// Adds up, prints, compares the parts, and tells how the process ends.
int run(merge_request const& request);

} // namespace dynabackup::tool
