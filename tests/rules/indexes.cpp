#include <dynabackup/rules/indexes.hpp>

#include "fixtures.hpp"

namespace rules_indexes_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

std::string const local_path = below_features("/LocalSecondaryIndexes");
std::string const global_path = below_features("/GlobalSecondaryIndexes");

std::string many(std::size_t count, object (*make)(std::string_view)) {
    std::string out = "[";
    for (std::size_t i = 0; i < count; ++i) out += (i ? ", " : "") + make("Index" + std::to_string(i)).text();
    return out + "]";
}
object a_local(std::string_view name) { return local_index(name); }
object a_global(std::string_view name) { return global_index(name); }

/// Returns the findings in a table with that key schema and these local indexes.
findings with_locals(std::string_view table_keys, std::string_view locals, edition when = {}) {
    return found(description(table().with("KeySchema", table_keys),
                             object{{"LocalSecondaryIndexes", std::string(locals)}}),
                 {.edition = when});
}
/// Returns the findings for one local index with that key schema.
findings with_local(std::string_view table_keys, std::string_view index_keys, edition when = {}) {
    return with_locals(table_keys, list(local_index().with("KeySchema", index_keys)), when);
}

std::string keys_of(std::string_view hash, std::string_view range) {
    return list({key(hash, "HASH").text(), key(range, "RANGE").text()});
}

findings const other_hash{"error lsi.hash-key " + local_path + "/0/KeySchema"};
findings const no_range{"error lsi.range-key " + local_path + "/0/KeySchema"};
findings const no_sort_key{"error lsi.table-range-key " + local_path};

} // namespace

TEST_CASE("a local index has its table's partition key", "[rules][indexes]") {
    auto const of_table = keys_of("Artist", "Title");
    for (auto when : {edition::v2017_11_29, edition{2025'11'18}, edition::latest}) {
        check_options const chosen{.edition = when, .disable = {"json.*"}};
        auto const of = [&](std::string_view index_keys) {
            return found(description(table().with("KeySchema", of_table),
                                     object{{"LocalSecondaryIndexes",
                                             list(local_index().with("KeySchema", index_keys))}}),
                         chosen);
        };
        CHECK(of(keys_of("Artist", "Year")) == none);
        CHECK(of(keys_of("Label", "Year")) == other_hash);
        CHECK(of(keys_of("Title", "Artist")) == other_hash);
        CHECK(of(keys_of("artist", "Year")) == other_hash);
        CHECK(of(list(key("Label", "HASH"))) == findings{other_hash[0], no_range[0]});
    }
    // Each of several indexes.
    auto const second = list({local_index("First").text(),
                              local_index("Second").with("KeySchema", keys_of("Label", "Year")).text()});
    CHECK(with_locals(of_table, second) == findings{"error lsi.hash-key " + local_path + "/1/KeySchema"});
    // Another rule checks the order of keys.
    CHECK(with_local(of_table, list({key("Year", "RANGE").text(), key("Artist", "HASH").text()})) ==
          findings{"error key-schema.hash-first " + local_path + "/0/KeySchema"});
}

TEST_CASE("a partition key that is not known is not compared", "[rules][indexes]") {
    auto const of_table = keys_of("Artist", "Title"), other = keys_of("Label", "Year");
    // That of the index.
    CHECK(with_local(of_table, "7") == findings{"error json.wrong-type " + local_path + "/0/KeySchema"});
    CHECK(with_local(of_table, "[]") == findings{"error key-schema.size " + local_path + "/0/KeySchema"});
    CHECK(with_local(of_table, keys("HRR")) ==
          findings{"error key-schema.size " + local_path + "/0/KeySchema"});
    CHECK(with_local(of_table, keys("HH")) ==
          findings{"error key-schema.hash-count " + local_path + "/0/KeySchema"});
    CHECK(with_local(of_table, keys("RR")) ==
          findings{"error key-schema.hash-count " + local_path + "/0/KeySchema"});
    CHECK(with_local(of_table, list({key("Label", "KEY").text(), key("Year", "RANGE").text()})) ==
          findings{"error enum.unknown-value " + local_path + "/0/KeySchema/0/KeyType"});
    CHECK(with_local(of_table, list({R"({"KeyType": "HASH"})", key("Year", "RANGE").text()})) ==
          findings{"error json.missing-member " + local_path + "/0/KeySchema/0/AttributeName"});
    CHECK(with_local(of_table, list({"7", key("Year", "RANGE").text()})) ==
          findings{"error json.wrong-type " + local_path + "/0/KeySchema/0"});
    CHECK(with_locals(of_table, "[{}]") == none);
    CHECK(with_locals(of_table, "[7]") == findings{"error json.wrong-type " + local_path + "/0"});
    CHECK(with_locals(of_table, "7") == findings{"error json.wrong-type " + local_path});
    // That of the table.
    CHECK(with_local("7", other) == findings{"error json.wrong-type " + below_table("/KeySchema")});
    CHECK(with_local(keys("HH"), other) ==
          findings{"error key-schema.hash-count " + below_table("/KeySchema")});
    CHECK(with_local(keys("HRR"), other) == findings{"error key-schema.size " + below_table("/KeySchema")});
    CHECK(with_local(list({R"({"KeyType": "HASH"})", key("Title", "RANGE").text()}), other) ==
          findings{"error json.missing-member " + below_table("/KeySchema/0/AttributeName")});
    auto const alone = R"({"BackupDescription": {"SourceTableFeatureDetails": {"LocalSecondaryIndexes": )" +
                       list(local_index().with("KeySchema", other)) + "}}}";
    CHECK(found(alone) == none);
}

