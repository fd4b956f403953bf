#pragma once
/// \file
/// Describes rules in words.

#include <dynabackup/report.hpp>
#include <dynabackup/rule_catalog.hpp>

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dynabackup::tool {

/// Returns "since 2018-08-06", or "from 2018-08-06 to 2019-01-15".
inline std::string days_text(rule const& r) {
    if (r.until == edition::latest) return "since " + to_text(r.since);
    return fmt::format("from {} to {}", to_text(r.since), to_text(r.until));
}

/// Returns "every shape", or the names of the shapes.
inline std::string shapes_text(rule const& r) {
    auto const shapes = shapes_of(r);
    if (shapes.empty()) return "every shape";
    return fmt::format("{}{}", fmt::join(shapes, ", "), needs_request(r) ? " against its request" : "");
}

/// Returns the findings in the invalid text of a rule's example. `excerpt_bytes`: see options.
report findings_of_example(rule const& r, std::size_t excerpt_bytes);

/// Returns the findings in the export of the example of a rule that needs one, with the names of their files.
std::vector<std::pair<std::string, finding>> findings_of_export(rule const& r, std::size_t excerpt_bytes);

/// Returns the options with which `dynabackup check` reports a finding in the example of a rule. \pre The rule
/// needs no request.
std::vector<std::string> example_arguments(rule const& r);

/// Returns the command that checks the example of a rule, such as "dynabackup check --shape Projection".
inline std::string example_command(rule const& r) {
    if (needs_request(r)) return "dynabackup check --request request.json response.json";
    if (needs_export(r)) return fmt::format("dynabackup check --only {} export/", r.id);
    std::string command = "dynabackup check";
    for (auto const& arg : example_arguments(r)) command += ' ' + arg;
    return command;
}

/// The document of an example in which the finding is.
struct example_document {
    std::string_view name, text;
};

example_document broken_document(rule const& r);

} // namespace dynabackup::tool
