#pragma once
/// \file
/// Lines of a table export: orders with a map, a list of maps, a set and numbers, about 600 bytes each.

#include "data/json.hpp"
#include "data/random.hpp"
#include "scenario.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace bench {

/// A value with its type.
inline std::string typed(std::string_view tag, std::string const& value) { return compact({{tag, value}}); }
inline std::string typed_text(std::string_view tag, std::string const& text) {
    return typed(tag, json_string(text));
}

/// The data of a full export, of about this number of bytes.
inline scenario items(std::size_t bytes) {
    random_source random;
    scenario made;
    auto& sum = made.expected;
    auto const text = [&](std::string const& t) {
        sum.text(t);
        return typed_text("S", t);
    };
    auto const number = [&](std::uint64_t n) {
        sum.number(static_cast<std::int64_t>(n));
        return typed_text("N", std::to_string(n));
    };
    while (made.text.size() < bytes) {
        ++sum.records;
        std::vector<std::string> lines;
        for (std::uint64_t i = 1 + random.below(3); i > 0; --i)
            lines.push_back(typed("M", compact({{"title", text("title " + random.hex(8 + random.below(24)))},
                                                {"quantity", number(1 + random.below(20))},
                                                {"cents", number(random.below(100'000))}})));
        std::vector<std::string> tags;
        for (std::uint64_t i = 1 + random.below(4); i > 0; --i) {
            auto const tag = random.hex(6 + random.below(6));
            sum.text(tag);
            tags.push_back(json_string(tag));
        }
        bool const paid = random.one_in(2);
        sum.flag(paid);
        object const order{
            {"pk", text("customer#" + random.digits(6))},
            {"sk", text("order#" + random.uuid())},
            {"createdAt", number(1'717'200'000'000 + random.below(1'000'000'000))},
            {"total", number(random.below(10'000'000))},
            {"paid", typed("BOOL", paid ? "true" : "false")},
            {"email", text(random.hex(12) + "@example.com")},
            {"address", typed("M", compact({{"street", text("street " + random.hex(10))},
                                            {"city", text("city " + random.hex(6))},
                                            {"zip", text(random.digits(5))}}))},
            {"tags", typed("SS", list(tags))},
            {"lines", typed("L", list(lines))},
        };
        made.text += "{\"Item\":" + compact(order) + "}\n";
    }
    return made;
}

} // namespace bench
