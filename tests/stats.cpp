#include <dynabackup/stats.hpp>

#include "catch.hpp"

#include <date/date.h>

#include <algorithm>
#include <array>
#include <limits>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace stats_test {

using namespace dynabackup;
using namespace date::literals;

namespace {

timestamp on(date::sys_days day, int hours = 0) {
    return timestamp(day.time_since_epoch() + std::chrono::hours(hours));
}

backup_view backup() {
    return {.system = "aws",
            .table = "Music",
            .region = "eu-west-1",
            .account = "111122223333",
            .created = on(2026_y / 1 / 5, 23),
            .expires = on(2026_y / 2 / 9, 1),
            .size = 10,
            .status = "AVAILABLE",
            .type = "SYSTEM"};
}

statistics of(std::vector<backup_view> const& all) {
    statistics s;
    for (auto const& b : all) s.add(b);
    return s;
}

/// Backups with few different values, so that values repeat.
std::vector<backup_view> random_backups(std::size_t n) {
    std::mt19937 random(20260804);
    auto const one_of = [&](auto const& values) { return values[random() % std::size(values)]; };
    std::array<std::string_view, 4> const texts{"", "a", "b", "DELETED"};
    std::array<std::optional<std::int64_t>, 5> const sizes{
        {{}, 0, 7, -3, std::numeric_limits<std::int64_t>::max()}};
    std::array<std::optional<timestamp>, 4> const times{
        {{}, on(2026_y / 1 / 5), on(1969_y / 12 / 31, 23), timestamp::min()}};
    std::vector<backup_view> all;
    for (; all.size() < n;)
        all.push_back({.system = one_of(texts),
                       .table = one_of(texts),
                       .region = one_of(texts),
                       .account = one_of(texts),
                       .created = one_of(times),
                       .expires = one_of(times),
                       .size = one_of(sizes),
                       .status = one_of(texts),
                       .type = one_of(texts)});
    return all;
}

} // namespace

TEST_CASE("a backup is counted by all of its fields", "[stats]") {
    auto const s = of({backup()});
    using by_text = statistics::by_text;
    CHECK(s.backups == 1);
    CHECK(s.sized == 1);
    CHECK(s.bytes == 10);
    CHECK(s.systems == by_text{{"aws", 1}});
    CHECK(s.types == by_text{{"SYSTEM", 1}});
    CHECK(s.statuses == by_text{{"AVAILABLE", 1}});
    CHECK(s.regions == by_text{{"eu-west-1", 1}});
    CHECK(s.accounts == by_text{{"111122223333", 1}});
    CHECK(s.created == statistics::by_day{{2026_y / 1 / 5, 1}});
    CHECK(s.expiring == statistics::by_day{{2026_y / 2 / 9, 1}});
    REQUIRE(s.tables.size() == 1);
    auto const& [name, table] = *s.tables.begin();
    CHECK(name == statistics::table_name<std::string>{"111122223333", "eu-west-1", "Music"});
    CHECK(table == statistics::table{1, 10, 10, 2026_y / 1 / 5});
}

TEST_CASE("a field that a record does not have is counted as empty", "[stats]") {
    auto const s = of({{}, {}});
    CHECK(s.backups == 2);
    CHECK(s.sized == 0);
    CHECK(s.statuses == statistics::by_text{{"", 2}});
    CHECK(s.created.empty());
    CHECK(s.tables.begin()->second == statistics::table{.backups = 2});
}

TEST_CASE("deleted backups do not expire", "[stats]") {
    auto gone = backup();
    gone.status = "DELETED";
    auto const s = of({gone, backup()});
    CHECK(s.deleted == 1);
    CHECK(s.expiring == statistics::by_day{{2026_y / 2 / 9, 1}});
    CHECK(s.created == statistics::by_day{{2026_y / 1 / 5, 2}});
}

TEST_CASE("tables of the same name in different Regions or accounts are different", "[stats]") {
    auto other = backup();
    other.region = "us-east-1";
    auto larger = backup();
    larger.size = 30;
    larger.created = on(2026_y / 1 / 4);
    auto const s = of({backup(), other, larger});
    REQUIRE(s.tables.size() == 2);
    CHECK(s.tables.begin()->second == statistics::table{2, 40, 30, 2026_y / 1 / 5});
}

TEST_CASE("a sum of sizes does not exceed a signed 64-bit number", "[stats]") {
    auto huge = backup();
    huge.size = std::numeric_limits<std::int64_t>::max();
    CHECK(of({huge, huge, huge}).bytes == static_cast<std::uint64_t>(*huge.size));
    auto negative = backup();
    negative.size = -1;
    CHECK(of({negative, backup()}).bytes == 10);
    CHECK(of({negative, backup()}).sized == 1);
}

TEST_CASE("days are those of UTC, for all times", "[stats]") {
    CHECK(day_of(on(1970_y / 1 / 1)) == date::sys_days(1970_y / 1 / 1));
    CHECK(day_of(on(1970_y / 1 / 1) - std::chrono::nanoseconds(1)) == date::sys_days(1969_y / 12 / 31));
    CHECK(day_of(on(1969_y / 12 / 31)) == date::sys_days(1969_y / 12 / 31));
    CHECK(day_of(timestamp::min()) == date::sys_days(1677_y / 9 / 21));
    CHECK(day_of(timestamp::max()) == date::sys_days(2262_y / 4 / 11));
}

TEST_CASE("the statistics of parts add up to those of the whole, however it is cut", "[stats]") {
    auto all = random_backups(300);
    auto const whole = of(all);
    std::mt19937 random(1);
    for (int round = 0; round < 30; ++round) {
        std::ranges::shuffle(all, random);
        std::vector<statistics> parts(1 + random() % 6);
        for (auto const& b : all) parts[random() % parts.size()].add(b);
        while (parts.size() > 1) { // any two parts, in either order
            std::ranges::shuffle(parts, random);
            auto const part = std::move(parts.back());
            parts.pop_back();
            parts.front().merge(part);
        }
        CHECK(parts.front() == whole);
    }
}

} // namespace stats_test
