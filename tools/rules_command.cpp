#include "commands.hpp"
#include "json_writer.hpp"
#include "output.hpp"
#include "rule_markdown.hpp"
#include "rule_names.hpp"
#include "rule_text.hpp"

#include <algorithm>
#include <memory>

namespace dynabackup::tool {

namespace {

enum class catalogue_format : unsigned char { text, ndjson, markdown };

struct rules_request {
    catalogue_format format = catalogue_format::text;
    std::optional<edition> day; ///< only rules in force on that day; none: every rule
    when color = when::automatic;
};

std::string rules_ndjson(std::vector<rule const*> const& rules) {
    std::string out;
    json_writer json(out);
    auto const list = [&](std::string_view name, auto const& texts) {
        json.open(name, '[');
        for (auto const& text : texts) json.value(text);
        json.close("]");
    };
    for (auto const* r : rules) {
        json.open('{')("id", r->id)("severity", to_text(r->severity))("since", to_text(r->since));
        if (r->until == edition::latest) json.key("until").null();
        else json("until", to_text(r->until));
        if (auto const shapes = shapes_of(*r); shapes.empty()) json.key("shapes").null();
        else list("shapes", shapes);
        json("meaning", r->meaning)("cite", r->cite);
        json.open("example", '{');
        if (needs_request(*r) || needs_export(*r)) json.key("arguments").null();
        else list("arguments", example_arguments(*r));
        json("broken", r->example.invalid)("sound", r->example.valid).close("}}\n");
    }
    return out;
}

std::string rules_text(std::vector<rule const*> const& rules, screen const& to) {
    std::string out;
    for (auto first = rules.begin(); first != rules.end();) {
        auto const last =
            std::find_if(first, rules.end(), [&](auto* r) { return family_of(*r) != family_of(**first); });
        append_rules(out, to, {first, last});
        out += '\n';
        first = last;
    }
    return out +=
           fmt::format("{} rules; 'dynabackup explain RULE' explains one, with an example.\n", rules.size());
}

int list_rules(rules_request const& request) {
    std::vector<rule const*> rules;
    std::ranges::copy_if(rule_catalog(), std::back_inserter(rules),
                         [&](rule const* r) { return !request.day || r->in_force(*request.day); });
    if (request.format == catalogue_format::ndjson) return print(rules_ndjson(rules));
    if (request.format == catalogue_format::markdown) return print(rules_markdown(rules));
    return print(rules_text(rules, screen(request.color)));
}

constexpr char const* rules_examples = R"(Examples:
  dynabackup rules                              everything that is checked, and the sources
  dynabackup rules --edition 2018-08-06         the rules in force on that day
  dynabackup rules --format ndjson | jq -r 'select(.severity == "error").id'
)";

} // namespace

command add_rules(CLI::App& app) {
    auto& rules =
        add_command(app, "rules", "List the rules: what is checked, and the source of each", rules_examples);
    auto const request = std::make_shared<rules_request>();
    add_choice(rules, "format", request->format,
               {{"text", catalogue_format::text},
                {"ndjson", catalogue_format::ndjson},
                {"markdown", catalogue_format::markdown}},
               "As text, as one JSON object per line, or as the page docs/rules.md");
    add_edition(rules, request->day, "List only the rules in force on that day");
    add_color(rules, request->color);
    return {&rules, [request] { return list_rules(*request); }};
}

} // namespace dynabackup::tool
