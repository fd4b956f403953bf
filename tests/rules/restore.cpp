#include <dynabackup/aws/tables.hpp>
#include <dynabackup/rules/recovery.hpp>
#include <dynabackup/rules/restore.hpp>

#include "fixtures.hpp"

namespace rules_restore_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

using points = aws::PointInTimeRecoveryDescription;
using to_time = aws::RestoreTableToPointInTimeInput;
using from_backup = aws::RestoreTableFromBackupInput;

object recovery(std::string_view earliest, std::string_view latest) {
    return {{"PointInTimeRecoveryStatus", in_quotes("ENABLED")},
            {"EarliestRestorableDateTime", std::string(earliest)},
            {"LatestRestorableDateTime", std::string(latest)}};
}
object restore() {
    return {{"SourceTableName", in_quotes("Songs")},
            {"TargetTableName", in_quotes("Songs-2")},
            {"UseLatestRestorableTime", "true"}};
}
object restore_backup() {
    return {{"TargetTableName", in_quotes("Songs-2")}, {"BackupArn", in_quotes(backup_arn)}};
}

} // namespace

TEST_CASE("if point-in-time recovery is on, both times are given", "[rules][restore]") {
    auto const all = recovery("1000", "2000");
    CHECK(found<points>(all) == none);
    CHECK(found<points>(all.without("EarliestRestorableDateTime")) ==
          findings{"warning pitr.restorable-times /EarliestRestorableDateTime"});
    CHECK(found<points>(all.without("LatestRestorableDateTime")) ==
          findings{"warning pitr.restorable-times /LatestRestorableDateTime"});
    CHECK(found<points>(R"({"PointInTimeRecoveryStatus":"DISABLED"})") == none);
    CHECK(found<points>(all.with("LatestRestorableDateTime", "true")) ==
          findings{"error json.wrong-type /LatestRestorableDateTime"});
}

TEST_CASE("the earliest restorable time is not after the latest one", "[rules][restore]") {
    CHECK(found<points>(recovery("1000", "1000")) == none);
    CHECK(found<points>(recovery("1000.001", "1000")) ==
          findings{"error pitr.time-order /EarliestRestorableDateTime"});
}

TEST_CASE("restorable times are within the recovery period plus an hour", "[rules][restore]") {
    auto const wrong = findings{"error pitr.recovery-period /EarliestRestorableDateTime"};
    CHECK(found<points>(recovery("0", "3027600")) == none); // 35 days and an hour
    CHECK(found<points>(recovery("0", "3027600.001")) == wrong);
    auto const one = [](std::string_view latest, edition day = {}) {
        return found<points>(recovery("0", latest).with("RecoveryPeriodInDays", "1"), {.edition = day});
    };
    CHECK(one("90000") == none);
    CHECK(one("90000.001") == wrong);
    CHECK(one("90000.001", edition{2025'01'06}) == none); // the member did not exist
    CHECK(found<points>(recovery("-9000000000", "9000000000")) == wrong);
    CHECK(found<points>(recovery("0", "90000.001").with("RecoveryPeriodInDays", "0")) ==
          findings{"error number.out-of-range /RecoveryPeriodInDays"});
}

TEST_CASE("a table with point-in-time recovery has continuous backups", "[rules][restore]") {
    auto const of = [](std::string_view backups, std::string_view recovery_status) {
        return found<aws::ContinuousBackupsDescription>(object{
            {"ContinuousBackupsStatus", in_quotes(backups)},
            {"PointInTimeRecoveryDescription",
             recovery("1", "2").with("PointInTimeRecoveryStatus", in_quotes(recovery_status)).text()}});
    };
    CHECK(of("ENABLED", "ENABLED") == none);
    CHECK(of("DISABLED", "DISABLED") == none);
    CHECK(of("DISABLED", "ENABLED") == findings{"warning pitr.continuous-backups /ContinuousBackupsStatus"});
}

TEST_CASE("a restore to a point in time names its table", "[rules][restore]") {
    auto const wrong = findings{"error restore.source /SourceTableName"};
    auto const by_arn = restore().without("SourceTableName").with("SourceTableArn", in_quotes(table_arn));
    CHECK(found<to_time>(restore()) == none);
    CHECK(found<to_time>(by_arn) == none);
    CHECK(found<to_time>(restore().without("SourceTableName")) == wrong);
    CHECK(found<to_time>(by_arn, {.edition = edition::v2020_02_17}) == none);
    CHECK(found<to_time>(by_arn, {.edition = edition{2020'02'16}}) == wrong); // the name was required
}

