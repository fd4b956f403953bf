#include <dynabackup/detail/write/string.hpp>

#include "catch.hpp"

#include <memory>
#include <random>
#include <string>
#include <string_view>

namespace detail_write_string_test {

using namespace dynabackup;

namespace {

/// A JSON string of a text that ends where its allocation does.
std::string written(std::string_view text, char const* hex = "0123456789ABCDEF") {
    std::unique_ptr<char[]> const exact(new char[text.size()]);
    text.copy(exact.get(), text.size());
    std::string out = "<";
    detail::write_buffer buffer(out);
    detail::write_string(buffer, {exact.get(), text.size()}, hex);
    buffer.flush();
    REQUIRE(out.starts_with("<\""));
    REQUIRE(out.ends_with('"'));
    REQUIRE(out.size() >= 3);
    return out.substr(2, out.size() - 3);
}

} // namespace

TEST_CASE("a plain string is written unchanged, whatever its length", "[write]") {
    std::string text;
    for (int i = 0; i < 2100; ++i) {
        if (i < 70 || i % 97 == 0 || (i > 1000 && i < 1050)) CHECK(written(text) == text);
        text += static_cast<char>('a' + i % 26);
    }
    CHECK(written(std::string(9000, 'x')) == std::string(9000, 'x'));
    CHECK(written(" /!#[]^_`{|}~\x7F") == " /!#[]^_`{|}~\x7F");
}

TEST_CASE("quotes, backslashes and controls are escaped", "[write]") {
    CHECK(written("a\"b\\c") == R"(a\"b\\c)");
    CHECK(written("\b\f\n\r\t") == R"(\b\f\n\r\t)");
    CHECK(written(std::string_view("\0\x01\x0B\x1F", 4)) == R"(\u0000\u0001\u000B\u001F)");
    CHECK(written("\x0B\x1F", "0123456789abcdef") == R"(\u000b\u001f)");
    CHECK(written("bfnrt") == "bfnrt");
}

TEST_CASE("characters are escaped wherever they occur in a string", "[write]") {
    for (std::size_t const size : {1U, 7U, 8U, 9U, 15U, 16U, 17U, 31U, 33U, 63U, 100U, 1030U, 2050U})
        for (std::size_t i = 0; i<size; i += size> 100 ? 13 : 1) {
            std::string text(size, 'x');
            for (auto const& [c, escape] : {std::pair{'"', "\\\""}, std::pair{'\\', "\\\\"},
                                            std::pair{'\x1F', "\\u001F"}, std::pair{'\0', "\\u0000"}}) {
                text[i] = c;
                auto expected = text;
                REQUIRE(written(text) == expected.replace(i, 1, escape));
            }
        }
}

TEST_CASE("UTF-8 is copied, and other bytes become U+FFFD", "[write]") {
    std::string const sound = "\u00FC \u20AC \U0001F4BE \uFEFF \u0085 \u2028, and some more";
    CHECK(written(sound) == sound);
    CHECK(written("a\xFF"
                  "b") == "a\uFFFD"
                          "b");
    CHECK(written("\xC3") == "\uFFFD");
    CHECK(written("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD"); // a surrogate
    CHECK(written("0123456789\xE2\x82") == "0123456789\uFFFD\uFFFD");
    auto const text = std::string(1022, 'x') + "\u20AC";
    CHECK(written(text) == text);
}

TEST_CASE("any text is read back as it was written, if it is UTF-8", "[write]") {
    std::mt19937 random(11);
    constexpr std::string_view alphabet[] = {"a",    "b",      "\"",     "\\", "\n",
                                             "\x01", "\u00E9", "\u20AC", "/",  "u00"};
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        for (auto n = random() % 40; n > 0; --n) text += alphabet[random() % std::size(alphabet)];
        auto const inside = written(text);
        std::string again;
        REQUIRE(json::unescape(inside.data(), inside.data() + inside.size(), again) == nullptr);
        REQUIRE(again == text);
        REQUIRE(json::find_control(inside.data(), inside.data() + inside.size()) == nullptr);
    }
}

} // namespace detail_write_string_test
