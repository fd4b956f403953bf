#include <dynabackup/dump.hpp>
#include <dynabackup/dump/directory.hpp>
#include <dynabackup/dump/file.hpp>

#include "catch.hpp"
#include "dump/compress.hpp"
#include "tool/run.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace dump_file_test {

using namespace dynabackup;
using compress_test::read_all;
using tool_test::folder;

namespace {

/// The files that are found below a directory, and those that are skipped or cannot be read, without the directory's
/// path.
struct findings {
    std::vector<std::string> files, passed_over, problems;
};

findings below(folder const& f) {
    auto const name = [&](std::string const& path) { return path.substr(f.string().size()); };
    findings all;
    std::vector<file_problem> left_out;
    for (auto const& path : find_files(f.string(), left_out)) all.files.push_back(name(path));
    for (auto const& p : left_out) {
        CHECK_FALSE(p.reason.empty());
        (p.skipped ? all.passed_over : all.problems).push_back(name(p.path));
    }
    return all;
}

using names = std::vector<std::string>;

} // namespace

TEST_CASE("a file is read to its end", "[dump][file]") {
    folder const f;
    auto const input = from_file(f.write("a.json", "some text"));
    CHECK(input.name == f / "a.json");
    for (std::size_t const step : {1U, 100U}) {
        auto const r = read_all(input, step);
        CHECK(r.text == "some text");
        CHECK(r.problem.empty());
    }
}

TEST_CASE("a file that cannot be opened is a problem, and gives no source", "[dump][file]") {
    folder const f;
    for (auto const& path : {f / "missing", f.string(), std::string()}) {
        std::string problem;
        CHECK(from_file(path).open(problem) == nullptr);
        CHECK_FALSE(problem.empty());
    }
}

TEST_CASE("a read error is a problem", "[dump][file]") {
    folder const f;
    auto const path = f.write("a.json", "text");
    detail::file_source source(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    char to[10];
    std::string problem;
    CHECK(source.read(to, sizeof to, problem) == 0);
    CHECK_FALSE(problem.empty());
}

TEST_CASE("a part of a dump is recognised by its extension", "[dump][file]") {
    for (auto const* path : {"a.json", "a.ndjson", "a.jsonl", "a.json.gz", "a.jsonl.zst", "a.ion", "a.ion.gz",
                             "dir.d/a.ndjson.gz"})
        CHECK(has_dump_extension(path));
    for (auto const* path : {"", "json", "a.gz", "a.json.bz2", "a.json.gz.txt", "a.JSON", "a.txt"})
        CHECK_FALSE(has_dump_extension(path));
}

TEST_CASE("the files below a directory are found, in the order of their paths", "[dump][file]") {
    folder const f;
    for (auto const* name : {"b.json", "a/z.ndjson", "a/b/c.jsonl.gz", "a.json", "a.txt", "none/x"})
        f.write(name, "{}");
    std::filesystem::create_symlink("nowhere", f / "dangling.json"); // reading it fails
    std::filesystem::create_symlink("b.json", f / "link.json");
    auto const all = below(f);
    CHECK(all.files ==
          names{"/a.json", "/a/b/c.jsonl.gz", "/a/z.ndjson", "/b.json", "/dangling.json", "/link.json"});
    CHECK(all.passed_over.empty());
    CHECK(all.problems.empty());
}

TEST_CASE("files that may have no end are skipped below a directory", "[dump][file]") {
    folder const f;
    f.write("a.json", "{}");
    REQUIRE(::mkfifo((f / "pipe.json").c_str(), 0600) == 0);
    REQUIRE(::mkfifo((f / "pipe").c_str(), 0600) == 0);
    std::filesystem::create_symlink("/dev/zero", f / "zero.json");
    std::filesystem::create_directory_symlink(f.string(), f / "again");
    auto all = below(f);
    std::sort(all.passed_over.begin(), all.passed_over.end());
    CHECK(all.files == names{"/a.json"});
    CHECK(all.passed_over == names{"/again", "/pipe.json", "/zero.json"});
    CHECK(all.problems.empty());
}

TEST_CASE("a directory that cannot be read is a problem", "[dump][file]") {
    std::vector<file_problem> left_out;
    folder const f;
    CHECK(find_files(f / "missing", left_out).empty());
    REQUIRE(left_out.size() == 1);
    CHECK(left_out[0].path == f / "missing");
    CHECK_FALSE(left_out[0].skipped);
}

TEST_CASE("a directory that cannot be read is an input that cannot be, where no problems are listed",
          "[dump][file]") {
    folder const f;
    auto const missing = f / "missing";
    std::vector<file_problem> problems;
    CHECK(from_directory(missing, &problems).empty());
    CHECK(problems.size() == 1);
    dump_report found;
    auto const inputs = from_directory(missing);
    CHECK(check_dump(inputs, found).unreadable_inputs == 1);
    CHECK_FALSE(found.ok());
    REQUIRE(found.problems.size() == 1);
    CHECK(found.problems[0].input == missing);
    REQUIRE(::mkfifo((f / "pipe.json").c_str(), 0600) == 0);
    CHECK(from_directory(f.string()).empty()); // skipped files are not problems
}

} // namespace dump_file_test
