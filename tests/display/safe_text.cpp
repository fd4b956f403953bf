#include <dynabackup/display/safe_text.hpp>

#include "catch.hpp"

namespace display_safe_text_test {

using namespace dynabackup::display;

TEST_CASE("text for a terminal keeps what is visible", "[display]") {
    for (auto const* text : {"", "plain", "Größe", "表", "e\xCC\x81"}) CHECK(safe(text) == text);
}

TEST_CASE("text for a terminal shows invisible characters by their numbers", "[display]") {
    CHECK(safe("\x1B[31m") == "<U+001B>[31m");
    CHECK(safe("a\nb\t\x7F") == "a<U+000A>b<U+0009><U+007F>");
    CHECK(safe("\xE2\x80\xAE") == "<U+202E>");
    CHECK(safe("\xF3\xA0\x80\x81") == "<U+E0001>");
    CHECK(safe(std::string_view("\0", 1)) == "<U+0000>");
}

TEST_CASE("text for a terminal shows bytes that are not UTF-8", "[display]") {
    CHECK(safe("\xFFz\x80") == "<FF>z<80>");
    CHECK(safe("\xC3") == "<C3>");
}

TEST_CASE("a long text for a terminal is cut", "[display]") {
    std::string out;
    append_safe(out, "0123456789", 4);
    CHECK(out == "0123…");
    out.clear();
    append_safe(out, "0123", 4);
    CHECK(out == "0123");
}

TEST_CASE("the number of columns of a glyph is known", "[display]") {
    std::string out;
    auto const columns = [&](std::string_view text) { return append_glyph(out, text).columns; };
    CHECK(columns("a") == 1);
    CHECK(columns("ß") == 1);
    CHECK(columns("表") == 2);
    CHECK(columns("\xCC\x81") == 0);
    CHECK(columns("\n") == 8);
    CHECK(columns("\xFF") == 4);
}

} // namespace display_safe_text_test
