#pragma once
/// \file
/// What one run has read and found.

#include <dynabackup/summary.hpp>

#include <cstddef>

namespace dynabackup::tool {

struct totals {
    summary counts;
    std::size_t files = 0;      ///< those that were read
    std::size_t unreadable = 0; ///< files and directories
    std::size_t bytes = 0;
    std::size_t hidden = 0; ///< findings that were counted and not shown
    double seconds = 0;
    int status = 0; ///< exit status
};

} // namespace dynabackup::tool
