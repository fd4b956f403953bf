#include <dynabackup/aws/attribute_value.hpp>

#include "catch.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>
#include <vector>

namespace aws_attribute_value_test {

using namespace dynabackup::aws;
using V = AttributeValue;

namespace {

AttributeMap song() {
    return {{"title", V::S("Blue")},
            {"year", V::N("1971.0")},
            {"cover", V::B(std::vector{std::byte{1}, std::byte{2}})},
            {"live", V::BOOL(false)},
            {"note", V::null()},
            {"tags", V::SS({"folk", "pop"})},
            {"charts", V::NS({"3", "15"})},
            {"keys", V::BS({"AQ==", "Ag=="})},
            {"tracks", V::L({V::S("All I Want"), V::N("2")})},
            {"label", V::M({{"name", V::S("Reprise")}})}};
}

} // namespace

TEST_CASE("a value has one of ten types, and returns it", "[aws][attribute]") {
    std::vector<std::string> tags;
    auto const all = song();
    for (auto const& a : all) tags.emplace_back(a.value.tag());
    CHECK(tags == std::vector<std::string>{"S", "N", "B", "BOOL", "NULL", "SS", "NS", "BS", "L", "M"});
    for (std::size_t i = 0; i < attribute_types; ++i) {
        auto const type = static_cast<AttributeType>(i);
        CHECK(attribute_type_of(attribute_tag(type)) == type);
    }
    for (auto const* text : {"", "s", "BOOLEAN", "NUL", "SSS", "X"}) CHECK_FALSE(attribute_type_of(text));
    CHECK(V().is_null());
}

TEST_CASE("a value becomes the C++ type that it fits", "[aws][attribute]") {
    auto const all = song();
    CHECK(all.find("title")->as<std::string>() == "Blue");
    CHECK(all.find("year")->as<int>() == 1971);
    CHECK(all.find("year")->as<double>() == 1971.0);
    CHECK(all.find("live")->as<bool>() == false);
    CHECK(all.find("cover")->as<std::vector<std::byte>>()->size() == 2);
    CHECK_FALSE(all.find("title")->as<int>());
    CHECK_FALSE(all.find("year")->as<std::string>());
    CHECK(*all.find("year")->text() == "1971.0");
    CHECK(all.find("none") == nullptr);
}

TEST_CASE("a number is made of a number, and not of a character", "[aws][attribute]") {
    CHECK(*V::N(-7).text() == "-7");
    CHECK(*V::N(1.5).text() == "1.5");
    CHECK(*V::N(1e300).text() == "1e+300");
    CHECK(*V::N(std::numeric_limits<std::uint64_t>::max()).text() == "18446744073709551615");
    auto const taken = []<class T>(std::type_identity<T>) {
        return requires(T value) { V::N(value); };
    };
    STATIC_REQUIRE(taken(std::type_identity<float>{}));
    STATIC_REQUIRE(taken(std::type_identity<unsigned char>{}));
    STATIC_REQUIRE_FALSE(taken(std::type_identity<char>{}));
    STATIC_REQUIRE_FALSE(taken(std::type_identity<char8_t>{}));
    STATIC_REQUIRE_FALSE(taken(std::type_identity<bool>{}));
}

TEST_CASE("values are equal if they have the same meaning", "[aws][attribute]") {
    CHECK(V::N("1") == V::N("1.0"));
    CHECK_FALSE(V::N("1") == V::S("1"));
    CHECK_FALSE(V::N("x") == V::N("y"));
    CHECK(V::NS({"1", "2"}) == V::NS({"2.0", "1e0"}));
    CHECK(V::SS({"a", "b"}) == V::SS({"b", "a"}));
    CHECK_FALSE(V::SS({"a", "b"}) == V::SS({"a", "c"}));
    CHECK_FALSE(V::SS({"a"}) == V::SS({"a", "a"}));
    CHECK_FALSE(V::L({V::S("a"), V::S("b")}) == V::L({V::S("b"), V::S("a")}));
    CHECK(V::BOOL(true) == V::BOOL(true));
    CHECK_FALSE(V::BOOL(true) == V::BOOL(false));
    CHECK_FALSE(V::BOOL(false) == V::null());
    CHECK(V::null() == V());
}

TEST_CASE("the order of attributes does not matter for the equality of maps", "[aws][attribute]") {
    AttributeMap const a{{"x", V::N("1")}, {"y", V::S("2")}, {"z", V::null()}};
    AttributeMap const b{{"x", V::N("1.0")}, {"z", V::null()}, {"y", V::S("2")}};
    CHECK(a == b);
    CHECK_FALSE(a == AttributeMap{{"x", V::N("1")}, {"y", V::S("2")}, {"w", V::null()}});
    CHECK_FALSE(a == AttributeMap{{"x", V::N("1")}, {"y", V::S("2")}});
    CHECK(AttributeMap() == AttributeMap());
}

TEST_CASE("a map finds, adds and drops attributes", "[aws][attribute]") {
    AttributeMap map;
    map["a"] = V::S("1");
    map["b"] = V::S("2");
    map["a"] = V::S("3");
    CHECK(map.size() == 2);
    CHECK(*map.find("a")->text() == "3");
    map.truncate(1);
    CHECK(map.size() == 1);
    map.clear();
    CHECK(map.empty());
}

TEST_CASE("the size of an item is computed as documented", "[aws][attribute]") {
    CHECK(stored_size(AttributeMap{{"shirt-color", V::S("R")}, {"shirt-size", V::S("M")}}) == 23);
    CHECK(stored_size(V::S("\xC3\xA9")) == 2);
    CHECK(stored_size(V::B(std::vector<std::byte>(5))) == 5);
    CHECK(stored_size(V::BOOL(true)) == 1);
    CHECK(stored_size(V::null()) == 1);
    CHECK(stored_size(V::N("-12.5")) == 4);
    CHECK(stored_size(V::NS({"1", "123"})) == 5);
    CHECK(stored_size(V::SS({"ab", "c"})) == 3);
    CHECK(stored_size(V::BS({"AQ==", "aGk="})) == 3);
    CHECK(stored_size(V::L({})) == 3);
    CHECK(stored_size(V::L({V::S("ab"), V::null()})) == 3 + 2 + 3);
    CHECK(stored_size(V::M({{"k", V::S("ab")}})) == 3 + 1 + 1 + 2);
}

TEST_CASE("a value has two forms in JSON", "[aws][attribute]") {
    CHECK(
        to_json(song()) ==
        R"({"title":{"S":"Blue"},"year":{"N":"1971.0"},"cover":{"B":"AQI="},"live":{"BOOL":false},)"
        R"("note":{"NULL":true},"tags":{"SS":["folk","pop"]},"charts":{"NS":["3","15"]},"keys":{"BS":["AQ==","Ag=="]},)"
        R"("tracks":{"L":[{"S":"All I Want"},{"N":"2"}]},"label":{"M":{"name":{"S":"Reprise"}}}})");
    CHECK(to_plain_json(song()) ==
          R"({"title":"Blue","year":1971.0,"cover":"AQI=","live":false,"note":null,"tags":["folk","pop"],)"
          R"("charts":[3,15],"keys":["AQ==","Ag=="],"tracks":["All I Want",2],"label":{"name":"Reprise"}})");
    std::string out;
    CHECK(append_plain_json(out, song()) == 4); // cover, tags, charts, keys
    CHECK(append_plain_json(out, V::L({V::B({}), V::N("seven"), V::N("007"), V::NS({"x"})})) == 3);
    CHECK(to_json(V::S("a\"\n")) == R"({"S":"a\"\n"})");
}

TEST_CASE("a number in plain JSON is a number of JSON if possible, or else a string", "[aws][attribute]") {
    CHECK(to_plain_json(V::N("1E+125")) == "1E+125");
    CHECK(to_plain_json(V::N("+5")) == "5");
    CHECK(to_plain_json(V::N(".5")) == "5e-1");
    CHECK(to_plain_json(V::N("007")) == "7");
    CHECK(to_plain_json(V::N("seven")) == "\"seven\"");
    CHECK(to_plain_json(V::N("3.1415926535897932384626433832795028841")) ==
          "3.1415926535897932384626433832795028841");
}

} // namespace aws_attribute_value_test
