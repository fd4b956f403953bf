#include <dynabackup/rules/projection.hpp>

#include "fixtures.hpp"

namespace rules_projection_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

/// One kind of index: its name in documents, and an index of that kind with another projection.
struct kind {
    std::string list;
    object index;

    std::string path(std::string_view below = "") const {
        return below_features('/' + list + "/0/Projection" + std::string(below));
    }
    findings found(object const& with, edition when = {}) const { return found_raw(with.text(), when); }
    findings found_raw(std::string_view with, edition when = {}) const {
        auto const indexes = object{{list, fixtures::list(index.with("Projection", with))}};
        auto const of = list == "VectorIndexes" ? on_demand_table() : table();
        return fixtures::found(description(of, indexes), {.edition = when});
    }
};

kind const local{"LocalSecondaryIndexes", local_index()};
kind const global{"GlobalSecondaryIndexes", global_index()};
kind const vector{"VectorIndexes", vector_index()};

/// Indexes that include that many attributes each.
std::string including(object const& index, std::initializer_list<std::size_t> counts,
                      std::string_view type = "INCLUDE") {
    std::string out = "[";
    for (std::size_t i = 0; auto count : counts) {
        auto const named = i ? index.with("IndexName", in_quotes("Index" + std::to_string(i))) : index;
        out += (i ? ", " : "") + named.with("Projection", projected(type, names(count))).text();
        ++i;
    }
    return out + "]";
}

findings total(std::string_view locals, std::string_view globals, edition when) {
    auto const of_table = object{{"LocalSecondaryIndexes", std::string(locals)},
                                 {"GlobalSecondaryIndexes", std::string(globals)}};
    return found(description(table(), of_table),
                 {.edition = when, .only = {"projection.total-non-key-attributes"}});
}

findings const too_many{"error projection.total-non-key-attributes " + below_features("")};

} // namespace

TEST_CASE("INCLUDE names attributes", "[rules][projection]") {
    for (auto const& of : {local, global, vector}) {
        CAPTURE(of.list);
        findings const expected{"error projection.include-needs-attributes " + of.path()};
        CHECK(of.found(projected("INCLUDE")) == expected);
        CHECK(of.found(projected("INCLUDE", "[]")) == expected); // without list.size
        CHECK(of.found(projected("INCLUDE", names(1))) == none);
        CHECK(of.found(projected("INCLUDE", names(20))) == none);
        CHECK(of.found(projected("INCLUDE", names(21))) ==
              findings{"error list.size " + of.path("/NonKeyAttributes")});
    }
    CHECK(global.found(projected("INCLUDE"), edition::v2017_11_29) ==
          findings{"error projection.include-needs-attributes " + global.path()});
}

TEST_CASE("ALL and KEYS_ONLY name no attributes", "[rules][projection]") {
    for (auto const& of : {local, global, vector})
        for (auto type : {"ALL", "KEYS_ONLY"}) {
            CAPTURE(of.list, type);
            CHECK(of.found(projected(type)) == none);
            CHECK(of.found(projected(type, names(1))) ==
                  findings{"error projection.attributes-need-include " + of.path("/NonKeyAttributes")});
            CHECK(of.found(projected(type, "[]")) ==
                  findings{"error list.size " + of.path("/NonKeyAttributes")});
        }
    CHECK(global.found(projected("ALL", names(1)), edition::v2017_11_29) ==
          findings{"error projection.attributes-need-include " + global.path("/NonKeyAttributes")});
}

TEST_CASE("a projection names an attribute only once", "[rules][projection]") {
    for (auto const& of : {local, global, vector}) {
        CAPTURE(of.list);
        std::string const duplicate =
            "warning projection.duplicate-attribute " + of.path("/NonKeyAttributes");
        CHECK(of.found(projected("INCLUDE", R"(["a", "b", "a"])")) == findings{duplicate + "/2"});
        CHECK(of.found(projected("INCLUDE", R"(["a", "a", "a"])")) ==
              findings{duplicate + "/1", duplicate + "/2"});
        CHECK(
            of.found(projected("INCLUDE", R"(["a", "A", "\u0061b", "b", "c", "d", "e", "f", "g", "ab"])")) ==
            findings{duplicate + "/9"});
    }
    CHECK(global.found(projected("INCLUDE", R"(["", ""])")) ==
          findings{"error string.length " + global.path("/NonKeyAttributes/0"),
                   "warning projection.duplicate-attribute " + global.path("/NonKeyAttributes/1"),
                   "error string.length " + global.path("/NonKeyAttributes/1")});
    CHECK(global.found(projected("INCLUDE", "[1, 1]")) ==
          findings{"error json.wrong-type " + global.path("/NonKeyAttributes/0"),
                   "error json.wrong-type " + global.path("/NonKeyAttributes/1")});
    CHECK(global.found(projected("INCLUDE", R"([1, "", ""])")) ==
          findings{"error json.wrong-type " + global.path("/NonKeyAttributes/0"),
                   "error string.length " + global.path("/NonKeyAttributes/1"),
                   "warning projection.duplicate-attribute " + global.path("/NonKeyAttributes/2"),
                   "error string.length " + global.path("/NonKeyAttributes/2")});
}

