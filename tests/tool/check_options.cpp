/// The options and the exit statuses of `dynabackup check`.

#include <dynabackup/rule_catalog.hpp>
#include <dynabackup/version.hpp>

#include "catch.hpp"
#include "run.hpp"

#include <simdjson.h>

#include <algorithm>

namespace tool_check_options_test {

using namespace tool_test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

/// Returns the rules of the findings in NDJSON, in their order.
std::vector<std::string> rules_in(std::string const& ndjson) {
    std::vector<std::string> rules;
    simdjson::dom::parser parser;
    for (auto const& line : lines_of(ndjson)) {
        simdjson::dom::element const found = parser.parse(line);
        rules.emplace_back(std::string_view(found["rule"]));
    }
    return rules;
}

std::vector<std::string> rules_found(std::vector<std::string> args, std::string const& in) {
    args.insert(args.begin(), {"--format", "ndjson"});
    auto const r = check(args, {.in = in});
    REQUIRE(r.status >= 0);
    REQUIRE(r.status <= 1);
    return rules_in(r.out);
}

using list = std::vector<std::string>;

} // namespace

TEST_CASE("help and version are not errors", "[tool]") {
    auto const version = run({"--version"});
    CHECK(version.status == 0);
    CHECK(lines_of(version.out).front() == "dynabackup " + std::to_string(dynabackup::version.major) + '.' +
                                               std::to_string(dynabackup::version.minor) + '.' +
                                               std::to_string(dynabackup::version.patch));
    for (auto const* part : {"simdjson ", "Boost ", "fmt ", "CLI11 ", "zstd "})
        CHECK_THAT(version.out, Contains(part));
    CHECK_THAT(version.out, Contains(", ISA-L ") || Contains(", zlib "));
    auto const help = check({"--help"});
    CHECK(help.status == 0);
    CHECK(help.err.empty());
    for (auto const* text :
         {"Usage: dynabackup check [OPTIONS] [FILE...]", "--format", "--edition", "--fail-on", "--strict",
          "--shape", "--disable", "--only", "--max-findings", "--max-depth", "--max-record-bytes", "--jobs",
          "--summary", "--progress", "--color", "Exit status", "Examples"})
        CHECK_THAT(help.out, Contains(text));
    CHECK(run({"--help"}).status == 0);
    CHECK(run({"--help"}, {.out_file = "/dev/full"}).status == 2);
}

TEST_CASE("wrong usage has status 2 and a helpful message", "[tool]") {
    auto const wrong = [](list args, std::string const& message) {
        CAPTURE(args);
        auto const r = run(args, {.in = clean});
        CHECK(r.status == 2);
        CHECK(r.out.empty());
        CHECK_THAT(r.err, Contains(message));
        CHECK_THAT(r.err, Contains("--help'"));
    };
    wrong({}, "subcommand");
    wrong({"chek"}, "no command 'chek'; did you mean check?");
    wrong({"check", "--fromat", "text"}, "no option --fromat; did you mean --format?");
    wrong({"chexkyz"}, "; there are check, ");
    wrong({"/dev/null"}, "did you mean 'dynabackup check /dev/null'?");
    wrong({"check", "--xyzzy=1"}, "no option --xyzzy\n");
    wrong({"--fail-on", "note", "check"}, "no option --fail-on; it is an option of check");
    wrong({"rules", "--summary=x"}, "no option --summary; it is an option of check");
    wrong({"completion", "ksh"}, "'ksh' is not one of bash, zsh, fish; did you mean zsh?");
    wrong({"completion"}, "SHELL");
    wrong({"check", "--format"}, "--format");
    wrong({"check", "--format", "txt"}, "'txt' is not one of text, ndjson, sarif; did you mean text?");
    wrong({"check", "--edition", "2018"}, "'2018' is neither a day");
    wrong({"check", "--edition", "2018-02-30"}, "'2018-02-30'");
    wrong({"check", "--edition", "2017-11-28"}, "from 2017-11-29 on");
    wrong({"check", "--fail-on", "warnings"}, "did you mean warning?");
    wrong({"check", "--shape", "BackupDetail"},
          "there is no shape 'BackupDetail'; did you mean BackupDetails?");
    wrong({"check", "--disable", "json.sintax"}, "there is no rule 'json.sintax'; did you mean json.syntax?");
    wrong({"check", "--disable", "wrong-type"}, "did you mean json.wrong-type?");
    wrong({"check", "--only", "jsn.*"}, "did you mean json.*");
    wrong({"check", "--only", "qqqqqqqqqq"}, "there is no rule 'qqqqqqqqqq'\n");
    wrong({"check", "--max-findings", "-1"}, "'-1' is not a whole number of at least 0");
    wrong({"check", "--max-findings", "1x"}, "'1x'");
    wrong({"check", "--max-findings", "99999999999999999999"}, "'99999999999999999999'");
    wrong({"check", "--max-depth", "0"}, "at least 1");
    wrong({"check", "--color", "ALWAYS"}, "did you mean always?");
}

