#include <dynabackup/any_document.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/testing/generate.hpp>
#include <dynabackup/write.hpp>

#include "catch.hpp"
#include "instances.hpp"
#include "testing/fingerprint.hpp"

#include <string>
#include <string_view>

using namespace dynabackup;
using namespace dynabackup::testing;

namespace {

/// Every rule, at the time of the generated documents.
options every_rule(edition day = edition::latest) {
    options chosen;
    chosen.edition = day;
    chosen.strict = true;
    chosen.now = generate_options{}.now;
    chosen.history = true;
    return chosen;
}

void check_sound(report const& found, std::string_view text) {
    for (auto const& f : found) FAIL_CHECK(f.rule->id << ' ' << f.path << ' ' << f.message << '\n' << text);
}

/// Writes values of shape T, and reads what was written: the same values, recognised and without a finding.
template <class T>
void go_round(std::uint64_t seeds, edition day = edition::latest) {
    generate_options const chosen{.edition = day};
    scene reused(0, chosen);
    T value{}, again{};
    std::string text;
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        CAPTURE(shape_name<T>(), seed, to_text(day));
        generate_into(value, seed, reused);
        if (seed % 16 == 0) CHECK(value == generate<T>(seed, chosen));
        for (auto const as : {own_format<T>, format::aws_cli}) {
            text.clear();
            append_json(text, value, as);
            auto const read = parse_into(again, text, {.edition = day});
            if (!read) FAIL(read.error().message() << '\n' << text);
            if (!(again == value)) FAIL(text);
        }
        report found;
        found.set_summary(check(text, every_rule(day), found));
        check_sound(found, text);
        CHECK(found.summary().shapes.begin()->first == shape_name<T>());
    }
}

} // namespace

TEST_CASE("generated pages are read as they were written, and nothing is found in them", "[testing]") {
    go_round<aws::ListBackupsOutput>(500);
    go_round<clumio::DynamoDBTableBackupList>(50);
}

TEST_CASE("generated descriptions are read as they were written, and nothing is found in them", "[testing]") {
    go_round<aws::DescribeBackupOutput>(2000);
    go_round<clumio::DynamoDBTableBackup>(1000);
}

TEST_CASE("other generated documents are read as they were written, and nothing is found in them",
          "[testing]") {
    go_round<aws::CreateBackupInput>(500);
    go_round<aws::CreateBackupOutput>(500);
    go_round<aws::DescribeBackupInput>(500);
    go_round<aws::ListBackupsInput>(500);
    go_round<aws::BackupSummary>(500);
    go_round<aws::BackupDetails>(500);
    go_round<aws::ErrorBody>(100);
    go_round<clumio::Error>(100);
}

TEST_CASE("generated documents are those of their edition", "[testing]") {
    for (edition const day :
         {edition::v2017_11_29, edition::v2018_02_08, edition::v2018_06_14, edition::v2018_08_06,
          edition::v2018_11_28, edition::v2019_01_16, edition::v2019_06_06, edition::v2022_06_17,
          edition::v2024_05_02, edition::v2025_04_09, edition::v2025_11_19, edition::v2026_08_04}) {
        go_round<aws::DescribeBackupOutput>(150, day);
        go_round<aws::ListBackupsOutput>(20, day);
        go_round<aws::ListBackupsInput>(20, day);
        go_round<clumio::DynamoDBTableBackup>(50, day);
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
    fingerprint pages, descriptions, resources, requests;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        pages.add(to_json(generate<aws::ListBackupsOutput>(seed)));
        descriptions.add(to_json(generate<aws::DescribeBackupOutput>(seed)));
        resources.add(to_json(generate<clumio::DynamoDBTableBackup>(seed)));
        requests.add(to_json(generate<aws::ListBackupsInput>(seed, {.edition = edition::v2018_08_06})));
    }
    CHECK(pages.value() == 0);
    CHECK(descriptions.value() == 0);
    CHECK(resources.value() == 0);
    CHECK(requests.value() == 0);
}
