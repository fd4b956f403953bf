#include <dynabackup/dump/utf16.hpp>

#include "catch.hpp"
#include "dump/compress.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dump_utf16_test {

using namespace dynabackup;
using namespace compress_test;

namespace {

/// Returns a text as UTF-16 with a byte order mark.
std::string utf16(std::u16string_view text, bool little) {
    std::string out = little ? "\xFF\xFE" : "\xFE\xFF";
    for (char16_t const c : text) {
        char const low = static_cast<char>(c & 0xFF), high = static_cast<char>(c >> 8);
        out += little ? low : high;
        out += little ? high : low;
    }
    return out;
}

content read(std::string text, std::size_t in_step, std::size_t out_step) {
    return read_all(as_utf8(slowly(std::move(text), in_step)), out_step);
}

} // namespace

TEST_CASE("UTF-16 with a byte order mark is read as UTF-8", "[dump][utf16]") {
    std::u16string text;
    std::string expected;
    for (int i = 0; i < 20'000; ++i) {
        text += u"{\"a\u00E9\u6F22\U0001F600\": 1}\r\n";
        expected += "{\"a\xC3\xA9\xE6\xBC\xA2\xF0\x9F\x98\x80\": 1}\r\n";
    }
    for (bool const little : {true, false})
        for (std::size_t const step : {5U, 4096U, 1U << 20}) {
            auto const small = read(utf16(text, little), step, 1 << 20);
            CHECK((small.text == expected && small.problem.empty()));
            auto const large = read(utf16(text, little), 1 << 20, step);
            CHECK((large.text == expected && large.problem.empty()));
        }
}

TEST_CASE("half of a surrogate pair or of a character is not UTF-8 afterwards", "[dump][utf16]") {
    for (bool const little : {true, false}) {
        CHECK(read(utf16(u"a\xD800 b", little), 7, 100).text == "a\xFF b");
        // The C library of s390x converts the second half of a pair as if it were a character.
        auto const second = read(utf16(u"a\xDC00 b", little), 7, 100).text;
        CHECK((second == "a\xFF b" || second == "a\xED\xB0\x80 b"));
        CHECK(read(utf16(u"ab\xD83D", little), 7, 100).text == "ab\xFF");
        CHECK(read(utf16(u"ab", little) + "c", 7, 100).text == "ab\xFF");
    }
}

TEST_CASE("other text is not converted, and the caller is not notified", "[dump][utf16]") {
    for (std::string const text : {"", "{", "{}", "\xEF\xBB\xBF{}", "\xFF", "\xFE", "a\xFF\xFE"})
        CHECK(read(text, 1, 100).text == text);
    std::vector<std::string> told;
    auto const note = [&](std::string_view name) { told.emplace_back(name); };
    for (auto const& text : {utf16(u"{}", true), std::string("{}")})
        CHECK(read_all(as_utf8(from_memory(text, "it"), note), 100).text == "{}");
    CHECK(told.size() == 1);
    CHECK(read_all(as_utf8(slowly(utf16(u"{}", true), 10), note), 100).text == "{}");
    CHECK(told.size() == 2);
}

} // namespace dump_utf16_test
