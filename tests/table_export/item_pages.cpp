// Pages of items, as Scan and Query send them.
#include <dynabackup/check.hpp>
#include <dynabackup/check_documents.hpp>
#include <dynabackup/dump.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/recognize.hpp>
#include <dynabackup/table_export/fingerprint.hpp>
#include <dynabackup/table_export/item_pages.hpp>
#include <dynabackup/testing/generate.hpp>
#include <dynabackup/write.hpp>

#include "fixtures.hpp"

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace exports_item_pages_test {

using namespace dynabackup;
using namespace fixtures;
using table_export::ExportedItem;
using table_export::ScanOutput;

namespace {

std::string item(std::size_t n) {
    return R"({"pk":{"S":"song#)" + std::to_string(n) + R"("},"plays":{"N":")" + std::to_string(10 * n) +
           "\"}}";
}

/// A page of items, with the members after their list.
std::string page(std::vector<std::string> const& items, std::string_view rest) {
    std::string text = R"({"Items":[)";
    for (auto const& one : items) (text += &one == &items.front() ? "" : ",") += one;
    return (text += "]") += std::string(rest) + "}";
}
std::string counts(std::size_t count, std::size_t scanned) {
    return R"(,"Count":)" + std::to_string(count) + R"(,"ScannedCount":)" + std::to_string(scanned);
}
/// A page with one attribute `v` in its second item.
std::string value(std::string_view v) {
    return page({item(1), R"({"v":)" + std::string(v) + "}"}, counts(2, 2));
}

findings found_in(std::string_view text, check_options const& chosen = {}) {
    return lines_of(check_documents(text, chosen), severity::note);
}

std::string_view shape_of(std::string_view text, spelling names = spelling::exact) {
    auto const* const shape = document_recognizer().shape_of(text, names);
    return shape ? shape->shape->name : "none";
}

struct found_records final : dump_sink {
    findings lines;
    void begin(std::string_view) override {}
    void return_to(std::string_view) override {}
    void take(finding&& f) override { lines.push_back(line_of(f) + ' ' + std::to_string(f.offset)); }
    void problem(std::string_view, std::string_view reason) override { lines.emplace_back(reason); }
    void end(std::string_view) override {}
};

} // namespace

TEST_CASE("pages of items are recognised by their items or by their counts", "[items][pages]") {
    CHECK(shape_of(page({item(1)}, "")) == "ScanOutput");
    CHECK(shape_of(page({item(1)}, counts(1, 1))) == "ScanOutput");
    CHECK(shape_of(R"({"Count":1,"Items":[)" + item(1) + R"(],"ScannedCount":1})") == "ScanOutput");
    CHECK(shape_of(page({}, counts(0, 7))) == "ScanOutput");
    CHECK(shape_of(R"({"Count":3,"ScannedCount":7})") == "ScanOutput"); // Select is COUNT
    CHECK(shape_of(page({"{}"}, "")) == "none");
    CHECK(shape_of(page({R"({"id":1})"}, "")) == "none");
    CHECK(shape_of(page({R"({"id":{"Q":"1"}})"}, "")) == "none");
    CHECK(shape_of(page({}, "")) == "none");
    CHECK(shape_of(R"({"items":[)" + item(1) + "]}", spelling::any) == "none");
    CHECK(shape_of(R"({"Item":)" + item(1) + R"(,"ConsumedCapacity":{"CapacityUnits":0.5}})") ==
          "ExportedItem");
}

TEST_CASE("a page is read, and written back unchanged", "[items][pages]") {
    auto const text = R"({"ConsumedCapacity":{"CapacityUnits":1.5},"Count":2,"Items":[)" + item(1) + ',' +
                      item(2) + R"(],"LastEvaluatedKey":{"pk":{"S":"song#2"}},"ScannedCount":9})";
    auto const read = parse<ScanOutput>(text);
    REQUIRE(read.has_value());
    REQUIRE(read->items);
    REQUIRE(read->items->size() == 2);
    CHECK(read->items->at(1).item.find("plays")->as<int>() == 20);
    CHECK(read->count == 2);
    CHECK(read->scanned_count == 9);
    CHECK(*read->last_evaluated_key->find("pk")->text() == "song#2");
    CHECK(to_json(*read) == text);
    auto again = parse<ScanOutput>(to_json(*read, format::aws_cli));
    REQUIRE(again.has_value());
    CHECK(again->consumed_capacity->text() != read->consumed_capacity->text()); // the white space differs
    again->consumed_capacity = read->consumed_capacity;
    CHECK(*again == *read);
}

TEST_CASE("members that clients add to a page and to an item are not findings", "[items][pages]") {
    auto const printed = page({item(1)}, counts(1, 1) + R"(,"ConsumedCapacity":null)");
    CHECK(found_in(printed).empty()); // as the AWS command line prints it
    CHECK(found_in(page({item(1)}, counts(1, 1) + R"(,"ResponseMetadata":{},"$metadata":{})")).empty());
    CHECK(
        found_in(R"({"Item":)" + item(1) + R"(,"ConsumedCapacity":{"TableName":"a"},"ResponseMetadata":{}})")
            .empty());
    CHECK(found_in(page({item(1)}, counts(1, 1) + R"(,"Total":1)")) ==
          findings{"note json.unknown-member /Total"});
}

TEST_CASE("the items of a page are checked like those of exports, one level higher", "[items][pages]") {
    CHECK(found_in(value(R"({"B":"aGk="})")).empty());
    CHECK(found_in(value(R"({"B":"aGk"})")) == findings{"error item.binary /Items/1/v/B"});
    CHECK(found_in(value(R"({"N":"1,5"})")) == findings{"error item.number /Items/1/v/N"});
    CHECK(found_in(value(R"({"NULL":false})")) == findings{"error item.null /Items/1/v/NULL"});
    CHECK(found_in(value(R"({"NS":["1","1.0"]})")) == findings{"error item.set-duplicate /Items/1/v/NS/1"});
    CHECK(found_in(value(R"({"S":5})")) == findings{"error json.wrong-type /Items/1/v/S"});
    CHECK(found_in(value("5")) == findings{"error item.attribute-type /Items/1/v"});
    CHECK(found_in(value(R"({"L":[{"M":{"a":{"N":"x"}}}]})")) ==
          findings{"error item.number /Items/1/v/L/0/M/a/N"});
    CHECK(found_in(page({R"({"a":{"S":"1"},"a":{"S":"2"}})"}, counts(1, 1))) ==
          findings{"error json.duplicate-member /Items/0/a"});
    CHECK(found_in(page({item(1), "5"}, counts(2, 2))) == findings{"error json.wrong-type /Items/1"});
}

TEST_CASE("findings about the size and key of an item are at the item", "[items][pages]") {
    check_options chosen;
    chosen.max_item_bytes = 22;
    auto const shirt = R"({"shirt-color":{"S":"R"},"shirt-size":{"S":"M"}})"; // has 23 bytes
    CHECK(found_in(page({item(1), shirt}, counts(2, 2)), chosen) == findings{"error item.size /Items/1"});
    chosen.max_item_bytes = 23;
    CHECK(found_in(page({item(1), shirt}, counts(2, 2)), chosen).empty());
    check_options keyed;
    keyed.key = parse_item_key("pk:S");
    CHECK(found_in(page({item(1)}, counts(1, 1)), keyed).empty());
    CHECK(found_in(page({item(1), R"({"pk":{"S":""}})"}, counts(2, 2)), keyed) ==
          findings{"error item.key /Items/1/pk"});
    keyed.history = true;
    CHECK(found_in(page({item(1), item(2), item(1)}, counts(3, 3)), keyed) ==
          findings{"error item.key-twice /Items/2"});
    CHECK(found_in(page({item(1)}, counts(1, 1)) + R"({"Item":)" + item(1) + "}", keyed) ==
          findings{"error item.key-twice /Item"});
}

TEST_CASE("the counts of a page agree with its items and with each other", "[items][pages]") {
    CHECK(found_in(page({item(1), item(2)}, counts(2, 2))).empty());
    CHECK(found_in(page({item(1), item(2)}, counts(2, 3))).empty());
    CHECK(found_in(page({item(1), item(2)}, counts(1, 2))) == findings{"warning items.count /Count"});
    CHECK(found_in(page({item(1), item(2)}, counts(3, 3))) == findings{"warning items.count /Count"});
    CHECK(found_in(page({}, counts(0, 0))).empty());
    CHECK(found_in(page({}, counts(1, 1))) == findings{"warning items.count /Count"});
    CHECK(found_in(page({item(1), item(2)}, counts(2, 1))) ==
          findings{"error items.scanned-count /ScannedCount"});
    CHECK(found_in(R"({"Count":3,"ScannedCount":7})").empty());
    CHECK(found_in(R"({"Count":3,"ScannedCount":2})") == findings{"error items.scanned-count /ScannedCount"});
    CHECK(found_in(R"({"Count":3,"Items":[)" + item(1) + R"(],"ScannedCount":3})") ==
          findings{"warning items.count /Count"}); // as the service sends it
    // A member that cannot be read has its own finding.
    CHECK(found_in(page({item(1)}, R"(,"Count":"1","ScannedCount":0)")) ==
          findings{"error json.wrong-type /Count"});

    ScanOutput model;
    model.items.emplace().resize(2);
    model.count = model.scanned_count = 2;
    CHECK(lines_of(validate(model), severity::note).empty());
    model.count = 1;
    CHECK(lines_of(validate(model), severity::note) == findings{"warning items.count /Count"});
}

TEST_CASE("the key that ends a page is checked, and requires another page", "[items][pages]") {
    auto const ended = [](std::string_view key) {
        return page({item(1)}, counts(1, 1) + R"(,"LastEvaluatedKey":)" + std::string(key));
    };
    auto const last = page({item(2)}, counts(1, 1));
    auto const goes_on = ended(R"({"pk":{"S":"song#1"}})");
    CHECK(found_in(goes_on + last).empty());
    CHECK(found_in(goes_on) == findings{"warning dump.incomplete-listing /LastEvaluatedKey"});
    CHECK(found_in(goes_on + goes_on + last) == findings{"warning list.cursor-repeated /LastEvaluatedKey"});
    CHECK(found_in(ended("{}")).empty());
    CHECK(found_in(ended(R"({"pk":{"N":"x"}})") + last) ==
          findings{"error item.number /LastEvaluatedKey/pk/N"});
    check_options keyed;
    keyed.key = parse_item_key("pk:S");
    CHECK(found_in(ended(R"({"sk":{"S":"x"}})") + last, keyed) ==
          findings{"error item.key /LastEvaluatedKey/pk"});
}

TEST_CASE("items of pages count as items, and damage costs only its item", "[items][pages]") {
    auto const text = page({item(1), R"({"pk":{"S":"a"},"v":{"S" "x"}})", item(3)}, counts(3, 3)) + '\n' +
                      page({item(4)}, counts(1, 1));
    auto const report = check_documents(text);
    CHECK(report.summary().documents == 2);
    CHECK(report.summary().records == 0); // backups
    CHECK(report.summary().items == 4);
    CHECK(report.summary().rejected == 1);
    CHECK(lines_of(report, severity::note) == findings{"error json.syntax /Items/1/v"});
    std::size_t n = 0;
    for_each_record<ExportedItem>({from_memory(text)},
                                  [&](ExportedItem const&, record_place const&) { ++n; });
    CHECK(n == 3);
}

TEST_CASE("pages inside other JSON are also recognised", "[items][pages]") {
    auto const inner = page({item(1), R"({"v":{"N":"x"}})"}, counts(2, 2));
    auto const found =
        found_in(R"({"statusCode":200,"body":)" + in_quotes("x") + R"(,"answer":)" + inner + "}");
    CHECK(found == findings{"error item.number /answer/Items/1/v/N", "note document.embedded /answer"});
}

TEST_CASE("findings of pages do not depend on chunks and threads", "[items][pages]") {
    std::mt19937 random(7); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same texts on every run
    for (int round = 0; round < 20; ++round) {
        std::string text;
        for (int p = 0; p < 3; ++p) {
            std::vector<std::string> items;
            for (std::size_t i = 0; i < 60; ++i) {
                items.push_back(item(i));
                if (random() % 20 == 0) items.back() = R"({"v":{"N":"x"}})";
                if (random() % 40 == 0) items.back() = R"({"Item":{"S":"x"}, "Count":{"N":"1"}})";
                if (random() % 60 == 0) items.back() = R"({"pk":{"S":"a"})"; // a brace is missing
                if (random() % 60 == 0) items.back() = R"({"pk":{"S":"a}})"; // a quote is missing
            }
            text += page(items, counts(60, 60)) + '\n';
        }
        CAPTURE(round, text);
        std::vector<findings> all;
        std::vector<summary> read;
        for (unsigned const jobs : {1U, 2U})
            for (std::size_t const size : {std::size_t{1} << 20, std::size_t{700}, std::size_t{97}}) {
                found_records sink;
                dump_options chosen;
                chosen.jobs = jobs;
                chosen.chunk_size = size;
                std::vector<dump_input> const inputs{from_memory(text)};
                read.push_back(check_dump(inputs, sink, chosen));
                all.push_back(sink.lines);
            }
        for (std::size_t i = 1; i < all.size(); ++i) {
            CHECK(all[i] == all[0]);
            CHECK(read[i].items == read[0].items);
            CHECK(read[i].rejected == read[0].rejected);
        }
    }
}

TEST_CASE("a page and lines with the same items have the same fingerprint", "[items][pages]") {
    std::string lines;
    for (std::size_t i = 3; i > 0; --i) lines += R"({"Item":)" + item(i) + "}\n";
    auto const all = page({item(1), item(2), item(3)}, counts(3, 3));
    std::vector<dump_input> const one{from_memory(all)}, other{from_memory(lines)};
    auto const a = table_export::fingerprint_of(one, {}), b = table_export::fingerprint_of(other, {});
    CHECK(a.items() == 3);
    CHECK(a.to_text() == b.to_text());
}

TEST_CASE("generated pages are valid, and can be written back", "[items][pages]") {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        auto const made = testing::generate<ScanOutput>(seed);
        auto const text = to_json(made);
        CAPTURE(seed, text);
        CHECK(lines_of(check<ScanOutput>(text), severity::warning).empty());
        auto const read = parse<ScanOutput>(text);
        REQUIRE(read.has_value());
        CHECK(*read == made);
    }
}

} // namespace exports_item_pages_test
