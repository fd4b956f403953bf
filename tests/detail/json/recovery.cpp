#include <dynabackup/detail/json/recovery.hpp>

#include "catch.hpp"
#include "random_json.hpp"
#include "reading.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace detail_json_recovery_test {

using namespace dynabackup::json;
using reading_test::exact;
using kind = sync_points::kind;

namespace {

constexpr std::array<std::string_view, 2> names{"Arn", "Name"};

/// Returns the kind of the last brace of a text that has a known member after it.
kind at(std::string_view before, std::string_view object = R"({"Arn":1})") {
    std::string const text = std::string(before) + std::string(object);
    exact const bytes(text);
    return sync_points(bytes, names).at(before.size());
}

std::vector<std::string> tokens(std::string_view text) {
    exact const bytes(text);
    tolerant_index index;
    index.build(sync_points(bytes, names), 0);
    std::vector<std::string> out;
    for (auto const* token = index.begin(); token != index.end(); ++token)
        out.emplace_back(text.substr(token[0], token[1] - token[0]));
    CHECK(*index.end() == text.size());
    return out;
}

using list = std::vector<std::string>;

} // namespace

TEST_CASE("an object with a known first member is a sync point", "[recovery]") {
    CHECK(at("") == kind::line);
    CHECK(at("{}\n") == kind::line);
    CHECK(at("{}\r\n") == kind::line);
    CHECK(at("garbage\n") == kind::line);
    CHECK(at("[") == kind::start);
    CHECK(at("[\n  ") == kind::start);
    CHECK(at("[\n") == kind::start);
    CHECK(at("}") == kind::start);
    CHECK(at("} \t") == kind::start);
    CHECK(at("{}, ") == kind::element);
    CHECK(at("{},\n  ") == kind::element);
    CHECK(at("{},\n") == kind::element);
    CHECK(at("[", "{ \"Arn\" : 1}") == kind::start);
    CHECK(at("[", "{\n\t\"Name\":1}") == kind::start);
}

TEST_CASE("garbage before an object does not hide it", "[recovery]") {
    for (auto garbage : {"x", "{}, \"", "}{", "]", "]]", "nul", "{},:", "\xFF", "}#", "},\\",
                         "\"Name\":\"x\"", "\"", "{\"Name\":\"x\";"}) {
        CAPTURE(garbage);
        CHECK(at(garbage) == kind::start);
    }
}

TEST_CASE("the value of a member is not a sync point", "[recovery]") {
    for (auto before : {"{\"Details\":", "{\"Details\": ", "{\"Details\" :", "{\"Details\"", "{\"Details\";",
                        "{\"Details\" x ", "{\"Details:", "{Details\":", "{\"a\":1, \"Details\"",
                        "{ \"_Details-2.a\" \t"}) {
        CAPTURE(before);
        CHECK(at(before) == kind::none);
    }
    CHECK(at("{\"Details\":\n") == kind::line); // more likely a line that was cut off
}

TEST_CASE("an object with another first member is a sync point only at the beginning of a line",
          "[recovery]") {
    for (auto object : {"{\"Other\":1}", "{\"Ar\":1}", "{\"Arns\":1}", "{\"Arn\",1}", "{\"Arn\"", "{Arn:1}",
                        "{\"Arn", "{\"", "{", "{}", "{ }", "{\\\"Arn\\\":1}"}) {
        CAPTURE(object);
        CHECK(at("[", object) == kind::none);
        CHECK(at("{},", object) == kind::none);
    }
    CHECK(at("\n", "{\"Other\":1}") == kind::line);
    CHECK(at("\n", "{}") == kind::line);
    CHECK(at(",\n", "{\"Other\":1}") == kind::element);
    CHECK(at("\n", "{ \"Other\":1}") == kind::none);
    CHECK(at("\n", "{\n  \"Other\":1}") == kind::none); // pretty-printed, so it may be inside something
    CHECK(at("\n", "{\n  \"Arn\":1}") == kind::line);
    CHECK(at("\n", "{") == kind::none);
}

