#include <dynabackup/aws/list_backups.hpp>
#include <dynabackup/testing/catch2.hpp>

#include <string>

namespace aws = dynabackup::aws;
using namespace dynabackup::testing;

// The answer of the emulator under test.
static std::string const answer = R"({"BackupSummaries": [
  {"BackupName": "weekly", "BackupSizeBytes": 4096, "BackupStatus": "AVAILABLE", "BackupType": "USER"}
]})";

TEST_CASE("the emulator lists backups as DynamoDB does") {
    CHECK_THAT(answer, ConformsTo<aws::ListBackupsOutput>());
    CHECK_THAT(answer, RoundTrips<aws::ListBackupsOutput>());
}

TEST_CASE("the emulator knows the types of backups of 2018") {
    CHECK_THAT(answer, ConformsTo<aws::ListBackupsOutput>({.edition = dynabackup::edition::v2018_08_06}));
}

TEST_CASE("the mock of a faulty service has the intended fault") {
    auto broken = answer;
    broken.replace(broken.find("4096"), 4, "-1");
    CHECK_THAT(broken, Violates<aws::ListBackupsOutput>("number.out-of-range"));
    CHECK_THAT(broken, ViolatesAt<aws::ListBackupsOutput>("number.out-of-range",
                                                          "/BackupSummaries/0/BackupSizeBytes"));
    CHECK_THAT(broken, ViolatesExactly<aws::ListBackupsOutput>({"number.out-of-range"}));
}

TEST_CASE("the client builds requests that the service accepts") {
    aws::ListBackupsInput request;
    request.limit = 100;
    request.backup_type = aws::BackupTypeFilter::ALL;
    CHECK_THAT(request, ConformsTo<aws::ListBackupsInput>());
    request.limit = 101;
    CHECK_THAT(request, !ConformsTo<aws::ListBackupsInput>());
}
