#include <dynabackup/rules/reading.hpp>

#include "fixtures.hpp"

#include <map>

namespace rules_reading_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

/// Returns the findings about the name of a backup, as a summary and as details.
findings found_name(object const& backup, std::string_view name, edition when = {}) {
    auto const named = backup.with("BackupName", in_quotes(name));
    check_options const chosen{.edition = when, .disable = {"backup.system-name"}};
    auto lines = found<aws::BackupSummary>(named, chosen);
    findings of_details;
    for (auto line : found<aws::BackupDetails>(named, chosen)) of_details.push_back(std::move(line));
    CHECK(of_details == lines);
    return lines;
}

findings const wrong_length{"error string.length /BackupName"};
findings const wrong_pattern{"error string.pattern /BackupName"};

} // namespace

TEST_CASE("the rules of reading agree with the documentation", "[rules][reading]") {
    std::map<std::string_view, severity> const documented{
        {"json.syntax", severity::error},         {"json.depth", severity::error},
        {"json.wrong-type", severity::error},     {"json.null-member", severity::warning},
        {"json.missing-member", severity::error}, {"json.duplicate-member", severity::error},
        {"json.unknown-member", severity::note},  {"document.unrecognized", severity::error},
        {"enum.unknown-value", severity::error},  {"number.not-integer", severity::error},
        {"number.out-of-range", severity::error}, {"string.length", severity::error},
        {"string.pattern", severity::error},      {"list.size", severity::error},
        {"timestamp.format", severity::error},    {"timestamp.out-of-range", severity::error},
    };
    for (auto const& [id, level] : documented) {
        CAPTURE(id);
        auto const found = std::ranges::find(reading::all, id, &rule::id);
        REQUIRE(found != reading::all.end());
        CHECK((*found)->severity == level);
        CHECK((*found)->since == edition::v2017_11_29);
        CHECK((*found)->until == edition::latest);
    }
    for (auto const* r : reading::all) {
        CAPTURE(r->id);
        CHECK(std::ranges::count(reading::all, r->id, &rule::id) == 1);
        CHECK(r->meaning.ends_with('.'));
        CHECK_FALSE(r->cite.empty());
    }
}

TEST_CASE("the name of a backup has limits", "[rules][reading]") {
    for (auto type : {"USER", "AWS_BACKUP"}) {
        auto const backup = backup_details().with("BackupType", in_quotes(type));
        CHECK(found_name(backup, "abc") == none);
        CHECK(found_name(backup, std::string(255, 'x')) == none);
        CHECK(found_name(backup, "ab") == wrong_length);
        CHECK(found_name(backup, std::string(256, 'x')) == wrong_length);
        CHECK(found_name(backup, "a b") == wrong_pattern);
        CHECK(found_name(backup, system_name) == wrong_pattern);
        CHECK(found_name(backup, "$") == findings{wrong_length[0], wrong_pattern[0]});
    }
    // The pattern has been documented since 2018-02-08.
    auto const untyped = backup_details().without("BackupType");
    CHECK(found_name(untyped, "a b", edition{2018'02'07}) == none);
    CHECK(found_name(untyped, "a b", edition::v2018_02_08) == wrong_pattern);
    CHECK(found_name(untyped, "ab", edition::v2017_11_29) == wrong_length);
}

TEST_CASE("the name of a SYSTEM backup has no limits", "[rules][reading]") {
    auto const system = as_system(backup_details());
    for (std::string name : {std::string("ab"), std::string("a b"), std::string(300, '$'), std::string()}) {
        CHECK(found_name(system, name) == none);
        CHECK(found_name(system, name, edition::v2018_08_06) == none);
    }
    // Before there were types, there was no exception.
    CHECK(found_name(system, "a b", edition{2018'08'05}) == wrong_pattern);
    // A request names a backup of type USER.
    object const request{{"BackupName", in_quotes(system_name)}, {"TableName", in_quotes("Music")}};
    CHECK(found<aws::CreateBackupInput>(request) == wrong_pattern);
}

