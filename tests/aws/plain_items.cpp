#include <dynabackup/aws/plain_items.hpp>
#include <dynabackup/table_export/items.hpp>
#include <dynabackup/testing/generate.hpp>

#include "catch.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace aws_plain_items_test {

using namespace dynabackup::aws;
using V = AttributeValue;

namespace {

struct outcome {
    AttributeMap item;
    std::string path; ///< the place of the error; "none": there is no error
};
outcome read(std::string_view json, plain_types const& types = {}) {
    outcome result;
    plain_item_reader reader(types);
    auto const wrong = reader.read(json, result.item);
    result.path = wrong ? wrong->path : "none";
    if (wrong) CHECK_FALSE(wrong->message.empty());
    return result;
}

plain_types types_of(std::string_view json) {
    plain_types types;
    CHECK_FALSE(types.read(json));
    return types;
}

} // namespace

TEST_CASE("a name that occurs twice is found among any number of names", "[aws][plain]") {
    std::string json = "{";
    for (int i = 0; i < 500; ++i) json += "\"x" + std::to_string(i) + "\":1,";
    auto const many = read(json + "\"y\":1}");
    CHECK(many.path == "none");
    CHECK(many.item.size() == 501);
    for (std::string const name : {"x0", "x20", "x499"})
        CHECK(read(json + '"' + name + "\":1}").path == '/' + name);
}

TEST_CASE("plain JSON becomes values of the types that it resembles", "[aws][plain]") {
    auto const read_back = read(R"({ "s" : "t\u00e4xt", "n":-12.50e3, "t":true,"f":false,"z":null,
                                     "l":[1,"a",[],{}], "m":{"k":{"k":1}}, "":"" })");
    CHECK(read_back.path == "none");
    CHECK(read_back.item == AttributeMap{{"s", V::S("t\xC3\xA4xt")},
                                         {"n", V::N("-12.50e3")},
                                         {"t", V::BOOL(true)},
                                         {"f", V::BOOL(false)},
                                         {"z", V::null()},
                                         {"l", V::L({V::N("1"), V::S("a"), V::L({}), V::M({})})},
                                         {"m", V::M({{"k", V::M({{"k", V::N("1")}})}})},
                                         {"", V::S("")}});
    CHECK(*read_back.item.find("n")->text() == "-12.50e3"); // every character of a number
    CHECK(read("{}").item == AttributeMap{});
}

