#pragma once
/// \file
/// Explains what is wrong with a command line, and suggests a correction.

#include "nearest.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace dynabackup::tool {

namespace detail {

inline std::vector<std::string> option_names(CLI::App const& command) {
    std::vector<std::string> names;
    for (auto const* option : command.get_options())
        for (auto const& name : option->get_lnames()) names.push_back("--" + name);
    return names;
}

/// Returns "; it is an option of check or stats", or nothing.
inline std::string owners_of(CLI::App const& app, std::string const& option) {
    std::vector<std::string> owners;
    for (auto const* command : app.get_subcommands({})) {
        auto const names = option_names(*command);
        if (std::ranges::find(names, option) != names.end() && !command->get_group().empty())
            owners.push_back(command->get_name());
    }
    return owners.empty() ? "" : fmt::format("; it is an option of {}", fmt::join(owners, " or "));
}

inline std::string suggestion_of(std::string_view given, std::vector<std::string> const& names) {
    return suggestion(given, {names.begin(), names.end()});
}

} // namespace detail

/// Returns what is wrong with a command line that the app has refused.
inline std::string explain(CLI::ParseError const& error, CLI::App const& app) {
    // The command that has an unexpected argument.
    CLI::App const* owner = &app;
    auto unexpected = app.remaining();
    while (unexpected.empty() && !owner->get_subcommands().empty()) {
        owner = owner->get_subcommands().front();
        unexpected = owner->remaining();
    }
    if (unexpected.empty()) return error.what();

    auto const& word = unexpected.front();
    if (word.starts_with('-')) {
        auto const given = word.substr(0, word.find('='));
        auto more = detail::suggestion_of(given, detail::option_names(*owner));
        if (more.empty() || owner == &app)
            if (auto elsewhere = detail::owners_of(app, given); !elsewhere.empty())
                more = std::move(elsewhere);
        return fmt::format("there is no option {}{}", given, more);
    }
    if (owner != &app) return error.what();
    std::vector<std::string> names;
    for (auto const* command : app.get_subcommands({}))
        if (!command->get_group().empty()) names.push_back(command->get_name());
    auto more = detail::suggestion_of(word, names);
    std::error_code none;
    if (more.empty() && std::filesystem::exists(word, none))
        more = fmt::format("; did you mean 'dynabackup check {}'?", word);
    if (more.empty()) more = fmt::format("; there are {}", fmt::join(names, ", "));
    return fmt::format("there is no command '{}'{}", word, more);
}

} // namespace dynabackup::tool
