/// `dynabackup explain`: the meanings of rules, and their findings.

#include <dynabackup/rule_catalog.hpp>

#include "../rounds.hpp"
#include "catch.hpp"
#include "run.hpp"

#include <regex>
#include <string>

namespace tool_explain_test {

using namespace tool_test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

outcome explain(std::vector<std::string> args) {
    args.insert(args.begin(), "explain");
    return run(std::move(args));
}

} // namespace

TEST_CASE("every rule can be explained, with the findings in its example", "[tool][explain]") {
    chosen_cases tried;
    for (auto const* r : dynabackup::rule_catalog()) {
        if (!tried.next()) continue;
        auto const id = std::string(r->id);
        auto const said = explain({id});
        CAPTURE(id, said.out, said.err);
        CHECK(said.status == 0);
        CHECK_THAT(said.out, StartsWith(id + ": " + std::string(to_text(r->severity)) + '\n'));
        CHECK_THAT(said.out, Contains(std::string(r->cite)));
        CHECK_THAT(said.out, Contains(" [" + id + "]\n"));
        if (needs_export(*r)) {
            CHECK_THAT(said.out, Contains("\nexport/"));
            continue;
        }
        CHECK_THAT(said.out, Contains(needs_request(*r) ? "\nresponse.json:1:" : "\ninvalid.json:"));
        CHECK_THAT(said.out, Contains("^"));
    }
}

TEST_CASE("a rule that compares the files of an export is explained with a file and a line",
          "[tool][explain]") {
    for (auto const* r : dynabackup::rule_catalog()) {
        if (!needs_export(*r)) continue;
        auto const id = std::string(r->id);
        auto const out = explain({id}).out;
        CAPTURE(id, out);
        auto const begin = out.find("\nexport/");
        REQUIRE(begin != out.npos);
        auto const finding = out.substr(begin + 1, out.find("\n\n", begin) - begin - 1);
        CHECK_THAT(finding, Contains(": " + std::string(to_text(r->severity)) + ": "));
        CHECK_THAT(finding, Contains(" [" + id + "]"));
        CHECK(out.find(" [" + id + "]", begin + finding.size()) == out.npos); // once
        bool const is_of_line = std::regex_search(finding, std::regex(":[0-9]+:[0-9]+: "));
        CHECK((finding.find('^') != finding.npos) == is_of_line);
    }
}

TEST_CASE("an explanation has the facts, the finding and both documents", "[tool][explain]") {
    auto const out = explain({"on-demand-throughput.value"}).out;
    for (auto const* part : {"since 2024-05-02", "OnDemandThroughput\n", "/MaxReadRequestUnits\n",
                             "https://docs.aws.amazon.com/", "dynabackup check --shape OnDemandThroughput",
                             "\n  {\"MaxReadRequestUnits\":0}\n", "\ninvalid.json:1:24: error: ",
                             "\n    1 | {\"MaxReadRequestUnits\":0}\n      |                        ^\n",
                             "\n  {\"MaxReadRequestUnits\":-1}\n"})
        CHECK_THAT(out, Contains(part));
    CHECK_THAT(explain({"json.depth"}).out, Contains("--max-depth 3"));
    CHECK_THAT(explain({"backup.expired"}).out,
               Contains("--now 2030-01-01T00:00:00Z") && !Contains("--history"));
    CHECK_THAT(explain({"lifecycle.status-regression"}).out,
               Contains("check --history reports a violation in\n") && !Contains("--now"));
    CHECK_THAT(explain({"json.syntax"}).out, Contains("every shape"));
}

TEST_CASE("a rule that needs a request is explained with both files", "[tool][explain]") {
    auto const out = explain({"list.limit"}).out;
    for (auto const* part : {"ListBackupsOutput against its request\n", "/BackupSummaries\n",
                             "dynabackup check --request request.json response.json",
                             "\n  {\"Limit\":1}\n  {\"BackupSummaries\":[",
                             "\nresponse.json:1:20: error: ", "\n  {\"Limit\":2}\n  {\"BackupSummaries\":["})
        CHECK_THAT(out, Contains(part));
}

TEST_CASE("a family is explained in brief", "[tool][explain]") {
    auto const r = explain({"timestamp.*"});
    CHECK(r.status == 0);
    CHECK_THAT(r.out, StartsWith("timestamp.format: error\n"));
    CHECK_THAT(r.out, Contains("\ntimestamp.out-of-range: error\n"));
    CHECK_THAT(r.out, !Contains("json.syntax") && !Contains("invalid.json"));
}

TEST_CASE("for a rule that does not exist, similar ones are suggested", "[tool][explain]") {
    auto const wrong = [](std::vector<std::string> args, std::string const& message) {
        auto const r = explain(std::move(args));
        CHECK(r.status == 2);
        CHECK(r.out.empty());
        CHECK_THAT(r.err, Contains(message));
        CHECK_THAT(r.err, Contains("'dynabackup explain --help'"));
    };
    wrong({"json.sintax"}, "there is no rule 'json.sintax'; did you mean json.syntax?");
    wrong({"key-schema"}, "did you mean key-schema.*");
    wrong({"jsn.*"}, "did you mean json.*?");
    wrong({"qqqqqqqqqq"}, "there is no rule 'qqqqqqqqqq'\n");
    wrong({}, "RULE");
    wrong({"json.syntax", "json.depth"}, "json.depth");
    wrong({"\x1B[2J"}, "<U+001B>");
}

TEST_CASE("an explanation has the colours of findings", "[tool][explain]") {
    CHECK(explain({"json.syntax"}).out.find('\x1B') == std::string::npos);
    CHECK_THAT(explain({"--color", "always", "json.syntax"}).out,
               StartsWith("\x1B[1mjson.syntax:\x1B[0m \x1B[1;31merror\x1B[0m\n"));
}

TEST_CASE("the commands about rules have help with examples, and report output that cannot be written",
          "[tool][explain][rules]") {
    for (std::string const command : {"rules", "explain"}) {
        auto const help = run({command, "--help"});
        CHECK(help.status == 0);
        CHECK_THAT(help.out, Contains("Examples:") && Contains("dynabackup " + command));
    }
    CHECK(run({"rules"}, {.out_file = "/dev/full"}).status == 2);
    CHECK(run({"explain", "json.syntax"}, {.out_file = "/dev/full"}).status == 2);
    CHECK(run({"rules"}, {.close_out = true}).status == 0);
}

} // namespace tool_explain_test
