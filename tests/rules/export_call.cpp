#include <dynabackup/aws/tables.hpp>
#include <dynabackup/rules/export_call.hpp>
#include <dynabackup/rules/import_call.hpp>

#include "fixtures.hpp"

namespace rules_export_call_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

using request = aws::ExportTableToPointInTimeInput;
using window = aws::IncrementalExportSpecification;
using description = aws::ExportDescription;

object asked(std::string_view type) {
    object const all{{"TableArn", in_quotes(table_arn)}, {"S3Bucket", in_quotes("exports")}};
    return type.empty() ? all : all.with("ExportType", in_quotes(type));
}
std::string export_arn(std::string_view rest) {
    return in_quotes(std::string(table_arn) + std::string(rest));
}

} // namespace

TEST_CASE("the values of a filter are values of attributes", "[rules][export]") {
    auto const of = [](std::string_view value, edition day = {}) {
        return found<request>(
            asked("").with("FilterSpecification",
                           R"({"FilterExpression": "#y > :y", "ExpressionAttributeValues": {":y": )" +
                               std::string(value) + "}}"),
            {.edition = day});
    };
    std::string const where = " /FilterSpecification/ExpressionAttributeValues/:y";
    CHECK(of(R"({"N": "1999"})") == none);
    CHECK(of(R"({"M": {"a": {"L": [{"NULL": true}]}}})") == none);
    CHECK(of("1999") == findings{"error item.attribute-type" + where});
    CHECK(of(R"({"N": "1999", "S": "1999"})") == findings{"error item.attribute-type" + where});
    CHECK(of(R"({"N": "19,5"})") == findings{"error item.number" + where + "/N"});
    CHECK(of(R"({"N": "1E125"})") == none);
    CHECK(of(R"({"N": "1E126"})") == findings{"error item.number-range" + where + "/N"});
    CHECK(of(R"({"B": "aGVsbG8"})") == findings{"error item.binary" + where + "/B"});
    CHECK(of(R"({"SS": []})") == findings{"error item.set-empty" + where + "/SS"});
    CHECK(of(R"({"NS": ["1", "1.0"]})") == findings{"error item.set-duplicate" + where + "/NS/1"});
    CHECK(of(R"({"M": {"": {"S": "x"}}})") == findings{"error item.attribute-name" + where + "/M/"});
    CHECK(of(R"({"N": "19,5"})", edition{2026'09'29}) == none); // the member does not exist yet

    auto const read = parse<request>(
        asked("")
            .with("FilterSpecification", R"({"ExpressionAttributeValues": {":y": {"N": "1999"}}})")
            .text());
    REQUIRE(read.has_value());
    CHECK(read->filter_specification->expression_attribute_values->find(":y")->as<int>() == 1999);
}

TEST_CASE("an incremental export has a window, and a full export does not", "[rules][export]") {
    std::string const of_changes = R"({"ExportFromTime":1000})";
    auto const wrong = findings{"error table-export.incremental /IncrementalExportSpecification"};
    auto const with_window = [&](std::string_view type) {
        return found<request>(asked(type).with("IncrementalExportSpecification", of_changes));
    };
    CHECK(found<request>(asked("")) == none);
    CHECK(found<request>(asked("FULL_EXPORT").with("ExportTime", "1000")) == none);
    CHECK(with_window("INCREMENTAL_EXPORT") == none);
    CHECK(with_window("FULL_EXPORT") == wrong);
    CHECK(with_window("") == wrong);
    CHECK(found<request>(asked("INCREMENTAL_EXPORT")) == wrong);
    CHECK(found<request>(asked("INCREMENTAL_EXPORT")
                             .with("IncrementalExportSpecification", of_changes)
                             .with("ExportTime", "1000")) ==
          findings{"error table-export.incremental /ExportTime"});
    CHECK(found<request>(asked("INCREMENTAL_EXPORT"), {.edition = edition{2023'09'25}}) == none);
    CHECK(found<request>(asked("PARTIAL")) == findings{"error enum.unknown-value /ExportType"});
}

