#include <dynabackup/check.hpp>
#include <dynabackup/check_documents.hpp>

#include "catch.hpp"
#include "damaged_dumps.hpp"
#include "reading.hpp"
#include "rounds.hpp"

#include <simdjson.h>

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace check_documents_test {

namespace {

using namespace damaged_dumps;

bool is_json_object(std::string const& text) {
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    auto const error = parser.parse(text).get(root);
    if (error == simdjson::NUMBER_ERROR) { // simdjson also refuses numbers that do not fit a double
        json::structural_index index;
        char const* too_deep = nullptr;
        return index.build(text) &&
               json::cursor(text, index.begin(), index.end(), true).skip_value(99, too_deep);
    }
    return error == simdjson::SUCCESS && root.is_object();
}

/// The result of reading a damaged dump.
struct outcome {
    explicit outcome(std::string_view text, check_options const& chosen = reading_only())
        : counts(check_documents(exact(text), chosen, sink)) {
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

    /// Returns how often a record was read.
    std::size_t times(std::size_t id) const {
        auto const found = seen.find('"' + name_of(id) + '"');
        return found == seen.end() ? 0 : found->second;
    }

    bool adds_up() const { return !misplaced && counts.rejected == syntax + not_objects; }
};

} // namespace

TEST_CASE("damage costs only the damaged record", "[documents][property]") {
    random_bits random{20240601};
    for (unsigned round = 0; round < (is_slow ? 1'000U : 40'000U); ++round) {
        auto const layout = kinds[random() % std::size(kinds)];
        std::size_t const size = 2 + random() % 6;
        auto const intact = make(layout, size, random);
        std::size_t const n = intact.records.size();
        std::vector<bool> hit(n), is_broken(n);
        for (std::size_t k = random() % 4; k != 0; --k) hit[random() % n] = true;

        std::string text;
        std::size_t from = 0, broken = 0, imitations = 0, damages = 0;
        for (std::size_t i = 0; i < n; ++i) {
            auto const [begin, end] = intact.records[i];
            text += intact.text.substr(from, begin - from);
            auto record = intact.text.substr(begin, end - begin);
            if (hit[i]) {
                record = damaged(record, random);
                is_broken[i] = !is_json_object(record);
                ++damages;
                broken += is_broken[i];
                imitations += record.find("\n{") != record.npos; // looks like the start of a document
            }
            text += record;
            from = end;
        }
        text += intact.text.substr(from);

        outcome const got(text);
        bool good = got.adds_up() && got.counts.records - got.counts.rejected >= n - damages;
        // Consecutive records may break as one stretch: nothing shows where the second one begins. A damaged record that
        // is JSON may be lost between them.
        std::size_t stretches = 0;
        bool is_in_stretch = false;
        for (std::size_t i = 0; i < n; ++i) {
            stretches += is_broken[i] && !is_in_stretch;
            is_in_stretch = is_broken[i] || (is_in_stretch && hit[i] && got.times(i) == 0);
        }
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
    for (unsigned round = 0; round < (is_slow ? 500U : 20'000U); ++round) {
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

TEST_CASE("a truncated dump loses only the last record", "[documents][property]") {
    random_bits random{20240603};
    for (auto layout : kinds)
        for (int round = 0; round < (is_slow ? 1 : 3); ++round) {
            auto const intact = make(layout, 3, random);
            for (std::size_t size = 1; size <= intact.text.size(); size += every(1)) {
                auto const text = intact.text.substr(0, size);
                outcome const got(text);
                bool good = got.adds_up() && got.syntax <= 1;
                for (std::size_t i = 0; i < intact.records.size(); ++i)
                    good = good && got.times(i) == (intact.records[i].second <= size ? 1 : 0);
                if (!good) FAIL(got.log << text);
            }
        }
}

TEST_CASE("one damaged byte in a description costs only that description", "[documents][property]") {
    random_bits random{20240604};
    std::string const separators[] = {"\n", "\r\n", "", " "};
    for (unsigned round = 0; round < rounds(10'000); ++round) {
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

TEST_CASE("a byte order mark has bytes, but is not a character", "[documents]") {
    auto const r = check<aws::ListBackupsInput>("\xEF\xBB\xBF{\"Limit\":0}");
    REQUIRE(r.size() == 1);
    CHECK((r[0].offset == 12 && r[0].line == 1 && r[0].column == 13 && r[0].character == 10));
    for (std::string_view const empty : {"\xEF\xBB\xBF", "\xEF\xBB\xBF \n", "", " \n "}) {
        auto const nothing = check<aws::ListBackupsInput>(empty);
        REQUIRE(nothing.size() == 1);
        CHECK(nothing[0].rule == &reading::syntax);
        CHECK(nothing[0].offset == empty.size());
    }
    CHECK(check<aws::ListBackupsInput>("\xEF\xBB\xBF\xEF\xBB\xBF{}").size() == 1);
}

TEST_CASE("checking ends after the record or document with the last requested finding", "[documents]") {
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
        check_documents(exact(text), chosen, all);
        chosen.stop_after = after;
        auto const counts = check_documents(exact(text), chosen, some);
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

TEST_CASE("damage in a record of megabytes is one finding", "[documents]") {
    auto const open = R"({"BackupSummaries":[{"BackupName":")" + std::string(3'000'000, 'x');
    auto chosen = reading_only();
    chosen.max_record_bytes = std::size_t{8} << 20;
    outcome const to_the_end(open, chosen);
    CHECK(to_the_end.syntax == 1);
    CHECK(to_the_end.counts.rejected == 1);
    outcome const followed(open + '\n' + compact(summary_text) + '\n', chosen);
    CHECK(followed.syntax == 1);
    CHECK(followed.counts.rejected == 1);
    CHECK(followed.counts.shapes.at("BackupSummary") == 1);
    CHECK(followed.counts.records == 2);
}

TEST_CASE("a record with a very long string is read completely", "[documents]") {
    std::string const text = R"({"BackupSummaries":[{"BackupName":"one"},{"BackupArn":")" +
                             std::string(5 << 20, 'x') + R"("},{"BackupName":"two"}]})";
    collector sink;
    auto chosen = reading_test::reading_only();
    chosen.max_record_bytes = std::size_t{8} << 20;
    auto const counts = check_documents(exact(text), chosen, sink);
    CHECK((counts.records == 3 && counts.rejected == 0 && counts.documents == 1));
    REQUIRE(sink.all.size() == 1);
    CHECK(line(sink.all[0]) ==
          "string.length /BackupSummaries/1/BackupArn @" + std::to_string(text.find("\"xxx")));
}

} // namespace check_documents_test
