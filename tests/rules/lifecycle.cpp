#include <dynabackup/check_documents.hpp>
#include <dynabackup/rules/lifecycle.hpp>

#include "fixtures.hpp"

namespace rules_lifecycle_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

check_options const with_history{.history = true};

/// Returns the findings in these records, one document each, in this order.
findings found_in_order(std::initializer_list<std::string> records,
                        check_options const& chosen = with_history) {
    std::string text;
    for (auto const& record : records) text += record + '\n';
    report all;
    check_documents(text, chosen, all);
    return lines_of(all, severity::warning);
}
findings found_in_order(object const& before, object const& behind,
                        check_options const& chosen = with_history) {
    return found_in_order({before.text(), behind.text()}, chosen);
}

object in_status(object const& backup, std::string_view status) {
    return backup.with("BackupStatus", in_quotes(status));
}

std::string described(object const& backup, object const& of_table = table()) {
    return description(of_table, object{}, backup);
}

findings changed(std::string_view path) { return {"error lifecycle.changed-immutable " + std::string(path)}; }
findings const back{"warning lifecycle.status-regression /BackupStatus"};

} // namespace

TEST_CASE("records without an ARN have no history", "[rules][lifecycle]") {
    auto const status = [](std::string_view arn, std::string_view is) {
        return in_status(backup_summary().with("BackupArn", arn), is);
    };
    auto const many = [&](std::string_view arn) {
        auto const all = found_in_order(status(arn, "AVAILABLE"), status(arn, "CREATING"));
        return std::ranges::count(all, back.front());
    };
    CHECK(many(in_quotes(backup_arn)) == 1);
    CHECK(many(R"("")") == 0);
}

TEST_CASE("a backup is CREATING, then AVAILABLE, then DELETED", "[rules][lifecycle]") {
    std::string_view const life[] = {"CREATING", "AVAILABLE", "DELETED"};
    for (std::size_t before = 0; before < 3; ++before)
        for (std::size_t behind = 0; behind < 3; ++behind) {
            CAPTURE(before, behind);
            auto const expected = behind < before ? back : none;
            for (auto const& backup : {backup_summary(), backup_details()})
                CHECK(found_in_order(in_status(backup, life[before]), in_status(backup, life[behind])) ==
                      expected);
        }
    auto const summary = backup_summary();
    CHECK(found_in_order({in_status(summary, "AVAILABLE").text(), in_status(summary, "CREATING").text(),
                          in_status(summary, "CREATING").text()}) == back); // compared with the last status
    CHECK(found_in_order({in_status(summary, "DELETED").text(), summary.without("BackupStatus").text(),
                          summary.text()}) == back);
}

TEST_CASE("a history is kept only if the options request it", "[rules][lifecycle]") {
    auto const deleted = in_status(backup_summary(), "DELETED");
    CHECK(found_in_order(deleted, backup_summary(), {}) == none);
    CHECK(found_in_order(deleted, backup_summary(), {.disable = {"lifecycle.*"}, .history = true}) == none);
    CHECK(found_in_order(deleted, backup_summary(), {.edition = edition::v2018_08_06, .history = true}) ==
          back);
}

TEST_CASE("a backup keeps its name, type, creation and table", "[rules][lifecycle]") {
    auto const summary = backup_summary();
    struct change {
        char const *member, *value;
    };
    for (auto const& [member, value] :
         {change{"BackupName", R"("daily")"}, change{"BackupType", R"("AWS_BACKUP")"},
          change{"BackupCreationDateTime", "1700000001.250000001"},
          change{"TableId", R"("01234567-89ab-cdef-0123-456789abcdee")"}}) {
        CAPTURE(member);
        auto const other = summary.with(member, value);
        auto const chosen = check_options{.only = {"lifecycle.*"}, .history = true};
        CHECK(found_in_order(summary, other, chosen) == changed("/" + std::string(member)));
        CHECK(found_in_order(other, summary, chosen) == changed("/" + std::string(member)));
        CHECK(found_in_order(other, other, chosen) == none);
        CHECK(found_in_order(summary, summary.without(member), chosen) == none);
        CHECK(found_in_order({summary.text(), summary.without(member).text(), other.text()}, chosen) ==
              changed("/" + std::string(member)));
        CHECK(found_in_order({summary.text(), other.text(), other.text()}, chosen) ==
              changed("/" + std::string(member)));
    }
    // Programs print whole seconds, so times that differ by at most a second are equal.
    for (auto time : {"1700000001.25", "1699999999.25", "1700000000"})
        CHECK(found_in_order(summary, summary.with("BackupCreationDateTime", time),
                             {.only = {"lifecycle.*"}, .history = true}) == none);
    // Sizes, expiries and the spelling of times may change.
    CHECK(found_in_order(summary, summary.with("BackupSizeBytes", "1")) == none);
    CHECK(found_in_order(
              summary, summary.with("BackupCreationDateTime", R"("2023-11-14T23:13:20.250+01:00")")) == none);
}

