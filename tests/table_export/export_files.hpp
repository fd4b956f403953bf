#pragma once
/// \file
/// Exports of tables as files in memory, in which tests change one thing; and the findings in them.

#include <dynabackup/aws/base64.hpp>
#include <dynabackup/dump.hpp>
#include <dynabackup/table_export/md5.hpp>

#include "dump/compress.hpp"
#include "fixtures.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace exports_fixtures {

using fixtures::findings;
using fixtures::object;

inline std::string const table_arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/Songs";
inline std::string const id = "01717200000123-1a2b3c4d";

/// manifest-summary.json of a full export of three items.
inline object about_export() {
    return {{"version", R"("2020-06-30")"},
            {"exportArn", '"' + table_arn + "/export/" + id + '"'},
            {"startTime", R"("2024-06-01T00:00:00.123Z")"},
            {"endTime", R"("2024-06-01T00:05:00.000Z")"},
            {"tableArn", '"' + table_arn + '"'},
            {"tableId", R"("0f8fad5b-d9cb-469f-a165-70867728950e")"},
            {"exportTime", R"("2024-06-01T00:00:00.123Z")"},
            {"s3Bucket", R"("bucket")"},
            {"s3Prefix", "null"},
            {"s3SseAlgorithm", R"("AES256")"},
            {"s3SseKmsKeyId", "null"},
            {"manifestFilesS3Key", "\"AWSDynamoDB/" + id + "/manifest-files.json\""},
            {"billedSizeBytes", "0"},
            {"itemCount", "3"},
            {"outputFormat", R"("DYNAMODB_JSON")"}};
}

/// manifest-summary.json of an incremental export.
inline object incremental_summary() {
    return about_export()
        .without("exportTime")
        .with("version", R"("2023-08-01")")
        .with("exportFromTime", R"("2024-05-31T22:00:00.000Z")")
        .with("exportToTime", R"("2024-05-31T23:00:00.000Z")")
        .with("outputView", R"("NEW_AND_OLD_IMAGES")")
        .with("exportType", R"("INCREMENTAL_EXPORT")");
}

inline std::string base64_md5(std::string_view bytes) {
    return dynabackup::aws::to_base64(dynabackup::table_export::md5_of(bytes).value());
}

/// A line of manifest-files.json.
inline object listed(std::string const& key, std::string_view compressed, std::size_t items) {
    auto const digest = dynabackup::table_export::md5_of(compressed).value();
    std::string_view const bytes(reinterpret_cast<char const*>(digest.data()), digest.size());
    auto const etag =
        dynabackup::table_export::to_hex(dynabackup::table_export::md5_of(bytes).value()) + "-1";
    return {{"itemCount", std::to_string(items)},
            {"md5Checksum", '"' + dynabackup::aws::to_base64(digest) + '"'},
            {"etag", '"' + etag + '"'},
            {"dataFileS3Key", '"' + key + '"'}};
}

/// Files by path.
using files = std::map<std::string, std::string>;

inline std::string item_line(int n) {
    return R"({"Item":{"pk":{"S":"song#)" + std::to_string(n) + R"("},"plays":{"N":")" +
           std::to_string(10 * n) + "\"}}}\n";
}
inline std::string change_line(std::string_view micros, std::string_view rest) {
    return R"({"Metadata":{"WriteTimestampMicros":{"N":")" + std::string(micros) +
           R"("}},"Keys":{"pk":{"S":"a"}})" + std::string(rest) + "}\n";
}

/// Puts manifests and their checksums into a folder.
inline void add_manifests(files& f, std::string const& folder, std::string const& about,
                          std::vector<object> const& lines) {
    std::string list;
    for (auto const& line : lines) list += line.text() + '\n';
    f[folder + "manifest-summary.json"] = about;
    f[folder + "manifest-summary.md5"] = base64_md5(about);
    f[folder + "manifest-files.json"] = list;
    f[folder + "manifest-files.md5"] = base64_md5(list);
    f[folder + "_started"] = "";
}

/// A full export of three items in three files, one of which is empty. Its folder has a name as S3 has it.
inline files full_export() {
    files f;
    std::string const top = "AWSDynamoDB/" + id + '/';
    auto const data = [&](char c, std::string const& text) {
        auto const key = top + "data/" + std::string(26, c) + ".json.gz";
        f[key] = compress_test::gzip(text);
        return key;
    };
    auto const a = data('a', item_line(1) + item_line(2)), b = data('b', item_line(3)), c = data('c', "");
    add_manifests(f, top, about_export().text(),
                  {listed(a, f[a], 2), listed(b, f[b], 1), listed(c, f[c], 0)});
    return f;
}

/// An incremental export with these changes.
inline files incremental_export(std::string const& changes, object const& about = incremental_summary()) {
    files f;
    std::string const key = "AWSDynamoDB/data/" + std::string(26, 'd') + ".json.gz";
    f[key] = compress_test::gzip(changes);
    auto const lines = static_cast<std::size_t>(std::ranges::count(changes, '\n'));
    add_manifests(f, "AWSDynamoDB/" + id + '/', about.with("itemCount", std::to_string(lines)).text(),
                  {listed(key, f[key], lines)});
    return f;
}

/// Returns the findings as `severity rule file path`, sorted. The file is the last part of its path.
inline findings lines_of(dynabackup::dump_report const& report) {
    findings lines;
    for (auto const& [input, what] : report.findings)
        lines.push_back(std::string(to_text(what.severity)) + ' ' + std::string(what.rule->id) + ' ' +
                        input.substr(input.rfind('/') + 1) + (what.path.empty() ? "" : ' ' + what.path));
    std::ranges::sort(lines);
    return lines;
}

} // namespace exports_fixtures
