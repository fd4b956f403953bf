#include <dynabackup/table_export/diff_items.hpp>

#include "catch.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace table_export_diff_items_test {

using namespace dynabackup;
using namespace std::literals;

namespace {

struct outcome {
    std::vector<std::string> lines; ///< "before -> after"
    table_export::diff_result result;
};

outcome diff(std::string const& before, std::string const& after, std::string_view key = "pk:S",
             table_export::diff_options const& options = {}) {
    std::vector const a{from_memory(before, "a")}, b{from_memory(after, "b")};
    outcome found;
    found.result = table_export::diff_items(a, b, *parse_item_key(key), options, [&](auto const& d) {
        found.lines.push_back(std::string(d.before.value_or("none")) + " -> " +
                              std::string(d.after.value_or("none")));
    });
    return found;
}

std::string line(std::string_view pk, std::string_view n) {
    return R"({"Item":{"pk":{"S":")" + std::string(pk) + R"("},"n":{"N":")" + std::string(n) + "\"}}}\n";
}

} // namespace

TEST_CASE("items that only one export has, or that differ, are reported", "[exports][diff]") {
    auto const found = diff(line("a", "1") + line("b", "1") + line("c", "1"),
                            line("d", "1") + line("c", "2") + line("a", "1"));
    CHECK(found.lines == std::vector{R"({"n":{"N":"1"},"pk":{"S":"b"}} -> none)"s,
                                     R"({"n":{"N":"1"},"pk":{"S":"c"}} -> {"n":{"N":"2"},"pk":{"S":"c"}})"s,
                                     R"(none -> {"n":{"N":"1"},"pk":{"S":"d"}})"s});
    CHECK(found.result.same == 1);
    CHECK(found.result.added == 1);
    CHECK(found.result.removed == 1);
    CHECK(found.result.changed == 1);
    CHECK_FALSE(found.result.is_same());
    CHECK(found.result.before.items == 3);
    CHECK(found.result.after.items == 3);
}

TEST_CASE("the spelling and the place of items do not matter", "[exports][diff]") {
    auto const a =
        R"({"Item":{"pk":{"S":"1"},"sk":{"N":"10"},"s":{"SS":["x","y"]},"m":{"M":{"a":{"N":"1"},"b":{"L":[{"NULL":true}]}}}}})"s;
    auto const b =
        R"([{"Item":{"m":{"M":{"b":{"L":[{"NULL":true}]},"a":{"N":"1.0"}}},"s":{"SS":["y","x"]},"sk":{"N":"1e1"},"pk":{"S":"\u0031"}}}])"s;
    auto const found = diff(a, b, "pk:S,sk:N");
    CHECK(found.lines.empty());
    CHECK(found.result.same == 1);
    CHECK(found.result.is_same());
}

TEST_CASE("a sort key distinguishes items, and an item without the key is counted", "[exports][diff]") {
    auto const a = R"({"Item":{"pk":{"S":"1"},"sk":{"N":"1"}}}{"Item":{"pk":{"S":"1"},"sk":{"N":"2"}}})"s;
    CHECK(diff(a, a, "pk:S,sk:N").result.same == 2);
    auto const found = diff(a + R"({"Item":{"pk":{"S":"1"}}})", a, "pk:S,sk:N");
    CHECK(found.result.without_key == 1);
    CHECK_FALSE(found.result.is_same());
}

TEST_CASE("items that were not all read are not the same", "[exports][diff]") {
    auto const whole = line("a", "1") + line("b", "1");
    CHECK(diff(whole, whole).result.is_same());
    for (auto const& damaged : {whole + "{\"Item\":{\n", "{\"Item\" 1}\n" + whole}) {
        auto const found = diff(damaged, whole);
        CHECK(found.lines.empty());
        CHECK_FALSE(found.result.is_complete());
        CHECK_FALSE(found.result.is_same());
    }
    auto const none = [](table_export::item_difference const&) { FAIL("nothing was read"); };
    std::vector const missing{from_file("/nonexistent/a.json")}, empty{from_memory("")};
    auto const found = table_export::diff_items(missing, empty, *parse_item_key("pk:S"), {}, none);
    CHECK(found.before.unreadable_inputs == 1);
    CHECK_FALSE(found.is_same());
}

TEST_CASE("a disk error is reported by diff", "[exports][diff]") {
    auto const found = diff(line("a", "1"), line("a", "1"), "pk:S",
                            {.memory = 1, .open = [] { return static_cast<std::FILE*>(nullptr); }});
    CHECK_FALSE(found.result.problem.empty());
    CHECK(found.lines.empty()); // nothing is reported as added or removed
}

TEST_CASE("differences agree with those of two maps, in memory or on disk", "[exports][diff][property]") {
    std::mt19937_64 random{42};
    for (unsigned round = 0; round < 40; ++round) {
        std::map<std::string, std::string> maps[2];
        std::string texts[2];
        for (int side = 0; side < 2; ++side) {
            std::vector<std::string> lines;
            for (int i = 0; i < 60; ++i) {
                auto const pk = std::to_string(random() % 80), n = std::to_string(random() % 3);
                if (maps[side].emplace(pk, n).second) lines.push_back(line(pk, n));
            }
            std::shuffle(lines.begin(), lines.end(), random);
            for (auto const& one : lines) texts[side] += one;
        }
        std::size_t same = 0, added = 0, removed = 0, changed = 0;
        for (auto const& [pk, n] : maps[0]) {
            auto const other = maps[1].find(pk);
            ++(other == maps[1].end() ? removed : other->second == n ? same : changed);
        }
        for (auto const& one : maps[1]) added += !maps[0].contains(one.first);
        auto const kept = diff(texts[0], texts[1]);
        CHECK(kept.result.same == same);
        CHECK(kept.result.added == added);
        CHECK(kept.result.removed == removed);
        CHECK(kept.result.changed == changed);
        auto const on_disk =
            diff(texts[0], texts[1], "pk:S", {.dump = {.jobs = 2, .chunk_size = 1000}, .memory = 2000});
        CHECK(on_disk.lines == kept.lines);
    }
}

} // namespace table_export_diff_items_test
