#include <dynabackup/detail/json/decimal.hpp>

#include "catch.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace detail_json_decimal_test {

namespace {

using namespace dynabackup::json;

constexpr auto ok = integer_status::ok;
constexpr auto syntax = integer_status::syntax;
constexpr auto not_integer = integer_status::not_integer;
constexpr auto out_of_range = integer_status::out_of_range;

constexpr std::int64_t untouched = 77;

constexpr integer_status read(std::string_view text, std::int64_t& out) {
    return read_int64(text.data(), text.data() + text.size(), out);
}

constexpr std::int64_t value_of(std::string_view text) {
    std::int64_t value = untouched;
    return read(text, value) == ok ? value : untouched;
}

/// Returns the place of the byte that does not fit, or npos if the text is a number.
std::size_t misfit(std::string_view text) {
    decimal number;
    char const* const place = read_decimal(text.data(), text.data() + text.size(), number);
    return place == nullptr ? std::string_view::npos : static_cast<std::size_t>(place - text.data());
}

decimal number_of(std::string_view text) {
    decimal number;
    REQUIRE(read_decimal(text.data(), text.data() + text.size(), number) == nullptr);
    return number;
}

/// A random spelling of digits × 10^-scale: with the point moved, zeros added, and with or without an exponent.
std::string spell(std::uint64_t digits, int scale, bool negative, std::mt19937_64& random) {
    std::string text = std::to_string(digits);
    for (std::uint64_t zeros = digits == 0 ? 0 : random() % 4; zeros != 0; --zeros, ++scale) {
        text += '0';
    }
    int const point = static_cast<int>(random() % 25); // digits after the point
    while (static_cast<int>(text.size()) <= point) {
        text.insert(text.begin(), '0');
    }
    if (point != 0) {
        text.insert(text.size() - static_cast<std::size_t>(point), 1, '.');
    }
    int const exponent = point - scale;
    if (exponent != 0 || random() % 3 == 0) {
        text += random() % 2 == 0 ? 'e' : 'E';
        text += exponent < 0 ? "-" : random() % 2 == 0 ? "+" : "";
        text += random() % 4 == 0 ? "00" : "";
        text += std::to_string(exponent < 0 ? -exponent : exponent);
    }
    return (negative ? "-" : "") + text;
}

} // namespace

static_assert(value_of("9223372036854775807") == INT64_MAX);
static_assert(value_of("-12") == -12 && value_of("5e3") == 5000);

TEST_CASE("a decimal keeps sign, digits and exponent") {
    struct {
        std::string_view text;
        decimal expected;
    } const rows[] = {
        {"0", {false, 0, 0, false}},
        {"-0", {true, 0, 0, false}},
        {"0.000", {false, 0, 0, false}},
        {"0e999999999999999999999", {false, 0, 0, false}},
        {"7", {false, 7, 0, false}},
        {"-7.25", {true, 725, -2, false}},
        {"100", {false, 1, 2, false}},
        {"5000.0", {false, 5, 3, false}},
        {"5e3", {false, 5, 3, false}},
        {"5E+03", {false, 5, 3, false}},
        {"0.00120", {false, 12, -4, false}},
        {"1.70805524557E9", {false, 170805524557, -2, false}},
        {"9999999999999999999", {false, 9'999'999'999'999'999'999U, 0, false}},
        {"18446744073709551615", {false, 1'844'674'407'370'955'161U, 1, true}},
        {"12345678901234567890", {false, 1'234'567'890'123'456'789U, 1, false}},
        {"12345678901234567890.5", {false, 1'234'567'890'123'456'789U, 1, true}},
        {"0.00012345678901234567891", {false, 1'234'567'890'123'456'789U, -22, true}},
        {"1000000000000000000.5", {false, 1'000'000'000'000'000'000U, 0, true}},
        {"1000000000000000000.0", {false, 1, 18, false}},
        {"10000000000000000000000000000000000000000", {false, 1, 40, false}},
    };
    for (auto const& row : rows) {
        INFO(row.text);
        decimal const number = number_of(row.text);
        CHECK(number.negative == row.expected.negative);
        CHECK(number.digits == row.expected.digits);
        CHECK(number.exponent == row.expected.exponent);
        CHECK(number.truncated == row.expected.truncated);
    }
}

