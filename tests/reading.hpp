#pragma once
/// \file
/// Helpers for the tests of reading: texts that end where their allocation does, findings as short lines, and valid
/// documents.

#include <dynabackup/aws/list_backups.hpp>
#include <dynabackup/check.hpp>
#include <dynabackup/detail/json/cursor.hpp>
#include <dynabackup/options.hpp>
#include <dynabackup/report.hpp>

#include "catch.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace reading_test {

using namespace dynabackup;

/// A text in an allocation of exactly its size, so that sanitizers detect reads outside it.
class exact {
public:
    explicit exact(std::string_view text) : size_(text.size()), bytes_(new char[size_]) {
        text.copy(bytes_.get(), size_);
    }
    operator std::string_view() const { return {bytes_.get(), size_}; }

private:
    std::size_t size_;
    std::unique_ptr<char[]> bytes_;
};

/// Returns options with only the rules of reading and limits.
inline check_options reading_only(edition day = edition::latest) {
    check_options chosen;
    chosen.edition = day;
    chosen.only = {"json.*", "document.*", "enum.*", "number.*", "string.*", "list.size", "timestamp.*"};
    return chosen;
}

using lines = std::vector<std::string>;

/// Returns `rule path @offset`, and the severity if it is not the rule's own.
inline std::string line(finding const& f) {
    std::string text(f.rule->id);
    text += ' ' + f.path + " @" + std::to_string(f.offset);
    if (f.severity != f.rule->severity) text += ' ' + std::string(to_text(f.severity));
    return text;
}

/// Returns the findings of a report, after checks that apply to every report.
inline lines found(report const& r) {
    lines all;
    summary counted;
    for (auto const& f : r) {
        all.push_back(line(f));
        counted.count(f);
    }
    CHECK(counted.findings == r.summary().findings);
    CHECK(counted.rules == r.summary().rules);
    CHECK(r.summary().rejected <= r.summary().records);
    return all;
}

/// Returns the findings of a text that is one document of shape T. They must be the same with space after it, which
/// the fast path needs (json::token_cursor); short texts take the slow path.
template <class T>
lines defects(std::string_view text, check_options const& chosen = reading_only()) {
    auto const of_text = check<T>(exact(text), chosen);
    std::string const spaced = std::string(text) + std::string(2 * json::token_cursor::margin, ' ');
    lines moved;
    for (auto f : of_text) {
        if (f.offset == text.size()) f.offset = spaced.size();
        moved.push_back(line(f));
    }
    CHECK(found(check<T>(exact(spaced), chosen)) == moved);
    return found(of_text);
}

inline check_options strictly() {
    auto chosen = reading_only();
    chosen.strict = true;
    return chosen;
}

/// Returns how many findings a rule has.
inline std::size_t count(report const& r, std::string_view id) {
    auto const known = r.summary().rules.find(id);
    return known == r.summary().rules.end() ? 0 : known->second;
}

inline std::string replaced(std::string text, std::string_view what, std::string_view by) {
    auto const at = text.find(what);
    REQUIRE(at != text.npos);
    return text.replace(at, what.size(), by);
}

/// Returns a text without white space outside strings, as services write it.
inline std::string compact(std::string_view pretty) {
    std::string out;
    bool inside = false;
    for (std::size_t i = 0; i < pretty.size(); ++i) {
        char const c = pretty[i];
        if (inside && c == '\\') out += pretty[i++];
        else if (c == '"') inside = !inside;
        if (inside || std::string_view(" \n\r\t").find(c) == std::string_view::npos) out += pretty[i];
    }
    return out;
}

inline constexpr std::string_view table_id = "6f1b9c52-0d43-4f5e-9a3c-7d2e8b4a1c06";
inline constexpr std::string_view backup_arn =
    "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-0a1b2c3d";

/// One summary of a page.
inline constexpr std::string_view summary_text = R"({
  "BackupArn": "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-0a1b2c3d",
  "BackupCreationDateTime": 1717200000.123,
  "BackupName": "nightly",
  "BackupSizeBytes": 4096,
  "BackupStatus": "AVAILABLE",
  "BackupType": "USER",
  "TableArn": "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders",
  "TableId": "6f1b9c52-0d43-4f5e-9a3c-7d2e8b4a1c06",
  "TableName": "Orders"
})";

/// The details of the same backup.
inline constexpr std::string_view details_text = R"({
  "BackupArn": "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-0a1b2c3d",
  "BackupCreationDateTime": 1.717200000123E9,
  "BackupName": "nightly",
  "BackupSizeBytes": 4096,
  "BackupStatus": "AVAILABLE",
  "BackupType": "USER"
})";

/// The same backup with all details.
inline std::string description_text() {
    return R"({
  "BackupDetails": )" +
           std::string(details_text) + R"(,
  "SourceTableDetails": {
    "BillingMode": "PAY_PER_REQUEST",
    "ItemCount": 12,
    "KeySchema": [
      {"AttributeName": "Customer", "KeyType": "HASH"},
      {"AttributeName": "Placed", "KeyType": "RANGE"}
    ],
    "ProvisionedThroughput": {"ReadCapacityUnits": 0, "WriteCapacityUnits": 0},
    "TableArn": "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders",
    "TableCreationDateTime": 1500000000,
    "TableId": "6f1b9c52-0d43-4f5e-9a3c-7d2e8b4a1c06",
    "TableName": "Orders",
    "TableSizeBytes": 8192
  },
  "SourceTableFeatureDetails": {
    "GlobalSecondaryIndexes": [
      {
        "IndexName": "by-state",
        "KeySchema": [{"AttributeName": "State", "KeyType": "HASH"}],
        "Projection": {"NonKeyAttributes": ["Total", "Currency"], "ProjectionType": "INCLUDE"},
        "ProvisionedThroughput": {"ReadCapacityUnits": 0, "WriteCapacityUnits": 0}
      }
    ],
    "StreamDescription": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"},
    "TimeToLiveDescription": {"AttributeName": "Expires", "TimeToLiveStatus": "ENABLED"}
  }
})";
}

/// Returns the members of an object of one level, in the order of a text without space.
inline std::vector<std::string> members_of(std::string_view object) {
    auto const text = compact(object);
    std::vector<std::string> out{""};
    int depth = 0;
    bool in_string = false; // without escapes
    for (char const c : text.substr(1, text.size() - 2)) {
        if (c == '"') in_string = !in_string;
        if (in_string) {
            out.back() += c;
            continue;
        }
        depth += (c == '{' || c == '[') - (c == '}' || c == ']');
        if (c == ',' && depth == 0) out.emplace_back();
        else out.back() += c;
    }
    return out;
}

inline std::string object_of(std::vector<std::string> const& members) {
    std::string out = "{";
    for (auto const& m : members) out += (out.size() > 1 ? "," : "") + m;
    return out + '}';
}

/// A page of these elements.
inline std::string page(std::string_view elements) {
    return R"({"BackupSummaries":[)" + std::string(elements) + "]}";
}

struct counts {
    std::size_t records, rejected;
    bool operator==(counts const&) const = default;
};

inline std::ostream& operator<<(std::ostream& out, counts const& c) {
    return out << c.records << ' ' << c.rejected;
}

inline counts count_of(std::string_view text) {
    auto const r = check<aws::ListBackupsOutput>(exact(text), reading_only());
    return {r.summary().records, r.summary().rejected};
}

} // namespace reading_test
