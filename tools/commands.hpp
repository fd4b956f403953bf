#pragma once
/// \file
/// The commands of the tool. Each of these functions adds one to the command line, with its options.

#include "command_line.hpp"

namespace dynabackup::tool {

command add_apply(CLI::App& app);
command add_check(CLI::App& app);
command
add_completion(CLI::App& app); ///< prints the script by which a shell gets completions: see completion.hpp
command add_convert(CLI::App& app);
command add_diff(CLI::App& app);
command add_explain(CLI::App& app);
command add_fingerprint(CLI::App& app);
command add_generate(CLI::App& app);
command add_man(CLI::App& app); ///< prints the manual page, for packages; not in the help
command add_map(CLI::App& app);
command add_merge(CLI::App& app);
command add_rules(CLI::App& app);
command add_schema(CLI::App& app);
command add_split(CLI::App& app);
command add_stats(CLI::App& app);

} // namespace dynabackup::tool
