#include <dynabackup/aws/aws.hpp>
#include <dynabackup/detail/read/scalars.hpp>
#include <dynabackup/parse.hpp>

#include "catch.hpp"
#include "reading.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace detail_read_scalars_test {

using namespace reading_test;
using namespace dynabackup::aws;

namespace {

/// The only defect of a member with this value, without its place; empty if there is none.
template <class T>
std::string defect(std::string_view name, std::string_view value, edition day = edition::latest) {
    auto const text = "{\"" + std::string(name) + "\":" + std::string(value) + "}";
    auto const r = check<T>(exact(text), reading_only(day));
    auto const all = found(r);
    if (all.empty()) return {};
    CHECK(all.size() == 1);
    CHECK(r[0].path == '/' + std::string(name));
    if (r[0].rule != &reading::syntax) {
        CHECK(r[0].offset ==
              (r[0].rule == &reading::unknown_member ? 1 : name.size() + 4)); // the name, or the value
        CHECK((r[0].value && value.starts_with(*r[0].value) &&
               r[0].value->size() >= std::min<std::size_t>(value.size(), 117)));
    }
    return std::string(r[0].rule->id);
}

std::string limit(std::string_view value) { return defect<ListBackupsInput>("Limit", value); }
std::string size(std::string_view value) { return defect<BackupSummary>("BackupSizeBytes", value); }
std::string name(std::string_view value, edition day = edition::latest) {
    return defect<BackupSummary>("TableName", value, day);
}
std::string time(std::string_view value) { return defect<ListBackupsInput>("TimeRangeLowerBound", value); }
std::string status(std::string_view value) { return defect<BackupSummary>("BackupStatus", value); }

std::string quoted(std::string const& text) { return '"' + text + '"'; }

std::string const fine;

} // namespace

TEST_CASE("integers are read in any spelling of a whole number", "[read]") {
    for (auto value : {"1", "100", "5.0", "1e2", "1E+2", "0.5e1", "500e-1", "10.00"})
        CHECK(limit(value) == fine);
    for (auto value : {"1.5", "5e-1", "0.1", "99.9999999999999999999999"})
        CHECK(limit(value) == "number.not-integer");
    for (auto value : {"0", "101", "-1", "-0", "1e3", "9223372036854775808", "1e999", "-1e999", "1e19"})
        CHECK(limit(value) == "number.out-of-range");
    for (auto value : {"01", "1.", ".5", "+1", "1e", "--1", "0x1", "1a", "- 1"})
        CHECK(limit(value) == "json.syntax");
}

TEST_CASE("64-bit numbers are read up to their limits", "[read]") {
    for (auto value : {"0", "9223372036854775807", "9.223372036854775807e18"}) CHECK(size(value) == fine);
    for (auto value : {"-1", "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
                       "18446744073709551616", "9223372036854775807.5e1"})
        CHECK(size(value) == "number.out-of-range");
    CHECK(size("9223372036854775806.5") == "number.not-integer");
    auto const least = parse<BackupSummary>(exact(R"({"BackupSizeBytes":-9223372036854775808})"));
    REQUIRE(least.has_value());
    CHECK(least->backup_size_bytes == INT64_MIN); // the validator checks limits
}

TEST_CASE("strings are read with every escape", "[read]") {
    auto const read = [](std::string_view value) {
        auto const text = R"({"BackupName":)" + std::string(value) + "}";
        auto const model = parse<BackupSummary>(exact(text));
        REQUIRE(model.has_value());
        return *model->backup_name;
    };
    CHECK(read(R"("\"\\\/\b\f\n\r\t")") == "\"\\/\b\f\n\r\t");
    CHECK(read(R"("\u00e9\u20AC\ud83d\uDE00")") == "\u00e9\u20ac\U0001F600");
    CHECK(read(R"("\u0000")") == std::string(1, '\0'));
    CHECK(read("\"\u00e9\u20ac\U0001F600\x7F\"") == "\u00e9\u20ac\U0001F600\x7F");
    CHECK(read("\"\"").empty());
}

