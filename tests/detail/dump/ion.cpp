/// \file
/// Lines of exports in Amazon Ion, and their translation while they are read.

#include <dynabackup/aws/attribute_value.hpp>
#include <dynabackup/detail/dump/ion_source.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/table_export/items.hpp>
#include <dynabackup/testing/generate.hpp>

#include "catch.hpp"
#include "dump/compress.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace detail_dump_ion_test {

using namespace dynabackup;
using namespace std::string_literals;

namespace {

/// Returns the translation of a line; "refused" if there is none.
std::string json_of(std::string_view line) {
    std::string out = "kept";
    if (!detail::ion_line::translate(line, out)) return out == "kept" ? "refused" : "changed";
    return out.substr(4);
}

/// Returns the translation of a value of the attribute a.
std::string value_of(std::string_view ion) {
    constexpr std::string_view before = R"({"Item":{"a":)", after = "}}";
    auto const json = json_of("$ion_1_0 {Item:{a:" + std::string(ion) + "}}");
    if (!json.starts_with(before)) return json;
    return json.substr(before.size(), json.size() - before.size() - after.size());
}

// ---- attributes as Ion, in the forms that the documentation of exports states ----

std::string ion_text(std::string_view text) {
    std::string out = "\"";
    for (char const c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n') out += "\\n";
        else if (static_cast<unsigned char>(c) < 0x20) (out += "\\x0") += "0123456789abcdef"[c & 0xF];
        else out += c;
    }
    return out + '"';
}

std::string ion_number(std::string text) {
    std::ranges::replace(text, 'E', 'd');
    std::ranges::replace(text, 'e', 'd');
    return text.find_first_of(".d") == text.npos ? text + '.' : text;
}

std::string ion_of(aws::AttributeMap const& attributes);

std::string ion_of(aws::AttributeValue const& value) {
    using enum aws::AttributeType;
    auto const one = [](aws::AttributeType type, std::string const& text) {
        if (type == number || type == number_set) return ion_number(text);
        return type == binary || type == binary_set ? "{{" + text + "}}" : ion_text(text);
    };
    std::string out;
    auto const add = [&](std::string const& element) { out += (out.empty() ? "" : ",") + element; };
    if (auto const* const text = value.text()) return one(value.type(), *text);
    if (auto const* const map = value.map()) return ion_of(*map);
    if (auto const* const list = value.list()) {
        for (auto const& element : *list) add(ion_of(element));
        return '[' + out + ']';
    }
    if (auto const* const set = value.set()) {
        for (auto const& element : *set) add(one(value.type(), element));
        return "$dynamodb_" + std::string(value.tag()) + "::[" + out + ']';
    }
    if (value.is_null()) return "null";
    return *value.as<bool>() ? "true" : "false";
}

std::string ion_of(aws::AttributeMap const& attributes) {
    std::string out;
    for (auto const& [name, value] : attributes)
        out += (out.empty() ? "" : ",") + ion_text(name) + ':' + ion_of(value);
    return '{' + out + '}';
}

compress_test::content read(std::string const& text, std::size_t in_step, std::size_t out_step) {
    auto input = compress_test::slowly(text, in_step);
    input.open = [open = input.open](std::string& problem) {
        return std::make_unique<detail::ion_source>(open(problem));
    };
    return compress_test::read_all(input, out_step);
}

} // namespace

TEST_CASE("Ion: the example of the documentation is translated", "[ion]") {
    CHECK(
        json_of(R"($ion_1_0 {Item:{Authors:$dynamodb_SS::["Author1","Author2"],Id:103.,InPublication:false,)"
                R"(PageCount:6d2,Price:2d3,Title:"Book 103 Title"}})") ==
        R"({"Item":{"Authors":{"SS":["Author1","Author2"]},"Id":{"N":"103"},"InPublication":{"BOOL":false},)"
        R"("PageCount":{"N":"6E2"},"Price":{"N":"2E3"},"Title":{"S":"Book 103 Title"}}})");
}

