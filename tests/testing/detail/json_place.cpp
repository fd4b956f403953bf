#include <dynabackup/aws/aws.hpp>
#include <dynabackup/testing/detail/json_place.hpp>

#include "catch.hpp"

#include <string>
#include <vector>

namespace testing_detail_json_place_test {

using namespace dynabackup;
using namespace dynabackup::testing::detail;

namespace {

std::string const text = R"({"a":{"b":[1,{"c":"x\"],y"},[2]],"d":true},"e":-1.5})";

std::string edited(void (*edit)(std::string&, std::string_view), std::string_view path) {
    std::string copy = text;
    edit(copy, path);
    return copy;
}

std::string value_at(std::string_view path) {
    auto const found = find_member(text, path);
    return text.substr(found.value, found.end - found.value);
}

} // namespace

TEST_CASE("a value is found by its path", "[testing]") {
    CHECK(value_at("") == text);
    CHECK(value_at("/a/b/0") == "1");
    CHECK(value_at("/a/b/1/c") == R"("x\"],y")");
    CHECK(value_at("/a/b/2") == "[2]");
    CHECK(value_at("/a/d") == "true");
    CHECK(value_at("/e") == "-1.5");
}

TEST_CASE("a member is replaced, removed or added", "[testing]") {
    std::string copy = text;
    replace_value(copy, "/a/b", "7");
    CHECK(copy == R"({"a":{"b":7,"d":true},"e":-1.5})");
    CHECK(edited(remove_member, "/e") == R"({"a":{"b":[1,{"c":"x\"],y"},[2]],"d":true}})");
    CHECK(edited(remove_member, "/a") == R"({"e":-1.5})");
    CHECK(edited(remove_member, "/a/b/1/c") == R"({"a":{"b":[1,{},[2]],"d":true},"e":-1.5})");
    copy = text;
    insert_member(copy, "/a/b/1/c", R"("f":null)");
    CHECK(copy == R"({"a":{"b":[1,{"c":"x\"],y","f":null},[2]],"d":true},"e":-1.5})");
}

TEST_CASE("the members of a model that the edition has are listed with their places", "[testing]") {
    aws::SourceTableDetails table;
    table.key_schema.emplace_back();
    table.item_count = 3;
    table.billing_mode = aws::BillingMode::PROVISIONED;
    auto const places = [&](edition day) {
        std::vector<json_place> all;
        collect_places(shape_table_of<aws::SourceTableDetails>, &table, day, all);
        return all;
    };
    auto const paths = [&](edition day) {
        std::vector<std::string> all;
        for (auto const& place : places(day)) all.push_back(place.path);
        return all;
    };
    CHECK(paths(edition::v2017_11_29) ==
          std::vector<std::string>{"/TableName", "/TableId", "/KeySchema", "/KeySchema/0/AttributeName",
                                   "/KeySchema/0/KeyType", "/TableCreationDateTime", "/ProvisionedThroughput",
                                   "/ProvisionedThroughput/ReadCapacityUnits",
                                   "/ProvisionedThroughput/WriteCapacityUnits", "/ItemCount"});
    CHECK(paths(edition::latest).back() == "/BillingMode");
    for (auto const& place : places(edition::latest)) {
        CAPTURE(place.path);
        CHECK(place.required == (place.path != "/ItemCount" && place.path != "/BillingMode"));
        CHECK((place.depth == 1) == (place.path.find('/', 1) == std::string::npos));
        CHECK((place.kind == value_kind::integer) ==
              (place.path.ends_with("Units") || place.path == "/ItemCount"));
    }
}

} // namespace testing_detail_json_place_test
