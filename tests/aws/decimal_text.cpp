#include <dynabackup/aws/base64.hpp>
#include <dynabackup/aws/decimal_text.hpp>
#include <dynabackup/aws/number.hpp>

#include "catch.hpp"

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace aws_decimal_text_test {

using namespace dynabackup::aws;

namespace {

std::size_t size_of(std::string_view text) { return read_decimal_text(text).value().stored_size(); }
std::string canonical_of(std::string_view text) { return canonical(read_decimal_text(text).value()); }
bool equal(std::string_view a, std::string_view b) {
    return compare(*read_decimal_text(a), *read_decimal_text(b)) == 0;
}
bool less(std::string_view a, std::string_view b) {
    return compare(*read_decimal_text(a), *read_decimal_text(b)) < 0;
}

} // namespace

TEST_CASE("a number has digits, and may have a sign, a point and an exponent", "[aws][number]") {
    for (auto const* text :
         {"0", "5", "-5", "+5", "007", "1.", ".5", "0.0", "1e5", "1E+5", "-1.5e-5", "00.00"}) {
        CAPTURE(text);
        CHECK(read_decimal_text(text).has_value());
    }
    for (auto const* text : {"", "-", "+", ".", "-.", "e5", "1e", "1e+", "1,5", "1.2.3", "0x1", "+-1", " 1",
                             "1 ", "Infinity", "NaN", "1e5.0", "--1", "1_000"}) {
        CAPTURE(text);
        CHECK_FALSE(read_decimal_text(text).has_value());
    }
}

TEST_CASE("zeros around a number are not significant digits", "[aws][number]") {
    struct row {
        char const* text;
        std::size_t significant;
        std::int64_t power;
    };
    for (auto const& row : {row{"0", 0, 0},
                            {"-0.00e9", 0, 0},
                            {"1", 1, 0},
                            {"100", 1, 2},
                            {"0.001", 1, -3},
                            {"12.50", 3, 1},
                            {"00120.0", 2, 2},
                            {"1e5", 1, 5},
                            {"0.5e1", 1, 0},
                            {"1.000001", 7, 0}}) {
        CAPTURE(row.text);
        auto const n = read_decimal_text(row.text).value();
        CHECK(n.significant == row.significant);
        CHECK(n.power == row.power);
    }
    std::string const digits(38, '7');
    CHECK(read_decimal_text(digits)->is_precise());
    CHECK(read_decimal_text("0.000" + digits + "000")->is_precise());
    CHECK_FALSE(read_decimal_text(digits + "1")->is_precise());
}

TEST_CASE("a number that has only digits is read like any number", "[aws][number]") {
    for (std::string const text :
         {"1", "9", "10", "100", "1020", "102030", "12345678901234567890123456789012345678",
          "1000000000000000000000000000000000000000", "0", "00", "01", "010"}) {
        CAPTURE(text);
        auto const with_sign = '+' + text;
        auto const a = read_decimal_text(text).value(), b = read_decimal_text(with_sign).value();
        CHECK(a.significant == b.significant);
        CHECK(a.power == b.power);
        CHECK(a.negative == b.negative);
        CHECK(a.digits == b.digits);
        CHECK(canonical(a) == canonical(b));
        CHECK(a.stored_size() == b.stored_size());
    }
    for (auto const* none : {"1a", "1 ", "12-", "1e", "１"}) CHECK_FALSE(read_decimal_text(none));
}

TEST_CASE("the range of the service limits a number at both ends", "[aws][number]") {
    for (auto const* text : {"0", "0e999", "1e-130", "-1e-130",
                             "9.9999999999999999999999999999999999999E+125", "0.1e126", "10e-131"}) {
        CAPTURE(text);
        CHECK(read_decimal_text(text)->is_in_range());
    }
    for (auto const* text :
         {"1e-131", "9.9e-131", "1e126", "-1e126", "1e999999999999999999999999", "1e-99999999999"}) {
        CAPTURE(text);
        CHECK_FALSE(read_decimal_text(text)->is_in_range());
    }
}

TEST_CASE("numbers are compared by value", "[aws][number]") {
    CHECK(equal("1", "1.0"));
    CHECK(equal("1e3", "1000"));
    CHECK(equal("-0", "0"));
    CHECK(equal("0.10e1", "+1"));
    CHECK(equal("12.5", "125e-1"));
    CHECK_FALSE(equal("1", "-1"));
    CHECK_FALSE(equal("1", "1.0000000000000000000000000000000000001"));
    std::vector<char const*> const ascending{"-1e9", "-12.5", "-12", "-0.1", "0",  "1e-9",
                                             "0.1",  "0.11",  "1",   "9",    "10", "1e9"};
    for (std::size_t i = 0; i < ascending.size(); ++i)
        for (std::size_t k = 0; k < ascending.size(); ++k) {
            CAPTURE(ascending[i], ascending[k]);
            CHECK(less(ascending[i], ascending[k]) == (i < k));
        }
}

TEST_CASE("equal numbers have one canonical spelling", "[aws][number]") {
    CHECK(canonical_of("1000") == "1e3");
    CHECK(canonical_of("12.50") == "1.25e1");
    CHECK(canonical_of("-0") == "0");
    CHECK(canonical_of("0.007") == "7e-3");
    CHECK(canonical_of("5") == "5");
}

TEST_CASE("a number is stored in half a byte per digit", "[aws][number]") {
    CHECK(size_of("0") == 1);
    CHECK(size_of("1") == 2);
    CHECK(size_of("100") == 2); // outer zeros do not count
    CHECK(size_of("12") == 2);
    CHECK(size_of("123") == 3);
    CHECK(size_of("-123") == 4);
    CHECK(size_of("12.5") == 3);
    CHECK(size_of("1.5") == 3);
    CHECK(size_of("0.001") == 2);
    CHECK(size_of("1e-130") == 2);
}

TEST_CASE("a number becomes a C++ number that can hold it", "[aws][number]") {
    CHECK(to_integer<std::int64_t>("9223372036854775807") == INT64_MAX);
    CHECK(to_integer<std::int64_t>("-9223372036854775808") == INT64_MIN);
    CHECK_FALSE(to_integer<std::int64_t>("9223372036854775808"));
    CHECK(to_integer<std::uint64_t>("18446744073709551615") == UINT64_MAX);
    CHECK_FALSE(to_integer<std::uint64_t>("-1"));
    CHECK(to_integer<int>("1e3") == 1000);
    CHECK(to_integer<int>("5.0") == 5);
    CHECK(to_integer<int>("+7") == 7);
    CHECK(to_integer<int>("-0.0") == 0);
    CHECK_FALSE(to_integer<int>("5.5"));
    CHECK_FALSE(to_integer<int>("1e-3"));
    CHECK_FALSE(to_integer<int>("1e999999999999"));
    CHECK_FALSE(to_integer<int>("five"));
    CHECK(to_integer<signed char>("127") == 127);
    CHECK_FALSE(to_integer<signed char>("128"));
    CHECK(to_floating<double>("12.50") == 12.5);
    CHECK(to_floating<double>("+1e3") == 1000);
    CHECK_FALSE(to_floating<double>("inf"));
    CHECK_FALSE(to_floating<float>("1e125"));
    CHECK(to_floating<float>("1e-130") == 0);
    CHECK(std::signbit(to_floating<float>("-1e-130").value()));
    CHECK(to_floating<float>("1e-40") == 1e-40F); // a subnormal number
    CHECK(to_floating<float>("0.1") == 0.1F);
    CHECK(to_floating<double>("0.1") == 0.1);
    CHECK(to_floating<double>("-9.9999999999999999999999999999999999999E+125") == -1e126);
}

TEST_CASE("a Number keeps its text and is compared by value", "[aws][number]") {
    CHECK(Number().text() == "0");
    Number const price("12.50");
    CHECK(price.text() == "12.50");
    CHECK(price == Number("12.5"));
    CHECK_FALSE(price == Number("12.51"));
    CHECK(price.as<double>() == 12.5);
    CHECK_FALSE(price.as<int>());
}

TEST_CASE("base64 has padding, one alphabet and nothing else", "[aws][base64]") {
    for (auto const* text : {"", "aA==", "aGk=", "aGVs", "aGVsbG8=", "+/+/"}) {
        CAPTURE(text);
        CHECK(is_base64(text));
    }
    for (auto const* text :
         {"a", "aA", "aA=", "aGVsbG8", "_-8=", "aGk\n", "=aGk", "aG=k", "====", "aGk= ", "a\xC3\xA9="}) {
        CAPTURE(text);
        CHECK_FALSE(is_base64(text));
        CHECK_FALSE(from_base64(text));
    }
}

TEST_CASE("bytes and their base64 are converted into each other", "[aws][base64]") {
    std::vector<std::byte> bytes;
    for (int i = 0; i < 70; ++i) {
        auto const text = to_base64(bytes);
        CHECK(from_base64(text) == bytes);
        CHECK(base64_bytes(text) == bytes.size());
        bytes.push_back(static_cast<std::byte>(i * 37));
    }
    CHECK(to_base64(std::vector{std::byte{'h'}, std::byte{'i'}}) == "aGk=");
}

} // namespace aws_decimal_text_test
