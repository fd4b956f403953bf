#include <dynabackup/aws/tables.hpp>
#include <dynabackup/check_documents.hpp>
#include <dynabackup/write.hpp>

#include "fixtures.hpp"

namespace aws_tables_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

/// The shape that a document is recognised as.
std::string recognised(std::string_view text) {
    auto const found = check_documents(text);
    CHECK(found.summary().records == 0);
    std::string shapes;
    for (auto const& [name, count] : found.summary().shapes) shapes += name;
    return shapes;
}

} // namespace

TEST_CASE("documents other than backups are recognised by their members", "[aws][tables]") {
    CHECK(recognised(R"({"TableDescription":{"TableName":"Songs"}})") == "RestoreTableFromBackupOutput");
    CHECK(recognised(R"({"Table":{"TableName":"Songs"}})") == "DescribeTableOutput");
    CHECK(recognised(R"({"Table":"Songs"})") == "");
    CHECK(recognised(R"({"TableName":"Songs","TableStatus":"ACTIVE"})") == "TableDescription");
    CHECK(recognised(R"({"TargetTableName":"Songs","BackupArn":"x"})") == "RestoreTableFromBackupInput");
    CHECK(recognised(R"({"TargetTableName":"Songs","SourceTableName":"x"})") ==
          "RestoreTableToPointInTimeInput");
    CHECK(recognised(R"({"ContinuousBackupsDescription":{}})") == "DescribeContinuousBackupsOutput");
    CHECK(recognised(R"({"ContinuousBackupsStatus":"ENABLED"})") == "ContinuousBackupsDescription");
    CHECK(recognised(R"({"PointInTimeRecoveryStatus":"DISABLED"})") == "PointInTimeRecoveryDescription");
    CHECK(recognised(R"({"TableName":"Songs","PointInTimeRecoverySpecification":{}})") ==
          "UpdateContinuousBackupsInput");
    CHECK(recognised(R"({"ExportDescription":{}})") == "DescribeExportOutput");
    CHECK(recognised(R"({"ExportSummaries":[]})") == "ListExportsOutput");
    CHECK(recognised(R"({"ExportArn":"x","ExportStatus":"FAILED","S3Bucket":"b"})") == "ExportDescription");
    CHECK(recognised(R"({"ExportArn":"x","ExportStatus":"FAILED"})") == "ExportSummary");
    CHECK(recognised(R"({"ExportArn":"x"})") == "DescribeExportInput");
    CHECK(recognised(R"({"TableArn":"x","S3Bucket":"b"})") == "ExportTableToPointInTimeInput");
    CHECK(recognised(R"({"ImportTableDescription":{}})") == "DescribeImportOutput");
    CHECK(recognised(R"({"ImportSummaryList":[]})") == "ListImportsOutput");
    CHECK(recognised(R"({"ImportArn":"x","ImportStatus":"FAILED"})") == "ImportTableDescription");
    CHECK(recognised(R"({"ImportArn":"x"})") == "DescribeImportInput");
    CHECK(recognised(R"({"S3BucketSource":{},"InputFormat":"CSV","TableCreationParameters":{}})") ==
          "ImportTableInput");
}

TEST_CASE("a request for a backup is still recognised", "[aws][tables]") {
    CHECK(
        recognised(
            R"({"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/backup/01700000000000-1a2b3c4d"})") ==
        "DescribeBackupInput");
    CHECK(recognised(R"({"BackupType":"ALL"})") == "ListBackupsInput");
}

TEST_CASE("the descriptions of a table are read and written", "[aws][tables]") {
    std::string const text =
        R"({"Table":{"AttributeDefinitions":[{"AttributeName":"Artist","AttributeType":"S"}],"BillingModeSummary":{"BillingMode":"PAY_PER_REQUEST"},"CreationDateTime":1.421866952062E9,"ItemCount":0,"KeySchema":[{"AttributeName":"Artist","KeyType":"HASH"}],"ProvisionedThroughput":{"NumberOfDecreasesToday":0,"ReadCapacityUnits":0,"WriteCapacityUnits":0},"TableName":"Songs","TableSizeBytes":0,"TableStatus":"ACTIVE"}})";
    CHECK(found<aws::DescribeTableOutput>(text) == none);
    auto const read = parse<aws::DescribeTableOutput>(text);
    REQUIRE(read.has_value());
    CHECK(read->table->table_status == aws::TableStatus::ACTIVE);
    CHECK(to_json(*read) == text);
}

