#pragma once
/// \file
/// Dumps in every layout that occurs in practice, and damage to them.

#include <dynabackup/report.hpp>

#include "reading.hpp"

#include <algorithm>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace damaged_dumps {

using namespace reading_test;

class collector final : public finding_sink {
public:
    std::vector<finding> all;
    void take(finding&& f) override { all.push_back(std::move(f)); }
};

// ---- records that can be distinguished: each has its own status, which is one finding ----

using random_bits = std::mt19937_64;

inline std::string member_list(std::vector<std::string> members, random_bits& random, bool pretty,
                               std::string const& indent) {
    if (random() % 2) std::shuffle(members.begin(), members.end(), random);
    std::string out = "{";
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i) out += ',';
        if (pretty) out += "\n" + indent + "  ";
        else if (i && random() % 8 == 0) out += ' ';
        out += members[i];
    }
    return out + (pretty ? "\n" + indent + "}" : "}");
}

/// A status that no damage turns into that of another record.
inline std::string name_of(std::size_t id) {
    return 'X' + std::to_string(id) + std::string(6, static_cast<char>('a' + id % 26));
}

inline std::string summary_of(std::size_t id, random_bits& random, bool pretty, std::string const& indent) {
    std::string const colon = pretty ? ": " : ":";
    std::vector<std::string> members;
    auto add = [&](std::string const& name, std::string const& value) {
        members.push_back('"' + name + '"' + colon + value);
    };
    add("BackupArn", '"' + std::string(backup_arn) + '"');
    add("BackupCreationDateTime", random() % 2 ? "1717200000.123" : "1.717200000123E9");
    add("BackupName", random() % 4 ? "\"nightly\"" : R"("n\u0069ghtly")");
    add("BackupSizeBytes", std::to_string(random() % 1'000'000));
    add("BackupStatus", '"' + name_of(id) + '"');
    add("BackupType", "\"USER\"");
    add("TableName", "\"Orders\"");
    if (random() % 4 == 0) add("BackupExpiryDateTime", "null");
    return member_list(members, random, pretty, indent);
}

/// A text of records, with the begin and the end of each.
struct dump {
    std::string text;
    std::vector<std::pair<std::size_t, std::size_t>> records;

    void add(std::string const& record) {
        records.emplace_back(text.size(), text.size() + record.size());
        text += record;
    }
};

enum class kind { page, pretty_page, line_page, lines, crlf_lines, array, line_array, pretty_array, pages };
inline constexpr kind kinds[] = {kind::page,       kind::pretty_page,  kind::line_page,
                                 kind::lines,      kind::crlf_lines,   kind::array,
                                 kind::line_array, kind::pretty_array, kind::pages};

inline dump make(kind layout, std::size_t size, random_bits& random) {
    dump out;
    auto records = [&](std::string_view separator, bool pretty, std::string const& indent) {
        for (std::size_t i = 0; i < size; ++i) {
            if (i) out.text += separator;
            out.add(summary_of(out.records.size(), random, pretty, indent));
        }
    };
    switch (layout) {
    case kind::page:
        out.text = R"({"BackupSummaries":[)";
        records(",", false, "");
        out.text += "]}";
        break;
    case kind::pretty_page:
        out.text = "{\n    \"BackupSummaries\": [\n        ";
        records(",\n        ", true, "        ");
        out.text += "\n    ]\n}\n";
        break;
    case kind::line_page:
        out.text = "{\"BackupSummaries\":[\n";
        records(",\n", false, "");
        out.text += "\n]}\n";
        break;
    case kind::lines:
        records("\n", false, "");
        out.text += '\n';
        break;
    case kind::crlf_lines:
        records("\r\n", false, "");
        out.text += "\r\n";
        break;
    case kind::array:
        out.text = "[";
        records(",", false, "");
        out.text += "]";
        break;
    case kind::line_array:
        out.text = "[\n";
        records(",\n", false, "");
        out.text += "\n]\n";
        break;
    case kind::pretty_array:
        out.text = "[\n  ";
        records(",\n  ", true, "  ");
        out.text += "\n]\n";
        break;
    case kind::pages:
        for (int page = 0; page < 3; ++page) {
            out.text += R"({"BackupSummaries":[)";
            records(",", false, "");
            out.text += "]}\n";
        }
        break;
    }
    return out;
}

inline std::string description_of(std::size_t id) {
    return R"({"BackupDescription":)" +
           replaced(compact(description_text()), "\"AVAILABLE\"", '"' + name_of(id) + '"') + '}';
}

// ---- damage ----

inline std::string const garbage[] = {
    "\"",   "{",  "}",  "[",  "]", ",", ":",   "\n",    "\\",       "\0",       "\xFF",         "\xC3",
    "\"\"", "}}", "{{", "]]", "x", "0", "{\"", "\",\"", "\r\n\r\n", "\x01\x02", "\xED\xA0\x80", "nul"};

/// Damages one record inside its bytes. Its last byte may be one of them.
inline std::string damaged(std::string record, random_bits& random) {
    std::size_t const at = random() % record.size();
    switch (random() % 4) {
    case 0:
        record[at] = static_cast<char>(static_cast<unsigned char>(record[at]) ^ 1u << random() % 8);
        break;
    case 1: record.erase(at, 1); break;
    case 2: {
        auto text = garbage[random() % std::size(garbage)];
        if (text.empty()) text.push_back('\0');
        record.insert(at + (at == 0), text);
        break;
    }
    default: record.erase(at, 1 + random() % std::min<std::size_t>(record.size() - at, 40)); break;
    }
    return record;
}

} // namespace damaged_dumps
