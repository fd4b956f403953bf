/// `dynabackup rules`: the catalogue as text, NDJSON and Markdown.

#include <dynabackup/rule_catalog.hpp>

#include "../rounds.hpp"
#include "catch.hpp"
#include "run.hpp"

#include <simdjson.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace tool_rules_test {

using namespace tool_test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

outcome rules(std::vector<std::string> args = {}) {
    args.insert(args.begin(), "rules");
    return run(std::move(args));
}

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t n = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++n;
    return n;
}

} // namespace

TEST_CASE("the list of rules has each rule once, with its facts", "[tool][rules]") {
    auto const r = rules();
    CHECK(r.status == 0);
    CHECK(r.err.empty());
    for (auto const* known : dynabackup::rule_catalog()) {
        auto const title = std::string(known->id) + ": " + std::string(to_text(known->severity)) + '\n';
        CAPTURE(title);
        CHECK(count_of('\n' + r.out, '\n' + title) == 1);
        CHECK_THAT(r.out, Contains(std::string(known->cite)));
    }
    CHECK_THAT(r.out,
               Contains("since 2025-11-19; reads GlobalSecondaryIndex, GlobalSecondaryIndexDescription,\n"));
    CHECK_THAT(r.out, Contains(std::to_string(dynabackup::rule_catalog().size()) + " rules"));
}

TEST_CASE("the list of rules fits the screen, except for words without spaces", "[tool][rules]") {
    for (auto const& line : lines_of(rules().out)) {
        CAPTURE(line);
        CHECK((line.size() <= 100 || line.find(' ', 4) == line.npos));
    }
}

TEST_CASE("the list of rules has the colours of findings", "[tool][rules]") {
    CHECK(rules().out.find('\x1B') == std::string::npos);
    CHECK_THAT(rules({"--color", "always"}).out,
               Contains("\x1B[1mjson.syntax:\x1B[0m \x1B[1;31merror\x1B[0m"));
    CHECK(rules({"--color", "always", "--format", "ndjson"}).out.find('\x1B') == std::string::npos);
    CHECK(rules({"--color", "always", "--format", "markdown"}).out.find('\x1B') == std::string::npos);
}

TEST_CASE("the list of rules is limited to those of a day if one is given", "[tool][rules]") {
    auto const lists = [](std::string const& day, std::string const& id) {
        return count_of('\n' + rules({"--edition", day}).out, '\n' + id + ": ") == 1;
    };
    CHECK(lists("2017-11-29", "json.syntax"));
    CHECK_FALSE(lists("2018-08-05", "backup.system-expiry"));
    CHECK(lists("2018-08-06", "backup.system-expiry"));
    CHECK(lists("latest", "backup.system-expiry"));
    auto const wrong = rules({"--edition", "2018"});
    CHECK(wrong.status == 2);
    CHECK_THAT(wrong.err, Contains("'2018' is neither a day"));
}

TEST_CASE("the catalogue in ndjson has these members in this order", "[tool][rules]") {
    auto const lines = lines_of(rules({"--format", "ndjson"}).out);
    REQUIRE(lines.size() == dynabackup::rule_catalog().size());
    simdjson::dom::parser parser;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto const& known = *dynabackup::rule_catalog()[i];
        CAPTURE(lines[i]);
        simdjson::dom::object const listed = parser.parse(lines[i]);
        std::vector<std::string> keys;
        for (auto const& field : listed) keys.emplace_back(field.key);
        CHECK(keys == std::vector<std::string>{"id", "severity", "since", "until", "shapes", "meaning",
                                               "cite", "example"});
        auto const text = [&](char const* key) { return std::string_view(listed[key]); };
        CHECK(text("id") == known.id);
        CHECK(text("severity") == to_text(known.severity));
        CHECK(text("since") == to_text(known.since));
        CHECK(listed["until"].is_null() == (known.until == dynabackup::edition::latest));
        CHECK(listed["shapes"].is_null() == shapes_of(known).empty());
        CHECK(text("meaning") == known.meaning);
        CHECK(text("cite") == known.cite);
        CHECK(std::string_view(listed["example"]["broken"]) == known.example.invalid);
        CHECK(std::string_view(listed["example"]["sound"]) == known.example.valid);
        simdjson::dom::element const arguments = listed["example"]["arguments"];
        CHECK((needs_request(known) || needs_export(known) ? arguments.is_null() : arguments.is_array()));
    }
}

TEST_CASE("the finding of an example in ndjson is reported with the listed arguments", "[tool][rules]") {
    simdjson::dom::parser parser;
    chosen_cases tried;
    for (auto const& line : lines_of(rules({"--format", "ndjson"}).out)) {
        if (!tried.next()) continue;
        simdjson::dom::object const listed = parser.parse(line);
        if (listed["example"]["arguments"].is_null()) continue; // it needs a request
        CAPTURE(line);
        std::vector<std::string> args{"--format", "ndjson", "--fail-on", "note"};
        for (auto arg : simdjson::dom::array(listed["example"]["arguments"]))
            args.emplace_back(std::string_view(arg));
        auto const found = check(args, {.in = std::string(std::string_view(listed["example"]["broken"]))});
        CHECK(found.status == 1);
        auto const lines = lines_of(found.out); // an object without any known member also has unknown members
        CHECK(std::ranges::count_if(lines, [&](auto const& l) {
                  return l.find("json.unknown-member") == l.npos ||
                         std::string_view(listed["id"]) == "json.unknown-member";
              }) == 1);
        CHECK_THAT(found.out, Contains("\"rule\":\"" + std::string(std::string_view(listed["id"])) + '"'));
        auto const sound = check(args, {.in = std::string(std::string_view(listed["example"]["sound"]))});
        CHECK(sound.status == 0);
    }
}

TEST_CASE("the page of the rules agrees with the catalogue", "[tool][rules]") {
    std::ifstream file(DYNABACKUP_SOURCE_DIR "/docs/rules.md", std::ios::binary);
    std::string const page{std::istreambuf_iterator<char>(file), {}};
    auto const current = rules({"--format", "markdown"});
    CHECK(current.status == 0);
    if (page != current.out)
        FAIL("docs/rules.md is not current; this renews it: "
             "dynabackup rules --format markdown > docs/rules.md");
}

TEST_CASE("the page of the rules has every rule once, and links to it", "[tool][rules]") {
    auto const page = rules({"--format", "markdown"}).out;
    CHECK_THAT(page, StartsWith("# Rules\n"));
    for (auto const* known : dynabackup::rule_catalog()) {
        auto const id = std::string(known->id);
        CAPTURE(id);
        CHECK(count_of(page, "\n### " + id + "\n") == 1);
        CHECK(count_of(page, "\n| [" + id + "](#") == 1);
    }
    CHECK(count_of(page, "```") % 4 == 0); // two examples, each between two fences
}

} // namespace tool_rules_test
