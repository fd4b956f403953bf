#include <dynabackup/detail/json/text.hpp>

#include "catch.hpp"

#include <simdjson.h>

#include <cstdint>
#include <cstdio>
#include <random>
#include <string>
#include <string_view>

namespace detail_json_text_test {

namespace {

using namespace dynabackup::json;
using namespace std::string_literals;
using namespace std::string_view_literals;

constexpr std::size_t none = std::string_view::npos;

std::size_t place(std::string_view text, char const* found) {
    return found == nullptr ? none : static_cast<std::size_t>(found - text.data());
}

std::size_t bad_escape(std::string_view text) {
    std::string out = "rest of an earlier string";
    std::size_t const here = place(text, unescape(text.data(), text.data() + text.size(), out));
    CHECK(here == place(text, find_bad_escape(text.data(), text.data() + text.size())));
    return here;
}

std::string unescaped(std::string_view text) {
    std::string out = "rest of an earlier string";
    REQUIRE(unescape(text.data(), text.data() + text.size(), out) == nullptr);
    return out;
}

std::size_t invalid_utf8(std::string_view text) {
    return place(text, find_invalid_utf8(text.data(), text.data() + text.size()));
}

std::string as_json(std::string_view text) {
    std::string out = ">";
    append_json_string(out, text);
    REQUIRE(out.front() == '>');
    return out.substr(1);
}

std::string utf8(char32_t c) {
    std::string out;
    detail::append_utf8(out, c);
    return out;
}

/// A code point of any length, often one with a special meaning in JSON.
char32_t any_code_point(std::mt19937_64& random) {
    switch (random() % 6) {
    case 0: return static_cast<char32_t>(random() % 0x20);
    case 1: return static_cast<unsigned char>("\"\\/\x7Fu0"[random() % 6]);
    case 2: return static_cast<char32_t>(random() % 0x80);
    case 3: return static_cast<char32_t>(random() % 0x800);
    case 4: {
        auto const c = static_cast<char32_t>(random() % 0x1'0000);
        return c >= 0xD800 && c <= 0xDFFF ? c - 0x800 : c;
    }
    default: return static_cast<char32_t>(0x1'0000 + random() % 0x10'0000);
    }
}

} // namespace

TEST_CASE("escapes mean their characters") {
    struct {
        std::string_view text;
        std::string_view expected;
    } const rows[] = {
        {"", ""},
        {"plain text, / included", "plain text, / included"},
        {R"(\"\\\/\b\f\n\r\t)", "\"\\/\b\f\n\r\t"},
        {R"(a\nb)", "a\nb"},
        {R"(\\n)", "\\n"},
        {R"(\\\\)", "\\\\"},
        {R"(\u0041\u00e9\u00E9\u20ac\uFFFF)", "A\u00e9\u00e9\u20ac\uFFFF"},
        {R"(\u0000)", "\0"sv},
        {R"(\u007f\u0080\u07ff\u0800)", "\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80"},
        {R"(\uD7FF\uE000)", "\xED\x9F\xBF\xEE\x80\x80"},
        {R"(\ud800\udc00)", "\U00010000"},
        {R"(\uD83D\uDE00!)", "\U0001F600!"},
        {R"(\uDBFF\uDFFF)", "\U0010FFFF"},
        {"raw \xE2\x82\xAC \\u20AC", "raw \u20ac \u20ac"},
        {"bad UTF-8 \xFF passes", "bad UTF-8 \xFF passes"},
    };
    for (auto const& row : rows) {
        INFO(row.text);
        CHECK(unescaped(row.text) == row.expected);
        CHECK(bad_escape(row.text) == none);
    }
}

TEST_CASE("a bad escape is found at its backslash") {
    struct {
        std::string_view text;
        std::size_t place;
    } const rows[] = {
        {R"(\)", 0},
        {R"(ab\)", 2},
        {R"(\\\)", 2},
        {R"(\x41)", 0},
        {R"(\')", 0},
        {R"(\a)", 0},
        {R"(\N)", 0},
        {R"(\U0041)", 0},
        {"\\\0"sv, 0},
        {R"(ok\n\u)", 4},
        {R"(\u1)", 0},
        {R"(\u12)", 0},
        {R"(\u123)", 0},
        {R"(\u123g)", 0},
        {R"(\u12 4)", 0},
        {R"(\u+123)", 0},
        {R"(\u00@0)", 0},
        {R"(\u00`0)", 0},
        {R"(\u00G0)", 0},
        {R"(\u00:0)", 0},
        {R"(\u00/0)", 0},
        {"\\u00\xE1\x80", 0},
        {R"(\uD800)", 0},
        {R"(x\uDBFF)", 1},
        {R"(\uDC00)", 0},
        {R"(\uDFFF rest)", 0},
        {R"(\uD800x)", 0},
        {R"(\uD800\n)", 0},
        {R"(\uD800\u0041)", 0},
        {R"(\uD800\uD800)", 0},
        {R"(\uD800\uDBFF)", 0},
        {R"(\uD800\uE000)", 0},
        {R"(\uD800\uDC0)", 0},
        {R"(\uD800\uDC0z)", 0},
        {R"(\uD800\DC00)", 0},
        {R"(\uD800udc000)", 0},
        {R"(\uD800\uDC00\uDC00)", 12},
        {R"(\uDC00\uD800)", 0},
    };
    for (auto const& row : rows) {
        INFO(row.text);
        CHECK(bad_escape(row.text) == row.place);
    }
    std::string out;
    std::string_view const text = R"(before\tit\qafter)";
    CHECK(place(text, unescape(text.data(), text.data() + text.size(), out)) == 10);
    CHECK(out == "before\tit");
}

TEST_CASE("every escape of four hexadecimal digits is its code unit") {
    for (unsigned c = 0; c <= 0xFFFF; ++c) {
        char text[8];
        std::snprintf(text, sizeof text, c % 3 == 0 ? "\\u%04x" : "\\u%04X", c);
        std::string out;
        bool const good = unescape(text, text + 6, out) == nullptr;
        bool const surrogate = c >= 0xD800 && c <= 0xDFFF;
        if (good == surrogate || (good && out != utf8(c))) {
            FAIL(text);
        }
    }
}

TEST_CASE("code points are counted") {
    CHECK(code_points("") == 0);
    CHECK(code_points("abc") == 3);
    CHECK(code_points("\u00e9\u20ac\U0001F600") == 3);
    CHECK(code_points("12345678") == 8);
    CHECK(code_points("\0\0"sv) == 2);
    std::mt19937_64 random{3};
    for (std::size_t count = 0; count != 300; ++count) {
        std::string text;
        for (std::size_t i = 0; i != count; ++i) {
            text += utf8(any_code_point(random));
        }
        INFO(count);
        CHECK(code_points(text) == count);
        std::string euros;
        for (std::size_t i = 0; i != count; ++i) {
            euros += "\u20ac";
        }
        CHECK(code_points(euros) == count);
    }
}

TEST_CASE("ill-formed UTF-8 is found at its first byte") {
    struct {
        std::string_view text;
        std::size_t place;
    } const rows[] = {
        {"", none},
        {"ascii \x7F", none},
        {"\0"sv, none},
        {"\x80", 0},
        {"a\xBF", 1},
        {"\xC0\x80", 0},
        {"\xC1\xBF", 0},
        {"\xC2\x80", none},
        {"\xDF\xBF", none},
        {"\xC2", 0},
        {"\xC2\x7F", 0},
        {"\xC2\xC0", 0},
        {"\xC3\xA9\xA9", 2},
        {"\xE0\x9F\xBF", 0},
        {"\xE0\xA0\x80", none},
        {"\xE0\xC0\x80", 0},
        {"\xE1\x80\x7F", 0},
        {"\xE1\x80\xC0", 0},
        {"\xED\x9F\xBF", none},
        {"\xED\xA0\x80", 0},
        {"\xED\xBF\xBF", 0},
        {"\xEE\x80\x80", none},
        {"\xEF\xBF\xBF", none},
        {"\xEF\xBB\xBFx", none},
        {"ab\xE2\x82", 2},
        {"ab\xE2", 2},
        {"\xF0\x8F\xBF\xBF", 0},
        {"\xF0\x90\x80\x80", none},
        {"\xF4\x8F\xBF\xBF", none},
        {"\xF4\x90\x80\x80", 0},
        {"\xF5\x80\x80\x80", 0},
        {"\xF8\x88\x80\x80\x80", 0},
        {"\xFE", 0},
        {"\xFF", 0},
        {"\xF0\x9F\x98\x80\xF0\x9F\x98", 4},
        {"\xF0\x9F\x98\x28", 0},
        {"\xF0\x9F\x28\x80", 0},
    };
    for (auto const& row : rows) {
        INFO(as_json(row.text));
        CHECK(invalid_utf8(row.text) == row.place);
    }
}

TEST_CASE("UTF-8 validity agrees with simdjson") {
    std::mt19937_64 random{20260804};
    // Bytes at the borders of table 3-7, so that random strings are often nearly valid.
    constexpr std::string_view bytes =
        "a\x7F\x80\x8F\x90\x9F\xA0\xBF\xC1\xC2\xDF\xE0\xE1\xEC\xED\xEE\xEF\xF0\xF1\xF3\xF4\xF5";
    for (int i = 0; i != 300'000; ++i) {
        std::string text;
        for (std::uint64_t size = random() % 9; size != 0; --size) {
            switch (random() % 4) {
            case 0: text += static_cast<char>(random()); break;
            case 1: text += utf8(any_code_point(random)); break;
            default: text += bytes[random() % bytes.size()]; break;
            }
        }
        std::size_t const found = invalid_utf8(text);
        if ((found == none) != simdjson::validate_utf8(text)) {
            FAIL(as_json(text));
        }
        // The bytes before the place are valid, and no valid sequence begins there.
        if (found == none) {
            continue;
        }
        bool exact = simdjson::validate_utf8(text.data(), found);
        for (std::size_t size = 1; size <= 4 && found + size <= text.size(); ++size) {
            exact = exact && !simdjson::validate_utf8(text.data() + found, size);
        }
        if (!exact) {
            FAIL(as_json(text) << " at " << found);
        }
    }
}

TEST_CASE("every pair of bytes and every code point is accepted or refused as by simdjson") {
    for (unsigned c = 0; c <= 0xFFFF; ++c) {
        char const text[] = {static_cast<char>(c >> 8), static_cast<char>(c & 0xFF)};
        if ((find_invalid_utf8(text, text + 2) == nullptr) != simdjson::validate_utf8(text, 2)) {
            FAIL(c);
        }
    }
    for (char32_t c = 0; c <= 0x11'0000; ++c) {
        std::string const text = utf8(c);
        bool const valid = invalid_utf8(text) == none;
        bool const scalar = c <= 0x10'FFFF && (c < 0xD800 || c > 0xDFFF);
        if (valid != scalar || valid != simdjson::validate_utf8(text)) {
            FAIL(static_cast<std::uint32_t>(c));
        }
    }
}

TEST_CASE("control characters are found") {
    auto const control = [](std::string_view text) {
        return place(text, find_control(text.data(), text.data() + text.size()));
    };
    CHECK(control("") == none);
    CHECK(control(" ~\x7F\x80\xFF") == none);
    CHECK(control("\0"sv) == 0);
    CHECK(control("abc\x1F") == 3);
    CHECK(control("a\nb\t") == 1);
}

TEST_CASE("text is quoted as JSON") {
    struct {
        std::string_view text;
        std::string_view expected;
    } const rows[] = {
        {"", R"("")"},
        {"a/b'c", R"("a/b'c")"},
        {"\"\\\b\f\n\r\t", R"("\"\\\b\f\n\r\t")"},
        {"\0\x01\x1F\x7F"sv, R"("\u0000\u0001\u001f\u007f")"},
        {"bfnrtu0", R"("bfnrtu0")"},
        {"\u00e9\u20ac\U0001F600\u2028", "\"\u00e9\u20ac\U0001F600\u2028\""},
        {"\x80", "\"\uFFFD\""},
        {"a\xC3", "\"a\uFFFD\""},
        {"\xE2\x82", "\"\uFFFD\uFFFD\""},
        {"\xC3\"", "\"\uFFFD\\\"\""},
        {"\xED\xA0\x80", "\"\uFFFD\uFFFD\uFFFD\""},
    };
    for (auto const& row : rows) {
        CHECK(as_json(row.text) == row.expected);
    }
}

TEST_CASE("a byte is quoted in the same way at any place among plain ones") {
    for (unsigned c = 0; c < 0x100; ++c) {
        std::string const one(1, static_cast<char>(c));
        auto const alone = as_json(one);
        auto const inside = alone.substr(1, alone.size() - 2);
        for (std::size_t size = 1; size <= 20; ++size)
            for (std::size_t i = 0; i < size; ++i) {
                std::string text(size, 'a');
                text[i] = one[0];
                CAPTURE(c, size, i);
                REQUIRE(as_json(text) ==
                        '"' + std::string(i, 'a') + inside + std::string(size - i - 1, 'a') + '"');
            }
    }
}

TEST_CASE("unescaping undoes quoting") {
    std::mt19937_64 random{5};
    for (int i = 0; i != 50'000; ++i) {
        std::string text;
        for (std::uint64_t size = random() % 40; size != 0; --size) {
            text += utf8(any_code_point(random));
        }
        std::string const json = as_json(text);
        std::string back;
        if (find_control(json.data(), json.data() + json.size()) != nullptr ||
            unescape(json.data() + 1, json.data() + json.size() - 1, back) != nullptr || back != text) {
            FAIL(json);
        }
    }
}

TEST_CASE("any bytes are quoted as a JSON string") {
    std::mt19937_64 random{8};
    simdjson::dom::parser parser;
    for (int i = 0; i != 20'000; ++i) {
        std::string text;
        for (std::uint64_t size = random() % 20; size != 0; --size) {
            text += static_cast<char>(random());
        }
        std::string const json = as_json(text);
        std::string_view read;
        std::string mine;
        if (parser.parse(json).get(read) != simdjson::SUCCESS ||
            unescape(json.data() + 1, json.data() + json.size() - 1, mine) != nullptr || mine != read) {
            FAIL(json);
        }
    }
}

} // namespace detail_json_text_test
