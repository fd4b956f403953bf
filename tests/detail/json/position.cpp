#include <dynabackup/detail/json/position.hpp>

#include "catch.hpp"

#include <algorithm>
#include <random>
#include <string>

namespace detail_json_position_test {

using namespace dynabackup::json;

TEST_CASE("the ends of lines are counted in texts of any length", "[json]") {
    std::minstd_rand random(7);
    for (std::size_t size : {0u, 1u, 31u, 32u, 33u, 64u, 1000u, 8159u, 8160u, 8161u, 20'000u}) {
        std::string text(size, '\n'); // the greatest number of line ends
        CHECK(count_lines(text) == size);
        for (auto& c : text) c = random() % 3 ? 'x' : '\n';
        CHECK(count_lines(text) == static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
    }
}

TEST_CASE("a text that is read in windows has the same places as the whole text", "[json]") {
    std::string const text = "ab\n\r\nc\u00e4d\n\n e\u20acfg";
    for (std::size_t first = 0; first <= text.size(); ++first)
        for (std::size_t second = first; second <= text.size(); ++second) {
            auto at = behind({}, text.substr(0, first));
            at = behind(at, text.substr(first, second - first));
            auto const whole = behind({}, text.substr(0, second));
            CHECK((at.offset == second && at.line == whole.line && at.column == whole.column));
            CHECK(at.character == whole.character);
        }
}

TEST_CASE("characters far from the start of a line are not counted", "[json]") {
    std::string const half(longest_shown_line / 2, 'x');
    auto const middle = behind({}, half);
    CHECK(middle.character == half.size() + 1);
    CHECK(behind(middle, half.substr(1)).character == longest_shown_line);
    auto const far = behind(middle, half);
    CHECK(far.character == 0);
    CHECK(behind(far, "x").character == 0);
    CHECK(behind(far, "x\ny").character == 2);
    CHECK(absolute(far, {1, 1, 2, 2}).character == 0);
    CHECK(absolute({9, 1, 9, 0}, {1, 1, 2, 2}).character ==
          0); // the place of the window in its line is not known
    CHECK(absolute(far, {2, 2, 1, 1}).character == 1);
    CHECK(absolute(middle, {half.size(), 1, half.size() + 1, half.size() + 1}).character == 0);
}

TEST_CASE("a place in a window is counted from the place of the window", "[json]") {
    position const base{100, 3, 20, 15};
    auto const same_line = absolute(base, {5, 1, 6, 6});
    CHECK((same_line.offset == 105 && same_line.line == 3));
    CHECK((same_line.column == 25 && same_line.character == 20));
    auto const next_line = absolute(base, {9, 2, 4, 3});
    CHECK((next_line.offset == 109 && next_line.line == 4));
    CHECK((next_line.column == 4 && next_line.character == 3));
}

TEST_CASE("a byte order mark is three bytes of the first line, but not a character", "[json]") {
    auto const first = absolute(after_mark, {1, 1, 2, 2});
    CHECK((first.offset == 4 && first.line == 1 && first.column == 5 && first.character == 2));
    auto const second = absolute(after_mark, {4, 2, 2, 2});
    CHECK((second.offset == 7 && second.line == 2 && second.column == 2 && second.character == 2));
}

} // namespace detail_json_position_test