TEST_CASE("a local index has a sort key", "[rules][indexes]") {
    auto const of_table = keys_of("Artist", "Title");
    for (auto when : {edition::v2017_11_29, edition::latest}) {
        auto const of = [&](std::string_view index_keys) {
            return found<aws::LocalSecondaryIndexInfo>(object{{"KeySchema", std::string(index_keys)}},
                                                       {.edition = when});
        };
        CHECK(of(keys("HR")) == none);
        CHECK(of(keys("H")) == findings{"error lsi.range-key /KeySchema"});
        // One defect, one finding.
        CHECK(of(keys("HH")) == findings{"error key-schema.hash-count /KeySchema"});
        CHECK(of(keys("R")) == findings{"error key-schema.hash-count /KeySchema"});
        CHECK(of("[]") == findings{"error key-schema.size /KeySchema"});
    }
    CHECK(with_local(of_table, list(key("Artist", "HASH"))) == no_range);
    CHECK(found<aws::LocalSecondaryIndexInfo>(object{}) == none);
    // A global index does not need one.
    CHECK(found<aws::GlobalSecondaryIndexInfo>(object{{"KeySchema", keys("H")}}) == none);
}

TEST_CASE("a table with local indexes has a sort key", "[rules][indexes]") {
    auto const hash_only = list(key("Artist", "HASH"));
    for (auto when : {edition::v2017_11_29, edition::latest}) {
        check_options const chosen{.edition = when, .disable = {"json.*"}};
        auto const of = [&](std::string_view schema, std::string_view locals) {
            return found(description(table().with("KeySchema", schema),
                                     object{{"LocalSecondaryIndexes", std::string(locals)}}),
                         chosen);
        };
        CHECK(of(keys_of("Artist", "Title"), list(local_index())) == none);
        CHECK(of(hash_only, list(local_index())) == no_sort_key);
        CHECK(of(hash_only, many(3, a_local)) == no_sort_key);
        CHECK(of(hash_only, "[]") == none);
    }
    CHECK(found(description(table().with("KeySchema", hash_only),
                            object{{"GlobalSecondaryIndexes", list(global_index())}})) == none);
    CHECK(with_locals(hash_only, "7") == findings{"error json.wrong-type " + local_path});
    // A defect of the table's key schema already has a finding.
    CHECK(with_locals("[]", list(local_index())) ==
          findings{"error key-schema.size " + below_table("/KeySchema")});
    CHECK(with_locals(keys("R"), list(local_index())) ==
          findings{"error key-schema.hash-count " + below_table("/KeySchema")});
    CHECK(with_locals(keys("HH"), list(local_index())) ==
          findings{"error key-schema.hash-count " + below_table("/KeySchema")});
}

TEST_CASE("a table has at most five local indexes", "[rules][indexes]") {
    findings const too_many{"error lsi.count " + local_path};
    for (auto when : {edition::v2017_11_29, edition::latest}) {
        check_options const chosen{.edition = when, .disable = {"json.*"}};
        auto const of = [&](std::size_t count) {
            return found(description(table(), object{{"LocalSecondaryIndexes", many(count, a_local)}}),
                         chosen);
        };
        CHECK(of(0) == none);
        CHECK(of(5) == none);
        CHECK(of(6) == too_many);
        CHECK(of(40) == too_many);
    }
}

