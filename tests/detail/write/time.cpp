#include <dynabackup/detail/write/time.hpp>
#include <dynabackup/timestamp.hpp>

#include "catch.hpp"

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>

namespace detail_write_time_test {

using namespace dynabackup;

namespace {

timestamp time_at(std::int64_t nanoseconds) { return timestamp{std::chrono::nanoseconds{nanoseconds}}; }

std::string written(char* (*write)(char*, timestamp) noexcept, std::int64_t nanoseconds) {
    char text[40];
    return {text, write(text, time_at(nanoseconds))};
}
std::string seconds(std::int64_t nanoseconds) { return written(detail::write_epoch_seconds, nanoseconds); }
std::string iso(std::int64_t nanoseconds) { return written(detail::write_iso_format, nanoseconds); }

constexpr std::int64_t second = 1'000'000'000;

} // namespace

TEST_CASE("seconds are written as Java prints a double", "[write]") {
    CHECK(seconds(1'708'055'245'570'000'000) == "1.70805524557E9");
    CHECK(seconds(1'516'149'542'009'000'000) == "1.516149542009E9");
    CHECK(seconds(1'700'000'000 * second) == "1.7E9");
    CHECK(seconds(1'000'000'000 * second) == "1.0E9");
    CHECK(seconds(0) == "0.0");
    CHECK(seconds(second) == "1.0");
    CHECK(seconds(100 * second) == "100.0");
    CHECK(seconds(123'456'789'000'000) == "123456.789");
    CHECK(seconds(-second / 2) == "-0.5");
    CHECK(seconds(-1'500'000'000 * second) == "-1.5E9");
}

TEST_CASE("seconds have an exponent from ten million on, and below a thousandth", "[write]") {
    CHECK(seconds(9'999'999'999'000'000) == "9999999.999");
    CHECK(seconds(9'000'000 * second) == "9000000.0");
    CHECK(seconds(10'000'000 * second) == "1.0E7");
    CHECK(seconds(1'000'000) == "0.001");
    CHECK(seconds(10'000'000) == "0.01");
    CHECK(seconds(12'345'678) == "0.012345678");
    CHECK(seconds(999'999) == "9.99999E-4");
    CHECK(seconds(120'000) == "1.2E-4");
    CHECK(seconds(1) == "1.0E-9");
}

TEST_CASE("the nanosecond is written although a double would round it", "[write]") {
    CHECK(seconds(INT64_MAX) == "9.223372036854775807E9");
    CHECK(seconds(INT64_MIN) == "-9.223372036854775808E9");
    CHECK(seconds(1'700'000'000'000'000'001) == "1.700000000000000001E9");
}

TEST_CASE("seconds that are written are read as the same time", "[write]") {
    std::mt19937_64 random(3);
    for (int i = 0; i < 20'000; ++i) {
        auto count = static_cast<std::int64_t>(random()) >> (random() % 64);
        if (i % 3 == 0) count = count / 1'000'000 * 1'000'000;
        auto const text = seconds(count);
        timestamp again{};
        REQUIRE(text.size() <= 24);
        REQUIRE(read_epoch_seconds(text.data(), text.data() + text.size(), again) == time_status::ok);
        REQUIRE(again == time_at(count));
    }
}

TEST_CASE("a time is written as Python's isoformat prints it", "[write]") {
    CHECK(iso(1'708'055'145'570'000'000) == "2024-02-16T03:45:45.570000+00:00");
    CHECK(iso(1'708'055'145 * second) == "2024-02-16T03:45:45+00:00");
    CHECK(iso(0) == "1970-01-01T00:00:00+00:00");
    CHECK(iso(-1'000'000) == "1969-12-31T23:59:59.999000+00:00");
    CHECK(iso(1'000) == "1970-01-01T00:00:00.000001+00:00");
}

TEST_CASE("nanoseconds are rounded to microseconds, and halves to even", "[write]") {
    CHECK(iso(499) == iso(0));
    CHECK(iso(500) == iso(0));
    CHECK(iso(501) == iso(1'000));
    CHECK(iso(1'500) == iso(2'000));
    CHECK(iso(2'500) == iso(2'000));
    CHECK(iso(second - 1) == "1970-01-01T00:00:01+00:00");
    CHECK(iso(INT64_MAX) == "2262-04-11T23:47:16.854776+00:00");
    CHECK(iso(INT64_MIN) == "1677-09-21T00:12:43.145224+00:00");
}

TEST_CASE("two digits are always written as two", "[write]") {
    char text[2];
    for (auto const& [value, expected] : {std::pair{0U, "00"}, {7U, "07"}, {10U, "10"}, {99U, "99"}}) {
        CHECK(detail::write_two(text, value) == text + 2);
        CHECK(std::string_view(text, 2) == expected);
    }
}

} // namespace detail_write_time_test
