#include <dynabackup/check_documents.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/table_export/items.hpp>
#include <dynabackup/table_export/manifests.hpp>
#include <dynabackup/write.hpp>

#include "table_export/export_files.hpp"

namespace exports_manifests_test {

using namespace dynabackup;
using namespace fixtures;
using exports_fixtures::about_export;

namespace {

findings found_in(object const& text) {
    auto const report = check_documents(text.text());
    CHECK(report.summary().shapes.contains("ManifestSummary"));
    return lines_of(report, severity::note);
}

object full() { return about_export(); }
object incremental() { return exports_fixtures::incremental_summary(); }

} // namespace

TEST_CASE("the manifests of exports are recognised, read, and written back", "[exports][manifests]") {
    CHECK(found_in(full()).empty());
    CHECK(found_in(incremental()).empty());
    auto const read = parse<table_export::ManifestSummary>(incremental().text());
    REQUIRE(read.has_value());
    CHECK(read->s3_prefix.is_null());
    CHECK(read->output_view == table_export::OutputView::NEW_AND_OLD_IMAGES);
    auto const written = to_json(*read);
    for (auto const* part :
         {"\"exportArn\":", "\"s3SseKmsKeyId\":null", "\"exportFromTime\":\"2024-05-31T22:00:00",
          "\"manifestFilesS3Key\":", "\"billedSizeBytes\":0"}) {
        CAPTURE(part);
        CHECK(written.find(part) != written.npos);
    }
    auto const again = parse<table_export::ManifestSummary>(written);
    REQUIRE(again.has_value());
    CHECK(*again == *read);
}

TEST_CASE("the version of a manifest agrees with its members", "[exports][manifests]") {
    findings const wrong{"warning export.version /version"};
    CHECK(found_in(full().with("version", R"("2023-08-01")")) == wrong);
    CHECK(found_in(incremental().with("version", R"("2020-06-30")")) == wrong);
    CHECK(found_in(full().with("version", R"("2021-01-01")")) == wrong);
    CHECK(found_in(full().without("exportTime")) == wrong);
    CHECK(found_in(incremental().without("outputView")) == wrong);
    CHECK(found_in(full().with("exportType", R"("INCREMENTAL_EXPORT")")) == wrong);
    CHECK(found_in(full().with("exportType", R"("FULL_EXPORT")")).empty());
}

TEST_CASE("the ARN of an export has that of its table, and its time", "[exports][manifests]") {
    CHECK(found_in(full().with("exportArn",
                               R"("arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/latest")")) ==
          findings{"warning export.arn /exportArn"});
    CHECK(found_in(full().with("tableArn", R"("arn:aws:dynamodb:eu-west-1:123456789012:table/Song")")) ==
          findings{"warning export.arn /exportArn"});
    CHECK(found_in(full().with("startTime", R"("2024-06-01T00:00:00.124Z")")) ==
          findings{"warning export.id-time /exportArn"});
}

TEST_CASE("the list of files is where the prefix and the id require it", "[exports][manifests]") {
    auto const key = [](std::string const& k) { return full().with("manifestFilesS3Key", '"' + k + '"'); };
    std::string const plain = "AWSDynamoDB/01717200000123-1a2b3c4d/manifest-files.json";
    findings const wrong{"warning export.manifest-key /manifestFilesS3Key"};
    CHECK(found_in(key("a/b/" + plain).with("s3Prefix", R"("a/b")")).empty());
    CHECK(found_in(key("a/b/" + plain).with("s3Prefix", R"("a")")) == wrong);
    CHECK(found_in(key("a/" + plain)) == wrong);
    CHECK(found_in(key("AWSDynamoDB/01717200000124-1a2b3c4d/manifest-files.json")) == wrong);
    CHECK(found_in(key(plain + ".gz")) == wrong);
}

TEST_CASE("the times of an export are in order", "[exports][manifests]") {
    CHECK(found_in(full().with("endTime", R"("2024-06-01T00:00:00.123Z")")).empty());
    CHECK(found_in(full().with("endTime", R"("2024-06-01T00:00:00.122Z")")) ==
          findings{"error export.time-order /endTime"});
    CHECK(found_in(full().with("exportTime", R"("2024-06-01T00:00:00.124Z")")) ==
          findings{"error export.time-order /exportTime"});
    CHECK(found_in(incremental().with("exportToTime", R"("2024-05-31T22:00:00.000Z")")) ==
          findings{"error export.time-order /exportToTime"});
}

TEST_CASE("the window of an incremental export has 15 minutes to 24 hours", "[exports][manifests]") {
    auto const from = [](std::string const& t) {
        return found_in(incremental().with("exportFromTime", '"' + t + '"'));
    };
    findings const wrong{"warning export.window /exportToTime"};
    CHECK(from("2024-05-31T22:45:00.000Z").empty());
    CHECK(from("2024-05-31T22:45:00.001Z") == wrong);
    CHECK(from("2024-05-30T23:00:00.000Z").empty());
    CHECK(from("2024-05-30T22:59:59.999Z") == wrong);
}

TEST_CASE("members of other types and unknown enumerators are findings of every shape",
          "[exports][manifests]") {
    CHECK(found_in(full().with("outputFormat", R"("CSV")")) ==
          findings{"error enum.unknown-value /outputFormat"});
    CHECK(found_in(full().with("itemCount", "\"5\"")) == findings{"error json.wrong-type /itemCount"});
    CHECK(found_in(full().without("tableId")) == findings{"error json.missing-member /tableId"});
}

TEST_CASE("the bytes of manifests and lines are those of DynamoDB", "[exports][manifests]") {
    auto const comes_back = []<class T>(std::type_identity<T>, std::string_view text) {
        auto const read = parse<T>(text);
        REQUIRE(read.has_value());
        CHECK(to_json(*read) == text);
        CHECK(to_json(*read, format::aws_wire) == text);
    };
    comes_back(
        std::type_identity<table_export::ManifestSummary>{},
        R"({"version":"2023-08-01","exportArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs/export/01717200000000-1a2b3c4d",)"
        R"("startTime":"2024-06-01T00:00:00.000Z","endTime":"2024-06-01T00:05:00.120Z",)"
        R"("tableArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Songs","tableId":"0f8fad5b-d9cb-469f-a165-70867728950e",)"
        R"("exportFromTime":"2024-05-31T22:00:00.000Z","exportToTime":"2024-05-31T23:00:00.000Z","s3Bucket":"bucket",)"
        R"("s3Prefix":null,"s3SseAlgorithm":"AES256","s3SseKmsKeyId":null,)"
        R"("manifestFilesS3Key":"AWSDynamoDB/01717200000000-1a2b3c4d/manifest-files.json","billedSizeBytes":0,"itemCount":1,)"
        R"("outputFormat":"DYNAMODB_JSON","outputView":"NEW_AND_OLD_IMAGES","exportType":"INCREMENTAL_EXPORT"})");
    comes_back(
        std::type_identity<table_export::ManifestFile>{},
        R"({"itemCount":1,"md5Checksum":"XrY7u+Ae7tCTyyK7j1rNww==","etag":"241d8a27c836427bd7f04461b60e7359-1",)"
        R"("dataFileS3Key":"AWSDynamoDB/data/aaaa2222bbbb3333cccc4444dd.json.gz"})");
    comes_back(
        std::type_identity<table_export::ExportedChange>{},
        R"({"Metadata":{"WriteTimestampMicros":{"N":"1717192800000000"}},"Keys":{"pk":{"S":"a"}},)"
        R"("OldImage":{"pk":{"S":"a"},"n":{"N":"1"}},"NewImage":{"pk":{"S":"a"},"b":{"BOOL":true},"a":{"NULL":true}}})");
}

} // namespace exports_manifests_test