TEST_CASE("Ion: values of all types have the types of DynamoDB", "[ion]") {
    CHECK(value_of("\"x\"") == R"({"S":"x"})");
    CHECK(value_of("true") == R"({"BOOL":true})");
    CHECK(value_of("null") == R"({"NULL":true})");
    CHECK(value_of("{{ AQ I= }}") == R"({"B":"AQI="})");
    CHECK(value_of("{{}}") == R"({"B":""})");
    CHECK(value_of("[]") == R"({"L":[]})");
    CHECK(value_of("[1., [null], {b:2.}]") ==
          R"({"L":[{"N":"1"},{"L":[{"NULL":true}]},{"M":{"b":{"N":"2"}}}]})");
    CHECK(value_of("$dynamodb_NS::[1., 2.50]") == R"({"NS":["1","2.50"]})");
    CHECK(value_of("'$dynamodb_BS' :: [{{AQ==}},{{Ag==}}]") == R"({"BS":["AQ==","Ag=="]})");
    CHECK(value_of("$dynamodb_SS::[]") == R"({"SS":[]})");
    CHECK(value_of("{}") == R"({"M":{}})");
}

TEST_CASE("Ion: numbers keep their digits", "[ion]") {
    auto const number = [](std::string_view ion) {
        auto const json = value_of(ion);
        return json.starts_with("{\"N\":\"") ? json.substr(6, json.size() - 8) : json;
    };
    CHECK(number("0.") == "0");
    CHECK(number("-12") == "-12");
    CHECK(number("1_000.000_1") == "1000.0001");
    CHECK(number("1.d-130") == "1E-130");
    CHECK(number("1.5D+3") == "1.5E+3");
    CHECK(number("12345678901234567890.123456789012345678") == "12345678901234567890.123456789012345678");
    for (auto other :
         {"-", ".5", "1d", "1.2.3", "2007-01-01T", "0x1F", "1.5x", "+inf", "nan", "1d+", "--1"}) {
        CAPTURE(other);
        CHECK(number(other) == "refused");
    }
}

