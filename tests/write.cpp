#include <dynabackup/aws/aws.hpp>
#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/write.hpp>

#include "clumio/fixtures.hpp"

#include <string>
#include <string_view>

namespace write_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

constexpr auto every_format = {format::aws_wire, format::aws_cli, format::clumio};

template <class T>
T read(std::string_view text) {
    auto parsed = parse<T>(text);
    if (!parsed) FAIL(parsed.error().message());
    return std::move(*parsed);
}

/// Reads a text, writes it in every format, and reads the result.
template <class T>
void go_round(std::string_view text) {
    auto const model = read<T>(text);
    for (auto const as : every_format) {
        auto const written = to_json(model, as);
        INFO(written);
        CHECK(read<T>(written) == model);
        CHECK(to_json(read<T>(written), as) == written);
        CHECK((written.find('\n') != written.npos) == (as == format::aws_cli));
    }
}

/// As AWS sends it.
std::string const wire_page =
    R"({"BackupSummaries":[{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/)"
    R"(01717200000123-0a1b2c3d","BackupCreationDateTime":1.717200000123E9,"BackupName":"nightly",)"
    R"("BackupSizeBytes":4096,"BackupStatus":"AVAILABLE","BackupType":"USER","TableArn":)"
    R"("arn:aws:dynamodb:eu-west-1:123456789012:table/Orders","TableId":"6f1b9c52-0d43-4f5e-9a3c-7d2e8b4a1c06",)"
    R"("TableName":"Orders"},{}],"LastEvaluatedBackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders)"
    R"(/backup/01717200000123-0a1b2c3d"})";

/// As the command line prints it.
std::string_view const cli_page = R"({
    "BackupSummaries": [
        {
            "TableName": "Orders",
            "TableId": "6f1b9c52-0d43-4f5e-9a3c-7d2e8b4a1c06",
            "TableArn": "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders",
            "BackupArn": "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-0a1b2c3d",
            "BackupName": "nightly",
            "BackupCreationDateTime": "2024-06-01T00:00:00.123000+00:00",
            "BackupStatus": "AVAILABLE",
            "BackupType": "USER",
            "BackupSizeBytes": 4096
        },
        {}
    ],
    "LastEvaluatedBackupArn": "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-0a1b2c3d"
})";

} // namespace

TEST_CASE("a page is written as AWS sends it, and as the command line prints it", "[write]") {
    for (std::string_view const text : {std::string_view(wire_page), cli_page}) {
        auto const page = read<aws::ListBackupsOutput>(text);
        CHECK(to_json(page) == wire_page);
        CHECK(to_json(page, format::aws_wire) == wire_page);
        CHECK(to_json(page, format::aws_cli) == cli_page);
    }
}

