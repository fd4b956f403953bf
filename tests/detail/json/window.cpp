#include <dynabackup/detail/json/window.hpp>

#include "catch.hpp"

#include <string_view>

namespace detail_json_window_test {

using namespace dynabackup;

namespace {
constexpr std::string_view names[] = {"a"};
}

TEST_CASE("a window has the tokens of its text, and finds them by their places", "[json]") {
    std::string_view const text = R"( {"a":[1,2]} )";
    json::structural_index index;
    json::window p;
    p.open(text, names);
    REQUIRE(p.index(index));
    auto const cursor = p.cursor();
    CHECK(cursor.size() == 9);
    CHECK(*p.token_at(text.find("{")) == text.find("{"));
    CHECK(p.token_at(text.find("[")) == cursor.at + 3);
    CHECK(p.token_at(0) == nullptr);
    CHECK(p.token_at(text.size()) == nullptr);
}

TEST_CASE("a window that the first stage refuses is still indexed", "[json]") {
    std::string_view const text = "{\"a\":\"x\n}";
    json::structural_index index;
    json::window p;
    p.open(text, names);
    CHECK_FALSE(p.index(index));
    p.index_tolerantly();
    CHECK(p.token_at(text.find('}')) != nullptr);
}

TEST_CASE("a part of a window is examined without changing its own tokens", "[json]") {
    std::string_view const text = R"([{"a":"x},{"a":"y}])";
    json::structural_index index;
    json::window p;
    p.open(text, names);
    if (!p.index(index)) p.index_tolerantly(); // most first stages accept a text that lacks two quotes
    auto const before = p.cursor();
    auto const next = p.marks().find(2);
    auto const part = p.examine(1, next);
    CHECK(part.text().size() == next);
    CHECK(part.size() == 4);
    CHECK(p.cursor().at == before.at);
    CHECK(p.cursor().size() == before.size());
}

} // namespace detail_json_window_test
