#include <dynabackup/aws/list_backups.hpp>
#include <dynabackup/testing/gtest.hpp>

#include <string>

namespace aws = dynabackup::aws;
using namespace dynabackup::testing;
using ::testing::Not;

// The answer of the emulator under test.
static std::string const answer =
    R"({"BackupSummaries": [{"BackupName": "weekly", "BackupSizeBytes": 4096}]})";

TEST(Emulator, ListsBackups) {
    EXPECT_THAT(answer, ConformsTo<aws::ListBackupsOutput>());
    EXPECT_THAT(answer, Not(Violates<aws::ListBackupsOutput>("number.out-of-range")));
}

TEST(Emulator, ListsBackupsWithoutGoogleMock) {
    EXPECT_TRUE(matches(answer, ConformsTo<aws::ListBackupsOutput>()));
}
