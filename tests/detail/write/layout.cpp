#include <dynabackup/detail/write/layout.hpp>

#include "catch.hpp"

#include <string>
#include <string_view>

namespace detail_write_layout_test {

using namespace dynabackup;

namespace {

std::string written(std::string_view json, bool pretty, std::size_t depth = 0) {
    std::string out;
    detail::write_buffer buffer(out);
    detail::write_layout(buffer, json, depth, pretty);
    buffer.flush();
    return out;
}

constexpr std::string_view compact = R"({"a":[1,-2.5E+7,{"b":[],"c":{}}],"d , : [":"\\\" {","e":null})";
constexpr std::string_view pretty = R"({
    "a": [
        1,
        -2.5E+7,
        {
            "b": [],
            "c": {}
        }
    ],
    "d , : [": "\\\" {",
    "e": null
})";

} // namespace

TEST_CASE("JSON gets another layout without any other change", "[write]") {
    for (auto const text : {compact, pretty}) {
        CHECK(written(text, false) == compact);
        CHECK(written(text, true) == pretty);
    }
    CHECK(written(" [ \t] ", true) == "[]");
    CHECK(written("\"\"", true) == "\"\"");
    CHECK(written(" 7\r\n", false) == "7");
    CHECK(written("[1]", true, 2) == "[\n            1\n        ]");
}

TEST_CASE("text that is not JSON does no harm to a layout", "[write]") {
    for (std::string_view const text : {"\"", "\"\\", "[", "{\"a", "", "]}]"}) {
        CHECK(written(text, false) == text);
        CHECK(written(text, true).size() >= text.size());
    }
}

TEST_CASE("a line is indented by its depth, however deep it is", "[write]") {
    for (std::size_t depth = 0; depth < 70; ++depth) {
        std::string out;
        detail::write_buffer buffer(out);
        detail::write_line_break(buffer, depth);
        buffer.flush();
        CHECK(out == '\n' + std::string(4 * depth, ' '));
    }
}

} // namespace detail_write_layout_test
