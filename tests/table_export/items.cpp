#include <dynabackup/check.hpp>
#include <dynabackup/check_documents.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/table_export/items.hpp>
#include <dynabackup/unknown_members.hpp>
#include <dynabackup/write.hpp>

#include "fixtures.hpp"

#include <string>
#include <vector>

namespace exports_items_test {

using namespace dynabackup;
using namespace fixtures;
using table_export::ExportedChange;
using table_export::ExportedItem;
using V = aws::AttributeValue;

namespace {

std::string item(std::string_view attributes) { return "{\"Item\":{" + std::string(attributes) + "}}"; }
std::string value(std::string_view v) { return item("\"v\":" + std::string(v)); }

/// Returns the findings in a text, as `severity rule path`.
findings found_in(std::string_view text, check_options const& chosen = {}) {
    return lines_of(check_documents(text, chosen), severity::note);
}

std::string nested(std::size_t levels) {
    std::string text = R"({"S":"x"})";
    for (std::size_t i = 1; i < levels; ++i) text = R"({"L":[)" + text + "]}";
    return value(text);
}

check_options with_key(std::string_view key) {
    check_options chosen;
    chosen.key = parse_item_key(key);
    REQUIRE(chosen.key);
    return chosen;
}

} // namespace

TEST_CASE("an item is read with every type, and written back unchanged", "[exports][items]") {
    auto const text = item(
        R"("s":{"S":"x"},"n":{"N":"1.50"},"b":{"B":"aGk="},"t":{"BOOL":true},"z":{"NULL":true},)"
        R"("m":{"M":{"k":{"L":[{"S":"a"},{"M":{}}]}}},"ss":{"SS":["a"]},"ns":{"NS":["1"]},"bs":{"BS":[""]})");
    auto const read = parse<ExportedItem>(text);
    REQUIRE(read.has_value());
    CHECK(read->item.size() == 9);
    CHECK(*read->item.find("n")->text() == "1.50");
    CHECK(to_json(*read) == text);
    CHECK(found_in(text).empty());
    auto const again = parse<ExportedItem>(to_json(*read));
    REQUIRE(again.has_value());
    CHECK(*again == *read);
}

TEST_CASE("spaces, escapes and order do not matter", "[exports][items]") {
    auto const plain = parse<ExportedItem>(item(R"("a":{"S":"x"},"b":{"L":[{"N":"1"}]})"));
    auto const spaced =
        parse<ExportedItem>("\n { \"Item\" : { \"\\u0061\" : { \"\\u0053\" : \"\\u0078\" } , \"b\" : "
                            "{ \"L\" : [ { \"N\" : \"1\" } ] } } } \n");
    REQUIRE(plain.has_value());
    REQUIRE(spaced.has_value());
    CHECK(*plain == *spaced);
}

TEST_CASE("a value is an object with exactly one known type", "[exports][items]") {
    findings const wrong{"error item.attribute-type /Item/v"};
    for (auto const* v : {"{}", "5", "\"x\"", "null", "[]", R"({"X":"y"})", R"({"s":"y"})",
                          R"({"S":"x","N":"1"})", R"({"S":"x","S":"y"})", R"({"BOOLEAN":true})"}) {
        CAPTURE(v);
        CHECK(found_in(value(v)) == wrong);
    }
    CHECK(found_in(value(R"({"L":[{"S":"a"},{}]})")) == findings{"error item.attribute-type /Item/v/L/1"});
    CHECK(found_in(value(R"({"M":{"a":{"L":[7]}}})")) ==
          findings{"error item.attribute-type /Item/v/M/a/L/0"});
}

TEST_CASE("a value of another JSON type is found at its place", "[exports][items]") {
    for (auto const& [v, path] :
         std::vector<std::pair<std::string, std::string>>{{R"({"S":5})", "S"},
                                                          {R"({"N":5})", "N"},
                                                          {R"({"B":null})", "B"},
                                                          {R"({"BOOL":"true"})", "BOOL"},
                                                          {R"({"M":[]})", "M"},
                                                          {R"({"L":{}})", "L"},
                                                          {R"({"SS":"a"})", "SS"},
                                                          {R"({"SS":["a",1]})", "SS/1"}}) {
        CAPTURE(v);
        CHECK(found_in(value(v)) == findings{"error json.wrong-type /Item/v/" + path});
    }
    CHECK(found_in(R"({"Item":[1]})") == findings{"error json.wrong-type /Item"});
    for (auto const* v : {R"({"NULL":false})", R"({"NULL":"x"})"})
        CHECK(found_in(value(v)) == findings{"error item.null /Item/v/NULL"});
}

TEST_CASE("numbers, binary values and sets obey their rules", "[exports][items]") {
    auto const n = [](std::string const& text) { return found_in(value("{\"N\":\"" + text + "\"}")); };
    std::string const digits(38, '9');
    CHECK(n("0").empty());
    CHECK(n(digits).empty());
    CHECK(n("9." + digits.substr(1) + "E+125").empty());
    CHECK(n("1E-130").empty());
    CHECK(n("1,5") == findings{"error item.number /Item/v/N"});
    CHECK(n("") == findings{"error item.number /Item/v/N"});
    CHECK(n(digits + "9") == findings{"error item.number-precision /Item/v/N"});
    CHECK(n("1E126") == findings{"error item.number-range /Item/v/N"});
    CHECK(n("1E-131") == findings{"error item.number-range /Item/v/N"});
    CHECK(found_in(value(R"({"NS":["1","x"]})")) == findings{"error item.number /Item/v/NS/1"});
    CHECK(found_in(value(R"({"B":"aGk"})")) == findings{"error item.binary /Item/v/B"});
    CHECK(found_in(value(R"({"BS":["aGk=","_-8="]})")) == findings{"error item.binary /Item/v/BS/1"});
    CHECK(found_in(value(R"({"B":""})")).empty());
    for (auto const* set : {"SS", "NS", "BS"})
        CHECK(found_in(value("{\"" + std::string(set) + "\":[]}")) ==
              findings{"error item.set-empty /Item/v/" + std::string(set)});
    CHECK(found_in(value(R"({"L":[]})")).empty());
    CHECK(found_in(value(R"({"NS":["1","2","1.0","1e0"]})")) ==
          findings{"error item.set-duplicate /Item/v/NS/2", "error item.set-duplicate /Item/v/NS/3"});
    CHECK(found_in(value(R"({"BS":["aQ==","aR=="]})")) == findings{"error item.set-duplicate /Item/v/BS/1"});
    CHECK(found_in(value(R"({"NS":["1","x","x"]})")) == findings{"error item.number /Item/v/NS/1",
                                                                 "error item.number /Item/v/NS/2",
                                                                 "error item.set-duplicate /Item/v/NS/2"});
    CHECK(found_in(value(R"({"NS":["1","2","3","4","5","6","7","8.0"]})"))
              .empty()); // a few are compared in pairs
    CHECK(found_in(value(R"({"NS":["1","2","3","4","5","6","7","7.0"]})")) ==
          findings{"error item.set-duplicate /Item/v/NS/7"});
    CHECK(found_in(value(R"({"NS":["1","2","3","4","5","6","7","8","8.0"]})")) ==
          findings{"error item.set-duplicate /Item/v/NS/8"});
    CHECK(found_in(value(R"({"SS":["a","A"," a",""]})")).empty());
}

TEST_CASE("large sets are compared like small ones", "[exports][items]") {
    std::string texts = "\"0\"";
    for (int i = 1; i < 100; ++i) texts += ",\"" + std::to_string(i) + '"';
    CHECK(found_in(value("{\"NS\":[" + texts + "]}")).empty());
    CHECK(found_in(value("{\"NS\":[" + texts + ",\"7.0\",\"70\"]}")) ==
          findings{"error item.set-duplicate /Item/v/NS/100", "error item.set-duplicate /Item/v/NS/101"});
}

TEST_CASE("values nest to the thirty-second level", "[exports][items]") {
    CHECK(found_in(nested(32)).empty());
    auto const deep = found_in(nested(33));
    REQUIRE(deep.size() == 1);
    CHECK(deep[0].starts_with("error item.depth /Item/v/L/0/"));
    CHECK(found_in(nested(100)).size() == 1); // values below are not looked at
    CHECK(found_in(nested(32), {.max_depth = 10}).at(0).starts_with("error json.depth "));
}

TEST_CASE("names have 1 to 65,535 bytes, and occur only once", "[exports][items]") {
    auto const named = [](std::string const& name) { return found_in(item('"' + name + R"(":{"S":"x"})")); };
    CHECK(named(std::string(65'535, 'n')).empty());
    CHECK(named(std::string(65'536, 'n')).at(0).starts_with("error item.attribute-name /Item/n"));
    CHECK(named("") == findings{"error item.attribute-name /Item/"});
    CHECK(found_in(item(R"("a":{"S":"1"},"b":{"S":"2"},"a":{"S":"3"})")) ==
          findings{"error json.duplicate-member /Item/a"});
    CHECK(found_in(item(R"("a~/b":{"N":"x"})")) == findings{"error item.number /Item/a~0~1b/N"});
    std::string many;
    for (int i = 0; i < 100; ++i) many += "\"n" + std::to_string(i) + R"(":{"NULL":true},)";
    CHECK(found_in(item(many + R"("n50":{"NULL":true})")) ==
          findings{"error json.duplicate-member /Item/n50"});
}

TEST_CASE("an item has at most 409,600 bytes", "[exports][items]") {
    auto const of_size = [](std::size_t bytes) {
        return item("\"v\":{\"S\":\"" + std::string(bytes - 1, 'x') + "\"}");
    };
    CHECK(found_in(of_size(409'600)).empty());
    CHECK(found_in(of_size(409'601)) == findings{"error item.size /Item"});
    CHECK(found_in(of_size(11), {.max_item_bytes = 10}) == findings{"error item.size /Item"});
    CHECK(found_in(of_size(10), {.max_item_bytes = 10}).empty());
}

TEST_CASE("a key is checked if the caller gives it", "[exports][items]") {
    auto const both = with_key("pk:S,sk:N");
    CHECK(found_in(item(R"("pk":{"S":"a"},"sk":{"N":"1"})"), both).empty());
    CHECK(found_in(item(R"("pk":{"S":"a"})"), both) == findings{"error item.key /Item/sk"});
    CHECK(found_in(item(R"("pk":{"N":"1"},"sk":{"N":"1"})"), both) == findings{"error item.key /Item/pk"});
    CHECK(found_in(item(R"("pk":{"S":""},"sk":{"N":"1"})"), both) == findings{"error item.key /Item/pk"});
    CHECK(found_in(item(R"("pk":{"S":"a"})")).empty());
    CHECK(found_in(item(R"("pk":{"S":5},"sk":{"N":"1"})"), both) ==
          findings{"error json.wrong-type /Item/pk/S"});
    auto const long_key = [](std::size_t pk, std::size_t sk) {
        return found_in(item("\"pk\":{\"S\":\"" + std::string(pk, 'p') + "\"},\"sk\":{\"S\":\"" +
                             std::string(sk, 's') + "\"}"),
                        with_key("pk:S,sk:S"));
    };
    CHECK(long_key(2048, 1024).empty());
    CHECK(long_key(2049, 1024) == findings{"error item.key /Item/pk"});
    CHECK(long_key(2048, 1025) == findings{"error item.key /Item/sk"});
    CHECK(found_in(item(R"("pk":{"B":""})"), with_key("pk:B")) == findings{"error item.key /Item/pk"});
}

TEST_CASE("a key has one or two attributes, each with a name and a type", "[exports][items]") {
    CHECK(parse_item_key("pk:S") == item_key{{"pk", 'S'}});
    CHECK(parse_item_key("a:b:N,c:B") == item_key{{"a:b", 'N'}, key_attribute{"c", 'B'}});
    for (std::string const text : {"pk:S", "a:b:N,c:B"}) CHECK(to_text(*parse_item_key(text)) == text);
    for (auto const* text :
         {"", "pk", "pk:", ":S", "pk:X", "pk:SS", "pk:S,", "pk:S,sk", "pk:S,pk:N", "a:S,b:S,c:S"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_item_key(text));
    }
}

TEST_CASE("a key occurs only once if a history is kept", "[exports][items]") {
    auto chosen = with_key("pk:S,sk:N");
    auto const line = [](std::string_view pk, std::string_view sk) {
        return item("\"pk\":{\"S\":\"" + std::string(pk) + "\"},\"sk\":{\"N\":\"" + std::string(sk) + "\"}") +
               '\n';
    };
    auto const twice = line("a", "1") + line("a", "2") + line("b", "1") + line("a", "1.0");
    CHECK(found_in(twice, chosen).empty());
    chosen.history = true;
    CHECK(found_in(twice, chosen) == findings{"error item.key-twice /Item"});
    CHECK(found_in(line("a", "11") + line("a1", "1"), chosen).empty());
}

TEST_CASE("a change has its time, its keys and its images", "[exports][items]") {
    std::string const change =
        R"({"Metadata":{"WriteTimestampMicros":{"N":"1717192800000000"}},"Keys":{"pk":{"S":"a"}},)"
        R"("NewImage":{"pk":{"S":"a"},"n":{"N":"1"}}})";
    CHECK(found_in(change).empty());
    auto const read = parse<ExportedChange>(change);
    REQUIRE(read.has_value());
    CHECK(read->metadata.write_timestamp_micros.as<std::int64_t>() == 1'717'192'800'000'000);
    CHECK_FALSE(read->old_image);
    auto const replaced = [&](std::string_view from, std::string_view to) {
        auto text = change;
        return found_in(text.replace(text.find(from), from.size(), to));
    };
    CHECK(replaced(R"("N":"1")", R"("N":"x")") == findings{"error item.number /NewImage/n/N"});
    CHECK(replaced("1717192800000000", "soon") ==
          findings{"error item.number /Metadata/WriteTimestampMicros/N"});
    CHECK(replaced(R"({"N":"1717192800000000"})", R"({"S":"x"})") ==
          findings{"error item.attribute-type /Metadata/WriteTimestampMicros"});
    CHECK(replaced(R"("Keys":{"pk":{"S":"a"}},)", "") == findings{"error json.missing-member /Keys"});
    CHECK(replaced(R"({"pk":{"S":"a"}},)", "7,") == findings{"error json.wrong-type /Keys"});
}

TEST_CASE("items are counted separately from backups, and damage costs only a line", "[exports][items]") {
    auto const good = value(R"({"S":"x"})") + '\n';
    auto const counts = [](std::string const& text) {
        struct nobody final : finding_sink {
            void take(finding&&) override {}
        } sink;
        return check_documents(text, {}, sink);
    };
    auto c = counts(good + good + good);
    CHECK(c.items == 3);
    CHECK(c.records == 0);
    CHECK(c.rejected == 0);
    c = counts(good + "{\"Item\":{\"v\":{\"S\":\"x}}\n" + good);
    CHECK(c.items == 3);
    CHECK(c.records == 0);
    CHECK(c.rejected == 1);
    c = counts("garbage\n" + good); // not recognisable, but the file has only items
    CHECK(c.items == 2);
    CHECK(c.rejected == 1);
    c = counts(good + "{\"Item\":[]}\n" + good);
    CHECK(c.items == 3);
    CHECK(c.rejected == 0); // the line is well-formed
    c = counts(good + backup_summary().text() + '\n');
    CHECK(c.items == 1);
    CHECK(c.records == 1);
}

TEST_CASE("a model that was built in C++ is checked like a text", "[exports][items]") {
    ExportedItem t;
    t.item["pk"] = V::S("a");
    t.item["n"] = V::N("x");
    t.item["set"] = V::M({{"of", V::SS({"a", "a"})}});
    CHECK(lines_of(validate(t), severity::note) ==
          findings{"error item.number /Item/n/N", "error item.set-duplicate /Item/set/M/of/SS/1"});
    auto deep = V::S("x");
    for (int i = 0; i < 33; ++i) deep = V::L({deep});
    t.item.clear();
    t.item["deep"] = deep;
    CHECK(lines_of(validate(t), severity::note).size() == 1);
}

} // namespace exports_items_test
