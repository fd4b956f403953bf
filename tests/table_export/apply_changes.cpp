#include <dynabackup/table_export/apply_changes.hpp>

#include "catch.hpp"
#include "table_export/export_files.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace table_export_apply_changes_test {

using namespace dynabackup;
using namespace exports_fixtures;

namespace {

struct outcome {
    std::vector<std::string> lines;
    table_export::applied_changes done;
};

outcome apply(files const& all, dump_options const& chosen = {}) {
    std::vector<dump_input> inputs;
    for (auto const& [path, bytes] : all) inputs.push_back(from_memory(bytes, path));
    outcome result;
    result.done = table_export::apply_changes(
        inputs, [&](std::string_view line) { result.lines.emplace_back(line); }, chosen);
    return result;
}

std::string item(std::string_view pk, std::string_view n) {
    return R"({"Item":{"n":{"N":")" + std::string(n) + R"("},"pk":{"S":")" + std::string(pk) + "\"}}}\n";
}
std::string image(std::string_view pk, std::string_view n) {
    return R"({"n":{"N":")" + std::string(n) + R"("},"pk":{"S":")" + std::string(pk) + "\"}}";
}
/// Returns a change. An empty text means no image.
std::string change(std::string_view pk, std::int64_t micros, std::string_view before,
                   std::string_view after) {
    auto line = R"({"Metadata":{"WriteTimestampMicros":{"N":")" + std::to_string(micros) +
                R"("}},"Keys":{"pk":{"S":")" + std::string(pk) + "\"}}";
    if (!before.empty()) line += ",\"OldImage\":" + image(pk, before);
    if (!after.empty()) line += ",\"NewImage\":" + image(pk, after);
    return line + "}\n";
}

/// Adds an export of that name to the files.
void add_export(files& all, std::string const& name, object about, std::string const& text) {
    auto const key = "AWSDynamoDB/data/" + name + ".json.gz";
    all[key] = compress_test::gzip(text);
    auto const lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
    about = about.with("itemCount", std::to_string(lines))
                .with("manifestFilesS3Key", "\"AWSDynamoDB/" + name + "/manifest-files.json\"");
    add_manifests(all, "AWSDynamoDB/" + name + '/', about.text(), {listed(key, all[key], lines)});
}
object window(std::string_view from, std::string_view to) {
    return incremental_summary()
        .with("exportFromTime", '"' + std::string(from) + '"')
        .with("exportToTime", '"' + std::string(to) + '"');
}

std::string const noon = "2024-06-01T12:00:00.000Z", one = "2024-06-01T13:00:00.000Z",
                  two = "2024-06-01T14:00:00.000Z";

files sound() {
    files all;
    add_export(all, "full", about_export().with("exportTime", '"' + noon + '"'),
               item("a", "1") + item("b", "1") + item("c", "1"));
    add_export(all, "hour-2", window(one, two), change("b", 2000, "2", "3") + change("d", 2000, "1", ""));
    add_export(all, "hour-1", window(noon, one),
               change("b", 1000, "1", "2") + change("c", 1000, "1", "") + change("d", 1000, "", "1") +
                   change("e", 1000, "", "1"));
    return all;
}

} // namespace

TEST_CASE("the newest change of each item counts, whatever the order of the files", "[exports][apply]") {
    auto const found = apply(sound());
    CHECK(found.lines == std::vector{item("a", "1"), item("b", "3"), item("e", "1")});
    CHECK(found.done.problems.empty());
    CHECK(found.done.items == 3);
    CHECK(found.done.replaced == 1);
    CHECK(found.done.deleted == 1);
    CHECK(found.done.added == 1);
    CHECK(found.done.counts.items == 9);
    CHECK(found.done.counts.rejected == 0);
}

TEST_CASE("files without a manifest are recognised by their contents", "[exports][apply]") {
    auto const found =
        apply({{"x.json", change("a", 1, "1", "2") + item("a", "1")}, {"y.json", item("b", "1")}});
    CHECK(found.lines == std::vector{item("a", "2"), item("b", "1")});
    CHECK(found.done.problems.empty());
    CHECK(apply({{"x.json", item("a", "1")}}).lines == std::vector{item("a", "1")});
    CHECK(apply({}).lines.empty());
}

TEST_CASE("without a sink, what cannot be read is a problem", "[exports][apply]") {
    auto const whole = item("a", "1");
    std::vector<dump_input> inputs{from_file("/nonexistent/a.json"), from_memory(whole, "b.json")};
    auto const problems = [&](dump_sink* sink) {
        auto const ignored = [](std::string_view) {};
        return table_export::apply_changes(inputs, ignored, {}, sink).problems.size();
    };
    dump_report found;
    CHECK(problems(nullptr) == 1);
    CHECK(problems(&found) == 0);
    CHECK(found.problems.size() == 2); // it is tried for the changes, and for the items
    std::string const damaged = "{\"Item\":{\n";
    inputs = {from_memory(damaged, "a.json")};
    CHECK(problems(nullptr) == 1);
    CHECK(problems(&found) == 0);
}

TEST_CASE("a summary that cannot be read is a problem", "[exports][apply]") {
    auto all = sound();
    auto& summary = all["AWSDynamoDB/hour-2/manifest-summary.json"];
    REQUIRE_FALSE(summary.empty());
    summary.insert(1, "\"exportTime\":5,");
    auto const found = apply(all);
    REQUIRE_FALSE(found.done.problems.empty());
    CHECK(found.done.problems[0].starts_with("AWSDynamoDB/hour-2/manifest-summary.json: "));
}

