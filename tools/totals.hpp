#pragma once
/// \file
/// The counts of a run.

#include <dynabackup/report.hpp>
#include <dynabackup/stats.hpp>
#include <dynabackup/table_export/item_statistics.hpp>
#include <dynabackup/timestamp.hpp>

#include <cstddef>
#include <optional>

namespace dynabackup::tool {

struct totals {
    summary counts;
    std::size_t files = 0;      ///< the ones that were read
    std::size_t unreadable = 0; ///< files and directories
    std::size_t bytes = 0;
    std::size_t hidden = 0; ///< findings that were counted but not shown
    double seconds = 0;
    int status = 0; ///< exit status
};

/// The statistics of a run.
struct collected_stats {
    statistics all;
    table_export::item_statistics items;
    totals read;
    std::optional<timestamp> now; ///< the time of the report
    std::size_t top;
};

} // namespace dynabackup::tool
