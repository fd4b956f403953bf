#include <dynabackup/detail/time/date_time.hpp>

#include "catch.hpp"

#include <cstdint>
#include <string_view>

namespace detail_time_date_time_test {

namespace {

using namespace dynabackup::detail;

/// Returns the offset in seconds, or 1, which is never an offset.
std::int64_t offset(std::string_view text) {
    std::int64_t seconds = 0;
    return read_offset(text.data(), text.data() + text.size(), seconds) ? seconds : 1;
}

/// Returns the fraction in nanoseconds, or -1. `rest`: the bytes after it.
std::int64_t fraction(std::string_view text, std::size_t rest) {
    std::int64_t nanoseconds = 0;
    auto const* const last = text.data() + text.size();
    auto const* const end = read_fraction(text.data(), last, nanoseconds);
    return end && static_cast<std::size_t>(last - end) == rest ? nanoseconds : -1;
}

} // namespace

TEST_CASE("fields are read in pairs of digits", "[timestamp]") {
    auto const clock = digit_pairs("12:34:56", clock_shape);
    CHECK(byte_of(clock, 0) == 12);
    CHECK(byte_of(clock, 3) == 34);
    CHECK(byte_of(clock, 6) == 56);
    for (auto text : {"12:34;56", "1a:34:56", "12:34:5/", "12-34:56", ":2:34:56"}) {
        CAPTURE(text);
        CHECK(digit_pairs(text, clock_shape) == ~std::uint64_t{0});
    }
    CHECK(two_digits("09") == 9);
    CHECK(two_digits("0/") == 100);
    CHECK(two_digits(":0") == 100);
}

TEST_CASE("a fraction has one to nine digits", "[timestamp]") {
    CHECK(fraction("Z", 1) == 0);
    CHECK(fraction(".5Z", 1) == 500'000'000);
    CHECK(fraction(".000000001", 0) == 1);
    CHECK(fraction(".1234567890Z", 2) == 123'456'789); // the tenth is not part of it
    CHECK(fraction(".Z", 1) == -1);
    for (std::string digits = "9"; digits.size() < 10; digits += digits.size() % 2 ? '0' : '8') {
        auto const nanoseconds = std::stoll((digits + "00000000").substr(0, 9));
        for (std::string const behind :
             {"", "Z", "+02:00", "-11:30 and more", "\xff\xff\xff\xff\xff\xff\xff\xff"}) {
            CAPTURE(digits, behind);
            CHECK(fraction('.' + digits + behind, behind.size()) == nanoseconds);
        }
    }
    CHECK(fraction(".", 0) == -1);
}

TEST_CASE("an offset is Z or hours and minutes", "[timestamp]") {
    CHECK(offset("Z") == 0);
    CHECK(offset("z") == 0);
    CHECK(offset("+05:30") == 19'800);
    CHECK(offset("-00:01") == -60);
    CHECK(offset("+23:59") == 86'340);
    for (auto text : {"", "+", "z1", "+5:30", "+05-30", "05:30", "+24:00", "+00:60", "+05:30Z"}) {
        CAPTURE(text);
        CHECK(offset(text) == 1);
    }
}

TEST_CASE("half-years begin in January and July", "[timestamp]") {
    CHECK(begins_half_year(0));
    CHECK(begins_half_year(1'483'228'800)); // 2017-01-01
    CHECK(begins_half_year(1'435'708'800)); // 2015-07-01
    CHECK_FALSE(begins_half_year(1'483'228'801));
    CHECK_FALSE(begins_half_year(1'485'907'200)); // 2017-02-01
    CHECK_FALSE(begins_half_year(86'400));
}

TEST_CASE("seconds and nanoseconds are joined to the ends of int64", "[timestamp]") {
    std::int64_t joined = 0;
    CHECK((join_seconds(9'223'372'036, 854'775'807, joined) && joined == INT64_MAX));
    CHECK_FALSE(join_seconds(9'223'372'036, 854'775'808, joined));
    CHECK_FALSE(join_seconds(9'223'372'037, 0, joined));
    CHECK((join_seconds(-9'223'372'037, 145'224'192, joined) && joined == INT64_MIN));
    CHECK_FALSE(join_seconds(-9'223'372'037, 145'224'191, joined));
    CHECK_FALSE(join_seconds(-9'223'372'038, 999'999'999, joined));
}

} // namespace detail_time_date_time_test
