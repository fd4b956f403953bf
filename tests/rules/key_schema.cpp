#include <dynabackup/rules/key_schema.hpp>

#include "fixtures.hpp"

namespace rules_key_schema_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

constexpr edition eve{2025'11'18};
constexpr edition day = edition::v2025_11_19;

/// Return the findings in a key schema of a table, a local index or a global index, without the rules that compare an
/// index with its table.
findings in_table(std::string_view schema, edition when = {}) {
    return found(description(table().with("KeySchema", schema), object{}), {.edition = when});
}
findings in_local(std::string_view schema, edition when = {}) {
    auto const index = list(local_index().with("KeySchema", schema));
    return found(description(table(), object{{"LocalSecondaryIndexes", index}}),
                 {.edition = when, .disable = {"lsi.*"}});
}
findings in_global(std::string_view schema, edition when = {}) {
    auto const index = list({global_index("First").text(), global_index().with("KeySchema", schema).text()});
    return found(description(table(), object{{"GlobalSecondaryIndexes", index}}), {.edition = when});
}

std::string const table_path = below_table("/KeySchema");
std::string const local_path = below_features("/LocalSecondaryIndexes/0/KeySchema");
std::string const global_path = below_features("/GlobalSecondaryIndexes/1/KeySchema");

findings error(std::string_view id, std::string const& path) {
    return {"error " + std::string(id) + ' ' + path};
}

/// Returns a key schema of several attributes: "a", "b" …, all HASH.
std::string hashes(std::initializer_list<std::string_view> attributes) {
    std::string out = "[";
    for (auto a : attributes) out += (out.size() > 1 ? ", " : "") + key(a, "HASH").text();
    return out + "]";
}

} // namespace

TEST_CASE("a valid description violates no rule", "[rules]") {
    CHECK(found(description()) == none);
    CHECK(found(description(), {}, severity::note) == none);
    CHECK(found(description(table(), features(), as_system(backup_details()))) == none);
    CHECK(found<aws::BackupSummary>(backup_summary()) == none);
    CHECK(found<aws::BackupSummary>(as_system(backup_summary())) == none);
    CHECK(found_in(description_model()) == none);
    for (auto when : {edition::v2017_11_29, eve, day}) CHECK(found(description(), {.edition = when}) == none);
}

TEST_CASE("key schemas of tables and local indexes have one or two elements", "[rules][key-schema]") {
    for (auto when : {edition::v2017_11_29, eve, day, edition::latest}) {
        CAPTURE(to_text(when));
        for (auto types : {"", "HRR", "HHR", "RRR", "HHHRRR"}) {
            CAPTURE(types);
            CHECK(in_table(keys(types), when) == error("key-schema.size", table_path));
            CHECK(in_local(keys(types), when) == error("key-schema.size", local_path));
        }
        for (auto types : {"H", "HR"}) {
            CHECK(in_table(keys(types), when) == none);
            CHECK(in_local(keys(types), when) == none);
        }
    }
}

TEST_CASE("a table or a local index has one HASH, and it comes first", "[rules][key-schema]") {
    for (auto when : {edition::v2017_11_29, eve, day, edition::latest}) {
        CAPTURE(to_text(when));
        for (auto types : {"R", "RR", "HH"}) {
            CAPTURE(types);
            CHECK(in_table(keys(types), when) == error("key-schema.hash-count", table_path));
            CHECK(in_local(keys(types), when) == error("key-schema.hash-count", local_path));
        }
        CHECK(in_table(keys("RH"), when) == error("key-schema.hash-first", table_path));
        CHECK(in_local(keys("RH"), when) == error("key-schema.hash-first", local_path));
    }
}

