#include <dynabackup/aws/aws.hpp>
#include <dynabackup/aws/operation.hpp>

#include "catch.hpp"

#include <string>
#include <vector>

namespace aws_operation_test {

using namespace dynabackup;

TEST_CASE("the operations have the documented rates", "[aws][operation]") {
    STATIC_REQUIRE(aws::CreateBackup.calls_per_second == 50);
    STATIC_REQUIRE(aws::DeleteBackup.calls_per_second == 10);
    STATIC_REQUIRE(aws::DescribeBackup.calls_per_second == 10);
    STATIC_REQUIRE(aws::ListBackups.calls_per_second == 5);
    STATIC_REQUIRE(aws::operations.size() == 4);
}

TEST_CASE("an operation has the same name everywhere", "[aws][operation]") {
    for (auto const& o : aws::operations) {
        CAPTURE(o.name);
        CHECK(o.target == "DynamoDB_20120810." + std::string(o.name));
        CHECK(o.cite == "https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/" + std::string(o.name));
    }
}

TEST_CASE("the errors of an operation are those of the model, in the same order", "[aws][operation]") {
    auto names = [](aws::operation const& o) {
        return std::vector<std::string_view>(o.errors.begin(), o.errors.end());
    };
    using list = std::vector<std::string_view>;
    CHECK(names(aws::CreateBackup) == list{"TableNotFoundException", "TableInUseException",
                                           "ContinuousBackupsUnavailableException", "BackupInUseException",
                                           "LimitExceededException", "InternalServerError"});
    CHECK(names(aws::DeleteBackup) == list{"BackupNotFoundException", "BackupInUseException",
                                           "LimitExceededException", "InternalServerError"});
    CHECK(names(aws::DescribeBackup) == list{"BackupNotFoundException", "InternalServerError"});
    CHECK(names(aws::ListBackups) == list{"InternalServerError"});
}

} // namespace aws_operation_test