TEST_CASE("a name is checked if the type of the backup is absent", "[rules][reading]") {
    auto const system = as_system(backup_details());
    // A summary need not have a type.
    CHECK(found<aws::BackupSummary>(
              backup_summary().without("BackupType").with("BackupName", in_quotes("a b"))) == wrong_pattern);
    // If the type is wrong, a name that the service gives may still be right.
    CHECK(found_name(system.with("BackupType", "1"), system_name) ==
          findings{"error json.wrong-type /BackupType"});
    CHECK(found_name(system.with("BackupType", in_quotes("system")), system_name) ==
          findings{"error enum.unknown-value /BackupType"});
    CHECK(found<aws::BackupDetails>(system.without("BackupType")) ==
          findings{"error json.missing-member /BackupType"});
    CHECK(found_name(backup_details().with("BackupType", "1"), "a b") ==
          findings{wrong_pattern[0], "error json.wrong-type /BackupType"});
    CHECK(found_name(backup_details().with("BackupType", in_quotes("")), "ab") ==
          findings{wrong_length[0], "error enum.unknown-value /BackupType"});
}

TEST_CASE("a name that cannot be read is not checked", "[rules][reading]") {
    for (auto wrong : {"1", "[]", "{}", "true"})
        CHECK(found<aws::BackupDetails>(backup_details().with("BackupName", wrong)) ==
              findings{"error json.wrong-type /BackupName"});
    CHECK(found<aws::BackupDetails>(backup_details().with("BackupName", "null")) ==
          findings{"error json.wrong-type /BackupName"});
    CHECK(found<aws::BackupSummary>(backup_summary().with("BackupName", "null")) ==
          findings{"warning json.null-member /BackupName"});
    CHECK(found<aws::BackupDetails>(backup_details().without("BackupName")) ==
          findings{"error json.missing-member /BackupName"});
    CHECK(found<aws::BackupSummary>(backup_summary().without("BackupName")) == none);
}

TEST_CASE("other rules see a value outside its limits", "[rules][reading]") {
    // A length and a key of the table.
    std::string const long_name(256, 'x');
    auto const of_table = table().with("KeySchema", list(key(long_name, "HASH")));
    auto const index =
        global_index().with("Projection", projected("INCLUDE", '[' + in_quotes(long_name) + ']'));
    CHECK(found(description(of_table, object{{"GlobalSecondaryIndexes", list(index)}})) ==
          findings{"error string.length " + below_table("/KeySchema/0/AttributeName"),
                   "warning projection.non-key-is-key " +
                       below_features("/GlobalSecondaryIndexes/0/Projection/NonKeyAttributes/0"),
                   "error string.length " +
                       below_features("/GlobalSecondaryIndexes/0/Projection/NonKeyAttributes/0")});
    // More elements than a list may have, two of which are equal.
    auto const many =
        global_index().with("Projection", projected("INCLUDE", "[\"a0\", " + names(20).substr(1)));
    CHECK(
        found(description(table(), object{{"GlobalSecondaryIndexes", list(many)}})) ==
        findings{"error list.size " + below_features("/GlobalSecondaryIndexes/0/Projection/NonKeyAttributes"),
                 "warning projection.duplicate-attribute " +
                     below_features("/GlobalSecondaryIndexes/0/Projection/NonKeyAttributes/1")});
}

TEST_CASE("an empty LastEvaluatedBackupArn does not count", "[rules][reading]") {
    auto const page = [](std::string_view last) {
        return found<aws::ListBackupsOutput>(R"({"BackupSummaries": [], "LastEvaluatedBackupArn": )" +
                                                 in_quotes(last) + '}',
                                             {.disable = {"dump.*", "list.last-evaluated"}});
    };
    CHECK(page("") == none);
    CHECK(page(backup_arn) == none);
    CHECK(page("arn") == findings{"error string.length /LastEvaluatedBackupArn"});
    aws::ListBackupsOutput model;
    model.last_evaluated_backup_arn = "";
    CHECK(found_in(model) == none);
}

} // namespace rules_reading_test
