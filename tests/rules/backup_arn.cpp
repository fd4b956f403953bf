#include <dynabackup/rules/backup_arn.hpp>

#include "fixtures.hpp"

#include <limits>

namespace rules_backup_arn_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

std::string const details = "/BackupDescription/BackupDetails/";

std::string warning(std::string_view id, std::string_view path) {
    return "warning " + std::string(id) + ' ' + std::string(path);
}

object with_arn(object const& backup, std::string_view arn) {
    return backup.with("BackupArn", in_quotes(arn));
}
object with_table_arn(object const& table, std::string_view arn) {
    return table.with("TableArn", in_quotes(arn));
}

std::string replaced(std::string_view text, std::string_view what, std::string_view by) {
    std::string out(text);
    return out.replace(out.find(what), what.size(), by);
}

/// Returns the findings if only the backup, or only its table, is replaced: in a summary, and in a description at the
/// path of each. The rules must be the same. Returns the findings in the summary.
findings with_backup_arn(std::string_view arn, check_options const& chosen = {}) {
    auto const lines = found<aws::BackupSummary>(with_arn(backup_summary(), arn), chosen);
    auto expected = lines;
    for (auto& line : expected) line.insert(line.find('/'), details.substr(0, details.size() - 1));
    CHECK(found(description(table(), object{}, with_arn(backup_details(), arn)), chosen) == expected);
    return lines;
}
findings with_table_arn(std::string_view arn, check_options const& chosen = {}) {
    return found<aws::BackupSummary>(with_table_arn(backup_summary(), arn), chosen);
}

findings const no_backup_arn{"warning backup.arn-format /BackupArn"};
findings const other_table{"warning backup.arn-table /BackupArn"};
findings const other_account{"warning backup.arn-account /BackupArn"};
findings const other_time{"warning backup.arn-timestamp /BackupArn"};
findings const no_table_arn{"warning table.arn-format /TableArn"};

std::string_view const recovery_point =
    "arn:aws:backup:eu-central-1:111122223333:recovery-point:0f8fad5b-d9cb-469f-a165-70867728950e";

} // namespace

TEST_CASE("a BackupArn is of a table's backup, or of a recovery point", "[rules][backup_arn]") {
    for (auto when : {edition::v2017_11_29, edition::latest}) {
        auto const of = [&](std::string_view arn) {
            auto lines = with_backup_arn(arn, {.edition = when, .disable = {"json.*"}});
            return lines;
        };
        CHECK(of(backup_arn) == none);
        CHECK(of(recovery_point) == none);
        CHECK(of(replaced(backup_arn, "0a1b2c3d", "xyz")) == no_backup_arn);
        CHECK(of(replaced(backup_arn, "111122223333", "99999999")) == no_backup_arn);
        CHECK(of(table_arn) == no_backup_arn);
        CHECK(of(replaced(recovery_point, "950e", "950")) == no_backup_arn);
        CHECK(of("arn:aws:dynamodb") == findings{"error string.length /BackupArn"});
    }
    auto const created = object{{"BackupDetails", with_arn(backup_details(), table_arn).text()}};
    CHECK(found<aws::CreateBackupOutput>(created) ==
          findings{"warning backup.arn-format /BackupDetails/BackupArn"});
}

TEST_CASE("the BackupArn of a request also has a form", "[rules][backup_arn]") {
    auto const of = [](std::string_view arn) {
        auto const request = object{{"BackupArn", in_quotes(arn)}};
        auto const lines = found<aws::DescribeBackupInput>(request);
        CHECK(found<aws::DeleteBackupInput>(request) == lines);
        return lines;
    };
    CHECK(of(backup_arn) == none);
    CHECK(of(recovery_point) == none);
    CHECK(of(table_arn) == no_backup_arn);
}

TEST_CASE("the table in a BackupArn is the one in TableName", "[rules][backup_arn]") {
    for (auto when : {edition::v2017_11_29, edition::latest}) {
        check_options const chosen{.edition = when, .disable = {"json.*"}};
        CHECK(with_backup_arn(replaced(backup_arn, "Music", "Songs"), chosen) == other_table);
        CHECK(with_backup_arn(replaced(backup_arn, "Music", "music"), chosen) == other_table);
        CHECK(with_backup_arn(replaced(backup_arn, "Music", "Music2"), chosen) == other_table);
    }
    // Both ARNs agree, but the name differs from that in either.
    CHECK(found<aws::BackupSummary>(backup_summary().with("TableName", in_quotes("Songs"))) ==
          findings{other_table[0], "warning table.arn-name /TableArn"});
    CHECK(found(description(table().with("TableName", in_quotes("Songs")), object{})) ==
          findings{warning("backup.arn-table", details + "BackupArn"),
                   warning("table.arn-name", below_table("/TableArn"))});
    // Without a name nothing is compared.
    CHECK(found<aws::BackupSummary>(with_arn(backup_summary().without("TableName"),
                                             replaced(backup_arn, "Music", "Songs"))) == none);
}

