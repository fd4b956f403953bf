#include <dynabackup/model/history.hpp>

#include "catch.hpp"

#include <string>

namespace detail_check_history_test {

using dynabackup::history;
using fact = history::fact;

TEST_CASE("a history shows when a fact of a backup changes", "[history]") {
    history past;
    CHECK_FALSE(past.of("a").changes(fact::name, "weekly"));
    CHECK_FALSE(past.of("a").changes(fact::name, "weekly"));
    CHECK(past.of("a").changes(fact::name, "daily"));
    CHECK_FALSE(past.of("a").changes(fact::name, "daily")); // compared with the last value
    CHECK(past.of("a").changes(fact::name, "weekly"));
    CHECK(past.of("a").changes(fact::name, ""));
}

TEST_CASE("facts and backups are distinguished", "[history]") {
    history past;
    for (auto f : {fact::name, fact::type, fact::creation, fact::table_name, fact::table_id}) {
        auto const value = static_cast<std::uint64_t>(f);
        CHECK_FALSE(past.of("a").changes(f, value));
        CHECK_FALSE(past.of("b").changes(f, value + 1));
    }
    for (auto f : {fact::name, fact::type, fact::creation, fact::table_name, fact::table_id}) {
        auto const value = static_cast<std::uint64_t>(f);
        CHECK_FALSE(past.of("a").changes(f, value));
        CHECK(past.of("b").changes(f, value));
    }
    CHECK(past.size() == 2);
}

TEST_CASE("the first value of a fact is not a change, whatever it is", "[history]") {
    history past;
    CHECK_FALSE(past.of("a").changes(fact::creation, ~std::uint64_t{0}));
    CHECK_FALSE(past.of("b").changes(fact::creation, std::uint64_t{0}));
    CHECK(past.of("b").changes(fact::creation, std::uint64_t{1}));
}

TEST_CASE("a history knows the last status of each backup", "[history]") {
    history past;
    CHECK(past.of("a").advance(2) == 0);
    CHECK(past.of("a").advance(1) == 2);
    CHECK(past.of("b").advance(3) == 0);
    CHECK(past.of("a").advance(3) == 1);
}

TEST_CASE("a history keeps many backups", "[history]") {
    history past;
    for (int round : {0, 1})
        for (int i = 0; i < 20'000; ++i)
            if (past.of("arn:" + std::to_string(i)).changes(fact::name, std::to_string(i))) FAIL(round);
    CHECK(past.size() == 20'000);
}

} // namespace detail_check_history_test
