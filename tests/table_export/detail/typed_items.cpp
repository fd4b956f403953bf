#include <dynabackup/dump/directory.hpp>
#include <dynabackup/items.hpp>
#include <dynabackup/model/rule_context.hpp>

#include "table_export/export_files.hpp"
#include "tool/run.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

namespace items_test {

using namespace dynabackup;
using aws::AttributeValue;
using namespace std::string_view_literals;
using namespace std::string_literals;

enum class Genre { FOLK, JAZZ };
BOOST_DESCRIBE_ENUM(Genre, FOLK, JAZZ)
constexpr edition since(Genre) { return edition::v2017_11_29; }

struct Label {
    std::string name;
    std::optional<int> founded;
};
BOOST_DESCRIBE_STRUCT(Label, (), (name, founded))

struct Song {
    std::string pk;
    std::int64_t plays = 0;
    std::optional<double> rating;
    std::optional<aws::Number> price;
    std::optional<bool> live;
    std::optional<Genre> genre;
    std::optional<open_enum<Genre>> style;
    std::optional<std::vector<std::byte>> cover;
    std::optional<std::vector<std::string>> writers;
    std::set<int> years;
    std::optional<std::unordered_set<std::string>> tags;
    std::optional<Label> label;
    std::optional<std::map<std::string, double>> charts;
    std::optional<std::vector<Label>> reissues;
    AttributeValue anything;
};
BOOST_DESCRIBE_STRUCT(Song, (),
                      (pk, plays, rating, price, live, genre, style, cover, writers, years, tags, label,
                       charts, reissues, anything))
// A set is required since it is not optional; the fixtures have it.

template <std::same_as<Song> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::writers>().named("written-by")};
}

struct Open {
    std::string pk;
    std::map<std::string, AttributeValue> rest;
};
BOOST_DESCRIBE_STRUCT(Open, (), (pk, rest))
constexpr auto other_attributes(std::type_identity<Open>) { return &Open::rest; }

/// As Open, with the attributes in their order.
struct Listed {
    std::string pk;
    aws::AttributeMap rest;
};
BOOST_DESCRIBE_STRUCT(Listed, (), (pk, rest))
constexpr auto other_attributes(std::type_identity<Listed>) { return &Listed::rest; }

struct Plain {
    std::string pk;
    std::int64_t plays = 0;
};
BOOST_DESCRIBE_STRUCT(Plain, (), (pk, plays))

namespace {

std::string const song =
    R"({"Item":{"pk":{"S":"a"},"plays":{"N":"1e3"},"rating":{"N":"4.5"},"price":{"N":"12.50"},"live":{"BOOL":true},)"
    R"("genre":{"S":"JAZZ"},"style":{"S":"SOUL"},"cover":{"B":"aGk="},"written-by":{"L":[{"S":"Joni"}]},)"
    R"("years":{"NS":["1971","2000"]},"tags":{"SS":["blue"]},"label":{"M":{"name":{"S":"Reprise"},"founded":{"NULL":true}}},)"
    R"("charts":{"M":{"UK":{"N":"3"}}},"reissues":{"L":[{"M":{"name":{"S":"Rhino"},"founded":{"N":"1978"}}}]},)"
    R"("anything":{"L":[{"N":"1"}]}}})";

/// Returns the rule and the path of the error because of which a text is not an item.
template <class T>
std::string error_of(std::string const& attributes) {
    auto const read = parse_item<T>("{\"Item\":{" + attributes + "}}");
    return read ? "none" : std::string(read.error().what.rule->id) + ' ' + read.error().what.path;
}
std::string song_error(std::string const& name, std::string const& value) {
    return error_of<Song>(R"("pk":{"S":"a"},"plays":{"N":"1"},"years":{"NS":["1"]},")" + name +
                          "\":" + value);
}

} // namespace

