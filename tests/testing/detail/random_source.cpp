#include <dynabackup/testing/detail/random_source.hpp>

#include "catch.hpp"

#include <array>
#include <set>
#include <string>

namespace testing_detail_random_source_test {

using namespace dynabackup::testing::detail;

TEST_CASE("the random source is SplitMix64", "[testing]") {
    random_source random(1234567); // the values of other implementations for this seed
    for (auto const expected : {6457827717110365317ULL, 3203168211198807973ULL, 9817491932198370423ULL,
                                4593380528125082431ULL, 16408922859458223821ULL})
        CHECK(random.next() == expected);
    STATIC_REQUIRE(random_source(1).next() != random_source(2).next());
}

TEST_CASE("random numbers stay within their bounds, and reach them", "[testing]") {
    random_source random(7);
    std::set<std::size_t> below;
    std::set<std::int64_t> between, log_between;
    for (int i = 0; i < 1000; ++i) {
        below.insert(random.below(3));
        between.insert(random.between(-2, 1));
        log_between.insert(random.log_between(0, 5));
    }
    CHECK(below == std::set<std::size_t>{0, 1, 2});
    CHECK(between == std::set<std::int64_t>{-2, -1, 0, 1});
    CHECK(log_between == std::set<std::int64_t>{0, 1, 2, 3, 4, 5});
    CHECK(random.between(5, 5) == 5);
    CHECK(random.log_between(9, 9) == 9);
    for (int i = 0; i < 100; ++i) {
        random.between(INT64_MIN, INT64_MAX); // the range does not fit 64 bits
        CHECK(random.log_between(1, INT64_MAX) >= 1);
    }
}

TEST_CASE("each order of magnitude occurs", "[testing]") {
    random_source random(7);
    std::array<int, 7> digits{};
    for (int i = 0; i < 1000; ++i) ++digits[std::to_string(random.log_between(1, 9'999'999)).size() - 1];
    for (int const n : digits) CHECK(n > 50);
}

TEST_CASE("the parts of a seed differ", "[testing]") {
    std::set<std::uint64_t> seeds;
    for (std::uint64_t seed = 0; seed < 50; ++seed)
        for (std::uint64_t part = 0; part < 50; ++part) seeds.insert(seed_of_part(seed, part));
    CHECK(seeds.size() == 50 * 50);
}

TEST_CASE("digits are appended", "[testing]") {
    random_source random(7);
    std::string text = "a";
    append_number(text, 42, 5);
    append_number(text, 0);
    append_number(text, UINT64_MAX);
    CHECK(text == "a00042018446744073709551615");
    text = "a";
    append_hex(text, random, 3);
    CHECK(text.size() == 4);
    CHECK(text.find_first_not_of("0123456789abcdef") == text.npos);
    text.clear();
    append_uuid(text, random);
    CHECK(text.size() == 36);
    CHECK(text[8] == '-');
    CHECK(text[23] == '-');
}

} // namespace testing_detail_random_source_test
