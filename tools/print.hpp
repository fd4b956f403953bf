#pragma once
/// \file
/// What a command writes at once.

#include "exit_status.hpp"
#include "output.hpp"

#include <cerrno>
#include <string_view>

namespace dynabackup::tool {

/// Writes to standard output. \return The exit status.
inline int print(std::string_view text) {
    int const error = write_all(STDOUT_FILENO, text);
    if (error == 0 || error == EPIPE) return all_is_well; // whoever has gone does not want more
    complain("standard output: " + reason_of(error));
    return cannot_run;
}

} // namespace dynabackup::tool
