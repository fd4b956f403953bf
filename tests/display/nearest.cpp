#include <dynabackup/display/nearest.hpp>

#include "catch.hpp"

namespace display_nearest_test {

using dynabackup::display::nearest;
using names = std::vector<std::string_view>;

TEST_CASE("names with a typing error are recognised", "[display]") {
    names const known{"backup.size", "gsi.count", "lsi.count", "table.arn"};
    CHECK(nearest("backup.siz", known) == names{"backup.size"});
    CHECK(nearest("bakcup.size", known) == names{"backup.size"});
    CHECK(nearest("Table.ARN", known) == names{"table.arn"});
    CHECK(nearest("xsi.count", known) == names{"gsi.count", "lsi.count"});
}

TEST_CASE("a part of a name is recognised", "[display]") {
    CHECK(nearest("count", {"gsi.count", "backup.size"}) == names{"gsi.count"});
}

TEST_CASE("a name that resembles none of them is not recognised", "[display]") {
    CHECK(nearest("elephant", {"gsi.count", "backup.size"}).empty());
    CHECK(nearest("", {"gsi.count"}).empty());
    CHECK(nearest(std::string(100'000, 'x'), {"gsi.count"}).empty());
}

} // namespace display_nearest_test