TEST_CASE("types complete the information that plain JSON lacks", "[aws][plain]") {
    auto const types = types_of(
        R"({"photo":"B","/tags":"SS","/scores":"NS","/blobs":"BS","/a~1b":"B","/m/x":"B","/l/*/y":"SS","/big":"N","/n":"B"})");
    auto const item =
        read(R"({"photo":"AQ==","tags":["a","b"],"scores":[1,"2.50"],"blobs":["AQ=="],"a/b":"AQ==",
                               "m":{"x":"AQ==","y":"s"},"l":[{"y":["c"]},{"y":["d"],"z":[]}],"big":"1E400","n":7})",
             types)
            .item;
    CHECK(
        to_json(item) ==
        R"({"photo":{"B":"AQ=="},"tags":{"SS":["a","b"]},"scores":{"NS":["1","2.50"]},"blobs":{"BS":["AQ=="]},)"
        R"("a/b":{"B":"AQ=="},"m":{"M":{"x":{"B":"AQ=="},"y":{"S":"s"}}},)"
        R"("l":{"L":[{"M":{"y":{"SS":["c"]}}},{"M":{"y":{"SS":["d"]},"z":{"L":[]}}}]},"big":{"N":"1E400"},)"
        R"("n":{"N":"7"}})"); // a number is not B, whatever the types say
    CHECK(read(R"({"tags":["a",1]})", types).path == "/tags");
    CHECK(read(R"({"scores":[true]})", types).path == "/scores");
}

TEST_CASE("plain JSON that is not an item is reported with its path", "[aws][plain]") {
    for (std::string_view const text :
         {"", " ", "[]", "1", "nope", "{", R"({"a")", R"({"a":1} x)", R"({"a":1}{})", "\xFF"})
        CHECK(read(text).path != "none");
    CHECK(read(R"({"a":{"b":1,"b":2}})").path == "/a/b");
    for (std::string_view const value :
         {"01", "1.", ".5", "+1", "1e", "0x1", "tru", "nul", R"("\ud800")", R"("\x")", "\"\x01\""}) {
        CAPTURE(value);
        CHECK(read("{\"a\":" + std::string(value) + '}').path != "none");
    }
    auto const nested = [](std::size_t lists) {
        return "{\"a\":" + std::string(lists, '[') + std::string(lists, ']') + '}';
    };
    CHECK(read(nested(32)).path == "none");
    CHECK(read(nested(33)).path != "none");
    CHECK(read(nested(100'000)).path != "none");
}

TEST_CASE("an invalid file of types is reported", "[aws][plain]") {
    for (std::string_view const text :
         {"", "[]", "{", R"({"a":1})", R"({"a":"X"})", R"({"a":""})", R"({"a":"S|"})", R"({"a":"S"} x)"}) {
        CAPTURE(text);
        plain_types types;
        CHECK(types.read(text));
    }
    CHECK(types_of("{}").empty());
}

TEST_CASE("types are learned from items, and only those that plain JSON does not show are written",
          "[aws][plain]") {
    plain_types types;
    types.add(
        AttributeMap{{"s", V::S("a")}, {"b", V::B(std::vector{std::byte{1}})}, {"l", V::L({V::SS({"x"})})}});
    types.add(AttributeMap{{"b", V::S("text")}, {"l", V::NS({"1"})}});
    auto const json = types.to_json();
    CHECK(json == "{\"/b\":\"S|B\",\n \"/l\":\"L|NS\",\n \"/l/*\":\"SS\"}\n");
    CHECK(types_of(json).to_json() == json);
    CHECK(types.ambiguous() == std::vector<std::string>{"/b", "/l"});
    plain_types odd;
    odd.add(AttributeMap{{"n", V::N("12,50")}, {"m", V::N("+5")}});
    CHECK(odd.to_json() == "{\"/n\":\"N\"}\n");
    CHECK(read(R"({"n":"12,50"})", odd).item == AttributeMap{{"n", V::N("12,50")}});
    plain_types merged = types_of(R"({"/b":"B"})");
    merged.merge(types_of(R"({"/b":"S","/c":"NS"})"));
    CHECK(merged.to_json() == "{\"/b\":\"S|B\",\n \"/c\":\"NS\"}\n");
}

TEST_CASE("items in an object have the types of items that stand alone", "[aws][plain]") {
    auto const types = types_of(R"({"/b":"B","/l/*":"SS"})");
    plain_item_reader reader(types);
    AttributeMap images;
    CHECK_FALSE(reader.read_images(R"({"x":{"b":"AQ==","l":[["a"]]},"y":{"b":"Ag=="},"b":"AQ=="})", images));
    AttributeMap const x{{"b", V::B(std::vector{std::byte{1}})}, {"l", V::L({V::SS({"a"})})}};
    CHECK(images == AttributeMap{{"x", V::M(x)},
                                 {"y", V::M({{"b", V::B(std::vector{std::byte{2}})}})},
                                 {"b", V::S("AQ==")}});
    auto const wrong = reader.read_images(R"({"x":{"l":[[5]]}})", images);
    REQUIRE(wrong);
    CHECK(wrong->path == "/x/l/*");
    auto const levels = [&](std::size_t n) { // of maps in an attribute
        std::string text;
        for (std::size_t i = 0; i < n; ++i) text += R"({"a":)";
        return "{\"x\":" + text + "1" + std::string(n + 1, '}');
    };
    CHECK_FALSE(reader.read_images(levels(32), images));
    CHECK(reader.read_images(levels(33), images));
}

TEST_CASE("items are restored from plain JSON by their own types", "[aws][plain][property]") {
    for (unsigned seed = 0; seed < 300; ++seed) {
        auto const item = dynabackup::testing::generate<dynabackup::table_export::ExportedItem>(seed).item;
        plain_types types;
        types.add(item);
        if (!types.ambiguous().empty()) continue;
        CAPTURE(to_json(item));
        auto const read_back = read(to_plain_json(item), types);
        CHECK(read_back.path == "none");
        CHECK(read_back.item == item);
    }
}

} // namespace aws_plain_items_test