TEST_CASE("the window of an incremental export lasts 15 minutes to 24 hours", "[rules][export]") {
    auto const of = [](std::string_view to) {
        return found<window>(object{{"ExportFromTime", "1000"}, {"ExportToTime", std::string(to)}});
    };
    CHECK(of("1900") == none);
    CHECK(of("1899.999") == findings{"warning table-export.window /ExportToTime"});
    CHECK(of("87400") == none);
    CHECK(of("87400.001") == findings{"warning table-export.window /ExportToTime"});
    CHECK(of("1000") == findings{"error table-export.window-order /ExportToTime"});
    CHECK(of("1000.001") == findings{"warning table-export.window /ExportToTime"});
    CHECK(of("9000000000") == findings{"warning table-export.window /ExportToTime"});
    CHECK(found<window>(R"({"ExportFromTime":1000})") == none);
}

TEST_CASE("the ARN of an export is that of its table with a time and eight digits", "[rules][export]") {
    auto const of = [](std::string_view rest) {
        return found<aws::ExportSummary>(object{{"ExportArn", export_arn(rest)}});
    };
    auto const wrong = findings{"warning table-export.arn /ExportArn"};
    CHECK(of("/export/01700000000000-1a2b3c4d") == none);
    CHECK(of("/export/0170000000000-1a2b3c4d") == wrong);
    CHECK(of("/export/01700000000000-1a2b3c4g") == wrong);
    CHECK(of("/export/01700000000000x1a2b3c4d") == wrong);
    CHECK(of("/import/01700000000000-1a2b3c4d") == wrong);
    auto const beside = [](std::string_view table) {
        return found<description>(object{{"ExportArn", export_arn("/export/01700000000000-1a2b3c4d")},
                                         {"TableArn", in_quotes(table)}});
    };
    CHECK(beside(table_arn) == none);
    CHECK(beside(std::string(table_arn) + "2") == wrong);
}

TEST_CASE("an export ends after its start, and its data are from before", "[rules][export]") {
    auto const of = [](std::string_view exported, std::string_view started, std::string_view ended) {
        return found<description>(object{{"StartTime", std::string(started)},
                                         {"EndTime", std::string(ended)},
                                         {"ExportTime", std::string(exported)}});
    };
    CHECK(of("5", "5", "5") == none);
    CHECK(of("5", "5", "4.999") == findings{"error table-export.time-order /EndTime"});
    CHECK(of("5.001", "5", "6") == findings{"error table-export.time-order /ExportTime"});
}

TEST_CASE("an export that failed has a reason", "[rules][export]") {
    auto const of = [](std::string_view status, bool why) {
        object const e{{"ExportStatus", in_quotes(status)}};
        return found<description>(why ? e.with("FailureCode", in_quotes("S3NoSuchBucket")) : e);
    };
    auto const wrong = findings{"warning table-export.failure /FailureCode"};
    CHECK(of("FAILED", true) == none);
    CHECK(of("FAILED", false) == wrong);
    CHECK(of("COMPLETED", false) == none);
    CHECK(of("COMPLETED", true) == wrong);
    CHECK(of("IN_PROGRESS", true) == wrong);
}

TEST_CASE("only an import of CSV has options of CSV", "[rules][import]") {
    auto const of = [](std::string_view format, std::string_view options) {
        return found<aws::ImportTableDescription>(
            object{{"InputFormat", in_quotes(format)}, {"InputFormatOptions", std::string(options)}});
    };
    std::string const csv = R"({"Csv":{"Delimiter":","}})";
    auto const wrong = findings{"error table-import.options /InputFormatOptions/Csv"};
    CHECK(of("CSV", csv) == none);
    CHECK(of("ION", csv) == wrong);
    CHECK(of("DYNAMODB_JSON", csv) == wrong);
    CHECK(of("ION", "{}") == none);
}

TEST_CASE("an import ends after its start, and writes no more than it reads", "[rules][import]") {
    auto const times = [](std::string_view ended) {
        return found<aws::ImportSummary>(object{{"StartTime", "5"}, {"EndTime", std::string(ended)}});
    };
    CHECK(times("5") == none);
    CHECK(times("4.999") == findings{"error table-import.time-order /EndTime"});
    auto const counts = [](std::string_view written) {
        return found<aws::ImportTableDescription>(
            object{{"ProcessedItemCount", "5"}, {"ImportedItemCount", std::string(written)}});
    };
    CHECK(counts("5") == none);
    CHECK(counts("6") == findings{"warning table-import.counts /ImportedItemCount"});
}

} // namespace rules_export_call_test
