#include <dynabackup/rules/arn.hpp>
#include <dynabackup/testing/detail/scene.hpp>

#include "catch.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace testing_detail_scene_test {

using namespace dynabackup;
using namespace dynabackup::testing::detail;

namespace {

constexpr std::uint64_t seeds = 500;

} // namespace

TEST_CASE("the names, ARNs and times of a scene agree", "[testing]") {
    std::set<std::string_view> regions, partitions;
    std::array<int, 3> types{};
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        CAPTURE(seed);
        scene s(seed);
        auto const table = arn::read_table(s.table().arn);
        REQUIRE(table);
        CHECK(table->name == s.table().name);
        CHECK(table->account == s.account());
        CHECK(table->region == s.region().name);
        regions.insert(s.region().name);
        partitions.insert(s.region().partition);
        ++types[static_cast<std::size_t>(s.backup().type)];
        auto const backup = arn::read_backup(s.backup().arn);
        CHECK((backup || arn::is_recovery_point(s.backup().arn)));
        if (backup) CHECK(backup->table_arn == s.table().arn);
        CHECK(timestamp{s.table().created} < s.backup().created);
        CHECK(s.backup().created < timestamp{s.now()});
        if (s.backup().expires) CHECK(*s.backup().expires > timestamp{s.now()});
    }
    CHECK(regions.size() == aws_regions.size());
    CHECK(partitions == std::set<std::string_view>{"aws", "aws-cn", "aws-us-gov"});
    for (int const n : types) CHECK(n > 10);
}

TEST_CASE("a scene may be reused", "[testing]") {
    scene reused(1);
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        reused.restart(seed);
        scene const fresh(seed);
        CHECK(reused.backup().arn == fresh.backup().arn);
        CHECK(reused.backup().name == fresh.backup().name);
        CHECK(reused.table().id == fresh.table().id);
    }
}

TEST_CASE("the records of a scene have different backups, of tables of one account", "[testing]") {
    scene s(3);
    std::set<std::string> backups, tables, ids;
    for (int i = 0; i < 500; ++i) {
        REQUIRE(s.enter_record());
        CHECK_FALSE(s.enter_record()); // inside the record
        backups.insert(s.backup().arn);
        tables.insert(s.table().arn);
        ids.insert(s.table().arn + s.table().id);
        s.leave_record();
    }
    CHECK(backups.size() == 500);
    CHECK(tables.size() < 100);
    CHECK(ids.size() == tables.size());
}

TEST_CASE("a scene depends on its edition and its time", "[testing]") {
    timestamp const now{std::chrono::seconds(1'600'000'000)};
    std::set<aws::BackupType> types;
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        scene const s(seed, {.edition = edition{2018'12'31}, .now = now});
        types.insert(s.backup().type);
        CHECK(s.backup().created < now);
    }
    CHECK(types == std::set{aws::BackupType::USER, aws::BackupType::SYSTEM});
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        scene const s(seed, {.edition = edition::v2017_11_29, .now = timestamp::min()});
        CHECK(s.backup().type == aws::BackupType::USER);
        CHECK_FALSE(s.table().on_demand);
        CHECK(s.backup().created.time_since_epoch().count() > 0);
    }
}

TEST_CASE("no attribute has the name of a key", "[testing]") {
    for (auto const key : words::keys) {
        CHECK(std::ranges::count(words::keys, key) == 1);
        CHECK(std::ranges::count(words::attributes, key) == 0);
        CHECK(std::ranges::count(words::rare_attributes, key) == 0);
    }
    std::set<std::string_view> const indexes(words::indexes.begin(), words::indexes.end());
    CHECK(indexes.size() == words::indexes.size());
}

} // namespace testing_detail_scene_test