TEST_CASE("a restore creates a table with another name", "[rules][restore]") {
    CHECK(found<to_time>(restore().with("TargetTableName", in_quotes("Songs"))) ==
          findings{"error restore.same-table /TargetTableName"});
    CHECK(found<to_time>(restore().with("TargetTableName", in_quotes("songs"))) == none);
    CHECK(found<to_time>(restore().with("TargetTableName", in_quotes("Songs")).with("SourceTableArn", "7")) ==
          findings{"error restore.same-table /TargetTableName", "error json.wrong-type /SourceTableArn"});
}

TEST_CASE("a restore gives one point in time", "[rules][restore]") {
    auto const wrong = findings{"error restore.time /RestoreDateTime"};
    auto const at = restore().without("UseLatestRestorableTime").with("RestoreDateTime", "1000");
    CHECK(found<to_time>(at) == none);
    CHECK(found<to_time>(at.with("UseLatestRestorableTime", "false")) == none);
    CHECK(found<to_time>(at.with("UseLatestRestorableTime", "true")) == wrong);
    CHECK(found<to_time>(restore().without("UseLatestRestorableTime")) == wrong);
    CHECK(found<to_time>(restore().with("UseLatestRestorableTime", "false")) == wrong);
    CHECK(found<to_time>(at.with("RestoreDateTime", "true")) ==
          findings{"error json.wrong-type /RestoreDateTime"});
}

TEST_CASE("throughput matches the billing mode of the restored table", "[rules][restore]") {
    auto const of = [](std::string_view mode, std::string_view member, std::string_view value) {
        auto const request = restore_backup().with(member, value);
        return found<from_backup>(mode.empty() ? request
                                               : request.with("BillingModeOverride", in_quotes(mode)));
    };
    auto const units = capacity("1", "1").text();
    std::string const most = R"({"MaxReadRequestUnits":5})";
    CHECK(of("PROVISIONED", "ProvisionedThroughputOverride", units) == none);
    CHECK(of("", "ProvisionedThroughputOverride", units) == none);
    CHECK(of("PAY_PER_REQUEST", "ProvisionedThroughputOverride", units) ==
          findings{"error restore.throughput /ProvisionedThroughputOverride"});
    CHECK(of("PAY_PER_REQUEST", "OnDemandThroughputOverride", most) == none);
    CHECK(of("PROVISIONED", "OnDemandThroughputOverride", most) ==
          findings{"error restore.throughput /OnDemandThroughputOverride"});
}

TEST_CASE("a restored table names its source", "[rules][restore]") {
    object const summary{{"RestoreDateTime", "1700000000.25"}, {"RestoreInProgress", "true"}};
    auto const table = summary.with("SourceTableArn", in_quotes(table_arn));
    using T = aws::RestoreSummary;
    CHECK(found<T>(summary) == findings{"error restore.summary-source "});
    CHECK(found<T>(table) == none);
    CHECK(found<T>(summary.with("SourceBackupArn", in_quotes(backup_arn))) == none);
    CHECK(found<T>(table.with("SourceBackupArn", in_quotes(backup_arn))) == none);
    CHECK(found<T>(summary.with("SourceTableArn", in_quotes(std::string(table_arn) + "2"))
                       .with("SourceBackupArn", in_quotes(backup_arn))) ==
          findings{"warning restore.summary-table /SourceBackupArn"});
}

TEST_CASE("only a table that KMS encrypts names a key", "[rules][restore]") {
    using T = aws::SSESpecification;
    CHECK(found<T>(R"({"Enabled":true,"SSEType":"KMS","KMSMasterKeyId":"alias/a"})") == none);
    CHECK(found<T>(R"({"Enabled":false,"KMSMasterKeyId":"alias/a"})") ==
          findings{"warning sse.key-unused /KMSMasterKeyId"});
    CHECK(found<T>(R"({"KMSMasterKeyId":"alias/a"})") == none);
    CHECK(found<T>(R"({"Enabled":true,"SSEType":"AES256"})") ==
          findings{"warning sse.undocumented-type /SSEType"});
}

} // namespace rules_restore_test
