/// Completion for shells, and their scripts.

#include <dynabackup/rule_catalog.hpp>
#include <dynabackup/systems.hpp>

#include "catch.hpp"
#include "run.hpp"

#include <algorithm>

namespace tool_completion_test {

using namespace tool_test;
using texts = std::vector<std::string>;

namespace {

/// Returns the words that may follow, without their meanings.
texts words(texts typed) {
    typed.insert(typed.begin(), "__complete");
    auto const ran = run(typed);
    CHECK(ran.status == 0);
    CHECK(ran.err.empty());
    auto lines = lines_of(ran.out);
    for (auto& line : lines) line.resize(std::min(line.size(), line.find('\t')));
    return lines;
}

bool contains(texts const& all, std::string_view word) { return std::ranges::find(all, word) != all.end(); }

/// Returns the path of a program, or nothing.
std::string installed(std::string const& program) {
    for (std::string const folder : {"/usr/local/bin/", "/usr/bin/", "/bin/"})
        if (std::filesystem::exists(folder + program)) return folder + program;
    return {};
}

/// An environment in which the tool is found by its name.
how in_path() {
    auto const folder = std::filesystem::path(DYNABACKUP_TOOL).parent_path().string();
    return {.env = {"PATH=" + folder + ":/usr/local/bin:/usr/bin:/bin"}};
}

/// Returns the text that Bash would insert. `breaks`: the words as Bash splits them.
texts bash(texts const& breaks) {
    std::string script = "source <(dynabackup completion bash)\n"
                         "compopt() { echo \"compopt $*\"; }\nCOMP_WORDS=(";
    for (auto const& word : breaks) script += '\'' + word + "' ";
    script += ")\nCOMP_CWORD=" + std::to_string(breaks.size() - 1) +
              "\n_dynabackup\n((${#COMPREPLY[@]})) && printf '%s\\n' \"${COMPREPLY[@]}\"\n"
              "complete -p dynabackup >/dev/null || echo 'not registered'";
    auto const ran = run_program({installed("bash"), "--norc", "-c", script}, in_path());
    CAPTURE(script);
    CHECK(ran.err.empty());
    return lines_of(ran.out);
}

} // namespace

TEST_CASE("completion: the options of every command are completed, and no hidden command is offered",
          "[tool][completion]") {
    auto const commands = words({""});
    for (auto const* name : {"check", "rules", "explain", "completion"}) CHECK(contains(commands, name));
    CHECK_FALSE(contains(commands, "man"));
    CHECK_FALSE(contains(commands, "__complete"));
    for (auto const& command : commands) {
        CHECK(contains(words({command, "--"}), "--help"));
        auto const help = run({command, "--help"}).out;
        for (auto const& option : words({command, "--"})) CHECK(help.find(option) != help.npos);
    }
    CHECK(words({"ch"}) == texts{"check"});
    CHECK(contains(words({"--"}), "--version"));
}

TEST_CASE("completion: options and their values are completed", "[tool][completion]") {
    CHECK(words({"check", "--form"}) == texts{"--format"});
    CHECK(words({"check", "--format", ""}) == texts{"text", "ndjson", "sarif"});
    CHECK(words({"check", "--format=n"}) == texts{"--format=ndjson"});
    CHECK(words({"check", "--format", "text", "--fail-on", "n"}) == texts{"note", "never"});
    CHECK(words({"check", "--edition", ""}) == texts{"latest"});
    CHECK(words({"check", "--jobs", ""}).empty());
    CHECK(words({"check", "--nothing=", "--strict=x"}).empty());
    CHECK(words({"completion", "z"}) == texts{"zsh"});
}

TEST_CASE("completion: rules and shapes are completed", "[tool][completion]") {
    auto const rules = words({"check", "--only", ""});
    CHECK(rules == words({"explain", ""}));
    CHECK(rules.size() == dynabackup::rule_catalog().size());
    for (auto const* r : dynabackup::rule_catalog()) CHECK(contains(rules, r->id));
    CHECK(words({"explain", "gsi.coun"}) == texts{"gsi.count"});
    CHECK(words({"explain", "gsi.count", ""}).empty());
    CHECK(words({"check", "--severity", "gsi.cou"}) == texts{"gsi.count="});
    CHECK(words({"check", "--severity=gsi.count=e"}) == texts{"--severity=gsi.count=error"});
    auto const shapes = words({"check", "--shape", ""});
    CHECK(contains(shapes, "ListBackupsOutput"));
    CHECK(contains(shapes, "clumio.Projection"));
    CHECK(words({"check", "--shape", "ListBackupsO"}) == texts{"ListBackupsOutput"});
}

TEST_CASE("completion: files are completed", "[tool][completion]") {
    texts const files{":files"};
    CHECK(words({"check", ""}) == files);
    CHECK(words({"check", "--strict", "a.json", "b"}) == files);
    CHECK(words({"check", "--", "--str"}) == files);
    CHECK(words({"check", "--summary", ""}) == files);
    CHECK(words({"check", "--summary=a"}) == files);
    CHECK(words({"diff", ""}) == files);
    CHECK(words({"split", "--output", ""}) == files);
    CHECK(words({"apply", "--export="}) == files);
    CHECK(words({"rules", ""}).empty());
}

TEST_CASE("completion: no text that is typed is an error", "[tool][completion]") {
    CHECK(words({}) == words({""}));
    CHECK(words({"nothing", ""}).empty());
    CHECK(words({"=", "=", "="}).empty());
    CHECK(words({"check", "-"}).size() > 10);
    CHECK(words({"check", "\x1B\xFF"}) == texts{":files"});
}

TEST_CASE("completion: the script works in Bash", "[tool][completion]") {
    REQUIRE(!installed("bash").empty());
    CHECK(bash({"dynabackup", "che"}) == texts{"check"});
    CHECK(bash({"dynabackup", "check", "--form"}) == texts{"--format"});
    CHECK(bash({"dynabackup", "check", "--format", "n"}) == texts{"ndjson"});
    // Bash splits --format=n, and replaces only the text after the sign.
    CHECK(bash({"dynabackup", "check", "--format", "=", "n"}) == texts{"ndjson"});
    CHECK(bash({"dynabackup", "check", "--fail-on", "="}) == texts{"error", "warning", "note", "never"});
    CHECK(bash({"dynabackup", "check", "--severity", "=", "gsi.count", "=", "e"}) == texts{"error"});
    CHECK(bash({"dynabackup", "check", "--severity", "gsi.cou"}) ==
          texts{"compopt -o nospace", "gsi.count="});
    CHECK(bash({"dynabackup", "check", "--shape", "ListBackupsO"}) == texts{"ListBackupsOutput"});
    CHECK(bash({"dynabackup", "check", ""}) == texts{"compopt -o default"});
    CHECK(bash({"dynabackup", "nothing", ""}).empty());
}

TEST_CASE("completion: the script works in Zsh, if that is installed", "[tool][completion]") {
    auto const zsh = installed("zsh");
    if (zsh.empty()) return;
    // Prints what Zsh's own functions would be given.
    auto const given = [&](std::string const& typed) {
        auto const ran = run_program({zsh, "-f", "-c",
                                      "compdef() { :; }\n_files() { echo files; }\ncompset() { :; }\n"
                                      "_describe() { print -l -- $found $open; }\n"
                                      "source <(dynabackup completion zsh)\nwords=(" +
                                          typed + ")\nCURRENT=$#words\n_dynabackup"},
                                     in_path());
        CHECK(ran.err.empty());
        auto lines = lines_of(ran.out);
        for (auto& line : lines) line.resize(std::min(line.size(), line.find(':')));
        return lines;
    };
    CHECK(given("dynabackup che") == texts{"check"});
    CHECK(given("dynabackup check --format=n") == texts{"--format=ndjson"});
    CHECK(given("dynabackup check --severity gsi.cou") == texts{"gsi.count="});
    CHECK(given("dynabackup check ''") == texts{"files"});
}

TEST_CASE("completion: the script works in fish, if that is installed", "[tool][completion]") {
    auto const fish = installed("fish");
    if (fish.empty()) return;
    auto const given = [&](std::string const& typed) {
        auto const ran = run_program(
            {fish, "--no-config", "-c", "dynabackup completion fish | source; complete -C '" + typed + "'"},
            in_path());
        CHECK(ran.err.empty());
        auto lines = lines_of(ran.out);
        for (auto& line : lines) line.resize(std::min(line.size(), line.find('\t')));
        return lines;
    };
    CHECK(given("dynabackup che") == texts{"check"});
    CHECK(given("dynabackup check --format=n") == texts{"--format=ndjson"});
    CHECK(given("dynabackup check --format n") == texts{"ndjson"});
    CHECK(given("dynabackup explain gsi.cou") == texts{"gsi.count"});
}

} // namespace tool_completion_test
