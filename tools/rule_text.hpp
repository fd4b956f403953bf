#pragma once
/// \file
/// Describes rules on a terminal.

#include "rule_facts.hpp"
#include "terminal.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <vector>

namespace dynabackup::tool {

/// The screen of standard output.
struct screen {
    bool color;
    std::size_t width;

    explicit screen(when choice)
        : color(wants_color(choice, STDOUT_FILENO)), width(screen_width(STDOUT_FILENO)) {}
};

/// Appends "key-schema.size: error".
inline void append_title(std::string& out, screen const& to, rule const& r) {
    painter const paint(to.color);
    paint(out, bold, fmt::format("{}:", r.id));
    out += ' ';
    paint(out, color_of(r.severity), to_text(r.severity));
    out += '\n';
}

/// Appends the meaning of each rule, when it is in force, what it reads and its source, in a few lines.
inline void append_rules(std::string& out, screen const& to, std::vector<rule const*> const& rules) {
    constexpr std::size_t indent = 4;
    for (auto const* r : rules) {
        append_title(out, to, *r);
        append_wrapped(out, r->meaning, indent, to.width);
        append_wrapped(out, fmt::format("{}; reads {}", days_text(*r), shapes_text(*r)), indent, to.width);
        append_wrapped(out, r->cite, indent, to.width);
    }
}

} // namespace dynabackup::tool
