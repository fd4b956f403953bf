#include <dynabackup/rule_catalog.hpp>
#include <dynabackup/rules/items.hpp>
#include <dynabackup/table_export/check_export.hpp>
#include <dynabackup/table_export/fingerprint.hpp>
#include <dynabackup/table_export/write_state.hpp>
#include <dynabackup/testing/generate_export.hpp>

#include "catch.hpp"
#include "rounds.hpp"
#include "tool/run.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace testing_generate_export_test {

using namespace dynabackup;
using testing::export_options, testing::generate_export;

namespace {

struct checked {
    std::vector<dump_report::entry> findings;
    summary counts;
};

/// Checks the files in a folder with every option that a rule may need.
checked check_folder(std::string const& folder, item_key const& key) {
    dump_options chosen;
    chosen.check.key = key;
    chosen.check.history = true;
    dump_report report;
    auto counts = table_export::check_export(table_export::files_of_export(folder), report, chosen);
    return {std::move(report.findings), std::move(counts)};
}

/// The files below a folder, with paths relative to it, sorted.
std::vector<std::string> paths_in(std::string const& folder) {
    std::vector<std::string> paths;
    for (auto const& each : std::filesystem::recursive_directory_iterator(folder))
        if (each.is_regular_file())
            paths.push_back(std::filesystem::relative(each.path(), folder).generic_string());
    std::ranges::sort(paths);
    return paths;
}

table_export::fingerprint fingerprint_of(std::string const& folder) {
    return table_export::fingerprint_of(table_export::files_of_export(folder));
}

} // namespace

