// Values that the matchers for GoogleTest accept and, in the tests of Fails, the messages about others.
// tests/testing/gtest.cpp runs it.
#include <dynabackup/check.hpp>
#include <dynabackup/table_export/item_pages.hpp>
#include <dynabackup/testing/export_folder.hpp>
#include <dynabackup/testing/gtest.hpp>

#include "documents.hpp"

using namespace dynabackup::testing;
using namespace matched;
using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::Not;
using ::testing::StartsWith;
using T = aws::BackupSummary;

TEST(Accepted, Text) {
    EXPECT_THAT(sound, ConformsTo<T>());
    EXPECT_THAT("{}", ConformsTo<T>());
    EXPECT_THAT(std::string_view(sound), ConformsTo<T>());
    EXPECT_THAT(R"({"Extra": 1})", ConformsTo<T>()); // a note
    EXPECT_THAT(R"({"Extra": 1})", Not(ConformsTo<T>({}, dynabackup::severity::note)));
    EXPECT_THAT(R"({"Extra": 1})", Not(ConformsTo<T>({.strict = true})));
    EXPECT_THAT(broken, Not(ConformsTo<T>()));
    EXPECT_THAT(broken, AllOf(Violates<T>(out_of_range), Violates<T>("string.length"), StartsWith("{")));
    EXPECT_THAT(broken, AnyOf(ConformsTo<T>(), ViolatesAt<T>(out_of_range, "/BackupSizeBytes")));
    EXPECT_THAT(broken, Not(ViolatesAt<T>(out_of_range, "/BackupName")));
    EXPECT_THAT(broken,
                ViolatesExactly<T>({"json.unknown-member", out_of_range, {"string.length", "/BackupName"}}));
    EXPECT_THAT(broken, Not(ViolatesExactly<T>({out_of_range, string_length})));
    EXPECT_THAT(sound, ViolatesExactly<T>({}));
    EXPECT_THAT(sound, RoundTrips<T>());
}

TEST(Accepted, Model) {
    EXPECT_THAT(sound_model(), ConformsTo<T>({.edition = edition::v2018_08_06}));
    EXPECT_THAT(broken_model(), ViolatesExactly<T>({{string_length, "/BackupName"}}));
    EXPECT_THAT(broken_model(), RoundTrips<T>());
}

TEST(Accepted, WithoutGoogleMock) {
    EXPECT_TRUE(matches(sound, ConformsTo<T>()));
    EXPECT_FALSE(matches(broken_model(), ConformsTo<T>()));
}

TEST(Accepted, Items) {
    EXPECT_THAT(sound_item, ConformsTo<ExportedItem>());
    EXPECT_THAT(broken_item, Not(ConformsTo<ExportedItem>()));
    EXPECT_THAT(sound_change, ConformsTo<ExportedChange>());
    EXPECT_THAT(broken_change, ViolatesAt<ExportedChange>("item.set-empty", "/NewImage/s/SS"));
    EXPECT_THAT(sound_page, ConformsTo<ScanOutput>());
    EXPECT_THAT(broken_page, ViolatesAt<ScanOutput>("item.binary", "/Items/0/b/B"));
}

TEST(Accepted, Exports) {
    EXPECT_THAT(sound_export, ConformsTo<export_folder>());
    EXPECT_THAT(broken_export, Not(ConformsTo<export_folder>()));
    EXPECT_THAT(broken_export, ViolatesAt<export_folder>("export.item-count", "/itemCount"));
    EXPECT_THAT("no/such/folder", Not(ConformsTo<export_folder>()));
    EXPECT_FALSE(matches(std::vector<dynabackup::dump_input>{}, ConformsTo<export_folder>()));
}

TEST(Fails, Export) { EXPECT_THAT(broken_export, ConformsTo<export_folder>()); }
TEST(Fails, Text) { EXPECT_THAT(broken, ConformsTo<T>()); }
TEST(Fails, Model) { EXPECT_THAT(broken_model(), ConformsTo<T>()); }
TEST(Fails, Matches) { EXPECT_TRUE(matches(broken, ConformsTo<T>())); }
TEST(Fails, NoSuchFinding) { EXPECT_THAT(sound, Violates<T>(out_of_range)); }
TEST(Fails, Elsewhere) { EXPECT_THAT(broken, ViolatesAt<T>(out_of_range, "/BackupName")); }
TEST(Fails, Others) { EXPECT_THAT(broken, ViolatesExactly<T>({out_of_range, "json.syntax"})); }
TEST(Fails, Negated) { EXPECT_THAT(broken, Not(Violates<T>(out_of_range))); }
TEST(Fails, UnknownId) { EXPECT_THAT(broken, Violates<T>("number.out-of-rang")); }
TEST(Fails, UnknownIdNegated) { EXPECT_THAT(broken, Not(Violates<T>("number.out-of-rang"))); }
TEST(Fails, RuleOfAnotherShape) { EXPECT_THAT(broken, Not(Violates<T>("key-schema.hash-first"))); }
TEST(Fails, Lost) { EXPECT_THAT(R"({"Extra": 1})", RoundTrips<T>()); }
TEST(Fails, Models) { EXPECT_EQ(broken_model(), T{}); }
TEST(Fails, Values) {
    EXPECT_EQ(sound_model().backup_status, aws::BackupStatus::CREATING);
    EXPECT_EQ(sound_model().backup_creation_date_time, sound_model().backup_expiry_date_time);
}
TEST(Fails, Report) {
    EXPECT_TRUE(false) << dynabackup::check<T>(broken) << '\n' << dynabackup::check<T>(sound);
}
