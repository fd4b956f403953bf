#pragma once
/// \file
/// What is said of a rule in words, wherever it is shown.

#include <dynabackup/catalogue.hpp>
#include <dynabackup/report.hpp>

#include <fmt/format.h>

#include <string>
#include <string_view>
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
    if (shapes.empty()) return "every shape";
    return fmt::format("{}{}", fmt::join(shapes, ", "), needs_request(r) ? " against its request" : "");
}

/// What is found in the broken text of a rule's example, with so much of its lines. Not in this header: it needs the readers of all shapes.
report findings_of_example(rule const& r, std::size_t excerpt_bytes);

/// The options of `dynabackup check` under which a rule's example shows what it shall. The command has none for a
/// rule that needs a request.
std::vector<std::string> example_arguments(rule const& r);

/// What shows a rule's example: "dynabackup check --shape Projection", or a call of the library.
inline std::string example_command(rule const& r) {
    if (needs_request(r)) return "dynabackup::check_exchange(request, response)";
    std::string command = "dynabackup check";
    for (auto const& arg : example_arguments(r)) command += ' ' + arg;
    return command;
}

/// The document of an example in which something is found, as it is called and as it is written.
struct example_document {
    std::string_view name, text;
};

example_document broken_document(rule const& r);

} // namespace dynabackup::tool
