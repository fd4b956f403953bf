#include <dynabackup/aws/aws.hpp>
#include <dynabackup/detail/check/any_document.hpp>
#include <dynabackup/detail/check/check_text.hpp>
#include <dynabackup/detail/dump/engine.hpp>
#include <dynabackup/dump.hpp>
#include <dynabackup/dump/record_collector.hpp>

#include "catch.hpp"
#include "damaged_dumps.hpp"
#include "rounds.hpp"

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace detail_dump_engine_test {

using namespace damaged_dumps;

namespace {

/// A text that is copied in parts, as that of a file is.
class copied_source final : public byte_source {
public:
    explicit copied_source(std::string_view text) : rest_(text) {}
    std::size_t read(char* to, std::size_t size, std::string&) override {
        auto const n = rest_.copy(to, size);
        rest_.remove_prefix(n);
        return n;
    }

private:
    std::string_view rest_;
};

/// Everything that the sink of a dump receives, line by line.
struct told final : dump_sink {
    lines all;
    std::size_t bytes = 0;

    void begin(std::string_view name) override { all.push_back("> " + std::string(name)); }
    void problem(std::string_view, std::string_view why) override { all.push_back("! " + std::string(why)); }
    void advance(std::size_t n) override { bytes += n; }
    void end(std::string_view) override { all.emplace_back("<"); }
    void return_to(std::string_view name) override { all.push_back("< " + std::string(name)); }
    void take(finding&& f) override {
        all.push_back(concat(line(f), ' ', f.line, ':', f.column, ':', f.character, " d", f.document, " r",
                             f.record ? std::to_string(*f.record) : "-", ' ', f.value.value_or("-"), ' ',
                             f.shape, ' ', f.source_place, ' ', f.source));
    }
};

/// Passes the records of each chunk to a function.
template <class F>
struct taker final : chunk_taker {
    explicit taker(F f) : f_(std::move(f)) {}
    void take(record_collector& collected, std::string_view) override { f_(collected); }
    F f_;
};

/// Reads to the end. \return The counts.
summary const& read_all(detail::dump_engine& engine) {
    taker ignoring([](record_collector&) {});
    while (engine.step(ignoring)) {}
    return engine.counts();
}

/// The results of reading the texts, one per input, in one way; and the records of a summary's shape with their places.
struct reading_of {
    reading_of(std::vector<std::string> const& texts, detail::dump_tuning const& how,
               check_options const& chosen = reading_only(), bool copied = false) {
        std::vector<dump_input> inputs;
        for (std::string_view const text : texts) {
            auto const name = std::to_string(inputs.size());
            if (copied)
                inputs.push_back({name, [text](auto&) { return std::make_unique<copied_source>(text); }});
            else inputs.push_back(from_memory(text, name));
        }
        told sink;
        using records = record_batch<aws::BackupSummary>;
        detail::any_reader const documents(known_systems());
        detail::dump_engine engine(inputs, chosen, sink, documents, how, records{});
        // Records and findings are passed on chunk by chunk. Their order relative to each other is that of the chunks.
        lines handed_out;
        taker taking([&](record_collector& collected) {
            auto& batch = static_cast<records&>(collected);
            for (std::size_t i = 0; i < batch.size(); ++i) {
                auto const& at = batch.place_of(i);
                handed_out.push_back(concat("record ", at.document, ' ', at.record, ' ', at.offset, ' ',
                                            at.line, ' ',
                                            batch[i].backup_status ? batch[i].backup_status->text() : "-"));
            }
        });
        while (engine.step(taking)) {}
        auto const& c = engine.counts();
        sink.all.push_back(concat(c.documents, " documents, ", c.records, " records, ", c.rejected,
                                  " rejected, ", c.findings[0], ' ', c.findings[1], ' ', c.findings[2]));
        for (auto const& [id, n] : c.rules) sink.all.push_back(concat(id, ' ', n));
        for (auto const& [shape, n] : c.shapes) sink.all.push_back(concat(shape, ' ', n));
        std::size_t size = 0;
        for (auto const& t : texts) size += t.size();
        CHECK(sink.bytes == size);
        all = std::move(sink.all);
        all.insert(all.end(), handed_out.begin(), handed_out.end());
    }
    lines all;
};

std::string joined(lines const& all) {
    std::string text;
    for (auto const& l : all) text += l + '\n';
    return text;
}

/// Reads in many ways, and compares each result with that of the simplest one.
void compare(std::vector<std::string> const& texts, random_bits& random,
             check_options chosen = reading_only()) {
    chosen.excerpt_bytes = random() % 3 ? random() % 100 : 0;
    auto const whole = reading_of(texts, {1, 1 << 20, 1 << 20}, chosen).all;
    for (unsigned const jobs : {1u, 2u, 7u}) {
        detail::dump_tuning const how{jobs, 40 + random() % 3000, 40 + random() % 3000};
        bool const copied = random() % 2;
        auto const got = reading_of(texts, how, chosen, copied).all;
        if (got == whole) continue;
        std::string text;
        for (auto const& t : texts) text += "---\n" + t + '\n';
        FAIL((copied ? "copied, " : "lent, ") << jobs << " jobs, chunks of " << how.chunk_size
                                              << ", windows of " << how.window_size << "\n== whole\n"
                                              << joined(whole) << "== got\n"
                                              << joined(got) << text);
    }
}

} // namespace

TEST_CASE("the result of reading a dump does not depend on its chunks and the number of threads",
          "[dump][property]") {
    random_bits random{1};
    for (unsigned round = 0; round < rounds(300); ++round) {
        std::vector<std::string> texts;
        for (std::size_t n = random() % 3 + 1; n != 0; --n) {
            auto const layout = kinds[random() % std::size(kinds)];
            texts.push_back(make(layout, random() % 30, random).text);
        }
        compare(texts, random);
    }
}

TEST_CASE("a record that is no longer recognised by its members is reported once, wherever a window ends",
          "[dump]") {
    std::string const good = R"({"TableName":"Orders","BackupName":"nightly","BackupStatus":"AVAILABLE"})";
    // No member, a member without its colon, and damage after unknown members.
    for (std::string const bad :
         {R"({"Bac", "BackupName":"nightly"})", R"({"Other":1 2,"BackupName":"nightly"})",
          R"({"Other":tru,"BackupName":"nightly"})", R"({"Other":{"a"},"More":1})"}) {
        std::string text = "[";
        for (int i = 0; i < 12; ++i) text += (i ? ",\n" : "") + (i % 4 == 2 ? bad : good);
        text += "]\n";
        auto const whole = reading_of({text}, {1, 1 << 20, 1 << 20}, reading_only()).all;
        for (std::size_t window = 40; window < 700; window += 3) {
            CAPTURE(bad, window);
            CHECK(reading_of({text}, {1, 40 + window % 97, window}, reading_only(), true).all == whole);
        }
    }
}

TEST_CASE("the result of reading a damaged dump does not depend on its chunks", "[dump][property]") {
    random_bits random{2};
    for (unsigned round = 0; round < rounds(1000); ++round) {
        auto const intact = make(kinds[random() % std::size(kinds)], 1 + random() % 20, random);
        std::string text;
        std::size_t from = 0;
        std::size_t const often = 1 + random() % 10;
        for (auto const& [begin, end] : intact.records) {
            text += intact.text.substr(from, begin - from);
            auto record = intact.text.substr(begin, end - begin);
            text += random() % often == 0 ? damaged(record, random) : record;
            from = end;
        }
        text += intact.text.substr(from);
        compare({text}, random);
    }
}

namespace {

/// Some text, followed by a problem.
class failing_source final : public byte_source {
public:
    std::size_t read(char* to, std::size_t size, std::string& problem) override {
        auto const n = rest_.copy(to, size);
        rest_.remove_prefix(n);
        if (n == 0) problem = "broken";
        return n;
    }

private:
    std::string_view rest_ = "7 ";
};

} // namespace

TEST_CASE("an input that is in memory is not read", "[dump]") {
    struct source final : byte_source {
        std::size_t read(char*, std::size_t, std::string&) override {
            FAIL("read");
            return 0;
        }
        std::string_view all() const override { return "7 8 9 "; }
    };
    std::vector<dump_input> const inputs{{"a", [](std::string&) { return std::make_unique<source>(); }}};
    told sink;
    detail::any_reader const documents(known_systems());
    check_options const chosen = reading_only();
    detail::dump_engine engine(inputs, chosen, sink, documents, {1, 2, 2});
    read_all(engine);
    CHECK(engine.counts().documents == 3);
    CHECK(sink.bytes == 6);
}

TEST_CASE("an input that cannot be read has no findings, and one that is cut off has those before the end",
          "[dump]") {
    std::string_view const page = R"({"BackupSummaries":[],"NextToken":"a"})";
    for (unsigned const jobs : {1u, 2u, 7u}) {
        std::vector<dump_input> const inputs{
            from_memory("8 ", "a"),
            {"b", [](std::string&) { return nullptr; }},
            {"c", [](std::string&) { return std::make_unique<failing_source>(); }},
            {"d",
             [](std::string& problem) {
                 problem = "no";
                 return nullptr;
             }},
            from_memory(page, "e"),
            from_memory("", "f"),
        };
        told sink;
        check_options const chosen{.only = {"document.*", "dump.*", "json.*"}};
        detail::any_reader const documents(known_systems());
        detail::dump_engine engine(inputs, chosen, sink, documents, {.jobs = jobs});
        read_all(engine);
        lines heads; // without the places
        for (auto const& l : sink.all) heads.push_back(l.substr(0, l.find(" @")));
        CHECK(heads == lines{"> a",
                             "document.unrecognized ",
                             "<",
                             "> b",
                             "! it cannot be opened",
                             "<",
                             "> c",
                             "document.unrecognized ",
                             "! broken",
                             "<",
                             "> d",
                             "! no",
                             "<",
                             "> e",
                             "<",
                             "> f",
                             "! it is empty; perhaps nothing was written to it",
                             "<",
                             "< e",
                             "dump.incomplete-listing /NextToken"});
        CHECK(engine.counts().documents == 3);
        CHECK(sink.bytes == 4 + page.size());
    }
}

TEST_CASE("a dump is read until a given number of findings has been reported", "[dump]") {
    auto chosen = reading_only();
    chosen.stop_after = 2;
    std::string const two = R"({"Limit":0} {"Limit":0} )", one = R"({"Limit":0} )";
    for (unsigned const jobs : {1u, 3u}) {
        std::vector<dump_input> const inputs{from_memory(one, "a"), from_memory(two, "b"),
                                             from_memory(two, "c")};
        told sink;
        detail::any_reader const documents(known_systems());
        detail::dump_engine engine(inputs, chosen, sink, documents, {.jobs = jobs});
        read_all(engine);
        lines heads;
        for (auto const& l : sink.all) heads.push_back(l.substr(0, l.find(" @")));
        CHECK(heads ==
              lines{"> a", "number.out-of-range /Limit", "<", "> b", "number.out-of-range /Limit", "<"});
        taker never([](record_collector&) { FAIL("a chunk after the end"); });
        CHECK_FALSE(engine.step(never));
        CHECK(engine.counts().findings[0] + engine.counts().findings[1] + engine.counts().findings[2] == 2);
    }
}

TEST_CASE("a record that is too large is skipped, and reported once", "[dump]") {
    auto const record = [](std::string const& name) {
        return R"({"BackupArn":")" + std::string(backup_arn) + R"(","BackupName":")" + name +
               R"(","TableName":"Orders"})";
    };
    auto const small = record("small"), large = record(std::string(2'000'000, 'n'));
    auto const other = R"({"Surprise":")" + std::string(2'000'000, 'n') + R"(","More":[{}]})";
    for (auto const& [text, documents, path] : {
             std::tuple{R"({"BackupSummaries":[)" + small + ',' + large + ',' + small + "]}", 1U,
                        "/BackupSummaries/1"},
             std::tuple{small + '\n' + large + '\n' + small, 3U, ""},
             std::tuple{small + '\n' + other + '\n' + small, 3U, "/Surprise"},
         })
        for (unsigned const jobs : {1U, 3U}) {
            auto chosen = reading_only();
            chosen.max_record_bytes = 50'000;
            std::vector<dump_input> const inputs{from_memory(text)};
            dump_report report;
            detail::any_reader const any(known_systems());
            // In windows that are smaller than the limit.
            detail::dump_engine engine(inputs, chosen, report, any, {jobs, 20'000, 20'000});
            auto const& counts = read_all(engine);
            CHECK(counts.records == 3);
            CHECK(counts.rejected == 1);
            CHECK(counts.documents == documents);
            std::erase_if(report.findings,
                          [](auto const& e) { return e.what.rule == &reading::unrecognized; });
            REQUIRE(report.findings.size() == 1);
            CHECK(report.findings[0].what.rule == &reading::record_too_large);
            CHECK(report.findings[0].what.path == path);
            CHECK(report.bytes == text.size());
        }
}

TEST_CASE("documents of one given shape are found after damage", "[dump]") {
    std::string const text = R"({"BackupArn":"a"} {"BackupArn" "b"} {"BackupArn":"c"})";
    detail::documents_of_shape requests(shape_rules_of<aws::DescribeBackupInput>);
    dump_report report;
    std::vector<dump_input> const inputs{from_memory(text)};
    auto const chosen = reading_only();
    detail::dump_engine engine(inputs, chosen, report, requests.reader(), {.jobs = 1});
    read_all(engine);
    std::vector<std::size_t> places;
    for (auto const& f : report.findings)
        if (f.what.rule != &reading::syntax) places.push_back(f.what.offset);
        else CHECK(f.what.offset == text.find("\"b\""));
    CHECK(places == std::vector{text.find("\"a\""), text.find("\"c\"")}); // these names are too short
    CHECK(report.findings.size() == 3);
}

} // namespace detail_dump_engine_test