TEST_CASE("an exponent saturates") {
    for (std::string const exponent : {"999999999999999999999", "9223372036854775807", "9223372036854775808",
                                       "00000000000000000000000000000099999999999999999999999"}) {
        INFO(exponent);
        CHECK(number_of("1e" + exponent).exponent > 10'000'000'000'000'000);
        CHECK(number_of("1.5E-" + exponent).exponent < -10'000'000'000'000'000);
        CHECK(number_of("-1e" + exponent).digits == 1);
    }
    CHECK(number_of("1e0000000000000000000000000000000000012").exponent == 12);
    CHECK(number_of("1" + std::string(5000, '0') + "e-5000").exponent == 0);
    CHECK(number_of("0." + std::string(4999, '0') + "1e5000").exponent == 0);
}

TEST_CASE("the byte that does not fit the number grammar is found") {
    struct {
        std::string_view text;
        std::size_t place;
    } const rows[] = {
        {"", 0},          {"-", 1},
        {"+1", 0},        {".5", 0},
        {"-.5", 1},       {"01", 1},
        {"-01", 2},       {"00", 1},
        {"1.", 2},        {"1.e5", 2},
        {"1..2", 2},      {"1.2.3", 3},
        {"1e", 2},        {"1e+", 3},
        {"1e-", 3},       {"1e+-1", 3},
        {"1ee1", 2},      {"1e1.0", 3},
        {"0x1", 1},       {"NaN", 0},
        {"-NaN", 1},      {"nan", 0},
        {"1_0", 1},       {"1 ", 1},
        {" 1", 0},        {"--1", 1},
        {"1-", 1},        {"1,", 1},
        {"-inf", 1},      {"Infinity", 0},
        {"1e1e1", 3},     {"1/2", 1},
        {"1:", 1},        {"\xD9\xA1", 0},
        {"1\xFF", 1},     {std::string_view{"1\0", 2}, 1},
        {"12345678a", 8}, {"123456789012345x", 15},
        {"1.5f", 3},      {"0e", 2},
    };
    for (auto const& row : rows) {
        INFO(row.text);
        CHECK(misfit(row.text) == row.place);
        std::int64_t value = untouched;
        CHECK(read(row.text, value) == syntax);
        CHECK(value == untouched);
    }
    std::int64_t value = untouched;
    CHECK(read_int64(nullptr, nullptr, value) == syntax);
}

TEST_CASE("every prefix of a number is a number or ends too early") {
    std::string_view const text = "-120.034e-17";
    for (std::size_t size = 0; size <= text.size(); ++size) {
        std::string_view const prefix = text.substr(0, size);
        INFO(prefix);
        bool const complete = !prefix.empty() && prefix.back() >= '0' && prefix.back() <= '9';
        CHECK(misfit(prefix) == (complete ? std::string_view::npos : size));
    }
}

TEST_CASE("integers are read in every spelling, and other numbers are refused") {
    struct {
        std::string_view text;
        integer_status status;
        std::int64_t value;
    } const rows[] = {
        {"0", ok, 0},
        {"-0", ok, 0},
        {"-0.0e-5", ok, 0},
        {"0e999999", ok, 0},
        {"0.000e99999999999999999999999", ok, 0},
        {"1", ok, 1},
        {"-1", ok, -1},
        {"5.0", ok, 5},
        {"5e3", ok, 5000},
        {"1.024e3", ok, 1024},
        {"-1.024E+3", ok, -1024},
        {"120000e-4", ok, 12},
        {"1234567890123456", ok, 1'234'567'890'123'456},
        {"12345678901234567", ok, 12'345'678'901'234'567},
        {"-12345678901234567890e-1", ok, -1'234'567'890'123'456'789},
        {"9223372036854775807", ok, INT64_MAX},
        {"9223372036854775807.000", ok, INT64_MAX},
        {"92233720368547758070e-1", ok, INT64_MAX},
        {"9.223372036854775807e18", ok, INT64_MAX},
        {"-9223372036854775808", ok, INT64_MIN},
        {"-9223372036854775808.0000000000000000000000", ok, INT64_MIN},
        {"1e18", ok, 1'000'000'000'000'000'000},
        {"9e18", ok, 9'000'000'000'000'000'000},
        {"1.5", not_integer, untouched},
        {"-1.5", not_integer, untouched},
        {"1e-1", not_integer, untouched},
        {"1e-400", not_integer, untouched},
        {"1e-99999999999999999999", not_integer, untouched},
        {"999999999999999999.9", not_integer, untouched},
        {"9223372036854775806.5", not_integer, untouched},
        {"-9223372036854775807.5", not_integer, untouched},
        {"9223372036854775806.0000000000000000000000000001", not_integer, untouched},
        {"12345678901234567895e-1", not_integer, untouched},
        {"9223372036854775808", out_of_range, untouched},
        {"-9223372036854775809", out_of_range, untouched},
        {"9223372036854775807.5", out_of_range, untouched},
        {"-9223372036854775808.0000000000000000000000001", out_of_range, untouched},
        {"12345678901234567890.5", out_of_range, untouched},
        {"18446744073709551615", out_of_range, untouched},
        {"18446744073709551616", out_of_range, untouched},
        {"18446744073709551617", out_of_range, untouched},
        {"99999999999999999999999", out_of_range, untouched},
        {"1e19", out_of_range, untouched},
        {"-1e300", out_of_range, untouched},
        {"1e999999999999999999999", out_of_range, untouched},
    };
    for (auto const& row : rows) {
        INFO(row.text);
        std::int64_t value = untouched;
        CHECK(read(row.text, value) == row.status);
        CHECK(value == row.value);
    }
}

TEST_CASE("one wrong byte anywhere makes a plain integer something else") {
    std::string const digits = "1234567890123456789";
    for (std::size_t size = 1; size <= digits.size(); ++size) {
        for (std::size_t place = 0; place != size; ++place) {
            for (int byte = 0; byte != 256; ++byte) {
                // An exact allocation, so that sanitizers detect a read outside it.
                std::vector<char> text(digits.begin(), digits.begin() + static_cast<std::ptrdiff_t>(size));
                text[place] = static_cast<char>(byte);
                std::int64_t value = untouched;
                integer_status const status = read_int64(text.data(), text.data() + size, value);
                decimal number;
                bool const valid = read_decimal(text.data(), text.data() + size, number) == nullptr;
                if ((status != syntax) != valid) {
                    FAIL("size " << size << ", place " << place << ", byte " << byte);
                }
            }
        }
    }
}

TEST_CASE("any integer is read back from any spelling") {
    std::mt19937_64 random{20171129};
    for (int i = 0; i != 200'000; ++i) {
        auto const expected = static_cast<std::int64_t>(random()) >> (random() % 64);
        std::string const plain = std::to_string(expected);
        bool const negative = expected < 0;
        auto const bits = static_cast<std::uint64_t>(expected);
        std::uint64_t const magnitude = negative ? 0 - bits : bits;
        std::string const other = spell(magnitude, 0, negative, random);
        std::int64_t value = untouched;
        if (read(plain, value) != ok || value != expected) {
            FAIL(plain);
        }
        value = untouched;
        if (read(other, value) != ok || value != expected) {
            FAIL(other << " of " << plain);
        }
    }
}

TEST_CASE("two spellings of one decimal are equal, and only zeros make it an integer") {
    std::mt19937_64 random{20240502};
    for (int i = 0; i != 100'000; ++i) {
        std::uint64_t const digits = (random() >> (random() % 64)) % 10'000'000'000'000'000'000U;
        int const scale = static_cast<int>(random() % 22);
        bool const negative = random() % 2 == 0;
        std::string const one = spell(digits, scale, negative, random);
        std::string const two = spell(digits, scale, negative, random);
        INFO(one << " and " << two);
        decimal const a = number_of(one);
        decimal const b = number_of(two);
        if (a.negative != b.negative || a.digits != b.digits || a.exponent != b.exponent || a.truncated ||
            b.truncated) {
            FAIL("differ");
        }
        std::uint64_t significant = digits;
        std::int64_t exponent = -scale;
        for (; significant != 0 && significant % 10 == 0; significant /= 10) {
            ++exponent;
        }
        if (a.digits != significant || (digits != 0 && a.exponent != exponent)) {
            FAIL("not the value");
        }
        std::int64_t value = untouched;
        integer_status const status = read(one, value);
        if ((status == not_integer) != (significant != 0 && exponent < 0)) {
            FAIL("integer or not");
        }
    }
}

} // namespace detail_json_decimal_test
