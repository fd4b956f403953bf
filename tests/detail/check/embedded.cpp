/// \file
/// Documents inside other JSON: as values at any depth, and as the texts of strings.

#include <dynabackup/aws/aws.hpp>
#include <dynabackup/check_documents.hpp>
#include <dynabackup/dump.hpp>
#include <dynabackup/write.hpp>

#include "catch.hpp"
#include "fixtures.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace detail_check_embedded_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

struct outcome {
    explicit outcome(std::string_view text, check_options const& chosen = {}) {
        counts = check_documents(text, chosen, all);
    }
    findings lines() const {
        auto lines = lines_of(all, severity::note);
        std::ranges::sort(lines);
        return lines;
    }

    report all;
    summary counts;
};

std::string page(std::string const& records) { return R"({"BackupSummaries": [)" + records + "]}"; }
std::string const summary_text = backup_summary().text();
std::string const broken = backup_summary().with("BackupSizeBytes", "-1").text();

/// A JSON string with that content.
std::string json_string(std::string_view text) {
    std::string out = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n') out += "\\n";
        else out += c;
    }
    return out + '"';
}

findings embedded(std::initializer_list<std::string_view> paths) {
    findings all;
    for (auto path : paths) all.push_back("note document.embedded " + std::string(path));
    return all;
}

} // namespace

TEST_CASE("documents are found as values of other JSON, at any depth", "[embedded]") {
    outcome const one(R"({"requestId":"7","data":{"list":[1,null,)" + page(summary_text) + R"(]},"x":"y"})");
    CHECK(one.lines() == embedded({"/data/list/2"}));
    CHECK(one.counts.documents == 1);
    CHECK(one.counts.records == 1);
    CHECK(one.counts.shapes.at("ListBackupsOutput") == 1);

    outcome const regions(R"({"eu-west-1":)" + page(summary_text) + R"(,"us-east-1":)" + page(broken) + "}");
    CHECK(regions.lines() ==
          findings{"error number.out-of-range /us-east-1/BackupSummaries/0/BackupSizeBytes",
                   "note document.embedded /eu-west-1", "note document.embedded /us-east-1"});
    for (auto const& f : regions.all)
        if (f.severity == severity::error) CHECK(f.record == 1u);

    outcome const list(R"({"Backups":[)" + summary_text + "," + broken + "]}");
    CHECK(list.lines() == findings{"error number.out-of-range /Backups/1/BackupSizeBytes",
                                   "note document.embedded /Backups/0", "note document.embedded /Backups/1"});
    CHECK(outcome(R"({"a~/b":)" + page("") + "}").lines() == embedded({"/a~0~1b"}));
}

TEST_CASE("JSON that is nested too deeply is one finding", "[embedded]") {
    auto const arrays = [](std::size_t n) { return std::string(n, '[') + std::string(n, ']'); };
    for (std::size_t const most : {std::size_t{2}, std::size_t{1024}}) {
        check_options const chosen{.max_depth = most};
        CHECK(outcome(arrays(most), chosen).lines() == none);
        for (auto const n : {most + 1, 2 * most + 1, 2 * most + 2, 9 * most}) {
            outcome const deep(arrays(n), chosen);
            CHECK(deep.lines() == findings{"error json.depth "});
            CHECK(deep.all[0].offset == most);
        }
        CHECK(outcome(arrays(most + 1) + summary_text, chosen).counts.records == 1);
    }
}

TEST_CASE("the path of a name that cannot be read is that of its object", "[embedded]") {
    CHECK(outcome("{bad").lines() == findings{"error json.syntax "});
    CHECK(outcome(R"({"a":1,bad)").lines() == findings{"error json.syntax "});
    CHECK(outcome(R"({"a":{bad)").lines() == findings{"error json.syntax /a"});
    CHECK(outcome(R"({"a":[{"b":1},{bad)").lines() == findings{"error json.syntax /a/1"});
    CHECK(outcome(R"({"a":[1,,2]})").lines() == findings{"error json.syntax /a/1"});
}

TEST_CASE("the rules of a page apply inside other JSON", "[embedded]") {
    auto const arn = std::string(backup_arn);
    auto const next =
        R"({"data":{"BackupSummaries": [)" + summary_text + R"(],"LastEvaluatedBackupArn":")" + arn + "\"}}";
    CHECK(outcome(next).lines() == findings{"note document.embedded /data",
                                            "warning dump.incomplete-listing /data/LastEvaluatedBackupArn"});
    CHECK(outcome(next + page("")).lines() == embedded({"/data"}));
    CHECK(outcome("{\"body\":" + json_string(next) + "}").lines() ==
          findings{"note document.embedded /body/data",
                   "warning dump.incomplete-listing /body/data/LastEvaluatedBackupArn"});
}

