#include <dynabackup/detail/util/checked_arithmetic.hpp>

#include "catch.hpp"

#include <cstdint>
#include <optional>

namespace detail_util_checked_arithmetic_test {

using namespace dynabackup::detail;

namespace {

using number = std::optional<std::int64_t>;

number sum(std::int64_t a, std::int64_t b) {
    std::int64_t c = 7;
    bool const overflows = add_overflows(a, b, c);
    if (overflows) CHECK(c == 7);
    return overflows ? number() : c;
}

number difference(std::int64_t a, std::int64_t b) {
    std::int64_t c = 7;
    bool const overflows = subtract_overflows(a, b, c);
    if (overflows) CHECK(c == 7);
    return overflows ? number() : c;
}

/// Returns the number with a digit appended.
template <class Number>
std::optional<Number> appended(Number n, int digit, bool negative = false) {
    Number const before = n;
    if (append_digit(n, digit, negative)) return n;
    CHECK(n == before);
    return std::nullopt;
}

} // namespace

TEST_CASE("sums and differences are computed up to both ends of the range", "[util]") {
    CHECK(sum(INT64_MAX - 1, 1) == INT64_MAX);
    CHECK_FALSE(sum(INT64_MAX, 1));
    CHECK(sum(INT64_MIN + 1, -1) == INT64_MIN);
    CHECK_FALSE(sum(INT64_MIN, -1));
    CHECK(sum(INT64_MIN, INT64_MAX) == -1);
    CHECK_FALSE(sum(INT64_MIN, INT64_MIN));
    CHECK(difference(-1, INT64_MAX) == INT64_MIN);
    CHECK_FALSE(difference(-2, INT64_MAX));
    CHECK(difference(-1, INT64_MIN) == INT64_MAX);
    CHECK_FALSE(difference(0, INT64_MIN));
    CHECK(difference(INT64_MIN, INT64_MIN) == 0);
    CHECK_FALSE(difference(INT64_MAX, -1));
}

TEST_CASE("digits are appended up to both ends of the range", "[util]") {
    CHECK(appended<std::int64_t>(922337203685477580, 7) == INT64_MAX);
    CHECK_FALSE(appended<std::int64_t>(922337203685477580, 8));
    CHECK_FALSE(appended<std::int64_t>(922337203685477581, 0));
    CHECK(appended<std::int64_t>(-922337203685477580, 8, true) == INT64_MIN);
    CHECK_FALSE(appended<std::int64_t>(-922337203685477580, 9, true));
    CHECK_FALSE(appended<std::int64_t>(-922337203685477581, 0, true));
    CHECK(appended<std::uint64_t>(1844674407370955161U, 5) == UINT64_MAX);
    CHECK_FALSE(appended<std::uint64_t>(1844674407370955161U, 6));
    CHECK(appended<unsigned>(0, 0, true) == 0U);
    CHECK_FALSE(appended<unsigned>(0, 1, true));
}

TEST_CASE("appending every digit to every small number agrees with a wider type", "[util]") {
    for (int n = INT8_MIN; n <= INT8_MAX; ++n)
        for (int digit = 0; digit <= 9; ++digit)
            for (bool const negative : {false, true}) {
                if (n != 0 && negative != (n < 0)) continue;
                int const expected = n * 10 + (negative ? -digit : digit);
                auto const found = appended(static_cast<std::int8_t>(n), digit, negative);
                CHECK(found.has_value() == (expected >= INT8_MIN && expected <= INT8_MAX));
                if (found) CHECK(*found == expected);
            }
}

} // namespace detail_util_checked_arithmetic_test
