#include <dynabackup/detail/json/cursor.hpp>
#include <dynabackup/detail/json/recovery.hpp>

#include "catch.hpp"
#include "random_json.hpp"
#include "reading.hpp"

#include <array>
#include <string>
#include <string_view>

namespace detail_json_cursor_test {

using namespace dynabackup::json;
using reading_test::exact;

namespace {

/// A text with a cursor at its first token. Uses the tolerant index if the first stage refuses the text.
struct opened {
    explicit opened(std::string_view source, bool tolerate = false) : bytes(source), text(bytes) {
        if (!tolerate && index.build(text)) {
            at = cursor(text, index.begin(), index.end(), true);
        } else {
            tolerant.build(sync_points(text, {}), 0);
            at = cursor(text, tolerant.begin(), tolerant.end(), false);
        }
    }

    exact bytes;
    std::string_view text;
    structural_index index;
    tolerant_index tolerant;
    cursor at;
    char const* too_deep = nullptr;

    bool skip(std::size_t levels = 1000) { return at.skip_value(levels, too_deep); }
    bool is_value() { return skip() && at.at == at.last; }
    std::size_t place() const { return static_cast<std::size_t>(at.error.place - text.data()); }
};

constexpr std::size_t none = std::string_view::npos;

/// Returns where a text stops being one JSON value, if it does. Both indexes must agree.
std::size_t fault(std::string_view text) {
    auto one = [&](bool tolerate) {
        opened o(text, tolerate);
        if (!o.skip()) return o.place();
        return o.at.at == o.at.last ? none : static_cast<std::size_t>(o.at.place() - o.text.data());
    };
    std::size_t const place = one(true);
    CHECK((one(false) == none) == (place == none));
    return place;
}

} // namespace

TEST_CASE("any JSON value is skipped", "[json]") {
    for (auto text : {"null",
                      "true",
                      "false",
                      "0",
                      "-0",
                      "-1.5e+3",
                      "1e999",
                      "\"\"",
                      "\"a\"",
                      "[]",
                      "{}",
                      "[[]]",
                      "[1,\"a\",null,{}]",
                      R"({"a":{"b":[1,2]},"c":[{}]})",
                      " [ 1 , 2 ] ",
                      "\r\n{\t\"a\" :\n1 }\n",
                      R"("\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00")",
                      "\"\u00e9\U0001F600\x7F\"",
                      "123456789012345678901234567890",
                      "[\"{\",\"]\"]"}) {
        CAPTURE(text);
        CHECK(fault(text) == none);
    }
}

TEST_CASE("text that is not a JSON value is refused at the right place", "[json]") {
    using namespace std::string_view_literals;
    struct {
        std::string_view text;
        std::size_t place;
    } const rows[] = {
        {"", 0},
        {" ", 1},
        {"[", 1},
        {"[1", 2},
        {"[1,", 3},
        {"[1,]", 3},
        {"[,1]", 1},
        {"[1 2]", 3},
        {"[1}", 2},
        {"]", 0},
        {"{", 1},
        {"{\"a\"", 4},
        {"{\"a\"}", 4},
        {"{\"a\":", 5},
        {"{\"a\":}", 5},
        {"{\"a\":1", 6},
        {"{\"a\":1,", 7},
        {"{\"a\":1,}", 7},
        {"{\"a\" 1}", 5},
        {"{\"a\":1]", 6},
        {"{a:1}", 1},
        {"{1:1}", 1},
        {"{,}", 1},
        {"{\"a\":1,,\"b\":2}", 7},
        {"{\"a\"::1}", 5},
        {"1 2", 2},
        {"[1]]", 3},
        {"{}{}", 2},
        {"tru", 0},
        {"truex", 0},
        {"True", 0},
        {"nul", 0},
        {"NaN", 0},
        {"Infinity", 0},
        {"-Infinity", 1},
        {"+1", 0},
        {".5", 0},
        {"01", 1},
        {"-", 1},
        {"1.", 2},
        {"1.e3", 2},
        {"1e", 2},
        {"1e+", 3},
        {"0x10", 1},
        {"1_000", 1},
        {"'a'", 0},
        {"\"", 1},
        {"\"a", 2},
        {"\"a\\\"", 4},
        {"\"a\nb\"", 2},
        {"\"a\tb\"", 2},
        {"\"a\0b\""sv, 2},
        {"\"a\x1F\"", 2},
        {"\"\\x\"", 1},
        {"\"\\u12\"", 1},
        {"\"ab\\ud800\"", 3},
        {"\"\\ud800\\u0041\"", 1},
        {"\"\\udc00\"", 1},
        {"\"a\xFF\"", 2},
        {"\"\xC0\xAF\"", 1},
        {"\"a\xED\xA0\x80\"", 2},
        {"\"\xF4\x90\x80\x80\"", 1},
        {"\"\xE2\x82\"", 1},
        {"\xEF\xBB\xBF", 0},
        {"\f1", 0},
        {"[1\f]", 2},
        {"[1\x1A 2]", 2},
        {"\"a\"b", 3},
        {"// c\n1", 0},
        {"[1,/**/2]", 3},
        {"\0"sv, 0},
        {"\xC2\xA0"
         "1",
         0},
    };
    for (auto const& row : rows) {
        CAPTURE(row.text);
        CHECK(fault(row.text) == row.place);
    }
}

TEST_CASE("a value is well-formed if and only if simdjson accepts it", "[json][property]") {
    reading_test::random_json make(8259);
    int good = 0;
    for (int i = 0; i < 60'000; ++i) {
        auto text = make.space() + make.value(4) + make.space();
        if (i % 8) text = make.mutated(text);
        bool const expected = reading_test::is_well_formed(text);
        good += expected;
        for (bool tolerate : {false, true})
            if (opened(text, tolerate).is_value() != expected) FAIL(tolerate << text);
    }
    CHECK(good > 10'000);
    CHECK(good < 50'000);
}

TEST_CASE("values may nest to any limit, and the first value beyond it is found", "[json]") {
    opened flat("[1,2]");
    CHECK((flat.skip(1) && !flat.too_deep));
    opened none_allowed("[]");
    CHECK((none_allowed.skip(0) && none_allowed.too_deep == none_allowed.text.data()));
    opened scalar("1");
    CHECK((scalar.skip(0) && !scalar.too_deep));
    opened deep(R"({"a":[1,{"b":{}}],"c":[[[]]]})");
    CHECK((deep.skip(3) && deep.too_deep == deep.text.data() + 13));
    opened enough(R"({"a":[1,{"b":{}}],"c":[[[]]]})");
    CHECK((enough.skip(4) && !enough.too_deep));
    std::string const million(1'000'000, '[');
    opened open(million);
    CHECK_FALSE(open.skip());
    CHECK(open.place() == million.size());
    opened closed(million + std::string(million.size(), ']'));
    CHECK((closed.is_value() && closed.too_deep == closed.text.data() + 1000));
}

TEST_CASE("a token ends before the space after it", "[json]") {
    opened o("[ \"a b\" , -12 \n]");
    CHECK(o.at.token() == "[");
    ++o.at.at;
    CHECK(o.at.token() == "\"a b\"");
    o.at.at += 2;
    CHECK(o.at.token() == "-12");
    CHECK(o.at.peek() == '-');
    CHECK(o.at.size() == 2);
    o.at.at = o.at.last;
    CHECK(o.at.peek() == '\0');
    CHECK(o.at.place() == o.text.data() + o.text.size());
    for (std::size_t spaces = 0; spaces < 40; ++spaces)
        for (auto const* space : {" ", "\n", "\t"}) {
            opened indented("[1" + std::string(spaces, ' ') + space + std::string(39 - spaces, ' ') + "]");
            ++indented.at.at;
            CHECK(indented.at.token() == "1");
        }
}

namespace {

/// A text after a token that makes the token plain, unless a backslash prevents it.
std::string const more = ",2,3" + std::string(token_cursor::margin, ' ') + ",4]";

} // namespace

TEST_CASE("a plain token has three tokens and a margin after it, and no backslash", "[json]") {
    // Returns which tokens are plain by the definition.
    auto check = [](std::string const& text) {
        opened o(text);
        auto const* const begin = o.at.at;
        auto const backslash = std::min(o.text.find('\\'), o.text.size());
        for (auto const* t = begin; t != o.at.last; ++t) {
            o.at.at = t;
            bool const plain =
                o.at.last - t > 3 && t[3] <= backslash && *t + token_cursor::margin <= o.text.size();
            CHECK(o.at.is_plain() == plain);
            CHECK((t < o.at.numbers_until) == (plain && t[2] + cursor::number_margin <= o.text.size()));
        }
    };
    for (std::size_t size = 0; size < 200; ++size) {
        std::string const filler(size, 'a');
        check("[1,\"" + filler + "\",2]");
        check("{\"a\":\"" + filler + "\",\"b\":[1,2,3],\"c\":\"d\"}");
        check("{\"a\":\"b\",\"c\":\"" + filler + "\\n\",\"d\":[1,2,3]}" + filler);
    }
    for (std::size_t tokens = 0; tokens < 70; ++tokens) {
        std::string text = "[";
        for (std::size_t i = 0; i < tokens; ++i) text += "1 ,";
        check(text + "\"\\n\"" + more);
    }
    opened tolerant("[1" + more, true);
    CHECK_FALSE(tolerant.at.is_plain());
}

TEST_CASE("tokens after a backslash are plain as soon as a string has been read there", "[json]") {
    std::string text = "[\"\\n\"";
    for (int i = 0; i < 50; ++i) text += ",\"a\"";
    opened o(text + ",\"\\n\"" + more);
    std::string scratch;
    std::string_view out;
    ++o.at.at;
    CHECK_FALSE(o.at.is_plain());
    CHECK(o.at.read_string(out, scratch));
    ++o.at.at;
    CHECK_FALSE(o.at.is_plain()); // this part has not been looked at
    CHECK(o.at.read_string(out, scratch));
    int plain = 0;
    for (; ++o.at.at, o.at.is_plain(); ++plain) CHECK((o.at.read_plain_string(out) && out == "a"));
    CHECK(plain ==
          48); // two of its next three tokens are before the last "a", and one is the one with the backslash
}

TEST_CASE("whole numbers of up to sixteen digits take the fast path", "[json]") {
    auto read = [](std::string const& text, std::int64_t& out) {
        opened o("[" + text + more);
        ++o.at.at;
        REQUIRE(o.at.is_plain());
        auto const* const before = o.at.at;
        bool const done = o.at.read_plain_integer(out);
        CHECK(o.at.at == before + done);
        return done;
    };
    std::string digits;
    for (int count = 1; count <= 16; ++count) {
        digits += static_cast<char>('0' + count % 10);
        for (auto const* sign : {"", "-"})
            for (auto const* space : {"", " ", "\n\t "}) {
                std::int64_t value = 0;
                CHECK(read(sign + digits + space, value));
                CHECK(std::to_string(value) == sign + digits);
            }
    }
    std::int64_t value = 7;
    CHECK((read("0", value) && value == 0));
    CHECK((read("-0", value) && value == 0));
    value = 7;
    for (auto const* text : {"12345678901234567", "01", "-01", "-", "1.0", "1e3", "\"1\"", "true", "null",
                             "+1", "1x", "12345678.", "1234567890123456x"}) {
        CAPTURE(text);
        CHECK_FALSE(read(text, value));
    }
    CHECK(value == 7);
}

TEST_CASE("strings are read with and without escapes", "[json]") {
    for (bool tolerate : {false, true}) {
        opened o(R"(["plain" , "\u0041\n" ,"","end")" + more, tolerate);
        std::string scratch;
        std::string_view out;
        ++o.at.at;
        CHECK((o.at.read_string(out, scratch) && out == "plain"));
        ++o.at.at;
        CHECK_FALSE(o.at.is_plain()); // it has an escape
        CHECK((o.at.read_string(out, scratch) && out == "A\n"));
        ++o.at.at;
        CHECK((o.at.read_string(out, scratch) && out.empty()));
        ++o.at.at;
        CHECK(o.at.is_plain() == !tolerate); // only if the first stage has passed
        if (!tolerate) CHECK((o.at.read_plain_string(out) && out == "end"));
    }
    opened number("[1" + more);
    std::string_view out;
    CHECK_FALSE((++number.at.at, number.at.read_plain_string(out)));
    CHECK(number.at.at == number.index.begin() + 1);
}

} // namespace detail_json_cursor_test