TEST_CASE("members and values are unknown before their day", "[aws][tables]") {
    auto const notes = [](std::string_view text, edition day) {
        return lines_of(check<aws::TableDescription>(text, {.edition = day}), severity::note);
    };
    CHECK(notes(R"({"DisassociationProtectionEnabled":true})", edition::v2026_10_22) == none);
    CHECK(notes(R"({"DisassociationProtectionEnabled":true})", edition{2026'10'21}) ==
          findings{"note json.unknown-member /DisassociationProtectionEnabled"});
    CHECK(notes(R"({"TableStatus":"ARCHIVED"})", edition::v2019_11_26) == none);
    CHECK(notes(R"({"TableStatus":"ARCHIVED"})", edition{2019'11'25}) ==
          findings{"error enum.unknown-value /TableStatus"});
    auto const window = R"({"ExportFromTime":1,"ExportViewType":"NEW_IMAGES"})";
    auto const report = check<aws::IncrementalExportSpecification>(window);
    REQUIRE(report.size() == 1);
    CHECK(report[0].message.find("NEW_IMAGE.") != std::string::npos);
}

TEST_CASE("limits of exports and imports hold at both ends", "[aws][tables]") {
    auto const page = [](std::string const& n) {
        return found<aws::ListExportsInput>(object{{"MaxResults", n}});
    };
    CHECK(page("1") == none);
    CHECK(page("0") == findings{"error number.out-of-range /MaxResults"});
    CHECK(page("25") == none);
    CHECK(page("26") == findings{"error number.out-of-range /MaxResults"});
    auto const period = [](std::string const& n, edition day = {}) {
        return found<aws::PointInTimeRecoverySpecification>(
            object{{"PointInTimeRecoveryEnabled", "true"}, {"RecoveryPeriodInDays", n}}, {.edition = day},
            severity::note);
    };
    CHECK(period("1") == none);
    CHECK(period("0") == findings{"error number.out-of-range /RecoveryPeriodInDays"});
    CHECK(period("35") == none);
    CHECK(period("36") == findings{"error number.out-of-range /RecoveryPeriodInDays"});
    CHECK(period("35", edition::v2025_01_07) == none);
    CHECK(period("35", edition{2025'01'06}) == findings{"note json.unknown-member /RecoveryPeriodInDays"});
    auto const bucket = [](std::string const& name) {
        return found<aws::S3BucketSource>(object{{"S3Bucket", in_quotes(name)}});
    };
    CHECK(bucket("my-exports.2") == none);
    CHECK(bucket("-exports") == findings{"error string.pattern /S3Bucket"});
    CHECK(bucket("e") == findings{"error string.pattern /S3Bucket"});
    auto const csv = [](std::string const& delimiter) {
        return found<aws::CsvOptions>(object{{"Delimiter", in_quotes(delimiter)}});
    };
    for (auto const* good : {",", ";", ":", "|", "\\t", " "}) CHECK(csv(good) == none);
    CHECK(csv("x") == findings{"error string.pattern /Delimiter"});
    CHECK(csv(",,").size() > 0);
    auto const headers = [](std::string const& name) {
        return found<aws::CsvOptions>(object{{"HeaderList", "[" + in_quotes(name) + "]"}});
    };
    CHECK(headers("Artist name") == none);
    CHECK(headers("a,b") == findings{"error string.pattern /HeaderList/0"});
    auto const token = [](std::size_t digits) {
        return found<aws::ListImportsInput>(object{{"NextToken", in_quotes(std::string(digits, 'a'))}});
    };
    CHECK(token(112) == none);
    CHECK(token(96) == findings{"error string.length /NextToken"});
    CHECK(token(113) == findings{"error string.pattern /NextToken"});
    CHECK(found<aws::ExportTableToPointInTimeInput>(object{{"TableArn", in_quotes("a")},
                                                           {"S3Bucket", in_quotes("ab")},
                                                           {"ClientToken", in_quotes("a$")}}) ==
          findings{"error string.pattern /ClientToken"});
}

} // namespace aws_tables_test
