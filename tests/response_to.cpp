#include <dynabackup/aws/aws.hpp>
#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/response_to.hpp>

#include "catch.hpp"

#include <boost/mp11/algorithm.hpp>

#include <string>
#include <type_traits>

using namespace dynabackup;

TEST_CASE("every request is answered with the response of its operation", "[exchange]") {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, all_shapes>>([](auto shape) {
        using T = typename decltype(shape)::type;
        std::string name(shape_name<T>());
        bool const asks = name.ends_with("Input");
        CHECK(request_shape<T> == asks);
        if constexpr (request_shape<T>)
            CHECK(shape_name<response_to<T>>() == name.replace(name.size() - 5, 5, "Output"));
    });
    STATIC_REQUIRE(boost::mp11::mp_size<detail::requests>::value == 4);
}