TEST_CASE("inputs that do not fit together are a problem, and the state is still returned",
          "[exports][apply]") {
    auto const problems_with = [](auto alter) {
        auto all = sound();
        alter(all);
        auto const found = apply(all);
        CHECK(found.done.items == found.lines.size());
        return found.done.problems.size();
    };
    SECTION("windows") {
        for (auto const& from : {"2024-06-01T13:00:00.001Z", "2024-06-01T12:59:59.999Z"}) {
            CAPTURE(from);
            CHECK(problems_with([&](files& all) {
                      add_export(all, "hour-2", window(from, two),
                                 change("b", 2000, "2", "3") + change("d", 2000, "1", ""));
                  }) == 1);
        }
        CHECK(problems_with([](files& all) {
                  add_export(all, "full", about_export().with("exportTime", R"("2024-06-01T11:59:59.999Z")"),
                             item("a", "1") + item("b", "1") + item("c", "1"));
              }) == 1);
    }
    SECTION("a table of the same name that was created later") {
        CHECK(problems_with([](files& all) {
                  add_export(all, "hour-2",
                             window(one, two).with("tableId", R"("00000000-1111-4222-8333-444455556666")"),
                             change("b", 2000, "2", "3") + change("d", 2000, "1", ""));
              }) == 1);
    }
    SECTION("another table") {
        CHECK(problems_with([](files& all) {
                  add_export(all, "hour-2",
                             window(one, two).with(
                                 "tableArn", R"("arn:aws:dynamodb:eu-west-1:123456789012:table/Albums")"),
                             change("b", 2000, "2", "3") + change("d", 2000, "1", ""));
              }) >= 1);
    }
    SECTION("a second full export") {
        CHECK(problems_with([](files& all) {
                  add_export(all, "more", about_export().with("exportTime", '"' + noon + '"'),
                             item("z", "1"));
              }) == 1);
    }
    SECTION("a file is missing") {
        CHECK(problems_with([](files& all) { all.erase("AWSDynamoDB/data/full.json.gz"); }) >= 1);
        CHECK(problems_with([](files& all) { all.erase("AWSDynamoDB/data/hour-2.json.gz"); }) >= 1);
    }
    SECTION("changes that do not fit") {
        auto const with_change = [&](std::string const& line) {
            return problems_with([&](files& all) {
                add_export(all, "hour-1", window(noon, one),
                           change("c", 1000, "1", "") + change("d", 1000, "", "1") +
                               change("e", 1000, "", "1") + line);
            });
        };
        CHECK(with_change(change("b", 1000, "1", "2")) == 0);
        CHECK(with_change(change("b", 1000, "", "2")) == 1);  // it is created, but exists
        CHECK(with_change(change("z", 1000, "1", "2")) == 1); // it is changed, but does not exist
        CHECK(with_change(R"({"Metadata":{"WriteTimestampMicros":{"N":"x"}},"Keys":{"pk":{"S":"b"}}})"
                          "\n") >= 1);
        CHECK(with_change(R"({"Metadata":{"WriteTimestampMicros":{"N":"1"}},"Keys":{"id":{"S":"b"}}})"
                          "\n") >= 1);
    }
    SECTION("many problems of a kind are counted") {
        auto all = sound();
        std::string changes =
            change("b", 1000, "1", "2") + change("c", 1000, "1", "") + change("d", 1000, "", "1");
        for (int i = 0; i < 100; ++i) changes += change("z" + std::to_string(i), 1000, "1", "2");
        add_export(all, "hour-1", window(noon, one), changes);
        auto const found = apply(all);
        CHECK(found.done.problems.size() == 11);
        CHECK(found.lines.size() == 102);
    }
}

TEST_CASE("views without old images are not a problem", "[exports][apply]") {
    auto all = sound();
    auto const new_images = window(noon, one).with("outputView", R"("NEW_IMAGE")");
    add_export(all, "hour-1", new_images,
               change("b", 1000, "", "2") + change("c", 1000, "", "") + change("e", 1000, "", "1"));
    add_export(all, "hour-2", window(one, two).with("outputView", R"("NEW_IMAGE")"),
               change("b", 2000, "", "3"));
    auto const found = apply(all);
    CHECK(found.done.problems.empty());
    CHECK(found.lines == std::vector{item("a", "1"), item("b", "3"), item("e", "1")});
}

TEST_CASE("the state equals a map to which each change was applied", "[exports][apply][property]") {
    std::mt19937_64 random{99};
    for (unsigned round = 0; round < 60; ++round) {
        std::map<std::string, std::string> table;
        std::string full;
        for (int i = 0; i < 30; ++i)
            if (auto const pk = std::to_string(random() % 40); table.emplace(pk, std::to_string(i)).second)
                full += item(pk, table[pk]);
        files all{{"0.json", full}};
        for (std::int64_t export_number = 1; export_number <= 3; ++export_number) {
            std::map<std::string, std::string> lines; // one change per key and export
            for (int i = 0; i < 20; ++i) {
                auto const pk = std::to_string(random() % 50);
                if (lines.contains(pk)) continue;
                auto const known = table.find(pk);
                auto const before = known == table.end() ? std::string() : known->second;
                auto const after = random() % 3 ? std::to_string(random() % 1000) : std::string();
                lines[pk] = change(pk, export_number * 1000 + i, before, after);
                if (after.empty()) table.erase(pk);
                else table[pk] = after;
            }
            auto& text = all[std::to_string(9 - export_number) + ".json"]; // the last changes are read first
            for (auto const& [pk, line] : lines) text += line;
        }
        auto found = apply(all, {.jobs = 1 + round % 2, .chunk_size = 2000});
        CHECK(found.done.problems.empty());
        std::vector<std::string> expected;
        for (auto const& [pk, n] : table) expected.push_back(item(pk, n));
        std::ranges::sort(expected);
        std::ranges::sort(found.lines);
        CHECK(found.lines == expected);
    }
}

} // namespace table_export_apply_changes_test
