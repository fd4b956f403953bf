#include <dynabackup/detail/dump/chunk_reader.hpp>

#include "catch.hpp"
#include "dump/compress.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace detail_dump_chunk_reader_test {

using namespace dynabackup;
using detail::chunk, detail::chunk_reader;

namespace {

std::string_view const names[] = {"a"};

/// Checks the properties of all chunks. Returns the texts of the inputs, joined.
std::vector<std::string> read(std::vector<dump_input> const& inputs, std::size_t chunk_size,
                              std::size_t excerpt) {
    std::vector<std::string> texts;
    chunk_reader reader(inputs, names, chunk_size, {.excerpt_bytes = excerpt, .allow_empty = true});
    chunk c;
    bool ended = true;
    while (reader.next(c)) {
        CHECK(c.first == ended);
        if (c.first) texts.emplace_back();
        CHECK(c.input + 1 == texts.size());
        auto const before = c.around().substr(0, c.before);
        CHECK(before.size() == std::min(excerpt, texts.back().size()));
        CHECK(texts.back().ends_with(before));
        texts.back() += c.text();
        CHECK(c.around().size() <= c.before + c.size + excerpt);
        CHECK((c.last || c.size != 0));
        ended = c.last;
    }
    CHECK(ended);
    return texts;
}

} // namespace

TEST_CASE("the chunks of an input add up to its text, whatever their size", "[dump][chunk_reader]") {
    std::string lines, list = "[";
    for (int i = 0; i < 60; ++i) {
        lines += R"({"a":)" + std::to_string(i * i * i) + "}\n";
        list += R"({ "a":)" + std::to_string(i * i * i) + "},";
    }
    for (auto const& text : {lines, list, std::string(700, 'x')})
        for (std::size_t const size : {1U, 7U, 100U, 10'000U})
            for (std::size_t const excerpt : {0U, 5U, 200U}) {
                CHECK(read({from_memory(text)}, size, excerpt) == std::vector{text});
                CHECK(read({compress_test::slowly(text, 33)}, size, excerpt) == std::vector{text});
            }
}

TEST_CASE("a chunk ends where a record may begin, if possible", "[dump][chunk_reader]") {
    auto const ends = [](std::string_view text, std::size_t size) {
        std::vector<dump_input> const inputs{from_memory(text)};
        chunk_reader reader(inputs, names, size, {.allow_empty = true});
        chunk c;
        REQUIRE(reader.next(c));
        CHECK(c.cut == (c.end() == detail::text_end::record));
        return std::pair{c.size, c.cut};
    };
    CHECK(ends("{\"a\":1}\n{\"b\":2}\n{\"b\":3}\n", 20) == std::pair<std::size_t, bool>{16, true}); // a line
    CHECK(ends(R"([{"a":1},{"a":2},{"a":3}])", 22) == std::pair<std::size_t, bool>{17, true});
    CHECK(ends(R"([{"b":1},{"b":2},{"b":3}])", 22) == std::pair<std::size_t, bool>{22, false});
    CHECK(ends(R"([{"a":1}])", 22) == std::pair<std::size_t, bool>{9, false}); // all of it
}

TEST_CASE("inputs follow each other, including those that cannot be read", "[dump][chunk_reader]") {
    std::vector<dump_input> const inputs{from_memory("one"),
                                         {"", [](std::string&) { return nullptr; }},
                                         {"",
                                          [](std::string& problem) {
                                              problem = "no";
                                              return nullptr;
                                          }},
                                         from_memory(""),
                                         compress_test::slowly("two", 1)};
    chunk_reader reader(inputs, names, 100, {.allow_empty = true});
    chunk c;
    std::vector<std::string> texts;
    std::string unreadable;
    while (reader.next(c)) {
        CHECK((c.first && c.last && c.end() == detail::text_end::input));
        texts.emplace_back(c.text());
        unreadable += c.unreadable() ? '!' : '.';
        CHECK(c.unreadable() == !c.problem.empty());
    }
    CHECK(texts == std::vector<std::string>{"one", "", "", "", "two"});
    CHECK(unreadable == ".!!..");
}

TEST_CASE("an empty input is a problem unless it is allowed", "[dump]") {
    for (bool const allowed : {false, true}) {
        std::vector<dump_input> const inputs{from_memory(""), compress_test::slowly("", 1), from_memory(" ")};
        chunk_reader reader(inputs, names, 100, {.allow_empty = allowed});
        chunk c;
        for (bool const empty : {true, true, false}) {
            REQUIRE(reader.next(c));
            CHECK(c.problem.empty() == (allowed || !empty));
        }
        CHECK_FALSE(reader.next(c));
    }
}

} // namespace detail_dump_chunk_reader_test