TEST_CASE("the table of a backup does not change", "[rules][lifecycle]") {
    check_options const chosen{.only = {"lifecycle.*"}, .history = true};
    auto const other = table().with("TableName", in_quotes("Songs"));
    auto const path = below_table("/TableName");
    CHECK(found_in_order({described(backup_details()), described(backup_details(), other)}, chosen) ==
          changed(path));
    CHECK(found_in_order({backup_summary().text(), described(backup_details(), other)}, chosen) ==
          changed(path));
    CHECK(
        found_in_order({described(backup_details(), other), backup_details().text(), backup_summary().text()},
                       chosen) == changed("/TableName"));
    CHECK(found_in_order({described(backup_details()), backup_summary().text()}, chosen) == none);
}

TEST_CASE("records of all shapes share a history", "[rules][lifecycle]") {
    auto const created = in_status(backup_details(), "CREATING");
    auto const answer = object{{"BackupDetails", created.text()}}.text();
    CHECK(found_in_order({answer, backup_summary().text(), described(backup_details())}) == none);
    CHECK(found_in_order({backup_summary().text(), answer}) ==
          findings{"warning lifecycle.status-regression /BackupDetails/BackupStatus"});
    CHECK(found_in_order({backup_summary().text(), described(created)}) ==
          findings{"warning lifecycle.status-regression /BackupDescription/BackupDetails/BackupStatus"});
}

TEST_CASE("records of one page have a history, with their places", "[rules][lifecycle]") {
    auto const deleted = in_status(backup_summary(), "DELETED");
    auto const page = R"({"BackupSummaries": )" + list({deleted.text(), backup_summary().text()}) + "}";
    CHECK(found<aws::ListBackupsOutput>(page, with_history) ==
          findings{"warning list.duplicate-backup /BackupSummaries/1/BackupArn",
                   "warning lifecycle.status-regression /BackupSummaries/1/BackupStatus"});
}

TEST_CASE("values that could not be read have no history", "[rules][lifecycle]") {
    auto const summary = backup_summary();
    auto const deleted = in_status(summary, "DELETED").with("BackupName", in_quotes("daily"));
    CHECK(found_in_order(deleted, summary.with("BackupArn", "1")) ==
          findings{"error json.wrong-type /BackupArn"});
    CHECK(found_in_order(deleted, summary.without("BackupArn")) == none);
    CHECK(found_in_order(deleted, summary.with("BackupStatus", "7").with("BackupName", "7")) ==
          findings{"error json.wrong-type /BackupName", "error json.wrong-type /BackupStatus"});
    CHECK(found_in_order(deleted, in_status(summary, "GONE").with("BackupName", in_quotes("daily"))) ==
          findings{"error enum.unknown-value /BackupStatus"});
    CHECK(found_in_order(deleted, deleted.with("BackupType", "7")) ==
          findings{"error json.wrong-type /BackupType"});
    auto const other = summary.with(
        "BackupArn",
        in_quotes("arn:aws:dynamodb:eu-central-1:111122223333:table/Music/backup/01700000000250-0a1b2c3e"));
    CHECK(found_in_order(deleted, other) == none);
}

TEST_CASE("an unknown type differs from the type of an earlier record", "[rules][lifecycle]") {
    auto const user = backup_summary(), other = user.with("BackupType", in_quotes("x"));
    std::string const unknown = "error enum.unknown-value /BackupType";
    std::string const differs = "error lifecycle.changed-immutable /BackupType";
    CHECK(found_in_order(user, other) == findings{unknown, differs});
    CHECK(found_in_order(other, other) == findings{unknown, unknown});
    CHECK(found_in_order(other, user) == findings{unknown, differs});
}

TEST_CASE("a type has no history before it was introduced", "[rules][lifecycle]") {
    auto const other = backup_summary().with("BackupType", in_quotes("SYSTEM"));
    auto const at_day = [&](edition day) {
        return found_in_order(backup_summary(), other,
                              {.edition = day, .only = {"lifecycle.*"}, .history = true});
    };
    CHECK(at_day(edition{2018'08'05}) == none);
    CHECK(at_day(edition::v2018_08_06) == changed("/BackupType"));
}

TEST_CASE("the examples of a history are correct", "[rules][lifecycle]") {
    for (auto const* r : {&lifecycle::status_regression, &lifecycle::changed_immutable}) {
        report broken, sound;
        check_documents(r->example.invalid, with_history, broken);
        check_documents(r->example.valid, with_history, sound);
        REQUIRE(broken.size() == 1);
        CHECK(broken[0].rule == r);
        CHECK(sound.empty());
    }
}

} // namespace rules_lifecycle_test