TEST_CASE("documents are found in the texts of strings, with the place of the string", "[embedded]") {
    auto const text = "{\n \"statusCode\": 200,\n \"body\": " + json_string(page(broken)) + "}";
    outcome const one(text);
    CHECK(one.lines() == findings{"error number.out-of-range /body/BackupSummaries/0/BackupSizeBytes",
                                  "note document.embedded /body"});
    CHECK(one.counts.records == 1);
    CHECK(one.counts.documents == 1);
    for (auto const& f : one.all) {
        CHECK(f.line == 3);
        CHECK(f.offset == text.find(json_string(page(broken))));
    }
    // Strings in strings; several documents in a text; a text by itself.
    CHECK(outcome("{\"message\":" + json_string("{\"body\":" + json_string(page(summary_text)) + "}") + "}")
              .lines() == embedded({"/message/body"}));
    outcome const many("{\"log\":" + json_string(summary_text + "\n" + summary_text) + "}");
    CHECK(many.lines() == embedded({"/log", "/log"}));
    CHECK(many.counts.records == 2);
    CHECK(outcome(json_string(page(summary_text))).lines() == embedded({""}));
    // Damage in a text costs only the record, as elsewhere.
    outcome const cut("{\"body\":" + json_string(page(summary_text + "," + summary_text).substr(0, 700)) +
                      "}");
    REQUIRE(cut.lines().size() == 2);
    CHECK(cut.lines()[0].starts_with("error json.syntax /body/BackupSummaries/1"));
    CHECK(cut.lines()[1] == "note document.embedded /body");
    CHECK(cut.counts.records == 2);
    CHECK(cut.counts.rejected == 1);
}

