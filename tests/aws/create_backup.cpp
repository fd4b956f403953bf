#include <dynabackup/aws/create_backup.hpp>

#include "catch.hpp"

#include <date/date.h>

namespace aws_create_backup_test {

using namespace dynabackup;

TEST_CASE(
    "a backup holds everything committed until a minute before its request, and nothing from a minute after",
    "[aws][create_backup]") {
    using namespace date::literals;
    using std::chrono::hours, std::chrono::minutes, std::chrono::nanoseconds;
    // The documentation's own example: a request at 14:25:00 on 2018-12-14.
    constexpr timestamp day = date::sys_days{2018_y / date::December / 14};
    constexpr auto held = aws::contents_of_backup(day + hours{14} + minutes{25});
    STATIC_REQUIRE(held.surely_until == day + hours{14} + minutes{24});
    STATIC_REQUIRE(held.nothing_after == day + hours{14} + minutes{26});

    auto const exact = aws::contents_of_backup(day + nanoseconds{1});
    CHECK((exact.nothing_after - exact.surely_until) == 2 * aws::time_uncertainty);
    CHECK((exact.surely_until < day && exact.nothing_after > day));
}

TEST_CASE("the contents of a backup are limited at the ends of time", "[aws][create_backup]") {
    constexpr auto first = aws::contents_of_backup(timestamp::min());
    STATIC_REQUIRE(first.surely_until == timestamp::min());
    STATIC_REQUIRE(first.nothing_after == timestamp::min() + aws::time_uncertainty);
    constexpr auto last = aws::contents_of_backup(timestamp::max());
    STATIC_REQUIRE(last.surely_until == timestamp::max() - aws::time_uncertainty);
    STATIC_REQUIRE(last.nothing_after == timestamp::max());
    constexpr auto near = timestamp::min() + aws::time_uncertainty;
    STATIC_REQUIRE(aws::contents_of_backup(near).surely_until == timestamp::min());
}

} // namespace aws_create_backup_test
