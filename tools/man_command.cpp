#include <dynabackup/version.hpp>

#include "commands.hpp"
#include "completion.hpp"
#include "output.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace dynabackup::tool {

namespace {

/// Escapes a line of text for troff: requests, escapes and `-`.
std::string escaped(std::string_view text) {
    std::string out;
    if (text.starts_with('.') || text.starts_with('\'')) out += "\\&";
    for (char const c : text) {
        if (c == '\\') out += "\\e";
        else if (c == '-') out += "\\-";
        else out += c;
    }
    return out;
}

/// Appends a footer of help. It has paragraphs, headings (lines that end with a colon), and indented lines,
/// which keep their layout.
void append_footer(std::string& out, std::string_view text) {
    bool begins = true, as_it_stands = false; // a paragraph
    while (!text.empty()) {
        auto const line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        bool const indented = line.starts_with(' '), heading = line.ends_with(':');
        if (as_it_stands && !indented) out += ".fi\n";
        if (line.empty() || heading || indented != as_it_stands) begins = true;
        as_it_stands = indented;
        if (line.empty()) continue;
        if (begins) out += indented ? ".PP\n.nf\n" : ".PP\n";
        begins = heading;
        if (indented) out += escaped(line.substr(std::min<std::size_t>(2, line.size()))) + '\n';
        else out += heading ? fmt::format("\\fI{}\\fR\n", escaped(line)) : escaped(line) + '\n';
    }
    if (as_it_stands) out += ".fi\n";
}

/// Returns "\fB\-h\fR, \fB\-\-help\fR".
std::string names_of(CLI::Option const& option) {
    std::string out;
    auto const add = [&](std::string_view dashes, std::string const& name) {
        out += fmt::format("{}\\fB{}\\fR", out.empty() ? "" : ", ", escaped(std::string(dashes) + name));
    };
    for (auto const& name : option.get_snames()) add("-", name);
    for (auto const& name : option.get_lnames()) add("--", name);
    return out;
}

void append_options(std::string& out, CLI::App const& command) {
    for (auto const* option : command.get_options()) {
        if (option->get_group().empty()) continue; // hidden
        out += ".TP\n" + names_of(*option);
        auto const value = value_name(*option);
        if (option->get_positional() && value != option->get_name(true))
            out += fmt::format("\\fI{}\\fR ", escaped(option->get_name(true)));
        if (!value.empty())
            out += fmt::format("{}\\fI{}\\fR", option->get_positional() ? "" : " ", escaped(value));
        out += fmt::format("\n{}\n", escaped(option->get_description()));
    }
}

/// Returns "dynabackup check [OPTIONS] [FILE...]".
std::string usage(CLI::App const& command) {
    auto out = fmt::format("\\fBdynabackup {}\\fR [\\fIOPTIONS\\fR]", escaped(command.get_name()));
    for (auto const* option : command.get_options()) {
        if (!option->get_positional()) continue;
        bool const repeats = option->get_expected_max() >= CLI::detail::expected_max_vector_size;
        auto const name = fmt::format("\\fI{}\\fR{}", escaped(option->get_name(true)), repeats ? "..." : "");
        out += option->get_required() ? ' ' + name : " [" + name + ']';
    }
    return out;
}

std::string manual(CLI::App const& app) {
    auto out = fmt::format(".TH DYNABACKUP 1 \"\" \"dynabackup {}.{}.{}\" \"User Commands\"\n.SH NAME\n"
                           "dynabackup \\- {}\n.SH SYNOPSIS\n.nf\n",
                           version.major, version.minor, version.patch, escaped(app.get_description()));
    auto const commands = app.get_subcommands([](CLI::App const* c) { return !c->get_group().empty(); });
    for (auto const* command : commands) out += usage(*command) + '\n';
    out += ".fi\n.SH OPTIONS\n";
    append_options(out, app);
    out += ".SH COMMANDS\n";
    for (auto const* command : commands) {
        out += fmt::format(".SS {}\n{}\n.PP\n{}\n", escaped(command->get_name()),
                           escaped(command->get_description() + '.'), usage(*command));
        append_options(out, *command);
        append_footer(out, command->get_footer());
    }
    return out;
}

} // namespace

command add_man(CLI::App& app) {
    auto& man = *app.add_subcommand("man", "Print the manual page");
    man.group(""); // hidden
    return {&man, [&app] { return print(manual(app)); }};
}

} // namespace dynabackup::tool
