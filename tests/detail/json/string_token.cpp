#include <dynabackup/detail/json/string_token.hpp>

#include "catch.hpp"

#include <string_view>

namespace detail_json_string_token_test {

using namespace dynabackup::json;
using namespace std::string_view_literals;

namespace {

/// Returns where the string ends, or -1.
std::ptrdiff_t end_of(std::string_view quoted) {
    auto const* const end = find_string_end(quoted);
    return end ? end - quoted.data() : -1;
}

/// Returns where the string is wrong.
std::ptrdiff_t wrong_at(std::string_view quoted) { return explain_string(quoted).place - quoted.data(); }

} // namespace

TEST_CASE("a string ends after its closing quote", "[json]") {
    CHECK(end_of(R"("")") == 2);
    CHECK(end_of(R"("a\"b")") == 6);
    CHECK(end_of(R"("a\\"b)") == 5);
    CHECK(end_of("\"\xC3\xA9\"") == 4);
    CHECK(end_of(R"("a"b)") == 3); // something follows
}

TEST_CASE("a token that is not a string is refused", "[json]") {
    CHECK(end_of(R"(")") == -1);
    CHECK(end_of(R"("a)") == -1);
    CHECK(end_of(R"("a\")") == -1);
    CHECK(end_of(R"("\)") == -1);
    CHECK(end_of("\"a\nb\"") == -1);
    CHECK(end_of("\"a\0b\""sv) == -1);
    CHECK(end_of("\"\xC3\"") == -1);
}

TEST_CASE("an error in a string is found at its first byte", "[json]") {
    CHECK(wrong_at(R"("abc)") == 4);
    CHECK(wrong_at("\"a\tb\"") == 2);
    CHECK(wrong_at("\"a\xFF\tb\"") == 2);
    CHECK(wrong_at("\"a\t\xFF\"") == 2);
    CHECK(wrong_at(R"("a"b)") == 3);
    for (auto text : {R"("abc)"sv, "\"a\tb\""sv, "\"\xFF\""sv, R"("a"b)"sv})
        CHECK_FALSE(explain_string(text).what.empty());
}

} // namespace detail_json_string_token_test
