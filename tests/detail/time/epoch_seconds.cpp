#include <dynabackup/detail/time/epoch_seconds.hpp>

#include "catch.hpp"

#include <cstdint>
#include <string_view>

namespace detail_time_epoch_seconds_test {

namespace {

using namespace dynabackup::detail;
using dynabackup::json::decimal;

constexpr std::uint64_t none = 77;

std::uint64_t fixed(std::string_view text) {
    std::uint64_t value = none;
    return read_fixed_epoch(text.data(), text.size(), value) ? value : none;
}

std::uint64_t scientific(std::string_view text) {
    std::uint64_t value = none;
    return read_scientific_epoch(text.data(), text.size(), value) ? value : none;
}

std::int64_t scaled(decimal number) {
    std::int64_t value = none;
    return scale_epoch(number, value) ? value : std::int64_t{none};
}

} // namespace

TEST_CASE("ten digits and a fraction are seconds", "[timestamp]") {
    CHECK(fixed("1717200000") == 1'717'200'000'000'000'000);
    CHECK(fixed("1717200000.1") == 1'717'200'000'100'000'000);
    CHECK(fixed("1717200000.123456789") == 1'717'200'000'123'456'789);
    for (auto text : {"717200000", "0717200000", "17172000001", "1717200000.", "1717200000.1234567890",
                      "171720000a", "1717200000,1", "1717200000.1e1", "-717200000"}) {
        CAPTURE(text);
        CHECK(fixed(text) == none);
    }
}

TEST_CASE("one digit, a fraction and E9 are seconds", "[timestamp]") {
    CHECK(scientific("1.7E9") == 1'700'000'000'000'000'000);
    CHECK(scientific("1.70805524557E9") == 1'708'055'245'570'000'000);
    CHECK(scientific("1.708055245571E9") == 1'708'055'245'571'000'000);
    for (auto text : {"1.E9", "1.7080552455712E9", "1.7e9", "1.7E8", "a.7E9", "1.aE9", "1.7E99", "1.E"}) {
        CAPTURE(text);
        CHECK(scientific(text) == none);
    }
}

TEST_CASE("any number of seconds is rounded toward negative infinity", "[timestamp]") {
    CHECK(scaled({false, 5, 0, false}) == 5'000'000'000);
    CHECK(scaled({true, 5, -9, false}) == -5);
    CHECK(scaled({false, 5, -10, false}) == 0);
    CHECK(scaled({true, 5, -10, false}) == -1);
    CHECK(scaled({true, 5, -40, false}) == -1);
    CHECK(scaled({false, 0, 0, false}) == 0);
    CHECK(scaled({true, 50, -10, false}) == -5); // exact
    CHECK(scaled({true, 50, -10, true}) == -6);  // digits were cut off
    CHECK(scaled({false, 50, -10, true}) == 5);
    CHECK(scaled({false, 9'223'372'036'854'775'807, -9, false}) == INT64_MAX);
    CHECK(scaled({false, 9'223'372'036'854'775'808U, -9, false}) == none);
    CHECK(scaled({true, 9'223'372'036'854'775'808U, -9, false}) == INT64_MIN);
    CHECK(scaled({true, 9'223'372'036'854'775'808U, -9, true}) == none);
    CHECK(scaled({false, 1, 18, false}) == none);
    CHECK(scaled({false, 1'000'000'000'000'000'000, -8, true}) == none);
}

} // namespace detail_time_epoch_seconds_test
