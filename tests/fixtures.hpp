#pragma once
/// \file
/// Valid documents, as JSON texts and as models, in which tests change one thing; and the findings in them.

#include <dynabackup/aws/aws.hpp>
#include <dynabackup/check.hpp>
#include <dynabackup/detail/json/text.hpp>
#include <dynabackup/parse.hpp>

#include "catch.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fixtures {

using dynabackup::edition;
namespace aws = dynabackup::aws;

// ---- texts ----

/// A JSON object under construction: members with the raw text of their values, in order.
class object {
public:
    object(std::initializer_list<std::pair<std::string, std::string>> given) : members_(given) {}

    /// Returns a copy with another value for a member, or with an additional member.
    object with(std::string_view name, std::string_view value) const {
        auto changed = *this;
        for (auto& [known, text] : changed.members_)
            if (known == name) {
                text = value;
                return changed;
            }
        changed.members_.emplace_back(name, value);
        return changed;
    }
    object with(std::string_view name, object const& value) const { return with(name, value.text()); }

    object without(std::string_view name) const {
        auto changed = *this;
        std::erase_if(changed.members_, [&](auto const& m) { return m.first == name; });
        return changed;
    }

    std::string text() const {
        std::string out = "{";
        for (auto const& [name, value] : members_) {
            if (out.size() > 1) out += ", ";
            out += '"' + name + "\": " + value;
        }
        return out + "}";
    }

private:
    std::vector<std::pair<std::string, std::string>> members_;
};

inline std::string list(std::initializer_list<std::string> elements) {
    std::string out = "[";
    for (auto const& e : elements) out += (out.size() > 1 ? ",\n " : "") + e;
    return out + "]";
}
inline std::string list(object const& only) { return list({only.text()}); }

inline std::string in_quotes(std::string_view text) { return '"' + std::string(text) + '"'; }

/// Returns a list of that many different strings, which begin with `prefix`.
inline std::string names(std::size_t count, std::string_view prefix = "a") {
    std::string out = "[";
    for (std::size_t i = 0; i < count; ++i)
        out += (i ? ", " : "") + in_quotes(std::string(prefix) + std::to_string(i));
    return out + "]";
}

inline object key(std::string_view name, std::string_view type) {
    return {{"AttributeName", in_quotes(name)}, {"KeyType", in_quotes(type)}};
}

/// A key schema of these types, `H` for HASH and `R` for RANGE, each with its own attribute: k0, k1 ….
inline std::string keys(std::string_view types) {
    std::string out = "[";
    for (std::size_t i = 0; i < types.size(); ++i)
        out += (i ? ", " : "") + key("k" + std::to_string(i), types[i] == 'H' ? "HASH" : "RANGE").text();
    return out + "]";
}

inline object capacity(std::string_view read, std::string_view write) {
    return {{"ReadCapacityUnits", std::string(read)}, {"WriteCapacityUnits", std::string(write)}};
}

inline object projected(std::string_view type) { return {{"ProjectionType", in_quotes(type)}}; }
inline object projected(std::string_view type, std::string_view attributes) {
    return projected(type).with("NonKeyAttributes", attributes);
}

inline object local_index(std::string_view name = "ByYear") {
    return {{"IndexName", in_quotes(name)},
            {"KeySchema", list({key("Artist", "HASH").text(), key("Year", "RANGE").text()})},
            {"Projection", projected("ALL").text()}};
}

inline object global_index(std::string_view name = "ByGenre") {
    return {{"IndexName", in_quotes(name)},
            {"KeySchema", list(key("Genre", "HASH"))},
            {"Projection", projected("KEYS_ONLY").text()},
            {"ProvisionedThroughput", capacity("2", "1").text()}};
}

inline object vector_index(std::string_view name = "ByMood") {
    return {{"IndexName", in_quotes(name)},
            {"VectorAttribute", R"({"AttributeName": "Mood"})"},
            {"Dimensions", "3"},
            {"DistanceFunction", in_quotes("COSINE")},
            {"Projection", projected("ALL").text()}};
}

inline constexpr std::string_view table_arn = "arn:aws:dynamodb:eu-central-1:111122223333:table/Music";
inline constexpr std::string_view backup_arn =
    "arn:aws:dynamodb:eu-central-1:111122223333:table/Music/backup/01700000000250-0a1b2c3d";
inline constexpr std::string_view system_name = "Music$DeletedTableBackup";
inline constexpr std::string_view system_expiry = "1703024000.25"; ///< 35 days after the creation

