/// `dynabackup generate`: documents for tests.

#include <dynabackup/rule_catalog.hpp>
#include <dynabackup/systems.hpp>

#include "../rounds.hpp"
#include "catch.hpp"
#include "run.hpp"

#include <algorithm>

namespace tool_generate_test {

using namespace tool_test;

namespace {

outcome generate(std::vector<std::string> args, how const& how = {}) {
    args.insert(args.begin(), "generate");
    return run(std::move(args), how);
}

/// Returns the generated output, if that succeeds.
std::string generated(std::vector<std::string> args) {
    auto const made = generate(std::move(args));
    CHECK(made.status == 0);
    CHECK(made.err.empty());
    return made.out;
}

/// Checks everything. Every finding counts.
outcome check_all(std::string const& text, std::vector<std::string> args = {}) {
    args.insert(args.end(), {"--format", "ndjson", "--strict", "--fail-on", "note", "--history", "--now",
                             "2030-01-01T00:00:00Z"});
    return check(args, {.in = text});
}

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t n = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++n;
    return n;
}

} // namespace

TEST_CASE("a page is generated with the requested number of backups", "[tool][generate]") {
    auto const page = generated({"--records", "500"});
    CHECK(count_of(page, "\n") == 1);
    CHECK(count_of(page, "\"BackupArn\":") == 500);
    auto const checked = check_all(page);
    CHECK(checked.status == 0);
    CHECK(checked.out.empty());
    CHECK(lines_of(generated({})).size() == 1); // also by default
}

TEST_CASE("only the seed makes a difference", "[tool][generate]") {
    auto const one = generated({"--seed", "1", "--records", "3"});
    CHECK(one == generated({"--records", "3", "--seed", "1", "--shape", "aws.ListBackupsOutput"}));
    CHECK(one != generated({"--seed", "2", "--records", "3"}));
    auto const longer = generated({"--seed", "1", "--records", "4"}); // continues after the same beginning
    CHECK(longer.starts_with(one.substr(0, one.size() - 3)));
}

TEST_CASE("a pretty page equals the conversion of the plain one", "[tool][generate]") {
    for (std::string const shape : {"ListBackupsOutput", "DynamoDBTableBackupList"}) {
        auto const page = generated({"--records", "20", "--shape", shape});
        CHECK(generated({"--records", "20", "--shape", shape, "--layout", "pretty"}) ==
              run({"convert", "--to", "cli"}, {.in = page}).out);
        CHECK(page == run({"convert", "--to", "wire"}, {.in = page}).out + '\n');
    }
}

TEST_CASE("documents of every shape are generated, one per line, without a finding", "[tool][generate]") {
    chosen_cases tried;
    for (auto const* system : dynabackup::known_systems())
        for (auto const* rules : system->shapes) {
            if (!tried.next()) continue;
            auto const name = std::string(system->name) + '.' + std::string(rules->shape->name);
            CAPTURE(name);
            auto const made = generated({"--shape", name, "--layout", "ndjson", "--records", "40"});
            CHECK(lines_of(made).size() == 40);
            auto const checked = check_all(made, {"--shape", name});
            CHECK(checked.status == 0);
            CHECK(checked.out.empty());
        }
}

TEST_CASE("documents are laid out as the command line prints them", "[tool][generate]") {
    std::vector<std::string> const what{"--shape", "DescribeBackupOutput", "--records", "5"};
    auto pretty = what;
    pretty.insert(pretty.end(), {"--layout", "pretty"});
    CHECK(generated(pretty) == run({"convert", "--to", "cli"}, {.in = generated(what)}).out);
}

