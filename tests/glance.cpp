#include <dynabackup/aws/backup_summary.hpp>
#include <dynabackup/check_example.hpp>
#include <dynabackup/glance.hpp>
#include <dynabackup/parse.hpp>

#include "fixtures.hpp"

#include <string>
#include <string_view>
#include <utility>

using namespace dynabackup;
using namespace fixtures;

namespace {

bool surely_sound(std::string const& text) {
    auto const backup = parse<aws::BackupSummary>(text);
    REQUIRE(backup.has_value());
    return detail::is_surely_sound(*backup, options{});
}

} // namespace

TEST_CASE("a glance tells that a record is sound", "[glance]") {
    CHECK(surely_sound(backup_summary().text()));
    CHECK(surely_sound("{}"));
    auto const other = backup_summary().with("BackupType", R"("AWS_BACKUP")");
    CHECK(surely_sound(
        other
            .with(
                "BackupArn",
                R"("arn:aws:backup:eu-west-1:123456789012:recovery-point:0f8fad5b-D9CB-469f-a165-70867728950e")")
            .text()));
}

TEST_CASE("a glance doubts whatever breaks a limit or a rule", "[glance]") {
    for (auto const& [name, value] : {
             std::pair("TableName", R"("ab")"),
             std::pair("TableName", R"("a table")"),
             std::pair("TableId", R"("0F8FAD5B-d9cb-469f-a165-70867728950e")"),
             std::pair("BackupArn", R"("arn:aws:dynamodb:eu-west-1")"),
             std::pair("TableArn", R"("arn:aws:dynamodb:eu-west-1:123456789012:table/Another")"),
             std::pair("BackupName", R"("ab")"),
             std::pair("BackupSizeBytes", "-1"),
             std::pair("BackupStatus", R"("GONE")"),
             std::pair("BackupType", R"("SYSTEM")"),
             std::pair("BackupCreationDateTime", "1"),
             std::pair("BackupExpiryDateTime", "1"),
         }) {
        CAPTURE(name, value);
        CHECK_FALSE(surely_sound(backup_summary().with(name, value).text()));
    }
}

TEST_CASE("the least length of a text is sure only where its first characters are ASCII", "[glance]") {
    limits const three{.since = edition::v2017_11_29, .min = 3, .max = 5};
    CHECK(detail::is_surely_within(std::string("abc"), three));
    CHECK(detail::is_surely_within(std::string("abcde"), three));
    CHECK_FALSE(detail::is_surely_within(std::string("ab"), three));
    CHECK_FALSE(detail::is_surely_within(std::string("abcdef"), three));
    CHECK_FALSE(detail::is_surely_within(std::string("a\xC3\xA4"), three)); // two characters
    CHECK(detail::is_surely_within(std::string("abc\xC3\xA4"), three));
    for (std::size_t place = 0; place < 40; ++place) {
        std::string text(40, 'a');
        text[place] = '\x80';
        CHECK(detail::is_surely_within(text, {.since = edition::v2017_11_29, .min = 37, .max = 99}) ==
              (place >= 37));
    }
}

TEST_CASE("with a glance and without one the verdict is the same", "[glance]") {
    for (rule const* const each : catalogue) {
        auto const& r = *each;
        CAPTURE(r.id);
        auto with = example_options(r), without = with; // a history is not kept at a glance
        with.history = false;
        with.disable = without.disable = {"lifecycle.*"};
        for (auto const text : {r.example.broken, r.example.sound})
            CHECK(lines_of(check_example(r, text, with), severity::note) ==
                  lines_of(check_example(r, text, without), severity::note));
    }
}
