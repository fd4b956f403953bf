#include <dynabackup/model/listing.hpp>

#include "catch.hpp"

namespace detail_check_listing_test {

using dynabackup::finding;
using dynabackup::listing;

namespace {

finding at(std::size_t offset) {
    finding f;
    f.rule = &dynabackup::dump::incomplete_listing;
    f.offset = offset;
    return f;
}

} // namespace

TEST_CASE("a listing whose last page has no token is complete", "[listing]") {
    listing l;
    CHECK_FALSE(l.end().has_value());
    l.add_page(false);
    CHECK_FALSE(l.held().has_value());
    l.add_page(false);
    CHECK_FALSE(l.end().has_value());
    CHECK(l.pages() == 2);
}

TEST_CASE("the finding of a page that has a next page is held until a page follows", "[listing]") {
    listing l;
    l.add_page(false);
    l.hold(at(1));
    REQUIRE(l.held().has_value());
    CHECK(l.held()->offset == 1);
    l.add_page(false);
    CHECK_FALSE(l.held().has_value());
    l.hold(at(2));
    l.add_page(false);
    l.hold(at(3));
    l.hold(at(4)); // two tokens in one page
    CHECK(l.pages() == 3);
    auto const last = l.end();
    REQUIRE(last.has_value());
    CHECK(last->offset == 4);
    CHECK_FALSE(l.end().has_value()); // once
}

} // namespace detail_check_listing_test