TEST_CASE("the next sync point is found from any place", "[recovery]") {
    std::string_view const text = "{\"x\":{\"Arn\":1}},{\"Arn\":2}\n{\"y\":3}";
    sync_points const marks(text, names);
    CHECK(marks.find(0) == 0);
    CHECK(marks.find(1) == 16);
    CHECK(marks.find(16) == 16);
    CHECK(marks.find(17) == 26);
    CHECK(marks.find(27) == text.size());
    CHECK(marks.find(text.size()) == text.size());
    CHECK(sync_points().find(0) == 0);
}

TEST_CASE("a string without its end stops at the end of the line", "[recovery]") {
    CHECK(tokens("[\"a\n,1]") == list{"[", "\"a\n", ",", "1", "]"});
    CHECK(tokens("\"a\\\"\n\"b\"") == list{"\"a\\\"\n", "\"b\""});
    CHECK(tokens("\"a\\\n\"b\"") == list{"\"a\\\n", "\"b\""});
    CHECK(tokens("\"a") == list{"\"a"});
    CHECK(tokens("\"a\\") == list{"\"a\\"});
}

TEST_CASE("a string without its end stops before a sync point", "[recovery]") {
    CHECK(tokens(R"(["a},{"Arn":1})") == list{"[", "\"a},", "{", "\"Arn\"", ":", "1", "}"});
    CHECK(tokens("\"a,{ \"Arn\":") == list{"\"a,", "{ ", "\"Arn\"", ":"});
    CHECK(tokens("\"a,{\n\"Arn\":") == list{"\"a,", "{\n", "\"Arn\"", ":"});
    CHECK(tokens(R"("a,{"b)") == list{"\"a,{\"", "b"});
    CHECK(tokens(R"("a,{ b")") == list{"\"a,{ b\""});
}

TEST_CASE("a word ends before punctuation, a quote or space", "[recovery]") {
    CHECK(tokens("tru\"a\"1.5e:x]y z") == list{"tru", "\"a\"", "1.5e", ":", "x", "]", "y ", "z"});
    CHECK(tokens("") == list{});
    CHECK(tokens(" \n") == list{});
}

TEST_CASE("no damage hides a sync point from the tolerant index", "[recovery][property]") {
    reading_test::random_json make(1);
    static constexpr std::string_view parts[] = {"{\"Arn\":", "{", "}", "\"", "\\",         "\n", ",",    "[",
                                                 "]",         " ", ":", "x",  "{\"Name\":", "{}", "\"a\""};
    for (int i = 0; i < 40'000; ++i) {
        std::string text;
        for (std::size_t n = make.below(12); n != 0; --n) text += parts[make.below(std::size(parts))];
        exact const bytes(text);
        sync_points const marks(bytes, names);
        tolerant_index index;
        index.build(marks, 0);
        for (std::size_t m = marks.find(0); m < text.size(); m = marks.find(m + 1))
            if (!std::binary_search(index.begin(), index.end(), m)) FAIL(m << ' ' << text);
    }
}

TEST_CASE("the tolerant index of JSON is the structural index", "[recovery][property]") {
    reading_test::random_json make(2);
    for (int i = 0; i < 20'000; ++i) {
        auto const text = make.space() + make.value(4);
        exact const bytes(text);
        structural_index strict;
        REQUIRE(strict.build(bytes));
        tolerant_index index;
        index.build(sync_points(bytes, names), 0);
        if (!std::equal(strict.begin(), strict.end(), index.begin(), index.end())) FAIL(text);
    }
}

TEST_CASE("an object without a member has no name at its brace", "[recovery]") {
    CHECK(sync_points("{\"Arn\":1}", names).name(0) == "Arn");
    for (auto text : {"{}\n", "{", "{ ", "{1"}) {
        CAPTURE(text);
        CHECK(sync_points(text, names).name(0).empty());
    }
}

} // namespace detail_json_recovery_test
