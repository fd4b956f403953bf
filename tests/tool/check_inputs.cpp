/// The inputs and outputs of `dynabackup check`.

#include "catch.hpp"
#include "run.hpp"

#include <sys/stat.h>

namespace tool_check_inputs_test {

using namespace tool_test;
using Catch::Matchers::Contains;

namespace {

/// Returns the files with findings, in their order.
std::vector<std::string> files_of(outcome const& r, folder const& f) {
    std::vector<std::string> files;
    for (auto const& line : lines_of(r.out))
        if (line.starts_with(f.string())) {
            auto const rest = line.substr(f.string().size() + 1);
            files.push_back(rest.substr(0, rest.find(':')));
        }
    return files;
}

using list = std::vector<std::string>;

} // namespace

TEST_CASE("standard input is read without a file, and for -", "[tool]") {
    CHECK_THAT(check({}, {.in = one_error}).out, Contains("<stdin>:1:20: error: "));
    CHECK_THAT(check({"-"}, {.in = one_error}).out, Contains("<stdin>:1:20: error: "));
    CHECK(check({}, {.in = clean})
              .out.starts_with("1 file, 1 document, 0 records: 0 errors, 0 warnings, 0 notes in "));

    folder const f;
    auto const r = check({f.write("a.json", one_error), "-"}, {.in = one_error});
    CHECK_THAT(r.out,
               Contains("a.json:1:20") && Contains("<stdin>:1:20") && Contains("2 files, 2 documents"));
    CHECK(check({"-", "-"}, {.in = clean}).status == 2);

    std::string large; // more than a pipe holds
    for (int i = 0; i < 20'000; ++i) large += clean + '\n';
    CHECK_THAT(check({}, {.in = large}).out, Contains("20000 documents"));
}

TEST_CASE("a file that cannot be read does not prevent others from being checked", "[tool]") {
    folder const f;
    auto const bad = f.write("bad.json", one_error), missing = f / "missing.json";
    auto const r = check({missing, bad, ""});
    CHECK(r.status == 2);
    CHECK_THAT(r.err, Contains("dynabackup: " + missing + ": No such file or directory\n"));
    CHECK_THAT(r.err, Contains("dynabackup: '': No such file"));
    CHECK_THAT(r.out, Contains("bad.json:1:20") && Contains("1 file, 2 unreadable, 1 document"));
    CHECK(check({"--fail-on", "never", missing}).status == 2);

    auto const secret = f.write("secret.json", clean);
    ::chmod(secret.c_str(), 0);
    if (::access(secret.c_str(), R_OK) != 0) { // root may read everything
        CHECK(check({secret}).status == 2);
        CHECK_THAT(check({secret}).err, Contains("Permission denied"));
    }
}

TEST_CASE("a directory means the files with a known extension below it, sorted", "[tool]") {
    folder const f;
    for (auto const* name :
         {"z.json", "a/b.ndjson", "a.json", "a/a/c.jsonl", "a/readme.txt", "json", "b.JSON.bak"})
        f.write(name, one_error);
    auto const r = check({f.string()});
    CHECK(r.status == 1);
    CHECK(files_of(r, f) == list{"a.json", "a/a/c.jsonl", "a/b.ndjson", "z.json"});
    CHECK_THAT(r.out, Contains("4 files"));

    CHECK(files_of(check({f / "z.json", f / "a", f / "json"}), f) ==
          list{"z.json", "a/a/c.jsonl", "a/b.ndjson", "json"});
}

TEST_CASE("every file below a directory that is skipped is reported", "[tool]") {
    folder const f;
    f.write("empty/readme.txt", "");
    auto const none = check({f / "empty"});
    CHECK(none.status == 2);
    CHECK_THAT(none.err, Contains((f / "empty") + ": there is no .json, .ndjson, .jsonl or .ion file"));

    f.write("dump/a.json", clean);
    std::filesystem::create_directory_symlink(f.string(), f / "dump/loop");
    std::filesystem::create_symlink("nowhere", f / "dump/dangling.json");
    std::filesystem::create_symlink("a.json", f / "dump/link.json");
    auto const r = check({f / "dump"});
    CHECK(r.status == 2);
    CHECK_THAT(r.err, Contains("loop: a link to a directory") && Contains("dangling.json: No such file"));
    CHECK_THAT(r.out, Contains("2 files, 1 unreadable, 2 documents"));
}

TEST_CASE("special files are read like pipes", "[tool]") {
    auto const r = check({"/dev/null"});
    CHECK(r.status == 2);
    CHECK_THAT(r.err, Contains("/dev/null: it is empty"));
    CHECK_THAT(check({"/dev/stdin"}, {.in = one_error}).out, Contains("/dev/stdin:1:20"));
}

TEST_CASE("file names may be anything", "[tool]") {
    folder const f;
    std::string const name = "check \x1B[31m\xFF\n.json";
    auto const path = f.write(name, one_error);
    auto const r = check({path});
    CHECK(r.status == 1);
    CHECK_THAT(r.out, Contains("check <U+001B>[31m<FF><U+000A>.json:1:20: error"));

    f.write("--strict", clean);
    f.write("check", clean);
    f.write("[a,b]", clean);
    auto const like_words = check({"check", "./--strict", "--", "--strict", "[a,b]", "-"},
                                  {.in = clean, .directory = f.string()});
    CHECK(like_words.status == 0);
    CHECK_THAT(like_words.out, Contains("5 files,"));
    CHECK(check({"--", "-nothing.json"}).status == 2);
    CHECK_THAT(check({"--", "-nothing.json"}).err, Contains("-nothing.json: No such file"));
}

TEST_CASE("output that cannot be written is an error, unless the reader has gone", "[tool]") {
    auto const full = check({}, {.in = clean, .out_file = "/dev/full"});
    CHECK(full.status == 2);
    CHECK_THAT(full.err, Contains("standard output: No space left on device"));

    std::string many;
    for (int i = 0; i < 5'000; ++i) many += one_error + '\n';
    CHECK(check({}, {.in = many, .out_file = "/dev/full"}).status == 2);
    folder const f;
    auto const path = f.write("many.json", many);
    for (auto const* format : {"text", "ndjson", "sarif"}) {
        auto const gone = check({"--format", format, path}, {.close_out = true});
        CHECK(gone.status == 1);
        CHECK(gone.err.empty());
        auto const counted = check({"--format", format, "--summary", f / "s", path}, {.close_out = true});
        CHECK(counted.status == 1);
        CHECK_THAT(f.read("s"), Contains(R"("error":5000,)"));
    }
}

} // namespace tool_check_inputs_test