TEST_CASE("a backup is of the account and partition of its table", "[rules][backup_arn]") {
    for (auto when : {edition::v2017_11_29, edition::latest}) {
        check_options const chosen{.edition = when, .disable = {"json.*"}};
        CHECK(with_backup_arn(replaced(backup_arn, "111122223333", "111122223334"), chosen) == other_account);
        CHECK(with_backup_arn(replaced(backup_arn, "aws", "aws-cn"), chosen) == other_account);
        CHECK(with_backup_arn(replaced(replaced(backup_arn, "aws", "aws-cn"), "1111", "9999"), chosen) ==
              other_account);
        CHECK(with_backup_arn(replaced(backup_arn, "eu-central-1", "us-east-1"), chosen) ==
              none); // as requested
        CHECK(with_backup_arn(replaced(replaced(backup_arn, "1111", "9999"), "Music", "Songs"), chosen) ==
              findings{other_account[0], other_table[0]});
    }
    auto const in_china = with_table_arn(with_arn(backup_summary(), replaced(backup_arn, "aws", "aws-cn")),
                                         replaced(table_arn, "aws", "aws-cn"));
    CHECK(found<aws::BackupSummary>(in_china) == none);
    CHECK(found<aws::BackupSummary>(
              with_arn(backup_summary().without("TableArn"), replaced(backup_arn, "1111", "9999"))) == none);
    // An ARN that cannot be read has no account.
    CHECK(found<aws::BackupSummary>(with_table_arn(
              with_arn(backup_summary(), replaced(backup_arn, "1111", "9999")), "Music")) == no_table_arn);
    CHECK(found(description(table().with("TableArn", "7"), object{},
                            with_arn(backup_details(), replaced(backup_arn, "1111", "9999")))) ==
          findings{"error json.wrong-type " + below_table("/TableArn")});
}

TEST_CASE("the time in a BackupArn is within a second of the creation", "[rules][backup_arn]") {
    for (auto when : {edition::v2017_11_29, edition::latest}) {
        auto const of = [&](std::string_view created) {
            CAPTURE(created);
            check_options const chosen{.edition = when, .disable = {"json.*"}};
            auto const lines =
                found<aws::BackupSummary>(backup_summary().with("BackupCreationDateTime", created), chosen);
            auto const answer =
                object{{"BackupDetails", backup_details().with("BackupCreationDateTime", created).text()}};
            CHECK(found<aws::CreateBackupOutput>(answer, chosen) ==
                  (lines == none ? none : findings{"warning backup.arn-timestamp /BackupDetails/BackupArn"}));
            return lines;
        };
        CHECK(of("1700000000.25") == none);
        CHECK(of("1700000000") == none);
        CHECK(of("1.70000000025E9") == none);
        CHECK(of(R"("2023-11-14T23:13:20.250000+01:00")") == none);
        CHECK(of("1700000001.25") == none);
        CHECK(of("1699999999.25") == none);
        CHECK(of("1700000001.250000001") == other_time);
        CHECK(of("1699999999.249999999") == other_time);
        CHECK(of("0") == other_time);
        CHECK(of("9223372036.854775807") == other_time);
        CHECK(of("-9223372036.854775808") == other_time);
    }
    CHECK(found<aws::BackupSummary>(backup_summary().with("BackupCreationDateTime", "true")) ==
          findings{"error json.wrong-type /BackupCreationDateTime"});
    CHECK(found<aws::BackupSummary>(backup_summary().without("BackupCreationDateTime")) == none);
    CHECK(with_backup_arn(replaced(backup_arn, "01700000000250", "99999999999999")) == other_time);
    CHECK(with_backup_arn(recovery_point) == none); // it has no time
}

