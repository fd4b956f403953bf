#include <dynabackup/aws/documents.hpp>
#include <dynabackup/document_walk.hpp>

#include "catch.hpp"
#include "reading.hpp"

#include <simdjson.h>

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace reading_test;

class collector final : public finding_sink {
public:
    std::vector<finding> all;
    void take(finding&& f) override { all.push_back(std::move(f)); }
};

// ---- records that can be told apart: each has a status of its own, which is one finding ----

using random_bits = std::mt19937_64;

std::string member_list(std::vector<std::string> members, random_bits& random, bool pretty,
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

/// A status that no damage turns into another's.
std::string name_of(std::size_t id) {
    return 'X' + std::to_string(id) + std::string(6, static_cast<char>('a' + id % 26));
}

std::string summary_of(std::size_t id, random_bits& random, bool pretty, std::string const& indent) {
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

/// A text of records, and where each begins and ends.
struct dump {
    std::string text;
    std::vector<std::pair<std::size_t, std::size_t>> records;

    void add(std::string const& record) {
        records.emplace_back(text.size(), text.size() + record.size());
        text += record;
    }
};

enum class kind { page, pretty_page, line_page, lines, crlf_lines, array, line_array, pretty_array, pages };
constexpr kind kinds[] = {kind::page,  kind::pretty_page, kind::line_page,    kind::lines, kind::crlf_lines,
                          kind::array, kind::line_array,  kind::pretty_array, kind::pages};

dump make(kind layout, std::size_t size, random_bits& random) {
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

std::string description_of(std::size_t id) {
    return R"({"BackupDescription":)" +
           replaced(compact(description_text()), "\"AVAILABLE\"", '"' + name_of(id) + '"') + '}';
}

// ---- damage ----

std::string const garbage[] = {
    "\"",   "{",  "}",  "[",  "]", ",", ":",   "\n",    "\\",       "\0",       "\xFF",         "\xC3",
    "\"\"", "}}", "{{", "]]", "x", "0", "{\"", "\",\"", "\r\n\r\n", "\x01\x02", "\xED\xA0\x80", "nul"};

/// Damages one record inside its bytes; the last byte of it may be one of them.
std::string damaged(std::string record, random_bits& random) {
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

bool is_json_object(std::string const& text) {
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    auto const error = parser.parse(text).get(root);
    if (error == simdjson::NUMBER_ERROR) { // it refuses what no double holds, too
        json::structural_index index;
        char const* too_deep = nullptr;
        return index.build(text) &&
               json::cursor(text, index.begin(), index.end(), true).skip_value(99, too_deep);
    }
    return error == simdjson::SUCCESS && root.is_object();
}

/// What became of a damaged dump.
struct outcome {
    explicit outcome(std::string_view text) : counts(check(exact(text), reading_only(), sink)) {
        for (auto const& f : sink.all) {
            if (f.rule == &reading::unknown_value && f.value) ++seen[*f.value];
            if (f.rule == &reading::syntax) ++syntax;
            if (f.rule == &reading::wrong_type &&
                (f.path == "/BackupDescription" ||
                 f.path.find_last_not_of("0123456789") == std::string_view("/BackupSummaries").size()))
                ++not_objects;
            if (f.offset > text.size()) misplaced = true;
            log += line(f) + '\n';
        }
    }

    collector sink;
    summary counts;
    std::map<std::string, std::size_t> seen;
    std::size_t syntax = 0;
    std::size_t not_objects = 0;
    bool misplaced = false;
    std::string log;

    /// How often a record was read.
    std::size_t times(std::size_t id) const {
        auto const found = seen.find('"' + name_of(id) + '"');
        return found == seen.end() ? 0 : found->second;
    }

    bool adds_up() const { return !misplaced && counts.rejected == syntax + not_objects; }
};

} // namespace

TEST_CASE("damage costs the damaged record only", "[documents][property]") {
    random_bits random{20240601};
    for (int round = 0; round < 40'000; ++round) {
        auto const layout = kinds[random() % std::size(kinds)];
        std::size_t const size = 2 + random() % 6;
        auto const intact = make(layout, size, random);
        std::size_t const n = intact.records.size();
        std::vector<bool> hit(n);
        for (std::size_t k = random() % 4; k != 0; --k) hit[random() % n] = true;

        std::string text;
        std::size_t from = 0, broken = 0, stretches = 0, imitations = 0, damages = 0;
        bool before = false; // whether the record before is broken
        for (std::size_t i = 0; i < n; ++i) {
            auto const [begin, end] = intact.records[i];
            text += intact.text.substr(from, begin - from);
            auto record = intact.text.substr(begin, end - begin);
            bool now = false;
            if (hit[i]) {
                record = damaged(record, random);
                now = !is_json_object(record);
                ++damages;
                broken += now;
                stretches += now && !before;
                imitations += record.find("\n{") != record.npos; // looks like the start of a document
            }
            before = now;
            text += record;
            from = end;
        }
        text += intact.text.substr(from);

        outcome const got(text);
        bool good = got.adds_up() && got.counts.records - got.counts.rejected >= n - damages;
        // Records behind each other may break as one stretch: nothing tells where the second begins.
        good = good && got.syntax >= stretches && got.syntax <= broken + imitations;
        for (std::size_t i = 0; i < n; ++i) good = good && (hit[i] || got.times(i) == 1);
        if (!good)
            FAIL(got.log << broken << " broken, " << got.counts.rejected << " rejected of "
                         << got.counts.records << '\n'
                         << text);
    }
}

TEST_CASE("garbage between records is one stretch of damage", "[documents][property]") {
    random_bits random{20240602};
    for (int round = 0; round < 20'000; ++round) {
        auto const layout = kinds[random() % std::size(kinds)];
        std::size_t const size = 2 + random() % 6;
        auto const intact = make(layout, size, random);
        std::size_t const n = intact.records.size();
        std::size_t const at = random() % n;
        bool const behind = random() % 2;
        auto const [begin, end] = intact.records[at];
        auto text = intact.text;
        auto junk = garbage[random() % std::size(garbage)];
        if (junk.empty()) junk.push_back('\0');
        text.insert(behind ? end : begin, junk);

        outcome const got(text);
        bool good = got.adds_up() && got.syntax <= 1;
        for (std::size_t i = 0; i < n; ++i) good = good && got.times(i) == 1;
        if (!good) FAIL(got.log << at << behind << ' ' << junk << '\n' << text);
    }
}

TEST_CASE("a truncated dump loses the last record only", "[documents][property]") {
    random_bits random{20240603};
    for (auto layout : kinds)
        for (int round = 0; round < 3; ++round) {
            auto const intact = make(layout, 3, random);
            for (std::size_t size = 1; size <= intact.text.size(); ++size) {
                auto const text = intact.text.substr(0, size);
                outcome const got(text);
                bool good = got.adds_up() && got.syntax <= 1;
                for (std::size_t i = 0; i < intact.records.size(); ++i)
                    good = good && got.times(i) == (intact.records[i].second <= size ? 1 : 0);
                if (!good) FAIL(got.log << text);
            }
        }
}

TEST_CASE("one damaged byte of a description costs that description", "[documents][property]") {
    random_bits random{20240604};
    std::string const separators[] = {"\n", "\r\n", "", " "};
    for (int round = 0; round < 10'000; ++round) {
        std::string const separator = separators[random() % std::size(separators)];
        std::size_t const hit = random() % 3;
        std::string text;
        bool broken = false;
        for (std::size_t i = 0; i < 3; ++i) {
            auto document = description_of(i);
            if (i == hit) {
                document = damaged(document, random);
                broken = !is_json_object(document);
            }
            text += document + separator;
        }
        outcome const got(text);
        bool good = got.adds_up() && (got.syntax == 0) == !broken;
        for (std::size_t i = 0; i < 3; ++i) good = good && (i == hit || got.times(i) == 1);
        if (!good) FAIL(got.log << hit << broken << '\n' << text);
    }
}

TEST_CASE("checking ends behind the record or document with the last finding that was asked for",
          "[documents]") {
    auto const bad = R"({"BackupName":7,"TableName":[]})", good = R"({"BackupName":"a-name"})";
    auto const lost = R"({"BackupName":tru})";
    auto joined = [](std::initializer_list<std::string_view> parts, std::string_view between) {
        std::string out;
        for (auto part : parts) out += (out.empty() ? "" : std::string(between)) + std::string(part);
        return out;
    };
    struct outcome {
        std::size_t findings, records, documents;
        bool operator==(outcome const&) const = default;
    };
    auto const stopped = [](std::string const& text, std::size_t after) {
        CAPTURE(text, after);
        auto chosen = reading_only();
        dynabackup::report all, some;
        check(exact(text), chosen, all);
        chosen.stop_after = after;
        auto const counts = check(exact(text), chosen, some);
        CHECK(some.size() == std::min(all.size(), after ? after : all.size()));
        for (std::size_t i = 0; i < std::min(some.size(), all.size()); ++i)
            CHECK(line(some[i]) == line(all[i]));
        return outcome{some.size(), counts.records, counts.documents};
    };
    auto const in_page = page(joined({good, bad, good, bad, bad}, ","));
    CHECK(stopped(in_page, 0) == outcome{6, 5, 1});
    CHECK(stopped(in_page, 1) == outcome{1, 2, 1});
    CHECK(stopped(in_page, 2) == outcome{2, 2, 1});
    CHECK(stopped(in_page, 3) == outcome{3, 4, 1});
    CHECK(stopped(in_page, 6) == outcome{6, 5, 1});
    CHECK(stopped(in_page, 7) == outcome{6, 5, 1});
    CHECK(stopped(in_page + in_page, 4) == outcome{4, 4, 1});
    CHECK(stopped(page(joined({good, lost, good, bad}, ",")), 1) == outcome{1, 2, 1});

    auto const request = R"({"Limit":true})";
    auto const many = joined({request, "{}", request, request}, "\n");
    CHECK(stopped(many, 1) == outcome{1, 0, 1});
    CHECK(stopped(many, 2).documents == 2);
    CHECK(stopped(many, 3).documents == 3);
    CHECK(stopped("[" + joined({request, request, request}, ",") + "]", 2) == outcome{2, 0, 2});
    CHECK(stopped(joined({R"({"Limit":1,})", request, R"({"Limit":1,})"}, "\n"), 1).documents == 1);
    CHECK(stopped(joined({R"({"Limit":1,})", request, R"({"Limit":1,})"}, "\n"), 2).documents == 2);

    auto one = reading_only();
    one.stop_after = 1;
    CHECK(found(check<aws::ListBackupsInput>(std::string(request) + request, one)) ==
          lines{"json.wrong-type /Limit @9"});
}
