#include <dynabackup/detail/json_schema/value.hpp>

#include "catch.hpp"

#include <cstdint>
#include <limits>

namespace detail_json_schema_value_test {

using namespace dynabackup::schema;

TEST_CASE("a value of a schema is written as JSON", "[json_schema]") {
    CHECK(value("a\"\n").text() == R"("a\"\n")");
    CHECK(value(true).text() == "true");
    CHECK(value(std::numeric_limits<std::int64_t>::min()).text() == "-9223372036854775808");
    CHECK(value(object{}).text() == "{}");
    CHECK(value(list{}).text() == "[]");
    CHECK(value(list{1, "b", list{false}}).text() == R"([1,"b",[false]])");
    object both{{"a", 1}};
    both.add(object{}).add(object{{"b", list{object{{"c", "d"}}}}});
    CHECK(value(both).text() == R"({"a":1,"b":[{"c":"d"}]})");
}

} // namespace detail_json_schema_value_test
