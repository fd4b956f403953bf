// The program of the README is examples/quick_start.cpp, and does what the README says.
#define main quick_start
#include "../examples/quick_start.cpp"
#undef main

#include "catch.hpp"

#include <fstream>
#include <sstream>

namespace {

std::string read(std::string const& path) {
    std::ifstream file(std::string(DYNABACKUP_SOURCE_DIR "/") + path);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Lets a stream read from or write to another buffer for a while.
template <class Stream>
struct redirected {
    redirected(Stream& s, std::streambuf* other) : stream(s), before(s.rdbuf(other)) {}
    ~redirected() { stream.rdbuf(before); }
    Stream& stream;
    std::streambuf* before;
};

} // namespace

TEST_CASE("the README shows the program of the examples", "[readme]") {
    CHECK(read("README.md").find("```cpp\n" + read("examples/quick_start.cpp") + "```\n") !=
          std::string::npos);
}

TEST_CASE("the README's program finds the defect of the sample page, and lists what is available",
          "[readme]") {
    std::istringstream in(read("examples/sample-dump/1-list-backups.json"));
    std::ostringstream out;
    int status = 0;
    {
        redirected<std::istream> const from(std::cin, in.rdbuf());
        redirected<std::ostream> const to(std::cout, out.rdbuf());
        status = quick_start();
    }
    CHECK(status == 1);
    CHECK(out.str().starts_with("44:37 /BackupSummaries/3/BackupExpiryDateTime: "));
    CHECK(out.str().find("[backup.system-expiry]\n") != std::string::npos);
    CHECK(out.str().find("table/Bookings/backup/01767484801234-4e1f0a7b\n") != std::string::npos);
    CHECK(out.str().find("table/Bookings/backup/01768521600902-77665544\n") == std::string::npos); // CREATING
}

TEST_CASE("the README shows what the checker prints for the sample dump", "[readme]") {
    auto const readme = read("README.md");
    CHECK(readme.find("3 files, 7 documents, 12 records (1 rejected): 6 errors, 0 warnings, 0 notes") !=
          std::string::npos);
}
