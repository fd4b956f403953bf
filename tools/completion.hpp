#pragma once
/// \file
/// Completes command lines for shells. Takes the words from the description of the commands, so new commands
/// and options need no change here.

#include <CLI/CLI.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

/// Returns the name that the help gives to the value of an option or argument: `FILE`, `RULE`, `text|ndjson`;
/// empty for a flag.
std::string value_name(CLI::Option const& option);

/// Returns lines for the script of a shell: a word, a tab and its meaning; or `:files`, which stands for names
/// of files. `words`: those after the name of the program; the last one is incomplete and may be empty.
std::string complete(CLI::App const& app, std::vector<std::string> const& words);

} // namespace dynabackup::tool