TEST_CASE("an item becomes a user's struct, which becomes the same item again", "[items]") {
    auto const read = parse_item<Song>(song);
    REQUIRE(read.has_value());
    CHECK(read->pk == "a");
    CHECK(read->plays == 1000);
    CHECK(read->rating == 4.5);
    CHECK(read->price->text() == "12.50");
    CHECK(read->live == true);
    CHECK(read->genre == Genre::JAZZ);
    CHECK(read->style->text() == "SOUL");
    CHECK(read->cover->size() == 2);
    CHECK(read->writers == std::vector<std::string>{"Joni"});
    CHECK(read->years == std::set{1971, 2000});
    CHECK(read->tags->contains("blue"));
    CHECK(read->label->name == "Reprise");
    CHECK_FALSE(read->label->founded);
    CHECK(read->charts->at("UK") == 3);
    CHECK(read->reissues->at(0).founded == 1978);
    CHECK(read->anything.list()->size() == 1);
    auto const written = write_item(*read);
    auto const again = parse_item<Song>(written);
    REQUIRE(again.has_value());
    CHECK(write_item(*again) == written);
    CHECK(to_attributes(*again) == to_attributes(*read));
}

TEST_CASE("a vector also takes sets, and optional members may be absent", "[items]") {
    auto const read = parse_item<Song>(
        R"({"Item":{"pk":{"S":"a"},"plays":{"N":"1"},"years":{"NS":["1"]},"written-by":{"SS":["x","y"]},"other":{"M":{}}}})");
    REQUIRE(read.has_value());
    CHECK(read->writers->size() == 2);
    CHECK_FALSE(read->rating);
    CHECK(read->anything.is_null());
}

TEST_CASE("a value that does not fit a member is an error with its place", "[items]") {
    CHECK(error_of<Plain>(R"("pk":{"S":"a"})") == "json.missing-member /Item/plays");
    CHECK(error_of<Plain>(R"("pk":{"N":"1"},"plays":{"N":"1"})") == "json.wrong-type /Item/pk/N");
    CHECK(error_of<Plain>(R"("pk":{"S":"a"},"plays":{"NULL":true})") == "json.wrong-type /Item/plays/NULL");
    CHECK(error_of<Plain>(R"("pk":{"S":"a"},"plays":{"N":"1.5"})") == "number.not-integer /Item/plays/N");
    CHECK(error_of<Plain>(R"("pk":{"S":"a"},"plays":{"N":"9223372036854775808"})") ==
          "number.out-of-range /Item/plays/N");
    CHECK(error_of<Plain>(R"("pk":{"S":"a"},"plays":{"N":"9223372036854775807"})") == "none");
    CHECK(error_of<Plain>(R"("pk":{"S":"a"},"plays":{"N":"many"})") == "item.number /Item/plays/N");
    CHECK(error_of<Plain>(R"("pk":{"S":"a"},"pk":{"S":"b"},"plays":{"N":"1"})") ==
          "json.duplicate-member /Item/pk");
    CHECK(error_of<Plain>(R"("pk":{},"plays":{"N":"1"})") == "item.attribute-type /Item/pk");
    CHECK(song_error("genre", R"({"S":"POP"})") == "enum.unknown-value /Item/genre/S");
    CHECK(song_error("rating", R"({"N":"inf"})") == "item.number /Item/rating/N");
    CHECK(song_error("cover", R"({"B":"aGk"})") == "item.binary /Item/cover/B");
    CHECK(song_error("tags", R"({"NS":["1"]})") == "json.wrong-type /Item/tags/NS");
    CHECK(song_error("written-by", R"({"L":[{"S":"a"},{"N":"1"}]})") ==
          "json.wrong-type /Item/written-by/L/1/N");
    CHECK(song_error("label", R"({"M":{}})") == "json.missing-member /Item/label/M/name");
    CHECK(song_error("charts", R"({"M":{"UK":{"N":"x"}}})") == "item.number /Item/charts/M/UK/N");
    CHECK(song_error("live", R"({"BOOL":"yes"})") == "json.wrong-type /Item/live/BOOL");
}

TEST_CASE("other attributes are put into the member for them", "[items]") {
    auto const text = R"({"Item":{"pk":{"S":"a"},"x":{"N":"1"},"y":{"L":[]}}})";
    auto const read = parse_item<Open>(text);
    REQUIRE(read.has_value());
    CHECK(read->rest.size() == 2);
    CHECK(read->rest.at("x").as<int>() == 1);
    CHECK(write_item(*read) == text);
    CHECK(parse_item<Plain>(R"({"Item":{"pk":{"S":"a"},"plays":{"N":"1"},"x":{"N":"1"}}})").has_value());
    CHECK_FALSE(
        parse_item<Plain>(R"({"Item":{"pk":{"S":"a"},"plays":{"N":"1"},"x":{"N":"1"}}})", {.strict = true})
            .has_value());
}