/// A backup that a user created.
inline object backup_details() {
    return {{"BackupArn", in_quotes(backup_arn)},     {"BackupCreationDateTime", "1700000000.25"},
            {"BackupName", in_quotes("weekly")},      {"BackupSizeBytes", "4096"},
            {"BackupStatus", in_quotes("AVAILABLE")}, {"BackupType", in_quotes("USER")}};
}
/// The same backup in a list.
inline object backup_summary() {
    return backup_details()
        .with("TableArn", in_quotes(table_arn))
        .with("TableId", in_quotes("01234567-89ab-cdef-0123-456789abcdef"))
        .with("TableName", in_quotes("Music"));
}
/// The backup that DynamoDB created when the table was deleted.
inline object as_system(object const& backup) {
    return backup.with("BackupName", in_quotes(system_name))
        .with("BackupType", in_quotes("SYSTEM"))
        .with("BackupExpiryDateTime", system_expiry);
}

inline object table() {
    return {{"BillingMode", in_quotes("PROVISIONED")},
            {"ItemCount", "10"},
            {"KeySchema", list({key("Artist", "HASH").text(), key("Title", "RANGE").text()})},
            {"ProvisionedThroughput", capacity("5", "6").text()},
            {"TableArn", in_quotes(table_arn)},
            {"TableCreationDateTime", "1600000000"},
            {"TableId", in_quotes("01234567-89ab-cdef-0123-456789abcdef")},
            {"TableName", in_quotes("Music")},
            {"TableSizeBytes", "8192"}};
}

/// A table that may have vector indexes.
inline object on_demand_table() {
    return table()
        .with("BillingMode", in_quotes("PAY_PER_REQUEST"))
        .with("ProvisionedThroughput", capacity("0", "0").text());
}

inline object features() {
    return {{"LocalSecondaryIndexes", list(local_index())},
            {"GlobalSecondaryIndexes", list(global_index())},
            {"StreamDescription", R"({"StreamEnabled": false})"}};
}

/// The answer of DescribeBackup, over several lines.
inline std::string description(object const& of_table = table(), object const& of_features = features(),
                               object const& of_backup = backup_details()) {
    return "{\n \"BackupDescription\": {\n  \"BackupDetails\": " + of_backup.text() +
           ",\n  \"SourceTableDetails\": " + of_table.text() +
           ",\n  \"SourceTableFeatureDetails\": " + of_features.text() + "\n }\n}\n";
}

/// The paths of the objects in that answer.
inline std::string below_table(std::string_view path) {
    return "/BackupDescription/SourceTableDetails" + std::string(path);
}
inline std::string below_features(std::string_view path) {
    return "/BackupDescription/SourceTableFeatureDetails" + std::string(path);
}

// ---- models ----

inline aws::SourceTableDetails table_model() {
    aws::SourceTableDetails t;
    t.table_name = "Music";
    t.table_id = "01234567-89ab-cdef-0123-456789abcdef";
    t.table_arn = table_arn;
    t.key_schema = {{"Artist", aws::KeyType::HASH}, {"Title", aws::KeyType::RANGE}};
    t.table_creation_date_time = dynabackup::timestamp{std::chrono::seconds{1600000000}};
    t.provisioned_throughput = {5, 6};
    t.billing_mode = aws::BillingMode::PROVISIONED;
    return t;
}

inline aws::GlobalSecondaryIndexInfo global_index_model(std::string name = "ByGenre") {
    aws::GlobalSecondaryIndexInfo index;
    index.index_name = std::move(name);
    index.key_schema = {{"Genre", aws::KeyType::HASH}};
    index.projection.emplace().projection_type = aws::ProjectionType::KEYS_ONLY;
    index.provisioned_throughput = {2, 1};
    return index;
}

inline aws::BackupDetails backup_details_model() {
    aws::BackupDetails b;
    b.backup_arn = backup_arn;
    b.backup_name = "weekly";
    b.backup_status = aws::BackupStatus::AVAILABLE;
    b.backup_type = aws::BackupType::USER;
    b.backup_creation_date_time = dynabackup::timestamp{std::chrono::milliseconds{1700000000250}};
    return b;
}

inline aws::DescribeBackupOutput description_model() {
    aws::DescribeBackupOutput out;
    auto& d = out.backup_description.emplace();
    d.backup_details = backup_details_model();
    d.source_table_details = table_model();
    d.source_table_feature_details.emplace().global_secondary_indexes = {global_index_model()};
    return out;
}

// ---- findings ----

/// One line for each finding: its severity, its rule and its path.
using findings = std::vector<std::string>;

inline std::string line_of(dynabackup::finding const& f) {
    return std::string(dynabackup::to_text(f.severity)) + ' ' + std::string(f.rule->id) + ' ' + f.path;
}

inline findings lines_of(dynabackup::report const& report, dynabackup::severity least) {
    findings lines;
    for (auto const& f : report)
        if (f.severity >= least) lines.push_back(line_of(f));
    return lines;
}

