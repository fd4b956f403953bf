#pragma once
/// \file
/// What may follow on a command line, for shells: found in the description of the commands, so that it is complete
/// whatever commands there are.

#include <CLI/CLI.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

/// What a value is called in the help of an option or argument: `FILE`, `RULE`, `text|ndjson`; empty for a flag.
std::string value_name(CLI::Option const& option);

/// Lines for the script of a shell: a word, a tab, and what it means. `:files` alone: names of files.
/// `words` are those behind the name of the program; the last one is incomplete, and may be empty.
std::string complete(CLI::App const& app, std::vector<std::string> const& words);

} // namespace dynabackup::tool