TEST_CASE("keys need not be projected", "[rules][projection]") {
    auto const is_key = [](kind const& of, std::string_view i) {
        return "warning projection.non-key-is-key " + of.path("/NonKeyAttributes/" + std::string(i));
    };
    for (auto const& of : {local, global, vector}) {
        CAPTURE(of.list);
        CHECK(of.found(projected("INCLUDE", R"(["Label", "Artist", "title", "Title"])")) ==
              findings{is_key(of, "1"), is_key(of, "3")});
    }
    CHECK(local.found(projected("INCLUDE", R"(["Year"])")) == findings{is_key(local, "0")});
    CHECK(local.found(projected("INCLUDE", R"(["Genre"])")) == none); // the other index's key
    CHECK(global.found(projected("INCLUDE", R"(["Genre", "Year"])")) == findings{is_key(global, "0")});
    CHECK(global.found(projected("INCLUDE", R"(["Genre"])"), edition::v2017_11_29) ==
          findings{is_key(global, "0")});

    SECTION("in the second index") {
        auto const second = global_index("Second").with("Projection", projected("INCLUDE", R"(["Genre"])"));
        auto const indexes = list({global_index().text(), second.text()});
        CHECK(found(description(table(), object{{"GlobalSecondaryIndexes", indexes}})) ==
              findings{"warning projection.non-key-is-key " +
                       below_features("/GlobalSecondaryIndexes/1/Projection/NonKeyAttributes/0")});
    }
    SECTION("if the keys are known") {
        auto const index = global_index().with("Projection", projected("INCLUDE", R"(["Artist", "Genre"])"));
        auto const features = object{{"GlobalSecondaryIndexes", list(index)}};
        auto const without_table =
            R"({"BackupDescription": {"SourceTableFeatureDetails": )" + features.text() + "}}";
        CHECK(found(without_table) == findings{is_key(global, "1")});
        CHECK(found(description(table().with("KeySchema", "7"), features)) ==
              findings{"error json.wrong-type " + below_table("/KeySchema"), is_key(global, "1")});
        CHECK(found(description(table().with("KeySchema", list({"7", key("Artist", "HASH").text()})),
                                features)) == findings{"error json.wrong-type " + below_table("/KeySchema/0"),
                                                       is_key(global, "0"), is_key(global, "1")});
        CHECK(found(description(table(),
                                object{{"GlobalSecondaryIndexes", list(index.with("KeySchema", "7"))}})) ==
              findings{"error json.wrong-type " + below_features("/GlobalSecondaryIndexes/0/KeySchema"),
                       is_key(global, "0")});
        // An element that could not be read has no name, rather than an empty one.
        auto const nameless = global_index().with("Projection", projected("INCLUDE", R"([""])"));
        CHECK(found(description(table().with("KeySchema", list({"7", key("Artist", "HASH").text()})),
                                object{{"GlobalSecondaryIndexes", list(nameless)}})) ==
              findings{"error json.wrong-type " + below_table("/KeySchema/0"),
                       "error string.length " + global.path("/NonKeyAttributes/0")});
    }
}

TEST_CASE("all local indexes name at most 20 attributes until 2022-06-16", "[rules][projection]") {
    for (edition when : {edition::v2017_11_29, edition{2022'06'16}}) {
        CAPTURE(to_text(when));
        CHECK(total(including(local_index(), {10, 10}), including(global_index(), {20, 20}), when) == none);
        CHECK(total(including(local_index(), {10, 11}), "[]", when) == too_many);
        CHECK(total(including(local_index(), {21}, "ALL"), "[]", when) == too_many);
    }
}

TEST_CASE("all local indexes name at most 100 attributes from 2022-06-17", "[rules][projection]") {
    auto const hundred = including(local_index(), {20, 20, 20, 20, 20});
    auto const more = including(local_index(), {20, 20, 20, 20, 21});
    for (edition when : {edition::v2022_06_17, edition{2025'04'08}}) {
        CAPTURE(to_text(when));
        CHECK(total(including(local_index(), {10, 11}), "[]", when) == none);
        CHECK(total(hundred, including(global_index(), {20}), when) == none);
        CHECK(total(more, "[]", when) == too_many);
        CHECK(total("[]", including(global_index(), {20, 20, 20, 20, 21}), when) == none);
    }
}

