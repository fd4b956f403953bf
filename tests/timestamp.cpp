#include <dynabackup/detail/time/date_time.hpp>
#include <dynabackup/detail/time/epoch_seconds.hpp>
#include <dynabackup/timestamp.hpp>

#include "catch.hpp"

#include <date/date.h>

#include <cstdint>
#include <cstdio>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace timestamp_test {

namespace {

using namespace dynabackup;

constexpr auto ok = time_status::ok;
constexpr auto syntax = time_status::syntax;
constexpr auto format = time_status::format;
constexpr auto out_of_range = time_status::out_of_range;

constexpr std::int64_t untouched = 77;

constexpr timestamp time_at(std::int64_t nanoseconds) {
    return timestamp{std::chrono::nanoseconds{nanoseconds}};
}

time_status read_number(std::string_view text, timestamp& out) {
    return read_epoch_seconds(text.data(), text.data() + text.size(), out);
}

/// A text, the expected result of reading it, and the nanoseconds.
struct row {
    std::string_view text;
    time_status status;
    std::int64_t nanoseconds = untouched;
};

template <class Read, std::size_t N>
void check(Read read, row const (&rows)[N]) {
    for (row const& r : rows) {
        INFO(r.text);
        // An exact allocation, so that sanitizers detect a read outside it.
        std::vector<char> const exact(r.text.begin(), r.text.end());
        timestamp time = time_at(untouched);
        CHECK(read(std::string_view{exact.data(), exact.size()}, time) == r.status);
        CHECK(time.time_since_epoch().count() == r.nanoseconds);
    }
}

constexpr std::int64_t nanoseconds_of(std::string_view date_time) {
    timestamp time = time_at(untouched);
    return detail::read_date_time(date_time, time) == ok ? time.time_since_epoch().count() : untouched;
}

} // namespace

static_assert(nanoseconds_of("2024-06-01T00:00:00.123Z") == 1'717'200'000'123'000'000);
static_assert([] {
    constexpr std::string_view text = "1.70805524557E9";
    timestamp time;
    return detail::read_epoch_seconds(text.data(), text.data() + text.size(), time) == ok &&
           time == time_at(1'708'055'245'570'000'000);
}());

