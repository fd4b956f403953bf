#include <dynabackup/aws/create_backup.hpp>
#include <dynabackup/custom_rule.hpp>
#include <dynabackup/testing/conformance.hpp>

#include "fixtures.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace testing_conformance_test {

using namespace dynabackup;
using namespace dynabackup::testing;
using namespace fixtures;
using T = aws::BackupSummary;

namespace {

std::string const two_errors = R"({"BackupName": "w", "BackupSizeBytes": -1})";
std::string const note = R"({"TableName": "Music", "Extra": 1})";

T named(std::string name) {
    T model;
    model.backup_name = std::move(name);
    return model;
}

} // namespace

TEST_CASE("a text conforms unless a finding is as severe as the test allows", "[testing]") {
    CHECK(conforms_to<T>().judge(backup_summary().text()).holds);
    CHECK_FALSE(conforms_to<T>().judge(two_errors).holds);
    CHECK_FALSE(conforms_to<T>().judge("{").holds);
    CHECK_FALSE(conforms_to<T>().judge("").holds);
    CHECK(conforms_to<T>().judge(note).holds);
    CHECK(conforms_to<T>({}, severity::warning).judge(note).holds);
    CHECK_FALSE(conforms_to<T>({}, severity::note).judge(note).holds);
}

TEST_CASE("a model conforms by the same rules", "[testing]") {
    CHECK(conforms_to<T>().judge(named("weekly")).holds);
    CHECK_FALSE(conforms_to<T>().judge(named("w")).holds);
}

TEST_CASE("the options of an expectation are used for the check", "[testing]") {
    CHECK(conforms_to<T>({.disable = {"string.*", "number.*"}}).judge(two_errors).holds);
    CHECK(conforms_to<T>({.disable = {"string.*"}}).judge(named("w")).holds);
    auto const typed = backup_summary().text();
    CHECK(violates<T>("json.unknown-member", {.edition = edition::v2017_11_29}).judge(typed).holds);
}

TEST_CASE("a rule is violated if it has at least one finding", "[testing]") {
    CHECK(violates<T>("string.length").judge(two_errors).holds);
    CHECK(violates<T>(reading::string_length).judge(named("w")).holds);
    CHECK(violates<T>(std::string("json.unknown-member")).judge(note).holds);
    CHECK_FALSE(violates<T>("string.pattern").judge(two_errors).holds);
    CHECK(violates_at<T>("string.length", "/BackupName").judge(two_errors).holds);
    CHECK_FALSE(violates_at<T>("string.length", "/BackupSizeBytes").judge(two_errors).holds);
    CHECK_FALSE(violates_at<T>("string.length", "").judge(two_errors).holds);
}

TEST_CASE("exact findings are all findings, each of them once", "[testing]") {
    using exactly = violates_exactly<T>;
    CHECK(exactly({"string.length", reading::out_of_range}).judge(two_errors).holds);
    CHECK(exactly({{reading::out_of_range, "/BackupSizeBytes"}, "string.length"}).judge(two_errors).holds);
    CHECK(exactly({}).judge("{}").holds);
    CHECK_FALSE(exactly({}).judge(two_errors).holds);
    CHECK_FALSE(exactly({"string.length"}).judge(two_errors).holds);
    CHECK_FALSE(exactly({"string.length", "string.length"}).judge(two_errors).holds);
    CHECK_FALSE(exactly({"string.length", reading::out_of_range, "json.syntax"}).judge(two_errors).holds);
    CHECK_FALSE(exactly({{"string.length", "/TableName"}, reading::out_of_range}).judge(two_errors).holds);

    std::string const twice = R"({"BackupName": "w", "TableName": "t"})";
    CHECK(exactly({"string.length", {"string.length", "/BackupName"}}).judge(twice).holds);
    CHECK_FALSE(
        exactly({{"string.length", "/BackupName"}, {"string.length", "/BackupName"}}).judge(twice).holds);
}