TEST_CASE("all indexes include at most 100 attributes from 2025-04-09", "[rules][projection]") {
    for (edition when : {edition::v2025_04_09, edition::latest}) {
        CAPTURE(to_text(when));
        auto const fifty = including(local_index(), {20, 20, 10});
        CHECK(total(fifty, including(global_index(), {20, 20, 10}), when) == none);
        CHECK(total(fifty, including(global_index(), {20, 20, 11}), when) == too_many);
        CHECK(total("[]", including(global_index(), {20, 20, 20, 20, 21}), when) == too_many);
        CHECK(total(including(local_index(), {20, 20, 20, 20, 21}), "[]", when) == too_many);
        CHECK(total(fifty, including(global_index(), {20, 20, 20}, "ALL"), when) == none);
        CHECK(total(fifty, including(global_index(), {20, 20, 20}, "SOME"), when) == none);
    }
    SECTION("which is one finding in an otherwise valid document") {
        auto const of_table =
            object{{"LocalSecondaryIndexes", including(local_index(), {20})},
                   {"GlobalSecondaryIndexes", including(global_index(), {20, 20, 20, 20, 1})}};
        CHECK(found(description(table(), of_table), {.edition = edition{2025'04'08}}) == none);
        CHECK(found(description(table(), of_table)) == too_many);
    }
    SECTION("vector indexes are not counted") {
        auto const of_table =
            object{{"GlobalSecondaryIndexes",
                    including(global_index().without("ProvisionedThroughput"), {20, 20, 20, 20, 20})},
                   {"VectorIndexes", including(vector_index(), {20})}};
        CHECK(found(description(on_demand_table(), of_table)) == none);
    }
}

TEST_CASE("a projection that cannot be read is not checked", "[rules][projection]") {
    for (auto const& of : {local, global, vector}) {
        CAPTURE(of.list);
        CHECK(of.found(object{}) == none);
        CHECK(of.found_raw("[]") == findings{"error json.wrong-type " + of.path()});
        CHECK(of.found_raw("null") == findings{"warning json.null-member " + of.path()});

        std::string const type = of.path("/ProjectionType"), attributes = of.path("/NonKeyAttributes");
        CHECK(of.found(projected("SOME")) == findings{"error enum.unknown-value " + type});
        CHECK(of.found(projected("SOME", names(1))) == findings{"error enum.unknown-value " + type});
        for (auto wrong : {"7", "{}", "[]"}) {
            CHECK(of.found(projected("").with("ProjectionType", wrong)) ==
                  findings{"error json.wrong-type " + type});
            CHECK(of.found(projected("", names(1)).with("ProjectionType", wrong)) ==
                  findings{"error json.wrong-type " + type});
        }
        for (auto wrong : {"7", "{}", "\"a\""}) {
            CHECK(of.found(projected("INCLUDE", wrong)) == findings{"error json.wrong-type " + attributes});
            CHECK(of.found(projected("ALL", wrong)) == findings{"error json.wrong-type " + attributes});
        }
        CHECK(of.found(object{{"NonKeyAttributes", names(1)}}) == none); // without a type
        CHECK(of.found(object{{"NonKeyAttributes", "[]"}}) == findings{"error list.size " + attributes});
        CHECK(of.found(projected("ALL", "null")) == findings{"warning json.null-member " + attributes});
        CHECK(of.found(projected("INCLUDE", "null")) == // null is read as absent, and INCLUDE needs it
              findings{"error projection.include-needs-attributes " + of.path(),
                       "warning json.null-member " + attributes});
        CHECK(of.found(projected("INCLUDE", "[7]")) ==
              findings{"error json.wrong-type " + attributes + "/0"});
    }
    CHECK(vector.found(projected("INCLUDE"), edition{2026'08'03}) == none); // the member does not exist yet
    CHECK(vector.found(projected("INCLUDE", R"(["Artist"])"), edition{2026'08'03}) == none);
    CHECK(vector.found(projected("INCLUDE"), edition::v2026_08_04) ==
          findings{"error projection.include-needs-attributes " + vector.path()});
}

TEST_CASE("projections of models built in C++ are checked", "[rules][projection]") {
    auto model = description_model();
    auto& features = *model.backup_description->source_table_feature_details;
    auto& projection = *features.global_secondary_indexes->front().projection;
    projection.projection_type = aws::ProjectionType::INCLUDE;
    CHECK(found_in(model) == findings{"error projection.include-needs-attributes " + global.path()});
    projection.non_key_attributes = {{"Genre", "Label", "Label"}};
    CHECK(found_in(model) ==
          findings{"warning projection.duplicate-attribute " + global.path("/NonKeyAttributes/2"),
                   "warning projection.non-key-is-key " + global.path("/NonKeyAttributes/0")});
    projection.projection_type = aws::ProjectionType::ALL;
    projection.non_key_attributes = {{"Label"}};
    CHECK(found_in(model) ==
          findings{"error projection.attributes-need-include " + global.path("/NonKeyAttributes")});
    features.global_secondary_indexes.reset();
    features.local_secondary_indexes.emplace(101).front() = {};
    for (auto& index : *features.local_secondary_indexes)
        index.projection = {aws::ProjectionType::INCLUDE, {{"a"}}};
    CHECK(found_in(model, {.only = {"projection.*"}}) == too_many);
    features.local_secondary_indexes->pop_back();
    CHECK(found_in(model, {.only = {"projection.*"}}) == none);
    CHECK(found_in(model, {.edition = edition{2022'06'16}, .only = {"projection.*"}}) == too_many);
}

} // namespace rules_projection_test
