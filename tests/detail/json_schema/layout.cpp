#include <dynabackup/detail/json_schema/layout.hpp>

#include "catch.hpp"

#include <string>

namespace detail_json_schema_layout_test {

using dynabackup::schema::layout;

TEST_CASE("a short value stays on its line", "[json_schema]") {
    CHECK(layout(R"({"a":[1,{"b":"x,]}\""}],"c":{}})").text() ==
          "{\"a\": [1, {\"b\": \"x,]}\\\"\"}], \"c\": {}}\n");
    CHECK(layout("[]").text() == "[]\n");
    CHECK(layout(R"("\"")").text() == "\"\\\"\"\n");
}

TEST_CASE("a long value has a line for each of its members", "[json_schema]") {
    std::string const text(120, 'x');
    CHECK(layout("{\"a\":\"" + text + "\",\"b\":[1,2]}").text() ==
          "{\n  \"a\": \"" + text + "\",\n  \"b\": [1, 2]\n}\n");
    CHECK(layout("[[\"" + text + "\"],[]]").text() == "[\n  [\n    \"" + text + "\"\n  ],\n  []\n]\n");
}

} // namespace detail_json_schema_layout_test
