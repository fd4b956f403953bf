#include <dynabackup/any_document.hpp>
#include <dynabackup/dump/engine.hpp>
#include <dynabackup/dump/record_batch.hpp>

#include "catch.hpp"
#include "damaged_dumps.hpp"

#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace damaged_dumps;

namespace {

/// A text that is copied in parts, as a file is.
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

/// All that a reader of a dump is told, line by line.
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

/// What one way of reading makes of the texts, one an input; the records of a summary's shape with their places.
struct reading_of {
    reading_of(std::vector<std::string> const& texts, detail::dump_tuning const& how,
               options const& chosen = reading_only(), bool copied = false) {
        std::vector<dump_input> inputs;
        for (std::string_view const text : texts) {
            auto const name = std::to_string(inputs.size());
            if (copied)
                inputs.push_back({name, [text](auto&) { return std::make_unique<copied_source>(text); }});
            else inputs.push_back(from_memory(text, name));
        }
        told sink;
        using records = detail::record_batch<aws::BackupSummary>;
        any_known_document const documents;
        detail::dump_engine<records> engine(inputs, chosen, sink, documents, how);
        // Records and findings are handed out chunk by chunk: their order among each other is that of the chunks.
        lines handed_out;
        while (engine.step([&](records& batch, std::string_view) {
            for (std::size_t i = 0; i < batch.size(); ++i) {
                auto const& at = batch.place(i);
                handed_out.push_back(concat("record ", at.document, ' ', at.record, ' ', at.offset, ' ',
                                            at.line, ' ',
                                            batch[i].backup_status ? batch[i].backup_status->text() : "-"));
            }
        })) {}
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

/// Reads in many ways, and compares each with the plainest.
void compare(std::vector<std::string> const& texts, random_bits& random, options chosen = reading_only()) {
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
                                              << ", pieces of " << how.piece_size << "\n== whole\n"
                                              << joined(whole) << "== got\n"
                                              << joined(got) << text);
    }
}

} // namespace

TEST_CASE("a dump is the same however it is cut, and by however many threads it is read",
          "[dump][property]") {
    random_bits random{1};
    for (int round = 0; round < 300; ++round) {
        std::vector<std::string> texts;
        for (std::size_t n = random() % 3 + 1; n != 0; --n) {
            auto const layout = kinds[random() % std::size(kinds)];
            texts.push_back(make(layout, random() % 30, random).text);
        }
        compare(texts, random);
    }
}

TEST_CASE("a damaged dump is the same however it is cut", "[dump][property]") {
    random_bits random{2};
    for (int round = 0; round < 1000; ++round) {
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

/// Some text, and then a problem.
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
    any_known_document const documents;
    options const chosen = reading_only();
    detail::dump_engine<detail::no_records> engine(inputs, chosen, sink, documents, {1, 2, 2});
    while (engine.step([](auto&, std::string_view) {})) {}
    CHECK(engine.counts().documents == 3);
    CHECK(sink.bytes == 6);
}

TEST_CASE("an input that cannot be read has no findings, and one that is cut off has those before",
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
        options const chosen{.only = {"document.*", "dump.*", "json.*"}};
        any_known_document const documents;
        detail::dump_engine<detail::no_records> engine(inputs, chosen, sink, documents, {.jobs = jobs});
        while (engine.step([](auto&, std::string_view) {})) {}
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
                             "json.syntax ",
                             "<",
                             "< e",
                             "dump.incomplete-listing /NextToken"});
        CHECK(engine.counts().documents == 3);
        CHECK(sink.bytes == 4 + page.size());
    }
}

TEST_CASE("a dump is read until so many findings were handed out", "[dump]") {
    auto chosen = reading_only();
    chosen.stop_after = 2;
    std::string const two = R"({"Limit":0} {"Limit":0} )", one = R"({"Limit":0} )";
    for (unsigned const jobs : {1u, 3u}) {
        std::vector<dump_input> const inputs{from_memory(one, "a"), from_memory(two, "b"),
                                             from_memory(two, "c")};
        told sink;
        any_known_document const documents;
        detail::dump_engine<detail::no_records> engine(inputs, chosen, sink, documents, {.jobs = jobs});
        while (engine.step([](auto&, std::string_view) {})) {}
        lines heads;
        for (auto const& l : sink.all) heads.push_back(l.substr(0, l.find(" @")));
        CHECK(heads ==
              lines{"> a", "number.out-of-range /Limit", "<", "> b", "number.out-of-range /Limit", "<"});
        CHECK_FALSE(engine.step([](auto&, std::string_view) { FAIL("a chunk behind the end"); }));
        CHECK(engine.counts().findings[0] + engine.counts().findings[1] + engine.counts().findings[2] == 2);
    }
}