/// Returns where the value at a path begins, by a plain search of the text. For a missing member, returns where its
/// object begins; for a duplicate member, the last value. Names must not have escapes.
class plain_search {
public:
    explicit plain_search(std::string_view text) : text_(text) {}

    std::size_t offset_of(std::string_view path) const {
        std::size_t at = skip_space(0);
        while (!path.empty()) {
            auto const end = std::min(path.find('/', 1), path.size());
            auto const inside = child(at, path.substr(1, end - 1));
            if (!inside) return at;
            at = *inside;
            path.remove_prefix(end);
        }
        return at;
    }

    /// Returns where the name of the member at a path begins.
    std::size_t offset_of_name(std::string_view path) const {
        auto const value = offset_of(path);
        auto const end = text_.rfind('"', value - 1);
        return text_.rfind('"', end - 1);
    }

private:
    std::size_t skip_space(std::size_t i) const {
        return std::min(text_.find_first_not_of(" \t\r\n", i), text_.size());
    }
    std::size_t behind(std::size_t i) const {
        std::size_t depth = 0;
        do {
            char const c = text_[i];
            if (c == '"') {
                while (text_[++i] != '"') i += text_[i] == '\\';
                ++i;
            } else if (c == '{' || c == '[') {
                ++depth, ++i;
            } else if (c == '}' || c == ']') {
                --depth, ++i;
            } else if (c == ',' || c == ':') {
                ++i;
            } else {
                i = std::min(text_.find_first_of(" \t\r\n,]}", i), text_.size());
            }
            i = skip_space(i);
        } while (depth);
        return i;
    }
    std::optional<std::size_t> child(std::size_t at, std::string_view step) const {
        std::optional<std::size_t> found;
        char const opener = text_[at];
        std::size_t i = skip_space(at + 1), index = 0;
        while (text_[i] != '}' && text_[i] != ']') {
            std::string name = std::to_string(index++);
            if (opener == '{') {
                auto const value = behind(i);
                name = text_.substr(i + 1, text_.find('"', i + 1) - i - 1);
                i = skip_space(value + 1);
            }
            if (name == step) found = i;
            i = behind(i);
            if (text_[i] == ',') i = skip_space(i + 1);
        }
        return found;
    }

    std::string_view text_;
};

inline void check_places(dynabackup::report const& report, std::string_view json) {
    for (auto const& f : report) {
        INFO(line_of(f));
        plain_search const places(json);
        CHECK(f.offset == (f.name ? places.offset_of_name(f.path) : places.offset_of(f.path)));
        auto const before = json.substr(0, f.offset);
        CHECK(f.line == 1 + static_cast<std::size_t>(std::ranges::count(before, '\n')));
        auto const line = before.substr(before.rfind('\n') + 1); // npos + 1 is 0
        CHECK(f.column == line.size() + 1);
        CHECK(f.character == dynabackup::json::code_points(line) + 1);
    }
}

/// Returns the findings of rules of the model, without those of reading its text and those about the whole input.
inline findings of_model(findings lines) {
    std::erase_if(lines, [](auto const& line) {
        return line.find(" json.") != line.npos || line.find(" dump.") != line.npos ||
               line.find(" list.duplicate-backup ") != line.npos;
    });
    std::ranges::sort(lines);
    return lines;
}

/// Returns the findings of `check` in a text of shape T, from warnings upwards, in the order of the text. Every
/// finding must be at its place. If the text can be read, `validate` must agree: on the model as the edition reads
/// it, and on the model with everything in the text.
template <class T>
findings found(std::string_view json, dynabackup::check_options const& chosen = {},
               dynabackup::severity least = dynabackup::severity::warning) {
    auto const report = dynabackup::check<T>(json, chosen);
    check_places(report, json);
    auto const lines = lines_of(report, least);
    for (auto const& as_read : {chosen.edition, edition::latest}) {
        auto const model = dynabackup::parse<T>(json, {.edition = as_read});
        if (model) CHECK(of_model(lines_of(dynabackup::validate(*model, chosen), least)) == of_model(lines));
    }
    return lines;
}

template <class T>
findings found(object const& json, dynabackup::check_options const& chosen = {},
               dynabackup::severity least = dynabackup::severity::warning) {
    return found<T>(json.text(), chosen, least);
}

/// Returns these findings for the answer of DescribeBackup.
inline findings found(std::string_view json, dynabackup::check_options const& chosen = {},
                      dynabackup::severity least = dynabackup::severity::warning) {
    return found<aws::DescribeBackupOutput>(json, chosen, least);
}

/// Returns the findings of `validate` in a model.
template <class T>
findings found_in(T const& model, dynabackup::check_options const& chosen = {}) {
    return lines_of(dynabackup::validate(model, chosen), dynabackup::severity::warning);
}

inline findings const none{};

} // namespace fixtures