TEST_CASE("documents are generated for an edition and a time", "[tool][generate]") {
    auto const old =
        generated({"--records", "200", "--edition", "2018-01-01", "--now", "2018-06-01T00:00:00Z"});
    CHECK(old.find("BackupType") == old.npos);
    CHECK(check({"--edition", "2018-01-01", "--strict", "--fail-on", "note", "--now", "2018-06-01T00:00:00Z"},
                {.in = old})
              .status == 0);
    CHECK(old.find("1.5") != old.npos); // seconds of 2017 and 2018
    CHECK(old.find("E9") != old.npos);
    CHECK(old.find(":1.8") == old.npos);
}

TEST_CASE("each document violates the requested rule, and no other", "[tool][generate]") {
    chosen_cases tried;
    for (auto const* r : dynabackup::rule_catalog()) {
        std::string const id(r->id);
        CAPTURE(id);
        if (needs_export(*r) || !r->example.key.empty() || !tried.next()) continue;
        if (needs_request(*r)) continue; // check compares a response with a request only in two files
        if (id == "document.record-too-large") continue; // more than 64 MiB each
        std::size_t const records =
            id == "dump.incomplete-listing" || id == "list.cursor-repeated" ? 1 : 3; // once per input
        auto const made = generated({"--invalid", id, "--records", std::to_string(records)});
        bool const any = r->example.any_spelling;
        auto found = lines_of(
            check_all(made, {"--names", any ? "any" : "exact", "--times", any ? "any" : "exact"}).out);
        if (id == "document.nothing-known") // an unknown object also has unknown members
            std::erase_if(found,
                          [](auto const& line) { return line.find("json.unknown-member") != line.npos; });
        CHECK(found.size() == records);
        for (auto const& line : found) CHECK(line.find("\"rule\":\"" + id + '"') != line.npos);
    }
}

TEST_CASE("a violation is generated in documents of the requested shape", "[tool][generate]") {
    for (std::string const shape : {"DescribeBackupOutput", "clumio.DynamoDBTableBackup"}) {
        auto const made = generate({"--shape", shape, "--invalid", "json.wrong-type", "--records", "20"});
        CHECK(made.status == 0);
        auto const checked = check_all(made.out, {"--shape", shape});
        CHECK(std::ranges::count(checked.out, '\n') == 20);
        CHECK(count_of(checked.out, "\"rule\":\"json.wrong-type\"") == 20);
    }
    auto const impossible = generate({"--shape", "BackupSummary", "--invalid", "list.limit"});
    CHECK(impossible.status == 2);
    CHECK(count_of(impossible.err, "ListBackupsOutput") == 1);
}

TEST_CASE("impossible documents are refused", "[tool][generate]") {
    auto const refused = [](std::vector<std::string> args) {
        auto const made = generate(std::move(args));
        CHECK(made.out.empty());
        CHECK_FALSE(made.err.empty());
        return made.status == 2;
    };
    CHECK(refused({"--shape", "ListBackupOutput"}));
    CHECK(refused({"--invalid", "json.sintax"}));
    CHECK(refused({"--invalid", "json.*"}));
    CHECK(refused({"--invalid", "json.syntax", "--shape", "BackupSummary"}));
    CHECK(refused({"--invalid", "json.syntax", "--layout", "pretty"}));
    CHECK(refused({"--invalid", "key-schema.range-count", "--edition", "2020-01-01"}));
    CHECK(refused({"--invalid", "projection.total-non-key-attributes", "--edition", "2023-01-01"}));
    CHECK(refused({"--layout", "page", "--shape", "BackupSummary"}));
    CHECK(refused({"--records", "0"}));
    CHECK(refused({"--seed", "-1"}));
    CHECK(refused({"--now", "yesterday"}));
    CHECK(refused({"file.json"}));
}

TEST_CASE("generating ends if the reader has gone, and reports output that cannot be written",
          "[tool][generate]") {
    CHECK(generate({"--records", "100000000"}, {.close_out = true}).status == 0);
    auto const full = generate({"--records", "100000000"}, {.out_file = "/dev/full"});
    CHECK(full.status == 2);
    CHECK_FALSE(full.err.empty());
}

} // namespace tool_generate_test
