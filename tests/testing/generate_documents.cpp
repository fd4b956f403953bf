#include <dynabackup/aws/aws.hpp>

#include "testing/fingerprint.hpp"
#include "testing/round_trip.hpp"

namespace testing_generate_documents_test {

using namespace dynabackup;
using namespace dynabackup::testing;

TEST_CASE("other generated documents are read as they were written, and nothing is found in them",
          "[testing]") {
    go_round<aws::CreateBackupInput>(500);
    go_round<aws::CreateBackupOutput>(500);
    go_round<aws::DescribeBackupInput>(500);
    go_round<aws::ListBackupsInput>(500);
    go_round<aws::BackupSummary>(500);
    go_round<aws::BackupDetails>(500);
    go_round<aws::ErrorBody>(100);
}

TEST_CASE("other generated documents are those of their edition", "[testing]") {
    for (edition const day :
         {edition::v2017_11_29, edition::v2018_08_06, edition::v2019_01_16, edition::v2024_03_20}) {
        go_round<aws::ListBackupsInput>(50, day);
        go_round<aws::CreateBackupInput>(50, day);
        go_round<aws::CreateBackupOutput>(50, day);
    }
}

// See generate.cpp.
TEST_CASE("a seed means the same request everywhere", "[testing]") {
    fingerprint requests;
    for (std::uint64_t seed = 0; seed < 50; ++seed)
        requests.add(to_json(generate<aws::ListBackupsInput>(seed, {.edition = edition::v2018_08_06})));
    CHECK(requests.value() == 0xf7cf6ddfa8976f4b);
}

} // namespace testing_generate_documents_test
