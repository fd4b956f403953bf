#include "commands.hpp"
#include "escaped_text.hpp"
#include "output.hpp"
#include "rule_names.hpp"
#include "rule_text.hpp"
#include "text_output.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace dynabackup::tool {

namespace {

struct explain_request {
    std::vector<rule const*> rules; ///< one, or a family
    when color = when::automatic;
};

/// Appends the documents of an example, one per line.
void append_documents(std::string& out, std::string_view text) {
    for (out += '\n'; !text.empty();) {
        auto const line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        out += "  ";
        append_safe(out, line);
        out += '\n';
    }
    out += '\n';
}

/// Appends "  Reads:     every shape", on several lines if it is long.
void append_fact(std::string& out, screen const& to, std::string_view what, std::string_view text) {
    std::string lines;
    append_wrapped(lines, text, 13, to.width);
    out += lines.replace(2, what.size(), what);
}

/// Appends everything that is known about a rule. Checks its example, and shows the findings.
void append_explanation(std::string& out, screen const& to, rule const& r) {
    text_output findings(to.color, to.width);
    std::vector<std::pair<std::string, finding>> found;
    if (needs_export(r)) found = findings_of_export(r, findings.excerpt_bytes());
    else
        for (auto const& f : findings_of_example(r, findings.excerpt_bytes()))
            found.emplace_back(broken_document(r).name, f);
    append_title(out, to, r);
    append_wrapped(out, r.meaning, 2, to.width);
    out += '\n';
    append_fact(out, to, "In force:", days_text(r));
    append_fact(out, to, "Reads:", shapes_text(r));
    for (auto const& [name, f] : found)
        append_fact(out, to, "Path:", f.path.empty() ? "\"\", the whole document" : safe(f.path));
    append_fact(out, to, "Source:", r.cite);

    out += fmt::format("\n{} reports a violation in\n", example_command(r));
    append_documents(out, r.example.invalid);
    for (auto const& [name, f] : found) findings.show(out, name, f);
    out += "It reports none in\n";
    append_documents(out, r.example.valid);
    out.pop_back();
}

int explain(explain_request const& request) {
    std::string out;
    screen const to(request.color);
    if (request.rules.size() == 1) append_explanation(out, to, *request.rules.front());
    else append_rules(out, to, request.rules);
    return print(out);
}

constexpr char const* explain_examples = R"(Exit status: 0, or 2 if there is no such rule.

Examples:
  dynabackup explain key-schema.hash-first      its meaning, a violation, and a valid document
  dynabackup explain 'key-schema.*'             a family of rules, in brief
)";

} // namespace

command add_explain(CLI::App& app) {
    auto& command =
        add_command(app, "explain", "Explain a rule, with a document that violates it", explain_examples);
    auto const request = std::make_shared<explain_request>();
    auto const take = [request](std::string const& given) {
        request->rules = find_rules(given);
        if (request->rules.empty()) refuse("", no_such_rule(given));
    };
    add_argument(command, "RULE", " ", "The id of a rule, or a family such as 'timestamp.*'", take);
    add_color(command, request->color);
    return {&command, [request] { return explain(*request); }};
}

} // namespace dynabackup::tool
