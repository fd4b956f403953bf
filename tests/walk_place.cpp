#include <dynabackup/walk_place.hpp>

#include "catch.hpp"

using namespace dynabackup;

namespace {

using place = detail::walk_place;

place in_list(std::size_t member, std::size_t index, bool behind_element) {
    place p;
    p.state.suspended = true;
    p.objects.push_back({member, 1, {}});
    p.list = {index, behind_element};
    return p;
}

} // namespace

TEST_CASE("what was read before does not matter for how reading goes on", "[walk_place]") {
    place a, b;
    CHECK(a == b);
    b.state.any = true;
    CHECK(a == b);
    CHECK(in_list(0, 3, false) == in_list(0, 99, false));
    CHECK_FALSE(in_list(0, 3, false) == in_list(0, 3, true));
    CHECK_FALSE(in_list(0, 3, false) == in_list(1, 3, false));
    CHECK_FALSE(in_list(0, 3, false) == place{});
    auto another = in_list(0, 3, false);
    another.document = 1; // of another shape
    CHECK_FALSE(in_list(0, 3, false) == another);
}

TEST_CASE("between documents it matters what comes next, and whether damage is behind", "[walk_place]") {
    place a, b;
    b.state.next = detail::awaited::separator;
    CHECK_FALSE(a == b);
    b = {};
    b.state.damaged = true;
    CHECK_FALSE(a == b);
    b = {};
    b.state.ended = true;
    CHECK_FALSE(a == b);
}

TEST_CASE("on the way to a landmark, and within what is too large, no two places are the same",
          "[walk_place]") {
    place a, b;
    a.state.lost = true;
    CHECK_FALSE(a == b);
    CHECK_FALSE(b == a);
    b.state.lost = true;
    CHECK_FALSE(a == b);
    a = b = {};
    a.state.skipper.emplace();
    CHECK_FALSE(a == b);
    CHECK_FALSE(b == a);
    b.state.skipper.emplace();
    CHECK_FALSE(a == b);
}
