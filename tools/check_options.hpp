#pragma once
/// \file
/// Options for checking that several commands share.

#include <dynabackup/item_key.hpp>
#include <dynabackup/options.hpp>

#include "command_line.hpp"
#include "rule_names.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dynabackup::tool {

/// Refuses the command line unless a name means a rule or a family of rules.
inline void require_rule(std::string const& option, std::string const& chosen) {
    if (find_rules(chosen).empty()) refuse(option, no_such_rule(chosen));
}

/// Adds `--only` or `--disable`, which take the id of a rule or a family of rules.
inline void add_rule_choice(CLI::App& app, std::string const& name, std::vector<std::string>& target,
                            std::string const& help) {
    auto const option = "--" + name;
    add_repeatable(app, name, "RULE", help, [&target, option](std::string const& chosen) {
        require_rule(option, chosen);
        target.push_back(chosen);
    });
}

/// Adds `--names` and `--times`. By default, the tool reads names in any spelling.
inline void add_spellings(CLI::App& app, check_options& target) {
    target.names = spelling::any;
    add_choice(app, "names", target.names, {{"exact", spelling::exact}, {"any", spelling::any}},
               "Whether the names of members may differ from those of the API in case, underscores and "
               "hyphens; default: any");
    add_choice(app, "times", target.times, {{"exact", spelling::exact}, {"any", spelling::any}},
               "Whether times may be written differently: without an offset, as milliseconds, in quotes; "
               "default: exact");
}

/// Adds `--allow-empty`.
inline void add_allow_empty(CLI::App& app, check_options& target) {
    add_flag(app, "allow-empty", target.allow_empty,
             "Accept an empty file, and a directory with no file to read; otherwise both are problems");
}

/// Adds `--key`.
inline CLI::Option* add_key(CLI::App& app, std::optional<item_key>& target, std::string const& help) {
    return add_value(app, "key", "KEY", help, [&target](std::string const& given) {
        target = parse_item_key(given);
        if (!target)
            refuse("--key",
                   fmt::format("'{}' is not a key such as pk:S or pk:S,sk:N: a name, a colon and S, N or B",
                               given));
    });
}

// The limits on what is read. Their defaults are those of the library.

inline void add_max_depth(CLI::App& app, check_options& target) {
    add_count(app, "max-depth", target.max_depth, 1,
              fmt::format("How deeply values may be nested; default: {}", check_options{}.max_depth));
}

/// Adds `--max-record-bytes`. `what`: what is skipped; `more`: the end of the help.
inline void add_max_record_bytes(CLI::App& app, check_options& target,
                                 std::string const& what = "larger records", std::string const& more = "") {
    std::size_t const most = check_options{}.max_record_bytes;
    add_count(app, "max-record-bytes", target.max_record_bytes, 1,
              fmt::format("Skip {}, with a finding; default: {} ({} MiB){}", what, most, most >> 20, more));
}

} // namespace dynabackup::tool