TEST_CASE("a table has at most 20 global indexes by default, and five before 2019-05-01",
          "[rules][indexes]") {
    findings const too_many{"warning gsi.count " + global_path};
    auto const of = [&](std::size_t count, edition when) {
        return found(description(table(), object{{"GlobalSecondaryIndexes", many(count, a_global)}}),
                     {.edition = when, .disable = {"json.*"}});
    };
    for (auto when : {edition::v2019_05_01, edition::latest}) {
        CHECK(of(6, when) == none);
        CHECK(of(20, when) == none);
        CHECK(of(21, when) == too_many);
    }
    for (auto when : {edition::v2017_11_29, edition{2019'04'30}}) {
        CHECK(of(5, when) == none);
        CHECK(of(6, when) == too_many);
        CHECK(of(20, when) == too_many);
    }
}

TEST_CASE("the indexes of a table have different names", "[rules][indexes]") {
    auto const of = [](object const& of_features, edition when = {}) {
        return found(description(table(), of_features),
                     {.edition = when, .disable = {"json.*", "gsi.*", "vector-index.*"}});
    };
    auto const again = [](std::string_view path) {
        return "error index.unique-name " + below_features(std::string(path) + "/IndexName");
    };
    auto const locals = [](auto... names) { return list({local_index(names).text()...}); };
    auto const globals = [](auto... names) { return list({global_index(names).text()...}); };
    auto const vectors = [](auto... names) { return list({vector_index(names).text()...}); };
    CHECK(of(object{{"LocalSecondaryIndexes", locals("One")}, {"GlobalSecondaryIndexes", globals("one")}}) ==
          none);
    CHECK(of(object{{"LocalSecondaryIndexes", locals("One", "Two", "One")}}) ==
          findings{again("/LocalSecondaryIndexes/2")});
    CHECK(of(object{{"GlobalSecondaryIndexes", globals("One", "One", "One")}}) ==
          findings{again("/GlobalSecondaryIndexes/1"), again("/GlobalSecondaryIndexes/2")});
    object const all{{"GlobalSecondaryIndexes", globals("Two", "One")},
                     {"LocalSecondaryIndexes", locals("One")},
                     {"VectorIndexes", vectors("Two", "Three")}};
    CHECK(of(all) == findings{again("/GlobalSecondaryIndexes/1"), again("/VectorIndexes/0")});
    // Vector indexes are known from 2026-08-04.
    CHECK(of(all, edition::v2026_08_04) == of(all));
    CHECK(of(all, edition{2026'08'03}) == findings{again("/GlobalSecondaryIndexes/1")});
    CHECK(of(all, edition::v2017_11_29) == findings{again("/GlobalSecondaryIndexes/1")});
    // More than a few indexes.
    CHECK(of(object{{"GlobalSecondaryIndexes", many(12, a_global)},
                    {"VectorIndexes", vectors("Index0", "Index11")}}) ==
          findings{again("/VectorIndexes/0"), again("/VectorIndexes/1")});
    // Names that are absent or cannot be read are not equal.
    CHECK(of(object{{"GlobalSecondaryIndexes", "[{}, {}, 7, {\"IndexName\": null}]"}}) == none);
    auto const unread = global_index("One").with("IndexName", "7").text();
    CHECK(of(object{{"GlobalSecondaryIndexes", list({unread, unread, global_index("One").text()})}}) == none);
}

TEST_CASE("indexes of models built in C++ are checked", "[rules][indexes]") {
    auto model = description_model();
    auto& features = *model.backup_description->source_table_feature_details;
    auto& local = features.local_secondary_indexes.emplace().emplace_back();
    local.index_name = "ByGenre";
    local.key_schema = {{"Artist", aws::KeyType::HASH}, {"Year", aws::KeyType::RANGE}};
    std::string const second = "error index.unique-name " + global_path + "/0/IndexName";
    CHECK(found_in(model) == findings{second});
    local.key_schema->front().attribute_name = "Label";
    local.key_schema->pop_back();
    auto lines = found_in(model);
    std::ranges::sort(lines);
    CHECK(lines == findings{second, other_hash[0], no_range[0]});
}

} // namespace rules_indexes_test
