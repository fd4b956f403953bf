#include <dynabackup/rules/expiry.hpp>

#include "fixtures.hpp"

#include <chrono>

namespace rules_expiry_test {

using namespace dynabackup;
using namespace fixtures;
using namespace std::chrono_literals;

namespace {

std::string const details_path = "/BackupDescription/BackupDetails/";
edition const eve{2018'08'05};

/// Returns the findings in a backup as a summary, as the answer of CreateBackup, and in a description. They must be
/// the same, at the path of each. Returns the findings with paths below the backup.
findings found_of(object const& backup, check_options const& chosen = {}) {
    auto const below = [](findings lines, std::string_view prefix) {
        for (auto& line : lines)
            if (auto const at = line.find(prefix); at != line.npos) line.erase(at, prefix.size());
        return lines;
    };
    auto const as_summary = below(found<aws::BackupSummary>(backup, chosen), "/");
    auto const page = R"({"BackupSummaries": [)" + backup_summary().text() + ", " + backup.text() + "]}";
    CHECK(below(found<aws::ListBackupsOutput>(page, chosen), "/BackupSummaries/1/") == as_summary);
    CHECK(below(found(description(table(), object{}, backup), chosen), details_path) == as_summary);
    auto const created = object{{"BackupDetails", backup.text()}};
    CHECK(below(found<aws::CreateBackupOutput>(created, chosen), "/BackupDetails/") == as_summary);
    return as_summary;
}

object of_type(std::string_view type) { return backup_details().with("BackupType", in_quotes(type)); }
object system_backup() { return as_system(backup_details()); }
object expiring(object const& backup, std::string_view when) {
    return backup.with("BackupExpiryDateTime", when);
}

findings const wrong{"error backup.system-expiry BackupExpiryDateTime"};
findings const missing{"warning backup.system-expiry-missing BackupExpiryDateTime"};
findings const unexpected{"warning backup.user-expiry BackupExpiryDateTime"};
findings const too_early{"error backup.expiry-before-creation BackupExpiryDateTime"};

constexpr timestamp at_seconds(std::int64_t s) { return timestamp{std::chrono::seconds{s}}; }
constexpr timestamp at_nanoseconds(std::int64_t ns) { return timestamp{std::chrono::nanoseconds{ns}}; }

} // namespace

TEST_CASE("a SYSTEM backup expires 35 days after its creation, within a second", "[rules][expiry]") {
    for (auto when : {edition::v2018_08_06, edition::latest}) {
        auto const of = [&](std::string_view expiry) {
            CAPTURE(to_text(when), expiry);
            return found_of(expiring(system_backup(), expiry), {.edition = when});
        };
        CHECK(of("1703024000.25") == none);
        CHECK(of("1703023999.25") == none);
        CHECK(of("1703024001.25") == none);
        CHECK(of("1703023999.249999999") == wrong);
        CHECK(of("1703024001.250000001") == wrong);
        CHECK(of("1703110400.25") == wrong); // 36 days
        CHECK(of("1702937600.25") == wrong); // 34 days
        CHECK(of(R"("2023-12-19T22:13:20.25Z")") == none);
        CHECK(of(R"("2023-12-19T23:13:20.25Z")") == wrong);
        // Before the creation: that is the same defect of a SYSTEM backup.
        CHECK(of("1700000000.25") == wrong);
        CHECK(of("1600000000") == wrong);
    }
}

TEST_CASE("the tolerance of a SYSTEM backup's expiry is an option", "[rules][expiry]") {
    auto const of = [](std::string_view expiry, std::chrono::nanoseconds tolerance) {
        return found_of(expiring(system_backup(), expiry), {.expiry_tolerance = tolerance});
    };
    CHECK(of("1703024000.25", 0ns) == none);
    CHECK(of("1703024000.250000001", 0ns) == wrong);
    CHECK(of("1703024000.249999999", 0ns) == wrong);
    CHECK(of("1703024000.250000001", 1ns) == none);
    CHECK(of("1703027600.25", 1h) == none);
    CHECK(of("1703027600.250000001", 1h) == wrong);
    CHECK(of("1703020400.25", 1h) == none);
    CHECK(of("1703020400.249999999", 1h) == wrong);
    CHECK(of("1600000000", std::chrono::nanoseconds::max()) == none);
    for (auto negative : {-1ns, std::chrono::nanoseconds::min()}) { // not a tolerance
        CHECK(of("1703024000.25", negative) == none);
        CHECK(of("1703024000.250000001", negative) == wrong);
    }
}

TEST_CASE("the difference of two times does not overflow", "[rules][expiry]") {
    using expiry::misses;
    constexpr auto first = timestamp::min(), last = timestamp::max();
    constexpr auto days = expiry::system_retention;
    STATIC_REQUIRE_FALSE(misses(at_seconds(0), at_seconds(35 * 86400), days, 0ns));
    STATIC_REQUIRE(misses(first, last, days, 1s));
    STATIC_REQUIRE(misses(last, first, days, 1s));
    STATIC_REQUIRE(misses(first, first, days, 1s));
    STATIC_REQUIRE(misses(last, last, days, 1s));
    STATIC_REQUIRE_FALSE(misses(first, first + days, days, 0ns));
    STATIC_REQUIRE_FALSE(misses(last - days, last, days, 0ns));
    STATIC_REQUIRE(misses(last - days + 1ns, last, days, 0ns));
    STATIC_REQUIRE(misses(at_nanoseconds(-1), last, days, 1s));
    STATIC_REQUIRE(misses(at_nanoseconds(1), first, days, 1s));
    STATIC_REQUIRE(misses(at_nanoseconds(0), first + days, days, 1s)); // the error is the least number
    STATIC_REQUIRE(misses(first, last, days, std::chrono::nanoseconds::max()));
    STATIC_REQUIRE(misses(first, first, days, std::chrono::nanoseconds::min()));

    auto model = backup_details_model();
    model.backup_name = system_name;
    model.backup_type = aws::BackupType::SYSTEM;
    for (auto created : {first, at_seconds(0), last})
        for (auto expires : {first, at_seconds(1), last}) {
            model.backup_creation_date_time = created;
            model.backup_expiry_date_time = expires;
            CHECK(found_in(model, {.only = {"backup.system-expiry", "backup.expiry-before-creation"}}) ==
                  findings{"error backup.system-expiry /BackupExpiryDateTime"});
        }
}

TEST_CASE("a SYSTEM backup has an expiry from 2018-08-06", "[rules][expiry]") {
    auto const without = system_backup().without("BackupExpiryDateTime");
    CHECK(found_of(without) == missing);
    CHECK(found_of(without, {.edition = edition::v2018_08_06}) == missing);
    // null is read as absent: two findings.
    CHECK(found_of(expiring(without, "null")) ==
          findings{missing[0], "warning json.null-member BackupExpiryDateTime"});
    for (auto unreadable : {"[]", "true", "{}"})
        CHECK(found_of(expiring(without, unreadable)) ==
              findings{"error json.wrong-type BackupExpiryDateTime"});
    CHECK(found_of(expiring(without, R"("tomorrow")")) ==
          findings{"error timestamp.format BackupExpiryDateTime"});
    CHECK(found_of(expiring(without, "1e30")) ==
          findings{"error timestamp.out-of-range BackupExpiryDateTime"});
}

TEST_CASE("a USER backup has no expiry from 2018-08-06", "[rules][expiry]") {
    CHECK(found_of(of_type("USER")) == none);
    auto const with = expiring(of_type("USER"), system_expiry);
    CHECK(found_of(with) == unexpected);
    CHECK(found_of(with, {.edition = edition::v2018_08_06}) == unexpected);
    CHECK(found_of(with, {.edition = eve}) == none);
    CHECK(found_of(expiring(of_type("USER"), "null")) ==
          findings{"warning json.null-member BackupExpiryDateTime"});
    CHECK(found_of(expiring(of_type("USER"), "true")) ==
          findings{"error json.wrong-type BackupExpiryDateTime"});
}

TEST_CASE("a backup expires after its creation", "[rules][expiry]") {
    for (std::string_view type : {"AWS_BACKUP", "USER"}) {
        CAPTURE(type);
        auto const of = [&](std::string_view expiry, edition when = {}) {
            auto lines = found_of(expiring(of_type(type), expiry), {.edition = when});
            std::erase(lines, unexpected[0]); // those of USER
            return lines;
        };
        CHECK(of("1700000000.250000001") == none);
        CHECK(of("1700000000.25") == too_early);
        CHECK(of("1700000000.249999999") == too_early);
        CHECK(of("-1") == too_early);
        CHECK(of("1700000000.25", eve) == none);
        if (type == "USER") CHECK(of("1700000000.25", edition::v2018_08_06) == too_early);
        CHECK(of("1700000000.25", edition::v2019_01_16) == too_early);
    }
    CHECK(found_of(expiring(of_type("AWS_BACKUP"), "1700000000.25"), {.edition = edition{2019'01'15}}) ==
          findings{"error enum.unknown-value BackupType", too_early[0]});

    SECTION("also if its type is not known") {
        CHECK(found_of(expiring(of_type("DAILY"), "1700000000")) ==
              findings{"error enum.unknown-value BackupType", too_early[0]});
        CHECK(found_of(expiring(of_type("DAILY"), system_expiry)) ==
              findings{"error enum.unknown-value BackupType"});
        auto const without = backup_summary().without("BackupType");
        CHECK(found<aws::BackupSummary>(expiring(without, "1700000000")) ==
              findings{"error backup.expiry-before-creation /BackupExpiryDateTime"});
        CHECK(found<aws::BackupSummary>(expiring(without, system_expiry)) == none);
        auto const created =
            object{{"BackupDetails", expiring(of_type("").without("BackupType"), "1700000000").text()}};
        CHECK(found<aws::CreateBackupOutput>(created) ==
              findings{"error json.missing-member /BackupDetails/BackupType",
                       "error backup.expiry-before-creation /BackupDetails/BackupExpiryDateTime"});
    }
}

TEST_CASE("the expiry of a backup is not checked if a member cannot be read", "[rules][expiry]") {
    auto const backup = expiring(of_type("AWS_BACKUP"), "1700000000");
    SECTION("without its creation") {
        auto const without = [](object const& b) {
            auto const answer = object{{"BackupDetails", b.without("BackupCreationDateTime").text()}};
            return found<aws::CreateBackupOutput>(answer);
        };
        findings const expected{"error json.missing-member /BackupDetails/BackupCreationDateTime"};
        CHECK(without(backup) == expected);
        CHECK(without(expiring(system_backup(), "1")) == expected);
        CHECK(found<aws::BackupSummary>(backup.without("BackupCreationDateTime")) == none);
        CHECK(found<aws::BackupSummary>(expiring(system_backup(), "1").without("BackupCreationDateTime")) ==
              none);
    }
    SECTION("with a creation of another type") {
        for (auto unreadable : {"true", "[]"})
            for (auto const& b : {backup, expiring(system_backup(), "1")})
                CHECK(found_of(b.with("BackupCreationDateTime", unreadable)) ==
                      findings{"error json.wrong-type BackupCreationDateTime"});
        CHECK(found_of(backup.with("BackupCreationDateTime", R"("2024-02-30T00:00:00Z")")) ==
              findings{"error timestamp.format BackupCreationDateTime"});
    }
    SECTION("with a type of another type") {
        CHECK(found_of(expiring(system_backup(), "1800000000").with("BackupType", "1")) ==
              findings{"error json.wrong-type BackupType"});
        CHECK(found_of(system_backup().without("BackupExpiryDateTime").with("BackupType", "{}")) ==
              findings{"error json.wrong-type BackupType"});
        CHECK(found_of(expiring(of_type("DAILY"), "1800000000")) ==
              findings{"error enum.unknown-value BackupType"});
        CHECK(found_of(of_type("system").with("BackupName", in_quotes("weekly"))) ==
              findings{"error enum.unknown-value BackupType"});
    }
}

TEST_CASE("expiries of models built in C++ are checked", "[rules][expiry]") {
    aws::BackupSummary model;
    CHECK(found_in(model) == none);
    model.backup_type = aws::BackupType::SYSTEM;
    CHECK(found_in(model) == findings{"warning backup.system-expiry-missing /BackupExpiryDateTime"});
    model.backup_expiry_date_time = at_seconds(35 * 86400);
    CHECK(found_in(model) == none);
    model.backup_creation_date_time = at_seconds(-2);
    CHECK(found_in(model) == findings{"error backup.system-expiry /BackupExpiryDateTime"});
    model.backup_type = aws::BackupType::USER;
    CHECK(found_in(model) == findings{"warning backup.user-expiry /BackupExpiryDateTime"});
    CHECK(found_in(model, {.edition = eve, .disable = {"json.unknown-member"}}) == none);
    model.backup_expiry_date_time = model.backup_creation_date_time;
    model.backup_type.reset();
    CHECK(found_in(model) == findings{"error backup.expiry-before-creation /BackupExpiryDateTime"});
}

TEST_CASE("an expired backup is not AVAILABLE, if the time is given", "[rules][expiry]") {
    findings const expired{"warning backup.expired BackupExpiryDateTime"};
    timestamp const expiry = at_seconds(1703024000) + 250ms;
    auto const at = [](object const& backup, std::optional<timestamp> now, edition when = {}) {
        return found_of(backup, {.edition = when, .now = now});
    };
    auto const backup = system_backup();
    CHECK(at(backup, {}) == none);
    CHECK(at(backup, expiry) == none);
    CHECK(at(backup, timestamp::min()) == none);
    CHECK(at(backup, expiry + 1ns) == expired);
    CHECK(at(backup, timestamp::max()) == expired);
    CHECK(at(backup, timestamp::max(), edition::v2018_08_06) == expired);
    CHECK(at(backup, timestamp::max(), eve) == findings{"error string.pattern BackupName"});
    for (auto status : {"CREATING", "DELETED"})
        CHECK(at(backup.with("BackupStatus", in_quotes(status)), timestamp::max()) == none);
    CHECK(at(backup.with("BackupStatus", in_quotes("ACTIVE")), timestamp::max()) ==
          findings{"error enum.unknown-value BackupStatus"});
    CHECK(at(backup.with("BackupStatus", "7"), timestamp::max()) ==
          findings{"error json.wrong-type BackupStatus"});
    CHECK(at(expiring(backup, "7e30"), timestamp::max()) ==
          findings{"error timestamp.out-of-range BackupExpiryDateTime"});
    CHECK(at(of_type("USER"), timestamp::max()) == none);
    // Whatever its type.
    CHECK(at(expiring(of_type("AWS_BACKUP"), "1703024000.25"), expiry) == none);
    CHECK(at(expiring(of_type("AWS_BACKUP"), "1703024000.25"), expiry + 1ns) == expired);
}

TEST_CASE("a backup is created after its table", "[rules][expiry]") {
    findings const too_old{"warning backup.created-before-table " + details_path + "BackupCreationDateTime"};
    auto const of = [](std::string_view created, edition when = {}) {
        return found(description(table().with("TableCreationDateTime", created), object{}),
                     {.edition = when, .disable = {"json.*"}});
    };
    for (auto when : {edition::v2017_11_29, edition::latest}) {
        CHECK(of("1600000000", when) == none);
        CHECK(of("1700000000.25", when) == none);
        CHECK(of("1700000000.250000001", when) == too_old);
        CHECK(of(R"("2023-11-15T00:00:00+01:00")", when) == too_old);
    }
    CHECK(of("true") == none);
    CHECK(found(description(table().without("TableCreationDateTime"), object{})) ==
          findings{"error json.missing-member " + below_table("/TableCreationDateTime")});
    CHECK(found(description(table().with("TableCreationDateTime", "1800000000"), object{},
                            backup_details().without("BackupCreationDateTime"))) ==
          findings{"error json.missing-member " + details_path + "BackupCreationDateTime"});
    auto const without_table =
        object{{"BackupDescription", object{{"BackupDetails", backup_details().text()}}.text()}};
    CHECK(found(without_table.text()) == none);
}

TEST_CASE("DynamoDB names a SYSTEM backup after its table", "[rules][expiry]") {
    auto const of = [](object const& backup, object const& of_table, edition when = {}) {
        auto summary = backup;
        if (of_table.text().find("TableName") != std::string::npos)
            summary = summary.with("TableName", in_quotes("Music"));
        auto const as_summary = found<aws::BackupSummary>(summary, {.edition = when, .disable = {"json.*"}});
        auto lines = found(description(of_table, object{}, backup), {.edition = when, .disable = {"json.*"}});
        for (auto& line : lines)
            if (auto const at = line.find(details_path); at != line.npos)
                line.erase(at + 1, details_path.size() - 1);
        CHECK(lines == as_summary);
        return lines;
    };
    findings const misnamed{"warning backup.system-name /BackupName"};
    auto const named = [](std::string_view name) {
        return system_backup().with("BackupName", in_quotes(name));
    };
    CHECK(of(named(system_name), table()) == none);
    for (auto name :
         {"weekly", "Songs$DeletedTableBackup", "Music$DeletedTableBackups", "music$DeletedTableBackup",
          "Music-DeletedTableBackup", "Music", "$DeletedTableBackup", "MusicMusic$DeletedTableBackup"}) {
        CAPTURE(name);
        CHECK(of(named(name), table()) == misnamed);
        CHECK(of(named(name), table(), edition::v2018_08_06) == misnamed);
        CHECK(of(named(name), table().without("TableName")) == none); // its table is not known
    }
    CHECK(of(named("weekly"), table(), eve) == none); // types are not known
    CHECK(of(named("weekly").with("BackupType", in_quotes("USER")).without("BackupExpiryDateTime"),
             table()) == none);
    CHECK(of(named("weekly").with("BackupType", in_quotes("OTHER")), table()) ==
          findings{"error enum.unknown-value /BackupType"});
    CHECK(found<aws::BackupSummary>(backup_summary()
                                        .with("BackupType", in_quotes("SYSTEM"))
                                        .with("BackupName", "7")
                                        .with("BackupExpiryDateTime", system_expiry)) ==
          findings{"error json.wrong-type /BackupName"});
    // Alone, the backup does not have a table.
    CHECK(found<aws::CreateBackupOutput>(object{{"BackupDetails", named("weekly").text()}}) == none);
}

} // namespace rules_expiry_test