TEST_CASE("generated exports have the requested items, and no findings", "[testing][exports]") {
    std::uint64_t seed = 0;
    for (auto const items : std::array<std::uint64_t, 6>{0, 1, 2, 3, 10, 1'000})
        for (bool const incremental : {false, true}) {
            tool_test::folder const f;
            CAPTURE(++seed, items, incremental);
            auto const made =
                generate_export(f.string(), seed, {.items = items, .is_incremental = incremental});
            REQUIRE(made.problem.empty());
            CHECK(made.files == 4);
            CHECK(made.summary.item_count == static_cast<std::int64_t>(items));
            auto const found = check_folder(f.string(), made.key);
            CHECK(found.findings.empty());
            CHECK(found.counts.items == items);
            CHECK(found.counts.rejected == 0);
        }
}

TEST_CASE("a seed gives the same export with any number of threads, and another seed gives another export",
          "[testing][exports]") {
    tool_test::folder const a, b, c;
    export_options chosen{.items = 500, .threads = 1};
    REQUIRE(generate_export(a.string(), 3, chosen).problem.empty());
    chosen.threads = 3;
    REQUIRE(generate_export(b.string(), 3, chosen).problem.empty());
    REQUIRE(generate_export(c.string(), 4, chosen).problem.empty());
    CHECK(paths_in(a.string()) == paths_in(b.string()));
    for (auto const& path : paths_in(a.string())) CHECK(a.read(path) == b.read(path));
    CHECK(paths_in(a.string()) != paths_in(c.string()));
}

TEST_CASE("the changes of a seed fit its full export", "[testing][exports][apply]") {
    for (std::uint64_t seed = 0; seed < rounds(20); ++seed) {
        tool_test::folder const f, state;
        CAPTURE(seed);
        REQUIRE(generate_export(f.string(), seed, {.items = 120}).problem.empty());
        auto const made = generate_export(f.string(), seed, {.items = 80, .is_incremental = true});
        REQUIRE(made.problem.empty());
        CHECK(check_folder(f.string(), made.key).findings.empty());

        auto const done =
            table_export::write_state(table_export::files_of_export(f.string()), state.string());
        CHECK(done.failure.empty());
        CHECK(done.problems.empty());
        CHECK(done.replaced == 40);
        CHECK(done.deleted == 20);
        CHECK(done.added == 20);
        CHECK(done.items == 120);
        CHECK(done.summary.table_arn == made.summary.table_arn);
        CHECK(done.summary.export_time == made.summary.export_to_time);
        auto const found = check_folder(state.string(), made.key);
        CHECK(found.findings.empty());
        CHECK(found.counts.items == 120);
    }
}

TEST_CASE("the state of an export without changes is that export", "[testing][exports][apply]") {
    tool_test::folder const f, state;
    REQUIRE(generate_export(f.string(), 5, {.items = 300}).problem.empty());
    auto const done = table_export::write_state(table_export::files_of_export(f.string()), state.string());
    CHECK(done.failure.empty());
    CHECK(done.items == 300);
    CHECK(fingerprint_of(state.string()) == fingerprint_of(f.string()));
    // It does not overwrite existing files.
    auto const again = table_export::write_state(table_export::files_of_export(f.string()), state.string());
    CHECK_FALSE(again.failure.empty());
}

TEST_CASE("a state without a manifest has no table", "[exports][apply]") {
    tool_test::folder const f;
    std::vector const inputs{from_memory("{\"Item\":{\"pk\":{\"S\":\"a\"}}}\n", "a.json")};
    CHECK_FALSE(table_export::write_state(inputs, f.string()).failure.empty());
    CHECK(paths_in(f.string()).empty());
}

TEST_CASE("every rule of exports, changes and items can be violated without violating another",
          "[testing][exports]") {
    std::size_t broken = 0;
    for (auto const* r : rule_catalog()) {
        bool const is_of_exports =
            r->id.starts_with("export.") || r->id.starts_with("change.") || r->id.starts_with("item.");
        if (!is_of_exports) continue;
        ++broken;
        for (std::uint64_t seed = 0; seed < rounds(20); ++seed)
            for (bool const incremental : {false, true}) {
                bool const of_full_ones = r == &item::key || r == &item::key_twice;
                if (incremental && of_full_ones) continue;
                tool_test::folder const f;
                CAPTURE(std::string(r->id), seed, incremental);
                auto const made = generate_export(
                    f.string(), seed, {.items = 40, .is_incremental = incremental, .violated_rule = r->id});
                REQUIRE(made.problem.empty());
                auto const found = check_folder(f.string(), made.key);
                REQUIRE(found.findings.size() == 1);
                CHECK(found.findings[0].what.rule == r);
            }
    }
    CHECK(broken >= 32);
}

TEST_CASE("an impossible export is a problem, and nothing is written", "[testing][exports]") {
    tool_test::folder const f;
    auto const is_refused = [&](export_options const& chosen) {
        return !generate_export(f.string(), 1, chosen).problem.empty() && paths_in(f.string()).empty();
    };
    CHECK(is_refused({.violated_rule = "no.such-rule"}));
    CHECK(is_refused({.violated_rule = "backup.expired"}));
    CHECK(is_refused({.violated_rule = "export.*"}));
    CHECK(is_refused({.items = 0, .violated_rule = "item.null"}));
    CHECK(is_refused({.items = 1, .violated_rule = "item.key-twice"}));
    CHECK(is_refused({.is_incremental = true, .violated_rule = "item.key"}));
    CHECK(is_refused({.documents = {.edition = edition{2020'11'08}}}));
    CHECK(is_refused({.is_incremental = true, .documents = {.edition = edition{2023'09'25}}}));
    CHECK(generate_export(f.string(), 1, {.documents = {.edition = edition{2020'11'09}}}).problem.empty());
}

TEST_CASE("an existing export is not overwritten", "[testing][exports]") {
    tool_test::folder const f;
    REQUIRE(generate_export(f.string(), 1).problem.empty());
    CHECK_FALSE(generate_export(f.string(), 1).problem.empty());
    auto const file = f.write("file", "");
    CHECK_FALSE(generate_export(file, 1).problem.empty());
}

} // namespace testing_generate_export_test
