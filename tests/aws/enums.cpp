#include <dynabackup/aws/enums.hpp>

#include "catch.hpp"

namespace aws_enums_test {

using namespace dynabackup;
using namespace dynabackup::aws;

TEST_CASE("an enumerator has the day on which it entered the API", "[aws][enums]") {
    STATIC_REQUIRE(since(BackupStatus::AVAILABLE) == edition::v2017_11_29);
    STATIC_REQUIRE(since(BackupType::SYSTEM) == edition::v2018_08_06);
    STATIC_REQUIRE(since(BackupType::AWS_BACKUP) == edition::v2019_01_16);
    STATIC_REQUIRE(since(BackupTypeFilter::ALL) == edition::v2018_08_06);
    STATIC_REQUIRE(since(BackupTypeFilter::AWS_BACKUP) == edition::v2019_01_16);
    STATIC_REQUIRE(since(SSEStatus::ENABLED) == edition::v2018_02_08);
    STATIC_REQUIRE(since(SSEStatus::UPDATING) == edition::v2018_08_20);
    STATIC_REQUIRE(since(VectorDistanceFunction::COSINE) == edition::v2026_08_04);
}

TEST_CASE("the name of an enumerator is its wire value", "[aws][enums]") {
    STATIC_REQUIRE(name_of(BackupType::AWS_BACKUP) == "AWS_BACKUP");
    STATIC_REQUIRE(name_of(BillingMode::PAY_PER_REQUEST) == "PAY_PER_REQUEST");
    STATIC_REQUIRE(name_of(SearchSchemaElementType::INLINE_FILTER) == "INLINE_FILTER");
}

TEST_CASE("ACTIVE is not a status, but there is a hint", "[aws][enums]") {
    std::type_identity<BackupStatus> const status;
    STATIC_REQUIRE(hint(status, "ACTIVE").find("AVAILABLE") != std::string_view::npos);
    STATIC_REQUIRE(hint(status, "AVAILABLE").empty());
    STATIC_REQUIRE(hint(status, "active").empty());
    STATIC_REQUIRE(hint(status, "").empty());
    CHECK_FALSE(open_enum<BackupStatus>("ACTIVE").known());
}

} // namespace aws_enums_test