TEST_CASE("text on the command line cannot act on a terminal", "[tool]") {
    for (list const& args : std::vector<list>{{"\x1B[2J"},
                                              {"check", "--\x1B[2J"},
                                              {"check", "--format", "\x1B[2J"},
                                              {"check", "--only", "\xFF\x1B"},
                                              {"check", "\x1B[31m\xC2\x9B.json"}}) {
        auto const r = run(args);
        CHECK(r.status == 2);
        CHECK(r.err.find('\x1B') == std::string::npos);
        CHECK(r.err.find("\xC2\x9B") == std::string::npos);
        CHECK(r.err.find('\xFF') == std::string::npos);
        CHECK_THAT(r.err, Contains("<U+001B>"));
    }
}

TEST_CASE("the exit status depends on the worst finding and --fail-on", "[tool]") {
    struct row {
        char const* fail_on;
        int clean, note, warning, error;
    };
    for (auto const& [fail_on, on_clean, on_note, on_warning, on_error] :
         {row{"error", 0, 0, 0, 1}, row{"warning", 0, 0, 1, 1}, row{"note", 0, 1, 1, 1},
          row{"never", 0, 0, 0, 0}}) {
        CAPTURE(fail_on);
        CHECK(check({"--fail-on", fail_on}, {.in = clean}).status == on_clean);
        CHECK(check({"--fail-on", fail_on}, {.in = one_note}).status == on_note);
        CHECK(check({"--fail-on", fail_on}, {.in = one_warning}).status == on_warning);
        CHECK(check({"--fail-on", fail_on}, {.in = one_error}).status == on_error);
    }
    CHECK(check({}, {.in = one_warning}).status == 0);
    CHECK(check({}, {.in = one_error}).status == 1);
    CHECK(check({"--fail-on", "never", "--fail-on", "error"}, {.in = one_error}).status ==
          1); // the last one counts
    CHECK(check({"--max-findings", "0"}, {.in = one_error}).status == 1);
}

TEST_CASE("the checker selects rules by id and by family", "[tool]") {
    auto const both = R"({"BackupSummaries":7,"LastEvaluatedBackupArn":null,"Extra":1})";
    list const all{"json.wrong-type", "json.null-member", "json.unknown-member"};
    CHECK(rules_found({}, both) == all);
    CHECK(rules_found({"--disable", "json.null-member"}, both) ==
          list{"json.wrong-type", "json.unknown-member"});
    CHECK(rules_found({"--disable", "json.null-member", "--disable", "json.wrong-type"}, both) ==
          list{"json.unknown-member"});
    CHECK(rules_found({"--disable", "json.*"}, both) == list{});
    CHECK(rules_found({"--only", "json.null-member"}, both) == list{"json.null-member"});
    CHECK(rules_found({"--only", "json.*"}, both) == all);
    CHECK(rules_found({"--only", "json.*", "--disable", "json.null-member"}, both) ==
          list{"json.wrong-type", "json.unknown-member"});
    CHECK(rules_found({"--only", "key-schema.*"}, both) == list{});
    CHECK(rules_found({"--only=json.null-member", "-"}, both) ==
          list{"json.null-member"}); // one rule, then a file
}

TEST_CASE("every rule of the library can be named", "[tool]") {
    auto const& all = dynabackup::rule_catalog();
    REQUIRE(all.size() > 20);
    auto const id = [](dynabackup::rule const* r) { return r->id; };
    CHECK(std::ranges::is_sorted(all, std::ranges::less{}, id));
    CHECK(std::ranges::adjacent_find(all, std::ranges::equal_to{}, id) == all.end());
    list args;
    for (auto const* r : all) args.insert(args.end(), {"--disable", std::string(r->id)});
    CHECK(rules_found(args, one_error + one_note + "{") == list{});
}

TEST_CASE("the options --edition, --strict, --shape and --max-depth are passed to the library", "[tool]") {
    auto const newer = R"({"Limit":5,"BackupType":"USER"})";
    CHECK(rules_found({}, newer) == list{});
    CHECK(rules_found({"--edition", "latest"}, newer) == list{});
    CHECK(rules_found({"--edition", "2018-08-06"}, newer) == list{});
    CHECK(rules_found({"--edition", "2018-08-05"}, newer) == list{"json.unknown-member"});

    CHECK(check({}, {.in = one_note}).status == 0);
    CHECK(check({"--strict"}, {.in = one_note}).status == 1);

    auto const key = R"({"AttributeName":"a","KeyType":"HASH"})";
    CHECK(rules_found({}, key) == list{"document.unrecognized"});
    CHECK(rules_found({"--shape", "KeySchemaElement"}, key) == list{});
    CHECK(rules_found({"--shape", "KeySchemaElement"}, std::string(key) + '\n' + R"({"KeyType":"HASH"})") ==
          list{"json.missing-member"});

    auto const deep = R"({"BackupSummaries":[],"Extra":[[[]]]})";
    CHECK(rules_found({"--disable", "json.unknown-member"}, deep) == list{});
    CHECK(rules_found({"--disable", "json.unknown-member", "--max-depth", "3"}, deep) == list{"json.depth"});
}

