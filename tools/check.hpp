#pragma once
/// \file
/// The run of `dynabackup check`.

#include <dynabackup/options.hpp>

#include "exit_status.hpp"
#include "shapes.hpp"
#include "terminal.hpp"

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace dynabackup::tool {

enum class finding_format : unsigned char { text, ndjson, sarif };

/// What the command line asks for.
struct check_request {
    std::vector<std::string> paths;
    dynabackup::options options;
    document_kind kind = any_known_kind();
    finding_format format = finding_format::text;
    std::optional<severity> fail_on = severity::error; ///< none: never
    std::size_t max_findings = std::numeric_limits<std::size_t>::max();
    std::size_t jobs = 0; ///< threads; 0: as many as there are cores
    std::string summary;  ///< a file; `-` is standard error; empty: none
    when progress = when::automatic;
    when color = when::automatic;
};

/// Checks, prints, and tells how the process ends.
int run(check_request const& request);

} // namespace dynabackup::tool