TEST_CASE("Ion: texts have the escapes of JSON", "[ion]") {
    CHECK(value_of(R"("a\"\\\/\b\f\n\r\t")") == R"({"S":"a\"\\/\b\f\n\r\t"})");
    CHECK(value_of(R"("\a\v\0\?\'")") == R"({"S":"\u0007\u000b\u0000?'"})");
    CHECK(value_of(R"("\x41\u00e9\U0001F600\U00000041")") == R"({"S":"\u0041\u00e9\ud83d\ude00\u0041"})");
    CHECK(json_of(R"({'It"em':{"a b":"'",'c\'d':1}})") == R"({"It\"em":{"a b":{"S":"'"},"c'd":{"N":"1"}}})");
    for (auto wrong : {R"("\q")", R"("\x4")", R"("\u12")", R"("\U00110000")", "\"a", "\"\\", "'''a'''"}) {
        CAPTURE(wrong);
        CHECK(value_of(wrong) == "refused");
    }
}

TEST_CASE("Ion: other lines are refused", "[ion]") {
    for (auto line : {"", "$ion_1_0", "$ion_1_0 {Item:{a:1.}", "{Item:{a:1.}}}", "{Item:{a 1.}}",
                      "{Item:{a:1. b:2.}}", "{Item:{a:}}", "{Item:5}", "{Item:{a:x}}", "{Item:{a:x::1}}",
                      "{Item:{a:(1)}}", "{1:{a:1.}}", "{Item:{a:{{a_b}}}}", "{Item:{a:{{\"clob\"}}}}",
                      "{Item:{a:$dynamodb_SS::[1.]}}", "{Item:{a:$dynamodb_NS::[\"1\"]}}",
                      "{Item:{a:$dynamodb_SS::{}}}", "{Item:{,}}", "[{Item:{a:1.}}]"}) {
        CAPTURE(line);
        CHECK(json_of(line) == "refused");
    }
    CHECK(json_of(" $ion_1_0\t{ Item : { a : 1. , } , } \r") == R"({"Item":{"a":{"N":"1"}}})");
    CHECK(json_of("{Keys:{a:1.},Metadata:{WriteTimestampMicros:5.}}") ==
          R"({"Keys":{"a":{"N":"1"}},"Metadata":{"WriteTimestampMicros":{"N":"5"}}})");
    auto const nested = [](std::size_t n) { return value_of(std::string(n, '[') + std::string(n, ']')); };
    CHECK(nested(500) != "refused");
    CHECK(nested(100'000) == "refused");
}

TEST_CASE("Ion: generated items are read back", "[ion][property]") {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        auto const item = testing::generate<table_export::ExportedItem>(seed);
        std::string line;
        REQUIRE(detail::ion_line::translate("$ion_1_0 {Item:" + ion_of(item.item) + '}', line));
        CAPTURE(line);
        auto const whole = parse<table_export::ExportedItem>(line);
        REQUIRE(whole.has_value());
        CHECK(whole->item == item.item);
    }
}

TEST_CASE("Ion: a source translates line by line, however it is read", "[ion]") {
    std::string ion, json;
    for (int i = 0; i < 4000; ++i) {
        auto const number = std::to_string(i);
        ion += "$ion_1_0 {Item:{pk:\"" + number + "\",n:" + number + ".}}\n";
        json += R"({"Item":{"pk":{"S":")" + number + R"("},"n":{"N":")" + number + "\"}}}\n";
    }
    ion += "$ion_1_0 {Item:{pk\n\n$ion_1_0 {Item:{pk:\"x\"}}";
    json += "{\"Item\":$ion_1_0 {Item:{pk\n\n"
            R"({"Item":{"pk":{"S":"x"}}})";
    for (auto const& [in, out] : {std::pair{7U, 4096U}, {4096U, 5U}, {1U << 20, 1U << 20}}) {
        auto const got = read(ion, in, out);
        CHECK(got.problem.empty());
        CHECK((got.text == json));
    }
}

TEST_CASE("Ion: other text is passed on unchanged", "[ion]") {
    for (std::string const& text :
         {""s, "{}"s, "\n \n{\"a\":1}"s, "$"s, "$ion_2_0 {}"s, std::string(200'000, ' ')})
        for (std::size_t const step : {1U, 100'000U}) CHECK((read(text, step, 1 << 16).text == text));
    CHECK(read("\n  $ion_1_0 {Item:{}}", 1, 9).text == "\n"
                                                       R"({"Item":{}})");
}

TEST_CASE("Ion: a text that is said to be Ion is translated however it begins", "[ion]") {
    auto const read_named = [](std::string const& text) {
        auto input = compress_test::slowly(text, 3);
        input.open = [open = input.open](std::string& problem) {
            return std::make_unique<detail::ion_source>(open(problem), true);
        };
        return compress_test::read_all(input, 1000).text;
    };
    CHECK(read_named("{Item:{}}\n$ion_1_0 {Item:{}}") == "{\"Item\":{}}\n{\"Item\":{}}");
    // The marker makes a line that is not translated one that is not JSON.
    CHECK(read_named("garbage\n9\n{Item:{}}") ==
          "{\"Item\":$ion_1_0garbage\n{\"Item\":$ion_1_09\n{\"Item\":{}}");
    CHECK(read_named("\xEF\xBB\xBF{Item:{}}") == "{\"Item\":{}}");
    CHECK(read("\xEF\xBB\xBF$ion_1_0 {Item:{}}", 1, 9).text == "{\"Item\":{}}");
    CHECK(read("\xEF\xBB\xBF{}", 1, 9).text == "\xEF\xBB\xBF{}");
}

TEST_CASE("Ion: a line that is too long is passed on, and the next one is translated", "[ion]") {
    auto const line = "$ion_1_0 {Item:{a:\"" + std::string(std::size_t{40} << 20, 'x') + "\"}}\n";
    auto const got = read(line + "$ion_1_0 {Item:{}}\n", 1 << 20, 1 << 20);
    CHECK((got.text == R"({"Item":)" + line +
                           R"({"Item":{}})"
                           "\n"));
}

} // namespace detail_dump_ion_test
