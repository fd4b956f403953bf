#include <dynabackup/detail/json/line_counter.hpp>

#include "catch.hpp"

#include <algorithm>
#include <random>
#include <string>

namespace detail_json_line_counter_test {

using dynabackup::json::line_counter;

TEST_CASE("lines and columns count from one", "[json]") {
    line_counter lines("ab\n\r\ncd\n");
    auto is = [&](std::size_t offset, std::size_t line, std::size_t column) {
        auto const at = lines.at(offset);
        CHECK(at.line == line);
        CHECK(at.column == column);
    };
    is(0, 1, 1);
    is(2, 1, 3); // the line's end belongs to its line
    is(3, 2, 1);
    is(4, 2, 2);
    is(5, 3, 1);
    is(8, 4, 1); // after the end of the last line
    is(99, 4, 1);
    is(1, 1, 2); // backward
}

TEST_CASE("the line alone is that of the place", "[json]") {
    std::string_view const text = "ab\n\r\ncd\n";
    line_counter whole(text), alone(text);
    for (std::size_t const offset : {0u, 2u, 3u, 3u, 8u, 99u, 1u, 5u})
        CHECK(alone.line_at(offset) == whole.at(offset).line);
}

TEST_CASE("characters are counted as in UTF-8", "[json]") {
    auto is = [](line_counter lines, std::size_t offset, std::size_t column, std::size_t character) {
        auto const at = lines.at(offset);
        CHECK(at.column == column);
        CHECK(at.character == character);
    };
    std::string_view const text = "\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80x\ny\xC3\xA4z";
    is(line_counter(text), 0, 1, 1);
    is(line_counter(text), 2, 3, 2);
    is(line_counter(text), 5, 6, 3);
    is(line_counter(text), 9, 10, 4);
    is(line_counter(text), 10, 11, 5);
    is(line_counter(text), 11, 1, 1);
    is(line_counter(text), 14, 4, 3);
}

TEST_CASE("an empty text has one place", "[json]") {
    line_counter lines;
    CHECK(lines.at(0).line == 1);
    CHECK(lines.at(7).column == 1);
}

namespace {

void check_all(std::size_t size, std::size_t letters, std::mt19937_64& random) {
    std::string text;
    while (text.size() < size) text += random() % letters ? random() % 3 ? "a" : "\xC3\xA4" : "\n";
    line_counter lines(text);
    for (int i = 0; i < 2'000; ++i) {
        std::size_t const offset = random() % (text.size() + 1);
        auto const before = text.substr(0, offset);
        auto const line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
        auto const column = offset - (before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1) + 1;
        auto const continues = [](char c) { return (c & 0xC0) == 0x80; };
        auto const character =
            column - static_cast<std::size_t>(std::count_if(
                         before.end() - static_cast<std::ptrdiff_t>(column - 1), before.end(), continues));
        auto const at = lines.at(offset);
        if (at.line != line || at.column != column || at.character != character) FAIL(offset);
    }
}

} // namespace

TEST_CASE("places do not depend on the order of the calls", "[json][property]") {
    std::mt19937_64 random{7};
    for (std::size_t const size : {500u, 100'000u})
        for (std::size_t const letters : {3u, 5'000u}) check_all(size, letters, random);
}

} // namespace detail_json_line_counter_test
