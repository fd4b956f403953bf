#include <dynabackup/aws/aws.hpp>

#include "all_shapes.hpp"
#include "testing/fingerprint.hpp"
#include "testing/round_trip.hpp"

#include <set>
#include <string>

namespace testing_generate_documents_test {

using namespace dynabackup;
using namespace dynabackup::testing;

TEST_CASE("other generated documents are read back unchanged, and have no findings", "[testing]") {
    go_round<aws::CreateBackupInput>(500);
    go_round<aws::CreateBackupOutput>(500);
    go_round<aws::DescribeBackupInput>(500);
    go_round<aws::ListBackupsInput>(500);
    go_round<aws::BackupSummary>(500);
    go_round<aws::BackupDetails>(500);
    go_round<aws::ErrorBody>(100);
}

TEST_CASE("generated errors are those of the API on a day", "[testing]") {
    auto const codes = [](edition day) {
        std::set<std::string> all;
        for (std::uint64_t seed = 0; seed < 500; ++seed)
            all.insert(std::string(generate<aws::ErrorBody>(seed, {.edition = day}).code()));
        return all;
    };
    CHECK(codes(edition::v2017_11_29).size() == 9);
    CHECK_FALSE(codes(edition{2018'03'25}).contains("InvalidRestoreTimeException"));
    CHECK(codes(edition::v2018_03_26).contains("InvalidRestoreTimeException"));
    auto const today = codes(edition::latest);
    std::size_t errors = 0;
    all_shapes::for_each<all_shapes::of_dynamodb>([&](auto t) {
        using T = typename decltype(t)::type;
        if (!aws::error_shape<T>) return;
        ++errors;
        CHECK(today.contains(std::string(shape_name<T>())));
    });
    CHECK(today.size() == errors);
}

TEST_CASE("other generated documents conform to their edition", "[testing]") {
    for (edition const day :
         {edition::v2017_11_29, edition::v2018_08_06, edition::v2019_01_16, edition::v2024_03_20}) {
        go_round<aws::ListBackupsInput>(50, day);
        go_round<aws::CreateBackupInput>(50, day);
        go_round<aws::CreateBackupOutput>(50, day);
    }
}

// See generate.cpp.
TEST_CASE("a seed gives the same request everywhere", "[testing]") {
    fingerprint requests;
    for (std::uint64_t seed = 0; seed < 50; ++seed)
        requests.add(to_json(generate<aws::ListBackupsInput>(seed, {.edition = edition::v2018_08_06})));
    CHECK(requests.value() == 0xf7cf6ddfa8976f4b);
}

} // namespace testing_generate_documents_test
