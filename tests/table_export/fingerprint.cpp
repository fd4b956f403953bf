#include <dynabackup/table_export/fingerprint.hpp>
#include <dynabackup/testing/generate.hpp>

#include "catch.hpp"
#include "table_export/export_files.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace table_export_fingerprint_test {

using namespace dynabackup;
using table_export::fingerprint;

namespace {

std::string fingerprint_of_text(std::string const& text, dump_options const& chosen = {}) {
    std::vector const inputs{from_memory(text, "items")};
    auto const found = table_export::fingerprint_of(inputs, chosen);
    CHECK(found.is_complete());
    return found.to_text() + ' ' + std::to_string(found.items());
}

} // namespace

TEST_CASE("a fingerprint depends only on the items", "[exports][fingerprint]") {
    std::string const a = R"({"Item":{"pk":{"S":"1"},"n":{"N":"10"},"t":{"SS":["x","y"]}}})",
                      b = R"({"Item":{"pk":{"S":"2"}}})";
    auto const both = fingerprint_of_text(a + '\n' + b + '\n');
    CHECK(both == fingerprint_of_text(b + '\n' + a));
    CHECK(both == fingerprint_of_text("[" + a + "," + b + "]"));
    CHECK(both == fingerprint_of_text(
                      R"({ "Item" : {"t":{"SS":["y","\u0078"]},"n":{"N":"1E1"},"pk":{"S":"\u0031"}} })" + b));
    for (auto const& other :
         {a, b, a + b + b, a + R"({"Item":{"pk":{"S":"3"}}})", a + R"({"Item":{"pk":{"N":"2"}}})"})
        CHECK(both != fingerprint_of_text(other));
    CHECK(fingerprint_of_text(R"({"BackupSummaries":[]})") == std::string(32, '0') + " 0");
}

TEST_CASE("changes have different fingerprints from items", "[exports][fingerprint]") {
    using exports_fixtures::change_line;
    auto const put = change_line("1", R"(,"NewImage":{"pk":{"S":"a"}})");
    for (auto const& other : {change_line("2", R"(,"NewImage":{"pk":{"S":"a"}})"),
                              change_line("1", R"(,"OldImage":{"pk":{"S":"a"}})"), change_line("1", ""),
                              change_line("1", R"(,"NewImage":{"pk":{"S":"a"},"x":{"NULL":true}})"),
                              std::string(R"({"Item":{"pk":{"S":"a"}}})")})
        CHECK(fingerprint_of_text(put) != fingerprint_of_text(other));
}

TEST_CASE("order, chunks and threads do not change a fingerprint", "[exports][fingerprint][property]") {
    std::vector<std::string> lines;
    fingerprint expected;
    for (unsigned seed = 0; seed < 200; ++seed) {
        auto const item = testing::generate<table_export::ExportedItem>(seed);
        expected.add(item);
        lines.push_back(to_json(item));
    }
    std::mt19937_64 random{20261128};
    for (unsigned round = 0; round < 6; ++round) {
        std::shuffle(lines.begin(), lines.end(), random);
        std::string text;
        for (auto const& line : lines) text += line + '\n';
        CHECK(
            fingerprint_of_text(text, {.jobs = 1 + round % 3, .chunk_size = round < 3 ? 4096U : 1U << 20}) ==
            expected.to_text() + " 200");
    }
    fingerprint halves, second;
    for (unsigned seed = 0; seed < 200; ++seed)
        (seed % 2 ? halves : second).add(testing::generate<table_export::ExportedItem>(seed));
    halves.merge(second);
    CHECK(halves == expected);
}

TEST_CASE("the number is the sum of the first 128 bits of SHA-256", "[exports][fingerprint]") {
    fingerprint one;
    one.add(aws::AttributeMap{});
    CHECK(one.to_text() == "e8902c7331527e223bf3d97d077ed97f"); // of the bytes "i\0"
    CHECK(one.items() == 1);
}

} // namespace table_export_fingerprint_test
