#include <dynabackup/aws/errors.hpp>

#include "all_shapes.hpp"
#include "catch.hpp"

namespace aws_errors_test {

using namespace dynabackup;

TEST_CASE("the code of an error follows the number sign of its type", "[aws][errors]") {
    aws::ErrorBody body;
    CHECK(body.code() == "");
    body.type = "com.amazonaws.dynamodb.v20120810#TableNotFoundException";
    CHECK(body.code() == "TableNotFoundException");
    body.type = "BackupNotFoundException";
    CHECK(body.code() == "BackupNotFoundException");
    body.type = "prefix#";
    CHECK(body.code() == "");
    body.type = "";
    CHECK(body.code() == "");
}

TEST_CASE("an error body has the protocol's names", "[aws][errors]") {
    using aws::ErrorBody;
    STATIC_REQUIRE(wire_name<&ErrorBody::type> == "__type");
    STATIC_REQUIRE(wire_name<&ErrorBody::message> == "message");
    CHECK(shape_table_of<ErrorBody>.members[1].facts->alias == "Message");
    STATIC_REQUIRE(wire_name<&aws::TableInUseException::message> == "message");
}

TEST_CASE("only InternalServerError is the service's own fault", "[aws][errors]") {
    STATIC_REQUIRE(aws::is_fault<aws::InternalServerError>);
    STATIC_REQUIRE_FALSE(aws::is_fault<aws::LimitExceededException>);
    std::size_t errors = 0;
    all_shapes::for_each<all_shapes::of_aws>(
        [&](auto t) { errors += aws::error_shape<typename decltype(t)::type>; });
    CHECK(errors == 7);
    STATIC_REQUIRE_FALSE(aws::error_shape<aws::ErrorBody>);
}

} // namespace aws_errors_test