TEST_CASE("the option --max-findings limits the findings that are printed, not those that are counted",
          "[tool]") {
    std::string many;
    for (int i = 0; i < 5; ++i) many += one_error + '\n';
    auto const r = check({"--max-findings", "2"}, {.in = many});
    CHECK(r.status == 1);
    CHECK_THAT(r.out, Contains("3 more findings are not shown"));
    CHECK_THAT(r.out, Contains("5 documents") && Contains("5 errors"));
    CHECK_THAT(r.out, Contains("<stdin>:2:") && !Contains("<stdin>:3:"));
    CHECK_THAT(check({"--max-findings", "4"}, {.in = many}).out, Contains("1 more finding is not shown"));
    CHECK_THAT(check({"--max-findings", "5"}, {.in = many}).out, !Contains("not shown"));
    CHECK(lines_of(check({"--max-findings", "2", "--format", "ndjson"}, {.in = many}).out).size() == 2);
}

TEST_CASE("colour is used on terminals, or on request", "[tool]") {
    auto const colored = [](list args, list env = {}) {
        return check(std::move(args), {.in = one_error, .env = std::move(env)}).out.find("\x1B[") !=
               std::string::npos;
    };
    CHECK_FALSE(colored({}));
    CHECK_FALSE(colored({"--color", "auto"}));
    CHECK_FALSE(colored({"--color", "never"}));
    CHECK(colored({"--color", "always"}));
    CHECK(colored({"--color", "always"}, {"NO_COLOR=1"})); // on request
    CHECK_FALSE(colored({"--color", "always", "--format", "ndjson"}));
}

TEST_CASE("the option --progress=always shows the progress", "[tool]") {
    folder const f;
    auto const a = f.write("a.json", clean), b = f.write("b.json", clean);
    auto const r = check({"--progress", "always", a, b});
    CHECK(r.status == 0);
    CHECK_THAT(r.err, Contains("100 %") && Contains("/s"));
    CHECK(r.err.find('\x1B') == std::string::npos); // it is not a terminal
    CHECK_THAT(check({"--progress", "always"}, {.in = clean}).err, Contains("22 B"));
    CHECK(check({"--progress", "never", a}).err.empty());
    CHECK(check({a}).err.empty());
}

TEST_CASE("the summary adds up", "[tool]") {
    folder const f;
    auto const bad =
        f.write("bad.json", one_error + '\n' + one_note + "\n{\"BackupSummaries\":[{\"BackupArn\":tru}]}\n");
    auto const good = f.write("good.json", clean);
    auto const summary = f / "summary.json";
    auto const r = check({"--format", "ndjson", "--summary", summary, bad, good, f / "missing.json"});
    CHECK(r.status == 2);

    simdjson::dom::parser parser;
    std::string const text = f.read("summary.json");
    simdjson::dom::object const s = parser.parse(text);
    list keys;
    for (auto const& field : s) keys.emplace_back(field.key);
    CHECK(keys == list{"files", "bytes", "documents", "records", "rejected", "findings", "rules", "shapes",
                       "items", "seconds"});
    auto const number = [&](char const* pointer) { return std::uint64_t(s.at_pointer(pointer)); };
    CHECK(number("/files") == 2);
    CHECK(number("/bytes") == std::filesystem::file_size(bad) + std::filesystem::file_size(good));
    CHECK(number("/documents") == 4);
    CHECK(number("/records") == 1);
    CHECK(number("/rejected") == 1);
    auto const rules = rules_in(r.out);
    CHECK(number("/findings/error") == 2);
    CHECK(number("/findings/warning") == 0);
    CHECK(number("/findings/note") == 1);
    std::uint64_t sum = 0;
    for (auto const& field : simdjson::dom::object(s["rules"])) {
        CHECK(std::uint64_t(field.value) == std::uint64_t(std::ranges::count(rules, std::string(field.key))));
        sum += std::uint64_t(field.value);
    }
    CHECK(sum == rules.size());
    CHECK(number("/shapes/ListBackupsOutput") >= 3);
    CHECK(double(s["seconds"]) >= 0);

    CHECK_THAT(check({"--summary", "-"}, {.in = clean}).err, StartsWith(R"({"files":1,"bytes":22,)"));
    auto const lost = check({"--summary", f / "no/such/directory.json"}, {.in = clean});
    CHECK(lost.status == 2);
    CHECK_THAT(lost.err, Contains("the summary cannot be written: No such file"));
    CHECK(check({"--summary", "/dev/full"}, {.in = clean}).status == 2);
}

} // namespace tool_check_options_test
