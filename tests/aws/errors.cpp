#include <dynabackup/aws/errors.hpp>

#include "catch.hpp"

using namespace dynabackup;

TEST_CASE("the code of an error is what follows the number sign of its type", "[aws][errors]") {
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
    STATIC_REQUIRE(at<&ErrorBody::type> == "__type");
    STATIC_REQUIRE(at<&ErrorBody::message> == "message");
    STATIC_REQUIRE(facts_of<ErrorBody>[1].alias == "Message");
    STATIC_REQUIRE(at<&aws::TableInUseException::message> == "message");
}

TEST_CASE("only InternalServerError is the service's own fault", "[aws][errors]") {
    STATIC_REQUIRE(aws::is_fault<aws::InternalServerError>);
    STATIC_REQUIRE_FALSE(aws::is_fault<aws::LimitExceededException>);
    STATIC_REQUIRE(boost::mp11::mp_size<aws::errors>::value == 7);
    STATIC_REQUIRE_FALSE(aws::error_shape<aws::ErrorBody>);
}
