#pragma once
/// \file
/// Writes the page of all rules, docs/rules.md.

#include "escaped_text.hpp"
#include "rule_facts.hpp"
#include "rule_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup::tool {

namespace detail {

/// Returns the anchor that GitHub gives to a heading with the id of a rule.
inline std::string anchor_of(rule const& r) {
    std::string id(r.id);
    std::erase(id, '.');
    return id;
}

/// Returns the citation as a link in docs/.
inline std::string_view link_of(rule const& r) {
    constexpr std::string_view docs = "docs/";
    return r.cite.starts_with(docs) ? r.cite.substr(docs.size()) : r.cite;
}

} // namespace detail

/// Returns the page of these rules.
inline std::string rules_markdown(std::vector<rule const*> const& rules) {
    std::string out;
    auto const add = [&]<class... T>(fmt::format_string<T...> format, T&&... args) {
        out += fmt::format(format, std::forward<T>(args)...);
    };
    add("# Rules\n\n"
        "The rules of `dynabackup check`. An error contradicts the documentation. A warning is about a\n"
        "document that is allowed, but inconsistent with itself or with what the services are known to do. "
        "A\n"
        "note is information. `dynabackup explain RULE` describes one rule, and also shows the finding.\n\n"
        "If a rule compares a response with its request, the example has the request on its first line and\n"
        "the response on its second. `dynabackup check --request` compares them, and so does\n"
        "`check_exchange` of the library (`exchange.hpp`). If an example has several files, each line "
        "begins\n"
        "with the name of its file.\n\n"
        "This page is generated: `dynabackup rules --format markdown > docs/rules.md`.\n\n"
        "| rule | severity | in force |\n|---|---|---|\n");
    for (auto const* r : rules)
        add("| [{}](#{}) | {} | {} |\n", r->id, detail::anchor_of(*r), to_text(r->severity), days_text(*r));
    std::string_view family;
    for (auto const* r : rules) {
        if (family_of(*r) != family) add("\n## {}\n", family = family_of(*r));
        add("\n### {}\n\n{}\n\n", r->id, as_markdown(r->meaning));
        add("{}, {}; reads {}; [source]({}).\n", to_text(r->severity), days_text(*r), shapes_text(*r),
            detail::link_of(*r));
        add("\n`{}` reports a violation in\n\n```json\n{}\n```\n", example_command(*r), r->example.invalid);
        add("\nand none in\n\n```json\n{}\n```\n", r->example.valid);
    }
    return out;
}

} // namespace dynabackup::tool
