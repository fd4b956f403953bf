#pragma once
/// \file
/// Dumps for the tests of map, merge and split: lines with known contents, and lines with any contents.

#include "run.hpp"

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace scaling_test {

using namespace tool_test;

using random_bits = std::mt19937_64;

/// A summary in one line. It never violates `backup.expired` as an error; its status may violate `enum.unknown-value`.
inline std::string summary(std::size_t id, std::string const& table = "Orders",
                           std::string const& status = "AVAILABLE") {
    auto const arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/" + table;
    auto const millis = std::to_string(1717200000000 + id);
    return R"({"BackupArn":")" + arn + "/backup/0" + millis + R"(-0a1b2c3d","BackupCreationDateTime":)" +
           millis.substr(0, 10) + '.' + millis.substr(10) + R"(,"BackupName":"backup-)" + std::to_string(id) +
           R"(","BackupSizeBytes":)" + std::to_string(id * 7) + R"(,"BackupStatus":")" + status +
           R"(","BackupType":"USER","TableArn":")" + arn + R"(","TableName":")" + table + "\"}";
}

/// That many records of three tables, some with a status that is a finding. Each has a different id.
inline std::vector<std::string> summaries(std::size_t count, random_bits& random) {
    std::vector<std::string> records;
    for (std::size_t id = 0; id < count; ++id)
        records.push_back(summary(id, "Table-" + std::to_string(random() % 3),
                                  random() % 5 ? "AVAILABLE" : "X" + std::to_string(random() % 3)));
    return records;
}

inline std::string joined(std::vector<std::string> const& parts, std::string const& separator) {
    std::string all;
    for (std::size_t i = 0; i < parts.size(); ++i) all += (i ? separator : "") + parts[i];
    return all;
}
inline std::string as_lines(std::vector<std::string> const& records) {
    return records.empty() ? "" : joined(records, "\n") + '\n';
}
inline std::string as_page(std::vector<std::string> const& records) {
    return R"({"BackupSummaries":[)" + joined(records, ",") + "]}";
}

/// A line with any bytes except a line feed.
inline std::string any_line(random_bits& random, std::size_t id) {
    using namespace std::string_literals;
    auto const sound = summary(id);
    switch (random() % 12) {
    case 0: return "";
    case 1: return " \t\r";
    case 2: return sound.substr(0, random() % sound.size());
    case 3: return sound + "\r";
    case 4: return as_page({sound, summary(id + 1), "7", summary(id + 2)});
    case 5: return "\0"s;
    case 6: return std::string(sound).insert(random() % sound.size(), "\0"s);
    case 7: return std::string(sound).insert(random() % sound.size(), "\xFF\xC3");
    case 8: return sound + ' ' + summary(id + 1);
    case 9: return std::string(1 + random() % 3000, "[{\"x"[random() % 4]);
    case 10: return R"({"TableName":"Orders","BackupName":"b"})";
    default: return sound;
    }
}

} // namespace scaling_test
