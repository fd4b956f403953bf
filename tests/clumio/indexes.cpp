#include <dynabackup/clumio/indexes.hpp>

#include "fixtures.hpp"

namespace clumio_indexes_test {

using namespace clumio_fixtures;

namespace {

std::string many(std::size_t count, object (*make)(std::string_view)) {
    std::string out = "[";
    for (std::size_t i = 0; i < count; ++i) out += (i ? ", " : "") + make("Index" + std::to_string(i)).text();
    return out + "]";
}
object a_local(std::string_view name) { return local_index(name); }
object a_global(std::string_view name) { return global_index(name); }

/// Removes the members that need indexes.
object const bare =
    backup().without("replicas").without("local_secondary_indexes").without("global_secondary_indexes");

} // namespace

TEST_CASE("Clumio: a table has at most five local indexes", "[clumio][indexes]") {
    auto const of = [](std::size_t count) {
        return found_of(bare.with("local_secondary_indexes", many(count, a_local)));
    };
    for (std::size_t few : {0u, 1u, 5u}) CHECK(of(few) == none);
    CHECK(of(6) == findings{"error lsi.count /local_secondary_indexes"});
    CHECK(found_of(bare.with("local_secondary_indexes", "null")) == none);
}

TEST_CASE("Clumio: the quota of global indexes depends on the day", "[clumio][indexes]") {
    auto const of = [](std::size_t count, dynabackup::edition when) {
        return found_of(bare.with("global_secondary_indexes", many(count, a_global)), {.edition = when});
    };
    findings const too_many{"warning gsi.count /global_secondary_indexes"};
    CHECK(of(5, dynabackup::edition{2019'04'30}) == none);
    CHECK(of(6, dynabackup::edition{2019'04'30}) == too_many);
    CHECK(of(20, dynabackup::edition{2019'05'01}) == none);
    CHECK(of(21, dynabackup::edition{2019'05'01}) == too_many);
    CHECK(of(21, {}) == too_many);
}

TEST_CASE("Clumio: a local index has a sort key", "[clumio][indexes]") {
    auto const of = [](std::string_view types) {
        return found_of(
            bare.with("local_secondary_indexes", list(local_index().with("key_schema", keys(types)))));
    };
    CHECK(of("HR") == none);
    CHECK(of("H") == findings{"error lsi.range-key /local_secondary_indexes/0/key_schema"});
    CHECK(of("R") == findings{"error key-schema.hash-count /local_secondary_indexes/0/key_schema"});
    CHECK(found_of(bare.with("local_secondary_indexes", list(local_index().without("key_schema")))) == none);
}

TEST_CASE("Clumio: the indexes of a table have different names", "[clumio][indexes]") {
    auto const locals = list({local_index("A").text(), local_index("B").text()});
    auto const of = [&](std::string_view global) {
        return found_of(bare.with("local_secondary_indexes", locals)
                            .with("global_secondary_indexes", list(global_index(global))));
    };
    CHECK(of("C") == none);
    CHECK(of("a") == none);
    CHECK(of("B") == findings{"error index.unique-name /global_secondary_indexes/0/index_name"});
    auto const nameless = local_index().without("index_name").text();
    CHECK(found_of(bare.with("local_secondary_indexes", list({nameless, nameless}))) == none);
}

TEST_CASE("Clumio: the key of a table is unknown, so local indexes are not compared with it",
          "[clumio][indexes]") {
    auto const other = local_index("Other").with(
        "key_schema", list({key("Label", "HASH").text(), key("Year", "RANGE").text()}));
    CHECK(found_of(bare.with("local_secondary_indexes", list({local_index().text(), other.text()}))) == none);
}

} // namespace clumio_indexes_test
