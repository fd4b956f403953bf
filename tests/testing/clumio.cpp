#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/clumio/tables.hpp>

#include "testing/fingerprint.hpp"
#include "testing/round_trip.hpp"

namespace testing_clumio_test {

using namespace dynabackup;
using namespace dynabackup::testing;

TEST_CASE("generated documents of Clumio are read back unchanged, and have no findings", "[testing]") {
    go_round<clumio::DynamoDBTableBackupList>(100);
    go_round<clumio::DynamoDBTableBackup>(1000);
    go_round<clumio::Error>(100);
    go_round<clumio::DynamoDBTable>(1000);
    go_round<clumio::DynamoDBTableList>(100);
    go_round<clumio::RestoreAwsDynamodbTableV1Request>(1000);
    for (edition const day : {edition::v2017_11_29, edition::v2019_05_01, edition::v2025_04_09})
        go_round<clumio::DynamoDBTableBackup>(100, day);
}

TEST_CASE("members in which null has a meaning are generated with null", "[testing]") {
    bool null = false, absent = false, value = false;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        auto const mode = generate<clumio::DynamoDBTableBackup>(seed).billing_mode;
        null |= mode.is_null();
        absent |= mode.is_absent();
        value |= mode.has_value();
    }
    CHECK(null);
    CHECK(absent);
    CHECK(value);
}

// See generate.cpp.
TEST_CASE("a seed gives the same resource everywhere", "[testing]") {
    fingerprint resources;
    for (std::uint64_t seed = 0; seed < 50; ++seed)
        resources.add(to_json(generate<clumio::DynamoDBTableBackup>(seed)));
    CHECK(resources.value() == 0x1ab5764ab73edcd4);
}

} // namespace testing_clumio_test