TEST_CASE("a text that is written and read again is unchanged", "[write]") {
    go_round<aws::ListBackupsOutput>(
        "{\"BackupSummaries\": " + list({backup_summary().text(), as_system(backup_summary()).text()}) + "}");
    go_round<aws::DescribeBackupOutput>(description());
    go_round<aws::DescribeBackupOutput>(description(
        table().with("OnDemandThroughput", R"({"MaxReadRequestUnits":-1})").with("KeySchema", "[]"),
        features().with("TimeToLiveDescription", "{}").with("SSEDescription", R"({"SSEType":"KMS"})"),
        as_system(backup_details())));
    go_round<aws::ListBackupsInput>(
        R"({"Limit":3,"BackupType":"ALL","TimeRangeLowerBound":0.000001,"TimeRangeUpperBound":9e9})");
    go_round<aws::ErrorBody>(
        R"({"__type":"com.amazonaws.dynamodb.v20120810#X","message":"\"\\\u0001\u20ac"})");
    go_round<clumio::DynamoDBTableBackupList>(
        clumio_fixtures::page({clumio_fixtures::backup().text(), "{}"}).text());
    go_round<clumio::Error>(R"({"errors":[{"error_code":404,"error_message":"none"}]})");
}

TEST_CASE("members are in documented order for the command line, and in order of their names on the wire",
          "[write]") {
    auto const model = read<aws::DescribeBackupOutput>(description());
    auto const wire = to_json(model, format::aws_wire);
    CHECK(wire == to_json(read<aws::DescribeBackupOutput>(wire)));
    CHECK(wire.find("\"BillingMode\"") < wire.find("\"ItemCount\""));
    auto const cli = to_json(model, format::aws_cli);
    CHECK(cli.find("\"ItemCount\"") < cli.find("\"BillingMode\""));
    CHECK(cli.find("\n                \"KeySchema\": [\n") == cli.npos);
    CHECK(cli.find(
              "\n            \"KeySchema\": [\n                {\n                    \"AttributeName\"") !=
          cli.npos);
}

TEST_CASE("absent, empty and present lists and objects differ", "[write]") {
    aws::ListBackupsOutput page;
    CHECK(to_json(page) == "{}");
    CHECK(to_json(page, format::aws_cli) == "{}");
    page.backup_summaries.emplace();
    CHECK(to_json(page) == R"({"BackupSummaries":[]})");
    CHECK(to_json(page, format::aws_cli) == "{\n    \"BackupSummaries\": []\n}");
    page.backup_summaries->emplace_back();
    CHECK(to_json(page, format::aws_cli) == "{\n    \"BackupSummaries\": [\n        {}\n    ]\n}");
}

TEST_CASE("enumerators that the model does not know are kept", "[write]") {
    aws::BackupSummary backup;
    backup.backup_type.emplace("MACHINE \"2\"");
    CHECK(to_json(backup) == R"({"BackupType":"MACHINE \"2\""})");
    CHECK(read<aws::BackupSummary>(to_json(backup)) == backup);
    backup.backup_type = aws::BackupType::AWS_BACKUP;
    CHECK(to_json(backup) == R"({"BackupType":"AWS_BACKUP"})");
}

TEST_CASE("a required enumeration without a value is left out", "[write]") {
    parse_options const chosen{.edition = edition::v2017_11_29}; // before BackupType existed
    auto const parsed = parse<aws::BackupDetails>(backup_details().without("BackupType").text(), chosen);
    REQUIRE(parsed.has_value());
    CHECK(to_json(*parsed).find("BackupType") == std::string::npos);
    CHECK(to_json(aws::KeySchemaElement{}) == R"({"AttributeName":""})");
}

TEST_CASE("Clumio: null is written if it has a meaning, and absent members are not written",
          "[write][clumio]") {
    clumio::DynamoDBTableBackup backup;
    CHECK(to_json(backup) == "{}");
    backup.billing_mode = nullptr;
    backup.pitr_status = true;
    backup.id = "7";
    backup.start_timestamp = timestamp{std::chrono::milliseconds{1'717'200'000'250}};
    CHECK(
        to_json(backup) ==
        R"({"billing_mode":null,"id":"7","pitr_status":true,"start_timestamp":"2024-06-01T00:00:00.250Z"})");
    CHECK(to_json(backup, format::clumio) == to_json(backup));
    CHECK(to_json(backup, format::aws_wire) == to_json(backup)); // its times are always text
    CHECK(
        to_json(backup, format::aws_cli).find("\"start_timestamp\": \"2024-06-01T00:00:00.250000+00:00\"") !=
        std::string::npos);
    auto const renamed = read<clumio::DynamoDBTableBackup>(clumio_fixtures::backup().text());
    CHECK(to_json(renamed).starts_with(R"({"_etag":"5d41402a","_links":{"_self":{)"));
    CHECK(to_json(renamed).find(R"("global_table_version":"2019.11.21")") != std::string::npos);
}

TEST_CASE("an AWS shape has its times as text in Clumio's format", "[write]") {
    CHECK(to_json(aws::BackupSummary{.backup_creation_date_time = timestamp{}}, format::clumio) ==
          R"({"BackupCreationDateTime":"1970-01-01T00:00:00Z"})");
}

TEST_CASE("output is appended", "[write]") {
    std::string out = "x";
    append_json(out, aws::ListBackupsInput{.limit = 1});
    append_json(out, aws::ListBackupsInput{.limit = -9'223'372'036'854'775'807 - 1}, format::aws_cli);
    CHECK(out == "x{\"Limit\":1}{\n    \"Limit\": -9223372036854775808\n}");
}

} // namespace write_test