TEST_CASE("the times of ARNs do not overflow", "[rules][backup_arn]") {
    auto const at_milliseconds = [](std::int64_t ms) { return timestamp{std::chrono::milliseconds(ms)}; };
    auto const is_another_time = [](std::uint64_t milliseconds, timestamp created) {
        return arn::is_another_time(milliseconds, created);
    };
    constexpr std::int64_t last = 9'223'372'036'854; // of timestamp, in milliseconds
    CHECK_FALSE(is_another_time(0, at_milliseconds(1000)));
    CHECK_FALSE(is_another_time(0, at_milliseconds(-1000)));
    CHECK(is_another_time(0, at_milliseconds(1001)));
    CHECK(is_another_time(0, at_milliseconds(-1001)));
    CHECK_FALSE(is_another_time(last, at_milliseconds(last)));
    CHECK_FALSE(is_another_time(last, timestamp::max()));
    CHECK(is_another_time(last + 1, timestamp::max()));
    CHECK(is_another_time(99'999'999'999'999, timestamp::max()));
    CHECK(is_another_time(last, timestamp::min()));
    CHECK(is_another_time(0, timestamp::min()));
    CHECK(is_another_time(0, timestamp::max()));
}

TEST_CASE("a TableArn is of a table that has the name in TableName", "[rules][backup_arn]") {
    for (auto when : {edition::v2017_11_29, edition::latest}) {
        auto const in_table = [&](std::string_view arn) {
            return found(description(with_table_arn(table(), arn), object{}),
                         {.edition = when, .disable = {"json.*", "backup.*"}});
        };
        auto const in_summary = [&](std::string_view arn) {
            return with_table_arn(arn, {.edition = when, .disable = {"json.*", "backup.*"}});
        };
        CHECK(in_table(table_arn) == none);
        CHECK(in_summary(table_arn) == none);
        for (auto arn :
             {std::string("Music"), std::string(backup_arn), replaced(table_arn, "111122223333", "1")}) {
            CHECK(in_table(arn) == findings{warning("table.arn-format", below_table("/TableArn"))});
            CHECK(in_summary(arn) == no_table_arn);
        }
        CHECK(in_table(replaced(table_arn, "Music", "Songs")) ==
              findings{warning("table.arn-name", below_table("/TableArn"))});
        CHECK(in_summary(replaced(table_arn, "Music", "Songs")) ==
              findings{"warning table.arn-name /TableArn"});
    }
    CHECK(found<aws::BackupSummary>(object{{"TableArn", in_quotes(replaced(table_arn, "Music", "Songs"))}}) ==
          none);
    CHECK(with_table_arn(replaced(table_arn, "Music", "Songs")) ==
          findings{"warning table.arn-name /TableArn"});
    CHECK(found<aws::BackupSummary>(backup_summary().with("TableName", "7")) ==
          findings{"error json.wrong-type /TableName"});
    CHECK(found<aws::BackupSummary>(backup_summary().with("BackupArn", "7")) ==
          findings{"error json.wrong-type /BackupArn"});
    CHECK(found<aws::BackupSummary>(backup_summary().with("TableArn", "7")) ==
          findings{"error json.wrong-type /TableArn"});
    CHECK(found(description(table().without("TableName"), object{},
                            with_arn(backup_details(), replaced(backup_arn, "Music", "Songs")))) ==
          findings{"error json.missing-member " + below_table("/TableName")});
}

TEST_CASE("the rules of ARNs are selected one by one", "[rules][backup_arn]") {
    auto const all_wrong = with_table_arn(
        with_arn(backup_summary(), replaced(replaced(backup_arn, "1111", "9999"), "0170", "0160")),
        replaced(table_arn, "Music", "Songs"));
    for (std::string id : {"backup.arn-account", "backup.arn-timestamp", "table.arn-name"}) {
        CAPTURE(id);
        CHECK(found<aws::BackupSummary>(all_wrong, {.only = {id}}).size() == 1);
        CHECK(found<aws::BackupSummary>(all_wrong, {.disable = {id}}).size() == 2);
    }
}

TEST_CASE("ARNs of models built in C++ are checked", "[rules][backup_arn]") {
    aws::BackupSummary model;
    CHECK(found_in(model) == none);
    model.backup_arn = backup_arn;
    model.table_name = "Songs";
    CHECK(found_in(model) == other_table);
    model.backup_creation_date_time = timestamp{};
    CHECK(found_in(model) == findings{other_time[0], other_table[0]});
}

TEST_CASE("an ARN that continues a damaged ARN of its table is checked like any other", "[rules][arn]") {
    std::string const of_table = "arn:aws:dynamodb";
    auto const backup = with_table_arn(backup_summary(), of_table);
    CHECK(found<aws::BackupSummary>(with_arn(backup, of_table + "/backup/01700000000250-0a1b2c3d")) ==
          findings{no_backup_arn.front(), no_table_arn.front()});
}

} // namespace rules_backup_arn_test
