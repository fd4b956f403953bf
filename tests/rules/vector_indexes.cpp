#include <dynabackup/rules/vector_indexes.hpp>

#include "fixtures.hpp"

namespace rules_vector_indexes_test {

using namespace dynabackup;
using namespace fixtures;

namespace {

object with_vectors(object const& index = vector_index()) { return {{"VectorIndexes", list(index)}}; }

} // namespace

TEST_CASE("vector indexes are on tables that pay per request", "[rules][vector_indexes]") {
    findings const refused{"error vector-index.billing-mode " + below_features("/VectorIndexes")};
    CHECK(found(description(on_demand_table(), with_vectors())) == none);
    CHECK(found(description(table(), with_vectors())) == refused);
    CHECK(found(description(table(), object{{"VectorIndexes", "[]"}}), {.disable = {"list.size"}}) == none);
    CHECK(found(description(table().without("BillingMode"), with_vectors())) == none);
    CHECK(found(description(table().with("BillingMode", "7"), with_vectors())) ==
          findings{"error json.wrong-type " + below_table("/BillingMode")});
    CHECK(found(description(table(), with_vectors()), {.edition = edition::v2026_08_04}) == refused);
    CHECK(found(description(table(), with_vectors()), {.edition = edition{2026'08'03}}) == none);
}

TEST_CASE("a vector has at most 4096 numbers", "[rules][vector_indexes]") {
    auto const of = [](std::string_view dimensions) {
        return found(
            description(on_demand_table(), with_vectors(vector_index().with("Dimensions", dimensions))));
    };
    auto const path = below_features("/VectorIndexes/0/Dimensions");
    CHECK(of("4096") == none);
    CHECK(of("1") == none);
    CHECK(of("4097") == findings{"error vector-index.dimensions " + path});
    CHECK(of("0") == findings{"error number.out-of-range " + path});
    CHECK(of("true") == findings{"error json.wrong-type " + path});
}

} // namespace rules_vector_indexes_test
