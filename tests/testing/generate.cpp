#include <dynabackup/aws/aws.hpp>
#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/systems.hpp>

#include "testing/fingerprint.hpp"
#include "testing/round_trip.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace testing_generate_test {

using namespace dynabackup;
using namespace dynabackup::testing;

TEST_CASE("generated pages are read back unchanged, and have no findings", "[testing]") {
    go_round<aws::ListBackupsOutput>(500);
}

TEST_CASE("generated descriptions are read back unchanged, and have no findings", "[testing]") {
    go_round<aws::DescribeBackupOutput>(2000);
}

TEST_CASE("generated documents conform to their edition", "[testing]") {
    for (edition const day :
         {edition::v2017_11_29, edition::v2018_02_08, edition::v2018_06_14, edition::v2018_08_06,
          edition::v2018_11_28, edition::v2019_01_16, edition::v2019_06_06, edition::v2022_06_17,
          edition::v2024_05_02, edition::v2025_04_09, edition::v2025_11_19, edition::v2026_08_04}) {
        go_round<aws::DescribeBackupOutput>(150, day);
        go_round<aws::ListBackupsOutput>(20, day);
    }
}

TEST_CASE("every member is generated except one that is always a finding", "[testing]") {
    std::string text;
    for (std::uint64_t seed = 0; seed < 3000; ++seed)
        append_json(text, generate<aws::DescribeBackupOutput>(seed));
    for (auto const* shape :
         {&shape_table_of<aws::BackupDetails>, &shape_table_of<aws::SourceTableDetails>,
          &shape_table_of<aws::SourceTableFeatureDetails>, &shape_table_of<aws::GlobalSecondaryIndexInfo>,
          &shape_table_of<aws::Projection>, &shape_table_of<aws::OnDemandThroughput>,
          &shape_table_of<aws::SSEDescription>, &shape_table_of<aws::StreamSpecification>,
          &shape_table_of<aws::TimeToLiveDescription>, &shape_table_of<aws::VectorIndexInfo>,
          &shape_table_of<aws::SearchSchemaElement>})
        for (auto const& m : shape->members) {
            CAPTURE(std::string(m.name));
            bool const found = text.find('"' + std::string(m.name) + "\":") != text.npos;
            CHECK(found == (m.name != wire_name<&aws::SSEDescription::inaccessible_encryption_date_time>));
        }
    auto const has = [&](std::string_view value) { return text.find(value) != text.npos; };
    for (auto const value : {"USER", "SYSTEM", "AWS_BACKUP", "CREATING", "DELETED", "AVAILABLE", "INCLUDE",
                             "KEYS_ONLY", "PAY_PER_REQUEST", "UPDATING", "OLD_IMAGE", "ENABLING", "COSINE"})
        CHECK(has('"' + std::string(value) + '"'));
    CHECK(has("\\\"")); // texts that need escapes
    CHECK(has("\"BackupSizeBytes\":0,"));
}

TEST_CASE("a page has at most the allowed number of backups", "[testing]") {
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

// A change of the generator changes these numbers, and should be noted in the change log, since a seed gives another
// dump then. A compiler or a standard library never changes them.
TEST_CASE("a seed gives the same bytes everywhere", "[testing]") {
    fingerprint pages, descriptions;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        pages.add(to_json(generate<aws::ListBackupsOutput>(seed)));
        descriptions.add(to_json(generate<aws::DescribeBackupOutput>(seed)));
    }
    CHECK(pages.value() == 0x420398ec6247ab6e);
    CHECK(descriptions.value() == 0xa2808a03057dd9f7);
}

TEST_CASE("a generator makes documents of a shape that is only known at run time", "[testing]") {
    auto const& shape = *find_shape("clumio.Tag")->shape;
    generator reused(0);
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        std::string text;
        reused.restart(seed);
        reused.append(text, shape, format::clumio);
        CHECK(text == to_json(generate<clumio::Tag>(seed)));
    }
    std::string nested;
    reused.restart(1);
    reused.append(nested, shape_table_of<aws::ProvisionedThroughput>, format::aws_cli, 1);
    CHECK(nested.starts_with("{\n        \"ReadCapacityUnits\": "));
    CHECK(nested.ends_with("\n    }"));
}

} // namespace testing_generate_test