TEST_CASE("a global index is like a table until 2025-11-18", "[rules][key-schema]") {
    for (auto when : {edition::v2017_11_29, eve}) {
        CAPTURE(to_text(when));
        for (auto types : {"H", "HR"}) CHECK(in_global(keys(types), when) == none);
        for (auto types : {"", "HHR", "HRR", "HHHHRRRR", "HHHHRRRRR"}) {
            CAPTURE(types);
            CHECK(in_global(keys(types), when) == error("key-schema.size", global_path));
        }
        for (auto types : {"R", "RR", "HH"})
            CHECK(in_global(keys(types), when) == error("key-schema.hash-count", global_path));
        CHECK(in_global(keys("RH"), when) == error("key-schema.hash-first", global_path));
    }
}

TEST_CASE("a global index has up to four HASH and four RANGE from 2025-11-19", "[rules][key-schema]") {
    for (auto when : {day, edition::latest}) {
        CAPTURE(to_text(when));
        for (auto types : {"H", "HR", "HH", "HHHH", "HHHHR", "HHHHRRRR", "HRRRR"})
            CHECK(in_global(keys(types), when) == none);
        for (auto types : {"", "HHHHRRRRR", "HHHHHRRRR", "RRRRRRRRR"})
            CHECK(in_global(keys(types), when) == error("key-schema.size", global_path));
        for (auto types : {"HHHHH", "HHHHHRRR", "R", "RRRR"})
            CHECK(in_global(keys(types), when) == error("key-schema.hash-count", global_path));
        for (auto types : {"HRRRRR", "HHHRRRRR"})
            CHECK(in_global(keys(types), when) == error("key-schema.range-count", global_path));
        for (auto types : {"RH", "HRH", "HHRRHH", "RRRRHHHH"})
            CHECK(in_global(keys(types), when) == error("key-schema.hash-first", global_path));
        CHECK(in_global(keys("RRRRR"), when) == // two findings
              findings{"error key-schema.hash-count " + global_path,
                       "error key-schema.range-count " + global_path});
    }
}

TEST_CASE("the attributes of a key schema are different", "[rules][key-schema]") {
    auto const twice = list({key("a", "HASH").text(), key("a", "RANGE").text()});
    CHECK(in_table(twice) == error("key-schema.distinct-attributes", table_path + "/1"));
    CHECK(in_local(twice) == error("key-schema.distinct-attributes", local_path + "/1"));
    CHECK(in_global(twice, eve) == error("key-schema.distinct-attributes", global_path + "/1"));
    CHECK(in_global(list({key("a", "HASH").text(), key("A", "RANGE").text()})) == none);

    SECTION("each later duplicate is named, in short and long schemas") {
        CHECK(in_global(hashes({"a", "b", "a", "b"})) ==
              findings{"error key-schema.distinct-attributes " + global_path + "/2",
                       "error key-schema.distinct-attributes " + global_path + "/3"});
        findings expected{"error key-schema.size " + table_path};
        for (auto i : {"3", "8", "9"})
            expected.push_back("error key-schema.distinct-attributes " + table_path + '/' + i);
        CHECK(in_table(hashes({"a", "b", "c", "a", "d", "e", "f", "g", "a", "g"})) == expected);
    }
    SECTION("a name of a wrong length is still a name") {
        CHECK(in_table(list({key("", "HASH").text(), key("", "RANGE").text()})) ==
              findings{"error string.length " + table_path + "/0/AttributeName",
                       "error key-schema.distinct-attributes " + table_path + "/1",
                       "error string.length " + table_path + "/1/AttributeName"});
    }
    SECTION("names that could not be read are not equal") {
        CHECK(in_table(list({key("a", "HASH").with("AttributeName", "1").text(),
                             key("a", "RANGE").with("AttributeName", "2").text()})) ==
              findings{"error json.wrong-type " + table_path + "/0/AttributeName",
                       "error json.wrong-type " + table_path + "/1/AttributeName"});
        CHECK(in_table(list({key("a", "HASH").without("AttributeName").text(),
                             key("a", "RANGE").without("AttributeName").text()})) ==
              findings{"error json.missing-member " + table_path + "/0/AttributeName",
                       "error json.missing-member " + table_path + "/1/AttributeName"});
    }
}

