#pragma once
/// \file
/// What is said of a rule in words, wherever it is shown.

#include <dynabackup/catalogue.hpp>
#include <dynabackup/check_example.hpp>

#include <fmt/format.h>

#include <string>
#include <vector>

namespace dynabackup::tool {

/// "since 2018-08-06", or "from 2018-08-06 to 2019-01-15".
inline std::string days_text(rule const& r) {
    if (r.until == edition::latest) return "since " + to_text(r.since);
    return fmt::format("from {} to {}", to_text(r.since), to_text(r.until));
}

/// "every shape", or their names.
inline std::string shapes_text(rule const& r) {
    auto const shapes = shapes_of(r);
    return shapes.empty() ? "every shape" : fmt::format("{}", fmt::join(shapes, ", "));
}

/// The options of `dynabackup check` under which a rule's example shows what it shall. Whether it needs a time is
/// tried.
inline std::vector<std::string> example_arguments(rule const& r) {
    std::vector<std::string> args;
    auto const add = [&](char const* option, std::string value) {
        args.emplace_back(option);
        args.push_back(std::move(value));
    };
    if (!r.example.shape.empty()) add("--shape", std::string(r.example.shape));
    if (r.example.max_depth) add("--max-depth", std::to_string(r.example.max_depth));
    if (r.until != edition::latest) add("--edition", to_text(r.until));
    auto timeless = example_options(r);
    timeless.now.reset();
    if (check_example(r, r.example.broken, timeless).empty()) add("--now", std::string(example_now));
    return args;
}

/// "dynabackup check --shape Projection"
inline std::string example_command(rule const& r) {
    std::string command = "dynabackup check";
    for (auto const& arg : example_arguments(r)) command += ' ' + arg;
    return command;
}

} // namespace dynabackup::tool