TEST_CASE("an impossible expectation is an error in the test", "[testing]") {
    CHECK(violates<T>("string.length").misuse().empty());
    CHECK(violates<T>(reading::string_length).misuse().empty());
    CHECK(violates_exactly<T>({}).misuse().empty());
    CHECK_FALSE(violates<T>("string.lenght").misuse().empty());
    CHECK_FALSE(violates<T>("").misuse().empty());
    CHECK_FALSE(violates_at<T>("string.*", "/BackupName").misuse().empty());
    CHECK_FALSE(violates_exactly<T>({"string.length", "string.lenght"}).misuse().empty());
    CHECK_FALSE(violates<T>(key_schema::hash_first).misuse().empty());
    CHECK(violates<aws::BackupDescription>(key_schema::hash_first).misuse().empty());
}

TEST_CASE("the description of a failure has every finding, with its line", "[testing]") {
    auto const seen = conforms_to<T>().judge(two_errors).seen;
    CHECK(seen.find("[string.length]") != seen.npos);
    CHECK(seen.find("[number.out-of-range]") != seen.npos);
    CHECK(seen.find("1 | {\"BackupName\": \"w\",") != seen.npos);
    auto const in_model = conforms_to<T>().judge(named("w")).seen;
    CHECK(in_model.find("2:19: error: ") != in_model.npos);
    CHECK(in_model.find("^~~") != in_model.npos);
}

// ---- rules that a shape can violate ----

namespace {

template <class Shape>
bool can_break(std::string_view id, check_options const& chosen = {}) {
    auto const all = testing::detail::rules_of_shape(shape_rules_of<Shape>, chosen);
    CHECK(std::ranges::is_sorted(all, std::ranges::less_equal{}, &rule::id));
    CHECK(std::ranges::adjacent_find(all, {}, &rule::id) == all.end());
    return std::ranges::find(all, id, &rule::id) != all.end();
}

} // namespace

TEST_CASE("a shape can violate the rules of reading, its own rules, and those of its members", "[testing]") {
    CHECK(can_break<aws::BackupDescription>("json.wrong-type"));
    CHECK(can_break<aws::BackupDetails>("backup.system-expiry"));
    CHECK(can_break<aws::BackupDescription>("backup.system-expiry"));
    CHECK(can_break<aws::BackupDescription>("key-schema.hash-first"));
    CHECK_FALSE(can_break<aws::BackupDetails>("key-schema.hash-first"));
    CHECK_FALSE(can_break<aws::CreateBackupInput>("backup.system-expiry"));
}

TEST_CASE("a shape can violate the caller's own rules", "[testing]") {
    static constexpr rule own{"acme.own", severity::error, edition::v2017_11_29, "meaning", "cite"};
    check_options chosen;
    chosen.rules = {make_user_rule<aws::BackupDetails>(own, [](auto const&, auto const&) {})};
    CHECK(can_break<aws::BackupDetails>("acme.own", chosen));
    CHECK_FALSE(can_break<aws::BackupDetails>("acme.own"));
}

// ---- round trips ----

TEST_CASE("a text is restored if its model is and nothing is lost", "[testing]") {
    CHECK(round_trips<T>().judge(backup_summary().text()).holds);
    CHECK(round_trips<T>()
              .judge(R"({"BackupName": "w", "BackupStatus": "NEW"})")
              .holds); // regardless of the rules
    CHECK_FALSE(round_trips<T>().judge(R"({"Extra": 1})").holds);
    CHECK_FALSE(round_trips<T>().judge(R"({"BackupName": 1})").holds);
    CHECK_FALSE(round_trips<T>().judge("{").holds);
}

TEST_CASE("a model is restored in a format that keeps its times", "[testing]") {
    T model;
    model.backup_creation_date_time = timestamp(std::chrono::nanoseconds(1'708'055'245'570'000'001));
    CHECK(round_trips<T>().judge(model).holds);
    CHECK_FALSE(round_trips<T>(format::aws_cli).judge(model).holds);
    model.backup_creation_date_time = timestamp(std::chrono::microseconds(1'708'055'245'570'001));
    CHECK(round_trips<T>(format::aws_cli).judge(model).holds);
}

TEST_CASE("a model that cannot be written is not restored", "[testing]") {
    auto const seen = round_trips<aws::BackupDetails>().judge(aws::BackupDetails{});
    CHECK_FALSE(seen.holds);
    CHECK(seen.seen.find("[json.missing-member]") != std::string::npos);
}

} // namespace testing_conformance_test
