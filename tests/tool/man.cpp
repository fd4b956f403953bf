/// `dynabackup man`: the manual page.

#include "catch.hpp"
#include "run.hpp"

#include <algorithm>

namespace tool_man_test {

using namespace tool_test;
using Catch::Matchers::Contains;

namespace {

/// Returns the words of the page as a reader sees them.
std::string without_escapes(std::string text) {
    for (std::string const escape : {"\\fB", "\\fI", "\\fR", "\\&"})
        for (auto at = text.find(escape); at != text.npos; at = text.find(escape))
            text.erase(at, escape.size());
    for (auto at = text.find("\\-"); at != text.npos; at = text.find("\\-")) text.erase(at, 1);
    return text;
}

} // namespace

TEST_CASE("the manual has every command with its options and examples", "[tool][man]") {
    auto const page = run({"man"});
    CHECK(page.status == 0);
    CHECK(page.out.starts_with(".TH DYNABACKUP 1 "));
    auto const text = without_escapes(page.out);
    for (auto const& line : lines_of(run({"__complete", ""}).out)) {
        auto const command = line.substr(0, line.find('\t'));
        CAPTURE(command);
        CHECK_THAT(text,
                   Contains("\n.SS " + command + '\n') && Contains("\ndynabackup " + command + " [OPTIONS]"));
        for (auto const& option : lines_of(run({"__complete", command, "--"}).out))
            CHECK_THAT(text, Contains("\n" + option.substr(0, option.find('\t'))) ||
                                 Contains(", " + option.substr(0, option.find('\t'))));
        auto const help = run({command, "--help"}).out;
        auto const example = help.find("\n  dynabackup ");
        REQUIRE(example != help.npos);
        CHECK_THAT(text, Contains(help.substr(example + 3, help.find('\n', example + 1) - example - 3)));
    }
    CHECK_THAT(text, Contains("\nFILE\n") && Contains("\n--format text|ndjson|sarif\n") &&
                         Contains("\nSHELL bash|zsh|fish\n"));
}

TEST_CASE("no line of the manual is a request by accident", "[tool][man]") {
    for (auto const& line : lines_of(run({"man"}).out))
        if (line.starts_with('.') || line.starts_with('\'')) {
            auto const request = line.substr(0, line.find(' '));
            CAPTURE(line);
            CHECK((request == ".TH" || request == ".SH" || request == ".SS" || request == ".TP" ||
                   request == ".PP" || request == ".nf" || request == ".fi"));
        }
}

TEST_CASE("groff has no warnings about the manual, if it is installed", "[tool][man]") {
    if (!std::filesystem::exists("/usr/bin/groff")) return;
    auto const shown =
        run_program({"/usr/bin/groff", "-man", "-ww", "-k", "-Tutf8"}, {.in = run({"man"}).out});
    CHECK(shown.status == 0);
    CHECK(shown.err.empty());
    CHECK_THAT(shown.out, Contains("completion"));
}

} // namespace tool_man_test
