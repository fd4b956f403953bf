#pragma once
/// \file
/// Lines of a table export, 8 MB, and the struct that all contenders fill.

#include "data/items.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace items {

using bench::scenario, bench::tally;

struct Address {
    std::string street, city, zip;
};

struct Line {
    std::string title;
    std::int64_t quantity = 0, cents = 0;
};

struct Order {
    std::string pk, sk;
    std::int64_t createdAt = 0, total = 0;
    bool paid = false;
    std::string email;
    Address address;
    std::vector<std::string> tags;
    std::vector<Line> lines;
};

inline void add(tally& sum, Order const& o) {
    ++sum.records;
    for (auto const* text : {&o.pk, &o.sk, &o.email, &o.address.street, &o.address.city, &o.address.zip})
        sum.text(*text);
    sum.number(o.createdAt), sum.number(o.total);
    sum.flag(o.paid);
    for (auto const& tag : o.tags) sum.text(tag);
    for (auto const& line : o.lines) sum.text(line.title), sum.number(line.quantity), sum.number(line.cents);
}

inline scenario const& lines() {
    static scenario const made = bench::items(8'000'000);
    return made;
}

inline bool compete(std::string const& name, bench::contender run) {
    return bench::compete(name, {{"items/lines", lines}}, run);
}

} // namespace items
