#include <dynabackup/testing/generate.hpp>

#include "testing/fingerprint.hpp"
#include "testing/round_trip.hpp"

#include <algorithm>
#include <string>
#include <string_view>

using namespace dynabackup;
using namespace dynabackup::testing;

TEST_CASE("generated pages are read as they were written, and nothing is found in them", "[testing]") {
    go_round<aws::ListBackupsOutput>(500);
}

TEST_CASE("generated descriptions are read as they were written, and nothing is found in them", "[testing]") {
    go_round<aws::DescribeBackupOutput>(2000);
}

TEST_CASE("generated documents are those of their edition", "[testing]") {
    for (edition const day :
         {edition::v2017_11_29, edition::v2018_02_08, edition::v2018_06_14, edition::v2018_08_06,
          edition::v2018_11_28, edition::v2019_01_16, edition::v2019_06_06, edition::v2022_06_17,
          edition::v2024_05_02, edition::v2025_04_09, edition::v2025_11_19, edition::v2026_08_04}) {
        go_round<aws::DescribeBackupOutput>(150, day);
        go_round<aws::ListBackupsOutput>(20, day);
    }
}

TEST_CASE("every member is generated but one that is always a finding", "[testing]") {
    std::string text;
    for (std::uint64_t seed = 0; seed < 3000; ++seed)
        append_json(text, generate<aws::DescribeBackupOutput>(seed));
    auto const check_members = [&]<class... Shapes>(std::type_identity<Shapes>...) {
        auto const check_one = [&](std::string_view name) {
            CAPTURE(name);
            bool const found = text.find('"' + std::string(name) + "\":") != text.npos;
            CHECK(found == (name != at<&aws::SSEDescription::inaccessible_encryption_date_time>));
        };
        auto const check_all = [&](auto const& names) {
            for (auto const name : names) check_one(name);
        };
        (check_all(wire_names<Shapes>), ...);
    };
    check_members(std::type_identity<aws::BackupDetails>{}, std::type_identity<aws::SourceTableDetails>{},
                  std::type_identity<aws::SourceTableFeatureDetails>{},
                  std::type_identity<aws::GlobalSecondaryIndexInfo>{}, std::type_identity<aws::Projection>{},
                  std::type_identity<aws::OnDemandThroughput>{}, std::type_identity<aws::SSEDescription>{},
                  std::type_identity<aws::StreamSpecification>{},
                  std::type_identity<aws::TimeToLiveDescription>{},
                  std::type_identity<aws::VectorIndexInfo>{}, std::type_identity<aws::SearchSchemaElement>{});
    auto const has = [&](std::string_view value) { return text.find(value) != text.npos; };
    for (auto const value : {"USER", "SYSTEM", "AWS_BACKUP", "CREATING", "DELETED", "AVAILABLE", "INCLUDE",
                             "KEYS_ONLY", "PAY_PER_REQUEST", "UPDATING", "OLD_IMAGE", "ENABLING", "COSINE"})
        CHECK(has('"' + std::string(value) + '"'));
    CHECK(has("\\\"")); // texts that need escapes
    CHECK(has("\"BackupSizeBytes\":0,"));
}

TEST_CASE("a page has as many backups as are allowed, at most", "[testing]") {
    std::size_t most = 0, least = 99;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        auto const page = generate<aws::ListBackupsOutput>(seed, {.most_backups = 5});
        most = std::max(most, page.backup_summaries->size());
        least = std::min(least, page.backup_summaries->size());
    }
    CHECK(most == 5);
    CHECK(least == 0);
    CHECK(generate<aws::ListBackupsOutput>(1, {.most_backups = 0}).backup_summaries->empty());
}

// Whoever changes the generator on purpose changes these numbers, and says so: dumps that were made from a seed before
// are other ones now. A compiler or a library never changes them.
TEST_CASE("a seed means the same bytes everywhere", "[testing]") {
    fingerprint pages, descriptions;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        pages.add(to_json(generate<aws::ListBackupsOutput>(seed)));
        descriptions.add(to_json(generate<aws::DescribeBackupOutput>(seed)));
    }
    CHECK(pages.value() == 0x67c25307c9ed97b5);
    CHECK(descriptions.value() == 0x91b96702f677ca24);
}