TEMPLATE_TEST_CASE("other attributes, however many, are found by name", "[items]", Open, Listed) {
    std::string attributes = R"("pk":{"S":"a"})";
    for (int i = 0; i < 200; ++i) attributes += ",\"x" + std::to_string(i) + R"(":{"N":"1"})";
    auto const read = parse_item<TestType>("{\"Item\":{" + attributes + "}}");
    REQUIRE(read.has_value());
    CHECK(read->rest.size() == 200);
    CHECK(error_of<TestType>(attributes) == "none");
    for (auto const* name : {"x0", "x199"})
        CHECK(error_of<TestType>(attributes + ",\"" + name + R"(":{"N":"2"})") ==
              std::string("json.duplicate-member /Item/") + name);
    CHECK(error_of<TestType>(attributes + R"(,"y":{})") == "item.attribute-type /Item/y");
}

TEST_CASE("documents beside the items are findings, unless their system is given", "[items]") {
    std::string const text = R"({"Item":{"pk":{"S":"a"}}}
{"BackupSummaries":[]}
{"version":"2020-06-30"}
)";
    auto const found = [&](dump_options const& chosen) {
        dump_report report;
        std::size_t n = 0;
        for (auto const& [open, at] : items<Open>({from_memory(text)}, chosen, &report)) n += open.pk == "a";
        CHECK(n == 1);
        std::vector<std::string> unknown;
        for (auto const& [input, f] : report.findings)
            if (f.rule == &reading::unrecognized) unknown.push_back(std::to_string(f.line));
        return unknown;
    };
    CHECK(found({}) == std::vector{"2"s, "3"s});
    dump_options chosen;
    chosen.systems = {&aws::system<>};
    CHECK(found(chosen) == std::vector{"3"s});
}

TEST_CASE("the items of an export are a range", "[items]") {
    auto const f = exports_fixtures::full_export();
    std::vector<dump_input> inputs;
    for (auto const& [path, bytes] : f)
        if (path.ends_with(".gz") || path.ends_with(".json")) {
            inputs.push_back(decompressed(from_memory(bytes, path)));
            inputs.back().may_be_empty = true;
        }
    for (unsigned jobs : {1U, 3U}) {
        dump_report report;
        std::int64_t plays = 0;
        std::vector<std::size_t> lines;
        items<Plain> all(inputs, {.jobs = jobs}, &report);
        for (auto const& [item, at] : all) {
            plays += item.plays;
            lines.push_back(at.line);
        }
        CHECK(plays == 60);
        CHECK(lines == std::vector<std::size_t>{1, 2, 1});
        CHECK(report.findings.empty());
        CHECK(all.counts().items == 3);
    }
}

TEST_CASE("items that do not fit are findings, and are skipped", "[items]") {
    std::string const text = "{\"Item\":{\"pk\":{\"S\":\"a\"},\"plays\":{\"N\":\"x\"}}}\n" +
                             exports_fixtures::item_line(2) + "{\"Item\":{\n" +
                             exports_fixtures::item_line(3);
    dump_report report;
    std::vector<std::string> keys;
    for (auto const& [item, at] : items<Plain>({from_memory(text)}, {}, &report)) keys.push_back(item.pk);
    CHECK(keys == std::vector<std::string>{"song#2", "song#3"});
    CHECK(report.findings.size() == 2);
}

TEST_CASE("changes have a time, keys and both items", "[items]") {
    auto const text = exports_fixtures::change_line("1717192800000001",
                                                    R"(,"NewImage":{"pk":{"S":"a"},"plays":{"N":"2"}})") +
                      exports_fixtures::change_line("1717192800000002",
                                                    R"(,"OldImage":{"pk":{"S":"a"},"plays":{"N":"2"}})");
    std::vector<std::string> seen;
    for (auto const& [change, at] : changes<Plain>({from_memory(text)}))
        seen.push_back(to_text(change.time().value()) + (change.before() ? " before" : "") +
                       (change.after() ? " after" : "") + ' ' + *change.keys.find("pk")->text());
    CHECK(seen == std::vector<std::string>{"2024-05-31T22:00:00.000001Z after a",
                                           "2024-05-31T22:00:00.000002Z before a"});
}

