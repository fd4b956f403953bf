/// `dynabackup split`: parts that contain every record once.

#include "catch.hpp"
#include "scaling.hpp"

#include <filesystem>

namespace tool_split_test {

using namespace scaling_test;

namespace {

outcome split(std::vector<std::string> args, std::string const& in = "") {
    args.insert(args.begin(), "split");
    return run(std::move(args), {.in = in});
}

/// Returns the parts in a folder, in their order.
std::vector<std::string> parts_in(folder const& f, std::string const& name) {
    std::vector<std::string> parts;
    for (std::size_t i = 0;; ++i) {
        auto number = std::to_string(i);
        auto const path = name + "/part-" + std::string(5 - number.size(), '0') + number + ".ndjson";
        if (!std::filesystem::exists(f / path)) return parts;
        parts.push_back(f.read(path));
    }
}

/// Adds white space between all tokens. The strings have none.
std::string spread(std::string const& record, std::string const& space) {
    std::string out;
    bool quoted = false;
    for (char const c : record) {
        quoted ^= c == '"';
        bool const mark = !quoted && (c == '{' || c == '}' || c == ',' || c == ':');
        if (mark && c == '}') out += space;
        out += c;
        if (mark && c != '}') out += space;
    }
    return out;
}

} // namespace

TEST_CASE("split: records of any layout keep their bytes and their order", "[tool][split]") {
    random_bits random(1);
    auto const records = summaries(300, random);
    std::vector<std::string> spread_out, apart;
    for (auto const& r : records) {
        spread_out.push_back(spread(r, "\r\n  "));
        apart.push_back(spread(r, " "));
    }
    folder const f;
    auto split_into = [&](std::string const& text) {
        auto const r = split({"--records", "1000", "--force", "--output", f / "parts"}, text);
        CHECK(r.status == 0);
        CHECK(r.err.empty());
        return f.read("parts/part-00000.ndjson");
    };
    auto const expected = as_lines(records);
    CHECK(split_into(as_page(records)) == expected);
    CHECK(split_into(as_lines(records)) == expected);
    CHECK(split_into(joined(records, "\r\n")) == expected);
    CHECK(split_into('[' + joined(records, " , ") + ']') == expected);
    CHECK(split_into(as_page(records) + as_lines(records) + as_page({})) == expected + expected);
    CHECK(split_into(as_page(spread_out)) == expected);
    CHECK(split_into(joined(spread_out, "")) == expected);
    CHECK(split_into(as_page(apart)) == as_lines(apart)); // its own bytes
}

TEST_CASE("split: parts have the requested sizes", "[tool][split]") {
    random_bits random(2);
    auto const records = summaries(100, random);
    folder const f;
    auto const dump = f.write("dump.json", as_page(records));

    SECTION("by records") {
        CHECK(split({"--records", "30", "--output", f / "p", dump}).status == 0);
        auto const parts = parts_in(f, "p");
        REQUIRE(parts.size() == 4);
        for (std::size_t i = 0; i < 4; ++i) CHECK(lines_of(parts[i]).size() == (i < 3 ? 30 : 10));
        CHECK(joined(parts, "") == as_lines(records));
    }
    SECTION("by bytes") {
        CHECK(split({"--bytes", "1K", "--output", f / "p", dump}).status == 0);
        auto const parts = parts_in(f, "p");
        for (auto const& part : parts) CHECK(part.size() <= 1024);
        CHECK(parts.size() > 20);
        CHECK(joined(parts, "") == as_lines(records));
        CHECK(split({"--bytes", "1", "--output", f / "q", dump}).status == 0);
        CHECK(parts_in(f, "q").size() == records.size()); // at least one record each
    }
    SECTION("by parts") {
        CHECK(split({"--parts", "7", "--output", f / "p", dump}).status == 0);
        auto const parts = parts_in(f, "p");
        REQUIRE(parts.size() == 7);
        for (std::size_t i = 0; i < records.size(); ++i) CHECK(lines_of(parts[i % 7])[i / 7] == records[i]);
        CHECK(split({"--parts", "3", "--output", f / "q"}, clean).status == 0);
        CHECK(parts_in(f, "q") == std::vector<std::string>(3));
    }
    SECTION("the manifest lists them") {
        CHECK(split({"--records", "60", "--output", f / "p", dump}).status == 0);
        auto const parts = parts_in(f, "p");
        CHECK(
            f.read("p/manifest.json") ==
            R"({"version":1,"records":100,"parts":[{"name":"part-00000.ndjson","records":60,"rejected":0,"bytes":)" +
                std::to_string(parts[0].size()) +
                R"(},{"name":"part-00001.ndjson","records":40,"rejected":0,"bytes":)" +
                std::to_string(parts[1].size()) + "}]}\n");
    }
    SECTION("exactly one of the options is required") {
        for (auto const& args : std::vector<std::vector<std::string>>{{},
                                                                      {"--records", "1", "--parts", "1"},
                                                                      {"--bytes", "0"},
                                                                      {"--bytes", "1T"},
                                                                      {"--parts", "-1"}}) {
            auto all = args;
            all.insert(all.end(), {"--output", f / "p", dump});
            CHECK(split(all).status == 2);
        }
        CHECK(split({"--parts", "2", dump}).status == 2);
        CHECK_FALSE(std::filesystem::exists(f / "p"));
    }
}

TEST_CASE("split: the number of threads and their order do not matter", "[tool][split]") {
    random_bits random(3);
    auto const records = summaries(12000, random);
    folder const f;
    auto const dump = f.write("dump.json", as_page(records));
    for (auto const* jobs : {"1", "3"})
        CHECK(split({"--bytes", "1M", "--jobs", jobs, "--output", f / jobs, dump}).status == 0);
    CHECK(parts_in(f, "1") == parts_in(f, "3"));
    CHECK(joined(parts_in(f, "3"), "") == as_lines(records));
}

TEST_CASE("split: damaged records are reported, and the rest is in the parts", "[tool][split]") {
    random_bits random(4);
    folder const f;
    auto const records = summaries(50, random);
    auto damaged = records;
    damaged[10] = records[10].substr(0, 40);
    damaged[20] = "7";
    auto expected = records;
    expected.erase(expected.begin() + 20);
    expected.erase(expected.begin() + 10);
    auto const r = split({"--records", "100", "--output", f / "p"}, as_page(damaged));
    CHECK(r.status == 1);
    CHECK(r.err.find("json.syntax") != r.err.npos);
    CHECK(f.read("p/part-00000.ndjson") == as_lines(expected));

    CHECK(split({"--records", "1", "--output", f / "q"}, R"({"What":1})").status == 1);
    CHECK(split({"--records", "1", "--output", f / "r"}, R"({"BackupSummaries":7})").status == 1);
    // A request is not a record, but a record with an invalid member is one.
    auto wrong = summary(1);
    wrong.replace(wrong.find("\"USER\""), 6, "[7]");
    auto const s = split({"--records", "9", "--output", f / "s"}, R"({"Limit":7})" + as_page({wrong}));
    CHECK(s.status == 0);
    CHECK(f.read("s/part-00000.ndjson") == wrong + '\n');
}

TEST_CASE("split: each line is read as the original record", "[tool][split]") {
    folder const f;
    std::string const bare = R"({"TableName":"Orders","BackupName":"b"})";
    std::string const details = R"("BackupDetails":{"BackupArn":"a","BackupCreationDateTime":1.5E9,)"
                                R"("BackupName":"now","BackupStatus":"CREATING","BackupType":"USER"})";
    std::string const resource = R"({"id":"b","size":7})";
    std::string const text = as_page({bare, summary(1)}) + R"({"BackupDescription":{)" + details + "}}" +
                             '{' + details + '}' + R"({"_embedded":{"items":[)" + resource + "]}}";
    REQUIRE(split({"--records", "9", "--output", f / "p"}, text).status == 0);
    auto const written = f.read("p/part-00000.ndjson");
    auto const lines = lines_of(written);
    REQUIRE(lines.size() == 5);
    CHECK(lines[0] == as_page({bare}));
    CHECK(lines[1] == summary(1));
    CHECK(lines[2] == R"({"BackupDescription":{)" + details + "}}");
    CHECK(lines[4] == R"({"_embedded":{"items":[)" + resource + "]}}");
    auto const told = lines_of(run({"map"}, {.in = written}).out);
    REQUIRE(told.size() == 5);
    for (auto const& line : told) CHECK(line.find(R"("records":1,"rejected":0)") != line.npos);
    CHECK(told[2].find(R"("shapes":{"DescribeBackupOutput":1})") != told[2].npos);
    CHECK(told[4].find(R"("system":"clumio")") != told[4].npos);
}

TEST_CASE("split: existing parts are kept, or all of them are replaced", "[tool][split]") {
    folder const f;
    random_bits random(6);
    auto const dump = f.write("dump.ndjson", as_lines(summaries(10, random)));
    auto const into = f / "p";
    f.write("p/notes.txt", "mine");
    REQUIRE(split({"--records", "2", "--output", into, dump}).status == 0);
    auto const before = parts_in(f, "p");
    CHECK(split({"--records", "5", "--output", into, dump}).status == 2);
    CHECK(parts_in(f, "p") == before);
    CHECK(split({"--records", "5", "--force", "--output", into, dump}).status == 0);
    CHECK(parts_in(f, "p").size() == 2);
    CHECK_FALSE(std::filesystem::exists(f / "p/part-00004.ndjson"));
    CHECK(f.read("p/notes.txt") == "mine");
    // An input is not replaced.
    CHECK(split({"--records", "1", "--force", "--output", into, into + "/part-00001.ndjson"}).status == 2);
    CHECK(parts_in(f, "p").size() == 2);
}

TEST_CASE("split: parts without a manifest are incomplete", "[tool][split]") {
    folder const f;
    auto const dump = f.write("dump.ndjson", summary(1));
    CHECK(split({"--records", "1", "--output", f / "p", dump, f / "missing.json"}).status == 2);
    CHECK_FALSE(std::filesystem::exists(f / "p/manifest.json"));
    CHECK(f.read("p/part-00000.ndjson") == summary(1) + '\n');
    CHECK(split({"--records", "1", "--output", dump, dump}).status == 2); // not a folder
}

TEST_CASE("split: a folder of parts is read without its manifest", "[tool][split]") {
    folder const f;
    random_bits random(4);
    REQUIRE(split({"--records", "20", "--output", f / "parts"}, as_lines(summaries(50, random))).status == 0);
    auto const checked = run({"check", f / "parts"});
    CHECK(checked.out.find("[document.unrecognized]") == checked.out.npos);
    CHECK(checked.out.find("3 files, 50 documents, 50 records") != checked.out.npos);
    f.write("other/manifest.json", f.read("parts/manifest.json"));
    auto const other = run({"check", f / "other"});
    CHECK(other.status == 1);
    CHECK(other.out.find("[document.unrecognized]") != other.out.npos);
}

TEST_CASE("split: manifests of an export are not reported as lost", "[tool][split]") {
    folder const f;
    REQUIRE(run({"generate", "--export", f / "export", "--items", "30", "--seed", "2"}).status == 0);
    auto const cut = split({"--parts", "2", "--output", f / "parts", f / "export"});
    CHECK(cut.status == 0);
    CHECK(cut.err.empty());
    CHECK(run({"fingerprint", f / "parts"}).out == run({"fingerprint", f / "export"}).out);
}

} // namespace tool_split_test