TEST_CASE("invalid strings are defects", "[read]") {
    using namespace std::string_view_literals;
    for (auto value :
         {R"("\x")"sv, R"("\u12g4")"sv, R"("\u123")"sv, R"("\ud800")"sv, R"("\ud800x")"sv,
          R"("\ud800\ud800")"sv, R"("\udc00\ud800")"sv, "\"\n\""sv, "\"\0\""sv, "\"\x1F\""sv, "\"\x80\""sv,
          "\"\xC3\""sv, "\"\xC0\x80\""sv, "\"\xED\xA0\x80\""sv, "\"\xF5\x80\x80\x80\""sv, "\"\\"sv, "\""sv}) {
        CAPTURE(value);
        CHECK(name(value) == "json.syntax");
    }
}

TEST_CASE("lengths are counted in code points", "[read]") {
    CHECK(name("\"abc\"") == fine);
    CHECK(name("\"ab\"") == "string.length");
    CHECK(name(quoted(std::string(255, 'a'))) == fine);
    CHECK(name(quoted(std::string(256, 'a'))) == "string.length");
    auto const arn = [](std::string const& text) {
        return defect<DescribeBackupInput>("BackupArn", quoted(text));
    };
    auto repeated = [](std::string_view text, std::size_t n) {
        std::string out;
        while (n-- > 0) out += text;
        return out;
    };
    for (std::string_view character :
         {"a", "\u00e9", "\u20ac", "\U0001F600", "\\u00e9", "\\ud83d\\ude00", "\\n"}) {
        CAPTURE(character);
        CHECK(arn(repeated(character, 36)) == "string.length");
        CHECK(arn(repeated(character, 37)) == fine);
        CHECK(arn(repeated(character, 1024)) == fine);
        CHECK(arn(repeated(character, 1025)) == "string.length");
    }
}

TEST_CASE("patterns apply to the whole string", "[read]") {
    CHECK(name("\"a-Z_0.9\"") == fine);
    for (auto value : {"\"a b\"", "\"abc/\"", "\"abc\\n\"", "\"ab\u00e9\"", "\"\\u00e9ab\"", "\" abc\""})
        CHECK(name(value) == "string.pattern");
    CHECK(name(R"("\u0061bc")") == fine);
    auto const id = [](std::string const& text) { return defect<BackupSummary>("TableId", quoted(text)); };
    CHECK(id(std::string(table_id)) == fine);
    CHECK(id(replaced(std::string(table_id), "6f1b", "6F1B")) == "string.pattern");
    CHECK(id(std::string(table_id) + "0") == "string.pattern");
    CHECK(id(std::string(table_id.substr(1))) == "string.pattern");
}

TEST_CASE("the length and the pattern are separate findings", "[read]") {
    CHECK(found(check<BackupSummary>(R"({"TableName":"!"})", reading_only())) ==
          lines{"string.length /TableName @13", "string.pattern /TableName @13"});
}

TEST_CASE("times are read in every spelling", "[read]") {
    for (auto value :
         {"0", "1717200000", "1717200000.123", "1.70805524557E9", "-1", "0.0000000001", "1717200000e0",
          "\"2024-06-01T00:00:00Z\"", "\"2024-06-01t00:00:00z\"", "\"2024-06-01 00:00:00Z\"",
          "\"2024-06-01T00:00:00.1Z\"", "\"2024-06-01T00:00:00.123456789Z\"", "\"2024-06-01T00:00:00+02:00\"",
          "\"2024-06-01T00:00:00-11:30\"", "\"2016-12-31T23:59:60Z\"", "\"2024-02-29T23:59:59Z\"",
          "\"2024-06-01T00:00:00\\u005A\""}) {
        CAPTURE(value);
        CHECK(time(value) == fine);
    }
    for (auto value :
         {"\"\"", "\"2024-06-01\"", "\"2024-06-01T00:00:00\"", "\"2024-06-01T00:00Z\"",
          "\"20240601T000000Z\"", "\"2024-06-01T00:00:00.Z\"", "\"2024-06-01T00:00:00.1234567890Z\"",
          "\"2024-06-01T00:00:00+0200\"", "\"2024-06-31T00:00:00Z\"", "\"2024-06-01T24:00:00Z\"",
          "\"2024-06-01T12:00:60Z\"", "\"1717200000\"", "\" 2024-06-01T00:00:00Z\"",
          "\"2024-06-01T00:00:00Z \"", "\"2023-02-29T00:00:00Z\""}) {
        CAPTURE(value);
        CHECK(time(value) == "timestamp.format");
    }
    for (auto value : {"1e10", "9223372036.854775808", "-9223372036.854775809", "1e999",
                       "\"2262-04-11T23:47:16.854775808Z\"", "\"1677-09-21T00:12:43.145224191Z\"",
                       "\"9999-12-31T23:59:59Z\""}) {
        CAPTURE(value);
        CHECK(time(value) == "timestamp.out-of-range");
    }
    CHECK(time("9223372036.854775807") == fine);
    CHECK(time("-9223372036.854775808") == fine);
    for (auto value : {"01717200000", "1.E9", "1e", "\"2024-06-01T00:00:00Z", "\"2024\\x\""}) {
        CAPTURE(value);
        CHECK(time(value) == "json.syntax");
    }
}

