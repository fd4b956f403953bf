#include <dynabackup/shapes.hpp>

#include "catch.hpp"

#include <boost/mp11/algorithm.hpp>

#include <set>
#include <string_view>

using namespace dynabackup;
namespace mp11 = boost::mp11;

TEST_CASE("every shape has a name that no other has", "[shapes]") {
    std::set<std::string_view> names, full_names;
    mp11::mp_for_each<mp11::mp_transform<std::type_identity, all_shapes>>([&](auto shape) {
        using T = typename decltype(shape)::type;
        CHECK(names.insert(short_name<T>).second);
        CHECK(full_names.insert(full_name<T>).second);
        CHECK(full_name<T>.ends_with(shape_name<T>()));
    });
    CHECK(names.size() == mp11::mp_size<all_shapes>::value);
}

TEST_CASE("a shape whose name AWS has bears its system's", "[shapes]") {
    mp11::mp_for_each<mp11::mp_transform<std::type_identity, aws::shapes>>([](auto shape) {
        using T = typename decltype(shape)::type;
        CHECK(short_name<T> == shape_name<T>());
        CHECK(full_name<T>.starts_with("aws."));
    });
    STATIC_REQUIRE(short_name<clumio::Projection> == "clumio.Projection");
    STATIC_REQUIRE(short_name<clumio::KeySchemaElement> == "clumio.KeySchemaElement");
    STATIC_REQUIRE(short_name<clumio::DynamoDBTableBackup> == "DynamoDBTableBackup");
    STATIC_REQUIRE(full_name<clumio::DynamoDBTableBackup> == "clumio.DynamoDBTableBackup");
}
