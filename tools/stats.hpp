#pragma once
/// \file
/// The run of `dynabackup stats`.

#include <dynabackup/options.hpp>
#include <dynabackup/stats.hpp>

#include "terminal.hpp"
#include "totals.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace dynabackup::tool {

enum class stats_format : unsigned char { text, json, html };

/// What the command line asks for.
struct stats_request {
    std::vector<std::string> paths;
    dynabackup::options options;
    stats_format format = stats_format::text;
    std::size_t top = 10; ///< tables that are shown to people
    std::size_t jobs = 0; ///< threads; 0: as many as there are cores
    when progress = when::automatic;
    when color = when::automatic;
};

/// What there is to show.
struct collected_stats {
    statistics all;
    totals read;
    std::optional<timestamp> now; ///< the time of the report
    std::size_t top;
};

/// Reads, counts, prints, and tells how the process ends.
int run(stats_request const& request);

} // namespace dynabackup::tool
