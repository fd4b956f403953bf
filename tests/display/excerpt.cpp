#include <dynabackup/display/excerpt.hpp>

#include "catch.hpp"

namespace display_excerpt_test {

using namespace dynabackup;

namespace {

/// A finding of `value` in a line.
finding in_line(std::string line, std::string const& value) {
    finding f;
    f.source_place = line.find(value);
    f.line = 1;
    f.column = f.source_place + 1;
    f.source = std::move(line);
    f.value = value;
    return f;
}

} // namespace

TEST_CASE("an excerpt marks the value below its line", "[display]") {
    auto const shown = display::make_excerpt(in_line(R"({"a": 12345})", "12345"), 60);
    CHECK(shown.source == R"({"a": 12345})");
    CHECK(shown.marker == "      ^~~~~");
}

TEST_CASE("an excerpt ends where its line does", "[display]") {
    CHECK(display::make_excerpt(in_line("ab\r\n", "b"), 60).source == "ab");
    CHECK(display::make_excerpt(in_line("ab\n", "b"), 60).marker == " ^");
}

TEST_CASE("an excerpt lays out tabs and wide characters", "[display]") {
    CHECK(display::make_excerpt(in_line("\tx", "x"), 60).marker == "    ^");
    CHECK(display::make_excerpt(in_line("表x", "x"), 60).marker == "  ^");
    CHECK(display::make_excerpt(in_line("\x1Bx", "x"), 60).marker == "        ^");
}

TEST_CASE("an excerpt of a long line is cut around the value", "[display]") {
    auto const shown =
        display::make_excerpt(in_line(std::string(300, 'a') + "42" + std::string(300, 'b'), "42"), 40);
    CHECK(shown.source.starts_with("…aaa"));
    CHECK(shown.source.ends_with("bbb…"));
    auto const mark = shown.marker.find('^');
    CHECK(shown.source.substr(mark + 2, 2) == "42"); // the ellipsis has three bytes and one column
    CHECK(shown.marker.substr(mark) == "^~");
}

} // namespace display_excerpt_test
