#include <dynabackup/dump.hpp>
#include <dynabackup/table_export/item_statistics.hpp>

#include "catch.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace table_export_item_statistics_test {

using namespace dynabackup;
using aws::AttributeMap;
using V = aws::AttributeValue;
using table_export::item_statistics;

namespace {

/// Returns an item of that many bytes as the service counts them.
AttributeMap sized(std::size_t bytes) { return {{"a", V::S(std::string(bytes - 1, 'x'))}}; }

item_statistics counted(std::vector<AttributeMap> const& items) {
    item_statistics all;
    for (auto const& item : items) all.add(item);
    return all;
}

table_export::ExportedChange change(std::int64_t micros, bool before, bool after) {
    table_export::ExportedChange made;
    made.metadata.write_timestamp_micros = V::N(micros);
    made.keys = {{"pk", V::S("a")}};
    if (before) made.old_image = made.keys;
    if (after) made.new_image = made.keys;
    return made;
}

} // namespace

TEST_CASE("items are counted with their sizes, and the units to write them", "[exports][statistics]") {
    auto const all = counted({sized(1), sized(1023), sized(1024), sized(1025), sized(4096)});
    CHECK(all.items == 5);
    CHECK(all.bytes == 1 + 1023 + 1024 + 1025 + 4096);
    CHECK(all.write_units == 1 + 1 + 1 + 2 + 4);
    CHECK(all.sizes[1] == 1);
    CHECK(all.sizes[10] == 1); // 512 to 1023
    CHECK(all.sizes[11] == 2);
    CHECK(all.sizes[13] == 1);
    CHECK(counted({sized(4096)}).scan_units() == 0.5);
    CHECK(counted({sized(4097)}).scan_units() == 1.0);
    CHECK(counted({{}}).write_units == 1); // an item without an attribute
    CHECK(item_statistics().scan_units() == 0);
}

TEST_CASE("attributes are counted by name and type", "[exports][statistics]") {
    auto const all =
        counted({{{"pk", V::S("ab")}, {"n", V::N("10")}}, {{"pk", V::S("c")}, {"n", V::null()}}});
    REQUIRE(all.attributes.size() == 2);
    auto const& pk = all.attributes.at("pk");
    CHECK(pk.count() == 2);
    CHECK(pk.bytes == 2 + 2 + 2 + 1);
    CHECK(pk.types[static_cast<std::size_t>(aws::AttributeType::string)] == 2);
    auto const& n = all.attributes.at("n");
    CHECK(n.count() == 2);
    CHECK(n.types[static_cast<std::size_t>(aws::AttributeType::number)] == 1);
    CHECK(n.types[static_cast<std::size_t>(aws::AttributeType::null)] == 1);
}

TEST_CASE("changes are counted by hour and kind, and so are the items after them", "[exports][statistics]") {
    constexpr std::int64_t hour = 3'600'000'000;
    item_statistics all;
    for (auto const& one : {change(0, false, true), change(hour - 1, true, true), change(hour, true, false),
                            change(-1, false, false)})
        all.add(one);
    auto odd = change(0, false, true);
    odd.metadata.write_timestamp_micros = V::S("x");
    all.add(odd);
    odd.metadata.write_timestamp_micros = V::N("9223372036854775807");
    all.add(odd);
    CHECK(all.changes == 6);
    CHECK(all.items == 4);
    REQUIRE(all.by_hour.size() == 3);
    auto const at = [&](int hours) {
        return all.by_hour.at(item_statistics::hour(std::chrono::hours(hours)));
    };
    CHECK(at(0).created == 1);
    CHECK(at(0).changed == 1);
    CHECK(at(1).deleted == 1);
    CHECK(at(-1).deleted == 1);
}

TEST_CASE("memory has a limit, and the order of items does not matter", "[exports][statistics][property]") {
    std::vector<AttributeMap> items;
    for (int i = 0; i < 3000; ++i)
        items.push_back(
            {{"name" + std::to_string(i), V::S(std::string(static_cast<std::size_t>(i % 500), 'y'))},
             {"\xC3\xA4" + std::string(300, 'z'), V::N(i)}});
    auto const expected = counted(items);
    CHECK(expected.attributes.size() == item_statistics::most_attributes);
    CHECK(expected.other_attributes == 3001 - item_statistics::most_attributes - 1 + 3000);
    CHECK(expected.largest.size() == item_statistics::most_large_items);
    CHECK(std::is_sorted(expected.largest.begin(), expected.largest.end()));
    for (auto const& one : expected.largest) CHECK(one.text.size() <= item_statistics::longest_text);
    std::mt19937_64 random{5};
    for (int round = 0; round < 3; ++round) {
        std::ranges::shuffle(items, random);
        item_statistics total;
        for (std::size_t from = 0; from < items.size();) {
            auto const size = std::min<std::size_t>(1 + random() % 1000, items.size() - from);
            total.merge(counted({items.begin() + static_cast<std::ptrdiff_t>(from),
                                 items.begin() + static_cast<std::ptrdiff_t>(from + size)}));
            from += size;
        }
        CHECK(total.items == expected.items);
        CHECK(total.bytes == expected.bytes);
        CHECK(total.write_units == expected.write_units);
        CHECK(total.sizes == expected.sizes);
        CHECK(total.other_attributes == expected.other_attributes);
        CHECK(std::ranges::equal(
            total.attributes, expected.attributes, {},
            [](auto const& a) { return std::pair(a.first, a.second.bytes); },
            [](auto const& a) { return std::pair(a.first, a.second.bytes); }));
        CHECK(std::ranges::equal(
            total.largest, expected.largest, {}, [](auto const& a) { return std::pair(a.bytes, a.text); },
            [](auto const& a) { return std::pair(a.bytes, a.text); }));
    }
}

} // namespace table_export_item_statistics_test
