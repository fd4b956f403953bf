#pragma once
/// \file
/// Runs the programs of the examples inside the tests, and reads the files that show them.

#include "catch.hpp"

#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>

namespace program_test {

/// A file of the project.
inline std::string read(std::string const& path) {
    std::ifstream file(std::string(DYNABACKUP_SOURCE_DIR "/") + path);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Whether a page shows all of a program.
inline bool shows(std::string const& page, std::string const& program) {
    return read(page).find("```cpp\n" + read(program) + "```\n") != std::string::npos;
}

/// Lets a stream read from or write to another buffer for a while.
template <class Stream>
struct redirected {
    redirected(Stream& s, std::streambuf* other) : stream(s), before(s.rdbuf(other)) {}
    ~redirected() { stream.rdbuf(before); }
    Stream& stream;
    std::streambuf* before;
};

struct outcome {
    int status;
    std::string out;
};

/// Runs a program's main function on that standard input.
inline outcome run(int (*program)(), std::string const& input) {
    std::istringstream in(input);
    std::ostringstream out;
    redirected<std::istream> const from(std::cin, in.rdbuf());
    redirected<std::ostream> const to(std::cout, out.rdbuf());
    int const status = program();
    return {status, out.str()};
}

} // namespace program_test