TEST_CASE("a key schema that cannot be read is not checked", "[rules][key-schema]") {
    CHECK(found(description(table().without("KeySchema"), object{})) ==
          error("json.missing-member", table_path));
    for (auto wrong : {"null", "{}", "\"a\"", "7"}) {
        CAPTURE(wrong);
        CHECK(in_table(wrong) == error("json.wrong-type", table_path));
    }
    CHECK(in_global("null") == findings{"warning json.null-member " + global_path});
    CHECK(in_global("{}") == error("json.wrong-type", global_path));
    CHECK(found(description(table(), object{{"GlobalSecondaryIndexes",
                                             list(global_index().without("KeySchema"))}})) == none);

    SECTION("an element of another type") {
        for (auto wrong : {"null", "[]", "\"a\"", "7"})
            CHECK(in_table(list({key("a", "RANGE").text(), wrong})) ==
                  error("json.wrong-type", table_path + "/1"));
        CHECK(in_table("[7, 7]") == findings{"error json.wrong-type " + table_path + "/0",
                                             "error json.wrong-type " + table_path + "/1"});
    }
    SECTION("a key type that cannot be read or is not known") {
        auto const first = key("a", "RANGE");
        CHECK(in_table(list({first.text(), key("b", "RANGE").without("KeyType").text()})) ==
              error("json.missing-member", table_path + "/1/KeyType"));
        CHECK(in_table(list({first.text(), key("b", "RANGE").with("KeyType", "null").text()})) ==
              error("json.wrong-type", table_path + "/1/KeyType"));
        CHECK(in_table(list({first.text(), key("b", "hash").text()})) ==
              error("enum.unknown-value", table_path + "/1/KeyType"));
    }
    SECTION("the size of a list is known, whatever its elements") {
        CHECK(in_table(list({key("a", "HASH").text(), key("b", "RANGE").text(), "7"})) ==
              findings{"error key-schema.size " + table_path, "error json.wrong-type " + table_path + "/2"});
    }
}

TEST_CASE("a name that cannot be read does not hide a key type", "[rules][key-schema]") {
    CHECK(in_table(list(key("a", "RANGE").without("AttributeName"))) ==
          findings{"error key-schema.hash-count " + table_path,
                   "error json.missing-member " + table_path + "/0/AttributeName"});
}

TEST_CASE("key schemas of models built in C++ are checked", "[rules][key-schema]") {
    auto model = description_model();
    auto& schema = model.backup_description->source_table_details->key_schema;
    auto& indexes = *model.backup_description->source_table_feature_details->global_secondary_indexes;
    schema.clear();
    CHECK(found_in(model) == error("key-schema.size", table_path));
    schema = {{"a", aws::KeyType::RANGE}, {"b", aws::KeyType::HASH}};
    CHECK(found_in(model) == error("key-schema.hash-first", table_path));
    schema = {{"a", open_enum<aws::KeyType>("SORT")}};
    CHECK(found_in(model) == error("enum.unknown-value", table_path + "/0/KeyType"));
    schema = {{"a", aws::KeyType::HASH}};
    indexes.push_back(global_index_model("Second"));
    indexes.back().key_schema = std::vector<aws::KeySchemaElement>(5, {"a", aws::KeyType::RANGE});
    indexes.back().key_schema->front().key_type = aws::KeyType::HASH;
    CHECK(found_in(model, {.edition = eve, .disable = {"key-schema.distinct-attributes"}}) ==
          error("key-schema.size", global_path));
    CHECK(found_in(model, {.edition = day, .disable = {"key-schema.distinct-attributes"}}) == none);
    indexes.back().key_schema->push_back({"b", aws::KeyType::RANGE});
    CHECK(found_in(model, {.disable = {"key-schema.distinct-attributes"}}) ==
          error("key-schema.range-count", global_path));
}

} // namespace rules_key_schema_test
