#pragma once
/// \file
/// Options of checking that several commands have.

#include <dynabackup/timestamp.hpp>

#include "command_line.hpp"
#include "rule_names.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace dynabackup::tool {

/// Complains unless a name means a rule, or a family of them.
inline void require_rule(std::string const& option, std::string const& chosen) {
    if (find_rules(chosen).empty()) throw CLI::ValidationError(option, no_such_rule(chosen));
}

/// An option that may be given many times; each time with one value, since what follows is a file.
inline void add_repeatable(CLI::App& app, std::string const& option, std::string const& type,
                           std::string const& help, std::function<void(std::string const&)> const& take) {
    auto const take_all = [take](std::vector<std::string> const& given) {
        for (auto const& one : given) take(one);
    };
    app.add_option_function<std::vector<std::string>>(option, take_all, help)
        ->option_text(type)
        ->allow_extra_args(false);
}

/// Takes `--only` or `--disable`: the id of a rule, or a family of them.
inline void add_rule_choice(CLI::App& app, std::string const& name, std::vector<std::string>& target,
                            std::string const& help) {
    auto const option = "--" + name;
    add_repeatable(app, option, "RULE", help, [&target, option](std::string const& chosen) {
        require_rule(option, chosen);
        target.push_back(chosen);
    });
}

inline void take_now(std::optional<timestamp>& target, std::string const& given) {
    timestamp now;
    auto const status = read_date_time(given, now);
    if (status != time_status::ok)
        throw CLI::ValidationError(
            "--now",
            status == time_status::out_of_range
                ? fmt::format("'{}' lies before 1677-09-21 or behind 2262-04-11", given)
                : fmt::format("'{}' is no time like 2026-01-31T12:00:00Z (RFC 3339; an offset such as "
                              "+01:00 may stand for Z)",
                              given));
    target = now;
}

} // namespace dynabackup::tool
