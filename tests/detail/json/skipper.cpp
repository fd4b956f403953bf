#include <dynabackup/detail/json/skipper.hpp>

#include "catch.hpp"

#include <string>
#include <string_view>

namespace detail_json_skipper_test {

using dynabackup::json::skipper;

TEST_CASE("a value is skipped up to its last bracket, however it is cut", "[json]") {
    std::string const value = R"({"a":"}\"{","b":[{"c":"\\"},[]],"d":{}})";
    std::string const text = value + R"(,{"e":1})";
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
        skipper s;
        std::size_t const first = s.skip(std::string_view(text).substr(0, cut));
        CHECK(first == std::min(cut, value.size()));
        if (first < value.size()) CHECK(s.skip(std::string_view(text).substr(cut)) == value.size() - cut);
        CHECK(s.done());
    }
}

TEST_CASE("a lost quote costs only a line", "[json]") {
    skipper s;
    std::string_view const text = "{\"a\":\"x,\n\"b\":1}\n{";
    CHECK(s.skip(text) == text.find('}') + 1);
    CHECK(s.done());
}

} // namespace detail_json_skipper_test