TEST_CASE("truth values are read", "[read]") {
    auto const enabled = [](std::string_view value) {
        return defect<StreamSpecification>("StreamEnabled", value);
    };
    CHECK(enabled("true") == fine);
    CHECK(enabled("false") == fine);
    for (auto value : {"True", "tru", "truee", "FALSE", "t", "f"}) CHECK(enabled(value) == "json.syntax");
    CHECK(enabled("1") == "json.wrong-type");
    CHECK(enabled("null") == "json.wrong-type"); // required
    auto const model = parse<StreamSpecification>(R"({"StreamEnabled":true})");
    CHECK((model.has_value() && model->stream_enabled));
}

TEST_CASE("enumerators are exact", "[read]") {
    for (auto value : {"\"CREATING\"", "\"DELETED\"", "\"AVAILABLE\"", R"("AVAILABL\u0045")"})
        CHECK(status(value) == fine);
    for (auto value :
         {"\"\"", "\"available\"", "\"AVAILABLE \"", "\"ACTIVE\"", "\"AVAILABLX\"", "\"\u00e9\""})
        CHECK(status(value) == "enum.unknown-value");
    CHECK(status("1") == "json.wrong-type");
}

TEST_CASE("an enumerator is in the editions since its introduction", "[read]") {
    auto const type = [](std::string_view value, edition day) {
        return defect<BackupSummary>("BackupType", value, day);
    };
    CHECK(type("\"AWS_BACKUP\"", edition::v2019_01_16) == fine);
    CHECK(type("\"AWS_BACKUP\"", edition{2019'01'15}) == "enum.unknown-value");
    CHECK(type("\"USER\"", edition{2019'01'15}) == fine);
    CHECK(type("\"USER\"", edition::v2018_08_06) == fine);
    CHECK(type("\"USER\"", edition{2018'08'05}) == "json.unknown-member");
    auto const sse = [](edition day) { return defect<SSEDescription>("Status", "\"UPDATING\"", day); };
    CHECK(sse(edition::v2018_08_20) == fine);
    CHECK(sse(edition{2018'08'19}) == "enum.unknown-value");
}

TEST_CASE("limits are in the editions in which they were documented", "[read]") {
    auto const create = [](std::string_view table, std::string_view backup_name, edition day) {
        auto const text = R"({"BackupName":")" + std::string(backup_name) + R"(","TableName":")" +
                          std::string(table) + "\"}";
        return found(check<CreateBackupInput>(exact(text), reading_only(day)));
    };
    CHECK(create("Orders", "n!ghtly", edition::v2018_02_08) == lines{"string.pattern /BackupName @14"});
    CHECK(create("Orders", "n!ghtly", edition{2018'02'07}) == lines{});
    std::string_view const arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders";
    CHECK(create(arn, "nightly", edition::v2024_03_20) == lines{});
    CHECK(create(arn, "nightly", edition{2024'03'19}) == lines{"string.pattern /TableName @36"});
    CHECK(create("a", "nightly", edition::v2024_03_20) == lines{});
    CHECK(create("a", "nightly", edition{2024'03'19}) == lines{"string.length /TableName @36"});
}

TEST_CASE("an unknown enumerator is kept", "[read]") {
    auto const model = parse<BackupSummary>(R"({"BackupStatus":"ACTIVE","BackupType":"\u0058"})");
    REQUIRE(model.has_value());
    CHECK_FALSE(model->backup_status->known());
    CHECK(model->backup_status->text() == "ACTIVE");
    CHECK(model->backup_type->text() == "X");
}

} // namespace detail_read_scalars_test