TEST_CASE("epoch seconds are read in every spelling") {
    check(read_number, {
                           {"0", ok, 0},
                           {"-0", ok, 0},
                           {"0e99999999999999999999", ok, 0},
                           {"0.0", ok, 0},
                           {"1", ok, 1'000'000'000},
                           {"1.5", ok, 1'500'000'000},
                           {"-1.5", ok, -1'500'000'000},
                           {"0.000000001", ok, 1},
                           {"1e-9", ok, 1},
                           {"-1E-9", ok, -1},
                           {"1717200000", ok, 1'717'200'000'000'000'000},
                           {"1717200000.0", ok, 1'717'200'000'000'000'000},
                           {"1717200000.1", ok, 1'717'200'000'100'000'000},
                           {"1717200000.123", ok, 1'717'200'000'123'000'000},
                           {"1717200000.1234567", ok, 1'717'200'000'123'456'700},
                           {"1717200000.12345678", ok, 1'717'200'000'123'456'780},
                           {"1717200000.123456789", ok, 1'717'200'000'123'456'789},
                           {"1717200000.1234567890", ok, 1'717'200'000'123'456'789},
                           {"-1717200000.123", ok, -1'717'200'000'123'000'000},
                           {"999999999.999", ok, 999'999'999'999'000'000},
                           {"1717200000123e-3", ok, 1'717'200'000'123'000'000},
                           {"1717200000123456789e-9", ok, 1'717'200'000'123'456'789},
                           {"1.70805524557E9", ok, 1'708'055'245'570'000'000},
                           {"1.70805524557e9", ok, 1'708'055'245'570'000'000},
                           {"1.70805524557E+9", ok, 1'708'055'245'570'000'000},
                           {"1.70805524557E09", ok, 1'708'055'245'570'000'000},
                           {"1.708055245570000000000000E9", ok, 1'708'055'245'570'000'000},
                           {"1.708055245571E9", ok, 1'708'055'245'571'000'000},
                           {"1.7080552455712E9", ok, 1'708'055'245'571'200'000},
                           {"1.708055245E9", ok, 1'708'055'245'000'000'000},
                           {"1.7080552E9", ok, 1'708'055'200'000'000'000},
                           {"1.7E9", ok, 1'700'000'000'000'000'000},
                           {"2E9", ok, 2'000'000'000'000'000'000},
                           {"-1.7E9", ok, -1'700'000'000'000'000'000},
                           {"0.5E9", ok, 500'000'000'000'000'000},
                           {"1.5E8", ok, 150'000'000'000'000'000},
                           {"0.00000001717200000123e17", ok, 1'717'200'000'123'000'000},
                           {"1e300", out_of_range},
                           {"-1e300", out_of_range},
                           {"1e999999999999999999999", out_of_range},
                           {"9999999999", out_of_range},
                           {"9999999999.999999999", out_of_range},
                           {"9.9999E9", out_of_range},
                           {"1717200000123", out_of_range},
                           {"12345678901234567890.5", out_of_range},
                       });
}

TEST_CASE("epoch seconds below the nanosecond are rounded toward negative infinity") {
    check(read_number, {
                           {"1717200000.1234567899", ok, 1'717'200'000'123'456'789},
                           {"1717200000.99999999999999999999999999", ok, 1'717'200'000'999'999'999},
                           {"-1717200000.1234567891", ok, -1'717'200'000'123'456'790},
                           {"0.0000000009", ok, 0},
                           {"-0.0000000009", ok, -1},
                           {"-0.0000000010", ok, -1},
                           {"1e-10", ok, 0},
                           {"-1e-10", ok, -1},
                           {"1e-28", ok, 0},
                           {"-9999999999999999999e-28", ok, -1},
                           {"-9999999999999999999e-29", ok, -1},
                           {"1e-999999999999999999999", ok, 0},
                           {"-1e-999999999999999999999", ok, -1},
                           {"-1717200000.00000000000000000000000000001", ok, -1'717'200'000'000'000'001},
                       });
}

TEST_CASE("epoch seconds are limited by the first and the last nanosecond") {
    check(read_number, {
                           {"9223372036.854775807", ok, INT64_MAX},
                           {"9223372036.8547758079999", ok, INT64_MAX},
                           {"9223372036854775807e-9", ok, INT64_MAX},
                           {"9.223372036854775807E9", ok, INT64_MAX},
                           {"9.223372036854E9", ok, 9'223'372'036'854'000'000},
                           {"9.223372036855E9", out_of_range},
                           {"9223372036", ok, 9'223'372'036'000'000'000},
                           {"9223372037", out_of_range},
                           {"9223372036.854775808", out_of_range},
                           {"9223372036854775808e-9", out_of_range},
                           {"9.223372036854775808E9", out_of_range},
                           {"-9223372036.854775808", ok, INT64_MIN},
                           {"-9223372036854775808e-9", ok, INT64_MIN},
                           {"-9223372036.854775809", out_of_range},
                           {"-9223372036.8547758081", out_of_range},
                           {"-9223372037", out_of_range},
                       });
}

TEST_CASE("a text that is not a JSON number is not an epoch time") {
    check(read_number, {
                           {"", syntax},
                           {"-", syntax},
                           {"01717200000", syntax},
                           {"0717200000", syntax},
                           {"0717200000.5", syntax},
                           {"1717200000.", syntax},
                           {"171720000a", syntax},
                           {"1717200000,123", syntax},
                           {"1717200000.12x", syntax},
                           {"1717200000.12345678x", syntax},
                           {"17172000 0.123", syntax},
                           {"1.70805524557E", syntax},
                           {"1.E9", syntax},
                           {"x.70805524557E9", syntax},
                           {"1.7080552x557E9", syntax},
                           {"1.70x5E9", syntax},
                           {"1.70805524557F9", syntax},
                           {"+1717200000", syntax},
                           {"\"1717200000\"", syntax},
                           {"1717200000 ", syntax},
                           {"null", syntax},
                           {"Infinity", syntax},
                       });
    timestamp time = time_at(untouched);
    CHECK(read_epoch_seconds(nullptr, nullptr, time) == syntax);
}

TEST_CASE("any time is read back from its spellings as a number") {
    std::mt19937_64 random{20171129};
    for (int i = 0; i != 200'000; ++i) {
        auto const count = static_cast<std::int64_t>(random()) >> (random() % 40);
        bool const negative = count < 0;
        auto const bits = static_cast<std::uint64_t>(count);
        std::uint64_t const magnitude = negative ? 0 - bits : bits;
        std::string const sign = negative ? "-" : "";
        unsigned long long const seconds = magnitude / 1'000'000'000;
        unsigned long long const rest = magnitude % 1'000'000'000;
        char fixed[64];
        std::snprintf(fixed, sizeof fixed, "%s%llu.%09llu", sign.c_str(), seconds, rest);
        std::string stripped = fixed;
        stripped.erase(stripped.find_last_not_of('0') + 1);
        if (stripped.back() == '.') {
            stripped.pop_back();
        }
        std::string const digits = std::to_string(magnitude);
        std::string const scientific = sign + digits.substr(0, 1) + "." + digits.substr(1) + "0E" +
                                       std::to_string(static_cast<int>(digits.size()) - 10);
        std::string aws = sign + digits.substr(0, 1) + "." + digits.substr(1);
        aws.erase(aws.find_last_not_of('0') + 1);
        aws += aws.back() == '.' ? "0E" : "E";
        aws += std::to_string(static_cast<int>(digits.size()) - 10);
        std::string const integer = sign + digits + "e-9";
        for (std::string const& text : {std::string{fixed}, stripped, scientific, aws, integer}) {
            timestamp time = time_at(untouched);
            if (read_number(text, time) != ok || time != time_at(count)) {
                FAIL(text << " of " << count);
            }
        }
    }
}

TEST_CASE("date-times of RFC 3339 are read") {
    check(read_date_time, {
                              {"1970-01-01T00:00:00Z", ok, 0},
                              {"1970-01-01t00:00:00z", ok, 0},
                              {"1970-01-01 00:00:00Z", ok, 0},
                              {"1969-12-31T23:59:59.999999999Z", ok, -1},
                              {"2024-06-01T00:00:00Z", ok, 1'717'200'000'000'000'000},
                              {"2024-06-01T00:00:00.1Z", ok, 1'717'200'000'100'000'000},
                              {"2024-06-01T00:00:00.12Z", ok, 1'717'200'000'120'000'000},
                              {"2024-06-01T00:00:00.123456789Z", ok, 1'717'200'000'123'456'789},
                              {"2024-06-01T00:00:00.000000000Z", ok, 1'717'200'000'000'000'000},
                              {"2024-06-01T00:00:00+00:00", ok, 1'717'200'000'000'000'000},
                              {"2024-06-01T00:00:00-00:00", ok, 1'717'200'000'000'000'000},
                              {"2024-06-01T02:30:00+02:30", ok, 1'717'200'000'000'000'000},
                              {"2024-05-31T17:00:00-07:00", ok, 1'717'200'000'000'000'000},
                              {"2024-05-31 17:00:00.5-07:00", ok, 1'717'200'000'500'000'000},
                              {"2024-06-01T23:59:00+23:59", ok, 1'717'200'000'000'000'000},
                              {"2024-05-31T00:01:00-23:59", ok, 1'717'200'000'000'000'000},
                              {"2024-02-29T00:00:00Z", ok, 1'709'164'800'000'000'000},
                              {"2000-02-29T23:59:59Z", ok, 951'868'799'000'000'000},
                              // Examples of RFC 3339 section 5.8.
                              {"1985-04-12T23:20:50.52Z", ok, 482'196'050'520'000'000},
                              {"1996-12-19T16:39:57-08:00", ok, 851'042'397'000'000'000},
                              {"1937-01-01T12:00:27.87+00:20", ok, -1'041'337'172'130'000'000},
                          });
}

TEST_CASE("text that is not a date-time of RFC 3339 is refused") {
    check(read_date_time, {
                              {"", format},
                              {"Z", format},
                              {"2024-06-01", format},
                              {"2024-06-01T00:00Z", format},
                              {"2024-06-01T00:00:00", format},
                              {"2024-06-01T00:00:00.123", format},
                              {"2024-06-01T00:00:00.123456789", format},
                              {"2024-06-01T00:00:00.Z", format},
                              {"2024-06-01T00:00:00,5Z", format},
                              {"2024-06-01T00:00:00.1234567890Z", format},
                              {"2024-06-01T00:00:00.12 Z", format},
                              {"2024-06-01T00:00:00Z ", format},
                              {" 2024-06-01T00:00:00Z", format},
                              {"2024-06-01T00:00:00ZZ", format},
                              {"2024-06-01_00:00:00Z", format},
                              {"2024-06-01  00:00:00Z", format},
                              {"2024/06/01T00:00:00Z", format},
                              {"2024-06/01T00:00:00Z", format},
                              {"2024-06-01T00.00.00Z", format},
                              {"2024-06-01T00:00.00Z", format},
                              {"20240601T000000Z0000", format},
                              {"2024-W22-6T00:00:00Z", format},
                              {"2024-153T00:00:00.0Z", format},
                              {"24-06-01T00:00:00.0Z", format},
                              {"+2024-06-01T00:00:00Z", format},
                              {"-024-06-01T00:00:00Z", format},
                              {"02024-06-01T00:00:00Z", format},
                              {"2017-3-5T1:2:3Z      ", format},
                              {"2024-00-01T00:00:00Z", format},
                              {"2024-13-01T00:00:00Z", format},
                              {"2024-06-00T00:00:00Z", format},
                              {"2024-06-31T00:00:00Z", format},
                              {"2023-02-29T00:00:00Z", format},
                              {"1900-02-29T00:00:00Z", format},
                              {"2024-02-30T00:00:00Z", format},
                              {"2024-12-32T00:00:00Z", format},
                              {"2024-06-01T24:00:00Z", format},
                              {"2024-06-01T00:60:00Z", format},
                              {"2024-06-01T00:00:61Z", format},
                              {"2024-06-01T00:00:99Z", format},
                              {"2024-06-01T0a:00:00Z", format},
                              {"2024-06-01T00:00:0\xB2Z", format},
                              {"\xD9\xA2\x32\x34-06-01T00:00:00Z", format},
                              {"2024-06-01T00:00:00+24:00", format},
                              {"2024-06-01T00:00:00+00:60", format},
                              {"2024-06-01T00:00:00+0000", format},
                              {"2024-06-01T00:00:00+00", format},
                              {"2024-06-01T00:00:00+0:00", format},
                              {"2024-06-01T00:00:00+00:0", format},
                              {"2024-06-01T00:00:00+00:000", format},
                              {"2024-06-01T00:00:00+00:00Z", format},
                              {"2024-06-01T00:00:00 +00:00", format},
                              {"2024-06-01T00:00:00+00-00", format},
                              {"2024-06-01T00:00:00+a0:00", format},
                              {"2024-06-01T00:00:00+00:0a", format},
                              {"2024-06-01T00:00:00\xE2\x88\x92"
                               "00:00",
                               format},
                              {"2024-06-01T00:00:00UTC", format},
                              {"2024-06-01T00:00:00GMT+00", format},
                          });
}

TEST_CASE("one wrong byte at any place makes a date-time invalid") {
    std::string const good = "2024-06-11T11:11:11.111+11:11";
    std::size_t const places[] = {4, 7, 10, 13, 16, 19, 23, 26};
    timestamp time;
    REQUIRE(read_date_time(good, time) == ok);
    for (std::size_t i = 0; i != good.size(); ++i) {
        bool separator = false;
        for (std::size_t const place : places) {
            separator = separator || place == i;
        }
        for (int byte = 0; byte != 256; ++byte) {
            std::string text = good;
            auto const c = static_cast<char>(byte);
            text[i] = c;
            bool const digit = c >= '0' && c <= '9';
            bool const also = (i == 10 && (c == 't' || c == ' ')) || (i == 23 && c == '-');
            bool const status_ok = read_date_time(text, time) == ok;
            if (separator && status_ok != (c == good[i] || also)) {
                FAIL(text);
            }
            if (!separator && status_ok && !digit) {
                FAIL(text);
            }
        }
    }
}

TEST_CASE("every field of a date-time has its range") {
    char text[48];
    timestamp time;
    for (int value = 0; value != 100; ++value) {
        INFO(value);
        auto const reads = [&](char const* pattern) {
            std::snprintf(text, sizeof text, pattern, value);
            return read_date_time(text, time) == ok;
        };
        CHECK(reads("2023-%02d-01T00:00:00Z") == (value >= 1 && value <= 12));
        CHECK(reads("2023-01-%02dT00:00:00Z") == (value >= 1 && value <= 31));
        CHECK(reads("2023-04-%02dT00:00:00Z") == (value >= 1 && value <= 30));
        CHECK(reads("2023-02-%02dT00:00:00Z") == (value >= 1 && value <= 28));
        CHECK(reads("2024-02-%02dT00:00:00Z") == (value >= 1 && value <= 29));
        CHECK(reads("2023-01-01T%02d:00:00Z") == (value <= 23));
        CHECK(reads("2023-01-01T00:%02d:00Z") == (value <= 59));
        CHECK(reads("2023-01-01T00:00:%02dZ") == (value <= 59));
        CHECK(reads("2022-12-31T23:59:%02dZ") == (value <= 60));
        CHECK(reads("2023-01-01T00:00:00+%02d:00") == (value <= 23));
        CHECK(reads("2023-01-01T00:00:00-00:%02d") == (value <= 59));
        CHECK(reads("20%02d-01-01T00:00:00Z"));
    }
}

TEST_CASE("a leap second is read as the following second") {
    check(read_date_time, {
                              {"2016-12-31T23:59:60Z", ok, 1'483'228'800'000'000'000},
                              {"2016-12-31T23:59:60.25Z", ok, 1'483'228'800'250'000'000},
                              {"2015-06-30T23:59:60Z", ok, 1'435'708'800'000'000'000},
                              {"1990-12-31T23:59:60Z", ok, 662'688'000'000'000'000},
                              {"1990-12-31T15:59:60-08:00", ok, 662'688'000'000'000'000},
                              {"2017-01-01T05:29:60+05:30", ok, 1'483'228'800'000'000'000},
                              {"2015-07-01T00:59:60.999999999+01:00", ok, 1'435'708'800'999'999'999},
                              {"1969-12-31T23:59:60Z", ok, 0},
                              {"2016-12-31T23:58:60Z", format},
                              {"2016-12-31T22:59:60Z", format},
                              {"2016-12-30T23:59:60Z", format},
                              {"2016-12-31T23:59:60+01:00", format},
                              {"2016-12-31T23:59:60-00:01", format},
                              {"2017-01-01T00:00:60Z", format},
                              {"2016-03-31T23:59:60Z", format},
                              {"2016-09-30T23:59:60Z", format},
                              {"2016-02-29T23:59:60Z", format},
                              {"2016-07-31T23:59:60Z", format},
                              {"2016-06-30T23:59:61Z", format},
                              {"9999-12-31T23:59:60Z", out_of_range},
                              {"0000-01-01T00:59:60+01:00", out_of_range},
                              {"0000-01-01T00:59:60Z", format},
                          });
}

TEST_CASE("date-times are limited by the first and the last nanosecond") {
    check(read_date_time, {
                              {"2262-04-11T23:47:16.854775807Z", ok, INT64_MAX},
                              {"2262-04-11T23:47:16.854775808Z", out_of_range},
                              {"2262-04-12T01:47:16.854775807+02:00", ok, INT64_MAX},
                              {"2262-04-11T22:47:16.854775808-01:00", out_of_range},
                              {"2262-04-11T23:47:16Z", ok, 9'223'372'036'000'000'000},
                              {"2262-04-11T23:47:17Z", out_of_range},
                              {"1677-09-21T00:12:43.145224192Z", ok, INT64_MIN},
                              {"1677-09-21T00:12:43.145224193Z", ok, INT64_MIN + 1},
                              {"1677-09-21T00:12:43.145224191Z", out_of_range},
                              {"1677-09-20T23:12:43.145224192-01:00", ok, INT64_MIN},
                              {"1677-09-21T00:12:44Z", ok, -9'223'372'036'000'000'000},
                              {"1677-09-21T00:12:43Z", out_of_range},
                              {"1677-09-21T00:12:42.999999999Z", out_of_range},
                              {"0000-01-01T00:00:00Z", out_of_range},
                              {"0000-01-01T00:00:00+23:59", out_of_range},
                              {"9999-12-31T23:59:59.999999999-23:59", out_of_range},
                              {"0000-02-30T00:00:00Z", format},
                          });
}

TEST_CASE("all days from 1677 to 2262 agree with the calendar") {
    using namespace date::literals;
    date::sys_days const begin{1677_y / 9 / 22};
    date::sys_days const end{2262_y / 4 / 11};
    for (date::sys_days day = begin; day != end; day += date::days{1}) {
        date::year_month_day const fields{day};
        char text[40];
        std::snprintf(text, sizeof text, "%04d-%02u-%02uT12:34:56.789Z", static_cast<int>(fields.year()),
                      static_cast<unsigned>(fields.month()), static_cast<unsigned>(fields.day()));
        timestamp const expected =
            day + std::chrono::hours{12} + std::chrono::minutes{34} + std::chrono::milliseconds{56'789};
        timestamp time;
        if (read_date_time(text, time) != ok || time != expected || to_text(expected) != text) {
            FAIL(text);
        }
    }
}

TEST_CASE("times are printed with the digits they need") {
    struct {
        std::int64_t nanoseconds;
        std::string_view expected;
    } const rows[] = {
        {0, "1970-01-01T00:00:00Z"},
        {-1, "1969-12-31T23:59:59.999999999Z"},
        {-1'000'000'000, "1969-12-31T23:59:59Z"},
        {1'717'200'000'100'000'000, "2024-06-01T00:00:00.100Z"},
        {1'717'200'000'123'456'000, "2024-06-01T00:00:00.123456Z"},
        {1'717'200'000'000'000'001, "2024-06-01T00:00:00.000000001Z"},
        {1'717'200'000'000'001'000, "2024-06-01T00:00:00.000001Z"},
        {1'717'199'999'987'654'321, "2024-05-31T23:59:59.987654321Z"},
        {INT64_MAX, "2262-04-11T23:47:16.854775807Z"},
        {INT64_MIN, "1677-09-21T00:12:43.145224192Z"},
    };
    for (auto const& r : rows) {
        CHECK(to_text(time_at(r.nanoseconds)) == r.expected);
    }
    std::string text = "at ";
    append_text(text, time_at(0));
    CHECK(text == "at 1970-01-01T00:00:00Z");
}

TEST_CASE("any time is read back from its text, whatever the offset") {
    std::mt19937_64 random{20240502};
    for (int i = 0; i != 100'000; ++i) {
        std::int64_t count = static_cast<std::int64_t>(random());
        for (std::uint64_t unit = random() % 4; unit != 0; --unit) {
            count = count / 1000 * 1000;
        }
        timestamp time = time_at(untouched);
        std::string const text = to_text(time_at(count));
        if (read_date_time(text, time) != ok || time != time_at(count)) {
            FAIL(text);
        }
        // The same instant with a local offset: it is printed shifted, with the offset.
        auto const offset = static_cast<int>(random() % 2879) - 1439;
        std::int64_t const shift = offset * std::int64_t{60'000'000'000};
        if ((shift > 0 && count > INT64_MAX - shift) || (shift < 0 && count < INT64_MIN - shift)) {
            continue;
        }
        std::string local = to_text(time_at(count + shift));
        local.pop_back();
        int const minutes = offset < 0 ? -offset : offset;
        char zone[16];
        std::snprintf(zone, sizeof zone, "%c%02d:%02d", offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
        local += zone;
        if (read_date_time(local, time) != ok || time != time_at(count)) {
            FAIL(local << " of " << text);
        }
    }
}

} // namespace timestamp_test
