#include <dynabackup/model/shape.hpp>
#include <dynabackup/model/wire_order.hpp>

#include "catch.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

namespace shape_test {

using namespace dynabackup;

enum class Kind { SMALL, LARGE };
BOOST_DESCRIBE_ENUM(Kind, SMALL, LARGE)

namespace pascal {

template <class T>
constexpr dialect_facts dialect(std::type_identity<T>) {
    return {.pascal_case = true, .null_is_absent = false, .epoch_seconds = true};
}

struct Parcel {
    std::string parcel_id;
    std::optional<std::int64_t> weight{};
    std::optional<std::vector<std::string>> dns_names{};
    open_enum<Kind> kind;
    std::optional<timestamp> a2_date{};
};
BOOST_DESCRIBE_STRUCT(Parcel, (), (parcel_id, weight, dns_names, kind, a2_date))

// In another order than the description: the facts find their member by its pointer.
constexpr auto members(std::type_identity<Parcel>) {
    using T = Parcel;
    return std::array{
        of<&T::kind>().since(edition::v2018_08_06),
        of<&T::dns_names>().named("DNSNames").also("DnsNames"),
        of<&T::parcel_id>(),
        of<&T::a2_date>(),
        of<&T::weight>(),
    };
}

} // namespace pascal

namespace plain {

template <class T>
constexpr dialect_facts dialect(std::type_identity<T>) {
    return {.pascal_case = false, .null_is_absent = true, .epoch_seconds = false};
}

struct Link {
    std::optional<std::string> self{};
    std::optional<std::string> href_text{};
};
BOOST_DESCRIBE_STRUCT(Link, (), (self, href_text))

constexpr auto members(std::type_identity<Link>) {
    return std::array{of<&Link::self>().named("_self"), of<&Link::href_text>()};
}

} // namespace plain
} // namespace shape_test

using namespace dynabackup;
using shape_test::Kind;
using shape_test::pascal::Parcel;
using shape_test::plain::Link;

TEST_CASE("wire names follow the dialect, renames win", "[model]") {
    using names = std::array<std::string_view, 5>;
    STATIC_REQUIRE(wire_names<Parcel> == names{"ParcelId", "Weight", "DNSNames", "Kind", "A2Date"});
    STATIC_REQUIRE(wire_names<Link> == std::array<std::string_view, 2>{"_self", "href_text"});
    STATIC_REQUIRE(at<&Parcel::dns_names> == "DNSNames");
    STATIC_REQUIRE(at<&Link::href_text> == "href_text");
}

TEST_CASE("facts are in the order of the description, whatever order they are written in", "[model]") {
    for (std::size_t i = 0; i < facts_of<Parcel>.size(); ++i) CHECK(facts_of<Parcel>[i].index == i);
    STATIC_REQUIRE(facts_of<Parcel>[2].alias == "DnsNames");
    STATIC_REQUIRE(facts_of<Parcel>[3].entered == edition::v2018_08_06);
}

TEST_CASE("the wire order is the order of the names", "[model]") {
    STATIC_REQUIRE(documented_order<Parcel> == std::array<std::size_t, 5>{0, 1, 2, 3, 4});
    STATIC_REQUIRE(wire_order<Parcel> == std::array<std::size_t, 5>{4, 2, 3, 0, 1});
    STATIC_REQUIRE(wire_order<Link> == std::array<std::size_t, 2>{0, 1});
}

TEST_CASE("a member is required unless it is optional", "[model]") {
    STATIC_REQUIRE(is_required<Parcel, 0>);
    STATIC_REQUIRE_FALSE(is_required<Parcel, 1>);
    STATIC_REQUIRE_FALSE(is_required<Parcel, 2>);
    STATIC_REQUIRE(is_required<Parcel, 3>);
}

TEST_CASE("a shape has its type's own name", "[model]") {
    STATIC_REQUIRE(shape_name<Parcel>() == "Parcel");
    STATIC_REQUIRE(shape_name<Link>() == "Link");
    STATIC_REQUIRE(shape_name<Kind>() == "Kind");
}

TEST_CASE("types of members fall into categories", "[model]") {
    STATIC_REQUIRE(described_struct<Parcel>);
    STATIC_REQUIRE_FALSE(described_struct<std::string>);
    STATIC_REQUIRE((optional_member<std::optional<int>> && !optional_member<int>));
    STATIC_REQUIRE((optional_member<nullable<int>> && is_nullable<nullable<int>>));
    STATIC_REQUIRE_FALSE((is_nullable<std::optional<int>> || is_nullable<int>));
    STATIC_REQUIRE((list_member<std::vector<int>> && !list_member<std::string>));
    STATIC_REQUIRE((enum_member<open_enum<Kind>> && !enum_member<Kind>));
}
