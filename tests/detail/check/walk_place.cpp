#include <dynabackup/detail/check/walk_place.hpp>

#include "all_shapes.hpp"
#include "catch.hpp"

namespace detail_check_walk_place_test {

using namespace dynabackup;

namespace {

using place = detail::walk_place;

place in_list(std::uint8_t member, std::size_t index, bool after_element) {
    place p;
    p.state.phase = detail::walk_phase::in_records;
    p.resume.objects.push_back({member, 1, {}});
    p.resume.list = {index, after_element};
    return p;
}

} // namespace

TEST_CASE("how reading continues does not depend on what was read before", "[walk_place]") {
    place a, b;
    CHECK(a == b);
    b.document = &shape_rules_of<aws::BackupSummary>;
    CHECK(a == b);
    b.resume.list.index = 7;
    CHECK(a == b);
    CHECK(in_list(0, 3, false) == in_list(0, 99, false));
    CHECK_FALSE(in_list(0, 3, false) == in_list(0, 3, true));
    CHECK_FALSE(in_list(0, 3, false) == in_list(1, 3, false));
    CHECK_FALSE(in_list(0, 3, false) == place{});
    auto another = in_list(0, 3, false);
    another.document = &shape_rules_of<aws::BackupSummary>; // a different shape
    CHECK_FALSE(in_list(0, 3, false) == another);
}

TEST_CASE("between documents, reading depends on the expected token and on damage before", "[walk_place]") {
    place a, b;
    b.state.next = detail::awaited::separator;
    CHECK_FALSE(a == b);
    b = {};
    b.state.after_damage = true;
    CHECK_FALSE(a == b);
    b = {};
    b.state.progress = detail::walk_progress::everything;
    CHECK_FALSE(a == b);
}

TEST_CASE("while skipping to a sync point, or within a record that is too large, no two places are equal",
          "[walk_place]") {
    place a, b;
    a.state.phase = detail::walk_phase::searching;
    CHECK_FALSE(a == b);
    CHECK_FALSE(b == a);
    b.state.phase = detail::walk_phase::searching;
    CHECK_FALSE(a == b);
    a = b = {};
    a.state.passing_over.emplace();
    CHECK_FALSE(a == b);
    CHECK_FALSE(b == a);
    b.state.passing_over.emplace();
    CHECK_FALSE(a == b);
}

TEST_CASE("the end of the text that was read never moves back", "[walk_place]") {
    detail::walk_state state;
    state.advance(detail::walk_progress::document);
    CHECK(state.progress == detail::walk_progress::document);
    state.advance(detail::walk_progress::something);
    CHECK(state.progress == detail::walk_progress::document);
    state.advance(detail::walk_progress::everything);
    CHECK(state.progress == detail::walk_progress::everything);
}

} // namespace detail_check_walk_place_test