TEST_CASE("other JSON that holds no document is unrecognised", "[embedded]") {
    for (auto text :
         {R"({"a":[{"b":{"c":"text"}}],"d":"{not json"})", R"({"message":"listed 3 BackupSummaries"})",
          R"({"data":{"limit":10,"Limit":5}})", R"({"job":{"BackupType":"USER"}})",
          R"({"x":{"message":"no"}})", R"({"x":{"errors":[1]}})", R"({"body":"[1,2,3]"})",
          R"({"body":"{\"a\":1}"})", R"({"a":{}})", "{}", R"({"x":{"table_name":"a","aws_region":"b"}})"}) {
        CAPTURE(text);
        outcome const o(text, {.names = spelling::any});
        CHECK(o.lines() == findings{"error document.unrecognized "});
        CHECK(o.all[0].offset == 0);
        CHECK(o.counts.documents == 1);
        CHECK(o.counts.records == 0);
    }
}

TEST_CASE("an array in a string has elements with an index", "[embedded]") {
    auto const in_string = [](std::string const& text) {
        return outcome("{\"k\":" + json_string(text) + "}");
    };
    auto const two = in_string("[" + summary_text + ",{\"x\":1},3,null," + broken + "]");
    CHECK(two.lines() == findings{"error number.out-of-range /k/4/BackupSizeBytes",
                                  "note document.embedded /k/0", "note document.embedded /k/4"});
    CHECK(two.counts.records == 2);
    CHECK(in_string("[[" + page(summary_text) + "],{\"m\":" + summary_text + "}]").lines() ==
          embedded({"/k/0/0", "/k/1/m"}));
    // Other JSON beside a document is no defect.
    CHECK(in_string(summary_text + "\n{\"x\":1}").lines() == embedded({"/k"}));
    CHECK(in_string("[{\"x\":1}]").lines() == findings{"error document.unrecognized "});
    CHECK(in_string("[" + summary_text + ",").lines() ==
          findings{"error json.syntax /k", "note document.embedded /k"}); // the array is damaged
}

TEST_CASE("arrays of arrays are arrays of documents", "[embedded]") {
    outcome const o("[[" + page(summary_text) + ",[" + summary_text + "]],[],null," + page(summary_text) +
                    "]");
    CHECK(o.lines() == none);
    CHECK(o.counts.documents == 3);
    CHECK(o.counts.records == 3);
    CHECK(outcome("[[" + page(summary_text) + "]").lines() == findings{"error json.syntax "});
    auto const deep = [](std::size_t levels) {
        return outcome(std::string(levels, '[') + page("") + std::string(levels, ']'), {.max_depth = 8})
            .lines();
    };
    CHECK(deep(8) == none);
    CHECK(deep(9) == findings{"error json.depth "});
}

TEST_CASE("other JSON is not nested deeper than the limit", "[embedded]") {
    auto const deep = [](std::size_t levels) {
        std::string text;
        for (std::size_t i = 0; i < levels; ++i) text += "{\"a\":";
        return outcome(text + page("") + std::string(levels, '}'), {.max_depth = 8}).lines();
    };
    CHECK(deep(6) == embedded({"/a/a/a/a/a/a"}));
    CHECK(std::ranges::any_of(deep(20), [](auto const& l) { return l.starts_with("error json.depth"); }));
}

TEST_CASE("damage inside other JSON costs only the damaged part", "[embedded]") {
    auto const text = R"({"eu":)" + page(summary_text + R"(,{"BackupName":tru})" + "," + summary_text) +
                      R"(,"us":)" + page(summary_text) + "}";
    outcome const o(text);
    CHECK(o.counts.records == 4);
    CHECK(o.counts.rejected == 1);
    CHECK(o.lines() == findings{"error json.syntax /eu/BackupSummaries/1/BackupName",
                                "note document.embedded /eu", "note document.embedded /us"});
    outcome const between(R"({"eu":)" + page(summary_text) + R"(,,"us":)" + page(summary_text) + "}");
    CHECK(between.counts.records == 3);
    CHECK(between.counts.rejected == 1);
    CHECK(outcome(R"({"eu":)" + page(summary_text)).lines() ==
          findings{"error json.syntax /eu", "note document.embedded /eu"});
}

TEST_CASE("findings inside other JSON do not depend on windows and threads", "[embedded]") {
    std::mt19937_64 random(1);
    std::string text;
    std::size_t records = 0;
    for (int i = 0; i < 120; ++i) {
        std::string list;
        auto const size = 1 + random() % 9;
        records += size;
        for (std::size_t k = 0; k < size; ++k)
            list += (k ? "," : "") + (random() % 5 ? summary_text : broken);
        switch (random() % 5) {
        case 0: text += R"({"data":{"response":)" + page(list) + R"(},"more":[1,{"x":"y"}]})"; break;
        case 1: text += R"({"Backups":[)" + list + "]}"; break;
        case 2: text += R"({"body":)" + json_string(page(list)) + "}"; break;
        case 3: text += "[[" + page(list) + "]]"; break;
        default: text += page(list); break;
        }
        text += random() % 2 ? "\n" : " ";
    }
    findings expected;
    for (unsigned const jobs : {1U, 3U})
        for (std::size_t const chunk : {std::size_t{1} << 20, std::size_t{2000}, std::size_t{20'000}}) {
            dump_report all;
            auto const counts =
                check_dump(std::vector{from_memory(text)}, all, {.jobs = jobs, .chunk_size = chunk});
            CHECK(counts.records == records);
            CHECK(counts.rejected == 0);
            findings lines;
            for (auto const& [input, f] : all.findings)
                lines.push_back(line_of(f) + ' ' + std::to_string(f.document) + ' ' +
                                (f.record ? std::to_string(*f.record) : "-") + ' ' +
                                std::to_string(f.offset) + ' ' + std::to_string(f.line));
            if (expected.empty()) expected = lines;
            CHECK(lines == expected);
        }
}

TEST_CASE("an envelope that is larger than a record is streamed", "[embedded]") {
    std::string list;
    for (int i = 0; i < 3000; ++i) list += (i ? "," : "") + summary_text;
    auto const text = R"({"id":1,"data":{"response":)" + page(list) + R"(},"end":"x"})";
    dump_report all;
    auto const counts = check_dump(std::vector{from_memory(text)}, all,
                                   {.check = {.max_record_bytes = 10'000}, .jobs = 2, .chunk_size = 50'000});
    CHECK(counts.records == 3000);
    CHECK(counts.documents == 1);
    REQUIRE(all.findings.size() == 1);
    CHECK(all.findings[0].what.path == "/data/response");
    // A larger string is skipped, with a finding.
    auto const large = R"({"a":")" + std::string(3'000'000, 'x') + R"(","data":)" + page(summary_text) + "}";
    dump_report passed;
    auto const rest = check_dump(std::vector{from_memory(large)}, passed,
                                 {.check = {.max_record_bytes = 10'000}, .chunk_size = 50'000});
    CHECK(rest.records == 2);
    CHECK(rest.rejected == 1);
    REQUIRE(passed.findings.size() == 2);
    CHECK(passed.findings[0].what.rule->id == "document.record-too-large");
    CHECK(passed.findings[1].what.path == "/data");
}

TEST_CASE("records inside other JSON are passed to the caller", "[embedded]") {
    auto const text = R"({"data":)" + page(summary_text) + "}\n{\"body\":" + json_string(summary_text) +
                      "}\n" + summary_text;
    std::vector<std::size_t> lines;
    for (auto const& [record, at] : records<aws::BackupSummary>({from_memory(text)})) {
        CHECK(record.backup_name == "weekly");
        lines.push_back(at.line);
    }
    CHECK(lines.size() == 3);
    CHECK(lines.back() > lines.front());
}

} // namespace detail_check_embedded_test
