#include <dynabackup/table_export/sorted_pairs.hpp>

#include "catch.hpp"

#include <algorithm>
#include <cstdio>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace table_export_sorted_pairs_test {

using dynabackup::table_export::sorted_pairs;

namespace {

using pairs = std::vector<std::pair<std::string, std::string>>;

pairs read_all(sorted_pairs& from) {
    pairs all;
    while (auto const next = from.next()) all.emplace_back(next->key, next->value);
    return all;
}

} // namespace

TEST_CASE("pairs are returned in order, however little memory there is", "[exports][sorting][property]") {
    std::mt19937_64 random{7};
    for (std::size_t const count : {0U, 1U, 2U, 1000U}) {
        pairs all;
        for (std::size_t i = 0; i < count; ++i)
            all.emplace_back(std::string(random() % 5, static_cast<char>(random() % 256)),
                             std::to_string(random() % 100));
        for (std::size_t const memory : {std::size_t{1}, std::size_t{500}, std::size_t{1} << 20}) {
            std::size_t opened = 0;
            sorted_pairs sorted(memory, [&] { return ++opened, std::tmpfile(); });
            for (auto const& [key, value] : all) {
                if (opened > 200) break; // a run for each pair would need all files that a process may open
                REQUIRE(sorted.add(key, value));
            }
            if (opened > 200) continue;
            auto expected = all;
            std::ranges::sort(expected);
            CHECK(read_all(sorted) == expected);
            CHECK(sorted.problem().empty());
            CHECK((opened == 0) == (memory > 500 || count == 0 || (memory > 1 && count < 5)));
        }
    }
}

TEST_CASE("a disk error is reported by sorting", "[exports][sorting]") {
    sorted_pairs none(1, [] { return static_cast<std::FILE*>(nullptr); });
    CHECK_FALSE(none.add("a", "b"));
    CHECK_FALSE(none.problem().empty());
    sorted_pairs full(1, [] { return std::fopen("/dev/full", "w+b"); });
    static_cast<void>(full.add("a", std::string(100'000, 'b')));
    CHECK(read_all(full).empty());
    CHECK_FALSE(full.problem().empty());
    std::size_t opened = 0;
    sorted_pairs once(1, [&] { return ++opened, static_cast<std::FILE*>(nullptr); });
    for (int i = 0; i < 100; ++i) CHECK_FALSE(once.add("a", "b")); // and it is not tried again
    CHECK(opened == 1);
}

} // namespace table_export_sorted_pairs_test
