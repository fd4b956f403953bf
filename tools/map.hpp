#pragma once
/// \file
/// The run of `dynabackup map`.

#include <dynabackup/backup_view.hpp>
#include <dynabackup/options.hpp>

#include "exit_status.hpp"
#include "shapes.hpp"

#include <optional>
#include <string_view>

namespace dynabackup::tool {

/// What the command line asks for.
struct map_request {
    dynabackup::options options;
    document_kind kind = any_known_kind();
    std::optional<std::string_view backup_view::*> key; ///< before each line, with a tab; none: no key
    bool line_buffered = false;                         ///< each line is written when it is made
    bool data_errors_exit_zero = false;
};

/// Answers each line of standard input by one of standard output, and tells how the process ends.
int run(map_request const& request);

} // namespace dynabackup::tool