TEST_CASE("a user's own rule checks items", "[items]") {
    static constexpr rule many{"acme.plays", severity::warning, edition::v2017_11_29, "A song has plays.",
                               "https://wiki.acme.example/songs"};
    dump_options chosen;
    chosen.check.rules = {table_export::make_item_rule<Plain>(many, [](Plain const& heard, rule_context& in) {
        if (heard.plays < 25) in.fail({"Item"sv, "plays"sv}, heard.plays, " plays only.");
    })};
    dump_report report;
    auto const text = exports_fixtures::item_line(2) + exports_fixtures::item_line(3);
    std::size_t n = 0;
    for (auto const& entry : items<Plain>({from_memory(text)}, chosen, &report)) n += !entry.item.pk.empty();
    CHECK(n == 2);
    CHECK(exports_fixtures::lines_of(report) ==
          exports_fixtures::findings{"warning acme.plays <memory> /Item/plays"});
}

TEST_CASE("the files below a directory are inputs", "[items]") {
    tool_test::folder const f;
    for (auto const& [path, bytes] : exports_fixtures::full_export()) f.write(path, bytes);
    std::int64_t plays = 0;
    for (auto const& [item, at] : items<Plain>({from_directory(f.string())})) plays += item.plays;
    CHECK(plays == 60);
}

TEST_CASE("pages of Scan and Query become structs, record by record or all at once", "[items][pages]") {
    auto const one = R"({"pk":{"S":"a"},"plays":{"N":"1"}})"s, two = R"({"pk":{"S":"b"},"plays":{"N":"2"}})"s;
    auto const text = R"({"Items":[)" + one + ',' + two + R"(],"Count":2,"ScannedCount":2})";
    auto const read = parse_items<Plain>(text);
    REQUIRE(read.has_value());
    REQUIRE(read->size() == 2);
    CHECK(read->at(1).pk == "b");
    CHECK(read->at(1).plays == 2);
    CHECK(parse_items<Plain>(R"({"Items":[],"Count":0,"ScannedCount":0})")->empty());

    auto const wrong =
        R"({"Items":[)" + one + R"(,{"pk":{"S":"c"}},)" + two + R"(],"Count":3,"ScannedCount":2})";
    auto const failed = parse_items<Plain>(wrong);
    REQUIRE_FALSE(failed.has_value());
    CHECK(failed.error().what.path == "/Items/1/plays");

    dump_report report;
    std::vector<std::string> names;
    auto const input = wrong + '\n' + exports_fixtures::item_line(7) + text;
    for (auto const& [item, at] : items<Plain>({from_memory(input)}, {}, &report)) names.push_back(item.pk);
    CHECK(names == std::vector<std::string>{"a", "b", "song#7", "a", "b"});
    CHECK(exports_fixtures::lines_of(report) ==
          exports_fixtures::findings{"error items.scanned-count <memory> /ScannedCount",
                                     "error json.missing-member <memory> /Items/1/plays"});
}

TEST_CASE("the response of GetItem is an item", "[items]") {
    auto const read = parse_item<Plain>(
        R"({"ConsumedCapacity":{"CapacityUnits":0.5},"Item":{"pk":{"S":"a"},"plays":{"N":"1"}}})");
    REQUIRE(read.has_value());
    CHECK(read->plays == 1);
}

TEST_CASE("a user's own rule checks items of pages, at their places", "[items][pages]") {
    static constexpr rule many{"acme.plays", severity::warning, edition::v2017_11_29, "A song has plays.",
                               "https://wiki.acme.example/songs"};
    dump_options chosen;
    chosen.check.rules = {table_export::make_item_rule<Plain>(many, [](Plain const& heard, rule_context& in) {
        if (heard.plays < 25) in.fail({"Item"sv, "plays"sv}, heard.plays, " plays only.");
        if (heard.plays > 99) in.fail({}, "Not that many.");
    })};
    dump_report report;
    auto const text =
        R"({"Items":[{"pk":{"S":"a"},"plays":{"N":"1"}},{"pk":{"S":"b"},"plays":{"N":"100"}}],"Count":2,"ScannedCount":2})"s;
    for (auto const& entry : items<Plain>({from_memory(text)}, chosen, &report))
        CHECK(!entry.item.pk.empty());
    CHECK(exports_fixtures::lines_of(report) ==
          exports_fixtures::findings{"warning acme.plays <memory> /Items/0/plays",
                                     "warning acme.plays <memory> /Items/1"});
}

} // namespace items_test
