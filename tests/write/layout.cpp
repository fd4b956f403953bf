#include <dynabackup/write/layout.hpp>

#include "catch.hpp"

#include <string>
#include <string_view>

using namespace dynabackup;

namespace {

template <bool Pretty>
std::string written(std::string_view json, std::size_t depth = 0) {
    std::string out;
    detail::write_buffer buffer(out);
    detail::write_layout<Pretty>(buffer, json, depth);
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

TEST_CASE("JSON gets another layout, and stays what it is", "[write]") {
    for (auto const text : {compact, pretty}) {
        CHECK(written<false>(text) == compact);
        CHECK(written<true>(text) == pretty);
    }
    CHECK(written<true>(" [ \t] ") == "[]");
    CHECK(written<true>("\"\"") == "\"\"");
    CHECK(written<false>(" 7\r\n") == "7");
    CHECK(written<true>("[1]", 2) == "[\n            1\n        ]");
}

TEST_CASE("text that is no JSON does no harm to a layout", "[write]") {
    for (std::string_view const text : {"\"", "\"\\", "[", "{\"a", "", "]}]"}) {
        CHECK(written<false>(text) == text);
        CHECK(written<true>(text).size() >= text.size());
    }
}
